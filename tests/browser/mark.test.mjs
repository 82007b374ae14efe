// One selection for the whole page: a state, strategy, district or practice is marked from a search, from the text and from the
// heads of tables, by pointer, keys and finger, and all figures show it.

import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const FINGER = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const query = (page, wanted) => page.waitForFunction((wanted) => decodeURIComponent(location.search) === wanted, wanted);
const button = (page, subject) => page.locator(`#search-rest [data-choice="mark:${subject}"]`);
const shows = (page, figure) =>
  page
    .locator(`#fig-${figure}`)
    .scrollIntoViewIfNeeded()
    .then(() => page.waitForFunction((figure) => document.querySelector(`#fig-${figure} .plot.has-marked .is-marked`), figure));

async function search(page, words) {
  await page.keyboard.press("Control+k");
  await page.locator("#search-field").waitFor({ state: "visible" });
  await page.waitForFunction(() => !document.getElementById("search-rest").textContent.startsWith("Loading"));
  await page.locator("#search-field").fill(words);
  await page.locator("#search-list [role=option]").first().waitFor();
}

test("from the search by pointer, also while nothing can be drawn yet, in all figures of the page", async (t) => {
  const page = await shared.open(t);
  await search(page, "nevada");
  assert.notEqual(await page.evaluate(() => document.documentElement.dataset.drawing), "ready", "the engine cannot draw yet");
  assert.equal(await button(page, "states:nv").getAttribute("aria-pressed"), "false");
  await button(page, "states:nv").click();
  await query(page, "?mark=states:nv");
  await page.waitForFunction(() => document.querySelector('#search-rest [data-choice="mark:states:nv"]').ariaPressed === "true");
  const found = await new AxeBuilder({ page }).include("#search-dialog").analyze();
  assert.deepEqual(found.violations.map((violation) => violation.id), []);
  // Typed anew, the button is as it was left.
  await page.locator("#search-field").fill("nevad");
  await page.waitForFunction(() => document.querySelector('#search-rest [data-choice="mark:states:nv"]')?.ariaPressed === "true");
  await page.keyboard.press("Escape");
  for (const figure of ["strategy-matrix", "timeline", "national"]) await shows(page, figure);
});

test("from the search by Shift+Enter, of a state, a district, a strategy and a practice, which readers are told", async (t) => {
  const page = await shared.open(t, { path: "figure/district-practices/" });
  const wanted = [];
  for (const [words, subject] of [
    ["Ohio", "states:oh"],
    ["Horry County Schools", "districts:sc-horry"],
    ["Seat-time flexibility", "strategies:seat-time"],
  ]) {
    await search(page, words);
    assert.match(await page.locator("#search-keys").innerText(), /Shift\+Enter marks/);
    assert.equal(await page.locator("#search-field").getAttribute("aria-describedby"), "search-keys");
    await page.keyboard.press("ArrowDown");
    const option = page.locator(`#search-list [data-subject="${subject}"]`);
    while ((await option.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+Enter");
    wanted.push(subject);
    await page.waitForFunction((subject) => decodeURIComponent(location.search).includes(subject), subject);
    await page.waitForFunction(() => document.getElementById("search-status").textContent.startsWith("Marked in all figures: "));
    assert.ok(await page.evaluate(() => document.activeElement.id === "search-field"), "the field keeps the focus");
    await page.keyboard.press("Escape");
  }
  const marked = await page.evaluate(() => new URLSearchParams(location.search).get("mark").split(","));
  assert.deepEqual(marked.sort(), wanted.toSorted());
  await shows(page, "district-practices");
  // Once more takes it back; what is no subject cannot be marked, and says so.
  await search(page, "Ohio");
  await page.keyboard.press("Shift+Enter");
  await page.waitForFunction(() => !location.search.includes("states:oh"));
  await page.locator("#search-field").fill("SB 2196");
  await page.locator("#search-list [data-evidence]").first().waitFor();
  await page.keyboard.press("Shift+Enter");
  await page.waitForFunction(() => document.getElementById("search-status").textContent.startsWith("Only a state"));
});

test("from the search by finger at 360 px, in one line", async (t) => {
  const page = await shared.open(t, FINGER);
  await page.locator("#search").tap();
  await page.locator("#search-field").fill("nevada");
  await button(page, "states:nv").waitFor();
  assert.ok((await page.locator("#search-rest").boundingBox()).height < 70);
  await button(page, "states:nv").tap();
  await query(page, "?mark=states:nv");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
});

test("a search on a page without figures, or without the engine, offers no mark", async (t) => {
  for (const options of [{ path: "sources/" }, { path: "", ready: false, tolerate: /.*/, prepare: (page) => page.route("**/engine*", (route) => route.abort()) }]) {
    const page = await shared.open(t, options);
    await search(page, "nevada");
    assert.equal(await page.locator("#search-rest button").count(), 0);
    assert.doesNotMatch(await page.locator("#search-keys").innerText(), /mark/);
    await page.keyboard.press("Shift+Enter");
    assert.equal(await page.evaluate(() => location.search), "");
    await page.context().close();
  }
});

const ENTRIES = { "states:nd": ".profile", "districts:sc-horry": ".district-group", "strategies:seat-time": ".definitions", "practices:agency": ".definitions" };

for (const way of ["pointer", "keyboard", "finger"]) {
  test(`from an entry of the text by ${way}`, async (t) => {
    const page = await shared.open(t, way === "finger" ? FINGER : {});
    await page.evaluate(() => document.querySelectorAll("details.definition-list").forEach((list) => (list.open = true)));
    for (const [subject, place] of Object.entries(ENTRIES)) {
      const entry = page.locator(`${place} .mark[data-choice="mark:${subject}"]`);
      await entry.scrollIntoViewIfNeeded();
      if (way === "keyboard") {
        await entry.focus();
        await page.keyboard.press("Enter");
      } else await (way === "finger" ? entry.tap() : entry.click());
      await page.waitForFunction((subject) => document.querySelector(`.mark[data-choice="mark:${subject}"]`).ariaPressed === "true", subject);
      assert.ok((await entry.boundingBox()).height >= 24);
    }
    await page.waitForFunction((all) => all.every((subject) => location.search.includes(subject)), Object.keys(ENTRIES));
    await shows(page, "strategy-matrix");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  });

  test(`from a sentence through its evidence by ${way}`, async (t) => {
    const page = await shared.open(t, { path: "state/nd/", ...(way === "finger" ? FINGER : {}) });
    const link = page.locator('main a[data-evidence^="state_strategies:nd/"]').first();
    await link.scrollIntoViewIfNeeded();
    const inDrawer = page.locator('#evidence-drawer [data-choice="mark:states:nd"]').first();
    if (way === "keyboard") {
      await link.focus();
      await page.keyboard.press("Enter");
      await inDrawer.waitFor();
      for (let keys = 0; !(await inDrawer.evaluate((element) => element === document.activeElement)); keys += 1) {
        assert.ok(keys < 30, "Tab leads to the button");
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Space");
    } else {
      await (way === "finger" ? link.tap() : link.click());
      await inDrawer.waitFor();
      await (way === "finger" ? inDrawer.tap() : inDrawer.click());
    }
    await page.waitForFunction(() => location.search.includes("mark=states:nd"));
    await page.keyboard.press("Escape");
    await shows(page, "timeline");
  });
}

test("from a table: names of rows mark and keep the focus; what heads a column is marked from the evidence of its cells", async (t) => {
  const page = await shared.open(t, { path: "figure/strategy-matrix/", drawing: true });
  await page.locator("#fig-strategy-matrix-table > summary").click();
  const row = page.locator("#fig-strategy-matrix-table-body tbody .mark", { hasText: "Portrait of a graduate" });
  await row.focus();
  await page.keyboard.press("Enter");
  await query(page, "?mark=strategies:portrait");
  await page.waitForFunction(() => document.querySelector("#fig-strategy-matrix-table-body th.is-marked .mark")?.ariaPressed === "true");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Portrait of a graduate", "the focus stays on the name");
  // A button sorts by the column, so its cells lead on, by keys as well.
  const columns = await page.locator("#fig-strategy-matrix-table-body thead th").allInnerTexts();
  const cells = page.locator("#fig-strategy-matrix-table-body tbody tr:not(.group)").first().locator("th, td");
  const source = cells.nth(columns.findIndex((name) => name.includes("North Dakota"))).locator("a.source-number").first();
  await source.focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog[open] .mark", { hasText: "North Dakota" }).click();
  await page.keyboard.press("Escape");
  await page.locator("#evidence-drawer").waitFor({ state: "hidden" });
  await query(page, "?mark=states:nd,strategies:portrait");
  await page.locator("#chosen").getByRole("button", { name: /North Dakota/ }).first().click();
  await query(page, "?mark=strategies:portrait");
  await row.click();
  await query(page, "");
  assert.equal(await page.locator("dialog[open]").count(), 0, "a name that marks opens nothing");
});
