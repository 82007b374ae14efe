// A presenter's own deck: made in the page, kept, in a link, in a file; and codes that a phone reads.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { withChromium } from "./harness/chromium.mjs";
import { files, forbids, has } from "./harness/decks.mjs";

const shared = withChromium();
const ROOM = { viewport: { width: 1280, height: 720 } };
const slides = (page) => page.locator(".slide");
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

test("what a slide shows stays as it is when publishers come, who are named beside it", async (t) => {
  let come;
  const held = new Promise((resolve) => (come = resolve));
  const page = await shared.open(t, {
    path: "present/",
    ...ROOM,
    prepare: (page) => page.route(/words-/, async (route) => (await held, await route.continue())),
  });
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.getByLabel("Add a figure …").selectOption("votes");
  await has(page, 1);
  await drawn(page);
  const sources = page.locator("#slide-1 .source-line a");
  const before = await sources.allInnerTexts();
  await page.evaluate(() => (window.drawn = document.querySelector("#slide-1 .slide-picture")));
  come();
  await page.waitForFunction((before) => {
    const now = [...document.querySelectorAll("#slide-1 .source-line a")].map((link) => link.innerText);
    return now.length > 0 && now.join() !== before.join();
  }, before);
  assert.ok(await page.evaluate(() => window.drawn === document.querySelector("#slide-1 .slide-picture")));
  assert.ok((await sources.allInnerTexts()).every((text) => /\w.*, /.test(text)));
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
  // What was misspelt by hand is named, and not left out in silence.
  const spelt = text.replace("figure: timeline", "figur: timeline");
  await page.locator('input[type="file"]').setInputFiles({ name: "b.txt", mimeType: "text/plain", buffer: Buffer.from(spelt) });
  await has(page, 2);
  assert.match(await page.locator("#own-note").textContent(), /3 lines were not understood and left out, first “figur: timeline”/);
});

for (const [name, forbid] of Object.entries(forbids)) {
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
    assert.match(link, /\/v\/7\/$/);
    await page.keyboard.press("Escape");
  }
});

test("of a figure that is too high for its slide its maker is told, and one press shows what fits", async (t) => {
  const page = await shared.open(t, { path: "present/", viewport: { width: 1440, height: 900 } });
  await page.getByRole("button", { name: "Make your own deck" }).click();
  const kinds = await page.locator("template[id^=live-]").evaluateAll((all) => all.map(({ id }) => id.slice(5)));
  const fitting = [];
  for (const [place, kind] of kinds.entries()) {
    await page.getByLabel("Add a figure …").selectOption(kind);
    await has(page, place + 1);
    await drawn(page);
    const told = page.locator(`#slide-${place + 1} .own-fit`);
    await told.waitFor({ state: "visible" });
    assert.match(await told.textContent(), /too high for a slide: in the show, Next goes through \d+ pages/);
    const offer = told.getByRole("button").first();
    if (!(await offer.count())) continue;
    fitting.push(kind);
    await offer.click();
    await drawn(page);
    await page.waitForFunction((id) => {
      const picture = document.querySelector(`#${id} .slide-picture`);
      return picture && picture.scrollHeight - picture.clientHeight <= 4 && document.querySelector(`#${id} .own-fit`).hidden;
    }, `slide-${place + 1}`);
    assert.ok(await page.evaluate((id) => document.activeElement.closest(".slide")?.id === id, `slide-${place + 1}`));
  }
  // For these no view of theirs does.
  assert.deepEqual(kinds.filter((kind) => !fitting.includes(kind)), ["national", "throughline"]);
  await page.reload();
  await has(page, kinds.length);
  assert.match(await page.locator('[data-slide-figure="votes"]').getAttribute("data-view"), /states=/);
  // What an authors' slide shows has its short address here, too.
  const at = await page.locator('[data-slide-figure="votes"]').evaluate((slide) => slide.id.slice(6));
  await page.getByRole("button", { name: "Start the show" }).click();
  for (const key of [...at, "Enter", "q"]) await page.keyboard.press(key);
  await page.locator(".show-qr svg").waitFor();
  assert.match(await page.locator(".show-link a").getAttribute("href"), /\/v\/9\/$/);
});

test("the title becomes the first slide where its maker asks, and follows what is written", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.getByRole("button", { name: "Add the title" }).click();
  assert.equal(await page.locator("#own-note").textContent(), "Write the title first.");
  const title = page.getByLabel("Title", { exact: false }).first();
  await title.fill("My talk");
  await page.getByLabel("Add a statement …").selectOption("st-05");
  await has(page, 1);
  await page.getByRole("button", { name: "Add the title" }).click();
  await has(page, 2);
  assert.equal(await page.locator("#slide-1 h2").textContent(), "My talk");
  await title.fill("");
  await title.pressSequentially("My better talk");
  assert.equal(await page.locator("#slide-1 h2").textContent(), "My better talk");
  assert.equal(await page.locator("#slide-1").getByLabel("Headline").inputValue(), "My better talk");
  await page.getByRole("button", { name: "Add the title" }).click();
  assert.equal(await slides(page).count(), 2);
  await page.reload();
  await has(page, 2);
  assert.equal(await page.locator("#slide-1 h2").textContent(), "My better talk");
  assert.equal(await page.locator("#slide-1").getAttribute("data-kind"), "title");
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

const saved = async (page, name) => {
  if (!(await page.locator(".deck-head details").evaluate((details) => details.open))) await page.getByText("Take away").click();
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), page.getByRole("button", { name }).click()]);
  return download.path();
};

test("programs that did not come are asked for again", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM, tolerate: /Failed to load resource|Slides for elsewhere/ });
  const programs = /\/(slide-files|own-deck)-[0-9a-f]+\.js/;
  await page.route(programs, (route) => route.abort());
  await page.getByText("Take away").click();
  await page.getByRole("button", { name: "Pictures" }).click();
  await page.waitForFunction(() => document.getElementById("deck-note").textContent.includes("check the connection and try again"));
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.waitForFunction(() => document.body.textContent.includes("This part of the page did not load: check the connection and try again."));
  await page.unroute(programs);
  const all = files(readFileSync(await saved(page, "Pictures")));
  assert.equal(Object.keys(all).length, 2 * (await slides(page).count()));
  await make(page);
});

test("pictures of all slides are an archive of SVG with alt text and PNG", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  const count = await slides(page).count();
  const all = files(readFileSync(await saved(page, "Pictures")));
  assert.equal(Object.keys(all).length, 2 * count);
  const titles = await page.locator(".slide-headline").allTextContents();
  for (const [place, title] of titles.entries()) {
    const name = `slide-${String(place + 1).padStart(2, "0")}`;
    const png = PNG.sync.read(all[`${name}.png`]);
    assert.deepEqual([png.width, png.height], [1920, 1080]);
    // Something is drawn: not all pixels are the ground.
    assert.ok(new Set(png.data.subarray(0, 4 * 1920 * 1000).filter((_, at) => at % 4 === 0)).size > 8, name);
    const told = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      return { title: svg.querySelector("title")?.textContent, alt: svg.querySelector("desc")?.textContent.length, broken: !!svg.querySelector("parsererror") };
    }, all[`${name}.svg`].toString());
    assert.deepEqual([told.title, told.broken, told.alt > 10], [title, false, true]);
  }
});

test("pictures have a slide's shape on a phone too, lay no figure over what is below it, and layers have their shapes", async (t) => {
  const page = await shared.open(t, { path: "present/#aspect=4:3", viewport: { width: 390, height: 844 } });
  const all = files(readFileSync(await saved(page, "Pictures")));
  const png = PNG.sync.read(all["slide-08.png"]);
  assert.deepEqual([png.width, png.height], [1920, 1440]);
  const layers = await page.locator(".slide").evaluateAll((slides) => slides.map((slide) => slide.querySelectorAll(".slide-foot .evidence").length));
  const texts = layers.map((_, place) => all[`slide-${String(place + 1).padStart(2, "0")}.svg`].toString());
  const out = await page.evaluate((texts) =>
    texts.flatMap((text, place) => {
      const holder = document.body.appendChild(document.createElement("div"));
      holder.innerHTML = text;
      const whole = holder.querySelector("svg");
      const [figure, ...swatches] = [...whole.querySelectorAll(":scope > svg, :scope > g > svg")].map((svg) => svg.getBoundingClientRect());
      const below = Math.min(whole.getBoundingClientRect().bottom, ...swatches.map(({ top }) => top));
      const over = figure && figure.bottom > below + 1;
      holder.remove();
      return over ? [place + 1] : [];
    }), texts);
  assert.deepEqual(out, []);
  assert.ok(texts.some((text) => text.includes('<g transform="translate(')), "some figures are higher than their room");
  for (const [place, many] of layers.entries()) if (many) assert.match(texts[place], /<(circle|rect|path) [^>]*stroke-width="1.5"/, `slide ${place + 1}`);
});

test("a PowerPoint file holds titles, notes, and pictures with alt text, as an independent reader finds", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  const path = await saved(page, "PowerPoint");
  const titles = await page.locator(".slide-headline").allTextContents();
  const pictures = await page.locator("[data-slide-figure]").count();
  const all = files(readFileSync(path));
  assert.equal(Object.keys(all).filter((name) => name.startsWith("ppt/media/")).length, pictures);

  const python = process.env.PPTX_PYTHON;
  if (!python) return t.skip("no python-pptx: set PPTX_PYTHON to a Python that has it (tools/test.sh does)");
  const script = `import json, sys
from pptx import Presentation
deck = Presentation(sys.argv[1])
print(json.dumps([[s.shapes.title.text_frame.text, s.notes_slide.notes_text_frame.text,
  [p._element.nvPicPr.cNvPr.get("descr") for p in s.shapes if p.shape_type == 13], "\\n".join(p.text_frame.text for p in s.shapes if p.has_text_frame)] for s in deck.slides]))`;
  const read = JSON.parse(execFileSync(python, ["-c", script, path], { encoding: "utf8" }));
  assert.deepEqual(read.map(([title]) => title), titles);
  assert.ok(read[0][1].includes("Welcome"));
  // Whose work it is stands on the title's slide, as on the page.
  const imprint = await page.locator("#slide-1 .slide-imprint").innerText();
  assert.match(imprint, /not by its authors/);
  for (const line of imprint.split("\n")) assert.ok(read[0][3].includes(line), line);
  assert.deepEqual(read.flatMap(([, , alts]) => alts).length, pictures);
  assert.ok(read.flatMap(([, , alts]) => alts).every((alt) => alt.length > 20));

  const office = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (!office) return t.diagnostic("not rendered: LibreOffice is not installed here");
  const folder = mkdtempSync(join(tmpdir(), "throughline-pptx-"));
  execFileSync(office, ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "pdf", "--outdir", folder, path], { stdio: "ignore", timeout: 180_000 });
  const [pdf] = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
  const pages = readFileSync(join(folder, pdf)).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;
  assert.equal(pages, titles.length);
  rmSync(folder, { recursive: true });
});

test("a deck that cannot be read is left as it is, and can be saved", async (t) => {
  const spoilt = "throughline-deck 99\n\nhologram: x\n";
  const page = await shared.open(t, { path: "present/", ...ROOM });
  const authors = await slides(page).count();
  await page.evaluate((text) => localStorage.setItem("throughline-deck", text), spoilt);
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.locator(".own-banner", { hasText: "Nothing of it is lost" }).waitFor();
  assert.equal(await slides(page).count(), authors);
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-deck")), spoilt);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save it as a file" }).click()]);
  assert.equal(readFileSync(await download.path(), "utf8"), spoilt);
  // The same holds for one that was set aside, and for a View that would go into it.
  await page.evaluate(() => (localStorage.setItem("throughline-deck-before", localStorage.getItem("throughline-deck")), localStorage.removeItem("throughline-deck")));
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.locator(".own-banner").nth(1).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-deck-before")), spoilt);
  await page.evaluate(() => localStorage.setItem("throughline-deck", localStorage.getItem("throughline-deck-before")));
  await page.goto(new URL("figure/timeline/", shared.site.url).href);
  await page.locator("#fig-timeline-download summary").click();
  await page.locator("#fig-timeline-download").getByRole("button", { name: /deck/ }).click();
  await page.getByText("Not added: the deck on this device is of another version.").waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-deck")), spoilt);
});

test("a full deck takes no more, and says so", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/?states=nd" });
  const full = `throughline-deck 1\n${"\nwords:\nheadline: One\n".repeat(100)}`;
  await page.evaluate((text) => localStorage.setItem("throughline-deck", text), full);
  await page.locator("#fig-timeline-download summary").click();
  await page.locator("#fig-timeline-download").getByRole("button", { name: /deck/ }).click();
  await page.getByText("Not added: your deck has as many slides as one can have.").waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-deck")), full);
  await page.getByRole("link", { name: "Open the deck" }).click();
  await has(page, 100);
});

test("the shape of a deck is kept, and the deck before comes back", async (t) => {
  const page = await shared.open(t, { path: "present/", ...ROOM });
  await make(page);
  await page.locator("#deck-aspect").selectOption("4:3");
  await page.locator("#slide-3").getByRole("button", { name: /^Remove/ }).click();
  await has(page, 2);
  assert.equal(await page.locator("html").getAttribute("data-aspect"), "4:3");
  assert.ok(await page.getByRole("button", { name: "Bring back the deck before" }).isVisible());
  await page.reload();
  await has(page, 2);
  assert.equal(await page.locator("html").getAttribute("data-aspect"), "4:3");
  await page.getByRole("button", { name: "Bring back the deck before" }).click();
  await has(page, 3);
  await page.getByRole("button", { name: "Bring back the deck before" }).click();
  await has(page, 2);
});
