// Figures by keyboard, pointer and touch, and the evidence behind each mark and claim.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";

const shared = withChromium();
const FIGURES = ["strategy-matrix", "timeline"];
const plot = (page, id) => page.locator(`#fig-${id}-plot`);
const readout = (page, id) => page.locator(`#fig-${id}-readout`).innerText();
const active = (page, id) =>
  page.locator(`#fig-${id} .plot svg:visible .is-active[data-key]`).evaluateAll((all) => all[0]?.dataset.key ?? null);
const marks = (page, id) =>
  page.locator(`#fig-${id} .plot svg:visible [data-key]`).evaluateAll((all) => [...new Set(all.map((mark) => mark.dataset.key))]);

for (const id of FIGURES) {
  test(`${id}: one tab stop, and every mark is reached by arrows alone`, async (t) => {
    const page = await shared.open(t, { drawing: true });
    const picture = plot(page, id);
    assert.equal(await picture.getAttribute("tabindex"), "0");
    assert.equal(await picture.locator("[tabindex]").count(), 0);
    await picture.focus();
    const hint = await readout(page, id);
    await page.keyboard.press("Home");
    const all = await marks(page, id);
    const seen = new Set([await active(page, id)]);
    for (let steps = 0; steps < all.length + 5; steps += 1) {
      const before = await active(page, id);
      await page.keyboard.press("PageDown");
      const now = await active(page, id);
      if (now === before) break;
      assert.ok(!seen.has(now), `${now} comes twice`);
      seen.add(now);
      assert.notEqual(await readout(page, id), hint);
    }
    assert.deepEqual([...seen].sort(), all.sort());
  });

  test(`${id}: arrows go to the nearest in their direction; Home, End and Escape`, async (t) => {
    const page = await shared.open(t, { drawing: true });
    await plot(page, id).focus();
    await page.keyboard.press("Home");
    const first = await active(page, id);
    await page.keyboard.press("End");
    const last = await active(page, id);
    assert.notEqual(first, last);
    const centre = async (key) => {
      const mark = page.locator(`#fig-${id} .plot svg:visible [data-key="${key}"]`).first();
      return mark.evaluate((mark) => {
        const box = mark.getBoundingClientRect();
        const picture = mark.closest("svg").getBoundingClientRect();
        return { x: box.x + box.width / 2 - picture.x, y: box.y + box.height / 2 - picture.y };
      });
    };
    await page.keyboard.press("Home");
    for (const [key, axis, sign] of [["ArrowRight", "x", 1], ["ArrowLeft", "x", -1], ["ArrowDown", "y", 1], ["ArrowUp", "y", -1]]) {
      const before = await active(page, id);
      const from = await centre(before);
      await page.keyboard.press(key);
      const now = await active(page, id);
      if (now === before) continue;
      const to = await centre(now);
      assert.ok((to[axis] - from[axis]) * sign > 0, `${key} from ${before} to ${now}`);
    }
    await page.keyboard.press("Escape");
    assert.equal(await active(page, id), null);
  });

  test(`${id}: Enter opens evidence; Escape closes it and gives focus back`, async (t) => {
    const page = await shared.open(t, { drawing: true });
    await plot(page, id).focus();
    await page.keyboard.press("Home");
    const key = await active(page, id);
    await page.keyboard.press("Enter");
    const drawer = page.locator("#evidence-drawer");
    await drawer.waitFor({ state: "visible" });
    await drawer.locator("article").waitFor();
    assert.match(await drawer.innerText(), /layer/i);
    assert.ok((await drawer.locator('a[href^="http"]').count()) > 0 || /not found|none found/i.test(await drawer.innerText()));
    assert.match(decodeURIComponent(page.url()), new RegExp(`focus=${key}`));
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    assert.equal(await page.evaluate(() => document.activeElement.id), `fig-${id}-plot`);
    assert.doesNotMatch(page.url(), /focus=/);
  });

  test(`${id}: a pointer over a mark names it quietly, a click opens its evidence`, async (t) => {
    const page = await shared.open(t, { drawing: true });
    const mark = page.locator(`#fig-${id} .plot svg:visible [data-key]`).nth(3);
    await mark.scrollIntoViewIfNeeded();
    const box = await mark.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    assert.ok(await active(page, id));
    assert.equal(await page.locator(`#fig-${id}-readout`).getAttribute("aria-live"), "off");
    await page.mouse.down();
    await page.mouse.up();
    await page.locator("#evidence-drawer").waitFor({ state: "visible" });
  });

  test(`${id}: a first tap shows the value, a second opens the evidence`, async (t) => {
    const page = await shared.open(t, { drawing: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    const mark = page.locator(`#fig-${id} .plot svg:visible [data-key]`).nth(2);
    await mark.scrollIntoViewIfNeeded();
    const box = await mark.boundingBox();
    const tap = () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    const hint = await readout(page, id);
    await tap();
    assert.notEqual(await readout(page, id), hint);
    assert.ok(!(await page.locator("#evidence-drawer").isVisible()));
    await tap();
    await page.locator("#evidence-drawer").waitFor({ state: "visible" });
  });

  test(`${id}: choosing states changes picture, sentence, table and address together`, async (t) => {
    const page = await shared.open(t);
    const figure = page.locator(`#fig-${id}`);
    await page.locator(`#fig-${id}-table > summary`).click();
    const state = async () => ({
      marks: (await marks(page, id)).length,
      sentence: await page.locator(`#fig-${id}-sentence`).innerText(),
      cells: await figure.locator("table [id]").count(),
    });
    const all = await state();
    const toggle = figure.locator('[aria-label="States"] button').first();
    await toggle.click();
    await page.waitForFunction((before) => document.querySelector(`#fig-${before.id}-sentence`).innerText !== before.text, {
      id,
      text: all.sentence,
    });
    await page.waitForFunction((before) => document.querySelectorAll(`#fig-${before.id} table [id]`).length < before.cells, { id, cells: all.cells });
    const one = await state();
    assert.ok(one.marks < all.marks && one.cells < all.cells);
    assert.match(page.url(), /\?states=/);
    assert.equal(await toggle.getAttribute("aria-pressed"), "true");
    // The address alone brings the same View back.
    const again = await shared.open(t, { path: new URL(page.url()).search });
    // Figures are drawn when they come into the window.
    await again.locator(`#fig-${id}`).scrollIntoViewIfNeeded();
    await again.waitForFunction((want) => document.querySelector(`#fig-${want.id}-sentence`).innerText === want.text, { id, text: one.sentence });
    assert.equal((await marks(again, id)).length, one.marks);
    await figure.locator("button.reset").click();
    await page.waitForFunction((want) => document.querySelector(`#fig-${want.id}-sentence`).innerText === want.text, { id, text: all.sentence });
    await page.waitForFunction((before) => document.querySelectorAll(`#fig-${before.id} table [id]`).length === before.cells, { id, cells: all.cells });
    assert.deepEqual(await state(), all);
  });
}

test("typing a name goes to it", async (t) => {
  const page = await shared.open(t, { drawing: true });
  const picture = plot(page, "strategy-matrix");
  await picture.focus();
  await page.keyboard.press("End");
  const last = await readout(page, "strategy-matrix");
  await page.keyboard.press("Home");
  await page.keyboard.type(last.slice(0, 12));
  assert.equal((await readout(page, "strategy-matrix")).slice(0, 12), last.slice(0, 12));
});

test("every evidence link of the prose opens in the drawer what its note says", async (t) => {
  const page = await shared.open(t);
  const addresses = await page.locator("main a.evidence[data-evidence]").evaluateAll((all) => all.map((link) => link.dataset.evidence));
  assert.ok(addresses.length > 40);
  const drawer = page.locator("#evidence-drawer");
  for (const index of [0, addresses.length >> 1, addresses.length - 1]) {
    await page.locator("main a.evidence[data-evidence]").nth(index).click();
    await drawer.waitFor({ state: "visible" });
    await drawer.locator("article").first().waitFor();
    assert.equal(await drawer.locator("article").count(), addresses[index].split(" ").length);
    await drawer.locator(".close").click();
    await drawer.waitFor({ state: "hidden" });
  }
});

test("evidence opens from a link, and an unknown one is told without echo", async (t) => {
  const page = await shared.open(t, { path: "?focus=state_strategies:nd/portrait" });
  await page.locator("#evidence-drawer article").first().waitFor({ state: "visible" });
  const other = await shared.open(t, { path: "?focus=%3Cimg%20src=x%20onerror=alert(1)%3E&nonsense=1" });
  const note = await other.locator("#engine-note:not(:empty)").innerText();
  assert.ok(note.length > 20);
  assert.doesNotMatch(note, /img|nonsense/);
  assert.ok(!(await other.locator("#evidence-drawer").isVisible()));
});

test("evidence in the address is no choice: closing it leaves the authors' view", async (t) => {
  const page = await shared.open(t, { path: "?focus=states:nd" });
  await page.locator("#evidence-drawer").waitFor({ state: "visible" });
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => location.search === "");
  assert.ok(await page.locator("#fig-timeline .reset").isDisabled());
});
