// Whoever goes through a figure by keyboard sees the mark that is told, however small the window.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { FIGURES } from "./harness/study.mjs";

const shared = withChromium();

/** Where the active mark is, and what of the window is free for it. */
const place = (page) =>
  page.evaluate(() => {
    const { top, bottom } = document.querySelector(".plot .is-active").getBoundingClientRect();
    const head = document.querySelector("header")?.getBoundingClientRect();
    return { top: Math.round(top), bottom: Math.round(bottom), from: Math.max(0, Math.round(head?.bottom ?? 0)), to: innerHeight };
  });

for (const id of FIGURES) {
  test(`${id}: keys keep their mark in the window`, async (t) => {
    const page = await shared.open(t, { path: `figure/${id}/`, drawing: true, viewport: { width: 360, height: 640 } });
    await page.locator(`#fig-${id}-plot`).focus();
    for (const key of ["End", "Home", "End"]) {
      await page.keyboard.press(key);
      const { top, bottom, from, to } = await place(page);
      assert.ok(top >= from && bottom <= to, `after ${key} the mark is at ${top} to ${bottom} px of ${from} to ${to}`);
    }
  });
}
