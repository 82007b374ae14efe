// The engine takes over with no visible change.

import assert from "node:assert/strict";
import { test } from "node:test";
import { engineIs, withChromium } from "./harness/chromium.mjs";

const shared = withChromium();

/** Two frames, so that all that follows from what was done is painted. */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** A page whose engine waits until `release` is called. */
async function held(t, { path = "", ...options } = {}) {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const hold = async (page) => {
    await page.route(/engine-[0-9a-f]+\.wasm$/, async (route) => {
      await gate;
      await route.continue();
    });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const moved = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent)?.slice(0, 80));
          window.shifts.push({ at: entry.startTime, value: entry.value, moved });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
  };
  const page = await shared.open(t, { ...options, path: null, prepare: hold });
  await page.goto(new URL(path, shared.site.url).href, { waitUntil: "domcontentloaded" });
  await page.evaluate(() => document.fonts.ready);
  await painted(page);
  // What moves while the page itself comes in, such as lines whose font has just come, is not the takeover's doing.
  const since = await page.evaluate(() => performance.now());
  return {
    page,
    shifts: () => page.evaluate((since) => window.shifts.filter(({ at }) => at >= since), since),
    takeOver: async () => {
      release();
      await engineIs(page, "ready");
      await painted(page);
    },
  };
}

/** Remembers every element of the page with its place; `moved` later tells which went away or elsewhere. */
const remember = () => {
  const place = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y + scrollY, width, height].join(" ");
  };
  window.remembered = [...document.body.querySelectorAll("*")].map((element) => [element, place(element)]);
  window.moved = () =>
    window.remembered
      .filter(([element, before]) => !element.isConnected || place(element) !== before)
      .map(([element, before]) => `${element.outerHTML.slice(0, 120)}: ${before} → ${element.isConnected && place(element)}`);
  return window.remembered.length;
};

for (const [name, viewport] of Object.entries({
  "a phone": { width: 360, height: 740 },
  "a tablet": { width: 820, height: 1100 },
  "a desktop": { width: 1440, height: 900 },
})) {
  test(`no element moves, goes or is made anew on ${name}`, async (t) => {
    const { page, shifts, takeOver } = await held(t, { viewport });
    assert.ok((await page.evaluate(remember)) > 500);
    const text = await page.evaluate(() => document.body.innerText);
    await takeOver();
    assert.deepEqual(await page.evaluate(() => window.moved().slice(0, 10)), []);
    assert.deepEqual(await shifts(), []);
    const shown = (words) => words.replace(/\s+/g, " ");
    const now = shown(await page.evaluate(() => document.body.innerText));
    for (const line of text.split("\n").filter(Boolean)) assert.ok(now.includes(shown(line)), line);
  });
}

test("scroll, focus, selection and opened sections are kept", async (t) => {
  const { page, takeOver } = await held(t);
  await page.locator("#fig-strategy-matrix-table > summary").click();
  const link = page.locator("#lessons a").first();
  await link.focus();
  const before = await page.evaluate(() => {
    const paragraph = document.querySelector("#lessons > p");
    paragraph.scrollIntoView({ block: "center", behavior: "instant" });
    getSelection().selectAllChildren(paragraph);
    return { scroll: scrollY, selected: String(getSelection()), focused: document.activeElement.outerHTML };
  });
  assert.ok(before.scroll > 1000 && before.selected.length > 20);
  // What moved until here was moved by the reader's own hand.
  await page.evaluate(() => (window.shifts = []));
  await takeOver();
  const after = await page.evaluate(() => ({
    scroll: scrollY,
    selected: String(getSelection()),
    focused: document.activeElement.outerHTML,
  }));
  assert.deepEqual(after, before);
  assert.equal(await page.locator("#fig-strategy-matrix-table").getAttribute("open"), "");
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});

test("a focused part inside a figure keeps focus", async (t) => {
  const { page, takeOver } = await held(t);
  await page.locator("#fig-timeline-table > summary").focus();
  await takeOver();
  assert.equal(await page.evaluate(() => document.activeElement.parentElement.id), "fig-timeline-table");
});

test("a fragment in the address is shown and stays in view", async (t) => {
  const { page, takeOver } = await held(t, { path: "#lessons" });
  const inView = () => page.waitForFunction(() => Math.abs(document.getElementById("lessons").getBoundingClientRect().top) < 120);
  await inView();
  await takeOver();
  await inView();
  const top = await page.locator("#lessons").evaluate((part) => part.getBoundingClientRect().top);
  assert.ok(Math.abs(top) < 120, `#lessons is at ${top}`);
});

test("the first redraw gives the same marks as the static picture", async (t) => {
  const page = await shared.open(t);
  const keys = () =>
    page
      .locator("#fig-strategy-matrix .plot svg:visible [data-key]")
      .evaluateAll((all) => all.map((mark) => mark.outerHTML.replace(/ is-active|is-active /g, "")));
  const before = await keys();
  const toggle = page.locator("#fig-strategy-matrix .controls button.toggle").first();
  await toggle.click();
  await page.waitForFunction((count) => document.querySelectorAll("#fig-strategy-matrix .plot svg [data-key]").length < count, before.length);
  await toggle.click();
  await page.waitForFunction((count) => document.querySelectorAll("#fig-strategy-matrix .plot svg [data-key]").length === count, before.length);
  assert.deepEqual(await keys(), before);
});
