// What a presenter hands on: codes and links for phones, which open what the slide shows.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { withChromium } from "./harness/chromium.mjs";
import { deckOf, has, linkOf } from "./harness/decks.mjs";

const shared = withChromium();
const ROOM = { viewport: { width: 1280, height: 720 } };
const PHONE = { viewport: { width: 390, height: 800 } };
const WORDS = "words:\nheadline: Thank you\nnotes: Do not tell";

/** A page that shows a slide of a presenter's own deck. */
async function shown(t, at, ...slides) {
  const page = await shared.open(t, { path: `present/#deck=${linkOf(deckOf("My talk", ...slides))}&show=${at}`, ...ROOM });
  await has(page, slides.length);
  await page.waitForFunction((at) => document.querySelector(".slide.current")?.id === `slide-${at}`, at);
  return page;
}
/** What a phone reads from the code that a slide shows, which is the link below it. */
async function code(page) {
  await page.keyboard.press("q");
  const picture = page.locator(".show-qr svg");
  await picture.waitFor();
  const { data, width, height } = PNG.sync.read(await picture.screenshot());
  const read = jsQR(new Uint8ClampedArray(data), width, height)?.data;
  assert.equal(read, await page.locator(".show-link a").getAttribute("href"));
  return read;
}

test("the code of each figure on the authors’ slides is a short link that a phone follows to that very view", async (t) => {
  const page = await shared.open(t, { path: "present/#show=1", ...ROOM });
  const slides = await page.locator(".slide[data-slide-figure]").evaluateAll((all) => all.map(({ id, dataset }) => ({ number: Number(id.slice(6)), way: `figure/${dataset.slideFigure}/?${dataset.view}` })));
  assert.ok(slides.length > 5);
  for (const { number, way } of slides) {
    for (const key of [...String(number), "Enter"]) await page.keyboard.press(key);
    await page.waitForFunction((number) => document.querySelector(".slide.current").id === `slide-${number}`, number);
    const link = await code(page);
    assert.equal(link, `${shared.site.url}v/${number}/`);
    assert.equal(await page.locator(".show-link").innerText(), link.replace("http://", ""));
    await page.keyboard.press("Escape");
    // Also where no script runs.
    const phone = await shared.open(t, { path: null, ...PHONE, javaScriptEnabled: false, tolerate: /preloaded/ });
    await phone.goto(link, { waitUntil: "commit" });
    await phone.waitForURL(shared.site.url + way);
  }
  const [{ number }] = slides;
  const phone = await shared.open(t, { path: null, ...PHONE });
  await phone.goto(`${shared.site.url}v/${number}/`, { waitUntil: "commit" });
  await phone.waitForURL("**/figure/**");
  await phone.waitForSelector('html[data-engine="ready"]', { state: "attached" });
});

test("what was chosen during the talk is in the code, and the room’s colors are not", async (t) => {
  const page = await shared.open(t, { path: "present/?theme=dark#show=7", ...ROOM });
  await page.waitForFunction(() => document.querySelector(".slide.current .slide-live:not(.waiting) .plot svg"));
  assert.match(await code(page), /\/v\/7\/$/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("m");
  await page.waitForFunction(() => location.search.includes("mark="));
  const link = await code(page);
  assert.match(link, /\/figure\/timeline\/\?.*mark=states(:|%3A)nd$/);
});

test("the code of a statement in an own deck leads to that statement in the report", async (t) => {
  const page = await shown(t, 2, WORDS, "statement: st-05");
  const statement = await page.locator("#slide-2 h2").textContent();
  const link = await code(page);
  assert.match(link, /\/\?focus=statements:st-05$/);
  const phone = await shared.open(t, { path: link, ...PHONE });
  const drawer = phone.locator("#evidence-drawer");
  await drawer.locator("article").waitFor();
  assert.ok((await drawer.textContent()).includes(statement));
});

test("the code of a presenter’s own words leads to them among the slides, without the notes", async (t) => {
  const page = await shown(t, 3, "statement: st-05", "figure: timeline\nview: states=nd\nnotes: Nor this", WORDS, "words:\nheadline: More");
  const link = await code(page);
  assert.match(link, /\/present\/#deck=a[\w-]+&at=3$/);
  assert.ok((await page.locator(".show-link").innerText()).length < 100);
  const phone = await shared.open(t, { path: link, ...PHONE });
  await has(phone, 4);
  await phone.waitForFunction(() => document.querySelector("#slide-2 .slide-picture svg"));
  await phone.waitForFunction(() => {
    const { top, bottom } = document.querySelector("#slide-3 h2").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.equal(await phone.locator("#slide-3 h2").textContent(), "Thank you");
  assert.doesNotMatch(await phone.locator("body").textContent(), /Do not tell|Nor this/);
});

test("where all slides are too long for a code, it leads to the words alone, and says so", async (t) => {
  const others = Array.from({ length: 9 }, () => `words:\nheadline: ${randomBytes(30).toString("base64")}`);
  const page = await shown(t, 10, ...others, WORDS);
  const link = await code(page);
  assert.match(await page.locator("#show-code").textContent(), /This slide alone/);
  const phone = await shared.open(t, { path: link, ...PHONE });
  await has(phone, 1);
  assert.equal(await phone.locator("#slide-1 h2").textContent(), "Thank you");
});

test("a slide of what is not in this report has no link, and says so", async (t) => {
  const page = await shown(t, 1, "figure: hologram", "statement: st-99");
  for (const key of ["Home", "End"]) {
    await page.keyboard.press(key);
    await page.keyboard.press("q");
    await page.locator("#show-code").getByText("no link leads to it").waitFor();
    assert.equal(await page.locator("#show-code a, #show-code svg").count(), 0);
    await page.keyboard.press("Escape");
  }
});

test("the link to a deck names the public address of the report where the page knows one", async (t) => {
  const page = await shared.open(t, {
    path: "present/",
    permissions: ["clipboard-read", "clipboard-write"],
    prepare: (page) =>
      page.route(/\/present\/$/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace("<html", '<html data-home="https://report.example/"') });
      }),
  });
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.getByRole("button", { name: "Add words" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.waitForFunction(() => document.getElementById("own-note").textContent.includes("clipboard"));
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^https:\/\/report\.example\/present\/#deck=a[\w-]+$/);
});
