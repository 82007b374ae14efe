// Choices: each is a step of the browser's history, can be undone and done again, and is told in one bar.

import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { drawingIsReady, engineIs, withChromium } from "./harness/chromium.mjs";

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

test("links to other pages take along what was chosen, and what it is about is left to each page", async (t) => {
  const page = await shared.open(t, { path: "?states=az,sc&years=2015-2020&mark=states:nd", drawing: true });
  const href = async (link) => {
    await link.hover();
    return link.getAttribute("href");
  };
  assert.equal(await href(page.locator(".footer a", { hasText: "Index from A to Z" })), "index/?states=az,sc&years=2015-2020&mark=states:nd");
  await page.locator("#states-nd-name a").focus();
  assert.equal(await page.locator("#states-nd-name a").getAttribute("href"), "state/nd/?kept.states=az,sc&years=2015-2020&mark=states:nd");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/state\/nd\/\?kept\.states=az,sc&years=2015-2020&mark=states:nd$/);
  await engineIs(page, "ready");
  await page.waitForFunction(() => document.querySelector("#fig-timeline-sentence").textContent.includes("North Dakota"));
  // A link that says itself what it shows goes on to show that, with the marks; one to another site stays as it is.
  const own = page.locator("#in-figures ~ ul a").first();
  for (let times = 0; times < 2; times += 1) assert.match(await href(own), /\?states=nd&mark=states:nd$/);
  await page.locator("a[data-evidence]").first().click();
  const other = page.locator("#evidence-drawer a[href^=http]").first();
  await other.waitFor({ state: "visible" });
  const before = await other.getAttribute("href");
  assert.equal(await href(other), before);
  await page.keyboard.press("Escape");
  // The way back to the report, through another page of its own and after a choice on it, leads to the choice of states.
  assert.match(await href(page.locator('#compare a[href*="state/"], [aria-labelledby=compare] a[href*="state/"]').first()), /state\/[a-z]+\/\?.*kept\.states=az,sc/);
  await toggle(page, "diff").first().click();
  await page.waitForFunction(() => location.search.includes("diff=1"));
  assert.ok(decodeURIComponent(await page.evaluate(() => location.search)).includes("kept.states=az,sc"), "a choice hands on what it found");
  const back = new URL(await href(page.locator(".eyebrow a").first()), page.url());
  assert.deepEqual(Object.fromEntries(back.searchParams), { states: "az,sc", years: "2015-2020", mark: "states:nd", diff: "1" });
  await page.goBack();
  // What is no longer chosen is no longer taken along.
  await page.goBack();
  await drawingIsReady(page);
  await page.keyboard.press("Shift+Backspace");
  await query(page, "");
  assert.equal(await href(page.locator(".footer a", { hasText: "Index from A to Z" })), "index/");
});

test("years: two handles by keyboard and pointer, one step a drag, and typed years", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/", drawing: true });
  const handle = (name) => page.locator(`.range [data-choice="${name}"]`);
  const [min, max] = await handle("from").evaluate((field) => [Number(field.min), Number(field.max)]);
  await handle("from").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await query(page, `?years=${min + 2}-${max}`);
  assert.equal(await page.locator('.controls input[type=number][data-choice="from"]').inputValue(), String(min + 2));
  await page.keyboard.press("Control+z");
  await query(page, "");
  // The last handle, dragged by a pointer from the line's end to its middle, in many small moves.
  const box = await handle("to").boundingBox();
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 12, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, middle, { steps: 12 });
  await page.mouse.up();
  await page.waitForFunction((min) => new RegExp(`years=${min}-20`).test(location.search), min);
  await page.waitForTimeout(1200);
  await page.keyboard.press("Control+z");
  await query(page, "");
  // Both handles at the last year: the first one can still be taken.
  await page.locator('.controls input[type=number][data-choice="from"]').fill(String(max));
  await page.keyboard.press("Enter");
  await query(page, `?years=${max}-${max}`);
  await handle("from").scrollIntoViewIfNeeded();
  const place = await handle("from").boundingBox();
  const top = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.dataset.choice, [place.x + place.width - 12, place.y + place.height / 2]);
  assert.equal(top, "from");
});

test("filters by aim, status, layer, confidence and kind, each with how much it would show", async (t) => {
  const page = await shared.open(t, { path: "figure/roadmap/", drawing: true });
  for (const choice of ["aim:support", "confidence:high", "layer:not-found"]) {
    const before = await page.locator("#fig-roadmap .plot svg:visible [data-key]").count();
    const button = toggle(page, choice);
    await button.hover();
    await page.waitForFunction((choice) => document.querySelector(`[data-choice="${choice}"]`).dataset.count, choice);
    await button.click();
    await page.waitForFunction((before) => document.querySelectorAll("#fig-roadmap .plot .layout-live [data-key]").length < before, before);
    await page.keyboard.press("Shift+Backspace");
    await query(page, "");
    await page.waitForFunction((before) => document.querySelectorAll("#fig-roadmap .plot .layout-live [data-key]").length === before, before);
  }
  // What a count promises is what the choice shows.
  const other = await shared.open(t, { path: "figure/timeline/", drawing: true });
  const kind = toggle(other, "confidence:low");
  await kind.hover();
  await other.waitForFunction(() => document.querySelector('[data-choice="confidence:low"]').dataset.count);
  const promised = Number(await kind.getAttribute("data-count"));
  await kind.click();
  await query(other, "?confidence=low");
  await other.waitForFunction((promised) => document.querySelectorAll("#fig-timeline .plot [data-key]").length === promised, promised);
});

test("a year typed in one figure leaves the other end open in all", async (t) => {
  const page = await shared.open(t, { path: "figure/votes/", drawing: true });
  const group = page.locator("#fig-votes [data-years]");
  const [first, last] = (await group.getAttribute("data-years")).split("-");
  const [from, to] = ["from", "to"].map((name) => group.locator(`input[type=number][data-choice=${name}]`));
  const own = await to.inputValue();
  assert.ok(own < last, "other figures go on for longer");
  await from.fill("2017");
  await from.press("Enter");
  await query(page, `?years=2017-${last}`);
  assert.equal(await to.inputValue(), own);
  await page.keyboard.press("Tab");
  await from.fill(first);
  await from.press("Enter");
  await query(page, "");
});

test("looking at evidence is no choice, and no bar comes of it", async (t) => {
  const page = await shared.open(t, { path: "state/nd/", drawing: true });
  await page.locator("main a[data-evidence]").first().click();
  await page.locator("#evidence-drawer article").first().waitFor();
  await page.waitForFunction(() => location.search.includes("focus="));
  assert.equal(await page.locator("#chosen").count(), 0);
  await page.keyboard.press("Escape");
  await query(page, "");
  assert.equal(await page.locator("#chosen").count(), 0);
});

test("of six marks in the drawer the one that goes is shown as gone", async (t) => {
  const path = "?mark=states:az,states:nv,states:nd,states:sc,strategies:portrait&focus=state_strategies:az/seat-time";
  const page = await shared.open(t, { path });
  const pressed = (name) => page.locator(`#evidence-drawer [data-choice="mark:${name}"]`).getAttribute("aria-pressed");
  await page.locator('#evidence-drawer [data-choice="mark:strategies:seat-time"]').click();
  await page.waitForFunction(() => document.querySelector('#evidence-drawer [data-choice="mark:states:az"]').ariaPressed === "false");
  assert.equal(await pressed("strategies:seat-time"), "true");
});

test("a result of the search that is opened by keyboard takes the choices along, and keys leave what is behind the search alone", async (t) => {
  const page = await shared.open(t, { path: "?states=az,sc&years=2015-2020&mark=states:nd", drawing: true });
  await page.keyboard.press("Control+k");
  await page.locator("#search-field").fill("timeline");
  await page.locator("#search-list [role=option]").first().waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Backspace");
  await page.locator("#search-field").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/figure\/timeline\/\?states=az,sc&years=2015-2020&mark=states:nd$/);
});

test("a table that the address opened and the reader closed stays closed", async (t) => {
  const page = await shared.open(t, { path: "figure/timeline/?show=table", drawing: true });
  const table = page.locator("#fig-timeline-table");
  await page.waitForFunction(() => document.querySelector("#fig-timeline-table").open);
  await table.locator("summary").click();
  await toggle(page, "states:nd").click();
  await query(page, "?states=nd&show=table");
  await page.waitForFunction(() => document.querySelector("#fig-timeline-sentence").textContent.includes("North Dakota"));
  assert.equal(await table.evaluate((details) => details.open), false);
});

test("the drawer of a state on the map leads to its page, also where the state is not named or named twice", async (t) => {
  const page = await shared.open(t, { path: "figure/national/", drawing: true });
  for (const id of ["oh", "nd"]) {
    await page.locator(`#fig-national .plot svg:visible [data-key="national:${id}"]`).first().click({ force: true });
    const link = page.locator(`#evidence-drawer a[href*="state/${id}/"]`);
    await link.first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#evidence-drawer").waitFor({ state: "hidden" });
  }
});

test("nothing left: the picture says why and offers the way back", async (t) => {
  const page = await shared.open(t, { path: "figure/strategy-matrix/?states=nd" });
  await page.waitForFunction(() => location.search === "?states=nd");
  await toggle(page, "diff").click();
  const back = page.locator("#fig-strategy-matrix-way-back");
  await back.waitFor();
  assert.match(await page.locator("#fig-strategy-matrix .plot").innerText(), /cannot differ|No strategy/);
  await back.locator("[data-step=undo]").click();
  await query(page, "?states=nd");
  await back.waitFor({ state: "detached" });
  await toggle(page, "diff").click();
  await back.locator("[data-choice=authors]").click();
  await query(page, "");
  await back.waitFor({ state: "detached" });
});

/** Names of accessible nodes with this role, as a screen reader is told them. */
async function told(page, role) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value ?? "");
}

test("tables and outlines say what is marked, in words, in their heads; sorting and filtering keep it", async (t) => {
  const page = await shared.open(t, { path: "figure/strategy-matrix/?mark=states:nd,strategies:portrait" });
  await drawingIsReady(page);
  await page.waitForFunction(() => document.querySelector("#fig-strategy-matrix .plot.has-marked"));
  await page.locator("#fig-strategy-matrix-table summary").click();
  const table = page.locator("#fig-strategy-matrix-table-body");
  const heads = () => table.locator("th.is-marked").allInnerTexts();
  const expected = ["North Dakota", "Portrait of a graduate"];
  assert.deepEqual(await heads(), expected);
  assert.deepEqual((await told(page, "columnheader")).filter((name) => /marked/.test(name)), ["marked: North Dakota"]);
  assert.deepEqual((await told(page, "rowheader")).filter((name) => /marked/.test(name)), ["marked: Portrait of a graduate"]);
  const under = () => table.locator("td.in-marked").evaluateAll((all) => all.map((cell) => cell.id));
  const cells = await under();
  // One column, and the rest of one row.
  assert.equal(cells.length, (await table.locator("tbody tr:not(.group)").count()) + (await table.locator("thead th").count()) - 2);
  await table.locator(".sort").first().click();
  assert.deepEqual(await heads(), expected);
  assert.deepEqual((await under()).sort(), cells.sort());
  await toggle(page, "states:az").click();
  await toggle(page, "states:nd").click();
  await query(page, "?states=az,nd&mark=states:nd,strategies:portrait&table.strategy-matrix=strategy");
  await page.waitForFunction(() => document.querySelectorAll("#fig-strategy-matrix-table-body thead th").length === 4);
  assert.deepEqual(await heads(), expected);
  await page.locator("#fig-strategy-matrix-outline summary").click();
  const lines = page.locator("#fig-strategy-matrix-outline-body .is-marked");
  await lines.first().waitFor();
  // Once for the strategy with all that belongs to it, and for the state under each of the others.
  const texts = await lines.evaluateAll((all) => all.map((line) => line.firstChild.textContent));
  assert.equal(texts.filter((text) => text.startsWith("Portrait of a graduate")).length, 1);
  assert.ok(texts.every((text) => /^(Portrait of a graduate|North Dakota):/.test(text)), texts.join("\n"));
  assert.ok(texts.length > 5);
  await page.keyboard.press("Shift+Backspace");
  // The order of a table is no choice of the View; its heads take it back.
  await query(page, "?table.strategy-matrix=strategy");
  await page.waitForFunction(() => !document.querySelector(".figure :is(.has-marked, .is-marked, .in-marked)"));
});

test("what was not found about what is marked is marked too", async (t) => {
  const page = await shared.open(t, { path: "figure/district-practices/?mark=districts:az-dysart" });
  await page.waitForFunction(() => document.querySelector("#fig-district-practices .plot.has-marked .is-marked"));
  const of = (selector) => page.locator(`#fig-district-practices .plot svg:visible ${selector}`).count();
  assert.equal(await of(".is-marked"), await of('[data-key*=":az-dysart/"]'));
});

test("paper shows what is marked, also in figures that were never on the screen", async (t) => {
  const page = await shared.open(t, { path: "?mark=states:nd" });
  await drawingIsReady(page);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  for (const id of ["strategy-matrix", "timeline", "votes"]) {
    assert.ok(await page.locator(`#fig-${id} .plot.has-marked .is-marked`).count(), id);
    assert.ok(await page.locator(`#fig-${id} .figure-table .is-marked`).count(), id);
  }
});

test("what is marked from evidence stands out in every figure, is shown side by side, and is remembered only when asked", async (t) => {
  const page = await shared.open(t, { path: "?focus=state_strategies:nd/portrait" });
  const drawer = page.locator("#evidence-drawer");
  const state = drawer.locator('[data-choice="mark:states:nd"]');
  await state.click();
  assert.equal(await state.getAttribute("aria-pressed"), "true");
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  await query(page, "?mark=states:nd");
  for (const id of ["strategy-matrix", "timeline", "votes"]) {
    await page.locator(`#fig-${id}`).scrollIntoViewIfNeeded();
    await page.waitForFunction((id) => document.querySelector(`#fig-${id} .plot.has-marked .is-marked`), id);
    const marked = await page.locator(`#fig-${id} .plot svg:visible .is-marked`).evaluateAll((all) => all.map((mark) => mark.dataset.key));
    assert.ok(marked.length > 0 && marked.every((key) => !/[:/-](az|nv|sc|oh)[-/]/.test(key)), `${id}: ${marked}`);
  }
  // Nothing is kept without being asked for.
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-mine")), null);
  await page.locator("#chosen [data-step=remember]").click();
  await page.waitForFunction(() => document.querySelector("#chosen [role=status]").textContent.startsWith("Remembered on this device."));
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-mine")), "states:nd");
  // Another visit marks it, without putting it in the address.
  await page.goto(new URL("figure/timeline/", shared.site.url).href);
  await page.waitForFunction(() => document.querySelector("#fig-timeline .plot.has-marked .is-marked"));
  assert.equal(await page.evaluate(() => location.search), "");
  await page.locator("#chosen [data-step=link]").click();
  await query(page, "?mark=states:nd");
  await page.locator("#chosen [data-step=forget]").click();
  assert.equal(await page.evaluate(() => localStorage.getItem("throughline-mine")), null);
  // Two that are marked become the only ones shown.
  await page.goto(new URL("figure/timeline/?mark=states:az,states:nd", shared.site.url).href);
  await page.locator("#chosen [data-step=only]").click();
  await query(page, "?states=az,nd");
  assert.equal(await page.locator("#fig-timeline .plot.has-marked").count(), 0);
});

test("only what is marked is shown, whatever was chosen before", async (t) => {
  const page = await shared.open(t, { path: `${PATH}?states=oh&strategies=portrait&mark=states:az,states:nd` });
  await page.getByRole("button", { name: "Show only what is marked" }).click();
  await query(page, "?states=az,nd&strategies=portrait");
});

test("each step of the browser changes something, also where a choice is taken back at once", async (t) => {
  const page = await shared.open(t, { path: "index/" });
  await page.goto(new URL(PATH, shared.site.url).href);
  await drawingIsReady(page);
  await toggle(page, "diff").click();
  await query(page, "?diff=1");
  // Pressed twice, with its address written between.
  await toggle(page, "states:nd").click();
  await query(page, "?states=nd&diff=1");
  await toggle(page, "states:nd").click();
  await query(page, "?diff=1");
  for (const shown of ["?states=nd&diff=1", "?diff=1", ""]) {
    await page.goBack();
    await query(page, shown);
  }
  assert.match(page.url(), /strategy-matrix/);
  await page.goForward();
  await query(page, "?diff=1");
  // Pressed twice before anything of it is drawn, it is nothing.
  await toggle(page, "states:nd").evaluate((button) => (button.click(), button.click()));
  await page.waitForTimeout(300);
  await query(page, "?diff=1");
  await page.goBack();
  await query(page, "");
  await page.goForward();
  await query(page, "?diff=1");
  // A handle that ends where it began.
  await page.goto(new URL("figure/timeline/", shared.site.url).href);
  await drawingIsReady(page);
  const from = page.locator('.range [data-choice="from"]');
  await from.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => location.search.includes("years="));
  await page.keyboard.press("ArrowLeft");
  await query(page, "");
  await page.goBack();
  await page.waitForFunction(() => location.search.includes("years="));
  await page.goBack();
  await query(page, "");
  await page.goBack();
  await page.waitForURL(/strategy-matrix\/\?diff=1$/);
});

test("at 360 px the choices of a figure are folded above its picture, with how many are chosen; where there is room they are not", async (t) => {
  const wide = await shared.open(t, { path: PATH, drawing: true });
  assert.equal(await wide.locator(".choices > summary").isVisible(), false);
  assert.ok(await toggle(wide, "states:nd").isVisible());
  const page = await shared.open(t, { path: PATH, drawing: true, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const [controls, summary] = [page.locator("#fig-strategy-matrix-controls"), page.locator("#fig-strategy-matrix-controls > .choices > summary")];
  assert.ok((await controls.boundingBox()).height < 80);
  assert.equal(await toggle(page, "states:nd").isVisible(), false);
  assert.equal(await summary.innerText(), "Choices");
  await summary.tap();
  await toggle(page, "states:nd").tap();
  await toggle(page, "diff").tap();
  await page.waitForFunction(() => document.querySelector("#fig-strategy-matrix-controls summary").textContent === "Choices (2)");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
});
