// The height that snippets, kits and oEmbed reserve is reckoned when the site is built: a browser must not need more, and little less.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withHosts } from "./harness/hosts.mjs";
import { dist } from "./harness/site.mjs";

const shared = withHosts();
const { figures } = JSON.parse(readFileSync(join(dist, "embed/figures.json"), "utf8"));
/** One line of text: where the browser's letters stand closer than reckoned, a line may be saved. */
const LINE = 24;

const height = async (page) => {
  await page.evaluate(async () => void (await document.fonts.ready));
  return page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
};

for (const { id, shown } of figures) {
  test(`${id}: its height is as reckoned, with each state and at each width`, async (t) => {
    const context = await shared.browser.newContext({ reducedMotion: "reduce" });
    t.after(() => context.close());
    const page = await context.newPage();
    const wrong = [];
    const compare = (name, reckoned, real) => {
      if (reckoned < real || reckoned > real + LINE) wrong.push(`${name}: ${reckoned} px reckoned, ${real} px in the browser`);
    };
    for (const [state, { rooms }] of Object.entries(shown)) {
      const address = new URL(`embed/${id}/${state && `${state}/`}`, shared.site.url);
      await page.goto(address.href);
      for (const [width, [all]] of Object.entries(rooms)) {
        await page.setViewportSize({ width: Number(width), height: 900 });
        compare(`${state || "all"} at ${width}`, all, await height(page));
      }
    }
    const [all, words, buttons] = shown[""].rooms[700];
    await page.setViewportSize({ width: 700, height: 900 });
    for (const [query, less] of [["title=off", words], ["controls=none", buttons], ["title=off&controls=none", words + buttons - 16]]) {
      await page.goto(new URL(`embed/${id}/?${query}`, shared.site.url).href);
      compare(query, all - less, await height(page));
    }
    assert.deepEqual(wrong, []);
  });
}
