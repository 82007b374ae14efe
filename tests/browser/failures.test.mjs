// Whatever happens to the engine, the static report stays whole, and one quiet line says what does not work.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { engineIs, withChromium } from "./harness/chromium.mjs";
import { choose } from "./harness/settings.mjs";
import { dist } from "./harness/site.mjs";

const shared = withChromium();
const SCRIPT = /engine-[0-9a-f]+\.js$/;
const WASM = /engine-[0-9a-f]+\.wasm$/;
const STUDY = /study-[0-9a-f]+\.bin$/;

const corrupted = async (route) => {
  const body = readFileSync(dist + new URL(route.request().url()).pathname);
  body[body.length >> 1] ^= 0xff;
  await route.fulfill({ body, contentType: "application/octet-stream" });
};
const truncated = async (route) => {
  const body = readFileSync(dist + new URL(route.request().url()).pathname);
  await route.fulfill({ body: body.subarray(0, body.length >> 1), contentType: "application/octet-stream" });
};
const missing = (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not here</h1>" });

const FAILURES = {
  "the engine's script is blocked": (page) => page.route(SCRIPT, (route) => route.abort("blockedbyclient")),
  "the engine's script is gone, as after a new version": (page) => page.route(SCRIPT, missing),
  "the engine's script breaks": (page) =>
    page.route(SCRIPT, (route) => route.fulfill({ contentType: "text/javascript", body: "export const x = ;" })),
  "the wasm file is gone": (page) => page.route(WASM, missing),
  "the wasm file is not wasm": (page) =>
    page.route(WASM, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Sign in to the network</h1>" })),
  "the wasm file is cut off": (page) =>
    page.route(WASM, async (route) => {
      const body = readFileSync(dist + new URL(route.request().url()).pathname);
      await route.fulfill({ body: body.subarray(0, body.length >> 1), contentType: "application/wasm" });
    }),
  "the study file is gone": (page) => page.route(STUDY, missing),
  "the study file is corrupted": (page) => page.route(STUDY, corrupted),
  "the study file is cut off": (page) => page.route(STUDY, truncated),
  "a cache holds an older study file": (page) =>
    page.route(STUDY, (route) => route.fulfill({ body: Buffer.from("study of another format"), contentType: "application/octet-stream" })),
  "the browser has no WebAssembly": (page) => page.addInitScript(() => delete globalThis.WebAssembly),
};

for (const [name, prepare] of Object.entries(FAILURES)) {
  test(name, async (t) => {
    const page = await shared.open(t, { prepare, ready: false, tolerate: /^console (error|warning)|^uncaught/ });
    await engineIs(page, "failed");
    assert.equal(await page.locator("section.part").count(), 8);
    for (const id of ["strategy-matrix", "timeline"]) {
      assert.equal(await page.locator(`#fig-${id} .plot svg:visible`).count(), 1);
    }
    const note = page.locator("#engine-note");
    assert.ok(await note.isVisible());
    assert.match(await note.innerText(), /whole report is here.*figures cannot/is);
    assert.equal(await page.locator(".needs-engine:visible").count(), 0, "nothing is offered that does not work");
    // Evidence is still one link away.
    await page.locator("a.evidence[href]").first().click();
    assert.match(page.url(), /#note-/);
  });
}

test("a wasm file served under the wrong media type still runs, or is told", async (t) => {
  const wrong = (page) =>
    page.route(WASM, async (route) => {
      const body = readFileSync(dist + new URL(route.request().url()).pathname);
      await route.fulfill({ body, contentType: "application/octet-stream" });
    });
  const page = await shared.open(t, { prepare: wrong, ready: false, tolerate: /^console warning.*MIME/ });
  await engineIs(page, "ready");
  assert.equal(await page.locator("#engine-note").innerText(), "");
});

test("storage that is forbidden stops nothing", async (t) => {
  const forbid = (page) =>
    page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
    });
  const page = await shared.open(t, { prepare: forbid });
  await choose(page, "theme", "dark");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
});
