// On paper the report reads well: everything open, nothing to press, black on white.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();

test("paper shows figures, tables and sources, and no controls, in any theme", async (t) => {
  const page = await shared.open(t, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  for (const hidden of [".masthead", ".controls", ".anchor"]) {
    assert.equal(await page.locator(`${hidden}:visible`).count(), 0, hidden);
  }
  assert.ok(await page.locator(".outline li").count() >= 8 && await page.locator(".outline").isVisible(), "it has contents");
  for (const id of ["strategy-matrix", "timeline"]) {
    assert.ok(await page.locator(`#fig-${id} .plot svg:visible`).first().isVisible());
  }
});

for (const engine of [true, false]) {
  test(`closed sections are printed ${engine ? "with" : "without"} the engine`, async (t) => {
    const page = await shared.open(t, engine ? {} : { javaScriptEnabled: false, ready: false });
    const before = await page.locator("main details[open]").count();
    await page.emulateMedia({ media: "print" });
    if (engine) await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.ok(await page.locator("#fig-timeline table tbody tr").first().isVisible());
    // The outline repeats the table, and is printed on the figure's own page.
    assert.ok(!(await page.locator("#fig-timeline-outline").isVisible()));
    await page.emulateMedia({ media: "screen" });
    if (engine) await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("main details[open]").count(), before);
  });
}

test("a figure's own page is printed with table and outline, without the engine too", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/", javaScriptEnabled: false, ready: false });
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("table tbody tr").first().isVisible());
  assert.ok(await page.locator(".outline-tree li").first().isVisible());
});

/** What paper shows of sources once the browser has said that it prints. */
const onPaper = (page) =>
  page.evaluate(() => {
    // The page loses the focus to what asks for the print.
    dispatchEvent(new Event("blur"));
    dispatchEvent(new Event("beforeprint"));
    const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true });
    const listed = Object.fromEntries([...document.querySelectorAll("#sources li[id]")].map((item) => [item.id, item.innerText]));
    return {
      listed,
      figures: [...document.querySelectorAll("figure[data-figure]")].map((figure) => {
        const table = figure.querySelector("details[id$='-table']");
        const cells = [...table.querySelectorAll(".source-number")].filter(shown).map((link) => link.textContent);
        const follows = table.nextElementSibling;
        const named = follows.matches(".figure-sources") && shown(follows) ? [...follows.querySelectorAll("a")] : [];
        return {
          id: figure.id,
          cells: [...new Set(cells)].sort(),
          named: named.map((link) => link.textContent.split(" ")[0]).sort(),
          lost: named.filter((link) => !listed[link.hash.slice(1)]?.startsWith(link.textContent.split(" ")[0])).length,
        };
      }),
      links: [...document.querySelectorAll("main a[href^='http']:not(#sources a)")]
        .filter((link) => !link.closest(".needs-engine"))
        .map((link) => [link.href, link.nextSibling?.textContent.trim().split(" ")[0], getComputedStyle(link, "::after").content]),
      contents: [...document.querySelectorAll(".outline a")].filter(shown).map((link) => link.hash),
      reference: document.querySelector("main .only-paper, body > .only-paper")?.checkVisibility() ?? false,
    };
  });

/** Whether sources are listed with their addresses and numbered wherever the page leads to one. */
function holdsSources({ listed, figures, links }, addresses) {
  const items = Object.entries(listed);
  for (const [id, address] of addresses) assert.ok(listed[id]?.replace(/\s/g, "").includes(address.replace(/\s/g, "")), `the list lacks ${address}`);
  assert.deepEqual(items.map(([, text]) => text.split(/\s/)[0]), items.map((_, place) => `[${place + 1}]`), "numbers follow the list");
  for (const { id, cells, named, lost } of figures) {
    assert.ok(cells.every((cell) => /^\[\d+\]$/.test(cell)), `${id}: ${cells.slice(0, 3)}`);
    assert.deepEqual([named, lost], [cells, 0], `the sources after the table of ${id}`);
  }
  for (const [href, number, after] of links) {
    assert.match(number ?? "", /^\[\d+\]/, `${href} bears no number`);
    const note = items.find(([, text]) => text.startsWith(number.match(/^\[\d+\]/)[0]))?.[1];
    assert.ok(note?.includes(href), `the note ${number} has not ${href}`);
    assert.ok(!after.includes("("), `${href} also stands in brackets`);
  }
}

test("the browser's own print has numbered sources, each figure's after its table, links as notes, contents; and takes them back", async (t) => {
  // With the engine able to draw, which then writes tables and pictures for paper.
  const page = await shared.open(t, { drawing: true });
  const html = await page.evaluate(async () => (await fetch("sources/")).text());
  const addresses = [...html.matchAll(/<li id="(source-[^"]+)"><a href="([^"]+)"/g)].map(([, id, href]) => [id, href.replaceAll("&amp;", "&")]);
  assert.ok(addresses.length > 200);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /\/paper-\w+\.js$/.test(name)));
  await page.emulateMedia({ media: "print" });
  const paper = await onPaper(page);
  holdsSources(paper, addresses);
  assert.ok(paper.figures.length === 15 && paper.figures.filter(({ cells }) => cells.length).length >= 13, "figures name sources");
  assert.ok(paper.links.length > 10);
  assert.ok(paper.contents.includes("#sources") && paper.contents.filter((hash) => hash.startsWith("#fig-")).length === 15);
  assert.equal(paper.reference, false, "nothing leads past this print");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  const isAsItWas = async () => {
    assert.equal(await page.locator("#sources, .figure-sources, [data-numbered], .outline-figures").count(), 0);
    assert.deepEqual([...new Set((await page.locator(".source-number").allTextContents()).map((text) => text.replace(/ \d+$/, "")))], ["source"]);
  };
  await isAsItWas();
  // The same without a test's events: names of places in the document tell what it holds.
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  assert.ok(pages >= 10 && pages <= 120, `${pages} pages`);
  const lost = addresses.filter(([, address]) => !pdf.includes(`/URI (${address.replace(/[()\\]/g, "\\$&")})`)).map(([id]) => id);
  assert.deepEqual(lost, [], "addresses that the document does not lead to");
  await isAsItWas();
});

test("the print of a figure's page lists the sources of that figure alone, and begins with its picture", async (t) => {
  const page = await shared.open(t, { path: "figure/evidence/", viewport: { width: 695, height: 900 } });
  await page.goto(new URL("../votes/", page.url()).href);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /\/paper-\w+\.js$/.test(name)));
  await page.emulateMedia({ media: "print" });
  const paper = await onPaper(page);
  holdsSources(paper, []);
  const [figure] = paper.figures;
  assert.ok(figure.cells.length > 3);
  assert.ok(Object.keys(paper.listed).length < 60, "other sources are not listed");
});

for (const kind of ["votes", "evidence", "timeline", "throughline", "national"]) {
  test(`on paper the title, picture, legend and sentence of ${kind} have room on one page, on the figure's own page too`, async (t) => {
    for (const path of ["", `figure/${kind}/`]) {
      // As wide as letters are within their margins; a page is then 912 px high, and A4 has more.
      const page = await shared.open(t, { path, javaScriptEnabled: false, ready: false, viewport: { width: 695, height: 912 } });
      await page.emulateMedia({ media: "print" });
      const high = await page.evaluate((id) => {
        const figure = document.getElementById(id);
        const start = document.querySelector(".figure-title h1") ?? figure;
        return figure.querySelector(".layers").getBoundingClientRect().bottom - start.getBoundingClientRect().top;
      }, `fig-${kind}`);
      assert.ok(high <= 912, `${path || "the report"}: ${high} px`);
    }
  });
}

test("where the list of sources does not come, a print says where it is, and cells name no source without a number", async (t) => {
  const page = await shared.open(t, { tolerate: /Failed to load resource/, prepare: (page) => page.route("**/sources/", (route) => route.abort()) });
  await page.emulateMedia({ media: "print" });
  const paper = await onPaper(page);
  assert.deepEqual([paper.reference, Object.keys(paper.listed).length, paper.figures.flatMap(({ cells }) => cells)], [true, 0, []]);
});

test("nothing on paper is wider than the paper", async (t) => {
  const page = await shared.open(t, { viewport: { width: 672, height: 960 } });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  const wide = await page.evaluate(() => [...document.querySelectorAll("main table")].filter((table) => table.scrollWidth > table.parentElement.clientWidth + 1).map((table) => table.closest("[id]").id));
  assert.deepEqual(wide, [], "tables that are cut off");
});

test("on paper layers keep their shapes without backgrounds, high contrast is for screens, and letters have paper's size", async (t) => {
  const page = await shared.open(t, { path: "present/" });
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    const [before, size] = [getComputedStyle(root).getPropertyValue("--figure-ink"), getComputedStyle(root).fontSize];
    root.dataset.roomContrast = "";
    root.dataset.text = "150";
    return {
      shapes: getComputedStyle(document.querySelector(".evidence"), "::before").printColorAdjust,
      ink: getComputedStyle(root).getPropertyValue("--figure-ink") === before,
      size: getComputedStyle(root).fontSize === size,
      cut: [...document.querySelectorAll(".slide-picture")].filter((picture) => picture.scrollHeight > picture.clientHeight + 1).length,
    };
  });
  assert.deepEqual(found, { shapes: "exact", ink: true, size: true, cut: 0 });
});
