// Pictures of thousands of marks are painted; all else about them is as with few. The studies are made up.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { matrixData, scatterData, writeStudy } from "../bench/study.mjs";
import { drawingIsReady, withChromium } from "./harness/chromium.mjs";
import { choose } from "./harness/settings.mjs";
import { dist, root, serveSite, tool } from "./harness/site.mjs";

const KINDS = {
  "50 states × 40 strategies": { figure: "strategy-matrix", data: () => matrixData(2_000), marks: 2_000, few: "strategies=strategy-1,strategy-2" },
  "13,000 districts": { figure: "district-landscape", data: () => scatterData(13_000), marks: 13_000, few: "districts=aa-1,ab-2" },
};

/** A site with one page: this figure, of this study. */
function built(folder, { figure, data }) {
  const [study, site] = ["study", "site"].map((name) => path.join(folder, name));
  writeStudy(study, data());
  const page = `figure/${figure}/`;
  execFileSync(tool, ["build", "--study", study, "--engine", dist, "--out", site, "--only", page], { cwd: root, stdio: "ignore" });
  // A server wants a front page, and paper the list of sources, which such a site has not.
  mkdirSync(path.join(site, "sources"));
  for (const page of ["index.html", "sources/index.html"]) writeFileSync(path.join(site, page), "");
  return site;
}

for (const [name, kind] of Object.entries(KINDS)) {
  describe(name, () => {
    let folder;
    before(() => (folder = mkdtempSync(path.join(os.tmpdir(), "throughline-"))));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const shared = withChromium({ serve: () => serveSite(built(folder, kind)) });
    const { figure } = kind;
    const readout = (page) => page.locator(`#fig-${figure}-readout`).textContent();
    const active = (page) => page.locator(`#fig-${figure} .plot .is-active`).evaluateAll((all) => all.map((mark) => mark.dataset.key));

    /** The figure's page, once its picture is painted. */
    const opened = async (t, { query = "", ...options } = {}) => {
      const page = await shared.open(t, { path: `figure/${figure}/${query}`, ...options });
      await drawingIsReady(page);
      if (!query) await page.waitForSelector(`#fig-${figure}-plot canvas`);
      return page;
    };
    /** What is painted: how large, how dense, how many colors, and the color of the first corner. */
    const painted = (page) =>
      page.locator(`#fig-${figure}-plot canvas`).evaluate((canvas) => {
        // Read from a copy: reading slows a canvas down, of which the browser warns.
        const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
        const pixels = copy.getContext("2d", { willReadFrequently: true });
        pixels.drawImage(canvas, 0, 0);
        const { data } = pixels.getImageData(0, 0, copy.width, copy.height);
        const colors = new Map();
        for (let at = 0; at < data.length; at += 4) {
          if (data[at + 3] !== 255) continue;
          const color = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
          colors.set(color, (colors.get(color) ?? 0) + 1);
        }
        const picture = canvas.parentElement.querySelector("svg").getBoundingClientRect();
        const box = canvas.getBoundingClientRect();
        return {
          fits: Math.abs(box.width - picture.width) < 1 && Math.abs(box.height - picture.height) < 1,
          density: canvas.width / box.width,
          colors: [...colors].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([color]) => color.toString(16)),
        };
      });

    test("the picture is a canvas of few elements, as dense as the screen", async (t) => {
      const page = await opened(t, { deviceScaleFactor: 2 });
      const { fits, density, colors } = await painted(page);
      assert.ok(fits);
      assert.ok(density > 1.2 && density <= 2.01, `${density} pixels for one`);
      assert.ok(colors.length > 3, colors.join(" "));
      assert.ok((await page.locator(`#fig-${figure}-plot *`).count()) < 20);
    });

    test("the keyboard reaches the first, the last, the next and a named one", async (t) => {
      const page = await opened(t);
      await page.locator(`#fig-${figure}-plot`).focus();
      const seen = new Set();
      for (const key of ["Home", "End", "PageUp", "ArrowUp"]) {
        await page.keyboard.press(key);
        const [now, ...more] = await active(page);
        assert.ok(now && more.length === 0, key);
        seen.add(now);
      }
      assert.equal(seen.size, 4);
      const hint = await readout(page);
      await page.keyboard.type("State BX");
      assert.notEqual(await readout(page), hint);
      await page.keyboard.press("Enter");
      await page.locator("#evidence-drawer article").waitFor({ state: "visible" });
      await page.keyboard.press("Escape");
      await page.locator("#evidence-drawer").waitFor({ state: "hidden" });
      assert.equal((await active(page)).length, 1);
    });

    test("a pointer finds the mark under it at once", async (t) => {
      const page = await opened(t);
      const plot = page.locator(`#fig-${figure}-plot`);
      await plot.focus();
      await page.keyboard.press("Home");
      const [first] = await active(page);
      const at = await plot.evaluate((plot) => {
        const { x, y, width, height } = plot.querySelector(".is-active .solid, .is-active :not(.target)").getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await page.keyboard.press("Escape");
      assert.deepEqual(await active(page), []);
      await page.mouse.move(at.x, at.y);
      assert.deepEqual(await active(page), [first]);
    });
    test("colors follow the theme and forced colors", async (t) => {
      const page = await opened(t, { colorScheme: "light" });
      const light = await painted(page);
      await choose(page, "theme", "dark");
      const turned = async (than) => {
        for (let tries = 0; ; tries += 1) {
          const { colors } = await painted(page);
          if (colors.join() !== than.join()) return colors;
          assert.ok(tries < 50, "nothing was painted anew");
          await page.waitForTimeout(50);
        }
      };
      const dark = await turned(light.colors);
      assert.ok(!dark.includes(light.colors[0]), "a color of the light theme is left");
      await page.emulateMedia({ forcedColors: "active" });
      await turned(dark);
    });

    test("what is marked stands out from the rest, and no longer when it is taken back", async (t) => {
      const page = await opened(t);
      const before = (await painted(page)).colors;
      const table = page.locator(`#fig-${figure}-table`);
      await table.locator("summary").first().click();
      // Any key opens what is about a state, where that can be marked.
      await page.locator(`#fig-${figure}-plot`).focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      const button = page.locator('#evidence-drawer [data-choice^="mark:states:"]').first();
      const name = await button.innerText();
      await button.click();
      await page.keyboard.press("Escape");
      await page.locator("#evidence-drawer").waitFor({ state: "hidden" });
      await page.locator(`#fig-${figure}-plot`).blur();
      await page.waitForFunction((figure) => document.querySelector(`#fig-${figure} .plot.has-marked`), figure);
      const marked = (await painted(page)).colors;
      assert.notDeepEqual(marked, before);
      await page.waitForFunction((figure) => document.querySelector(`#fig-${figure} .figure-table .is-marked`), figure);
      const heads = await table.locator(".is-marked").evaluateAll((all) => all.map((head) => [head.tagName, head.dataset.key ?? "", head.textContent]));
      assert.ok(heads.every(([tag]) => tag === "TH"), heads.join("; "));
      assert.ok(figure !== "strategy-matrix" || heads.map(([, , text]) => text).join() === name, heads.join("; "));
      await page.locator("#chosen [data-choice^=mark]").click();
      await page.waitForFunction((figure) => !document.querySelector(`#fig-${figure} :is(.has-marked, .is-marked, .in-marked)`), figure);
      assert.deepEqual((await painted(page)).colors, before);
    });

    test("another width gets another drawing", async (t) => {
      const page = await opened(t);
      const width = () => page.locator(`#fig-${figure}-plot svg`).getAttribute("width");
      const wide = await width();
      await page.setViewportSize({ width: 360, height: 800 });
      await page.waitForFunction(([figure, wide]) => document.querySelector(`#fig-${figure}-plot svg`).getAttribute("width") !== wide, [figure, wide]);
      assert.ok((await painted(page)).fits);
    });

    test("table and picture point out the same mark; paper gets lines", async (t) => {
      const page = await opened(t);
      await page.locator(`#fig-${figure}-plot`).focus();
      await page.keyboard.press("Home");
      const [key] = await active(page);
      await page.locator(`#fig-${figure}-table > summary`).evaluate((summary) => summary.click());
      await page.waitForFunction((figure) => document.querySelectorAll(`#fig-${figure} .figure-table .is-active`).length === 1, figure);
      await page.locator(`#fig-${figure} .figure-table tbody :is(td,th):is([id],[data-key])`).last().dispatchEvent("pointerover");
      const [other] = await active(page);
      assert.ok(other && other !== key);
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      assert.equal(await page.locator(`#fig-${figure}-plot svg [data-key]`).count(), kind.marks);
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      assert.equal(await page.locator(`#fig-${figure}-plot canvas`).count(), 1);
    });

    test("few of the marks are elements again", async (t) => {
      const page = await opened(t, { query: `?${kind.few}` });
      await page.waitForFunction((figure) => {
        const marks = document.querySelectorAll(`#fig-${figure}-plot svg [data-key]`).length;
        return marks > 0 && marks <= 100;
      }, figure);
      assert.equal(await page.locator(`#fig-${figure}-plot canvas`).count(), 0);
    });
  });
}
