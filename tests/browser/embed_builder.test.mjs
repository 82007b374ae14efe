// The page for partners: a snippet and a preview for what is chosen, lists for every place, and refusals.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const open = async (t, options) => {
  // Sandboxed previews have no origin of their own, which the browser notes where they keep to it.
  const page = await shared.open(t, { path: "embed/", acceptDownloads: true, ...options });
  await page.waitForFunction(() => document.getElementById("snippet").value);
  return page;
};
const snippet = (page) => page.locator("#snippet").inputValue();

test("what is chosen is in the snippet and in the preview", async (t) => {
  const page = await open(t);
  await page.selectOption('[name="figure"]', "timeline");
  await page.selectOption('[name="states"]', "nd");
  await page.selectOption('#builder [name="theme"]', "dark");
  // The height that is reserved is that of the preview, once its letters are here.
  await page.waitForFunction(() => {
    const measured = document.querySelector(".preview .desktop iframe").clientHeight;
    const reserved = Number(/height="(\d+)"/.exec(document.getElementById("snippet").value)?.[1]);
    return measured > 700 && reserved === measured;
  });
  const text = await snippet(page);
  assert.match(text, /embed\/timeline\/nd\/\?theme=dark"/);
  assert.match(text, /title="Timeline: North Dakota"/);
  // The phone shows the narrow picture.
  await page.frameLocator(".preview .phone iframe").locator(".layout-narrow").waitFor();
  // A picture has no dark ground.
  await page.selectOption('#builder [name="theme"]', "");
  for (const [level, what] of [["1", "<iframe"], ["3", "<throughline-figure"], ["4", "<figcaption"]]) {
    await page.check(`[name="level"][value="${level}"]`, { force: true });
    assert.ok((await snippet(page)).includes(what));
    if (level === "3") await page.locator(".preview .desktop throughline-figure").waitFor();
    if (level === "4") await page.locator(".preview .desktop img").waitFor();
  }
});

test("the way from a figure’s page brings along the View that its reader chose", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/?years=2015-2021", drawing: true });
  await page.click('[data-choice="states:nd"]');
  await page.click('[data-choice="states:oh"]');
  await page.waitForFunction(() => location.search.includes("states=nd,oh"));
  await page.click("text=Put it into your page");
  await page.waitForURL(/\/embed\/\?/);
  await page.waitForFunction(() => document.getElementById("snippet").value);
  assert.equal(await page.locator('[name="figure"]').inputValue(), "timeline");
  assert.equal(await page.locator('[name="view"]').inputValue(), "states=nd,oh&years=2015-2021");
  assert.match(await snippet(page), /embed\/timeline\/\?states=nd,oh&amp;years=2015-2021&amp;load=seen"/);
  await page.frameLocator(".preview .desktop iframe").locator('[data-choice="states:oh"][aria-pressed="true"]').waitFor();
  // It is changed in the form, which nothing else pretends to do.
  await page.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 20_000 });
  assert.equal(await page.locator(".chosen:visible").count(), 0);
  // One state is chosen where states are, its own page is right without scripts; a theme is chosen where themes are.
  await page.goto(`${shared.site.url}embed/?states=nd&theme=dark&utm_source=mail#figure-timeline`);
  await page.waitForFunction(() => document.getElementById("snippet").value);
  assert.deepEqual(await page.locator("#builder form").evaluate(({ states, view, theme }) => [states.value, view.value, theme.value]), ["nd", "", "dark"]);
  assert.match(await snippet(page), /embed\/timeline\/nd\/\?theme=dark"/);
  // What the figure cannot show stays behind.
  await page.goto(`${shared.site.url}embed/?states=nd&sort=name#figure-crosswalk`);
  await page.waitForFunction(() => document.getElementById("snippet").value);
  assert.equal(await page.locator('[name="view"]').inputValue(), "sort=name");
});

test("the height is that of the figure in a column of the width chosen", async (t) => {
  const page = await open(t);
  await page.selectOption('[name="figure"]', "timeline");
  const seen = new Set();
  for (const width of ["360", "640", "1000"]) {
    await page.selectOption('[name="column"]', width);
    await page.waitForFunction((width) => {
      const frame = document.querySelector(".preview .desktop iframe");
      const reserved = Number(/height="(\d+)"/.exec(document.getElementById("snippet").value)?.[1]);
      return frame.clientWidth === Number(width) && frame.dataset.told === String(reserved) && frame.clientHeight === reserved;
    }, width);
    seen.add(/height="(\d+)"/.exec(await snippet(page))[1]);
  }
  assert.equal(seen.size, 3, "each width has its own");
});

test("the picture can be taken as SVG or as PNG, for the page or to upload", async (t) => {
  const page = await open(t);
  await page.selectOption('[name="figure"]', "timeline");
  await page.selectOption('[name="states"]', "nd");
  await page.selectOption('[name="format"]', "png");
  assert.match(await snippet(page), /embed\/timeline\/nd\/figure\.png"/);
  for (const [kind, start] of [["svg", "<?xml"], ["png", "\u0089PNG"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-file="${kind}"]`)]);
    assert.ok(readFileSync(await download.path(), "latin1").startsWith(start), kind);
  }
});

test("what would leave readers out is refused", async (t) => {
  const page = await open(t);
  for (const [field, value] of [["name", "Chart"], ["alt", ""], ["accent", "ffffcc"]]) {
    const before = await page.locator(`[name="${field}"]`).inputValue();
    await page.fill(`[name="${field}"]`, value);
    assert.equal(await snippet(page), "", field);
    assert.ok((await page.locator("#problems").innerText()).length > 30);
    assert.equal(await page.locator("#copy").isDisabled(), true);
    await page.fill(`[name="${field}"]`, before);
    assert.notEqual(await snippet(page), "", field);
  }
});

test("what a level cannot show, and names that are not in the report, are refused with the reason", async (t) => {
  const page = await open(t);
  await page.selectOption('[name="figure"]', "timeline");
  await page.fill('[name="view"]', "states=xx");
  assert.equal(await snippet(page), "");
  assert.match(await page.locator("#problems").innerText(), /‘xx’/);
  await page.fill('[name="view"]', "years=2015-2021");
  // Nobody knows its height before it was shown, which takes no scrolling.
  await page.waitForFunction(() => document.getElementById("snippet").value.includes("years=2015-2021"));
  for (const level of ["3", "4"]) {
    await page.check(`[name="level"][value="${level}"]`, { force: true });
    assert.equal(await snippet(page), "", level);
    assert.match(await page.locator("#problems").innerText(), /cannot show another View/);
  }
  await page.fill('[name="view"]', "https://example.org/report/figure/votes/?states=nd");
  assert.match(await page.locator("#problems").innerText(), /another figure’s page/);
  // A View of one state is a page of its own, which every level can show.
  await page.fill('[name="view"]', "https://example.org/report/figure/timeline/?states=nd");
  assert.match(await snippet(page), /embed\/timeline\/nd\/figure.svg" alt="[^"]*North Dakota/);
  await page.fill('[name="view"]', "");
  assert.match(await snippet(page), /<figcaption>/);
});

test("every state or district at once, as list, CSV and zip", async (t) => {
  const page = await open(t);
  await page.selectOption('[name="figure"]', "timeline");
  await page.click('[data-kit="list"]');
  const list = await page.locator("#kit").inputValue();
  for (const id of ["az", "nd", "nv", "oh", "sc"]) assert.ok(list.includes(`embed/timeline/${id}/`), id);
  for (const [kind, start] of [["csv", '\u00ef\u00bb\u00bf"id","name","address","snippet"'], ["zip", "PK"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-kit="${kind}"]`)]);
    assert.equal(download.suggestedFilename(), `throughline-timeline-states.${kind}`);
    assert.ok(readFileSync(await download.path(), "latin1").startsWith(start));
  }
  await page.selectOption('[name="figure"]', "district-practices");
  await page.selectOption("#kit-of", "districts");
  await page.click('[data-kit="list"]');
  const districts = await page.locator("#kit").inputValue();
  assert.match(districts, /districts=nd-oakes&amp;load=seen/);
  assert.ok(Number(/nd-oakes&amp;load=seen"[^>]* height="(\d+)"/.exec(districts)[1]) < 1500, "one district has not the height of all");
  await page.fill('[name="view"]', "districts=nd-oakes");
  await page.waitForFunction(() => /height="(\d+)"/.exec(document.getElementById("snippet").value)?.[1] < 1500);
  assert.match(await snippet(page), /title="[^"]*: Oakes /);
  await page.click('[data-kit="list"]');
  assert.doesNotMatch(await page.locator("#kit").inputValue(), /districts=[^"]*districts=/);
  await page.fill('[name="view"]', "");
  await page.check('[name="level"][value="4"]', { force: true });
  await page.click('[data-kit="list"]');
  assert.match(await page.locator("#kit-note").innerText(), /Without a frame/);
  assert.equal(await page.locator("#kit").isHidden(), true);
});

test("axe finds nothing, light and dark", async (t) => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(t, { colorScheme, tolerate: /inline style|preload assets|policy: style-src/ });
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).slice(0, 3).join(" | ")}`), []);
  }
});
