// A presenter's own deck: made in the page, kept, in a link, in a file; and codes that a phone reads.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const ROOM = { viewport: { width: 1280, height: 720 } };
const slides = (page) => page.locator(".slide");
const has = (page, number) => page.waitForFunction((number) => document.querySelectorAll(".slide").length === number, number);
const drawn = (page) => page.waitForFunction(() => [...document.querySelectorAll("[data-slide-figure]")].every((slide) => slide.querySelector(".slide-picture .layout-stage svg")));

/** Makes a deck of a figure, a statement and own words. */
async function make(page) {
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.getByLabel("Title", { exact: false }).first().fill("My talk");
  await page.getByLabel("Add a figure …").selectOption("timeline");
  await has(page, 1);
  await page.getByLabel("Add a statement …").selectOption("st-05");
  await has(page, 2);
  await page.getByRole("button", { name: "Add words" }).click();
  await has(page, 3);
  await page.locator("#slide-3").getByLabel("Headline").fill("Thank you");
  await page.locator("#slide-1").locator("textarea").fill("Say this first.\nThen that.");
  await page.locator("#slide-1").locator("textarea").blur();
  await drawn(page);
}

test("a deck is made, ordered, written, shown, and survives a reload", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await make(page);
  assert.match(await page.locator("#own-note").textContent(), /Kept on this device/);
  await page.getByRole("button", { name: "Move slide 3 up" }).click();
  assert.equal(await page.locator("#slide-2 h2").textContent(), "Thank you");
  await page.reload();
  await has(page, 3);
  await drawn(page);
  assert.equal(await page.locator("#slide-2 h2").textContent(), "Thank you");
  // A figure without a headline says what it finds, and its own statement is never the presenter's.
  assert.ok((await page.locator("#slide-1 h2").textContent()).length > 20);
  assert.equal(await page.locator("#slide-3").getByLabel("Headline").count(), 0);
  await page.getByRole("button", { name: "Start the show" }).click();
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.querySelector(".slide.current").id === "slide-3");
  await page.keyboard.press("s");
  const speaker = await page.waitForEvent("popup").catch(() => null) ?? page.context().pages()[1];
  await speaker.waitForFunction(() => document.querySelectorAll(".slide").length === 3);
  await speaker.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector(".slide.current").id === "slide-1");
  assert.match(await speaker.locator("#slide-1 .slide-notes").textContent(), /Say this first/);
});

test("the deck goes round through a link, whose maker is named as what he is", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM, permissions: ["clipboard-read", "clipboard-write"] });
  await make(page);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.waitForFunction(() => document.getElementById("own-note").textContent.includes("clipboard"));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#deck=a[\w-]+$/);

  const other = await shared.open(t, { path: link, ...ROOM });
  await has(other, 3);
  await drawn(other);
  assert.match(await other.locator(".own-banner").textContent(), /My talk.*not by the authors/s);
  assert.match(await other.locator("#slide-1 .slide-notes").textContent(), /Then that\./);
  // Nothing is kept on the device of somebody who only looks.
  assert.equal(await other.evaluate(() => localStorage.length), 0);
  await other.getByRole("button", { name: "Change a copy of it" }).click();
  assert.match(await other.evaluate(() => localStorage.getItem("throughline-deck")), /title: My talk/);
});

test("a broken link says what to do, and the authors' deck stays", async (t) => {
  const page = await shared.open(t, { path: "present/#deck=aBROKEN", ...ROOM });
  await page.locator(".own-banner").waitFor();
  assert.match(await page.locator(".own-banner").textContent(), /cut or changed/);
  assert.ok((await slides(page).count()) > 10);
});

test("text of strangers never becomes markup", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await page.evaluate(() => {
    const evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    localStorage.setItem("throughline-deck", `throughline-deck 1\ntitle: ${evil}\n\nfigure: timeline\nview: states=nd"><b>&status=${evil}\nheadline: ${evil}\nnotes: ${evil}\n\nstatement: st-05"]<b>\n\nfigure: nothing\n`);
  });
  await page.goto("about:blank");
  await page.goto(`${shared.site.url}present/#own=1`);
  await has(page, 3);
  await page.waitForFunction(() => document.querySelector("#slide-1 .slide-picture svg"));
  assert.equal(await page.locator("#deck img, #deck script, #own img").count(), 0);
  assert.match(await page.locator("#slide-1 h2").textContent(), /^<img/);
  assert.match(await page.locator("#slide-3 h2").textContent(), /not in this report/);
});

test("a deck is saved to a file and opened again", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await make(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as file" }).click()]);
  const file = await download.path();
  const text = readFileSync(file, "utf8");
  assert.match(text, /^throughline-deck 1\ntitle: My talk\n/);
  await page.getByRole("button", { name: "Delete it" }).click();
  assert.ok((await slides(page).count()) > 10);
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-deck")), null);
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.locator('input[type="file"]').setInputFiles(file);
  await has(page, 3);
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-deck")), text);
  await page.locator('input[type="file"]').setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("A letter") });
  await page.waitForFunction(() => document.getElementById("own-note").textContent.includes("not a deck"));
  await has(page, 3);
});

for (const [name, forbid] of Object.entries({
  full: () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }),
  forbidden: () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }),
})) {
  test(`where storage is ${name}, the deck lives in the address and survives a reload`, async (t) => {
    const page = await shared.open(t, { path: "present/", ...ROOM, prepare: (page) => page.addInitScript(forbid) });
    await make(page);
    assert.match(await page.locator("#own-note").textContent(), /in the address/);
    await page.reload();
    await has(page, 3);
    assert.equal(await page.locator("#slide-3 h2").textContent(), "Thank you");
  });
}

test("each slide has a code that a phone reads, of the view that is shown", async (t) => {
  const page = await shared.open(t, { path: "present/#show=7", ...ROOM });
  await page.waitForFunction(() => document.querySelector(".slide.current .slide-live:not(.waiting) .plot svg"));
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.keyboard.press("q");
    const code = page.locator(".show-qr svg");
    await code.waitFor();
    const { data, width, height } = PNG.sync.read(await code.screenshot());
    const read = jsQR(new Uint8ClampedArray(data), width, height);
    const link = await page.locator(".show-link a").getAttribute("href");
    assert.equal(read?.data, link);
    assert.match(link, /\/figure\/timeline\/\?states=nd,sc&status=law$/);
    await page.keyboard.press("Escape");
  }
});

test("any figure's menu adds its View to the deck", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/?states=nd", ...ROOM, drawing: true });
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.locator("#fig-timeline-download > summary").click();
  await page.locator('#fig-timeline-download [data-download="deck"]').click();
  await page.waitForFunction(() => document.getElementById("fig-timeline-download-note").textContent.includes("Added"));
  await page.locator("#fig-timeline-download-note a").click();
  await has(page, 1);
  await drawn(page);
  assert.equal(await page.locator("#slide-1").getAttribute("data-view"), "states=nd");
});
