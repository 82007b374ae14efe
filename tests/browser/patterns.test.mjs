// Patterns double the hues of states, for who switches them on or asked the device for more contrast.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const on = (page) => page.evaluate(() => document.documentElement.hasAttribute("data-patterns"));
const turned = (page, wanted) => page.waitForFunction((wanted) => document.documentElement.hasAttribute("data-patterns") === wanted, wanted);
const toggle = (page) => page.locator('input[name="patterns"]');
/** How many states have marks, and how many different patterns fill them. */
const fills = (page) =>
  page.locator("#fig-timeline .plot svg:visible .mark").evaluateAll((marks) => {
    const found = marks.flatMap((mark) => {
      const shape = mark.querySelector(".solid");
      const state = [...mark.classList].find((name) => /^s\d$/.test(name));
      return shape && state ? [[state, getComputedStyle(shape).fill.replace(/rgb.*/, "")]] : [];
    });
    return { states: new Set(found.map(([state]) => state)).size, fills: new Set(found.map(([, fill]) => fill)).size };
  });

test("off at first, on by choice, and forgotten by the next page", async (t) => {
  const page = await shared.open(t);
  assert.ok(!(await on(page)));
  assert.deepEqual(await fills(page), { states: 5, fills: 1 });
  await toggle(page).focus();
  await page.keyboard.press("Space");
  await turned(page, true);
  assert.deepEqual(await fills(page), { states: 5, fills: 5 });
  for (const name of ["pattern-2", "pattern-8"]) assert.equal(await page.locator(`#${name}`).count(), 1);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.reload();
  await page.waitForSelector('html[data-engine="ready"]', { state: "attached" });
  assert.ok(!(await on(page)));
});

test("on and off again: the picture is as it was", async (t) => {
  const page = await shared.open(t);
  const before = await fills(page);
  await toggle(page).check({ force: true });
  await turned(page, true);
  await toggle(page).uncheck({ force: true });
  await turned(page, false);
  assert.deepEqual(await fills(page), before);
});

for (const asked of [{ contrast: "more" }, { forcedColors: "active" }]) {
  test(`on from the start for a device that asks for ${JSON.stringify(asked)}`, async (t) => {
    const page = await shared.open(t, asked);
    await turned(page, true);
    assert.ok(await toggle(page).isChecked());
    assert.equal((await fills(page)).fills, 5);
  });
}
