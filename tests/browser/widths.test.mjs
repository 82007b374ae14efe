// From a small phone to a projector: nothing sticks out, nothing is cut off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const WIDTHS = [320, 360, 390, 480, 600, 768, 820, 1024, 1280, 1440, 1920, 2560];

/** Elements that stick out of the window, other than inside a box that scrolls by itself. */
const overflowing = () => {
  const limit = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  };
  return [...document.body.querySelectorAll("*")]
    .filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      return width > 1 && (right > limit + 1 || left < -1) && !scrolls(element) && getComputedStyle(element).visibility !== "hidden";
    })
    .map((element) => element.outerHTML.slice(0, 100));
};

test("no width from 320 to 2560 px scrolls sideways", async (t) => {
  const page = await shared.open(t);
  await page.evaluate(() => document.querySelectorAll("details").forEach((section) => (section.open = true)));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(scroll, 0, `${width} px: ${(await page.evaluate(overflowing)).slice(0, 3).join("\n")}`);
    assert.deepEqual((await page.evaluate(overflowing)).slice(0, 3), [], `${width} px`);
  }
});

test("200 % text on a narrow window scrolls one way only", async (t) => {
  const page = await shared.open(t, { viewport: { width: 640, height: 900 } });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
});

test("running text stays in a column that can be read", async (t) => {
  const page = await shared.open(t);
  for (const width of [1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    const characters = await page.locator("#partnerships > p").first().evaluate((paragraph) => {
      const probe = document.createElement("span");
      probe.textContent = "0".repeat(100);
      probe.style.whiteSpace = "nowrap";
      paragraph.append(probe);
      const wide = probe.getBoundingClientRect().width / 100;
      probe.remove();
      return paragraph.getBoundingClientRect().width / wide;
    });
    assert.ok(characters > 45 && characters < 85, `${characters} characters at ${width} px`);
  }
});

test("each figure is drawn for the room it has, and its text can be read", async (t) => {
  const page = await shared.open(t);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const id of ["strategy-matrix", "timeline"]) {
      const pictures = page.locator(`#fig-${id} .plot svg:visible`);
      assert.equal(await pictures.count(), 1, `${id} at ${width}`);
      const smallest = await pictures.evaluate((svg) => {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        const sizes = [...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
        return Math.min(...sizes);
      });
      assert.ok(smallest >= 11, `${id} at ${width} px has text of ${smallest.toFixed(1)} px`);
    }
  }
});
