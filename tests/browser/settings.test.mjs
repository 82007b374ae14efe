// Theme, size of text, contrast, patterns, motion and keys: as the device is set until a reader says otherwise, everywhere, never
// flashed, and kept only on request.

import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { engineIs, withChromium } from "./harness/chromium.mjs";
import { choose, chosen, keep, openSettings } from "./harness/settings.mjs";

const shared = withChromium();
const KEY = "throughline-settings";
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const letters = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
const entry = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const note = (page) => page.locator(".settings [role=status]").innerText();
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const SYSTEM = { theme: "system", text: "100", contrast: "system", patterns: "system", motion: "system", letters: "on" };

/** How bright a color is, from 0 to 255. */
const brightness = (color) => {
  const [r, g, b] = color.match(/[\d.]+/g).map(Number);
  return (r + g + b) / 3;
};
async function again(page) {
  await page.reload();
  await engineIs(page, "ready");
}

test("the device's scheme counts until the reader chooses", async (t) => {
  const page = await shared.open(t, { colorScheme: "dark" });
  assert.ok(brightness(await ground(page)) < 60);
  await choose(page, "theme", "light");
  assert.ok(brightness(await ground(page)) > 200);
  await choose(page, "theme", "system");
  assert.ok(brightness(await ground(page)) < 60);
  await page.emulateMedia({ colorScheme: "light" });
  assert.ok(brightness(await ground(page)) > 200);
});

test("nothing is kept that the reader did not ask to keep", async (t) => {
  const page = await shared.open(t, { colorScheme: "light" });
  assert.deepEqual(await chosen(page), SYSTEM);
  await choose(page, "theme", "dark");
  await choose(page, "text", "130");
  assert.equal(await letters(page), 20.8);
  assert.match(await note(page), /^Not kept/);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
  await again(page);
  assert.deepEqual(await chosen(page), SYSTEM);
  assert.equal(await letters(page), 16);
  assert.ok(brightness(await ground(page)) > 200);
});

test("what is kept is in one entry, in force on all pages, and gone when it is no longer wanted", async (t) => {
  const page = await shared.open(t, { colorScheme: "light" });
  await choose(page, "theme", "dark");
  await keep(page);
  await choose(page, "text", "130");
  await choose(page, "contrast", "more");
  await choose(page, "patterns", "on");
  await choose(page, "motion", "off");
  await choose(page, "letters", "off");
  await page.waitForFunction(([key, entry]) => localStorage.getItem(key) === entry, [KEY, "theme=dark text=130 contrast=more patterns=on motion=off letters=off"]);
  assert.match(await note(page), /^Kept/);
  assert.equal(await page.evaluate(() => localStorage.length), 1);
  for (const path of ["", "state/nd/", "figure/timeline/", "data/events/", "present/", "compare/az/nd/", "404.html"]) {
    await page.goto(new URL(path, shared.site.url).href);
    await engineIs(page, "ready");
    assert.deepEqual(await chosen(page), { theme: "dark", text: "130", contrast: "more", patterns: "on", motion: "off", letters: "off" }, path);
    assert.equal(await letters(page), 20.8, path);
    assert.equal(await ground(page), "rgb(0, 0, 0)", path);
    await page.keyboard.press("/");
    assert.equal(await page.locator("#search-dialog").count(), 0, path);
  }
  // An embed takes its colors from its host, and the rest from its reader.
  await page.goto(new URL("embed/timeline/", shared.site.url).href);
  assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })).then(({ theme, text, patterns }) => [theme, text, patterns]), [undefined, "130", "on"]);
  await page.goto(shared.site.url);
  await engineIs(page, "ready");
  await keep(page, false);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal(await letters(page), 20.8, "what is in force stays while the page is open");
  await again(page);
  assert.deepEqual(await chosen(page), SYSTEM);
});

test("kept settings are painted from the first frame on", async (t) => {
  const page = await shared.open(t, { colorScheme: "light" });
  await choose(page, "theme", "dark");
  await choose(page, "text", "150");
  await keep(page);
  // Every frame from the very first tells the ground that it was painted with, and the size of its text.
  await page.addInitScript(() => {
    window.frames_ = [];
    const frame = () => {
      if (document.body) window.frames_.push(`${getComputedStyle(document.body).backgroundColor} ${getComputedStyle(document.documentElement).fontSize}`);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await again(page);
  // Before the style sheet there is no ground at all.
  const painted = (await page.evaluate(() => [...new Set(window.frames_)])).filter((frame) => !frame.startsWith("rgba(0, 0, 0, 0)"));
  assert.deepEqual(painted, ["rgb(20, 23, 28) 24px"]);
});

test("a theme in the address goes before one that is kept, also before the engine, and is not kept itself", async (t) => {
  const page = await shared.open(t, { colorScheme: "light", path: "?theme=dark" });
  assert.ok(brightness(await ground(page)) < 60);
  await page.evaluate((key) => localStorage.setItem(key, "theme=light"), KEY);
  await again(page);
  assert.ok(brightness(await ground(page)) < 60);
  await choose(page, "text", "115");
  await page.waitForFunction((key) => localStorage.getItem(key) === "theme=light text=115", KEY);
  await choose(page, "theme", "light");
  await page.waitForFunction(() => !location.search.includes("theme"));
  await again(page);
  assert.ok(brightness(await ground(page)) > 200);
  const hostile = await shared.open(t, { path: '?theme="><script>1</script>', colorScheme: "light" });
  assert.ok(brightness(await ground(hostile)) > 200);
});

test("an entry that nobody can read is mended", async (t) => {
  const page = await shared.open(t, { colorScheme: "light" });
  for (const [spoilt, mended] of [
    ['"><script>alert(1)</script> text=130', "text=130"],
    ["theme=violet text=1e9 motion=on contrast=more engine=failed", "contrast=more"],
    [`${"x".repeat(100_000)}`, ""],
    ["theme=dark theme=light", "theme=light"],
  ]) {
    await page.evaluate(([key, spoilt]) => localStorage.setItem(key, spoilt), [KEY, spoilt]);
    await again(page);
    assert.equal(await entry(page), mended);
    assert.ok(brightness(await ground(page)) > 200);
    assert.ok(await page.locator("#settings-keep").isChecked());
  }
});

for (const [name, spoil] of Object.entries({
  forbidden: () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }),
  full: () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }),
})) {
  test(`storage that is ${name}: the settings last for the page, which says so`, async (t) => {
    const page = await shared.open(t, { colorScheme: "light", prepare: (page) => page.addInitScript(spoil) });
    await choose(page, "theme", "dark");
    await page.locator("#settings-keep").click();
    assert.match(await note(page), /stores nothing here/);
    assert.ok(!(await page.locator("#settings-keep").isChecked()));
    await page.locator("#settings-keep").click();
    assert.ok(!(await page.locator("#settings-keep").isChecked()), "each time");
    assert.ok(brightness(await ground(page)) < 60);
    await again(page);
    assert.deepEqual(await chosen(page), SYSTEM);
  });
}

test("two windows add to what is kept, and one that took it away is believed", async (t) => {
  const page = await shared.open(t);
  await keep(page);
  const other = await page.context().newPage();
  await other.goto(shared.site.url);
  await engineIs(other, "ready");
  await choose(page, "text", "115");
  await choose(other, "motion", "off");
  await other.waitForFunction((key) => localStorage.getItem(key) === "text=115 motion=off", KEY);
  await keep(other, false);
  await choose(page, "text", "130");
  await page.waitForFunction(() => !document.getElementById("settings-keep").checked);
  assert.equal(await entry(page), null);
});

test("what one window keeps is in force in the others at once, but for a theme in their address", async (t) => {
  const page = await shared.open(t, { colorScheme: "light", drawing: true });
  const at = async (path) => {
    const other = await page.context().newPage();
    await other.goto(new URL(path, shared.site.url).href);
    await engineIs(other, "ready");
    return other;
  };
  const [other, bright] = [await at("sources/"), await at("?theme=light")];
  const widest = () => page.locator("#fig-timeline .plot svg:visible").first().evaluate((svg) => svg.viewBox.baseVal.width);
  const before = await widest();
  await choose(other, "theme", "dark");
  await choose(other, "text", "150");
  await keep(other);
  for (const window of [page, bright]) await window.waitForFunction(() => document.documentElement.dataset.text === "150" && document.getElementById("settings-keep").checked);
  assert.deepEqual(await chosen(page), { ...SYSTEM, theme: "dark", text: "150" });
  assert.equal(await letters(page), 24);
  assert.ok(brightness(await ground(page)) < 60);
  await openSettings(page);
  assert.match(await note(page), /^Kept/);
  await page.waitForFunction((before) => [...document.querySelectorAll("#fig-timeline .plot svg")].find((svg) => svg.checkVisibility()).viewBox.baseVal.width < before, before);
  assert.ok(brightness(await ground(bright)) > 200);
  // What is kept no longer stays in force while a page is open, as in the window where it was said.
  await keep(other, false);
  await page.waitForFunction(() => !document.getElementById("settings-keep").checked);
  assert.match(await note(page), /^Not kept/);
  assert.equal(await letters(page), 24);
});

test("a window that heard nothing of what another one keeps adds to it", async (t) => {
  const page = await shared.open(t, { prepare: (page) => page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation())) });
  const other = await page.context().newPage();
  await other.goto(shared.site.url);
  await engineIs(other, "ready");
  await choose(page, "motion", "off");
  await choose(other, "text", "115");
  await keep(other);
  await keep(page);
  assert.equal(await entry(page), "text=115 motion=off");
  assert.deepEqual(await chosen(page), { ...SYSTEM, text: "115", motion: "off" });
  assert.equal(await letters(page), 18.4);
});

test("a device that asks for more contrast gets it, and so does a reader", async (t) => {
  const ink = (page) => page.evaluate(() => ["--ink-soft", "--rule", "--figure-muted"].map((name) => {
    const probe = document.body.appendChild(Object.assign(document.createElement("i"), { style: "" }));
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }));
  for (const colorScheme of ["light", "dark"]) {
    const asked = await shared.open(t, { colorScheme, contrast: "more" });
    const page = await shared.open(t, { colorScheme });
    const usual = await ink(page);
    await choose(page, "contrast", "more");
    assert.deepEqual(await ink(page), await ink(asked));
    assert.notDeepEqual(await ink(page), usual);
    await choose(page, "theme", colorScheme === "dark" ? "light" : "dark");
    assert.notDeepEqual(await ink(page), await ink(asked));
  }
});

test("motion off is as reduced motion", async (t) => {
  const page = await shared.open(t, { reducedMotion: "no-preference", drawing: true });
  const smooth = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  assert.equal(await smooth(), "smooth");
  await choose(page, "motion", "off");
  assert.equal(await smooth(), "auto");
  const moving = () => page.evaluate(() => document.getAnimations().length);
  await page.keyboard.press("Escape");
  await page.locator('#fig-timeline [data-choice^="states:"]').first().evaluate((button) => button.click());
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(await moving(), 0);
});

test("larger text: pictures are drawn for the room that is left, and nothing sticks out", async (t) => {
  const page = await shared.open(t, { viewport: { width: 1440, height: 900 }, drawing: true });
  const size = () =>
    page.locator("#fig-timeline .plot svg:visible").evaluate((svg) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Math.min(...[...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale));
    });
  const before = await size();
  await choose(page, "text", "150");
  await page.waitForFunction(() => document.querySelector("#fig-timeline .plot svg:not([hidden])"));
  assert.ok((await size()) > before * 1.2, `${await size()} after ${before}`);
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.querySelectorAll("main details").forEach((section) => (section.open = true)));
  for (const width of [320, 360, 768, 1024, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await sideways(page), 0, `${width} px`);
    assert.ok((await size()) >= 11, `${width} px`);
  }
});

for (const path of ["", "state/nd/", "data/events/", "present/", "embed/"]) {
  test(`at 360 px with the largest text nothing sticks out, and the panel is within the window: /${path}`, async (t) => {
    const page = await shared.open(t, { path, viewport: { width: 360, height: 740 } });
    await choose(page, "text", "150");
    assert.equal(await sideways(page), 0);
    const box = await page.locator(".settings .panel").boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.height <= 740, JSON.stringify(box));
    await page.keyboard.press("Escape");
    assert.equal(await sideways(page), 0);
  });
}

test("the panel is worked by keyboard: opened, left by Escape, and the focus comes back", async (t) => {
  const page = await shared.open(t, { colorScheme: "light" });
  const summary = page.locator(".settings summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator(".settings .panel").isVisible()));
  assert.ok(await summary.evaluate((summary) => summary === document.activeElement));
  // Of two menus one is open, and a press elsewhere closes it.
  await summary.click();
  await page.locator(".menu:not(.settings) summary").click();
  assert.ok(!(await page.locator(".settings .panel").isVisible()));
  assert.ok(await page.locator(".menu nav").isVisible());
  await page.mouse.click(200, 600);
  assert.ok(!(await page.locator(".menu nav").isVisible()));
});

for (const [name, options] of Object.entries({
  light: { colorScheme: "light" },
  "dark, more contrast": { colorScheme: "dark", contrast: "more" },
  "forced colors": { forcedColors: "active" },
  "largest text at 360 px": { viewport: { width: 360, height: 740 }, act: (page) => choose(page, "text", "150") },
  "more contrast, light": { colorScheme: "light", act: (page) => choose(page, "contrast", "more") },
})) {
  test(`axe finds nothing in the open panel: ${name}`, async (t) => {
    const { act, ...rest } = options;
    const page = await shared.open(t, rest);
    await openSettings(page);
    await act?.(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target).join(" | ")}`), []);
  });
}

test("without scripts there is no panel, and the device's wishes count", async (t) => {
  const page = await shared.open(t, {
    javaScriptEnabled: false,
    ready: false,
    contrast: "more",
    colorScheme: "light",
    tolerate: /preloaded using link preload but not used/,
  });
  assert.ok(!(await page.locator(".settings").isVisible()));
  assert.ok(await page.locator(".menu").first().isVisible());
});
