// Choices: each is a step of the browser's history, can be undone and done again, and is told in one bar.

import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const PATH = "figure/strategy-matrix/";
const toggle = (page, choice) => page.locator(`.controls [data-choice="${choice}"]`);
const on = (page, choice) => toggle(page, choice).getAttribute("aria-pressed");
const query = (page, wanted) => page.waitForFunction((wanted) => decodeURIComponent(location.search) === wanted, wanted);
const chips = (page) => page.locator("#chosen li").allInnerTexts();

test("back and forward of the browser walk through choices, and figures follow", async (t) => {
  const page = await shared.open(t, { path: PATH });
  const sentence = () => page.locator("#fig-strategy-matrix-sentence").innerText();
  const authors = await sentence();
  await toggle(page, "states:nd").click();
  await query(page, "?states=nd");
  const one = await sentence();
  await toggle(page, "diff").click();
  await query(page, "?states=nd&diff=1");
  await page.goBack();
  await query(page, "?states=nd");
  await page.waitForFunction((text) => document.querySelector("#fig-strategy-matrix-sentence").innerText === text, one);
  assert.equal(await on(page, "diff"), "false");
  assert.match(await page.locator("#chosen [role=status]").innerText(), /North Dakota/);
  await page.goBack();
  await query(page, "");
  await page.waitForFunction((text) => document.querySelector("#fig-strategy-matrix-sentence").innerText === text, authors);
  await page.goForward();
  await query(page, "?states=nd");
  assert.equal(await on(page, "states:nd"), "true");
});

test("undo and redo, by keys and by buttons; a choice after an undo starts anew", async (t) => {
  const page = await shared.open(t, { path: PATH });
  assert.equal(await page.locator("#chosen").count(), 0, "nothing is chosen yet");
  await toggle(page, "states:nd").click();
  await toggle(page, "states:az").click();
  await query(page, "?states=az,nd");
  await page.keyboard.press("Control+z");
  await query(page, "?states=nd");
  await page.keyboard.press("Control+z");
  await query(page, "");
  await page.keyboard.press("Control+Shift+z");
  await query(page, "?states=nd");
  const [undo, redo] = ["undo", "redo"].map((step) => page.locator(`#chosen [data-step=${step}]`));
  await undo.focus();
  await page.keyboard.press("Enter");
  await query(page, "");
  assert.equal(await undo.getAttribute("aria-disabled"), "true");
  assert.ok(await undo.evaluate((button) => document.activeElement === button), "the button keeps the focus");
  await page.keyboard.press("Enter");
  await redo.click();
  await query(page, "?states=nd");
  await toggle(page, "states:oh").click();
  await query(page, "?states=nd,oh");
  assert.equal(await redo.getAttribute("aria-disabled"), "true");
});

test("the bar tells what is chosen, takes each choice back, and one key clears", async (t) => {
  const page = await shared.open(t, { path: `${PATH}?states=az,nd&sort=name` });
  await page.locator("#chosen").waitFor();
  assert.deepEqual((await chips(page)).map((text) => text.replace(/\s+/g, " ")), ["Remove: Arizona ×", "Remove: North Dakota ×", "Remove: By name ×"]);
  await page.locator("#chosen li button").nth(1).focus();
  await page.keyboard.press("Enter");
  await query(page, "?states=az&sort=name");
  assert.ok(await page.evaluate(() => document.activeElement.closest("#chosen li")), "focus stays among the choices");
  await page.keyboard.press("Shift+Backspace");
  await query(page, "");
  assert.deepEqual(await chips(page), []);
  assert.match(await page.locator("#chosen [role=status]").innerText(), /authors/);
  await page.keyboard.press("Control+z");
  await query(page, "?states=az&sort=name");
});

test("the keys of a field are its own", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/" });
  await toggle(page, "states:nd").click();
  await query(page, "?states=nd");
  const from = page.locator('.controls input[type=number][data-choice="from"]');
  await from.fill("2015");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Shift+Backspace");
  await page.waitForTimeout(200);
  await query(page, "?states=nd");
  await from.fill("2015");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.search.includes("years=2015-"));
});

test("at 360 px by finger: the bar fits, is large enough, and passes axe", async (t) => {
  const page = await shared.open(t, { path: `?states=az,nd,oh&diff=1&sort=count`, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  await page.locator("#chosen").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  const bar = await page.locator("#chosen").boundingBox();
  assert.ok(bar.x >= 0 && bar.width <= 360 && bar.height < 130, JSON.stringify(bar));
  const small = await page.locator("#chosen button").evaluateAll((all) => all.filter((button) => button.getBoundingClientRect().height < 24).length);
  assert.equal(small, 0);
  await page.locator("#chosen [data-choice=authors]").tap();
  await query(page, "");
  await page.locator("#chosen [data-step=undo]").tap();
  await query(page, "?states=az,nd,oh&sort=count&diff=1");
  const found = await new AxeBuilder({ page }).include("#chosen").analyze();
  assert.deepEqual(found.violations.map((violation) => violation.id), []);
});
