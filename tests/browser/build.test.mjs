// The build: same input, same bytes; sizes within their budgets; sub-folders and known addresses.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { launchChromium, open } from "./harness/chromium.mjs";
import { choose } from "./harness/settings.mjs";
import { dist, root, serveSite, tool } from "./harness/site.mjs";

// The PDF is printed from the finished site, where there is a browser.
const PDF = "throughline.pdf";
const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name !== PDF && statSync(join(folder, name)).isFile())
    .sort();
const scratch = (t) => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
};
const build = (out, ...options) => {
  const environment = { ...process.env, THROUGHLINE_URL: "", THROUGHLINE_PDF: existsSync(join(dist, PDF)) ? "1" : "" };
  return execFileSync(tool, ["build", "--engine", dist, "--out", out, ...options], { cwd: root, env: environment, encoding: "utf8" });
};

test("building twice gives the same bytes as dist/", (t) => {
  const folder = scratch(t);
  build(join(folder, "a"));
  assert.deepEqual(files(join(folder, "a")), files(dist));
  for (const name of files(dist)) assert.ok(readFileSync(join(folder, "a", name)).equals(readFileSync(join(dist, name))), name);
});

test("compressed copies hold the same bytes", () => {
  const copies = files(dist).filter((name) => /\.(br|gz)$/.test(name));
  assert.ok(copies.length > 10);
  for (const name of copies) {
    const unpack = name.endsWith(".br") ? brotliDecompressSync : gunzipSync;
    assert.ok(unpack(readFileSync(join(dist, name))).equals(readFileSync(join(dist, name.slice(0, -3)))), name);
  }
});

test("the sizes printed are those of a real first visit, and within the budgets", async (t) => {
  const table = build(join(scratch(t), "a"));
  const printed = (part) => Number(table.match(new RegExp(`^${part} +[\\d.]+ +([\\d.]+)`, "m"))[1]) * 1000;
  const site = await serveSite();
  const browser = await launchChromium();
  t.after(async () => {
    await browser.close();
    await site.close();
  });
  const page = await open(t, browser, site.url, { path: null });
  await page.goto(site.url, { waitUntil: "networkidle" });
  // Files as they were sent: the budget is for content, and headers differ from server to server.
  const received = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ name }) => !/manifest|icon/.test(name))
      .map(({ name, encodedBodySize }) => [name, encodedBodySize]),
  );
  const sizes = new Map(received);
  const sum = [...sizes.values()].reduce((a, b) => a + b, 0);
  assert.ok(sizes.size >= 6 && sum > 100_000);
  assert.ok(sum < 300_000, `the browser received ${sum} bytes`);
  assert.ok(Math.abs(sum - printed("first visit")) < 1_000, `${sum} received, ${printed("first visit")} printed`);
  assert.ok(printed("engine") <= 170_000 && printed("scripts") <= 10_000 && printed("study") <= 60_000);
});

test("the site works from any sub-folder", async (t) => {
  const folder = scratch(t);
  mkdirSync(join(folder, "reports/2026"), { recursive: true });
  cpSync(dist, join(folder, "reports/2026"), { recursive: true });
  cpSync(join(dist, "404.html"), join(folder, "index.html"));
  const site = await serveSite(folder);
  const browser = await launchChromium();
  t.after(async () => {
    await browser.close();
    await site.close();
  });
  const page = await open(t, browser, site.url, { path: "reports/2026/" });
  await choose(page, "theme", "dark");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  assert.match(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).join()), /reports\/2026\/assets\/study/);
});

test("a known address gives canonical links, a sitemap and pictures for sharing", (t) => {
  const out = join(scratch(t), "a");
  build(out, "--base-url", "https://example.org/reports/throughline");
  // Each page about something has a picture of its own, as large as it says.
  for (const page of ["figure/timeline", "state/nd", "district/nd-oakes", "strategy/seat-time", "practice/mastery", "compare/az/nd"]) {
    const card = readFileSync(join(out, page, "card.png"));
    const html = readFileSync(join(out, page, "index.html"), "utf8");
    const property = (name) => new RegExp(`property="${name}" content="([^"]*)"`).exec(html)[1];
    assert.equal(property("og:image"), `https://example.org/reports/throughline/${page}/card.png`);
    assert.deepEqual([card.readUInt32BE(16), card.readUInt32BE(20)].map(String), [property("og:image:width"), property("og:image:height")]);
    const palette = card.indexOf("PLTE");
    assert.ok(palette > 0 && card.readUInt32BE(palette - 4) / 3 > 30, `${page}: a picture has many colors`);
    assert.ok(card.length < 300_000, `${page}: ${card.length}`);
  }
  const html = readFileSync(join(out, "index.html"), "utf8");
  assert.match(html, /<link rel="canonical" href="https:\/\/example.org\/reports\/throughline\/"/);
  const card = html.match(/<meta property="og:image" content="https:\/\/example.org\/reports\/throughline\/([^"]+)"/)[1];
  assert.ok(files(out).includes(card));
  assert.match(readFileSync(join(out, "sitemap.xml"), "utf8"), /<loc>https:\/\/example.org\/reports\/throughline\/<\/loc>/);
  assert.match(readFileSync(join(out, "robots.txt"), "utf8"), /Sitemap: https:\/\/example.org\/reports\/throughline\/sitemap.xml/);
});

for (const [name, args, message] of [
  ["an address that is none", ["build", "--engine", "dist", "--out", "target/none", "--base-url", "example"], /is not a full address/],
  ["a study that is not there", ["check", "--study", "nowhere"], /nowhere|sources\.csv/],
  ["an engine that is not there", ["build", "--engine", "src", "--out", "target/none"], /run `make build`/],
  ["a folder that is no site", ["serve", "--dir", "src"], /run `make build` first/],
]) {
  test(`the tool tells of ${name} in words, with status 1`, () => {
    try {
      execFileSync(tool, args, { cwd: root, stdio: "pipe", encoding: "utf8" });
    } catch (error) {
      assert.equal(error.status, 1);
      assert.match(error.stderr, message);
      assert.doesNotMatch(error.stderr, /panicked|RUST_BACKTRACE/);
      return;
    }
    assert.fail("it succeeded");
  });
}

test("make serve says that a port is in use before it builds", async () => {
  const site = await serveSite();
  const { port } = new URL(site.url);
  try {
    execFileSync("make", ["--no-print-directory", "serve", `PORT=${port}`], { cwd: root, stdio: "pipe", encoding: "utf8" });
    assert.fail("it succeeded");
  } catch (error) {
    assert.match(error.stderr ?? "", new RegExp(`Port ${port} is in use`));
    assert.equal(error.stdout, "");
  } finally {
    await site.close();
  }
});
