// The words beside a mark can be dismissed, pointed at, and stay (WCAG 1.4.13); fingers pin them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const ID = "strategy-matrix";
const tip = (page) => page.locator(`#fig-${ID} .tip`);
const active = (page) => page.locator(`#fig-${ID}-plot .is-active`).evaluateAll((all) => all[0]?.dataset.key ?? null);

/** The middles of marks in the window. */
async function middles(page, ...places) {
  await page.locator(`#fig-${ID}-plot`).evaluate((plot) => plot.scrollIntoView({ block: "center", behavior: "instant" }));
  return page.locator(`#fig-${ID} .plot svg:visible [data-key]`).evaluateAll(
    (marks, places) =>
      places.map((place) => {
        const { x, y, width, height } = marks[place].querySelector(".solid, .clear, .dotted").getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2, key: marks[place].dataset.key };
      }),
    places,
  );
}

test("a pointer shows them, and may go over to them once it rested", async (t) => {
  const page = await shared.open(t, { drawing: true });
  const [{ x, y, key }] = await middles(page, 22);
  await page.mouse.move(x, y);
  await tip(page).waitFor();
  assert.equal(await tip(page).locator("b").innerText(), await page.locator(`#fig-${ID}-readout`).innerText());
  assert.match(await tip(page).innerText(), /Enter or click for evidence/);
  assert.equal(await active(page), key);
  await page.waitForTimeout(600);
  assert.ok(await tip(page).isVisible(), "they stay while the pointer does");
  const box = await tip(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  assert.equal(await active(page), key, "the pointer is on the words now");
  await page.mouse.down();
  await page.mouse.up();
  await page.locator("#evidence-drawer").waitFor({ state: "visible" });
});

test("a pointer that sweeps over the marks goes through them", async (t) => {
  const page = await shared.open(t, { drawing: true });
  const [from, to] = await middles(page, 27, 2);
  await page.mouse.move(from.x, from.y);
  await tip(page).waitFor();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  assert.equal(await active(page), to.key);
});

test("Escape dismisses them, wherever the focus is, and the pointer leaves them behind", async (t) => {
  const page = await shared.open(t, { drawing: true });
  const [{ x, y }] = await middles(page, 22);
  await page.mouse.move(x, y);
  await tip(page).waitFor();
  await page.keyboard.press("Escape");
  await tip(page).waitFor({ state: "hidden" });
  // They stay away as long as the pointer is on the same mark.
  await page.mouse.move(x + 1, y);
  await page.mouse.move(x, y);
  assert.equal(await tip(page).isVisible(), false);
  assert.equal(await active(page), null);
  await page.mouse.move(2, 2);
  await page.mouse.move(x, y);
  await tip(page).waitFor();
  await page.mouse.move(2, 2);
  await tip(page).waitFor({ state: "hidden" });
  assert.equal(await active(page), null);
});

test("by keyboard they go with the mark; Escape steps back to the figure", async (t) => {
  const page = await shared.open(t, { drawing: true });
  await page.locator(`#fig-${ID}-plot`).focus();
  await page.keyboard.press("Home");
  await tip(page).waitFor();
  await page.keyboard.press("Escape");
  await tip(page).waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.id), `fig-${ID}-plot`);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), `fig-${ID}`);
});

test("a tap pins, a tap elsewhere unpins", async (t) => {
  const page = await shared.open(t, { drawing: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const mark = page.locator(`#fig-${ID} .plot svg:visible [data-key]`).nth(2);
  await mark.scrollIntoViewIfNeeded();
  const at = await mark.boundingBox();
  await page.touchscreen.tap(at.x + 8, at.y + 8);
  await tip(page).waitFor();
  assert.match(await tip(page).innerText(), /Tap again for evidence/);
  await page.locator(`#fig-${ID}-sentence`).evaluate((sentence) => sentence.scrollIntoView({ block: "center", behavior: "instant" }));
  assert.ok(await active(page), "scrolling is no tap");
  const box = await page.locator(`#fig-${ID}-sentence`).boundingBox();
  await page.touchscreen.tap(box.x + 20, box.y + 10);
  await tip(page).waitFor({ state: "hidden" });
  assert.equal(await active(page), null);
});

for (const id of ["strategy-matrix", "timeline", "national", "throughline"]) {
  test(`${id}: on a small screen they stay within it, for every mark`, async (t) => {
    const page = await shared.open(t, { path: `figure/${id}/`, drawing: true, viewport: { width: 320, height: 640 } });
    await page.locator(`#fig-${id}-plot`).focus();
    await page.keyboard.press("Home");
    await page.locator(`#fig-${id} .tip`).waitFor();
    const outside = await page.evaluate((id) => {
      const plot = document.querySelector(`#fig-${id}-plot`);
      const found = [];
      for (let last = null; ; ) {
        const { left, right } = plot.querySelector(".tip").getBoundingClientRect();
        const now = plot.querySelector(".is-active").dataset.key;
        if (left < 0 || right > document.documentElement.clientWidth) found.push(`${now}: ${left} to ${right}`);
        if (now === last) return found;
        last = now;
        plot.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true }));
      }
    }, id);
    assert.deepEqual(outside, []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  });
}
