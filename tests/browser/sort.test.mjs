// Tables are sorted by any column, by pointer or keyboard, within their groups; without the engine their headers are text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();

/** The texts of a column, in lists by group. */
const column = (page, id, place) =>
  page.locator(`#fig-${id}-table-body tbody`).evaluateAll(
    (groups, place) =>
      groups.map((group) => [...group.querySelectorAll("tr:not(.group)")].map((row) => row.children[place].firstChild?.textContent.trim() ?? "")),
    place,
  );
const rows = (page, id) => page.locator(`#fig-${id}-table-body tbody tr`).allInnerTexts();
const order = (page, id) =>
  page.locator(`#fig-${id}-table-body thead th`).evaluateAll((all) => all.map((header) => header.getAttribute("aria-sort")));
const headers = (page, id) => page.locator(`#fig-${id}-table-body thead th`).allTextContents();

async function opened(t, id) {
  const page = await shared.open(t, { path: `figure/${id}/`, drawing: true });
  await page.locator(`#fig-${id}-table > summary`).click();
  await page.locator(`#fig-${id} .sort`).first().waitFor();
  return page;
}

test("headers are text without the engine, and the same words as buttons with it", async (t) => {
  const plain = await shared.open(t, { path: "figure/timeline/", javaScriptEnabled: false, ready: false });
  assert.equal(await plain.locator(".figure-table button").count(), 0);
  const page = await opened(t, "timeline");
  assert.deepEqual(await headers(page, "timeline"), await headers(plain, "timeline"));
  assert.equal(await page.locator("#fig-timeline .sort").count(), (await headers(plain, "timeline")).length);
});

test("counts go up, down, and back to the authors' order, within their groups", async (t) => {
  const id = "strategy-matrix";
  const page = await opened(t, id);
  const authors = await rows(page, id);
  const place = (await page.locator(`#fig-${id} .sort`).count()) - 1;
  const press = async (wanted) => {
    await page.locator(`#fig-${id} .sort`).nth(place).click();
    await page.waitForFunction(
      ([id, place, wanted]) => document.querySelectorAll(`#fig-${id}-table-body thead th`)[place].getAttribute("aria-sort") === wanted,
      [id, place, wanted],
    );
    return (await column(page, id, place)).map((group) => group.map(Number));
  };
  const sorted = (groups, sign) => groups.map((group) => group.toSorted((a, b) => sign * (a - b)));
  const up = await press("ascending");
  assert.ok(up.length > 1);
  assert.deepEqual(up, sorted(up, 1));
  const down = await press("descending");
  assert.deepEqual(down, sorted(up, -1));
  await press(null);
  assert.deepEqual(await rows(page, id), authors);
});

test("a column is sorted by keyboard, keeps the focus, and says its order", async (t) => {
  const page = await opened(t, "timeline");
  await page.locator("#fig-timeline .sort", { hasText: "Date" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#fig-timeline [aria-sort]"));
  assert.deepEqual((await order(page, "timeline")).filter(Boolean), ["ascending"]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Date");
  const years = (await column(page, "timeline", 1)).map((group) => group.map((date) => Number(date.match(/\d{4}/)[0])));
  for (const group of years) assert.deepEqual(group, group.toSorted());
  // The order is no part of the View, and stands in the address beside it.
  assert.equal(new URL(page.url()).search, "?table.timeline=date");
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelector('#fig-timeline [aria-sort="descending"]'));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Date");
});

test("a change of the View keeps the order", async (t) => {
  const page = await opened(t, "strategy-matrix");
  await page.locator("#fig-strategy-matrix .sort").first().click();
  await page.waitForFunction(() => document.querySelector('#fig-strategy-matrix [aria-sort="ascending"]'));
  await page.locator('#fig-strategy-matrix [aria-label="States"] button').first().click();
  await page.waitForFunction(() => document.querySelectorAll("#fig-strategy-matrix thead th").length < 7);
  await page.waitForFunction(() => document.querySelector('#fig-strategy-matrix [aria-sort="ascending"]'));
  for (const group of await column(page, "strategy-matrix", 0)) {
    assert.deepEqual(group, group.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  }
});

test("the order stands in the address: it is opened again, passed on, and walked through by back and forward", async (t) => {
  const id = "votes";
  const page = await opened(t, id);
  const says = (wanted, order) => page.waitForFunction(([id, wanted, order]) => {
    const sorted = document.querySelector(`#fig-${id}-table-body thead th[aria-sort]`);
    return new URL(location).search === wanted && (sorted?.getAttribute("aria-sort") ?? null) === order;
  }, [id, wanted, order]);
  const authors = await rows(page, id);
  const head = page.locator(`#fig-${id} .sort`).first();
  const name = (await head.textContent()).toLowerCase().replace(/[^a-z0-9]+/g, "-");
  await head.click();
  await says(`?table.${id}=${name}`, "ascending");
  const up = await rows(page, id);
  await head.click();
  await says(`?table.${id}=-${name}`, "descending");
  const down = await rows(page, id);
  assert.notDeepEqual(up, down);

  // What is chosen next does not lose it, and a link to the View has both.
  await page.locator(`#fig-${id} [aria-label="States"] button`).first().click();
  await page.waitForFunction(() => /^\?states=\w+&table\.votes=-/.test(new URL(location).search));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(`#fig-${id}-download summary`).click();
  await page.locator(`#fig-${id} [data-download="copy-link"]`).click();
  await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes("/figure/")));
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  assert.match(link.search, new RegExp(`^\\?states=\\w+&table\\.${id}=-${name}$`));

  await page.goBack();
  await says(`?table.${id}=-${name}`, "descending");
  await page.waitForFunction(([id, count]) => document.querySelectorAll(`#fig-${id}-table-body tbody tr`).length === count, [id, down.length]);
  assert.deepEqual(await rows(page, id), down);
  await page.goBack();
  await says(`?table.${id}=${name}`, "ascending");
  assert.deepEqual(await rows(page, id), up);
  await page.goBack();
  await says("", null);
  assert.deepEqual(await rows(page, id), authors);

  const other = await shared.open(t, { path: `figure/${id}/?table.${id}=-${name}`, drawing: true });
  await other.locator(`#fig-${id}-table-body th[aria-sort="descending"]`).waitFor();
  assert.ok(await other.locator(`#fig-${id}-table`).evaluate((details) => details.open), "who follows the link sees the table");
  assert.deepEqual(await rows(other, id), down);
  assert.equal(await other.locator("#engine-note").textContent(), "");
});

test("an order by no column of the table is told and leaves the authors'", async (t) => {
  const page = await shared.open(t, { path: "figure/votes/?table.votes=%3Cb%3Emoney", drawing: true });
  await page.waitForFunction(() => document.getElementById("engine-note").textContent === "Part of ‘table’ in the address is not in this report; it was left out.");
  assert.equal(await page.locator("#fig-votes [aria-sort]").count(), 0);
  // Coming back to it says it no second time.
  await page.locator("#fig-votes .sort").first().click();
  await page.locator('#fig-votes [aria-sort="ascending"]').waitFor();
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector("#fig-votes [aria-sort]"));
  assert.equal(await page.locator("#engine-note").textContent(), "Part of ‘table’ in the address is not in this report; it was left out.");
});
