// What it costs a page to show a figure in a frame: bytes, and the time from the frame's tag to its right height. Ours beside a
// page that draws the same data with ECharts and tells its height by pym.js. Run by run.mjs.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { launchChromium } from "../browser/harness/chromium.mjs";
import { serveSite } from "../browser/harness/site.mjs";

const require = createRequire(import.meta.url);
const file = (name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** A page with one frame, as each system's partners have it. */
const HOSTS = {
  "Throughline, host script": (site) =>
    `<script src="${site}embed/throughline.js"></script><iframe id="frame" src="${site}embed/strategy-matrix/" title="ours" width="700" height="300"></iframe>`,
  "Throughline, frame alone (Datawrapper's listener)": (site) =>
    `<script>addEventListener("message", ({ data, source }) => { for (const id in data["datawrapper-height"]) for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.style.height = data["datawrapper-height"][id] + "px"; });</script><iframe id="frame" src="${site}embed/strategy-matrix/" title="ours" width="700" height="300"></iframe>`,
  "ECharts and pym.js": (_, own) =>
    `<div id="place" style="width:700px"></div><script src="${own}pym.js"></script><script>new pym.Parent("place", "${own}chart.html", {})</script>`,
};

/** A server for the pages of the others: text is sent with brotli, as ours is. */
async function serveOthers(site, rows) {
  const texts = {
    "/pym.js": [file(require.resolve("pym.js/dist/pym.v1.min.js")), "text/javascript"],
    "/echarts.js": [file(path.join(path.dirname(require.resolve("echarts/package.json")), "dist/echarts.min.js")), "text/javascript"],
    "/chart.js": [file("pages/embed_echarts.js"), "text/javascript"],
    "/rows.json": [Buffer.from(JSON.stringify(rows)), "application/json"],
    "/chart.html": [Buffer.from('<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Chart</title><body style="margin:0"><div id="chart"></div><script src="pym.js"></script><script src="echarts.js"></script><script src="chart.js"></script></body></html>'), "text/html"],
  };
  const packed = Object.fromEntries(Object.entries(texts).map(([name, [bytes, type]]) => [name, [brotliCompressSync(bytes), type]]));
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const own = `http://localhost:${server.address().port}/`;
    const [bytes, type] = packed[pathname] ?? [];
    if (bytes) response.writeHead(200, { "Content-Type": type, "Content-Encoding": "br" }).end(bytes);
    else if (pathname === "/host.html") {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(`<!DOCTYPE html><html lang="en"><title>Host</title><body>${HOSTS[searchParams.get("of")](site, own)}</body></html>`);
    } else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** The figure's own rows, from its table. */
async function rowsOf(browser, site) {
  const page = await browser.newPage();
  await page.goto(`${site}embed/strategy-matrix/`);
  const rows = await page.evaluate(() => {
    const heads = [...document.querySelectorAll(".figure-table thead th")].map((cell) => cell.textContent);
    return [...document.querySelectorAll(".figure-table tbody tr:not(.group)")].map((row) => {
      const words = [...row.cells].map((cell) => cell.textContent.replace(/source( \d+)?/g, "").trim());
      return Object.fromEntries(heads.map((head, place) => [head, words[place]]));
    });
  });
  await page.close();
  return rows;
}

/** Bytes and milliseconds, by contender: medians over `rounds` visits with an empty cache. */
export async function measureEmbeds(rounds) {
  const site = await serveSite();
  const browser = await launchChromium();
  const others = await serveOthers(site.url, await rowsOf(browser, site.url));
  const seen = Object.fromEntries(Object.keys(HOSTS).map((name) => [name, { bytes: [], time: [] }]));
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of Object.keys(HOSTS)) {
        const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
        const page = await context.newPage();
        let bytes = 0;
        const sizes = [];
        page.on("requestfinished", (request) => sizes.push(request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize))));
        // From the moment that the frame is in the page to the last time that its height changes.
        await page.addInitScript(() => {
          if (window !== top) return;
          new MutationObserver(() => {
            const frame = document.querySelector("iframe");
            if (!frame || window.started) return;
            window.started = performance.now();
            new ResizeObserver(() => {
              if (frame.clientHeight > 320) window.right = performance.now() - window.started;
            }).observe(frame);
          }).observe(document, { childList: true, subtree: true });
        });
        await page.goto(`http://localhost:${others.address().port}/host.html?of=${encodeURIComponent(name)}`, { waitUntil: "load" });
        await page.waitForFunction(() => window.right, null, { timeout: 20_000 });
        await page.waitForTimeout(1000);
        await Promise.all(sizes);
        seen[name].time.push(await page.evaluate(() => window.right));
        seen[name].bytes.push(bytes);
        await context.close();
      }
    }
  } finally {
    await browser.close();
    others.close();
    await site.close();
  }
  return Object.entries(seen).map(([name, { bytes, time }]) => ({ name, bytes: median(bytes), time: median(time), raw: { bytes, time } }));
}
