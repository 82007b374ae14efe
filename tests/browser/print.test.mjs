// On paper the report reads well: everything open, nothing to press, black on white.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();

test("paper shows figures, tables and sources, and no controls, in any theme", async (t) => {
  const page = await shared.open(t, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  for (const hidden of [".masthead", ".controls", ".anchor"]) {
    assert.equal(await page.locator(`${hidden}:visible`).count(), 0, hidden);
  }
  assert.ok(await page.locator(".outline li").count() >= 8 && await page.locator(".outline").isVisible(), "it has contents");
  for (const id of ["strategy-matrix", "timeline"]) {
    assert.ok(await page.locator(`#fig-${id} .plot svg:visible`).first().isVisible());
  }
});

for (const engine of [true, false]) {
  test(`closed sections are printed ${engine ? "with" : "without"} the engine`, async (t) => {
    const page = await shared.open(t, engine ? {} : { javaScriptEnabled: false, ready: false });
    const before = await page.locator("main details[open]").count();
    await page.emulateMedia({ media: "print" });
    if (engine) await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.ok(await page.locator("#fig-timeline table tbody tr").first().isVisible());
    // The outline repeats the table, and is printed on the figure's own page.
    assert.ok(!(await page.locator("#fig-timeline-outline").isVisible()));
    await page.emulateMedia({ media: "screen" });
    if (engine) await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("main details[open]").count(), before);
  });
}

test("a figure's own page is printed with table and outline, without the engine too", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/", javaScriptEnabled: false, ready: false });
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("table tbody tr").first().isVisible());
  assert.ok(await page.locator(".outline-tree li").first().isVisible());
});

test("the report prints to a PDF of a sane length that holds its words", async (t) => {
  const page = await shared.open(t);
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  assert.ok(pages >= 10 && pages <= 120, `${pages} pages`);
});

test("nothing on paper is wider than the paper", async (t) => {
  const page = await shared.open(t, { viewport: { width: 672, height: 960 } });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  const wide = await page.evaluate(() => [...document.querySelectorAll("main table")].filter((table) => table.scrollWidth > table.parentElement.clientWidth + 1).map((table) => table.closest("[id]").id));
  assert.deepEqual(wide, [], "tables that are cut off");
});

test("on paper layers keep their shapes without backgrounds, high contrast is for screens, and letters have paper's size", async (t) => {
  const page = await shared.open(t, { path: "present/" });
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    const [before, size] = [getComputedStyle(root).getPropertyValue("--figure-ink"), getComputedStyle(root).fontSize];
    root.dataset.roomContrast = "";
    root.dataset.text = "150";
    return {
      shapes: getComputedStyle(document.querySelector(".evidence"), "::before").printColorAdjust,
      ink: getComputedStyle(root).getPropertyValue("--figure-ink") === before,
      size: getComputedStyle(root).fontSize === size,
      cut: [...document.querySelectorAll(".slide-picture")].filter((picture) => picture.scrollHeight > picture.clientHeight + 1).length,
    };
  });
  assert.deepEqual(found, { shapes: "exact", ink: true, size: true, cut: 0 });
});
