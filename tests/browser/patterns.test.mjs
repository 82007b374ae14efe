// Patterns double the hues of states, for who switches them on or asked the device for more contrast.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { choose, openSettings } from "./harness/settings.mjs";

const shared = withChromium();
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
  assert.deepEqual(await fills(page), { states: 5, fills: 1 });
  await openSettings(page);
  await page.locator('input[name="patterns"]:checked').focus();
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await fills(page), { states: 5, fills: 5 });
  for (const name of ["pattern-2", "pattern-8"]) assert.equal(await page.locator(`#${name}`).count(), 1);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.reload();
  await page.waitForSelector('html[data-engine="ready"]', { state: "attached" });
  assert.deepEqual(await fills(page), { states: 5, fills: 1 });
});

test("on and off again: the picture is as it was", async (t) => {
  const page = await shared.open(t);
  const before = await fills(page);
  await choose(page, "patterns", "on");
  assert.equal((await fills(page)).fills, 5);
  await choose(page, "patterns", "off");
  assert.deepEqual(await fills(page), before);
});

for (const asked of [{ contrast: "more" }, { forcedColors: "active" }]) {
  test(`on from the start for a device that asks for ${JSON.stringify(asked)}, until the reader says otherwise`, async (t) => {
    const page = await shared.open(t, { ...asked, javaScriptEnabled: false, ready: false, tolerate: /preloaded using link preload but not used/ });
    assert.equal((await fills(page)).fills, 5, "without the engine, too");
    const alive = await shared.open(t, asked);
    assert.equal((await fills(alive)).fills, 5);
    await choose(alive, "patterns", "off");
    assert.equal((await fills(alive)).fills, 1);
  });
}
