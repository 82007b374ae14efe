// A reader presses something in a frame whose engine is slow, or does not come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, withHosts } from "./harness/hosts.mjs";

const shared = withHosts();
const ENGINE = /\/assets\/engine[\w-]*\.wasm$/;
const DRAWING = /\/assets\/drawing[\w-]*\.wasm$/;
const BOOT = /\/assets\/boot[\w-]*\.js$/;
const NOTE = "#engine-note";
const control = '[data-choice="states:nd"]';

/** Where the note stands, seen from what was pressed, and whether it is within the frame. */
const beside = (inner) =>
  inner.evaluate(([note, control]) => {
    const [said, pressed] = [note, control].map((part) => document.querySelector(part).getBoundingClientRect());
    return { below: said.top - pressed.bottom, inside: said.left >= 0 && said.right <= innerWidth && said.bottom <= document.documentElement.scrollHeight };
  }, [NOTE, control]);

for (const [what, held] of [["engine", ENGINE], ["part that draws", DRAWING]]) {
  test(`while the ${what} is on its way, who presses something reads so beside it, nothing moves, and it is done`, async (t) => {
    let release;
    const waiting = new Promise((done) => (release = done));
    const page = await shared.open(t, "commands.html", {
      viewport: { width: 380, height: 900 },
      prepare: (page) => page.route(held, async (route) => (await waiting, route.continue())),
    });
    await page.locator("iframe").evaluate((frame) => (frame.width = 340));
    const narrow = await fits(page);
    // In so little room the choices are folded.
    await narrow.locator(".choices > summary").click();
    const inner = await fits(page);
    const height = () => inner.evaluate(() => document.body.getBoundingClientRect().height);
    const before = await height();
    await inner.locator(control).click();
    await inner.locator(NOTE).filter({ hasText: "One moment" }).waitFor();
    const { below, inside } = await beside(inner);
    assert.ok(below >= 0 && below < 40 && inside, `${below} px below, inside: ${inside}`);
    assert.equal(await height(), before);
    release();
    await inner.waitForSelector(`${control}[aria-pressed="true"]`, { timeout: 20_000 });
    assert.equal(await inner.locator(NOTE).innerText(), "");
  });
}

for (const [what, refused, says] of [
  ["engine", ENGINE, /is complete, but .* reload the page/],
  ["script that loads it", BOOT, /is complete, but .* reload the page/],
  ["part that draws", DRAWING, /check the connection and try again/],
]) {
  test(`where the ${what} is refused, a sentence beside what was pressed says what to do, and the figure stays whole`, async (t) => {
    const page = await shared.open(t, "commands.html", { tolerate: /ERR_FAILED|Failed to fetch/, prepare: (page) => page.route(refused, (route) => route.abort()) });
    const inner = await fits(page);
    await inner.locator(control).click();
    await inner.locator(NOTE).filter({ hasText: says }).waitFor({ timeout: 20_000 });
    const { below, inside } = await beside(inner);
    assert.ok(below >= 0 && below < 40 && inside, `${below} px below, inside: ${inside}`);
    assert.ok(await inner.locator(".plot svg:visible").first().isVisible());
    assert.ok((await inner.locator(".sentence").innerText()).length > 40);
    if (refused === DRAWING) return;
    // The page around hears it, too; what cannot work is not shown, and the note goes when it was read.
    const errors = await page.evaluate(() => window.events.map(({ event, code }) => [event, code]));
    assert.deepEqual(errors, [["error", "engine"]]);
    assert.equal(await inner.locator(control).isVisible(), false);
    await inner.locator(".sentence").click();
    assert.equal(await inner.locator(NOTE).innerText(), "");
  });
}
