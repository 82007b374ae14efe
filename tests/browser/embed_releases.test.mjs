// Releases side by side: frozen figures stay as they were, live ones can say what changed, and a page may hold both.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launchChromium } from "./harness/chromium.mjs";
import { openHost, serveHosts } from "./harness/hosts.mjs";
import { dist, root, serveSite, tool } from "./harness/site.mjs";

let folder, site, host, browser;
const version = readFileSync(join(root, "assets/study/edition.csv"), "utf8").match(/^version,(.*)$/m)[1];
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-"));
  // The next release: another version, in which one event has another name.
  const study = join(folder, "study");
  cpSync(join(root, "assets/study"), study, { recursive: true });
  const edit = (name, change) => writeFileSync(join(study, name), change(readFileSync(join(study, name), "utf8")));
  edit("edition.csv", (text) => text.replace(/^version,.*$/m, "version,9.0.0"));
  edit("events.csv", (text) => text.replaceAll("Choice Ready framework", "Choice Ready list"));
  const build = ["build", "--study", study, "--engine", dist, "--keep", dist, "--out", join(folder, "site"), "--only", "embed/timeline/nd/"];
  execFileSync(tool, build, { cwd: root });
  writeFileSync(join(folder, "site/index.html"), "<!DOCTYPE html><title>Next</title>");
  site = await serveSite(join(folder, "site"));
  host = await serveHosts(site.url);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await host?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

test("a frozen figure is kept with all that it loads, byte for byte", () => {
  for (const path of [`embed/release/${version}/timeline/nd/index.html`, `embed/release/${version}/votes/figure.svg`]) {
    assert.ok(readFileSync(join(folder, "site", path)).equals(readFileSync(join(dist, path))), path);
  }
  const html = readFileSync(join(dist, `embed/release/${version}/timeline/nd/index.html`), "utf8");
  const assets = [...html.matchAll(/assets\/[\w.-]+/g)].map(([path]) => path);
  assert.ok(assets.length >= 8);
  for (const path of assets) assert.ok(existsSync(join(folder, "site", path)), path);
});

test("two releases on one page each show their own, and both come alive", async (t) => {
  const page = await openHost(t, browser, site.url, host.url, `releases.html?query=${version}`);
  const inner = async (id) => (await page.$(id)).contentFrame();
  const [live, frozen] = [await inner("#live"), await inner("#frozen")];
  assert.equal(await live.evaluate(() => document.documentElement.dataset.release), "9.0.0");
  assert.equal(await frozen.evaluate(() => document.documentElement.dataset.release), version);
  for (const frame of [live, frozen]) {
    await frame.locator(".plot").hover();
    await frame.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 20_000 });
  }
  assert.match(await live.locator(".plot").textContent(), /Choice Ready list/);
  assert.match(await frozen.locator(".plot").textContent(), /Choice Ready framework/);
});

test("a live figure says what has changed since it was put there", async (t) => {
  const page = await openHost(t, browser, site.url, host.url, `releases.html?query=${version}`);
  const live = await (await page.$("#live")).contentFrame();
  await live.waitForSelector(".notice a");
  const notice = await live.locator(".notice").innerText();
  assert.match(notice, new RegExp(`from version ${version}; it shows version 9\\.0\\.0`));
  assert.match(notice, /1 row is new \(.*Choice Ready list.*\)|1 row says otherwise/);
  const frozen = await (await page.$("#frozen")).contentFrame();
  assert.equal(await frozen.locator(".notice").count(), 0);
});
