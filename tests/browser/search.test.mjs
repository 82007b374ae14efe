// Search: opened by its button and by keys, found while typing, walked by keys, and told where it cannot be had.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { engineIs, withChromium } from "./harness/chromium.mjs";
import { keep } from "./harness/settings.mjs";

const shared = withChromium();
const FINDER = /\/(finder-[0-9a-f]+\.(js|wasm)|search-[0-9a-f]+\.txt)/;

const field = (page) => page.locator("#search-field");
const options = (page) => page.locator("#search-list [role=option]");
const isOpen = (page) => page.evaluate(() => document.getElementById("search-dialog")?.open ?? false);
const active = (page) =>
  page.evaluate(() => {
    const id = document.getElementById("search-field").getAttribute("aria-activedescendant");
    const selected = [...document.querySelectorAll('#search-list [aria-selected="true"]')].map((option) => option.id);
    return { id, selected };
  });

/** Opens the search by a key and waits until it can find. */
async function openSearch(page, key = "Control+k") {
  await page.keyboard.press(key);
  await field(page).waitFor({ state: "visible" });
  await page.waitForFunction(() => !document.getElementById("search-rest").textContent.startsWith("Loading"));
}

async function leave(page) {
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.getElementById("search-dialog").open);
}

/** Opens it and types a query. */
async function search(page, query, key) {
  await openSearch(page, key);
  await field(page).fill(query);
  await page.locator("#search-list [role=option], #search-rest button, #search-rest a").first().waitFor();
}

test("a first visit loads nothing of the search", async (t) => {
  const loaded = [];
  const prepare = (page) => page.on("request", (request) => loaded.push(request.url()));
  const page = await shared.open(t, { prepare });
  await page.waitForLoadState("networkidle");
  assert.deepEqual(loaded.filter((url) => /search|finder/.test(url)), []);
});

for (const key of ["/", "Control+k", "Meta+k"]) {
  test(`${key} opens it, and what is typed is found at once`, async (t) => {
    const page = await shared.open(t);
    await search(page, "nroth dakota", key);
    assert.equal(await page.evaluate(() => document.activeElement.id), "search-field");
    assert.equal(await field(page).inputValue(), "nroth dakota", "the key itself is not written");
    const first = options(page).first();
    assert.equal(await first.locator("b").innerText(), "North Dakota");
    assert.deepEqual(await first.locator("mark").allInnerTexts().then((words) => words.slice(0, 2)), ["North", "Dakota"]);
    assert.equal(await page.locator("#search-list [role=group] > [role=presentation]").first().innerText(), "States 5", "the state, and two by two with the others");
  });
}

test("neither key opens it where it would be written, or is asked for something else", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/", drawing: true });
  await page.locator("input[type=number]").first().focus();
  await page.keyboard.press("/");
  await page.keyboard.press("Alt+k");
  assert.equal(await isOpen(page), false);
  await page.evaluate(() => document.activeElement.blur());
  await openSearch(page, "/");
  await page.keyboard.type("a/b");
  assert.equal(await field(page).inputValue(), "a/b");
});

test("the slash can be turned off, and stays off where settings are kept", async (t) => {
  const page = await shared.open(t);
  await keep(page);
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
  await openSearch(page, "/");
  await page.locator("#search-slash").uncheck();
  await leave(page);
  await page.reload();
  await engineIs(page, "ready");
  await openSearch(page);
  await leave(page);
  // It would open at once now.
  await page.keyboard.press("/");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  assert.equal(await isOpen(page), false);
  await openSearch(page);
  assert.equal(await page.locator("#search-slash").isChecked(), false);
  await page.locator("#search-slash").check();
  await leave(page);
  await openSearch(page, "/");
  assert.equal(await field(page).inputValue(), "");
});

test("Escape closes it and gives focus back", async (t) => {
  const page = await shared.open(t);
  await page.locator("#fig-timeline-plot").focus();
  await search(page, "law");
  await page.keyboard.press("ArrowDown");
  await leave(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "fig-timeline-plot");
  await page.locator("#search").click();
  await field(page).waitFor({ state: "visible" });
  assert.equal(await page.evaluate(() => getSelection().toString() || document.activeElement.value), "law", "what was typed is kept, and chosen");
  assert.deepEqual(await active(page), { id: null, selected: [] });
});

test("keys go through what is found, and the field names the active option", async (t) => {
  const page = await shared.open(t);
  await search(page, "law");
  const count = await options(page).count();
  assert.ok(count > 10);
  const last = `search-${count - 1}`;
  const at = (id) => ({ id, selected: id ? [id] : [] });
  for (const [key, expected] of [
    ["ArrowDown", "search-0"],
    ["ArrowDown", "search-1"],
    ["ArrowUp", "search-0"],
    ["ArrowUp", null],
    ["ArrowUp", last],
    ["ArrowDown", null],
    ["ArrowDown", "search-0"],
    ["End", last],
    ["Home", "search-0"],
    ["ArrowLeft", null],
    ["Home", null],
  ]) {
    await page.keyboard.press(key);
    assert.deepEqual(await active(page), at(expected), key);
    assert.equal(await page.evaluate(() => document.activeElement.id), "search-field");
  }
  assert.equal(await field(page).evaluate((input) => input.selectionStart), 0, "without an active option Home is the text's");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  const seen = await options(page).last().evaluate((option) => {
    const [box, list] = [option.getBoundingClientRect(), option.closest("[role=listbox]").getBoundingClientRect()];
    return box.top >= list.top - 1 && box.bottom <= list.bottom + 1;
  });
  assert.ok(seen, "the active option is in view");
  await page.keyboard.type("s");
  assert.deepEqual(await active(page), at(null), "who types on has left the list");
});

test("Tab goes through the dialog and not through every result", async (t) => {
  const page = await shared.open(t);
  await search(page, "law");
  const stops = [];
  for (let stop = 0; stop < 9; stop += 1) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement.closest(".search") && (document.activeElement.id || document.activeElement.className || document.activeElement.tagName)));
  }
  // What can be marked of the results stands once more below them.
  const marks = await page.locator("#search-rest .mark").count();
  assert.ok(marks > 0 && marks <= 6);
  assert.deepEqual(stops.slice(0, marks + 3), ["search-close", ...Array(marks).fill("toggle mark"), "A", "search-slash"]);
});

test("Enter goes to the first result, and to the one that is active", async (t) => {
  const page = await shared.open(t);
  await search(page, "lessons learned");
  await page.keyboard.press("Enter");
  assert.equal(await isOpen(page), false);
  assert.equal(new URL(page.url()).hash, "#lessons");
  await search(page, "oakes");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/district\/nd-oakes\/$/);
  await engineIs(page, "ready");
  assert.match(await page.locator("h1").innerText(), /Oakes/);
  // And from a folder back to the report.
  await search(page, "seat time");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#term-seat-time$/);
  assert.ok(await page.locator("#term-seat-time").isVisible());
});

test("a fact opens its evidence in place", async (t) => {
  const page = await shared.open(t, { path: "sources/" });
  await search(page, "sb 2186");
  const option = page.locator('#search-list [data-evidence^="events:"]').first();
  const title = await option.locator("b").innerText();
  await option.click();
  assert.equal(await isOpen(page), false);
  await page.locator("#evidence-drawer article h3").waitFor();
  assert.equal(await page.locator("#evidence-drawer article h3").first().innerText(), title);
});

test("a long group shows the rest when it is asked to", async (t) => {
  const page = await shared.open(t);
  await search(page, "law");
  const more = page.locator("#search-list [data-more]").first();
  const count = Number(/\d+/.exec(await more.innerText())[0]);
  const group = more.locator("xpath=..");
  const name = await group.getAttribute("aria-labelledby");
  const before = await options(page).evaluateAll((all) => all.findIndex((option) => option.dataset.more));
  for (let step = 0; step <= before; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await isOpen(page), true);
  assert.equal(await page.locator(`[aria-labelledby="${name}"] [role=option]`).count(), count);
  assert.deepEqual(await active(page), { id: `search-${before}`, selected: [`search-${before}`] });
});

test("the number of results is told once the reader rests", async (t) => {
  const page = await shared.open(t);
  await openSearch(page);
  await page.evaluate(() => {
    const status = document.getElementById("search-status");
    window.told = [];
    new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true });
  });
  await field(page).pressSequentially("seat time");
  await page.waitForFunction(() => /^\d+ results?$/.test(document.getElementById("search-status").textContent));
  const heard = await page.evaluate(() => window.told.filter(Boolean));
  assert.equal(heard.length, 1, heard.join(" | "));
});

test("nothing found: it says so, and offers the nearest spelling and the index", async (t) => {
  const page = await shared.open(t, { path: "sources/" });
  await search(page, "aprentiseshipp");
  const rest = page.locator("#search-rest");
  assert.match(await rest.innerText(), /nothing here has these words.*did you mean/is);
  assert.match(await rest.locator("a").evaluate((link) => link.href), /\/index\/$/);
  await rest.locator("button").click();
  assert.ok((await options(page).count()) > 0);
  assert.equal(await rest.innerText(), "");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search-field");
});

test("it works without a connection once it has been used", async (t) => {
  const page = await shared.open(t);
  await search(page, "nevada");
  await leave(page);
  await page.context().setOffline(true);
  await search(page, "ohio");
  assert.equal(await options(page).first().locator("b").innerText(), "Ohio");
  await leave(page);
  await page.context().setOffline(false);
});

for (const part of ["js", "wasm", "txt"]) {
  test(`where its ${part} file does not come, it says so and tries again`, async (t) => {
    const failing = new RegExp(`/(finder|search)-[0-9a-f]+\\.${part}`);
    const isLoader = (url) => part === "js" && /search-/.test(url.pathname);
    const prepare = (page) => page.route((url) => failing.test(url.pathname) && !isLoader(url), (route) => route.abort());
    const page = await shared.open(t, { prepare, tolerate: /Failed to load resource/ });
    await page.keyboard.press("Control+k");
    const rest = page.locator("#search-rest");
    await rest.locator("button").waitFor();
    assert.match(await rest.innerText(), /did not load.*try again/is);
    assert.match(await rest.locator("a").evaluate((link) => link.href), /\/index\/$/);
    await field(page).fill("nevada");
    await page.unrouteAll();
    await rest.locator("button").click();
    await options(page).first().waitFor();
    assert.equal(await options(page).first().locator("b").innerText(), "Nevada");
  });
}

test("where even its dialog does not come, a note says so, and the next key tries again", async (t) => {
  const prepare = (page) => page.route(/search-[0-9a-f]+\.js/, (route) => route.abort());
  const page = await shared.open(t, { prepare, tolerate: /Failed to load resource/ });
  await page.keyboard.press("Control+k");
  await page.waitForFunction(() => /search did not load/i.test(document.getElementById("engine-note").textContent));
  await page.unrouteAll();
  await search(page, "nevada");
  assert.equal(await options(page).first().locator("b").innerText(), "Nevada");
});

test("a damaged list is told", async (t) => {
  const prepare = (page) => page.route(/search-[0-9a-f]+\.txt/, (route) => route.fulfill({ body: "<h1>Sign in</h1>" }));
  const page = await shared.open(t, { prepare });
  await page.keyboard.press("/");
  await page.locator("#search-rest button").waitFor();
});

test("it works where the engine does not", async (t) => {
  const prepare = (page) => page.route(/\/engine-[0-9a-f]+\.wasm/, (route) => route.abort());
  const page = await shared.open(t, { prepare, ready: false, tolerate: /Failed to load|^console/ });
  await engineIs(page, "failed");
  await page.locator("#search").click();
  await search(page, "sb 2186");
  await options(page).first().click();
  assert.match(page.url(), /#/);
});

test("without scripts there is no button that does nothing", async (t) => {
  const page = await shared.open(t, { javaScriptEnabled: false, ready: false });
  assert.equal(await page.locator("#search").isVisible(), false);
});

const VIEWS = {
  light: {},
  dark: { colorScheme: "dark" },
  "forced colors": { forcedColors: "active" },
  "320 px, dark": { colorScheme: "dark", viewport: { width: 320, height: 640 } },
};
for (const [name, view] of Object.entries(VIEWS)) {
  test(`axe finds nothing: ${name}`, async (t) => {
    const page = await shared.open(t, view);
    for (const query of ["law", "aprentiseshipp"]) {
      await search(page, query);
      await page.keyboard.press("ArrowDown");
      const { violations } = await new AxeBuilder({ page }).include("#search-dialog").analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target).join(" | ")}`), []);
      await leave(page);
    }
  });
}

test("at 360 px with a finger", async (t) => {
  const page = await shared.open(t, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  await page.locator("#search").tap();
  await field(page).waitFor({ state: "visible" });
  await field(page).fill("nevada");
  await options(page).first().waitFor();
  const layout = await page.evaluate(() => {
    const box = document.getElementById("search-dialog").getBoundingClientRect();
    const heights = [...document.querySelectorAll("#search-list [role=option], .search-close")].map((one) => one.getBoundingClientRect().height);
    return { width: box.width, left: box.left, sideways: document.documentElement.scrollWidth, least: Math.min(...heights) };
  });
  assert.deepEqual({ ...layout, least: layout.least >= 44 }, { width: 360, left: 0, sideways: 360, least: true });
  await options(page).first().tap();
  await page.waitForURL((url) => url.search.includes("states=nv") || /\/state\/nv\/$/.test(url.pathname));
});

test("no file of the search is asked for twice", async (t) => {
  const asked = [];
  const prepare = (page) => page.on("request", (request) => FINDER.test(request.url()) && asked.push(new URL(request.url()).pathname));
  const page = await shared.open(t, { prepare });
  await search(page, "nevada");
  await leave(page);
  await search(page, "ohio");
  assert.equal(new Set(asked).size, 3);
  assert.equal(asked.length, 3);
});
