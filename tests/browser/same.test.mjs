// The same View gives the same picture and words, whether drawn on the build machine or in the browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { drawingIsReady, withChromium } from "./harness/chromium.mjs";
import { root, tool } from "./harness/site.mjs";
import { FIGURES } from "./harness/study.mjs";

const shared = withChromium();
const VIEWS = ["states=nd,sc", "years=2012-2021&sort=name", "states=az&group=none", "layer=study"];

const native = (figure, view, ...rest) =>
  execFileSync(tool, ["draw", figure, "--view", view, ...rest], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }).trimEnd();

/** Both pictures as one parser reads them, so that only what they are can differ. */
const compared = (page, figure, svg) =>
  page.evaluate(
    ([figure, svg]) => {
      const template = document.createElement("template");
      template.innerHTML = svg;
      const drawn = [...document.querySelectorAll(`#fig-${figure} .plot svg.scene`)].filter((one) => one.checkVisibility());
      return { drawn: drawn.map((one) => one.outerHTML), native: template.innerHTML };
    },
    [figure, svg],
  );

for (const [layout, width] of [["wide", 1280], ["narrow", 360]]) {
  test(`every figure is drawn alike natively and in the browser: ${layout}`, async (t) => {
    for (const figure of FIGURES) {
      const page = await shared.open(t, { path: `figure/${figure}/?${VIEWS[0]}`, viewport: { width, height: 1200 } });
      await drawingIsReady(page);
      for (const view of VIEWS) {
        if (view !== VIEWS[0]) {
          await page.goto(new URL(`figure/${figure}/?${view}`, shared.site.url).href);
          await drawingIsReady(page);
        }
        const sentence = native(figure, view, "--words").split("\n")[2];
        await page.waitForFunction(
          ([figure, sentence]) => document.querySelector(`#fig-${figure}-sentence`).textContent === sentence,
          [figure, sentence],
        );
        const both = await compared(page, figure, native(figure, view, "--layout", layout));
        assert.deepEqual(both.drawn, [both.native], `${figure} ?${view} ${layout}`);
      }
      await page.context().close();
    }
  });
}
