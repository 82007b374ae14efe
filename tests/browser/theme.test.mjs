// Light, dark, or as the device is set: chosen once, kept, and never flashed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const choose = (page, theme) => page.locator(`input[name="theme"][value="${theme}"]`).check({ force: true });

/** How bright a color is, from 0 to 255. */
const brightness = (color) => {
  const [r, g, b] = color.match(/[\d.]+/g).map(Number);
  return (r + g + b) / 3;
};

test("the device's scheme counts until the reader chooses", async (t) => {
  const page = await shared.open(t, { colorScheme: "dark" });
  assert.ok(brightness(await ground(page)) < 60);
  await choose(page, "light");
  assert.ok(brightness(await ground(page)) > 200);
  await choose(page, "system");
  assert.ok(brightness(await ground(page)) < 60);
  await page.emulateMedia({ colorScheme: "light" });
  assert.ok(brightness(await ground(page)) > 200);
});

test("a choice is kept, and a reload never shows the other theme", async (t) => {
  const page = await shared.open(t, { colorScheme: "light" });
  await choose(page, "dark");
  // Every frame from the very first tells the ground that it was painted with.
  await page.addInitScript(() => {
    window.grounds = [];
    const frame = () => {
      if (document.body) window.grounds.push(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.reload();
  await page.waitForSelector('html[data-engine="ready"]', { state: "attached" });
  const grounds = await page.evaluate(() => [...new Set(window.grounds)]);
  // Before the style sheet there is no ground at all.
  const painted = grounds.filter((color) => color !== "rgba(0, 0, 0, 0)");
  assert.equal(painted.length, 1, grounds.join(", "));
  assert.ok(brightness(painted[0]) < 60);
  assert.ok(await page.locator('input[name="theme"][value="dark"]').isChecked());
});

test("the address can ask for a theme, also before the engine", async (t) => {
  const page = await shared.open(t, { path: "?theme=dark", colorScheme: "light" });
  assert.ok(brightness(await ground(page)) < 60);
  const hostile = await shared.open(t, { path: '?theme="><script>1</script>', colorScheme: "light" });
  assert.ok(brightness(await ground(hostile)) > 200);
});

test("'system' forgets the choice", async (t) => {
  const page = await shared.open(t);
  await choose(page, "dark");
  assert.equal(await page.evaluate(() => localStorage.length), 1);
  await choose(page, "system");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("the switch is worked by keyboard", async (t) => {
  const page = await shared.open(t);
  await page.locator('input[name="theme"]:checked').focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
});

test("a choice in the page goes before the one that the address asked for", async (t) => {
  const page = await shared.open(t, { colorScheme: "light", path: "?theme=dark" });
  assert.ok(brightness(await ground(page)) < 60);
  await choose(page, "light");
  await page.waitForFunction(() => !location.search.includes("theme"));
  await page.reload();
  assert.ok(brightness(await ground(page)) > 200);
});
