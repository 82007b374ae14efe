// Many figures on one page: what they load together, as the server sees it.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request } from "node:http";
import { after, before, test } from "node:test";
import { launchChromium } from "./harness/chromium.mjs";
import { openHost, serveHosts } from "./harness/hosts.mjs";
import { serveSite } from "./harness/site.mjs";
import { snippet } from "../../assets/embed/snippet.js";

let site, counter, host, browser, url;
const asked = [];
before(async () => {
  site = await serveSite();
  // Stands between browser and site, and counts.
  counter = createServer((question, answer) => {
    asked.push(question.url);
    const { method, headers } = question;
    const further = request(new URL(question.url, site.url), { method, headers }, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      reply.pipe(answer);
    });
    question.pipe(further);
  }).listen(0, "127.0.0.1");
  await once(counter, "listening");
  url = `http://127.0.0.1:${counter.address().port}/`;
  host = await serveHosts(url);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await host?.close();
  counter?.closeAllConnections();
  counter?.close();
  await site?.close();
});

/** How often the server was asked for each hashed file. */
const counts = () => {
  const found = new Map();
  for (const path of asked.filter((path) => path.startsWith("/assets/"))) found.set(path, (found.get(path) ?? 0) + 1);
  return found;
};

/** What a frame of the builder may do. */
const [built] = /sandbox="[^"]+"/.exec(
  snippet({ site: "", figure: "votes", level: 1, name: "Recorded votes", alt: "All votes stand in the table.", lang: "en", height: 300, picture: [1, 1] }),
);

// Browsers keep what a frame without an origin loads for this frame alone, which the page for partners says: see ‘Many figures on
// one page’ there. Chromium 156 was measured.
const KINDS = [["frames without a sandbox", "", 1], ["frames of the builder", built, 1], ["frames without an origin", 'sandbox="allow-scripts"', 10]];
for (const [kind, attributes, most] of KINDS) {
  test(`of ten ${kind} each gets its height, and each file is asked for at most ${most === 1 ? "once" : "once a frame"}`, async (t) => {
    asked.length = 0;
    const page = await openHost(t, browser, url, host.url, `ten.html?query=${encodeURIComponent(attributes)}`);
    assert.equal(await page.locator(attributes ? "iframe[sandbox]" : "iframe:not([sandbox])").count(), 10);
    await page.waitForFunction(() => [...document.querySelectorAll("iframe")].every((frame) => frame.clientHeight > 400));
    const found = counts();
    assert.ok(found.size >= 3, [...found.keys()].join());
    for (const [path, count] of found) assert.ok(count <= most, `${path}: ${count} times`);
  });
}

test("of ten frames the one that is turned to comes alive alone, and of two the second loads no engine again", async (t) => {
  asked.length = 0;
  const page = await openHost(t, browser, url, host.url, "ten.html");
  await page.waitForFunction(() => [...document.querySelectorAll("iframe")].every((frame) => frame.clientHeight > 400));
  const frames = await Promise.all((await page.$$("iframe")).map((frame) => frame.contentFrame()));
  const sentences = () => Promise.all(frames.map((frame) => frame.locator(".sentence").innerText()));
  const before = await sentences();
  await page.evaluate(() => {
    window.events = [];
    addEventListener("throughline:view-changed", ({ target, detail }) => window.events.push([target.title, detail.view]), true);
  });
  for (const [place, told] of [[1, 1], [0, 2]]) {
    // A figure follows when it is seen.
    await page.locator("iframe").nth(place).scrollIntoViewIfNeeded();
    await page.locator("iframe").nth(place).evaluate((frame) => frame.dispatchEvent(new CustomEvent("throughline:set-view", { detail: "states=nd" })));
    await page.waitForFunction((told) => window.events.length >= told, told);
    await frames[place].waitForFunction((before) => document.querySelector(".sentence").innerText !== before, before[place]);
  }
  assert.deepEqual(await page.evaluate(() => window.events), [["timeline, from Throughline", "states=nd"], ["strategy-matrix, from Throughline", "states=nd"]]);
  assert.deepEqual((await sentences()).slice(2), before.slice(2));
  const states = await Promise.all(frames.map((frame) => frame.evaluate(() => document.documentElement.dataset.engine)));
  assert.deepEqual(states, ["ready", "ready", ...Array(8).fill("static")]);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY", "none takes the focus");
  const wasm = [...counts()].filter(([path]) => path.endsWith(".wasm"));
  assert.ok(wasm.length >= 2);
  for (const [path, count] of counts()) assert.equal(count, 1, path);
});

test("ten elements on one page load script, style and letters once", async (t) => {
  asked.length = 0;
  const page = await openHost(t, browser, url, host.url, "element.html");
  await page.evaluate(() => {
    for (const figure of ["timeline", "roadmap", "adoption", "sequence", "votes", "funding", "national", "crosswalk", "evidence"]) {
      const element = document.createElement("throughline-figure");
      element.setAttribute("figure", figure);
      element.setAttribute("load", "now");
      document.querySelector("main").append(element);
    }
  });
  await page.waitForFunction(() => [...document.querySelectorAll("throughline-figure")].every((one) => one.shadowRoot.querySelector("figure")));
  const found = counts();
  assert.ok(found.size >= 2, [...found.keys()].join());
  for (const [path, count] of found) assert.equal(count, 1, path);
});
