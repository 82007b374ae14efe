// With scripts off the report is whole: the reader loses choices, never content.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { root } from "./harness/site.mjs";

const PARTS = ["takeaways", "partnerships", "approaches", "supports", "districts", "lessons", "recommendations", "about"];
const OFF = { javaScriptEnabled: false, ready: false };
const shared = withChromium();

/** One column of a table of the study; quoted cells may hold commas and line breaks. */
function column(file, name) {
  const text = readFileSync(join(root, "assets/study", file), "utf8");
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    const char = text[at];
    if (char === '"' && quoted && text[at + 1] === '"') {
      row[row.length - 1] += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (char === "," && !quoted) row.push("");
    else if (char === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += char;
  }
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => row[head.indexOf(name)]);
}

const spaced = (text) => text.replace(/\s+/g, " ");

test("all parts, in their order, with text of their own", async (t) => {
  const page = await shared.open(t, OFF);
  const parts = await page.locator("section.part").evaluateAll((all) => all.map((part) => [part.id, part.innerText.length]));
  assert.deepEqual(parts.map(([id]) => id), PARTS);
  for (const [id, length] of parts) assert.ok(length > 400, `${id} has ${length} characters`);
});

test("every statement of the study is there, with a note that names its sources", async (t) => {
  const page = await shared.open(t, OFF);
  const text = spaced(await page.locator("main").textContent());
  const statements = column("statements.csv", "text");
  assert.ok(statements.length >= 30);
  for (const statement of statements) assert.ok(text.includes(spaced(statement)), statement);
  for (const id of column("statements.csv", "id")) {
    const note = page.locator(`#statements-${id} a.evidence`);
    const target = await note.getAttribute("href");
    const links = page.locator(`[id="${target.slice(1)}"] a[href^="sources/#source-"]`);
    assert.ok((await links.count()) > 0, `${id} leads to sources`);
  }
});

test("every source of the study is listed with a link to it, on the page that the report leads to", async (t) => {
  const page = await shared.open(t, OFF);
  await page.locator('#about a[href="sources/"]').click();
  await page.waitForURL(/\/sources\/$/);
  const links = new Set(await page.locator("main a[href^=http]").evaluateAll((all) => all.map((link) => link.getAttribute("href"))));
  const urls = column("sources.csv", "url");
  assert.ok(urls.length > 50);
  for (const url of urls) assert.ok(links.has(url), url);
});

test("both figures are drawn once at any width, and have caption, legend, table and outline", async (t) => {
  for (const width of [360, 700, 1440]) {
    const page = await shared.open(t, { ...OFF, viewport: { width, height: 900 } });
    for (const id of ["strategy-matrix", "timeline"]) {
      const figure = page.locator(`#fig-${id}`);
      assert.equal(await figure.locator(".plot svg:visible").count(), 1, `${id} at ${width}`);
      assert.ok((await figure.locator(".plot svg:visible [data-key]").count()) > 20, `${id} has marks`);
      assert.ok((await figure.locator("figcaption").innerText()).length > 40);
      assert.ok((await figure.locator(".legend li").count()) > 2);
      assert.ok((await figure.locator("tbody tr").count()) > 5);
      // The outline is on the figure's own page, one link away.
      const outline = await figure.locator(".outline-tree a").getAttribute("href");
      assert.equal(outline, `figure/${id}/#fig-${id}-outline`);
    }
  }
});

test("each figure has a page of its own that is whole", async (t) => {
  for (const id of ["strategy-matrix", "timeline"]) {
    const page = await shared.open(t, { ...OFF, path: `figure/${id}/` });
    assert.equal(await page.locator(".plot svg:visible").count(), 1);
    assert.ok((await page.locator("tbody tr").count()) > 5);
    assert.ok((await page.locator(".outline-tree li").count()) > 5);
    assert.ok((await page.locator('.figure-table a[href^="../../sources/#source-"]').count()) > 5);
  }
});

test("each mark of a figure stands in its table too", async (t) => {
  const page = await shared.open(t, OFF);
  for (const id of ["strategy-matrix", "timeline"]) {
    // In the table a fact stands at its anchor, which is its key without signs.
    const places = (selector) =>
      page
        .locator(`#fig-${id} ${selector}`)
        .evaluateAll((all) => [...new Set(all.map((one) => one.id || one.dataset.key.replace(/[:/]/g, "-")))].sort());
    assert.deepEqual(await places(".plot svg:visible [data-key]"), await places("table [id]"), id);
  }
});

test("the page says quietly that scripts are off, and offers nothing that needs them", async (t) => {
  const page = await shared.open(t, OFF);
  assert.match(await page.locator("noscript, .quiet").first().innerText(), /scripts are off/i);
  assert.equal(await page.locator(".needs-engine:visible").count(), 0);
  assert.equal(await page.locator("html").getAttribute("data-engine"), "static");
});

test("the first paint waits for no script", async (t) => {
  const hold = async (page) => page.route(/\.(js|wasm|bin)$/, () => {});
  const page = await shared.open(t, { path: null, prepare: hold });
  await page.goto(shared.site.url, { waitUntil: "commit" });
  const painted = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  assert.ok((await painted.jsonValue()) > 0);
  assert.ok(await page.locator("h1").isVisible());
});

test("the page is served from files of the repository only", () => {
  assert.ok(readdirSync(join(root, "dist/assets")).every((name) => /-[0-9a-f]{16}\.\w+(\.br|\.gz)?$/.test(name)));
});
