// The speaker's window: in step with the audience's, over a channel or, from a disk, by messages between the windows.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { deckOf, linkOf } from "./harness/decks.mjs";
import { dist } from "./harness/site.mjs";

const shared = withChromium();
const isOn = (page, number) => page.waitForFunction((number) => document.querySelector(".slide.current")?.id === `slide-${number}`, number);

async function both(page) {
  const [speaker] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("s")]);
  await speaker.waitForLoadState("load");
  return speaker;
}
const inStep = async (from, to, key, number) => {
  await from.keyboard.press(key);
  await Promise.all([isOn(from, number), isOn(to, number)]);
};

/** Waits until this window has asked the other one whether it is there, and was answered. */
const isAnswered = (window) =>
  window.evaluate(
    () =>
      new Promise((done) => {
        let me = null;
        const channel = new BroadcastChannel("throughline-present");
        channel.addEventListener("message", ({ data }) => {
          if (data.hello) me = data.from;
          else if (me && data.from !== me) done(channel.close());
        });
      }),
  );

const WAYS = {
  "over http": { path: "present/#show=2" },
  "from a disk": { path: null, file: `file://${join(dist, "present/index.html")}#show=2`, tolerate: /./ },
};
for (const [name, { file, ...options }] of Object.entries(WAYS)) {
  test(`${name}, two windows are in step both ways, and either recovers`, async (t) => {
    const page = await shared.open(t, { viewport: { width: 1280, height: 720 }, ...options });
    if (file) await page.goto(file);
    await isOn(page, 2);
    const speaker = await both(page);
    await isOn(speaker, 2);
    // The speaker sees this slide, the next one, the notes and the time.
    assert.ok(await speaker.locator("#slide-2 .slide-frame").isVisible());
    assert.ok(await speaker.locator("#slide-3 .slide-frame").isVisible());
    assert.ok(await speaker.locator("#slide-2 .slide-notes").isVisible());
    assert.match(await speaker.locator(".speaker-time").textContent(), /\d/);
    assert.ok(!(await page.locator("#slide-2 .slide-notes").isVisible()));

    await inStep(speaker, page, "PageDown", 3);
    await inStep(page, speaker, "PageDown", 4);
    await speaker.keyboard.press("b");
    await page.waitForFunction(() => document.documentElement.hasAttribute("data-blank"));
    await page.keyboard.press("b");
    await speaker.waitForFunction(() => !document.documentElement.hasAttribute("data-blank"));
    await speaker.keyboard.press("t");

    // The speaker's window is reloaded.
    await speaker.reload();
    await isOn(speaker, 4);
    await speaker.waitForFunction(() => document.querySelector(".speaker-timer").textContent !== "0:00");
    await inStep(speaker, page, "PageDown", 5);

    // The audience's window is reloaded.
    await page.reload();
    await isOn(page, 5);
    await inStep(speaker, page, "PageDown", 6);
    await inStep(page, speaker, "PageUp", 5);

    // The speaker's window is closed and opened again.
    await speaker.close();
    await page.keyboard.press("PageDown");
    await isOn(page, 6);
    const again = await both(page);
    await isOn(again, 6);
    await inStep(again, page, "PageUp", 5);
  });
}

test("what is chosen in the audience's figure shows in the speaker's", async (t) => {
  const page = await shared.open(t, { path: "present/#show=5", viewport: { width: 1280, height: 720 } });
  await page.locator(".slide.current .slide-live:not(.waiting)").waitFor();
  const speaker = await both(page);
  await speaker.locator(".slide.current .slide-live:not(.waiting)").waitFor();
  await page.keyboard.press("c");
  await page.locator('.slide.current [data-choice="states:nd"]').click();
  await speaker.waitForFunction(() => location.search.includes("states=nd"));
  await speaker.keyboard.press("m");
  await page.waitForFunction(() => location.search.includes("mark=states:nd"));
});

test("what the speaker points at, enlarges and shows is seen by the room, and no longer than the speaker is there", async (t) => {
  const page = await shared.open(t, { path: "present/#show=7", viewport: { width: 1280, height: 720 } });
  await page.locator(".slide.current .slide-live:not(.waiting)").waitFor();
  const speaker = await both(page);
  await speaker.locator(".slide.current .slide-live:not(.waiting)").waitFor();
  for (const on of [true, false]) {
    await speaker.keyboard.press("z");
    await page.waitForFunction((on) => !!document.querySelector(".slide.current .zoomed") === on, on);
    await speaker.keyboard.press("h");
    await page.waitForFunction((on) => document.documentElement.hasAttribute("data-room-contrast") === on, on);
  }
  await speaker.keyboard.press("q");
  await page.locator(".show-qr svg").waitFor();
  await speaker.keyboard.press("Escape");
  await page.waitForFunction(() => !document.getElementById("show-code").open);
  await speaker.keyboard.press("q");
  await page.locator(".show-qr svg").waitFor();
  await inStep(speaker, page, "PageDown", 8);
  await Promise.all([page, speaker].map((window) => window.waitForFunction(() => !document.getElementById("show-code").open)));

  // Letters that are off in one window blank the room from neither.
  await page.evaluate(() => document.getElementById("show-letters").click());
  await speaker.waitForFunction(() => document.documentElement.dataset.letters === "off");
  await speaker.evaluate(() => document.getElementById("show-letters").click());
  await page.waitForFunction(() => document.documentElement.dataset.letters === "");

  const point = async () => {
    await speaker.keyboard.press("l");
    await speaker.mouse.move(300, 200);
    await speaker.mouse.move(310, 210);
    await page.locator("#laser").waitFor({ state: "visible" });
  };
  await point();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("html").getAttribute("data-show"), "show", "the dot goes before the show");
  assert.ok(!(await page.locator("#laser").isVisible()));
  await speaker.keyboard.press("l");
  await point();
  await speaker.close();
  await page.locator("#laser").waitFor({ state: "hidden" });
});

test("the speaker's window stays the speaker's, through the overview and its own key", async (t) => {
  const page = await shared.open(t, { path: "present/#show=3", viewport: { width: 1280, height: 720 } });
  const speaker = await both(page);
  await isOn(speaker, 3);
  const role = () => speaker.locator("html").getAttribute("data-show");
  await speaker.keyboard.press("o");
  await speaker.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.querySelector(".slide.current").id), "slide-3", "the room does not see the search");
  await speaker.keyboard.press("Enter");
  await Promise.all([isOn(speaker, 4), isOn(page, 4)]);
  assert.equal(await role(), "speaker");
  await speaker.keyboard.press("o");
  await speaker.locator("#slide-6").click();
  await Promise.all([isOn(speaker, 6), isOn(page, 6)]);
  await speaker.keyboard.press("o");
  await speaker.keyboard.press("Escape");
  assert.equal(await role(), "speaker");
  assert.match(speaker.url(), /#(?!.*show=).*speaker=6/);
  await isAnswered(speaker);
  await speaker.keyboard.press("s");
  assert.equal(page.context().pages().length, 2);
  await inStep(speaker, page, "PageDown", 7);
});

test("the audience's window is closed: the speaker is told, and opens it again", async (t) => {
  const page = await shared.open(t, { path: "present/#show=3", viewport: { width: 1280, height: 720 } });
  const speaker = await both(page);
  await isOn(speaker, 3);
  await isAnswered(speaker);
  assert.ok(!(await speaker.locator("#speaker-note").isVisible()), "and not before");
  await page.close();
  await speaker.locator("#speaker-note").waitFor({ state: "visible", timeout: 15_000 });
  const [again] = await Promise.all([speaker.waitForEvent("popup"), speaker.getByRole("button", { name: "Open it again" }).click()]);
  await isOn(again, 3);
  await inStep(speaker, again, "PageDown", 4);
});

test("messages of strangers change nothing", async (t) => {
  const page = await shared.open(t, { path: "present/#show=2&talk=abc", viewport: { width: 1280, height: 720 } });
  await isOn(page, 2);
  await page.evaluate(() => {
    const said = document.getElementById("show-status");
    window.told = [];
    new MutationObserver(() => said.textContent && window.told.push(said.textContent)).observe(said, { childList: true });
    const state = { at: 7, query: "", blank: true, timer: { since: 0, spent: 0 }, time: Date.now() + 1e9 };
    const whole = { throughline: "present", version: 1, talk: "abc", from: "x", number: 1, state };
    const channel = new BroadcastChannel("throughline-present");
    channel.postMessage({ ...whole, talk: "other" });
    channel.postMessage({ ...whole, version: 2 });
    channel.postMessage({ ...whole, state: { ...state, at: 700 } });
    channel.postMessage({ ...whole, number: 2, state: { ...state, at: -1 } });
    channel.postMessage("nonsense");
    // The last is the other window's own, and is heard after all of these.
    addEventListener("message", () => channel.postMessage({ ...whole, from: "y", state: { ...state, at: 4, blank: false } }));
    postMessage({ ...whole, number: 9 }, "*");
  });
  await isOn(page, 5);
  const told = await page.evaluate(() => window.told);
  assert.ok(told.length > 0 && told.every((text) => text.startsWith("Slide 5 ")), told.join());
  assert.equal(await page.evaluate(() => document.documentElement.hasAttribute("data-blank")), false);
});

test("what the reader set in one window and the device does not keep is in force in the other", async (t) => {
  const page = await shared.open(t, { path: "present/", viewport: { width: 1280, height: 720 } });
  const choose = (setting, word) => page.evaluate(([setting, word]) => document.querySelector(`.settings input[name=${setting}][value="${word}"]`).click(), [setting, word]);
  await choose("theme", "dark");
  await choose("text", "130");
  await page.getByRole("button", { name: "Start the show" }).click();
  const speaker = await both(page);
  const has = (words) => speaker.waitForFunction((words) => JSON.stringify(["theme", "text", "patterns"].map((name) => document.documentElement.dataset[name] ?? "")) === JSON.stringify(words), words);
  await has(["dark", "130", ""]);
  // While both are open, and back to where a setting starts, too; the panel of the other window tells what is in force.
  await speaker.waitForSelector('html[data-engine="ready"]', { state: "attached" });
  await choose("patterns", "on");
  await choose("theme", "system");
  await has(["", "130", "on"]);
  await speaker.waitForFunction(() => document.querySelector('.settings input[name=theme][value="system"]').checked && document.querySelector('.settings input[name=patterns][value="on"]').checked);
  await speaker.keyboard.press("PageDown");
  await isOn(page, 2);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.text), "130");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("a figure that is higher than its slide has pages, which both windows and a clicker go through", async (t) => {
  const deck = linkOf(deckOf("Mine", "figure: roadmap", "figure: national", "words:\nheadline: Thank you"));
  const page = await shared.open(t, { path: `present/#deck=${deck}&show=1`, viewport: { width: 1280, height: 720 } });
  await page.locator(".slide.current .slide-live:not(.waiting) .plot svg").waitFor();
  const speaker = await both(page);
  await speaker.locator(".slide.current .slide-live:not(.waiting) .plot svg").waitFor();
  const place = (window) =>
    window.evaluate(() => {
      const area = document.querySelector(".slide.current .slide-live:not(.waiting) .plot") ?? document.querySelector(".slide.current .slide-picture");
      const foot = document.querySelector(".slide.current .slide-foot > :first-child");
      return { slide: document.querySelector(".slide.current").id, page: foot?.dataset.page, top: area?.scrollTop, height: area?.clientHeight, whole: area?.scrollHeight };
    });
  const isAt = (window, wanted) => window.waitForFunction((wanted) => document.querySelector(".slide.current .slide-foot > :first-child").dataset.page === wanted, wanted);
  const first = await place(page);
  const count = Number(/^1 of (\d+) ↓$/.exec(first.page)[1]);
  assert.ok(count > 3);
  let before = first;
  for (let number = 2; number <= count; number += 1) {
    await page.keyboard.press("PageDown");
    const wanted = `${number} of ${count}${number < count ? " ↓" : ""}`;
    await Promise.all([isAt(page, wanted), isAt(speaker, wanted)]);
    const now = await place(page);
    assert.ok(now.top > before.top && now.top <= before.top + before.height, "nothing is left out between two pages");
    before = now;
  }
  assert.ok(before.top + before.height >= before.whole - 2, "the last page ends where the figure does");
  assert.ok((await place(speaker)).top > 0);
  await speaker.keyboard.press("PageUp");
  await isAt(page, `${count - 1} of ${count} ↓`);
  await page.keyboard.press("PageDown");
  await isAt(page, `${count} of ${count}`);
  await inStep(page, speaker, "PageDown", 2);
  await page.locator(".slide.current .slide-live:not(.waiting) .plot svg").waitFor();
  await page.waitForFunction(() => /^1 of \d+ ↓$/.test(document.querySelector(".slide.current .slide-foot > :first-child").dataset.page));
  // Who moves it by hand or wheel takes the other window and the number along.
  await page.evaluate(() => document.querySelector(".slide.current .slide-live .plot").scrollTo({ top: 1e6, behavior: "instant" }));
  await speaker.waitForFunction(() => /^(\d+) of \1$/.test(document.querySelector(".slide.current .slide-foot > :first-child").dataset.page));
  await inStep(page, speaker, "PageDown", 3);
});
