// What a reader takes away of a figure: each item of the menu is pressed, and what arrives is opened and read.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import { withChromium } from "./harness/chromium.mjs";
import { records } from "./harness/csv.mjs";

const shared = withChromium();
const WIDE = { viewport: { width: 1700, height: 1000 }, acceptDownloads: true };

const menu = (page, id) => page.locator(`#fig-${id}-download`);
const open = (page, id) => menu(page, id).locator("summary").click();
const note = (page, id) => page.locator(`#fig-${id}-download-note`);

/** Presses an item of an open menu and waits for its file. */
async function take(page, id, what) {
  const [download] = await Promise.all([page.waitForEvent("download"), menu(page, id).locator(`[data-download="${what}"]`).click()]);
  const name = download.suggestedFilename();
  assert.equal(await note(page, id).innerText(), `Saved as ${name}`);
  return { name, bytes: await readFile(await download.path()) };
}

/** The records of a CSV file as spreadsheets want it: UTF-8 with a byte order mark, lines that end as on Windows. */
function sheet(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  assert.equal(text[0], "\ufeff");
  return records(text.slice(1), "\r\n");
}

/** The chunks of a PNG file, with their check sums checked. */
function chunks(file) {
  assert.equal(file.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
  const found = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    assert.equal(file.readUInt32BE(at + 8 + length), crc32(body));
    found.push({ kind: body.subarray(0, 4).toString(), data: body.subarray(4) });
    at += 12 + length;
  }
  return found;
}

/** Keyword and text of each international text of a PNG file. */
function texts(file) {
  const split = ({ data }) => {
    const end = data.indexOf(0);
    return [data.subarray(0, end).toString(), data.subarray(end + 5).toString()];
  };
  return chunks(file).filter(({ kind }) => kind === "iTXt").map(split);
}

const figures = (page) => page.locator("[data-figure]").evaluateAll((all) => [...new Set(all.map((figure) => figure.dataset.figure))]);

test("the CSV of every figure is its table, in the same order", async (t) => {
  const page = await shared.open(t, WIDE);
  for (const id of await figures(page)) {
    await open(page, id);
    const { name, bytes } = await take(page, id, "csv");
    assert.equal(name, `throughline-${id}.csv`);
    const [head, ...rows] = sheet(bytes);
    const details = page.locator(`#fig-${id}-table`);
    await details.evaluate((table) => (table.open = true));
    await details.locator("tbody tr").first().waitFor();
    const shown = await details.locator("table").evaluate((table) => {
      const text = (cell) => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll(".source-number, svg, .visually-hidden").forEach((part) => part.remove());
        return copy.textContent.trim();
      };
      return {
        head: [...table.querySelectorAll("thead th")].map(text),
        rows: [...table.querySelectorAll("tbody tr:not(.group)")].map((row) => [...row.cells].map(text)),
      };
    });
    const first = head[0] === "Group" && shown.head[0] !== "Group" ? 1 : 0;
    assert.deepEqual(head.slice(first, first + shown.head.length), shown.head, id);
    assert.equal(rows.length, shown.rows.length, id);
    for (const [place, row] of shown.rows.entries()) {
      for (const [column, cell] of row.entries()) {
        const field = rows[place][first + column];
        // Dates are ISO 8601 in the file, large numbers have no commas, and years of statuses have a column of their own.
        const same = cell.startsWith(field) || cell.replace(/(?<=\d),(?=\d)/g, "") === field || /^\d{4}-\d\d(-\d\d)?$/.test(field) || field === `'${cell}`;
        assert.ok(same, `${id}: ${field} in the file, ${cell} on the page`);
      }
    }
  }
});

test("a file holds the View and says so in its name; the CSV of all holds everything", async (t) => {
  const page = await shared.open(t, { ...WIDE, path: "?states=nd,sc&diff=1" });
  const id = "strategy-matrix";
  await open(page, id);
  const some = await take(page, id, "csv");
  const all = await take(page, id, "csv-all");
  assert.equal(some.name, "throughline-strategy-matrix-nd-sc-differences.csv");
  assert.equal(all.name, "throughline-strategy-matrix-all.csv");
  const [someRows, allRows] = [sheet(some.bytes), sheet(all.bytes)];
  assert.ok(someRows.length < allRows.length && someRows[0].length < allRows[0].length);
  assert.ok(someRows[0].includes("South Carolina") && !someRows[0].includes("Ohio"));
  const sources = someRows[0].indexOf("North Dakota: sources");
  assert.ok(someRows.slice(1).every((row) => /^\[[a-z0-9-]+\] .+ https?:\S+/.test(row[sources])));

  const { name, bytes } = await take(page, id, "json");
  assert.equal(name, "throughline-strategy-matrix-nd-sc-differences.json");
  const json = JSON.parse(bytes.toString());
  assert.equal(json.sentence, await page.locator(`#fig-${id}-sentence`).innerText());
  assert.equal(json.rows.length, someRows.length - 1);
  assert.equal(json.edition.license, "CC BY 4.0");
  assert.ok(json.sources.every((source) => source.title && source.publisher && /^https?:/.test(source.url)));
  // The address of the View opens the same View.
  const again = await shared.open(t, { path: new URL(json.address).pathname.slice(1) + new URL(json.address).search });
  await again.waitForFunction((want) => document.querySelector('[id$="-sentence"]').innerText === want, json.sentence);
});

for (const colorScheme of ["light", "dark"]) {
  test(`pictures stand alone and look like the page: ${colorScheme}`, async (t) => {
    const page = await shared.open(t, { ...WIDE, colorScheme });
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--figure-ground").trim());
    for (const id of await figures(page)) {
      await open(page, id);
      const svg = (await take(page, id, "svg")).bytes.toString();
      const seen = await page.evaluate(
        async ({ svg, id }) => {
          const file = new DOMParser().parseFromString(svg, "image/svg+xml");
          if (file.querySelector("parsererror")) return { error: file.documentElement.textContent };
          const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
          const image = new Image();
          image.src = url;
          await image.decode();
          // Colors of each mark's shapes, as the page computes them and as the file states them.
          const rgb = (color) => {
            const probe = document.body.appendChild(document.createElement("i"));
            probe.style.color = color;
            const computed = getComputedStyle(probe).color;
            probe.remove();
            return computed;
          };
          const differences = [];
          const page = document.querySelector(`#fig-${id}-plot .layout-wide svg, #fig-${id}-plot .layout-live svg`);
          let compared = 0;
          for (const mark of page.querySelectorAll("g[data-key]")) {
            const other = file.querySelector(`g[data-key="${CSS.escape(mark.dataset.key)}"]`);
            const shapes = [...mark.children].filter((shape) => !shape.matches(".target, title"));
            const others = [...(other?.children ?? [])].filter((shape) => shape.tagName !== "title" && !shape.hasAttribute("aria-hidden"));
            if (shapes.length !== others.length) differences.push(`${mark.dataset.key}: ${shapes.length} and ${others.length} shapes`);
            shapes.forEach((shape, place) => {
              const style = getComputedStyle(shape);
              for (const name of shape.tagName === "text" ? ["fill"] : ["fill", "stroke", "stroke-dasharray", "stroke-width"]) {
                let told = others[place]?.getAttribute(name) ?? (name === "stroke-width" ? "1" : "none");
                if (told.startsWith("#")) told = rgb(told);
                told = told.replaceAll(",", "");
                const wanted = style.getPropertyValue(name).replaceAll("px", "").replaceAll(",", "");
                if (told !== wanted) differences.push(`${mark.dataset.key} ${shape.getAttribute("class")} ${name}: ${wanted}, ${told}`);
                compared += 1;
              }
            });
          }
          return { width: image.naturalWidth, height: image.naturalHeight, differences: differences.slice(0, 5), compared };
        },
        { svg, id },
      );
      assert.ok(!seen.error, `${id}: ${seen.error}`);
      assert.deepEqual(seen.differences, [], id);
      assert.ok(seen.compared > 0);
      assert.doesNotMatch(svg, /\s(class|style|href|src)=|url\(/);

      const png = (await take(page, id, "png")).bytes;
      const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
      const scale = Math.min(2, Math.sqrt(16e6 / (seen.width * seen.height)));
      assert.ok(Math.abs(size[0] - scale * seen.width) <= 2 && Math.abs(size[1] - scale * seen.height) <= 2, `${id}: ${size}`);
      const said = (keyword) => texts(png).filter(([known]) => known === keyword).map(([, text]) => text);
      assert.deepEqual(said("Title"), [await page.locator(`#fig-${id}-title`).innerText()]);
      assert.deepEqual(said("Description"), [await page.locator(`#fig-${id}-sentence`).innerText()]);
      assert.deepEqual(said("URL"), [`${new URL(page.url()).origin}/figure/${id}/`]);
      assert.equal(said("Source").length, svg.match(/<dc:source>/g)?.length ?? 0);
      assert.ok(said("Source").every((source) => /https?:/.test(source)));
      assert.equal(said("Copyright").length, 1);
      // It has the ground of the theme at its corner, and much else on it.
      const painted = await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext("2d");
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        const corner = data.slice(0, 3);
        let other = 0;
        for (let at = 0; at < data.length; at += 4) other += data[at] !== corner[0] || data[at + 1] !== corner[1];
        return { corner: `#${[...corner].map((part) => part.toString(16).padStart(2, "0")).join("")}`, share: other / (data.length / 4) };
      }, png.toString("base64"));
      assert.equal(painted.corner, ground);
      assert.ok(painted.share > 0.01, `${id}: ${painted.share}`);
    }
  });
}

test("text and picture are copied", async (t) => {
  const page = await shared.open(t, { ...WIDE, permissions: ["clipboard-read", "clipboard-write"] });
  const id = "timeline";
  await open(page, id);
  await menu(page, id).locator('[data-download="copy-text"]').click();
  await page.waitForFunction((id) => document.getElementById(`fig-${id}-download-note`).textContent.includes("clipboard"), id);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(text.includes(await page.locator(`#fig-${id}-sentence`).innerText()));
  assert.match(text, /\nSources\n1\. .+https?:/);

  await menu(page, id).locator('[data-download="copy-picture"]').click();
  const types = () => page.evaluate(async () => (await navigator.clipboard.read())[0].types);
  while (!(await types()).includes("image/png")) await page.waitForTimeout(100);
  const width = await page.evaluate(async () => {
    const blob = await (await navigator.clipboard.read())[0].getType("image/png");
    return (await createImageBitmap(blob)).width;
  });
  assert.ok(width > 1000);
});

test("a link and a citation of the exact View are copied", async (t) => {
  const page = await shared.open(t, { ...WIDE, path: "/?states=nd,sc&diff=1", permissions: ["clipboard-read", "clipboard-write"] });
  const id = "strategy-matrix";
  await open(page, id);
  const copied = async (what) => {
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await menu(page, id).locator(`[data-download="${what}"]`).click();
    await page.waitForFunction((id) => document.getElementById(`fig-${id}-download-note`).textContent.includes("clipboard"), id);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const link = await copied("copy-link");
  assert.equal(link, `${new URL(page.url()).origin}/figure/${id}/?states=nd,sc&diff=1`);
  const citation = await copied("copy-citation");
  assert.ok(citation.includes(`“${await page.locator(`#fig-${id}-title`).innerText()}”`), citation);
  assert.ok(citation.endsWith(` ${link}`), citation);

  // Whoever follows the link sees what its sender saw.
  const sentence = await page.locator(`#fig-${id}-sentence`).innerText();
  const followed = await shared.open(t, { ...WIDE, path: link.replace(/^https?:\/\/[^/]+/, "") });
  await followed.waitForFunction(({ id, sentence }) => document.getElementById(`fig-${id}-sentence`).innerText === sentence, { id, sentence });
});

test("a device that can share is asked to; where none can, nothing is offered", async (t) => {
  const id = "strategy-matrix";
  const sharing = (outcome) => ({
    ...WIDE,
    prepare: (page) =>
      page.addInitScript((outcome) => {
        const share = (what) => {
          window.shared = what;
          return outcome ? Promise.reject(new DOMException("no", outcome)) : Promise.resolve();
        };
        Object.defineProperty(Navigator.prototype, "share", { value: share, configurable: true });
      }, outcome),
  });
  const said = (page, text) =>
    page.waitForFunction(({ id, text }) => document.getElementById(`fig-${id}-download-note`).textContent.includes(text), { id, text });

  for (const [outcome, text] of [["", "Shared."], ["NotAllowedError", "Copy the link instead"]]) {
    const page = await shared.open(t, sharing(outcome));
    await open(page, id);
    await menu(page, id).locator('[data-download="share"]').click();
    await said(page, text);
    const told = await page.evaluate(() => window.shared);
    assert.equal(told.url, `${new URL(page.url()).origin}/figure/${id}/`);
    assert.equal(told.text, await page.locator(`#fig-${id}-sentence`).innerText());
  }
  const none = await shared.open(t, { ...WIDE, prepare: (page) => page.addInitScript(() => delete Navigator.prototype.share) });
  await open(none, id);
  await menu(none, id).locator('[data-download="csv"]').waitFor();
  assert.equal(await menu(none, id).locator('[data-download="share"]').isVisible(), false);
});

test("a browser that lets nothing be copied is told so in words", async (t) => {
  const page = await shared.open(t, {
    ...WIDE,
    prepare: (page) => page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined })),
  });
  const id = "strategy-matrix";
  await open(page, id);
  for (const [what, instead] of [["copy-picture", "PNG"], ["copy-text", "CSV"], ["copy-link", "address bar"], ["copy-citation", "how to cite"]]) {
    await menu(page, id).locator(`[data-download="${what}"]`).click();
    await page.waitForFunction(({ id, instead }) => document.getElementById(`fig-${id}-download-note`).textContent.includes(instead), { id, instead });
  }
});

test("by keyboard, and before the study's words are here", async (t) => {
  const page = await shared.open(t, {
    ...WIDE,
    prepare: (page) =>
      page.route(/words|study/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      }),
  });
  const id = "strategy-matrix";
  await menu(page, id).locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.download), "csv");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const [head, row] = sheet(await readFile(await download.path()));
  assert.match(row[head.indexOf("North Dakota: sources")], /\] \S.+https?:/);
  // Focus stays where it was pressed, and the note is announced.
  assert.equal(await page.evaluate(() => document.activeElement.dataset.download), "csv");
  assert.equal(await note(page, id).getAttribute("role"), "status");
});

test("the menu of a figure leads to the tables behind it", async (t) => {
  const page = await shared.open(t, { ...WIDE, path: "figure/votes/" });
  await open(page, "votes");
  const links = menu(page, "votes").locator(".download-data a");
  const ways = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.ok(ways.includes("../../data/votes/"), ways.join(" "));
  assert.equal(ways.at(-1), "../../data/");
  await links.filter({ hasText: /^votes$/ }).click();
  await page.waitForURL(/\/data\/votes\/$/);
});
