// What the server says with each path, and that the pages keep to it.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { dist } from "./harness/site.mjs";

const shared = withChromium();
const hashed = readdirSync(`${dist}/assets`).filter((name) => !/\.(br|gz)$/.test(name));
const get = (path, init) => fetch(new URL(path, shared.site.url), init);

test("pages are asked for anew, state a strict policy and cannot be framed", async () => {
  for (const path of ["", "index.html", "no-such-page"]) {
    const { headers } = await get(path);
    assert.equal(headers.get("cache-control"), "no-cache", path);
    assert.equal(headers.get("content-type"), "text/html; charset=utf-8", path);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.match(headers.get("referrer-policy"), /strict-origin|no-referrer/);
    assert.match(headers.get("permissions-policy"), /camera=\(\)/);
    const policy = headers.get("content-security-policy");
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
    assert.match(policy, /frame-ancestors 'self'$/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  }
});

test("only files named by their bytes are kept for ever, and any origin may read them", async () => {
  assert.ok(hashed.length >= 6);
  for (const name of hashed) {
    const { status, headers } = await get(`assets/${name}`);
    assert.equal(status, 200);
    assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable", name);
    assert.equal(headers.get("access-control-allow-origin"), "*", name);
    assert.equal(headers.get("x-content-type-options"), "nosniff", name);
  }
  for (const path of ["manifest.webmanifest", "robots.txt", "assets/engine-0000000000000000.js"]) {
    assert.equal((await get(path)).headers.get("cache-control"), "no-cache", path);
  }
});

test("each file has the media type that browsers insist on", async () => {
  const types = { js: "text/javascript", wasm: "application/wasm", css: "text/css", woff2: "font/woff2", svg: "image/svg+xml" };
  for (const [extension, type] of Object.entries(types)) {
    const name = hashed.find((name) => name.endsWith(`.${extension}`));
    assert.ok((await get(`assets/${name}`)).headers.get("content-type").startsWith(type), name);
  }
  assert.equal((await get("manifest.webmanifest")).headers.get("content-type"), "application/manifest+json");
});

test("text travels compressed as the reader's browser prefers", async () => {
  const wasm = hashed.find((name) => name.endsWith(".wasm"));
  for (const path of ["", `assets/${wasm}`]) {
    for (const coding of ["br", "gzip"]) {
      const { headers } = await get(path, { headers: { "accept-encoding": coding } });
      assert.equal(headers.get("content-encoding"), coding, `${path} as ${coding}`);
      assert.match(headers.get("vary"), /accept-encoding/i);
    }
    assert.equal((await get(path, { headers: { "accept-encoding": "identity" } })).headers.get("content-encoding"), null);
  }
});

test("a wrong address has the status and the page for it", async (t) => {
  const answer = await get("no-such-page");
  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /no page at this address/i);
  const head = await get("no-such-page", { method: "HEAD" });
  assert.equal(head.status, 404);
  const page = await shared.open(t, { path: null, tolerate: /status of 404/ });
  await page.goto(new URL("no/such/page", shared.site.url).href);
  assert.equal((await page.locator("h1").innerText()).length > 0, true);
  // The style sheet is found from any depth.
  assert.ok(await page.evaluate(() => getComputedStyle(document.querySelector("main")).fontFamily.includes("Throughline")));
});

test("nothing outside the folder is served", async () => {
  for (const path of ["..%2fCargo.toml", "%2e%2e/Cargo.toml", "assets/..%2f..%2fCargo.toml"]) {
    const answer = await get(path);
    assert.notEqual(answer.status, 200, path);
  }
});

test("a whole visit breaks no policy, asks no stranger, sets no cookie and stores nothing unasked", async (t) => {
  // `open` fails the test on any violation, foreign request or error.
  const page = await shared.open(t);
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 800) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
  });
  for (const summary of await page.locator("main summary:visible").all()) await summary.click();
  await page.locator("a.evidence[data-evidence]").first().click();
  await page.locator("#evidence-drawer .close").click();
  assert.deepEqual(await page.context().cookies(), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
});

test("the policy would catch a script that does not belong", async (t) => {
  const page = await shared.open(t, { tolerate: /script-src|inline script/i });
  await page.evaluate(() => {
    window.violations = 0;
    document.addEventListener("securitypolicyviolation", () => (window.violations += 1));
    const script = document.createElement("script");
    script.textContent = "window.intruder = true";
    document.body.append(script);
  });
  await page.waitForFunction(() => window.violations > 0);
  assert.equal(await page.evaluate(() => window.intruder), undefined);
});
