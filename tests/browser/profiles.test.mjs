// Pages of one thing and of two: whole without scripts, taken over without a change, true to the View with which they open.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawingIsReady, engineIs, withChromium } from "./harness/chromium.mjs";

const OFF = { javaScriptEnabled: false, ready: false };
const shared = withChromium();

/** Pages of every kind, how many figures each draws, and what its headings are. */
const PAGES = {
  "state/nd/": { figures: 2, headings: ["In short", "Drawn", "Strategies 16", "Not found, not certain", "To compare with"] },
  "strategy/portrait/": { figures: 3, headings: ["In short", "Drawn", "State by state 5", "To compare with"] },
  "practice/agency/": { figures: 1, headings: ["In short", "Drawn", "District by district 14", "To compare with"] },
  "district/nd-northern-cass/": { figures: 2, headings: ["In short", "Drawn", "What public sources show 9", "Numbers 3", "To compare with"] },
  "compare/nd/nv/": { figures: 2, headings: ["Alike 10", "Alike in part 2", "Different 13", "Found for one only 4", "Not compared, and why 9", "Drawn", "All in one table"] },
  "compare/az-mesa/nd-oakes/": { figures: 0, headings: ["Alike", "Not compared, and why", "All in one table"] },
};

test("each page is whole without scripts", async (t) => {
  for (const [path, { figures, headings }] of Object.entries(PAGES)) {
    const page = await shared.open(t, { ...OFF, path });
    assert.equal(await page.locator("h1").count(), 1, path);
    const found = (await page.locator("main h2").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
    for (const heading of headings) {
      assert.ok(found.some((one) => one === heading || one.startsWith(`${heading} `)), `${path}: ${heading} in ${found.join(", ")}`);
    }
    assert.equal(await page.locator(".plot svg:visible").count(), figures, path);
    assert.equal(await page.locator(".needs-engine:visible").count(), 0, path);
    assert.ok((await page.locator(".facts li a.evidence").count()) > 5, `${path} leads to evidence`);
    assert.ok((await page.locator('main a[href^="../../"]').count()) > 5, `${path} leads on`);
    await page.context().close();
  }
});

test("each fact of a state names its status, its layer and its sources", async (t) => {
  const page = await shared.open(t, { ...OFF, path: "state/nv/" });
  const facts = page.locator('section[aria-labelledby="strategies"] .facts li');
  assert.equal(await facts.count(), 16);
  const portrait = await facts.filter({ hasText: "Portrait of a graduate" }).innerText();
  assert.match(portrait, /In place, since 2023/);
  assert.match(portrait, /Public record/);
  const unread = await facts.filter({ hasText: "Unknown" }).first().innerText();
  assert.match(unread, /Not found/);
  assert.match(await page.locator("#not-found ~ ul").innerText(), /Strategies on which no source was read: mastery records/);
});

for (const path of Object.keys(PAGES)) {
  test(`the engine takes over ${path} without a change`, async (t) => {
    let release;
    const gate = new Promise((resolve) => (release = resolve));
    const hold = async (page) => {
      await page.route(/engine-[0-9a-f]+\.wasm$/, async (route) => {
        await gate;
        await route.continue();
      });
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
      });
    };
    const page = await shared.open(t, { path: null, prepare: hold });
    await page.goto(new URL(path, shared.site.url).href, { waitUntil: "domcontentloaded" });
    await page.evaluate(() => document.fonts.ready);
    const marks = () => page.locator(".plot svg:visible [data-key]").evaluateAll((all) => all.map((mark) => mark.outerHTML));
    const texts = () => page.locator("main :is(h1, h2, h3, .sentence)").allTextContents();
    const before = [await marks(), await texts()];
    assert.equal(await page.locator("html").getAttribute("data-engine"), "static");
    release();
    await engineIs(page, "ready");
    assert.deepEqual([await marks(), await texts()], before);
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
    assert.equal(new URL(page.url()).search, "", "what a page opens with is not said again");
    if (before[0].length > 0) {
      await drawingIsReady(page);
      assert.deepEqual(await texts(), before[1]);
      const keys = (all) => all.map((mark) => mark.match(/data-key="([^"]+)"/)[1]).sort();
      assert.deepEqual(keys(await marks()), keys(before[0]));
    }
  });
}

test("a choice on a page is said as what differs, and one press leads back", async (t) => {
  const page = await shared.open(t, { path: "state/nd/", drawing: true });
  const figure = page.locator("#fig-strategy-matrix");
  const sentence = figure.locator(".sentence");
  // The address follows a moment after the choice.
  const says = (query) => page.waitForFunction((query) => decodeURIComponent(location.search) === query, query);
  const back = figure.locator(".reset");
  const opened = await sentence.innerText();
  assert.match(opened, /16 strategies in North Dakota/);
  assert.equal(await figure.getByRole("button", { name: "North Dakota" }).getAttribute("aria-pressed"), "true");
  assert.ok(await back.isDisabled());

  await figure.getByRole("button", { name: "Nevada" }).click();
  await page.waitForFunction(() => /in 2 states/.test(document.querySelector("#fig-strategy-matrix-sentence").textContent));
  await says("?states=nv,nd");
  await page.reload();
  await engineIs(page, "ready");
  await page.waitForFunction(() => /in 2 states/.test(document.querySelector("#fig-strategy-matrix-sentence").textContent));

  await figure.getByRole("button", { name: "Nevada" }).click();
  await page.waitForFunction((opened) => document.querySelector("#fig-strategy-matrix-sentence").textContent === opened, opened);
  await says("");
  await figure.getByRole("button", { name: "North Dakota" }).click();
  await page.waitForFunction(() => /in 5 states/.test(document.querySelector("#fig-strategy-matrix-sentence").textContent));
  await says("?states=");
  await back.click();
  await page.waitForFunction((opened) => document.querySelector("#fig-strategy-matrix-sentence").textContent === opened, opened);
  await says("");
});

test("evidence opens in place, for both of two at once", async (t) => {
  const page = await shared.open(t, { path: "compare/nd/nv/" });
  await page.locator("#alike ~ ul li", { hasText: "Portrait of a graduate" }).locator("a.evidence").click();
  const drawer = page.locator("#evidence-drawer");
  await drawer.locator("article").nth(1).waitFor({ state: "visible" });
  const titles = await drawer.locator("article > h3").allInnerTexts();
  assert.deepEqual(titles, ["North Dakota: Portrait of a graduate", "Nevada: Portrait of a graduate"]);
});

test("evidence leads to the pages of what it is about, but for the one where it is read", async (t) => {
  const page = await shared.open(t, { path: "compare/nd/nv/" });
  await page.locator("#alike ~ ul li", { hasText: "Portrait of a graduate" }).locator("a.evidence").click();
  const more = page.locator("#evidence-drawer article").first().locator("p", { hasText: "More about" }).locator("a");
  await more.first().waitFor({ state: "visible" });
  assert.deepEqual(await more.allInnerTexts(), ["North Dakota", "Portrait of a graduate"]);
  await more.last().click();
  await page.waitForURL(/\/strategy\/portrait\/$/);
  // A tile of the map is about its state, if it is one of the study's.
  await page.goto(new URL("figure/national/?states=nd", shared.site.url).href);
  await page.locator("#fig-national-plot").focus();
  await page.waitForSelector('html[data-drawing="ready"]', { state: "attached" });
  await page.keyboard.type("North Dakota");
  await page.keyboard.press("Enter");
  // It counts several facts; each of them leads to the state.
  await page.locator("#evidence-drawer article ul a[data-evidence]").first().click();
  const link = page.locator("#evidence-drawer p", { hasText: "More about" }).locator("a").first();
  await link.waitFor({ state: "visible" });
  assert.equal(await link.innerText(), "North Dakota");
});

test("from the report to a state, to two side by side, and to a figure with only them", async (t) => {
  const page = await shared.open(t);
  await page.locator("#states-nd-name a").click();
  await page.waitForURL(/\/state\/nd\/$/);
  await page.getByRole("link", { name: "side by side with North Dakota" }).first().click();
  await page.waitForURL(/\/compare\/az\/nd\/$/);
  assert.match(await page.locator(".subtitle").innerText(), /^Of 16 strategies, Arizona and North Dakota have the same status in /);
  assert.match(await page.locator("#refused ~ ul").innerText(), /Each state counts by its own rules/);
  await page.getByRole("link", { name: "Arizona", exact: true }).first().click();
  await page.waitForURL(/\/state\/az\/$/);
  await page.locator("#in-figures ~ ul a", { hasText: "Timeline" }).click();
  await page.waitForURL(/\/figure\/timeline\/\?states=az$/);
  await page.waitForFunction(() => /events in Arizona/.test(document.querySelector("#fig-timeline-sentence").textContent));
});

test("the index lists by letter, without a script", async (t) => {
  const page = await shared.open(t, OFF);
  await page.locator(".footer a", { hasText: "Index from A to Z" }).click();
  await page.waitForURL(/\/index\/$/);
  await page.locator(".letters a", { hasText: "N" }).click();
  const names = await page.locator('section[aria-labelledby="letter-n"] li').allInnerTexts();
  for (const wanted of ["Nevada State", "North Dakota State", "Northern Cass School District 97 District"]) {
    assert.ok(names.includes(wanted), `${wanted} in ${names.join(", ")}`);
  }
  await page.locator("main a", { hasText: "Northern Cass School District 97" }).click();
  await page.waitForURL(/\/district\/nd-northern-cass\/$/);
});

const WRONG = { ready: false, tolerate: /status of 404/ };

test("a wrong address offers what lies nearest", async (t) => {
  for (const [asked, name, to] of [
    ["state/nd2/", "North Dakota", "state/nd/"],
    ["strategies/seat-time", "Seat-time flexibility", "strategy/seat-time/"],
    ["district/north-cass/", "Northern Cass School District 97", "district/nd-northern-cass/"],
    ["figure/time-line/", "Timeline", "figure/timeline/"],
    ["compare/nv/nd/", "The two side by side", "compare/nd/nv/"],
  ]) {
    const page = await shared.open(t, { ...WRONG, path: asked });
    const nearest = page.locator("#nearest li a");
    await nearest.first().waitFor({ state: "visible" });
    const offered = await nearest.evaluateAll((all) => all.map((link) => [link.textContent, link.href]));
    assert.ok(offered.length <= 5);
    assert.ok(offered.some(([text, href]) => text === name && href === new URL(to, shared.site.url).href), `${asked}: ${JSON.stringify(offered)}`);
    await page.context().close();
  }
});

test("a wrong address that is like nothing, or without scripts, leads to the parts and the index", async (t) => {
  for (const options of [{}, { javaScriptEnabled: false }]) {
    const page = await shared.open(t, { ...WRONG, ...options, path: "%E0%A4%A/<b>qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq" });
    await page.waitForLoadState("networkidle");
    assert.ok(!(await page.locator("#nearest").isVisible()));
    assert.ok((await page.locator("main ol a").count()) >= 6);
    assert.ok(await page.locator("main a", { hasText: "index from A to Z" }).isVisible());
    await page.context().close();
  }
});

test("no page of one or two sticks out of a small window", async (t) => {
  for (const path of [...Object.keys(PAGES), "index/", "compare/"]) {
    const page = await shared.open(t, { path, viewport: { width: 320, height: 800 } });
    await page.evaluate(() => document.querySelectorAll("details").forEach((section) => (section.open = true)));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(over, 0, path);
    await page.context().close();
  }
});

test("what a page is about is marked from its title, and links take that along", async (t) => {
  const page = await shared.open(t, { path: "district/nd-oakes/" });
  const mark = page.locator("#mark-it").getByRole("button", { name: "North Dakota" });
  assert.equal(await mark.getAttribute("aria-pressed"), "false");
  await mark.click();
  await page.waitForFunction(() => decodeURIComponent(location.search) === "?mark=states:nd");
  assert.equal(await mark.getAttribute("aria-pressed"), "true");
  await page.reload();
  await drawingIsReady(page);
  assert.equal(await mark.getAttribute("aria-pressed"), "true");
  // The same is on in the bar, where it can be taken back.
  await page.locator("#chosen button", { hasText: "North Dakota" }).click();
  await page.waitForFunction(() => document.querySelector("#mark-it [aria-pressed=true]") === null);
});
