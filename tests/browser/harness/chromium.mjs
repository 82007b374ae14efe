// Chromium, with pages that notice what must never happen: errors, breaches of the policy, requests to strangers.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serveSite } from "./site.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

/** A browser and a server for all tests of a file: `shared.open(…)` inside a test. */
export function withChromium({ serve = serveSite } = {}) {
  const shared = {};
  before(async () => {
    shared.site = await serve();
    shared.browser = await launchChromium();
  });
  after(async () => {
    await shared.browser?.close();
    await shared.site?.close();
  });
  shared.open = (test, options) => open(test, shared.browser, shared.site.url, options);
  return shared;
}

/**
 * A page in a context of its own, closed when the test ends.
 *
 * - `path`: what to open, relative to the site; `null` opens nothing yet;
 * - `ready`: whether to wait for the engine;
 * - `drawing`: whether to wait until it can draw, which it otherwise learns when a reader turns to a figure;
 * - `prepare`: called with the page before it opens anything;
 * - `tolerate`: a pattern of console errors that the test provokes;
 * - anything else is an option of the browser context.
 */
export async function open(test, browser, url, { path = "", ready = true, drawing = false, prepare, tolerate, ...options } = {}) {
  // Without smooth scrolling, so that what is measured stays where it is.
  // Without a service worker, so that tests see each request; those of the worker itself allow it.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const problems = await watch(page, url, tolerate);
  test.after(async () => {
    await context.close();
    assert.deepEqual(problems, [], "the page had problems");
  });
  await prepare?.(page);
  if (path !== null) {
    await page.goto(new URL(path, url).href, { waitUntil: "load" });
    if (ready) await engineIs(page, "ready");
    if (drawing) await drawingIsReady(page);
  }
  return page;
}

/** Turns to the first figure, as a pointer would once the engine listens, and waits until it can draw. */
export async function drawingIsReady(page) {
  await engineIs(page, "ready");
  await page.evaluate(() => document.querySelector(".plot").dispatchEvent(new PointerEvent("pointerenter")));
  await page.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 15_000 });
}

/** Waits until the document says that its engine is in this state. */
export function engineIs(page, state) {
  return page.waitForSelector(`html[data-engine="${state}"]`, { state: "attached", timeout: 15_000 });
}

async function watch(page, url, tolerate) {
  const problems = [];
  const note = (problem) => {
    if (!tolerate?.test(problem) && !problem.includes("registration blocked by Playwright")) problems.push(problem);
  };
  const { origin } = new URL(url);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) note(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => note(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (["http:", "https:"].includes(address.protocol) && address.origin !== origin) {
      note(`foreign request: ${request.url()}`);
    }
  });
  await page.exposeFunction("noteViolation", (text) => note(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.noteViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return problems;
}
