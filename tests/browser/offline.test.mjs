// Without a connection: after one visit the site works, a newer edition waits for the reader, and a spoilt copy mends itself.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { engineIs, launchChromium } from "./harness/chromium.mjs";
import { serveHosts } from "./harness/hosts.mjs";
import { dist, serveSite } from "./harness/site.mjs";

const list = JSON.parse(await readFile(path.join(dist, "offline.json"), "utf8"));
const atOnce = Object.keys(list).filter((name) => list[name][2]);
let browser;
before(async () => (browser = await launchChromium()));
after(() => browser.close());

/** A browser that has visited the site once, at a server of its own with a copy of the site that a test may change. */
async function visited(t, { wait = true } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "throughline-offline-"));
  await cp(dist, folder, { recursive: true });
  const site = await serveSite(folder);
  const context = await browser.newContext({ reducedMotion: "reduce" });
  t.after(async () => {
    await context.close();
    await site.close();
    await rm(folder, { recursive: true });
  });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  t.after(() => assert.deepEqual(errors, []));
  await page.goto(site.url);
  await engineIs(page, "ready");
  if (wait) await controlled(page);
  const go = (place) => page.goto(new URL(place, site.url).href);
  return { folder, site, context, page, go };
}
const controlled = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", null, { timeout: 120_000 });

/** Changes the text of a file of the site and its list, as another edition does. */
async function change(folder, name, act, { told = true } = {}) {
  const file = path.join(folder, name);
  const bytes = Buffer.from(act(await readFile(file, "utf8")));
  await writeFile(file, bytes);
  for (const copy of [".br", ".gz"]) await rm(file + copy, { force: true });
  if (!told) return;
  const next = JSON.parse(await readFile(path.join(folder, "offline.json"), "utf8"));
  next[name][0] = hash(bytes);
  await writeWorker(folder, next);
}
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);
/** Writes a list, and the worker that bears its hash. */
async function writeWorker(folder, list) {
  const worker = path.join(folder, "offline.js");
  const text = JSON.stringify(list);
  await writeFile(path.join(folder, "offline.json"), text);
  await writeFile(worker, (await readFile(worker, "utf8")).replace(/(EDITION = )"\w+"/, `$1"${hash(text)}"`));
  for (const name of ["offline.json", "offline.js"]) for (const copy of [".br", ".gz"]) await rm(path.join(folder, name + copy), { force: true });
}

test("the list holds every page that is kept at once, and the size that the page tells is true", async () => {
  assert.ok(atOnce.length > 100 && Object.keys(list).length - atOnce.length > 400);
  for (const name of ["index.html", "figure/timeline/index.html", "state/nd/index.html", "data/index.html", "data/events.csv", "sources/index.html"]) assert.ok(atOnce.includes(name), name);
  for (const [name, [hash, size]] of Object.entries(list)) {
    const bytes = await readFile(path.join(dist, name));
    assert.equal(bytes.length, size, name);
    assert.equal(createHash("sha256").update(bytes).digest("hex").slice(0, 16), hash, name);
  }
  const told = (await readFile(path.join(dist, "offline/index.html"), "utf8")).match(/takes ([\d.]+) MB/)[1];
  const size = atOnce.reduce((sum, name) => sum + list[name][1], 0);
  assert.ok(Math.abs(Number(told) - size / 1e6) < 0.1, `${told} MB told, ${size} bytes`);
});

test("after one visit all of it works without a connection, and a page that is not kept is told", async (t) => {
  const { site, page, context, go } = await visited(t);
  await go("compare/az/nd/");
  await site.close();
  await context.setOffline(true);
  await go("?states=nd,sc&diff=1");
  await engineIs(page, "ready");
  await page.locator("#fig-strategy-matrix").scrollIntoViewIfNeeded();
  await page.waitForSelector('html[data-drawing="ready"]', { state: "attached" });
  // Figures follow when they come into view. The address asks for two states, of which the page as it is kept knows nothing.
  await page.waitForFunction(() => !document.getElementById("fig-strategy-matrix-sentence").textContent.includes("5 states"));
  await page.keyboard.press("Control+k");
  await page.locator("#search-field").fill("north dakota");
  await page.locator("#search-list [role=option]").first().waitFor();
  await page.keyboard.press("Escape");
  for (const place of ["figure/timeline/", "present/", "state/nd/", "data/events/", "compare/az/nd/", "index/", "district/nd-oakes"]) {
    await go(place);
    assert.ok(await page.locator("main h1").innerText(), place);
    await engineIs(page, "ready");
  }
  assert.equal(await page.evaluate(() => fetch("../../data/events.csv").then((answer) => answer.text()).then((text) => text.slice(0, 3))), "id,");
  await go("compare/az/nv/");
  assert.ok(await page.locator("#absent").isVisible());
  assert.match(page.url(), /offline\/#absent$/);
  await page.locator("#kept-now", { hasText: "can be read without a connection" }).waitFor();
  const told = Number((await page.locator("#kept-now").innerText()).match(/^(\d+) files/)[1]);
  assert.equal(told, atOnce.length + 1);
});

test("a newer edition says so and waits for the reader", async (t) => {
  const { folder, page, go } = await visited(t);
  await go("sources/");
  await change(folder, "sources/index.html", (html) => html.replace(">Sources</h1>", ">Sources, newer</h1>"));
  const title = () => page.locator("main h1").innerText();
  await go("sources/");
  assert.equal(await title(), "Sources", "the edition stays as it is");
  await page.locator("#newer").waitFor({ timeout: 60_000 });
  assert.match(await page.locator("#newer").innerText(), /^A newer edition is here\./);
  await go("sources/");
  assert.equal(await title(), "Sources", "also when the page is opened again");
  await page.locator("#newer").getByRole("button", { name: "Show it" }).click();
  await page.waitForFunction(() => document.querySelector("main h1")?.textContent === "Sources, newer");
  const names = () => page.evaluate(() => caches.keys());
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
  assert.equal((await names()).length, 1, "the older edition is gone");
});

test("windows of the older edition still load what only it has", async (t) => {
  const { folder, page, go, context } = await visited(t);
  const older = await context.newPage();
  await older.goto(page.url());
  await engineIs(older, "ready");
  await go("sources/");
  // The newer edition has another search, under another name, and the server no longer has the older one.
  const name = Object.keys(list).find((name) => name.startsWith("assets/search-") && name.endsWith(".css"));
  const next = name.replace(/-\w+\.css/, "-0000000000000000.css");
  await cp(path.join(folder, name), path.join(folder, next));
  const listed = JSON.parse(await readFile(path.join(folder, "offline.json"), "utf8"));
  listed[next] = listed[name];
  delete listed[name];
  await writeWorker(folder, listed);
  for (const copy of ["", ".br", ".gz"]) await rm(path.join(folder, name + copy), { force: true });
  await go("sources/");
  await page.locator("#newer").getByRole("button", { name: "Show it" }).click();
  await page.waitForFunction(async () => (await caches.keys()).length === 2 && !document.getElementById("newer"));
  const answer = await older.evaluate((name) => fetch(name).then((answer) => answer.status), name);
  assert.equal(answer, 200);
});

test("a half-changed site is not taken over, and what is spoilt or lost is fetched again", async (t) => {
  const { folder, page, go, site } = await visited(t);
  // The list is newer than a page that it names.
  await change(folder, "sources/index.html", (html) => html.replace(">Sources</h1>", ">Sources, newer</h1>"));
  await change(folder, "sources/index.html", (html) => html.replace("newer", "half"), { told: false });
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((own) => own.update()).catch(() => {}));
  await page.waitForFunction(() => navigator.serviceWorker.getRegistration().then((own) => !own.installing && !own.waiting));
  await go("sources/");
  assert.equal(await page.locator("main h1").innerText(), "Sources");
  assert.equal(await page.locator("#newer").count(), 0);
  // Spoil one file and lose another.
  const spoilt = await page.evaluate(async () => {
    const names = await caches.keys();
    for (const name of names) {
      const cache = await caches.open(name);
      const [state, index] = [new URL("../state/nd/", location.href).href, new URL("../index/", location.href).href];
      if (!(await cache.match(state))) continue;
      await cache.put(state, new Response("spoilt", { headers: { "content-type": "text/html" } }));
      await cache.delete(index);
      return true;
    }
  });
  assert.ok(spoilt);
  for (const place of ["state/nd/", "index/"]) {
    await go(place);
    await engineIs(page, "ready");
  }
  await site.close();
  for (const place of ["state/nd/", "index/"]) {
    await go(place);
    await engineIs(page, "ready");
  }
});

for (const [name, lose] of Object.entries({
  "all": () => caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))),
  "a part": async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of (await cache.keys()).filter((_, place) => place % 2)) await cache.delete(url);
    }
  },
})) {
  test(`a browser that dropped ${name} of what was kept has it again after the next visit`, { timeout: 120_000 }, async (t) => {
    const { page, go, site, context } = await visited(t);
    await page.evaluate(lose);
    await go("sources/");
    const wanted = [...atOnce, "offline.json"].map((name) => new URL(name.replace(/(^|\/)index\.html$/, "$1"), site.url).href);
    const kept = () => page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => url);
    });
    for (let now = []; !wanted.every((url) => now.includes(url)); now = await kept()) await page.waitForTimeout(200);
    await site.close();
    await context.setOffline(true);
    await go("figure/votes/");
    await engineIs(page, "ready");
  });
}

test("what is not whole is not called so", async (t) => {
  const { page, go, site } = await visited(t);
  // Nothing can be fetched again.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await (await caches.open(name)).delete(new URL("figure/votes/", location.href).href);
  });
  await site.close();
  await go("offline/");
  await page.locator("#kept-now", { hasText: "Some are missing" }).waitFor();
});

test("a reader may have nothing kept", async (t) => {
  const { page, go } = await visited(t, { wait: false });
  await controlled(page);
  await go("offline/");
  await page.getByRole("button", { name: "Remove all from this device" }).click();
  await page.locator("#kept-now", { hasText: "Nothing is kept" }).waitFor();
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  // The window is still open, and what it loads is not kept anew.
  await page.keyboard.press("Control+k");
  await page.locator("#search-field").fill("north dakota");
  await page.locator("#search-list [role=option]").first().waitFor();
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  await go("");
  await engineIs(page, "ready");
  await page.waitForLoadState("networkidle");
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)), 0);
});

test("in a frame nothing is kept, neither for the site itself nor for strangers", async (t) => {
  const site = await serveSite();
  const host = await serveHosts(site.url);
  const context = await browser.newContext({ reducedMotion: "reduce" });
  t.after(async () => {
    await context.close();
    await host.close();
    await site.close();
  });
  const page = await context.newPage();
  const isKept = (frame) => frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length > 0);
  const own = await context.newPage();
  await own.route("**/host", (route) => route.fulfill({ contentType: "text/html", body: '<!DOCTYPE html><title>Host</title><iframe src="./"></iframe>' }));
  await own.goto(new URL("host", site.url).href);
  await engineIs(own.frames()[1], "ready");
  await own.waitForLoadState("networkidle");
  assert.ok(!(await isKept(own)));
  // A server that sends no headers, such as that of GitHub Pages, lets strangers frame the report, too.
  await page.route(site.url, async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  // Of the same machine, but another origin: for strangers from farther away the browser may keep nothing anyway.
  await page.goto(new URL("whole.html", host.url.replace("localhost", "127.0.0.1")).href);
  const [, report, figure] = page.frames();
  await figure.locator(".plot").hover();
  for (const frame of [report, figure]) {
    assert.notEqual(new URL(frame.url()).origin, new URL(page.url()).origin);
    await engineIs(frame, "ready");
    await page.waitForLoadState("networkidle");
    assert.ok(!(await isKept(frame)), frame.url());
  }
});
