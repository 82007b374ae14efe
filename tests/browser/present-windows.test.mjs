// The speaker's window: in step with the audience's, over a channel or, from a disk, by messages between the windows.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
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
    await page.waitForTimeout(file ? 2500 : 0);
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
  await page.waitForFunction(() => location.search.includes("mark=states:az"));
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
  await speaker.waitForTimeout(1100);
  await speaker.keyboard.press("s");
  assert.equal(page.context().pages().length, 2);
  await inStep(speaker, page, "PageDown", 7);
});

test("the audience's window is closed: the speaker is told, and opens it again", async (t) => {
  const page = await shared.open(t, { path: "present/#show=3", viewport: { width: 1280, height: 720 } });
  const speaker = await both(page);
  await isOn(speaker, 3);
  await speaker.waitForTimeout(1100);
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
    const state = { at: 7, query: "", blank: true, timer: { since: 0, spent: 0 }, time: Date.now() + 1e9 };
    const whole = { throughline: "present", version: 1, talk: "abc", from: "x", number: 1, state };
    const channel = new BroadcastChannel("throughline-present");
    channel.postMessage({ ...whole, talk: "other" });
    channel.postMessage({ ...whole, version: 2 });
    channel.postMessage({ ...whole, state: { ...state, at: 700 } });
    channel.postMessage({ ...whole, number: 2, state: { ...state, at: -1 } });
    channel.postMessage("nonsense");
    postMessage({ ...whole, number: 9 }, "*");
  });
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.querySelector(".slide.current").id), "slide-2");
});
