// Picture, table and outline are one: the active mark is active in all of them, and each opens its evidence.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const lit = (page, selector) => page.locator(`${selector} .is-active`);
const drawer = (page) => page.locator("#evidence-drawer");

/** A figure on its own page, with its forms open. */
async function opened(t, id, options = {}) {
  const page = await shared.open(t, { path: `figure/${id}/`, drawing: true, ...options });
  for (const form of ["table", "outline"]) await page.locator(`#fig-${id}-${form} > summary`).click();
  return page;
}

for (const id of ["strategy-matrix", "timeline", "district-practices", "national"]) {
  test(`${id}: a mark reached by keyboard is lit in table and outline`, async (t) => {
    const page = await opened(t, id);
    await page.locator(`#fig-${id}-plot`).focus();
    for (const key of ["Home", "ArrowDown", "End"]) {
      await page.keyboard.press(key);
      await page.waitForFunction((id) => document.querySelectorAll(`#fig-${id}-plot .is-active`).length === 1, id);
      assert.equal(await lit(page, `#fig-${id}-table-body`).count(), 1, key);
      assert.equal(await lit(page, `#fig-${id}-outline-body`).count(), 1, key);
    }
    await page.keyboard.press("Escape");
    assert.equal(await lit(page, `#fig-${id}`).count(), 0);
  });

  test(`${id}: table and outline light the mark that they stand for`, async (t) => {
    const page = await opened(t, id);
    const cell = page.locator(`#fig-${id}-table-body :is(td, th):is([id], [data-key])`).nth(3);
    await cell.hover();
    await lit(page, `#fig-${id}-plot svg:visible`).waitFor();
    assert.match(await cell.getAttribute("class"), /is-active/);
    assert.ok(!(await page.locator(`#fig-${id}-plot .tip`).isVisible()), "the words beside a mark are for the picture");
    assert.equal(await page.locator(`#fig-${id}-readout`).getAttribute("aria-live"), "off");
    const link = page.locator(`#fig-${id}-outline-body a[data-evidence]`).nth(2);
    await link.focus();
    const key = await link.getAttribute("data-evidence");
    await page.mouse.move(1, 1);
    await link.focus();
    assert.equal(await page.evaluate(() => document.activeElement.dataset.evidence), key);
    await page.locator(`#fig-${id}-plot`).focus();
    await link.focus();
    assert.equal(await lit(page, `#fig-${id}-plot svg:visible`).first().getAttribute("data-key"), key);
    await page.locator(`#fig-${id}-plot`).focus();
    assert.equal(await lit(page, `#fig-${id}`).count(), 0);
  });
}

test("a click on a cell opens its evidence; so do its sources, which keys reach", async (t) => {
  const page = await opened(t, "strategy-matrix");
  const cell = page.locator("#fig-strategy-matrix-table-body td:is([id], [data-key]):has(a)").first();
  const opens = async () => {
    await drawer(page).locator("article").first().waitFor({ state: "visible" });
    const words = await drawer(page).innerText();
    assert.ok((await drawer(page).locator('a[href^="http"]').count()) > 0, "it leads on to the source itself");
    await page.keyboard.press("Escape");
    await drawer(page).waitFor({ state: "hidden" });
    return words;
  };
  await cell.click({ position: { x: 6, y: 6 } });
  const words = await opens();
  const source = cell.locator("a.source-number").first();
  await source.click();
  assert.equal(await opens(), words);
  await source.focus();
  await page.keyboard.press("Enter");
  assert.equal(await opens(), words);
  assert.ok(await source.evaluate((link) => link === document.activeElement), "the focus comes back");
  // Keys that ask for a new tab still get the list of sources there.
  const [tab] = await Promise.all([page.context().waitForEvent("page"), source.click({ modifiers: ["Control"] })]);
  await tab.waitForURL(/sources\/#source-/);
});

test("without the engine a cell's source leads to the list of sources", async (t) => {
  const page = await shared.open(t, { path: "figure/strategy-matrix/", ready: false, javaScriptEnabled: false });
  await page.locator("#fig-strategy-matrix-table > summary").click();
  await page.locator("#fig-strategy-matrix-table-body td a.source-number").first().click();
  await page.waitForURL(/sources\/#source-/);
});

test("a mark that says that nothing was found tells what was looked at", async (t) => {
  const page = await opened(t, "district-practices");
  const cell = page.locator("#fig-district-practices-table-body [data-key^='district-practices:']").first();
  await cell.click({ position: { x: 6, y: 6 } });
  const article = drawer(page).locator("article");
  await article.waitFor({ state: "visible" });
  assert.match(await article.innerText(), /Nothing was found in the public record about these together/);
  assert.equal(await article.locator("li a[data-evidence]").count(), 2);
  assert.doesNotMatch(page.url(), /focus=/, "such a list has no address");
  await article.locator("li a").first().click();
  await page.waitForURL(/focus=districts/);
  await page.locator("#evidence-drawer .close").click();
  await drawer(page).waitFor({ state: "hidden" });
  // The outline leads to the same.
  await page.locator("#fig-district-practices-outline-body a[data-evidence^='district-practices:']").first().click();
  await article.waitFor({ state: "visible" });
  assert.match(await article.innerText(), /Nothing was found/);
});

test("a mark of which nothing is known says so, though there is nothing to list", async (t) => {
  const page = await opened(t, "national");
  await page.locator("#fig-national-plot").focus();
  await page.keyboard.type("Alaska");
  await page.keyboard.press("Enter");
  await drawer(page).locator("article").waitFor({ state: "visible" });
  assert.match(await drawer(page).innerText(), /Alaska[^]*Nothing was found about this/);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await drawer(page).waitFor({ state: "visible" });
});

test("a mark that counts lists the facts", async (t) => {
  const page = await opened(t, "evidence");
  await page.locator("#fig-evidence-plot").focus();
  await page.keyboard.press("Home");
  const label = await page.locator("#fig-evidence-readout").innerText();
  const count = Number(label.match(/(\d+)\D*$/)[1]);
  await page.keyboard.press("Enter");
  const article = drawer(page).locator("article");
  await article.waitFor({ state: "visible" });
  assert.match(await article.innerText(), /The facts it counts/);
  assert.equal(await article.locator("li").count(), count);
});

test("evidence in the address marks its mark, until it is closed", async (t) => {
  const page = await shared.open(t, { path: "figure/strategy-matrix/?focus=state_strategies:nd/portrait" });
  await drawer(page).locator("article").first().waitFor({ state: "visible" });
  const mark = lit(page, "#fig-strategy-matrix-plot svg:visible");
  await mark.waitFor();
  assert.equal(await mark.getAttribute("data-key"), "state_strategies:nd/portrait");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelectorAll(".plot .is-active").length === 0);
});

test("an address opens the table or the outline of the figure that its page is about, and of no other", async (t) => {
  for (const form of ["table", "outline"]) {
    const page = await shared.open(t, { path: `figure/timeline/?show=${form}` });
    await page.locator(`#fig-timeline-${form}[open]`).waitFor();
    assert.equal(await page.locator("#fig-timeline details.form[open]").count(), 1);
  }
  const page = await shared.open(t, { path: "?show=table", drawing: true });
  assert.equal(await page.locator("details.form[open]").count(), 0);
});
