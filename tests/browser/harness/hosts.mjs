// Pages of hosts, served from another site than the report: see hosts/README.md.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./chromium.mjs";
import { serveSite } from "./site.mjs";

const folder = fileURLToPath(new URL("../hosts/", import.meta.url));

/** What a strict host allows: the lines that the page for partners tells them to add, and nothing else. */
const strict = (site) =>
  `default-src 'none'; script-src ${site}; style-src 'none'; frame-src ${site}; connect-src ${site}; font-src ${site}; img-src ${site}; require-trusted-types-for 'script'; trusted-types throughline`;

/** Serves the pages until `close` is called. `localhost` is another site than `127.0.0.1`, by which the report is served. */
export async function serveHosts(site) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const host = `http://localhost:${server.address().port}/`;
    try {
      const values = { site, host, query: (searchParams.get("query") ?? "").replaceAll("&", "&amp;") };
      const text = readFileSync(folder + pathname.slice(1), "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      if (pathname === "/strict.html") response.setHeader("Content-Security-Policy", strict(new URL(site).origin));
      response.end(searchParams.has("without-script") ? text.replace(/<script.*<\/script>/gs, "") : text);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${server.address().port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A site, pages of hosts and a browser for all tests of a file: `shared.open(…)` inside a test. */
export function withHosts() {
  const shared = {};
  before(async () => {
    shared.site = await serveSite();
    shared.host = await serveHosts(shared.site.url);
    shared.browser = await launchChromium();
  });
  after(async () => {
    await shared.browser?.close();
    await shared.host?.close();
    await shared.site?.close();
  });
  shared.open = (test, name, options) => openHost(test, shared.browser, shared.site.url, shared.host.url, name, options);
  return shared;
}

/**
 * Waits until a page has heard all that a frame had sent by now, and what it would send at its next drawing: messages come in their
 * order, and observers tell theirs when a page is drawn. The page notes them as `window.heard`.
 */
export async function heardAll(page, inner) {
  const word = `fence ${Math.random()}`;
  await inner.evaluate(async (word) => {
    for (let frames = 0; frames < 2; frames += 1) {
      await new Promise((done) => new ResizeObserver((_, observer) => done(observer.disconnect())).observe(document.documentElement));
    }
    parent.postMessage(word, "*");
  }, word);
  await page.waitForFunction((word) => window.heard.includes(word), word);
  return page.evaluate(() => window.heard.filter((message) => !String(message).startsWith("fence ")));
}

/** For `prepare`: has a page note what it hears. */
export const noteHeard = (page) =>
  page.addInitScript(() => {
    if (window !== top) return;
    window.heard = [];
    addEventListener("message", ({ data }) => window.heard.push(data));
  });

/** Waits until a frame is as high as what is in it. */
export async function fits(page, selector = "iframe") {
  const handle = await page.waitForSelector(selector, { state: "attached" });
  const inner = await handle.contentFrame();
  const limit = Date.now() + 10_000;
  for (;;) {
    const inside = await inner.evaluate(() => Math.ceil(document.body?.getBoundingClientRect().height ?? 0));
    const outside = await handle.evaluate((frame) => frame.clientHeight);
    if (inside > 100 && inside === outside) return inner;
    if (Date.now() > limit) assert.fail(`${selector}: ${outside} px for ${inside} px of content`);
    await page.waitForTimeout(50);
  }
}

/** Opens a host's page in a context of its own. Errors and requests to third parties fail the test. */
export async function openHost(test, browser, site, host, name, { tolerate, prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const problems = [];
  const note = (problem) => {
    if (!tolerate?.test(problem)) problems.push(problem);
  };
  const known = [site, host].map((url) => new URL(url).origin);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.location().url.endsWith("favicon.ico")) {
      note(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => note(`uncaught: ${error.message}`));
  page.requests = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol === "data:" || protocol === "blob:") return;
    page.requests.push(request);
    if (!known.includes(origin)) note(`foreign request: ${request.url()}`);
  });
  test.after(async () => {
    await context.close();
    assert.deepEqual(problems, [], "the page had problems");
  });
  await prepare?.(page, context);
  await page.goto(new URL(name, host).href, { waitUntil: "load" });
  return page;
}
