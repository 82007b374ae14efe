// What a presenter has is not lost: by a link that is opened over it, by a device that keeps nothing, by deleting another deck.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { deckOf, forbids, has, linkOf } from "./harness/decks.mjs";

const shared = withChromium();
const ROOM = { viewport: { width: 1280, height: 720 } };
const words = (text) => `words:\nheadline: ${text}`;
const OWN = deckOf("Mine", words("One"), words("Two"), words("Three"));
const THEIRS = deckOf("Theirs", words("Hello"), words("Again"));
const kept = (page) => page.evaluate(() => localStorage.getItem("throughline-deck"));
const turn = (page, hash) => page.evaluate((hash) => (location.hash = hash), hash);
const shows = (page, title) => page.locator("#own h2", { hasText: title }).waitFor();
const press = (page, name) => page.getByRole("button", { name }).click();
/** Opens the page with a deck that the device keeps. */
async function withOwn(t) {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await page.evaluate((text) => localStorage.setItem("throughline-deck", text), OWN);
  await page.goto("about:blank");
  await page.goto(`${shared.site.url}present/#own=1`);
  await has(page, 3);
  return page;
}

test("a link to a deck opens in a tab that already shows slides, and back leads back", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  const authors = await page.locator(".slide").count();
  await turn(page, `deck=${linkOf(THEIRS)}`);
  await has(page, 2);
  await shows(page, "A presenter’s deck");
  // A place on the page is no other deck.
  await turn(page, "content");
  await page.waitForFunction(() => location.hash.startsWith("#deck="));
  await has(page, 2);
  await page.goBack();
  await page.goBack();
  await has(page, authors);
  assert.equal(await page.locator("#own").count(), 0);
  await turn(page, `deck=${linkOf(THEIRS)}&show=2`);
  await page.waitForFunction(() => document.querySelector(".slide.current h2")?.textContent === "Again");
  assert.equal(await page.locator("html").getAttribute("data-show"), "show");
  // Over a show that runs, too; the link says where it begins.
  await turn(page, `deck=${linkOf(OWN)}&show=3`);
  await page.waitForFunction(() => document.querySelector(".slide.current h2")?.textContent === "Three");
  for (const place of [1, 2]) await turn(page, `deck=${linkOf(OWN)}&speaker=${place}`);
  await page.waitForFunction(() => document.querySelector(".slide.current h2")?.textContent === "Two");
  assert.equal(await page.locator("#speaker-bar").count(), 1);
});

test("a link opened over the presenter’s own deck leaves that as it is, and each leads to the other", async (t) => {
  const page = await withOwn(t);
  await turn(page, `deck=${linkOf(THEIRS)}`);
  await has(page, 2);
  assert.equal(await kept(page), OWN);
  await press(page, "Make your own deck");
  await has(page, 3);
  await shows(page, "Your deck");
  assert.match(await page.locator("#own-note").textContent(), /one step back/);
  await page.goBack();
  await has(page, 2);
  await press(page, "Back to your deck");
  await has(page, 3);
  await turn(page, "deck=aBROKEN");
  await page.locator(".own-banner", { hasText: "cut or changed" }).waitFor();
  await has(page, 3);
  await page.reload();
  await has(page, 3);
  assert.equal(await kept(page), OWN);
});

test("where nothing is kept, ‘Make your own deck’ goes on with the deck that is shown", async (t) => {
  const page = await shared.open(t, { path: `present/#deck=${linkOf(THEIRS)}`, ...ROOM });
  await has(page, 2);
  await press(page, "Make your own deck");
  await shows(page, "Your deck");
  await has(page, 2);
  assert.equal(await kept(page), THEIRS);
});

test("deleting a copy does not take the deck that was set aside for it", async (t) => {
  const page = await withOwn(t);
  await page.goto("about:blank");
  await page.goto(`${shared.site.url}present/#deck=${linkOf(THEIRS)}`);
  await has(page, 2);
  await press(page, "Change a copy of it");
  await shows(page, "Your deck");
  await press(page, "Remove slide 2");
  await has(page, 1);
  await press(page, "Delete it");
  await page.reload();
  await press(page, "Make your own deck");
  await has(page, 1);
  for (const count of [2, 3, 1]) {
    await press(page, "Bring back the deck before");
    await has(page, count);
  }
});

for (const [name, forbid] of Object.entries(forbids)) {
  test(`where storage is ${name}, the deck is still the presenter’s own after a reload`, async (t) => {
    const page = await shared.open(t, { path: "present/", ...ROOM, prepare: (page) => page.addInitScript(forbid) });
    const asked = [];
    page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
    await press(page, "Make your own deck");
    await press(page, "Add words");
    await page.locator("#slide-1").getByLabel("Headline").fill("Mine");
    await page.reload();
    await shows(page, "Your deck");
    await page.locator("#slide-1").getByLabel("Headline").fill("Still mine");
    await press(page, "Make your own deck");
    await page.reload();
    await shows(page, "Your deck");
    assert.equal(await page.locator("#slide-1 h2").textContent(), "Still mine");
    assert.deepEqual(asked, []);

    // Another deck comes in its place, and goes.
    await turn(page, `deck=${linkOf(THEIRS)}`);
    await has(page, 2);
    await press(page, "Back to your deck");
    await has(page, 1);
    assert.equal(await page.locator("#slide-1 h2").textContent(), "Still mine");

    // Too long for the address, which then names none that is older; who leaves is asked first.
    const long = deckOf("Long", ...[1, 2, 3, 4].map((at) => `${words(`Long ${at}`)}\nnotes: ${randomBytes(2000).toString("base64")}`));
    await page.locator('input[type="file"]').setInputFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(long) });
    await has(page, 4);
    assert.match(await page.locator("#own-note").textContent(), /too long for a link.*while this page is open/);
    assert.ok(!page.url().includes("deck="));
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"]);
  });
}

for (const [name, forbid] of Object.entries(forbids)) {
  test(`where storage is ${name}, slides that are added from several figures come together`, async (t) => {
    const page = await shared.open(t, { path: "figure/timeline/?states=nd", ...ROOM, prepare: (page) => page.context().addInitScript(forbid) });
    const add = async (figure) => {
      await page.locator(`#fig-${figure}-download > summary`).click();
      await page.locator(`#fig-${figure}-download [data-download="deck"]`).click();
      await page.getByRole("link", { name: "Open a deck with it" }).click();
    };
    const [deck] = await Promise.all([page.waitForEvent("popup"), add("timeline")]);
    await has(deck, 1);
    await page.goto(new URL("figure/votes/", shared.site.url).href);
    await page.waitForSelector('html[data-engine="ready"]', { state: "attached" });
    await add("votes");
    await has(deck, 2);
    await deck.reload();
    await has(deck, 2);
    assert.deepEqual(await deck.locator(".slide").evaluateAll((slides) => slides.map((slide) => slide.dataset.slideFigure)), ["timeline", "votes"]);
    assert.equal(await deck.locator("#slide-1").getAttribute("data-view"), "states=nd");
  });
}

test("a link that adds to the presenter’s deck asks first", async (t) => {
  const page = await withOwn(t);
  await turn(page, "add=timeline");
  await press(page, "Do not add it");
  assert.equal(await kept(page), OWN);
  await turn(page, "add=timeline%3Fstates%3Dnd");
  await page.getByRole("button", { name: "Add it", exact: true }).click();
  await has(page, 4);
  assert.match(await kept(page), /figure: timeline\nview: states=nd/);
});

test("keys move a slide on and on, and removing leads to the next", async (t) => {
  const page = await withOwn(t);
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await page.getByRole("button", { name: "Move slide 1 down" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "Move slide 2 down");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "Move slide 3 up", "there is no further way down");
  assert.equal(await page.locator("#slide-3 h2").textContent(), "One");
  await page.getByRole("button", { name: "Remove slide 2" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "Remove slide 2");
});

test("who types goes on typing while another window changes the deck", async (t) => {
  const page = await withOwn(t);
  await page.locator("#slide-2").getByLabel("Headline").focus();
  await page.keyboard.press("End");
  await page.evaluate((newValue) => {
    localStorage.setItem("throughline-deck", newValue);
    dispatchEvent(new StorageEvent("storage", { key: "throughline-deck", newValue }));
  }, deckOf("Mine", words("Uno"), words("Two"), words("Three")));
  await page.locator("#slide-1 h2", { hasText: "Uno" }).waitFor();
  await page.keyboard.type("!");
  assert.equal(await page.locator("#slide-2").getByLabel("Headline").inputValue(), "Two!");
});

test("the page bears the name of the deck that is shown, and the authors’ again after it", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  const names = () => page.evaluate(() => [document.title.split(" · ")[0], document.querySelector("h1").textContent]);
  const authors = await names();
  await turn(page, `deck=${linkOf(THEIRS)}`);
  await has(page, 2);
  assert.deepEqual(await names(), ["Theirs", "Theirs"]);
  assert.match(await page.locator(".subtitle").textContent(), /presenter.*2 slides/);
  await press(page, "Back to the authors’ deck");
  assert.deepEqual(await names(), authors);
});

test("a link cannot make somebody else’s deck pass for one’s own", async (t) => {
  const page = await shared.open(t, { path: `present/#deck=${linkOf(THEIRS)}&mine=1`, ...ROOM });
  await has(page, 2);
  await shows(page, "A presenter’s deck");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("an own deck without slides takes every key and button", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await page.evaluate(() => localStorage.setItem("throughline-deck", "throughline-deck 1\n"));
  await page.goto("about:blank");
  await page.goto(`${shared.site.url}present/#own=1&show=1`);
  await shows(page, "Your deck");
  await has(page, 0);
  for (const name of ["Start the show", "Overview", "Speaker view"]) {
    await press(page, name);
    await page.waitForFunction(() => document.getElementById("engine-note").textContent.includes("no slide yet"));
    await page.evaluate(() => (document.getElementById("engine-note").textContent = ""));
  }
  // In a window that runs, the last slide may be removed in another one.
  await page.evaluate((text) => localStorage.setItem("throughline-deck", text), THEIRS);
  await page.reload();
  await has(page, 2);
  await press(page, "Start the show");
  await page.evaluate(() => {
    const newValue = "throughline-deck 1\n";
    localStorage.setItem("throughline-deck", newValue);
    dispatchEvent(new StorageEvent("storage", { key: "throughline-deck", newValue }));
  });
  await has(page, 0);
  for (const key of ["m", "c", "c", "l", "q", "z", "b", "t", "End", "ArrowRight", "ArrowDown", "o"]) await page.keyboard.press(key);
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 320);
  await page.keyboard.press("o");
  for (let left = 0; left < 5; left += 1) await page.keyboard.press("Escape");
  assert.ok(await page.locator(".masthead").isVisible());
});
