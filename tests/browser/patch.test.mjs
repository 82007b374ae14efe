// A change of View edits the picture: marks that stay are the same elements, and the active mark costs next to nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const PLOT = "#fig-strategy-matrix-plot";
const sortBy = (page, order) => page.locator("#fig-strategy-matrix select").selectOption(order);
const opened = (t, options = {}) => shared.open(t, { path: "figure/strategy-matrix/", drawing: true, ...options });

/** Does something, and waits until the picture shows it. */
async function changed(page, act) {
  const states = (plot) => [...document.querySelectorAll(`${plot} svg`)].find((svg) => svg.getBoundingClientRect().width > 0).outerHTML;
  const before = await page.evaluate(states, PLOT);
  await act();
  for (let tries = 0; (await page.evaluate(states, PLOT)) === before; tries += 1) {
    assert.ok(tries < 100, "the picture stays as it was");
    await page.waitForTimeout(50);
  }
}

/** Remembers each mark of the picture by its key. */
const remember = (page) =>
  page.evaluate((plot) => {
    const seen = [...document.querySelectorAll(`${plot} svg`)].find((svg) => svg.getBoundingClientRect().width > 0);
    window.marks = new Map([...seen.querySelectorAll("[data-key]")].map((mark) => [mark.dataset.key, mark]));
    return window.marks.size;
  }, PLOT);
/** How many marks there are, and how many of them are still the elements that they were. */
const kept = (page) =>
  page.evaluate((plot) => {
    const now = [...document.querySelectorAll(`${plot} svg [data-key]`)];
    return { marks: now.length, same: now.filter((mark) => window.marks.get(mark.dataset.key) === mark).length };
  }, PLOT);

test("marks that stay are the same elements, also from the static picture on", async (t) => {
  const page = await opened(t);
  const all = await remember(page);
  await changed(page, () => sortBy(page, "name"));
  assert.deepEqual(await kept(page), { marks: all, same: all });
  await changed(page, () => page.locator("#fig-strategy-matrix .controls button", { hasText: "Only differences" }).click());
  const { marks, same } = await kept(page);
  assert.ok(marks > 0 && marks < all);
  assert.equal(same, marks);
});

test("the active mark changes a class and its outline, and nothing else of the picture", async (t) => {
  const page = await opened(t);
  await page.locator(PLOT).focus();
  await page.keyboard.press("Home");
  await page.locator(`${PLOT} .tip`).waitFor();
  await page.evaluate((plot) => {
    window.changes = [];
    new MutationObserver((records) => {
      for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
        if (target.parentElement?.closest(".tip") || target.matches?.(".tip, .plot")) continue;
        const nodes = [...addedNodes, ...removedNodes].map((node) => node.getAttribute?.("class") ?? node.nodeName);
        window.changes.push([type, attributeName ?? "", target.getAttribute("class").split(" ")[0], ...nodes].join(" "));
      }
    }).observe(document.querySelector(plot), { subtree: true, childList: true, attributes: true });
  }, PLOT);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => window.changes.length > 0);
  const changes = await page.evaluate(() => window.changes.toSorted());
  assert.deepEqual(changes, ["attributes class mark", "attributes class mark", "childList  mark target", "childList  mark target"]);
});

test("no outline is left behind when the View changes under the active mark", async (t) => {
  const page = await opened(t);
  await page.locator(PLOT).focus();
  await page.keyboard.press("Home");
  await page.locator(`${PLOT} .tip`).waitFor();
  const keys = () => page.locator(`${PLOT} .is-active`).evaluateAll((all) => all.map((mark) => mark.dataset.key));
  const [before, ...more] = await keys();
  assert.ok(before && more.length === 0);
  await changed(page, () => sortBy(page, "name"));
  assert.ok((await page.locator(`${PLOT} .target`).count()) <= 1);
  assert.ok((await keys()).every((now) => now === before));
});

test("marks that moved glide for less than 300 ms", async (t) => {
  const page = await opened(t, { reducedMotion: "no-preference" });
  await page.evaluate(() => {
    window.glides = [];
    const { animate } = Element.prototype;
    Element.prototype.animate = function (...given) {
      const animation = animate.apply(this, given);
      window.glides.push({ mark: this.matches(".mark"), time: animation.effect.getComputedTiming().endTime });
      return animation;
    };
  });
  await changed(page, () => sortBy(page, "name"));
  const glides = await page.evaluate(() => window.glides);
  assert.ok(glides.length > 10, `${glides.length} marks glide`);
  assert.ok(glides.every(({ mark, time }) => mark && time < 300));
  await page.waitForFunction(() => document.getAnimations().length === 0);
});

test("with reduced motion nothing glides", async (t) => {
  const page = await opened(t);
  await changed(page, () => sortBy(page, "name"));
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});
