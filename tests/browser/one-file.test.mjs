// The report in one file, opened from a disk: it holds all that it shows, and asks nobody for anything.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { PNG } from "pngjs";
import { engineIs, launchChromium } from "./harness/chromium.mjs";
import { deckOf, files, has, linkOf } from "./harness/decks.mjs";
import { dist, serveSite } from "./harness/site.mjs";
import { table } from "./harness/study.mjs";

const built = path.join(dist, "throughline.html");
let browser;
let folder;
let address;
before(async () => {
  browser = await launchChromium();
  // Alone in a folder, as somebody has it who was sent it.
  folder = await mkdtemp(path.join(os.tmpdir(), "throughline-one-file-"));
  await copyFile(built, path.join(folder, "Report.html"));
  address = pathToFileURL(path.join(folder, "Report.html")).href;
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** A page that notices errors, and requests for anything that the file does not hold. */
async function opened(t, { at = "", ready = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && url.split(/[?#]/)[0] !== address) problems.push(`asked for ${url}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(problems, []);
  });
  await page.goto(address + at);
  if (ready) await engineIs(page, "ready");
  return page;
}

test("it has at most 2 MB, and no link in it leads to a file that is not there", async (t) => {
  assert.ok((await stat(built)).size <= 2_000_000);
  const page = await opened(t);
  const links = () =>
    page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")).filter((href) => !/^(#|\?|https?:|mailto:)/.test(href)));
  assert.deepEqual(await links(), []);
  const lost = await page.evaluate(() => [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href").slice(1)).filter((id) => id && id !== "present" && !document.getElementById(id)));
  assert.deepEqual([...new Set(lost)], []);
  // The engine writes tables anew, with links as the site has them.
  await page.locator("#fig-strategy-matrix-table summary").click();
  // Its own control: figures that are far away follow when a reader comes near.
  await page.locator("#fig-strategy-matrix").getByRole("button", { name: "North Dakota", exact: true }).first().click();
  await page.waitForFunction(() => location.search.includes("states=nd"));
  await page.waitForFunction(() => !document.querySelector("#fig-strategy-matrix-table").textContent.includes("Arizona"));
  assert.ok((await page.locator("#fig-strategy-matrix-table a").count()) > 10);
  assert.deepEqual(await links(), []);
});

test("figures are drawn for the room that there is, follow choices, and open their evidence", async (t) => {
  for (const [width, at] of [[360, ""], [360, "?states=nd,sc"], [1280, ""], [1280, "?states=nd,sc"]]) {
    const page = await opened(t, { at, viewport: { width, height: 800 } });
    const picture = page.locator("#fig-strategy-matrix-plot svg.scene").first();
    await page.locator("#fig-strategy-matrix").scrollIntoViewIfNeeded();
    if (at) await page.waitForFunction(() => /North Dakota and South Carolina|2 states/.test(document.getElementById("fig-strategy-matrix-sentence").textContent));
    const room = await page.locator("#fig-strategy-matrix-plot").evaluate((plot) => plot.clientWidth);
    const wanted = room >= 1000 ? 1000 : room >= 620 ? 620 : 340;
    await page.waitForFunction((wanted) => document.querySelector("#fig-strategy-matrix-plot svg.scene").getAttribute("width") === String(wanted), wanted);
    assert.ok((await picture.boundingBox()).width <= room + 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.locator("#fig-strategy-matrix-plot").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const drawer = page.locator("dialog[open]");
    await drawer.waitFor();
    await page.waitForFunction(() => document.querySelector("dialog[open] a[href^='https:']"));
    await page.context().close();
  }
});

test("search finds what the file holds, and opens it there", async (t) => {
  const page = await opened(t);
  const found = async (query) => {
    await page.keyboard.press("Control+k");
    await page.locator("#search-field").fill(query);
    const first = page.locator("#search-list a").first();
    await first.waitFor();
    return first;
  };
  const state = await found("north dakota");
  assert.match(await state.getAttribute("href"), /^#states-nd$/);
  await state.click();
  assert.ok(await page.locator("#states-nd").evaluate((place) => Math.abs(place.getBoundingClientRect().top) < innerHeight));
  // A district has no place in the report: its evidence opens.
  await (await found("oakes public school district")).click();
  await page.locator("dialog[open] h3", { hasText: "Oakes" }).first().waitFor();
  await page.keyboard.press("Escape");
  const source = table("sources").find((row) => row.id === "nd-oakes-2018");
  await page.keyboard.press("Control+k");
  await page.locator("#search-field").fill(source.title);
  await page.locator(`#search-list a[href="#source-${source.id}"]`).first().click();
  assert.equal(await page.locator(`#source-${source.id} a`).getAttribute("href"), source.url);
});

test("slides are there, come to life, and lead back", async (t) => {
  const page = await opened(t);
  await page.getByRole("link", { name: "Slides" }).first().click();
  await page.getByRole("button", { name: "Start the show" }).waitFor();
  await engineIs(page, "ready");
  const slides = await page.locator(".slide").count();
  assert.ok(slides >= 15);
  await page.getByRole("button", { name: "Start the show" }).click();
  const place = await page.locator(".slide").evaluateAll((all) => all.findIndex((slide) => slide.dataset.slideFigure) + 1);
  for (let at = 1; at < place; at += 1) await page.keyboard.press("ArrowRight");
  await page.locator(".slide.current .slide-live .plot svg").waitFor();
  await page.waitForFunction((place) => location.hash === `#show=${place}`, place);
  // A reload stays where it is.
  await page.reload();
  await page.locator(".slide.current").waitFor();
  await page.waitForFunction((place) => location.hash === `#show=${place}`, place);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "The report", exact: true }).first().click();
  await page.locator("#fig-timeline").waitFor();
  await engineIs(page, "ready");
});

test("on the slides one can skip to them and reload, and a View becomes a slide of an own deck that a reload keeps", async (t) => {
  const page = await opened(t, { at: "#present" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "content");
  const start = page.getByRole("button", { name: "Start the show" });
  assert.ok(await start.isVisible());
  // A reload stays with the slides, as does what is chosen after it.
  await page.reload();
  await start.waitFor();
  await engineIs(page, "ready");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => location.hash), "#present");
  await page.goto(`${address}?states=nd`);
  await engineIs(page, "ready");
  await page.locator("#fig-strategy-matrix-download summary").click();
  await page.locator("#fig-strategy-matrix-download").getByRole("button", { name: /deck/ }).click();
  const link = page.locator("#fig-strategy-matrix-download").getByRole("link", { name: /deck/ });
  await link.click();
  const own = page.locator('.slide[data-slide-figure="strategy-matrix"][data-view="states=nd"]');
  await own.waitFor();
  assert.match(page.url(), /#own=1/);
  await page.reload();
  await own.waitFor();
});

test("of an own deck without a public address only the file can be passed on", async (t) => {
  const page = await opened(t, { at: "#present" });
  await page.getByRole("button", { name: "Make your own deck" }).click();
  await page.getByRole("button", { name: "Add words" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.locator("#own-note", { hasText: "no address of the report is known" }).waitFor();
});

test("pictures of slides have the letters of the report, as on the site", async (t) => {
  const site = await serveSite();
  t.after(() => site.close());
  const at = `#deck=${linkOf(deckOf("A talk", "words:\nheadline: Letters as the report has them", "statement: st-05"))}`;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  t.after(() => page.close());
  await page.goto(`${site.url}present/${at}`);
  const pictures = [];
  for (const one of [page, await opened(t, { at })]) {
    await has(one, 2);
    await one.getByText("Take away").click();
    const [download] = await Promise.all([one.waitForEvent("download"), one.getByRole("button", { name: "Pictures" }).click()]);
    pictures.push(files(await readFile(await download.path())));
  }
  for (const name of ["slide-01.png", "slide-02.png"]) {
    const [wanted, found] = pictures.map((all) => PNG.sync.read(all[name]));
    const other = wanted.data.filter((value, place) => Math.abs(value - found.data[place]) > 64).length / wanted.data.length;
    assert.ok(other < 0.001, `${name}: ${other}`);
  }
});

test("files that readers take away do not tell where they keep the report", async (t) => {
  const page = await opened(t, { at: "?states=nd" });
  // A figure that is drawn for its View while the pointer goes down moves what the pointer is over.
  await page.locator("#fig-strategy-matrix").scrollIntoViewIfNeeded();
  await page.waitForFunction(() => !document.querySelector("#fig-strategy-matrix-plot svg.scene").textContent.includes("Arizona"));
  await page.locator("#fig-strategy-matrix-download summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#fig-strategy-matrix-download").getByRole("button", { name: /JSON/ }).click()]);
  const json = await readFile(await download.path(), "utf8");
  assert.ok(JSON.parse(json));
  assert.ok(!json.includes(folder) && !json.includes("file:"));
  assert.match(json, /Report\.html\?states=nd|https:\/\//);
  await page.locator("#fig-strategy-matrix-download").getByRole("button", { name: /[Cc]opy link/ }).click();
  await page.getByText("pass on the file itself").first().waitFor();
});

test("it reads with scripts off, at any width", async (t) => {
  for (const width of [360, 1280]) {
    const page = await opened(t, { ready: false, javaScriptEnabled: false, viewport: { width, height: 800 } });
    const site = await readFile(path.join(dist, "index.html"), "utf8");
    const paragraphs = (html) => html.slice(html.indexOf("<main"), html.indexOf("</main>")).replace(/<noscript>.*?<\/noscript>/gs, "").match(/<p[ >]/g).length;
    assert.equal(paragraphs(await readFile(built, "utf8")), paragraphs(site));
    assert.equal(await page.locator(".figure .plot svg.scene").count(), (site.match(/data-figure=/g) ?? []).length);
    for (const picture of await page.locator(".figure .plot svg.scene").all()) assert.ok((await picture.boundingBox()).width >= 320);
    assert.ok((await page.locator("body").boundingBox()).width <= width);
    assert.ok(await page.locator("#sources").isVisible());
  }
});

test("no word in the foot or in what can be taken away leads nowhere, and what is left out is named once", async (t) => {
  const page = await opened(t);
  await page.locator("#fig-votes-download summary").click();
  const dead = () =>
    page.evaluate(() => [...document.querySelectorAll("body > :not(main) a, .download a")].filter((link) => link.checkVisibility() && !link.hasAttribute("href")).map((link) => link.textContent));
  assert.deepEqual(await dead(), []);
  assert.ok(await page.locator(".footer a", { hasText: "Slides" }).isVisible());
  const home = await page.evaluate(() => document.documentElement.dataset.home);
  assert.equal(await page.locator(".footer").getByText("has more").count(), home ? 0 : 1);
});

test("its own print numbers its list of sources, and takes that back", async (t) => {
  const page = await opened(t);
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    // The page loses the focus to what asks for the print.
    dispatchEvent(new Event("blur"));
    dispatchEvent(new Event("beforeprint"));
    const items = [...document.querySelectorAll("#sources li[id]")];
    return {
      items: items.length,
      spoilt: items.filter((item, place) => !item.innerText.startsWith(`[${place + 1}]`) || !item.innerText.includes(item.querySelector("a").getAttribute("href"))).length,
      cells: [...document.querySelectorAll(".source-number")].filter((link) => !/^\[\d+\]$/.test(link.textContent)).length,
      figures: document.querySelectorAll(".figure-sources").length,
    };
  });
  assert.ok(found.items > 200 && found.figures >= 13, JSON.stringify(found));
  assert.deepEqual([found.spoilt, found.cells], [0, 0]);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator(".figure-sources, .source-number", { hasText: "[" }).count(), 0);
});

test("symbols of tables and legends, which are drawn once, look as on the site", async (t) => {
  const site = await serveSite();
  t.after(() => site.close());
  const options = { javaScriptEnabled: false };
  const file = await opened(t, { ready: false, ...options });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  t.after(() => page.close());
  await page.goto(site.url);
  // The mean color, since pages may lie half a pixel apart.
  const looks = async (page) => {
    const all = [];
    for (const symbol of await page.locator("#fig-strategy-matrix-legend .swatch").all()) {
      const { data } = PNG.sync.read(await symbol.screenshot());
      all.push([0, 1, 2].map((part) => data.filter((_, place) => place % 4 === part).reduce((sum, value) => sum + value, 0) / (data.length / 4)));
    }
    return all;
  };
  const [wanted, found] = [await looks(page), await looks(file)];
  assert.ok(wanted.length > 4 && found.length === wanted.length);
  wanted.forEach((color, place) => color.forEach((value, part) => assert.ok(Math.abs(value - found[place][part]) < 8, `${place}: ${found[place]} for ${color}`)));
});
