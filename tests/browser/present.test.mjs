// The slides: read as a flat page, shown to a room with keys, touch and live figures, printed one a page.

import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { keep } from "./harness/settings.mjs";
import { dist } from "./harness/site.mjs";

const shared = withChromium();
const count = readFileSync(join(dist, "present/index.html"), "utf8").match(/<section [^>]*id="slide-\d+"/g).length;
const ROOM = { viewport: { width: 1280, height: 720 } };

const place = (page) => page.evaluate(() => [...document.querySelectorAll(".slide")].findIndex((slide) => slide.classList.contains("current")) + 1);
const isOn = (page, number) => page.waitForFunction((number) => document.querySelector(".slide.current")?.id === `slide-${number}`, number);
const isLive = (page) => page.waitForFunction(() => document.querySelector(".slide.current .slide-live:not(.waiting) .plot svg"), null, { timeout: 15_000 });
const query = (page) => page.evaluate(() => location.search);
/** The number of the first slide of this figure. */
const slideOf = (page, figure) => page.evaluate((figure) => Number(document.querySelector(`[data-slide-figure="${figure}"]`).id.slice(6)), figure);

test("the page is a flat deck that a screen reader can read line by line", async (t) => {
  const page = await shared.open(t, { path: "present/", javaScriptEnabled: false, ready: false });
  assert.ok(count >= 15);
  const read = await page.evaluate(() =>
    [...document.querySelectorAll(".slide")].map((slide) => ({
      heading: slide.querySelector("h2").textContent.trim().length,
      notes: !!slide.querySelector(".slide-notes h3"),
      picture: !slide.dataset.slideFigure || !!slide.querySelector('[role="img"][aria-label] svg'),
      sources: !!slide.querySelector(".source-line a"),
    })),
  );
  for (const slide of read) assert.ok(slide.heading > 8 && slide.notes && slide.picture && slide.sources, JSON.stringify(slide));
  assert.equal(await page.locator('[role="application"]').count(), 0);
  // Nothing that needs a script is offered without one.
  assert.equal(await page.locator("main button:visible").count(), 0);
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${width}`);
  }
});

test("the timer runs in a show without a second window", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM, prepare: (page) => page.clock.install() });
  await page.getByRole("button", { name: "Start the show" }).click();
  await page.keyboard.press("t");
  const timer = page.locator("#show-bar .show-timer");
  assert.equal(await timer.textContent(), "0:00");
  await page.clock.runFor(65_000);
  // It is written once a second, so the last one may be to come.
  assert.match(await timer.textContent(), /^1:0[45]$/);
});

for (const [width, height, aspect] of [[1280, 720, "16:9"], [1920, 1080, "16:9"], [1280, 720, "16:10"], [1280, 720, "4:3"], [1024, 768, "4:3"]]) {
  test(`all text on slides of ${aspect} has at least 24 pixels at ${width} × ${height}, and nothing is cut off`, async (t) => {
    const page = await shared.open(t, { path: `present/#show=1&aspect=${aspect}`, viewport: { width, height } });
    for (let number = 1; number <= count; number += 1) {
      await isOn(page, number);
      if (await page.evaluate(() => !!document.querySelector(".slide.current").dataset.slideFigure)) await isLive(page);
      const { small, cut } = await page.evaluate(() => {
        const face = document.querySelector(".slide.current .slide-face");
        const room = face.getBoundingClientRect();
        const small = [];
        const cut = [];
        const walker = document.createTreeWalker(face, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { parentElement: element, textContent } = walker.currentNode;
          if (!textContent.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".visually-hidden, .controls, title")) continue;
          const svg = element.ownerSVGElement;
          const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
          const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
          if (size < 23.99) small.push(`${textContent} ${size}`);
          const box = element.getBoundingClientRect();
          if (svg && document.documentElement.dataset.aspect !== "16:9") {
            if (box.right > room.right + 1) cut.push(textContent);
            continue;
          }
          if (box.bottom > room.bottom + 1 || box.right > room.right + 1) cut.push(textContent);
        }
        const area = face.querySelector(".slide-live:not(.waiting) .plot") ?? face.querySelector(".slide-picture");
        // What is less wide is higher; such a slide says that its figure goes on below.
        const foot = face.querySelector(".slide-foot > :first-child");
        const told = /^1 of \d+ ↓$/.test(foot.dataset.page) && /attr|1 of/.test(getComputedStyle(foot, "::after").content);
        if (area && !(document.documentElement.dataset.aspect !== "16:9" && told) && area.scrollHeight - area.clientHeight > 4) cut.push(`the figure goes on for ${area.scrollHeight - area.clientHeight}`);
        return { small, cut };
      });
      assert.deepEqual([small, cut], [[], []], `slide ${number}`);
      for (const key of [...String(number + 1), "Enter"]) await page.keyboard.press(key);
    }
  });
}

test("keys of a keyboard and of a clicker go through the slides, and the change is announced", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await page.getByRole("button", { name: "Start the show" }).click();
  await isOn(page, 1);
  for (const [key, to] of [["ArrowRight", 2], ["PageDown", 3], [" ", 4], ["n", 5], ["ArrowLeft", 4], ["PageUp", 3], ["p", 2], ["End", count], ["Home", 1], ["ArrowLeft", 1]]) {
    await page.keyboard.press(key);
    await isOn(page, to);
  }
  await page.keyboard.press("PageDown");
  const headline = await page.locator("#slide-2 h2").textContent();
  assert.equal(await page.locator("#show-status").textContent(), `Slide 2 of ${count}: ${headline}`);
  await page.keyboard.press("1");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await isOn(page, 12);
  assert.match(page.url(), /#show=12$/);
  await page.reload();
  await isOn(page, 12);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => "show" in document.documentElement.dataset), false);
  assert.ok(await page.locator("#slide-12 .slide-notes").isVisible());
});

test("the screen goes blank and comes back", async (t) => {
  const page = await shared.open(t, { path: "present/#show=2", ...ROOM });
  const black = () => page.evaluate(() => getComputedStyle(document.querySelector(".deck"), "::after").backgroundColor === "rgb(0, 0, 0)" && document.documentElement.hasAttribute("data-blank"));
  await page.keyboard.press("b");
  assert.ok(await black());
  await page.keyboard.press(".");
  assert.ok(!(await black()));
  await page.keyboard.press("b");
  await page.keyboard.press("PageDown");
  await isOn(page, 3);
  assert.ok(!(await black()));
});

test("the overview shows all slides, and leads to each", async (t) => {
  const page = await shared.open(t, { path: "present/#show=3", ...ROOM });
  await page.keyboard.press("o");
  assert.equal(await page.locator(".slide-frame:visible").count(), count);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await isOn(page, 4);
  await page.keyboard.press("o");
  await page.locator("#slide-7").click();
  await isOn(page, 7);
  assert.equal(await page.locator(".slide-frame:visible").count(), 1);
});

test("the figure is alive: filtered during the talk, marked with one key, zoomed, and quiet again on the next slide", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  const number = await slideOf(page, "strategy-matrix");
  await page.goto("about:blank");
  await page.goto(`${shared.site.url}present/#show=${number}`);
  await isLive(page);
  const title = await page.locator(".slide.current h2").textContent();
  const marks = () => page.locator(".slide.current .plot .mark").count();
  const all = await marks();
  // The static and the live drawing are the same.
  const [still, live] = await page.evaluate(() => [".slide-picture .layout-stage svg", ".slide-live .plot svg"].map((one) => document.querySelector(`.slide.current ${one}`).getAttribute("viewBox")));
  assert.equal(live, still);

  await page.keyboard.press("m");
  await page.waitForFunction(() => location.search.includes("mark=states:az"));
  await page.locator(".slide.current .plot .mark.is-marked").first().waitFor();
  await page.keyboard.press("Shift+M");
  await page.waitForFunction(() => !location.search.includes("mark"));

  await page.keyboard.press("c");
  await page.locator('.slide.current [data-choice="states:nd"]').click();
  await page.waitForFunction((all) => document.querySelectorAll(".slide.current .plot .mark").length < all, all);
  await page.waitForFunction(() => location.search.includes("states=nd"));
  assert.notEqual(await page.locator(".slide.current h2").textContent(), title);
  // A reload keeps what was chosen.
  await page.reload();
  await isLive(page);
  assert.match(await query(page), /states=nd/);
  assert.ok((await marks()) < all);

  await page.keyboard.press("z");
  assert.ok(await page.evaluate(() => getComputedStyle(document.querySelector(".slide.current .slide-live")).transform.startsWith("matrix(2.2")));
  await page.keyboard.press("PageDown");
  await isOn(page, number + 1);
  assert.equal(await query(page), "");
  await page.keyboard.press("PageUp");
  await isLive(page);
  await page.waitForFunction((all) => document.querySelectorAll(".slide.current .plot .mark").length === all, all);
  assert.equal(await page.locator(".slide.current h2").textContent(), title);
});

for (const [width, height] of [[1280, 720], [1920, 1080]]) {
  test(`what can be chosen stands below the figure and its legend, in text of at least 24 pixels, at ${width} × ${height}`, async (t) => {
    const page = await shared.open(t, { path: "present/#show=1", viewport: { width, height } });
    const figures = await page.locator(".slide[data-slide-figure]").evaluateAll((all) => all.map(({ id }) => id.slice(6)));
    for (const number of figures) {
      for (const key of [...number, "Enter"]) await page.keyboard.press(key);
      await isOn(page, Number(number));
      await isLive(page);
      if (number === figures[0]) await page.keyboard.press("c");
      const found = await page.evaluate(() => {
        const [frame, face] = [".slide-live", ".slide-face"].map((part) => document.querySelector(`.slide.current ${part}`));
        const panel = frame.querySelector(":scope > .controls");
        const box = (one) => one.getBoundingClientRect();
        for (const folded of panel.querySelectorAll("details")) folded.open = true;
        const small = [...panel.querySelectorAll("button, summary, select, .control-name, input, output, span")]
          .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden"))
          .flatMap((one) => [one, one.matches(".toggle") ? "::after" : null].map((of) => Number.parseFloat(getComputedStyle(one, of === "::after" ? of : null).fontSize)))
          .filter((size) => size < 23.99);
        const above = [".plot", ".legend"].map((part) => frame.querySelector(part)).filter((one) => one?.checkVisibility());
        return { small, over: above.filter((one) => box(one).bottom > box(panel).top + 1).length, out: box(panel).bottom > box(face.querySelector(".slide-foot")).top + 1, room: box(frame.querySelector(".plot")).height / box(face).height, count: above.length };
      });
      assert.deepEqual([found.small, found.over, found.out], [[], 0, false], `slide ${number}`);
      assert.ok(found.room > 0.25 && found.count === 2, `slide ${number}: ${JSON.stringify(found)}`);
    }
  });
}

test("M marks only states that the slide shows, one after the other, and says where there is none", async (t) => {
  const page = await shared.open(t, { path: "present/#show=2", ...ROOM });
  const note = page.locator("#engine-note");
  await page.keyboard.press("m");
  assert.match(await note.textContent(), /no state/, "a statement shows none");
  await page.evaluate(() => (document.getElementById("engine-note").textContent = ""));
  const marking = [];
  for (let number = 3; number <= count; number += 1) {
    await page.keyboard.press("PageDown");
    await isOn(page, number);
    const figure = await page.evaluate(() => document.querySelector(".slide.current").dataset.slideFigure);
    if (!figure) continue;
    await isLive(page);
    const marked = [];
    for (;;) {
      await page.keyboard.press("m");
      const said = await page.locator("#show-status").textContent();
      if (said === "Nothing is marked.") break;
      assert.match(said, /^Marked: /, `slide ${number}: ${await note.textContent()}`);
      marked.push(new URL(page.url()).searchParams.get("mark"));
      await page.waitForFunction((so) => document.querySelectorAll(".slide.current .plot .is-marked").length > 0 && location.search.includes(so), marked.at(-1).slice(7));
      assert.ok(marked.length <= 5, marked.join());
    }
    marking.push(`${figure}: ${marked.map((state) => state.slice(7)).join(" ")}`);
  }
  assert.ok(marking.includes("strategy-matrix: az nv nd sc oh"), marking.join("; "));
  assert.ok(marking.includes("timeline: nd oh") && marking.includes("district-trends: nd"), marking.join("; "));
  assert.equal(await note.textContent(), "");
});

test("arrow keys belong to the figure while it has the focus, and its evidence opens", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  const number = await slideOf(page, "timeline");
  await page.goto("about:blank");
  await page.goto(`${shared.site.url}present/#show=${number}`);
  await isLive(page);
  await page.locator(".slide.current .plot").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator(".slide.current .mark.is-active").waitFor();
  await page.keyboard.press("ArrowRight");
  assert.equal(await place(page), number);
  await page.keyboard.press("Enter");
  await page.locator("#evidence-drawer article").waitFor({ state: "visible" });
  await page.keyboard.press("Escape");
  await page.keyboard.press("PageDown");
  await isOn(page, number + 1);
});

test("single letters can be switched off, and stay off where settings are kept", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await keep(page);
  await page.getByRole("button", { name: "Start the show" }).click();
  await page.keyboard.press("ArrowRight");
  await isOn(page, 2);
  await page.keyboard.press("?");
  await page.locator("#show-letters").uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await isOn(page, 2);
  for (const key of ["b", "n", "5", "Enter", "o"]) await page.keyboard.press(key);
  assert.equal(await place(page), 2);
  assert.equal(await page.evaluate(() => document.documentElement.hasAttribute("data-blank")), false);
  await page.keyboard.press("ArrowRight");
  await isOn(page, 3);
});

test("after a click into a figure the show keeps its keys, and Escape leaves the figure first", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  const number = await slideOf(page, "timeline");
  await page.goto("about:blank");
  await page.goto(`${shared.site.url}present/#show=${number}`);
  await isLive(page);
  const click = async () => {
    await page.locator(".slide.current .plot").click({ position: { x: 5, y: 5 } });
    await page.locator(".slide.current .plot").evaluate((plot) => plot.focus());
  };
  const isBlank = () => page.evaluate(() => document.documentElement.hasAttribute("data-blank"));
  await click();
  for (const blank of [true, false]) {
    await page.keyboard.press("b");
    assert.equal(await isBlank(), blank);
  }
  await page.keyboard.press(" ");
  await isOn(page, number + 1);
  await page.keyboard.press("PageUp");
  await isLive(page);
  await click();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("html").getAttribute("data-show"), "show");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("html").getAttribute("data-show"), null);
});

test("a clicker goes on from whatever is open, and nothing else does", async (t) => {
  const page = await shared.open(t, { path: "present/#show=2", ...ROOM });
  await page.keyboard.press("q");
  await page.locator(".show-qr svg").waitFor();
  await page.keyboard.press("ArrowRight");
  assert.equal(await place(page), 2);
  await page.keyboard.press("PageDown");
  await isOn(page, 3);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.keyboard.press("?");
  assert.equal(await page.locator("#show-keys").evaluate((dialog) => dialog.scrollTop), 0);
  await page.keyboard.press("PageUp");
  await isOn(page, 2);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  // Nobody searches in front of a room: the key does not come to those who listen for it.
  await page.evaluate(() => {
    window.keys = [];
    addEventListener("keydown", ({ key }) => window.keys.push(key));
  });
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowRight");
  await isOn(page, 3);
  assert.deepEqual(await page.evaluate(() => window.keys), ["ArrowRight"]);
  assert.equal(await page.locator("dialog[open]").count(), 0);
});

test("a lock of capitals changes no key, a number that is not finished is forgotten, and a reload keeps the timer", async (t) => {
  const page = await shared.open(t, { path: "present/#show=2", ...ROOM, prepare: (page) => page.clock.install() });
  const timer = () => page.locator("#show-bar .show-timer").textContent();
  const locked = (key) => page.evaluate((key) => dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true })), key);
  await page.keyboard.press("t");
  await page.clock.runFor(65_000);
  await locked("T");
  const spent = await timer();
  assert.match(spent, /^1:0[456]$/);
  await page.keyboard.press("4");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.equal(await place(page), 3);
  await page.reload();
  await isOn(page, 3);
  assert.equal(await timer(), spent);
  await page.keyboard.press("Shift+T");
  assert.equal(await timer(), "0:00");
});

test("a theme in the address leaves the slide's view as it is", async (t) => {
  const page = await shared.open(t, { path: "present/?theme=dark#show=7", ...ROOM });
  const view = await page.locator("#slide-7").getAttribute("data-view");
  await page.waitForFunction((view) => location.search === `?${view}&theme=dark`, view);
  await page.keyboard.press("PageDown");
  await isOn(page, 8);
  assert.match(await query(page), /theme=dark$/);
});

test("on a phone the figure comes alive, a tap shows the buttons, and nothing that is out of sight takes one", async (t) => {
  const page = await shared.open(t, { path: "present/#show=7", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await isLive(page);
  const buttons = () => page.locator("#show-bar").evaluate((bar) => [getComputedStyle(bar).pointerEvents, document.documentElement.hasAttribute("data-pointing")]);
  assert.deepEqual(await buttons(), ["none", false]);
  await page.touchscreen.tap(195, 830);
  assert.equal(await place(page), 7);
  assert.equal(await page.locator("html").getAttribute("data-show"), "show");
  assert.deepEqual(await buttons(), ["auto", true]);
});

test("a finger swipes", async (t) => {
  const page = await shared.open(t, { path: "present/#show=2", viewport: { width: 800, height: 450 }, hasTouch: true });
  const swipe = (from, to) =>
    page.evaluate(([from, to]) => {
      const touch = (x) => new Touch({ identifier: 1, target: document.querySelector(".slide.current"), clientX: x, clientY: 200 });
      const send = (name, properties) => document.querySelector(".slide.current").dispatchEvent(new TouchEvent(name, { bubbles: true, ...properties }));
      send("touchstart", { touches: [touch(from)], changedTouches: [touch(from)] });
      send("touchend", { touches: [], changedTouches: [touch(to)] });
    }, [from, to]);
  await swipe(600, 200);
  await isOn(page, 3);
  await swipe(200, 600);
  await isOn(page, 2);
  await swipe(400, 420);
  assert.equal(await place(page), 2);
});

test("buttons do what keys do, and the laser follows the pointer", async (t) => {
  const page = await shared.open(t, { path: "present/#show=2", ...ROOM });
  await page.mouse.move(400, 300);
  const bar = page.getByRole("toolbar", { name: "Show" });
  await bar.getByRole("button", { name: "Next" }).click();
  await isOn(page, 3);
  await bar.getByRole("button", { name: "Laser" }).click();
  await page.mouse.move(500, 350);
  const dot = await page.locator("#laser").boundingBox();
  // A button that was pressed by the mouse does not hold the bar over the slide.
  assert.equal(await page.evaluate(() => document.activeElement.closest("#show-bar")), null);
  assert.ok(Math.abs(dot.x + dot.width / 2 - 500) < 2 && Math.abs(dot.y + dot.height / 2 - 350) < 2);
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#laser").isVisible()));
  await bar.getByRole("button", { name: "Leave" }).click();
  assert.ok(await page.locator(".masthead").isVisible());
});

/** Stands in for what a headless browser does not have, and tells what was asked of it. */
const stubs = {
  wakeLock: () => {
    window.locks = [];
    window.grant = () => Promise.resolve();
    const request = async (kind) => {
      const lock = Object.assign(new EventTarget(), { kind, held: true, release: async () => ((lock.held = false), lock.dispatchEvent(new Event("release"))) });
      window.locks.push(lock);
      await window.grant();
      return lock;
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
    window.seen = "visible";
    Object.defineProperty(document, "visibilityState", { get: () => window.seen });
    window.turn = (to) => ((window.seen = to), document.dispatchEvent(new Event("visibilitychange")));
  },
  fullScreen: () => {
    window.full = null;
    Object.defineProperty(document, "fullscreenElement", { get: () => window.full });
    Element.prototype.requestFullscreen = async function () { window.full = this; };
    Document.prototype.exitFullscreen = async () => { window.full = null; };
  },
};
const stubbed = (page, stub) => page.addInitScript(stub);
const held = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => done(window.locks.map(({ held }) => held)))));

test("the screen stays awake while a show runs, and no longer", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM, prepare: (page) => stubbed(page, stubs.wakeLock) });
  assert.deepEqual(await held(page), []);
  await page.getByRole("button", { name: "Start the show" }).click();
  assert.deepEqual(await held(page), [true]);
  // Browsers take the lock back from a hidden page; it asks again when it is seen.
  await page.evaluate(() => (window.turn("hidden"), window.locks[0].release()));
  assert.deepEqual(await held(page), [false]);
  await page.evaluate(() => (window.turn("visible"), window.turn("visible")));
  assert.deepEqual(await held(page), [false, true], "one lock, however often it is asked for");
  await page.keyboard.press("o");
  await page.keyboard.press("o");
  await page.keyboard.press("Escape");
  assert.deepEqual(await held(page), [false, false]);
  // One that is granted after the show has ended is given back.
  await page.evaluate(() => (window.grant = () => new Promise((done) => (window.later = done))));
  await page.getByRole("button", { name: "Start the show" }).click();
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.later());
  assert.deepEqual(await held(page), [false, false, false]);
  // Where it is denied, the show goes on, and may ask another time.
  await page.evaluate(() => (window.grant = () => Promise.reject(new DOMException("no", "NotAllowedError"))));
  await page.getByRole("button", { name: "Start the show" }).click();
  await held(page);
  await page.evaluate(() => ((window.grant = () => Promise.resolve()), window.turn("visible")));
  assert.equal((await held(page)).length, 5);
  await page.keyboard.press("PageDown");
  await isOn(page, 2);
});

test("full screen: on and off by one key, left with the show, and told where there is none", async (t) => {
  const page = await shared.open(t, { path: "present/#show=2", ...ROOM, prepare: (page) => stubbed(page, stubs.fullScreen) });
  const full = () => page.evaluate(() => window.full?.tagName ?? null);
  const said = () => page.locator("#engine-note").textContent();
  await page.keyboard.press("f");
  assert.equal(await full(), "HTML");
  await page.keyboard.press("f");
  assert.equal(await full(), null);
  await page.keyboard.press("f");
  await page.keyboard.press("Escape");
  assert.equal(await full(), null);
  assert.equal(await said(), "");
  await page.evaluate(() => (Element.prototype.requestFullscreen = async () => { throw new TypeError("no"); }));
  await page.getByRole("button", { name: "Start the show" }).click();
  await page.keyboard.press("f");
  await page.waitForFunction(() => /did not allow/.test(document.getElementById("engine-note").textContent));
  await page.evaluate(() => (Element.prototype.requestFullscreen = undefined));
  await page.keyboard.press("f");
  assert.match(await said(), /has no full screen/);
});

test("without the engine the show goes on over static figures", async (t) => {
  const page = await shared.open(t, {
    path: "present/#show=1",
    ready: false,
    ...ROOM,
    prepare: (page) => page.route(/\.wasm$/, (route) => route.abort()),
    tolerate: /^console|Failed to load/,
  });
  for (let number = 2; number <= 7; number += 1) {
    await page.keyboard.press("PageDown");
    await isOn(page, number);
  }
  assert.ok(await page.locator(".slide.current h2").isVisible());
});

test("from a disk, without a server, the show runs too", async (t) => {
  const page = await shared.open(t, { path: null, tolerate: /./ });
  await page.goto(`file://${join(dist, "present/index.html")}#show=1`);
  await page.keyboard.press("PageDown");
  await isOn(page, 2);
});

const STATES = {
  "read": {},
  "read on a phone, dark": { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  "show": { path: "present/#show=5" },
  "show, dark": { path: "present/#show=7", colorScheme: "dark" },
  "show, high contrast": { path: "present/#show=9&contrast=high" },
  "overview": { path: "present/#show=5", act: (page) => page.keyboard.press("o") },
  "keys": { path: "present/#show=2", act: (page) => page.keyboard.press("?") },
  "speaker": { path: "present/#speaker=5" },
  "a code": { path: "present/#show=7", act: async (page) => (await page.keyboard.press("q"), page.locator(".show-qr svg").waitFor()) },
  "a deck of one's own": {
    act: async (page) => {
      await page.getByRole("button", { name: "Make your own deck" }).click();
      await page.getByLabel("Add a figure …").selectOption("votes");
      await page.getByRole("button", { name: "Add words" }).click();
      await page.locator("#slide-1 .slide-picture svg").first().waitFor({ state: "attached" });
    },
  },
};
for (const [name, { path = "present/", act, ...options }] of Object.entries(STATES)) {
  test(`no axe violation: ${name}`, async (t) => {
    const page = await shared.open(t, { path, ...ROOM, ...options });
    if (/=[579]/.test(path)) await isLive(page);
    await act?.(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`), []);
  });
}

/** The number of pages of a PDF, and the shapes that they have: width by height. */
async function printed(page) {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const shapes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => (width / height).toFixed(2));
  return { pages: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, shapes: [...new Set(shapes)] };
}

for (const [aspect, shape] of [["16:9", "1.78"], ["16:10", "1.60"], ["4:3", "1.33"]]) {
  test(`slides of ${aspect} are printed one a page of that shape, each whole, also from a running show`, async (t) => {
    const page = await shared.open(t, { path: `present/#aspect=${aspect}` });
    assert.deepEqual(await printed(page), { pages: count, shapes: [shape] });
    await page.getByRole("button", { name: "Start the show" }).click();
    assert.deepEqual(await printed(page), { pages: count, shapes: [shape] });
    await isOn(page, 1);
    assert.ok(!(await page.locator(".masthead").isVisible()), "the show goes on");
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator(".slide-notes").first().isVisible()));
  });
}

test("on paper a figure is whole at any shape, and in paper's own colors", async (t) => {
  const page = await shared.open(t, { path: "present/#aspect=4:3&contrast=high" });
  const ground = (selector) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).backgroundColor);
  assert.equal(await ground(".slide-frame"), "rgb(0, 0, 0)");
  await page.emulateMedia({ media: "print" });
  assert.equal(await ground(".slide-frame"), "rgb(255, 255, 255)");
  for (const handout of [false, true]) {
    await page.evaluate((on) => document.documentElement.toggleAttribute("data-handout", on), handout);
    const bad = await page.locator(".slide[data-slide-figure]").evaluateAll((slides) =>
      slides.flatMap((slide) => {
        const picture = slide.querySelector(".slide-picture");
        const [drawing] = [...picture.querySelectorAll("svg")].filter((svg) => !svg.ownerSVGElement && svg.checkVisibility() && svg.getBoundingClientRect().height > 0);
        const [room, box] = [slide.querySelector(".slide-frame"), drawing].map((one) => one?.getBoundingClientRect());
        const told = getComputedStyle(slide.querySelector(".slide-foot > :first-child"), "::after").content;
        return picture.scrollHeight - picture.clientHeight > 4 || !(box?.height > 90) || box.bottom > room.bottom || told.includes("goes on") ? [`${slide.id}: ${box?.height} ${told}`] : [];
      }),
    );
    assert.deepEqual(bad, [], `handout: ${handout}`);
  }
});

test("the handout has a page for each slide, with its notes", async (t) => {
  const page = await shared.open(t, { path: "present/" });
  await page.evaluate(() => {
    window.print = () => (window.asked = document.documentElement.hasAttribute("data-handout"));
  });
  await page.getByText("Take away").click();
  await page.getByRole("button", { name: "Print with notes" }).click();
  assert.ok(await page.evaluate(() => window.asked));
  // Not every browser waits here for the paper.
  assert.ok(await page.evaluate(() => document.documentElement.hasAttribute("data-handout")));
  assert.deepEqual(await printed(page), { pages: count, shapes: ["0.71"] });
  assert.ok(!(await page.evaluate(() => document.documentElement.hasAttribute("data-handout"))), "the next print has none");
  await page.evaluate(() => (document.documentElement.dataset.handout = ""));
  await page.emulateMedia({ media: "print" });
  const notes = await page.locator(".slide-notes").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(notes.length === count && notes.every((height) => height > 20), notes.join());
});
