// Prints the report to a tagged PDF, as a reader without scripts would: node tools/pdf.mjs SITE FILE [HOME]
//
// SITE is the address at which it is served, HOME the one where it will lie; without it, links to its other pages are text.
// Chromium is told what to do through a pipe, by its DevTools protocol, so that nothing else is needed. It prints more than once: the
// first times tell which pictures are lowered a little, so that the page before is not left nearly empty, and on which page each part
// begins; the last time the contents say so.
// The same site gives the same bytes but for what Chromium changes from version to version.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// A module of the site, which Node takes by its name for something else.
const module = readFileSync(new URL("../assets/paper.js", import.meta.url), "utf8");
const { forPaper } = await import(`data:text/javascript,${encodeURIComponent(module)}`);

const [site, file, home = ""] = process.argv.slice(2);
const profile = mkdtempSync(path.join(os.tmpdir(), "throughline-pdf-"));
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--remote-debugging-pipe"];
const chromium = spawn(process.env.CHROMIUM ?? "chromium", [...flags, `--user-data-dir=${profile}`], {
  stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
});
const [, , , toChromium, fromChromium] = chromium.stdio;

let [last, rest] = [0, ""];
const waiting = new Map();
const events = new Map();
fromChromium.setEncoding("utf8");
fromChromium.on("data", (data) => {
  const messages = (rest + data).split("\0");
  rest = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    if (message.id) waiting.get(message.id)?.(message);
    else events.get(message.method)?.();
  }
});
const happens = (name) => new Promise((done) => events.set(name, done));

/** Sends a command and waits for its answer. */
async function command(method, params = {}, sessionId) {
  const id = (last += 1);
  const answer = new Promise((done) => waiting.set(id, done));
  toChromium.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  const { result, error } = await answer;
  if (error) throw new Error(`${method}: ${error.message}`);
  return result;
}

/** The document without what differs from run to run: times, and the numbers of nodes, whose order stays. So do lengths. */
function steady(bytes) {
  const text = bytes.toString("latin1").replace(/\(D:\d{14}/g, "(D:20000101000000");
  const nodes = [...new Set(text.match(/\(node\d{8}\)/g))].sort();
  const numbers = new Map(nodes.map((node, place) => [node, `(node${String(place).padStart(8, "0")})`]));
  return Buffer.from(text.replace(/\(node\d{8}\)/g, (node) => numbers.get(node)), "latin1");
}

/** The number of the page on which each name of the document stands, and how far above the page's foot, in points. Chromium writes
 * what tells this in the open. */
function places(bytes) {
  const text = bytes.toString("latin1");
  const table = text.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]));
  const entries = table.match(/\b\d{10} \d{5} [nf]/g) ?? [];
  const object = (number) => {
    const start = Number.parseInt(entries[number], 10);
    const found = text.slice(start, text.indexOf("endobj", start));
    if (!found.startsWith(`${number} 0 obj`)) throw new Error("the PDF is not written as it used to be: see places() in tools/pdf.mjs");
    return found;
  };
  const named = (name, within) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(within)?.[1]);
  const catalog = object(named("Root", table));
  const pages = [];
  const walk = (number) => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(object(number))?.[1];
    if (!kids) return pages.push(number);
    for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) walk(Number(kid));
  };
  walk(named("Pages", catalog));
  const names = object(named("Dests", catalog)).matchAll(/\/([^\s/[\]()<>]+) \[(\d+) 0 R\s*\/XYZ\s+\S+\s+([\d.]+)/g);
  return new Map([...names].map(([, name, page, y]) => [name, { page: pages.indexOf(Number(page)) + 1, y: Number(y) }]));
}

/** Runs in the page: marks where the text before each figure ends, and has places told of this and of the figure's parts. */
function markFigures() {
  const links = document.createElement("p");
  links.className = "fit-mark";
  const told = (id) => links.append(Object.assign(document.createElement("a"), { href: `#${id}`, textContent: "·" }));
  for (const { id, previousElementSibling } of document.querySelectorAll("figure[data-figure]")) {
    // Without a letter it would have no place.
    const mark = Object.assign(document.createElement("span"), { id: `before-${id}`, className: "fit-mark", textContent: "\u200b" });
    previousElementSibling?.append(mark);
    [mark.id, `${id}-plot`, `${id}-legend`, `${id}-layers`].forEach(told);
  }
  document.querySelector("main").append(links);
}

/** The least part of its height to which a picture is lowered. */
const LEAST = 0.75;
/** Where a page ends, in points. Places are told as if its upper margin were at its foot: see `@page` in 6-print.css. */
const FOOT = ((18 + 20) / 25.4) * 72;
/** What stands around a figure, and the last line of a text, in points. */
const [AIR, LINE] = [24, 18];

/** By how much the first of these figures is to be lowered to stand on the page on which the text before it ends, in points; nothing
 * where none would be legible then. */
function lowered(names, at) {
  for (const name of names) {
    const parts = [`before-fig-${name}`, ...["title", "plot", "legend", "layers"].map((part) => `fig-${name}-${part}`)];
    const [before, title, above, below, end] = parts.map((part) => at.get(part));
    if (!before || !above || !below || !end || before.page === title.page || end.page !== title.page) continue;
    const by = title.y - end.y + LINE + AIR - (before.y - LINE - FOOT);
    if (by < (1 - LEAST) * (above.y - below.y)) return { name, by, height: above.y - below.y };
  }
}

const tooLong = setTimeout(() => chromium.kill(), 120_000);
chromium.on("exit", () => {
  rmSync(profile, { recursive: true, force: true });
  if (process.exitCode || done) return;
  console.error("The PDF could not be made: Chromium ended before it was printed.");
  process.exitCode = 1;
});
let done = false;
try {
  const { targetId } = await command("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await command("Target.attachToTarget", { targetId, flatten: true });
  await command("Page.enable", {}, sessionId);
  await command("Emulation.setScriptExecutionDisabled", { value: true }, sessionId);
  const loaded = happens("Page.loadEventFired");
  await command("Page.navigate", { url: site }, sessionId);
  await loaded;
  const run = async (expression) => {
    const { exceptionDetails, result } = await command("Runtime.evaluate", { expression }, sessionId);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const sources = await (await fetch(new URL("sources/", site))).text();
  await run(`(${forPaper})(${JSON.stringify(sources)})`);
  // The server of this moment is nobody else's: links lead to where the site will lie.
  await run(`for (const link of document.querySelectorAll("a[href]:not([href^='#'])")) {
    if (!link.href.startsWith(${JSON.stringify(site)})) continue;
    if (${Boolean(home)}) link.href = ${JSON.stringify(home.replace(/\/?$/, "/"))} + link.href.slice(${site.length});
    else link.removeAttribute("href");
  }`);
  const options = { generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true, printBackground: true };
  const printed = async () => Buffer.from((await command("Page.printToPDF", options, sessionId)).data, "base64");
  await run(`(${markFigures})()`);
  let names = JSON.parse(await run("JSON.stringify([...document.querySelectorAll('figure[data-figure]')].map((figure) => figure.dataset.figure))"));
  for (let low; (low = lowered(names, places(await printed()))); ) {
    await run(`{
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("#fig-${low.name} .plot .scene { max-height: ${((low.height - low.by) / 0.75).toFixed(0)}px !important; }");
      document.adoptedStyleSheets.push(sheet);
    }`);
    names = names.slice(names.indexOf(low.name) + 1);
  }
  await run("document.querySelectorAll('.fit-mark').forEach((mark) => mark.remove())");
  const before = places(await printed());
  await run(`for (const link of document.querySelectorAll(".outline a[href^='#']")) {
    link.dataset.on = ${JSON.stringify(Object.fromEntries([...before].map(([name, { page }]) => [name, page])))}[link.hash.slice(1)] ?? "";
  }`);
  const bytes = await printed();
  const moved = [...places(bytes)].find(([name, { page }]) => before.get(name)?.page !== page);
  if (moved) throw new Error(`with the numbers in its contents, ${moved[0]} stands on another page`);
  writeFileSync(file, steady(bytes));
  done = true;
  // Not awaited: it may be gone before it answers.
  command("Browser.close");
} catch (error) {
  console.error(`The PDF could not be made: ${error.message}`);
  process.exitCode = 1;
  chromium.kill();
} finally {
  clearTimeout(tooLong);
}
