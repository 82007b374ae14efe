// The data: every table is whole without scripts, quick to work with beside them, and loads elsewhere as the page says.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { withChromium } from "./harness/chromium.mjs";
import { records } from "./harness/csv.mjs";
import { dist, root } from "./harness/site.mjs";

const shared = withChromium();
const run = promisify(execFile);
const tables = readdirSync(path.join(dist, "data")).filter((name) => name.endsWith(".csv"));

const csv = (name) => records(readFileSync(path.join(dist, "data", name), "utf8"));

const shown = (page) => page.locator("#table tbody tr").count();
const count = (page) => page.locator(".table-count").innerText();
const column = (page, name) =>
  page.locator("#table").evaluate((table, name) => {
    const place = [...table.tHead.rows[0].cells].findIndex((cell) => cell.dataset.column === name);
    return [...table.tBodies[0].rows].map((row) => row.cells[place].textContent);
  }, name);
const asked = (page, name) => page.waitForFunction((name) => new URLSearchParams(location.search).get(name), name).then((value) => value.jsonValue());

test("without scripts each table is there, to the letter", async (t) => {
  const page = await shared.open(t, { path: null, javaScriptEnabled: false });
  assert.ok(tables.length > 25);
  for (const name of tables) {
    await page.goto(new URL(`data/${name.replace(".csv", "/")}`, shared.site.url).href);
    const found = await page.locator("#table").evaluate((table) => {
      const own = [...table.tHead.rows[0].cells].filter((cell) => cell.dataset.column).length;
      return [...table.rows].map((row) => [...row.cells].slice(0, own).map((cell) => cell.textContent));
    });
    assert.deepEqual(found, csv(name), name);
    assert.equal(await page.locator(".table-tools > *").count(), 0, "nothing to press that would do nothing");
    assert.equal(await page.locator(".codebook tbody tr").count(), found[0].length, "a codebook has each column");
  }
});

test("a table is sorted, filtered, narrowed and paged by keyboard, and the address keeps it", async (t) => {
  const page = await shared.open(t, { path: "data/observations/" });
  const all = csv("observations.csv").length - 1;
  assert.equal(await shown(page), 50);
  assert.equal(await count(page), `Shown: rows 1 to 50 of ${all}`);
  const head = page.locator('th[data-column="value"]');
  await head.getByRole("button").focus();
  await page.keyboard.press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  await page.keyboard.press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  const values = (await column(page, "value")).map(Number);
  assert.deepEqual(values, [...values].sort((a, b) => b - a), "numbers are sorted as numbers");
  assert.equal(await asked(page, "table.sort"), "-value");

  await page.getByRole("button", { name: "Next page" }).press("Enter");
  assert.match(await count(page), /rows 51 to 100/);
  await page.getByLabel("Filter by place").fill("nd");
  await page.getByLabel("Find in all columns").fill("2018");
  assert.ok((await column(page, "place")).every((place) => place.includes("nd")));
  const fits = csv("observations.csv").filter((row) => row[0].includes("nd") && row.join("\n").includes("2018"));
  assert.equal(await shown(page), fits.length);
  assert.match(await count(page), new RegExp(`rows 1 to ${fits.length} of ${fits.length}, out of ${all}`));
  await page.locator("[role=status]", { hasText: `of ${fits.length}, out of ${all}` }).waitFor({ state: "attached" });

  await page.getByText("Columns", { exact: true }).click();
  await page.getByLabel("note", { exact: true }).uncheck();
  assert.equal(await page.locator('th[data-column="note"]').isVisible(), false);
  assert.equal(await asked(page, "table.hide"), "note");

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV of this view" }).click()]);
  assert.equal(download.suggestedFilename(), "observations-view.csv");
  const rows = records((await readFile(await download.path(), "utf8")).replace("\ufeff", ""), "\r\n");
  assert.deepEqual(rows[0], ["place", "measure", "period", "value", "source"]);
  const key = (row) => row.slice(0, 5).join(" ");
  assert.deepEqual(rows.slice(1).map(key).sort(), fits.map(key).sort());

  // The same address shows the same, and leaves the parameters of figures alone.
  const address = new URL(page.url());
  const again = await shared.open(t, { path: `data/observations/${address.search}&theme=dark` });
  assert.equal(await count(again), await count(page));
  assert.equal(await again.locator('th[data-column="note"]').isVisible(), false);
  assert.deepEqual(await column(again, "value"), await column(page, "value"));
  assert.equal(await again.locator("#engine-note").innerText(), "", "the engine has no objection");
  await again.getByLabel("Find in all columns").fill("zzzz");
  assert.match(await count(again), /^No row of \d+ .*Show all again/);
  await again.getByRole("button", { name: "Show all again" }).click();
  assert.equal(await count(again), `Shown: rows 1 to 50 of ${all}`);
  await again.waitForFunction(() => location.search === "?theme=dark");
});

test("back and forward walk through the choices of a table", async (t) => {
  const page = await shared.open(t, { path: "data/events/?theme=dark" });
  const all = await count(page);
  const address = (search) => page.waitForFunction((search) => location.search === search, search);
  const says = (text) => page.waitForFunction((text) => document.querySelector(".table-count").textContent === text, text);
  await page.locator('th[data-column="date"] button').click();
  await address("?theme=dark&table.sort=date");
  const find = page.getByLabel("Find in all columns");
  await find.pressSequentially("north dakota", { delay: 60 });
  await page.keyboard.press("End");
  await page.waitForFunction(() => /table\.find=north\+dakota/.test(location.search));
  const found = await count(page);
  assert.notEqual(found, all);
  // All that was typed is one step.
  await page.goBack();
  await address("?theme=dark&table.sort=date");
  await says(all);
  assert.equal(await find.inputValue(), "");
  await page.goBack();
  await address("?theme=dark");
  assert.equal(await page.locator("[aria-sort]").count(), 0);
  await page.goForward();
  await page.goForward();
  await says(found);
  assert.equal(await find.inputValue(), "north dakota");
});

test("a table takes any address, and shows what it was asked for", async (t) => {
  const page = await shared.open(t, { path: "data/events/?table.is.state=n&table.is.state=az&table.sort=nothing&table.page=-7&table.rows=1e9&table.is.nothing=x#%E0%A4%A" });
  const state = page.getByLabel("Filter by state");
  assert.equal(await state.inputValue(), "n");
  assert.match(await state.evaluate((list) => list.selectedOptions[0].textContent), /“n”/);
  assert.ok((await column(page, "state")).every((cell) => cell.includes("n")));
  assert.match(await count(page), /^Shown: rows 1 to \d+ of \d+, out of/);
});

test("evidence opens beside a row, and the address of the table stays", async (t) => {
  const page = await shared.open(t, { path: "data/events/?table.find=nd&table.rows=25" });
  await page.locator("#table tbody a[data-evidence]").first().click();
  await page.locator("#evidence-drawer article").waitFor({ state: "visible" });
  assert.match(page.url(), /focus=events:/);
  assert.equal(await asked(page, "table.find"), "nd");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !location.search.includes("focus"));
  assert.equal(await asked(page, "table.find"), "nd");
});

test("a link to a row leads to its page", async (t) => {
  const rows = csv("sources.csv");
  const page = await shared.open(t, { path: `data/sources/#sources-${rows.at(-1)[0]}` });
  assert.match(await count(page), new RegExp(`to ${rows.length - 1} of`));
  assert.ok(await page.locator("#table tr.found").isVisible());
});

test("paper has all rows of the View", async (t) => {
  const page = await shared.open(t, { path: "data/sources/" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await shown(page), csv("sources.csv").length - 1);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await shown(page), 50);
});

test("of 13,000 rows only those of one page are in the document", async (t) => {
  const ROWS = 13_000;
  const body = Array.from(
    { length: ROWS },
    (_, at) => `<tr id="observations-r${at}"><th scope="row">p${at % 7}</th><td>m${at % 11}</td><td>20${10 + (at % 15)}</td><td class="number">${(at * 7919) % ROWS}</td><td>s${at}</td><td></td><td></td></tr>`,
  ).join("");
  const html = readFileSync(path.join(dist, "data/observations/index.html"), "utf8").replace(/(<table id="table".*?<tbody>).*?(<\/tbody>)/s, (_, start, end) => start + body + end);
  const prepare = (page) => page.route("**/data/observations/**", (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
  const page = await shared.open(t, { path: "data/observations/", prepare });
  assert.equal(await count(page), `Shown: rows 1 to 50 of ${ROWS}`);
  // Of each step is counted how many rows come into the document, which no machine is too slow for.
  await page.evaluate(() => {
    window.added = 0;
    new MutationObserver((records) => records.forEach((record) => (window.added += record.addedNodes.length))).observe(document.querySelector("#table tbody"), { childList: true });
  });
  const added = () => page.evaluate(() => new Promise((done) => setTimeout(() => done(window.added), 0)));
  await page.locator('th[data-column="value"] button').click();
  assert.deepEqual((await column(page, "value")).slice(0, 3), ["0", "1", "2"]);
  await page.getByRole("button", { name: "Last page" }).click();
  assert.equal((await column(page, "value")).at(-1), String(ROWS - 1));
  await page.getByLabel("Filter by value").fill(">=12990");
  assert.equal(await shown(page), 10);
  await page.getByLabel("Filter by value").fill("");
  await page.getByLabel("Find in all columns").fill("p3 m4 2012");
  const fits = Array.from({ length: ROWS }, (_, at) => at).filter((at) => at % 7 === 3 && at % 11 === 4 && at % 15 === 2).length;
  assert.match(await count(page), new RegExp(`of ${fits}, out of ${ROWS}`));
  assert.equal(await page.locator("#table tr").count(), Math.min(fits, 50) + 2);
  assert.ok((await added()) <= 5 * 50 + 60, `${await added()} rows were put into the document`);
});

test("the lines for Python, as the page gives them, load the table", async (t) => {
  const page = await shared.open(t, { path: "data/events/" });
  const code = await page.locator('[data-copy="Python"]').innerText();
  assert.ok(code.includes(shared.site.url), "they name the site where they stand");
  const { stdout } = await run("python3", ["-c", code]);
  assert.ok(stdout.startsWith(`${csv("events.csv").length - 1} rows; `), stdout);
  assert.ok(stdout.includes(csv("events.csv")[1][0]));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy for Python" }).click();
  await page.getByText("Copied.").waitFor();
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), code.trim());
});

test("the archive opens in Python, fits its description, and holds what is given away one by one", async (t) => {
  const page = await shared.open(t, { path: "data/" });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Download everything/ }).click()]);
  const folder = await mkdtemp(path.join(os.tmpdir(), "throughline-data-"));
  t.after(() => rm(folder, { recursive: true }));
  const open = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2]); print('\\n'.join(z.namelist()))";
  const { stdout } = await run("python3", ["-c", open, await download.path(), folder]);
  const names = stdout.trim().split("\n");
  assert.deepEqual(names, [...names].sort());
  assert.deepEqual(names.filter((name) => name.endsWith(".csv")), [...tables].sort());
  for (const name of ["datapackage.json", "README.md", "LICENSE.txt", "citation.txt", "citation.bib", "citation.json"]) assert.ok(names.includes(name), name);
  for (const name of names) {
    assert.deepEqual(readFileSync(path.join(folder, name)), readFileSync(path.join(dist, "data", name)), name);
  }
  for (const name of tables) {
    assert.deepEqual(readFileSync(path.join(folder, name)), readFileSync(path.join(root, "assets/study", name)), "the study's own bytes");
  }
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), ".cache"), "throughline");
  const version = readFileSync(path.join(root, "tools/environment.sh"), "utf8").match(/FRICTIONLESS=(\S+)/)[1];
  const python = path.join(cache, `frictionless-${version}`, "bin/python");
  assert.ok(existsSync(python), `${python} is missing: run \`make test\` once`);
  const told = await run(python, [path.join(root, "tests/frictionless.py"), folder]);
  assert.match(told.stdout, new RegExp(`^ok: ${tables.length} tables`));
});
