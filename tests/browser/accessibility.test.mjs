// No axe violation in any state of the page, and what axe cannot see: focus, names, targets.

import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { choose } from "./harness/settings.mjs";

const shared = withChromium();

const openAll = async (page) => {
  await page.evaluate(() => document.querySelectorAll("main details").forEach((section) => (section.open = true)));
};
const openDrawer = async (page) => {
  await page.locator("main a.evidence[data-evidence]").first().click();
  await page.locator("#evidence-drawer").waitFor({ state: "visible" });
};
const doubleText = async (page) => {
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
};

const STATES = {
  "light": { colorScheme: "light" },
  "dark": { colorScheme: "dark" },
  "forced colors": { forcedColors: "active" },
  "320 px": { viewport: { width: 320, height: 640 } },
  "200 % text": { act: doubleText },
  "200 % text on a phone": { viewport: { width: 390, height: 844 }, act: doubleText },
  "all sections open": { act: openAll },
  "all sections open, dark": { colorScheme: "dark", act: openAll },
  "drawer open": { act: openDrawer },
  "drawer open, dark, 320 px": { colorScheme: "dark", viewport: { width: 320, height: 640 }, act: openDrawer },
  "menu open": { act: (page) => page.locator("details.menu:not(.settings) > summary").click() },
  "a term's definition open": { act: (page) => page.locator("button.term").first().click() },
  "a mark active": {
    act: async (page) => {
      await page.locator("#fig-timeline-plot").focus();
      await page.keyboard.press("Home");
    },
  },
  "a table that is sorted, with a mark that it lights": {
    act: async (page) => {
      await page.locator("#fig-timeline-table > summary").click();
      await page.locator("#fig-timeline .sort").nth(1).click();
      await page.locator("#fig-timeline [aria-sort]").waitFor();
      await page.locator("#fig-timeline-table-body th[id]").nth(2).hover();
    },
  },
  "patterns on, dark": { colorScheme: "dark", act: (page) => choose(page, "patterns", "on") },
  "what a mark sums up": {
    path: "figure/district-practices/",
    act: async (page) => {
      await page.locator("#fig-district-practices-plot").focus();
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await page.locator("#evidence-drawer article").waitFor({ state: "visible" });
    },
  },
  "a View in the address": { path: "?states=nd,sc&diff=1" },
  "no engine": { prepare: (page) => page.route(/\.wasm$/, (route) => route.abort()), ready: false, tolerate: /^console|Failed to load/ },
  "the page for a wrong address": { path: "404.html" },
  "a state's page": { path: "state/nd/" },
  "a state's page, dark, 320 px, all open": { path: "state/nv/", colorScheme: "dark", viewport: { width: 320, height: 640 }, act: openAll },
  "a strategy's page": { path: "strategy/portrait/", colorScheme: "dark" },
  "a practice's page": { path: "practice/agency/" },
  "a district's page": { path: "district/nd-northern-cass/", act: openAll },
  "two side by side": { path: "compare/nd/nv/" },
  "two side by side, forced colors": { path: "compare/az-mesa/nd-oakes/", forcedColors: "active" },
  "the index": { path: "index/" },
  "without a connection": { path: "offline/#absent", ready: false },
  "all tables": { path: "data/" },
  "a table": { path: "data/events/" },
  "a table, dark, 320 px, columns open": {
    path: "data/observations/?table.sort=-value&table.is.place=nd",
    colorScheme: "dark",
    viewport: { width: 320, height: 640 },
    act: openAll,
  },
  "a table, forced colors": { path: "data/states/", forcedColors: "active" },
  "all pairs, dark": { path: "compare/", colorScheme: "dark" },
};

for (const [name, { act, ...options }] of Object.entries(STATES)) {
  test(`axe finds nothing: ${name}`, async (t) => {
    const page = await shared.open(t, options);
    await act?.(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target).join(" | ")}`);
    assert.deepEqual(told, []);
  });
}

test("the first stop of the keyboard skips to the report", async (t) => {
  const page = await shared.open(t);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  assert.ok(await page.locator(".skip").isVisible());
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");
});

test("focus is always seen", async (t) => {
  const page = await shared.open(t);
  const seen = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press("Tab");
    seen.push(
      await page.evaluate(() => {
        const element = document.activeElement;
        const shown = element.matches("input[type=radio]") ? element.parentElement : element;
        const style = [element, element.nextElementSibling, shown].filter(Boolean).map((one) => getComputedStyle(one));
        const outlined = style.some(({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none");
        const { top } = shown.getBoundingClientRect();
        return { name: element.outerHTML.slice(0, 90), outlined, inView: top < innerHeight && top > -200 };
      }),
    );
  }
  assert.deepEqual(seen.filter((stop) => !stop.outlined || !stop.inView), []);
});

test("the drawer keeps focus inside while it is open", async (t) => {
  const page = await shared.open(t);
  await openDrawer(page);
  const outside = [];
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => {
      const inside = document.activeElement.closest("#evidence-drawer");
      return inside || document.activeElement === document.body ? null : document.activeElement.outerHTML.slice(0, 90);
    });
    if (place) outside.push(place);
  }
  assert.deepEqual(outside, []);
});

test("headings step by one and every figure says what it shows", async (t) => {
  const page = await shared.open(t);
  const levels = await page.locator("main h1, main h2, main h3, main h4, main h5").evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1, `h${level} after h${before}`);
    return level;
  });
  const snapshot = await page.locator("#fig-timeline").ariaSnapshot();
  assert.match(snapshot, /^- figure ".{20,}/);
});

test("things to press are at least 24 px wide and high, or stand in a line of text", async (t) => {
  const page = await shared.open(t, { viewport: { width: 390, height: 844 } });
  const small = await page.locator("button:visible, summary:visible, select:visible, input:visible, .masthead a:visible").evaluateAll((all) =>
    all
      .filter((element) => !element.closest("p, li > span") && !element.matches("input[type=radio]"))
      .map((element) => ({ name: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
  );
  assert.deepEqual(small, []);
});

test("on a screen of 320 px pictures are as wide as their marks need to be targets of 24 px", async (t) => {
  // tests/figures/sound.rs counts on 304 px.
  const page = await shared.open(t, { viewport: { width: 320, height: 640 } });
  const narrow = await page.locator(".plot svg.scene:visible").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right]));
  assert.ok(narrow.length >= 15, `${narrow.length} pictures`);
  for (const [left, right] of narrow) assert.ok(right - left >= 304 && left >= 0 && right <= 320, `${left} to ${right}`);
});

test("reduced motion stops all motion", async (t) => {
  const page = await shared.open(t);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((list) => list.split(",").some((time) => parseFloat(time) > 0.01));
      })
      .map((element) => element.outerHTML.slice(0, 90)),
  );
  assert.deepEqual(moving, []);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
});
