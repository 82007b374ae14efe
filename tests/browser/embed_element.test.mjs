// A figure without a frame, in a page of another origin: its events, the commands that it takes, and its keyboard.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import Ajv from "ajv/dist/2020.js";
import { withHosts } from "./harness/hosts.mjs";
import { dist } from "./harness/site.mjs";

const shared = withHosts();
const schema = JSON.parse(readFileSync(join(dist, "embed/messages.schema.json"), "utf8"));
const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** The page that speaks with a figure, when this is there. */
async function open(t, options) {
  const page = await shared.open(t, "element-commands.html", options);
  await told(page, 1);
  return page;
}
/** What was told by the time that so many events were. */
const told = async (page, count) => {
  await page.waitForFunction((count) => window.events.length >= count, count);
  return page.evaluate(() => window.events.map(({ event, view, code }) => [event, view ?? code]));
};
const send = (page, name, detail) =>
  page.locator("#figure").evaluate((figure, [name, detail]) => figure.dispatchEvent(new CustomEvent(`throughline:${name}`, { detail })), [name, detail]);
const inside = (page, selector) => page.locator(`#figure ${selector}`);

test("commands show what there is a page of, and what happens is told once, in order, as the schema says", async (t) => {
  const page = await open(t);
  const expected = [["ready", ""]];
  for (const [button, view, name] of [["#nd", "states=nd", / in North Dakota/], ["#all", "", / in 5 states /], ["#nd", "states=nd", / in North Dakota/]]) {
    await page.click(button);
    expected.push(["view-changed", view]);
    assert.deepEqual(await told(page, expected.length), expected);
    assert.match(await page.locator("#said").innerText(), name);
    assert.equal(await page.locator("#said").innerText(), await inside(page, ".sentence").innerText());
    assert.equal(await page.locator("#figure").getAttribute("states"), view ? "nd" : null);
  }
  // What is shown already changes nothing: the next that is told is of the next command.
  await page.click("#nd");
  await page.click("#all");
  expected.push(["view-changed", ""]);
  assert.deepEqual(await told(page, expected.length), expected);
  // An attribute that the page sets is told as well.
  await page.locator("#figure").evaluate((figure) => figure.setAttribute("states", "oh"));
  expected.push(["view-changed", "states=oh"]);
  assert.deepEqual(await told(page, expected.length), expected);
  for (const event of await page.evaluate(() => window.events)) assert.ok(valid(event), JSON.stringify([event, valid.errors]));
});

test("commands that come before the figure wait for it, and a figure taken away stays away", async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    const figure = document.createElement("throughline-figure");
    window.other = [];
    for (const name of ["ready", "view-changed", "error"]) figure.addEventListener(`throughline:${name}`, ({ detail }) => window.other.push(detail.view));
    figure.setAttribute("figure", "timeline");
    document.querySelector("main").append(figure);
    for (const detail of ["states=oh", "states=nd"]) figure.dispatchEvent(new CustomEvent("throughline:set-view", { detail }));
  });
  await page.waitForFunction(() => window.other.length >= 3);
  assert.deepEqual(await page.evaluate(() => window.other), ["", "states=oh", "states=nd"]);
  await page.evaluate(() => {
    const figure = document.getElementById("figure");
    figure.dispatchEvent(new CustomEvent("throughline:set-view", { detail: "states=nd" }));
    figure.destroy();
  });
  // The other figure answers later than this one would.
  await page.evaluate(() => document.querySelector("throughline-figure:not(#figure)").dispatchEvent(new CustomEvent("throughline:set-view", { detail: "states=az" })));
  await page.waitForFunction(() => window.other.length >= 4);
  assert.equal(await page.evaluate(() => window.events.length), 1);
  assert.ok(await page.locator("#figure > a").isVisible());
});

test("a View of which there is no page is refused with what to do, asks for nothing, and leaves the figure as it is", async (t) => {
  const page = await open(t);
  const before = await inside(page, ".sentence").innerText();
  const asked = page.requests.length;
  const bad = ["years=2015-2021", "states=xx", "states=nd,oh", "states=nd&diff=1", "states=../nd", "hello", "nothing=", 7, null, { states: "nd" }];
  for (const view of bad) await send(page, "set-view", view);
  const events = await told(page, 1 + bad.length);
  assert.deepEqual(events.slice(1), bad.map(() => ["error", "view"]));
  const { message } = await page.evaluate(() => window.events.at(-1));
  assert.match(message, /states=nd, .*Send one of them, or take a frame/);
  assert.equal(page.requests.length, asked);
  assert.equal(await inside(page, ".sentence").innerText(), before);
  // A figure that takes no state has one View.
  await page.locator("#figure").evaluate((figure) => figure.setAttribute("figure", "crosswalk"));
  await told(page, 2 + bad.length);
  await send(page, "set-view", "states=nd");
  assert.deepEqual((await told(page, 3 + bad.length)).slice(-2), [["ready", ""], ["error", "view"]]);
});

test("what attributes say wrongly is told, and the figure is as if it was not said", async (t) => {
  const page = await open(t);
  const set = (name, value) => page.locator("#figure").evaluate((figure, [name, value]) => figure.setAttribute(name, value), [name, value]);
  const level = () => inside(page, "figcaption h2").getAttribute("aria-level");
  const before = [await level(), await inside(page, ".body").evaluate((body) => getComputedStyle(body).color)];
  let count = 1;
  for (const [name, bad, good] of [["theme", "zz", "auto"], ["ground", "glass", "transparent"]]) {
    await set(name, bad);
    const events = await told(page, (count += 1));
    assert.deepEqual(events.at(-1), ["error", "look"], name);
    assert.match(await page.locator("#said").innerText(), new RegExp(`: ${name}\\. `));
    assert.equal(await inside(page, ".body").evaluate((body) => getComputedStyle(body).color), before[1]);
    await set(name, good);
  }
  for (const [name, bad, good] of [["heading", "9", "4"], ["heading", "2.5", "3"], ["show-title", "never", "no"]]) {
    await set(name, bad);
    await told(page, (count += 1));
    assert.match(await page.locator("#said").innerText(), new RegExp(`: ${name}\\. `));
    assert.equal(await level(), name === "heading" ? before[0] : "3");
    await page.locator("#figure").evaluate((figure, good) => {
      window.shown = false;
      new MutationObserver((_, observer) => (observer.disconnect(), (window.shown = true))).observe(figure.shadowRoot, { childList: true });
      figure.setAttribute(...good);
    }, [name, good]);
    await page.waitForFunction(() => window.shown);
    assert.ok(await inside(page, ".plot svg:visible").first().isVisible());
  }
  const events = await page.evaluate(() => window.events);
  assert.equal(events.length, count, "what is right is no error");
  for (const event of events) assert.ok(valid(event), JSON.stringify([event, valid.errors]));
  // Several at once, from the start.
  await page.evaluate(() => {
    const other = document.createElement("throughline-figure");
    for (const [name, value] of Object.entries({ figure: "votes", load: "soon", theme: "transparent", heading: "x" })) other.setAttribute(name, value);
    other.addEventListener("throughline:error", ({ detail }) => (window.other = detail.message));
    document.querySelector("main").prepend(other);
  });
  await page.waitForFunction(() => window.other);
  assert.match(await page.evaluate(() => window.other), /: theme, heading, load\. The page for partners/);
});

test("what does not come is told with what to do: a command leaves what is shown, an attribute what stands between the tags", async (t) => {
  const page = await open(t, { tolerate: /ERR_FAILED|404|CORS/ });
  await page.route("**/strategy-matrix/nd/", (route) => route.abort());
  await page.click("#nd");
  assert.deepEqual((await told(page, 2)).at(-1), ["error", "load"]);
  const { origin } = new URL(shared.site.url);
  assert.ok((await page.locator("#said").innerText()).includes(`allow connect-src ${origin}`));
  assert.match(await inside(page, ".sentence").innerText(), / in 5 states /);
  assert.equal(await page.locator("#figure").getAttribute("states"), null);
  for (const [name, value, says] of [["figure", "no-such-figure", /no-such-figure\/ did not come\. See at .*\/embed\/ that there is such a figure/], ["figure", "", /figure="timeline"/], ["states", "a/b", /figure="timeline"/]]) {
    const before = (await told(page, 1)).length;
    await page.locator("#figure").evaluate((figure, [name, value]) => figure.setAttribute(name, value), [name, value]);
    await told(page, before + 1);
    assert.match(await page.locator("#said").innerText(), says);
    assert.ok(await page.locator("#figure > a").isVisible());
  }
});

test("the keyboard goes from mark to mark, keeps one with its sources, and lets it go", async (t) => {
  const page = await open(t);
  await page.click("#focus");
  await page.waitForFunction(() => document.getElementById("figure").shadowRoot.activeElement?.className === "plot");
  const readout = inside(page, ".readout");
  const hint = await readout.innerText();
  const said = [];
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "End", "ArrowRight", "Home"]) {
    await page.keyboard.press(key);
    said.push(await readout.innerText());
  }
  assert.match(said[0], /^.+: .+: .+\.$/);
  assert.notEqual(said[1], said[0]);
  assert.equal(said[2], said[0]);
  assert.equal(said[4], said[3], "the last stays the last");
  assert.equal(said[5], said[0]);
  assert.equal((await told(page, 1)).length, 1, "nothing is chosen yet");
  await page.keyboard.press("Enter");
  const events = await told(page, 2);
  assert.equal(events.at(-1)[0], "select");
  const chosen = await page.evaluate(() => window.events.at(-1));
  assert.deepEqual(chosen.facts, [chosen.mark]);
  assert.ok(valid(chosen), JSON.stringify(valid.errors));
  assert.ok((await readout.locator("a").first().getAttribute("href")).startsWith(`${shared.site.url}sources/#source-`));
  // Kept, it is not driven away by the pointer on its way to the sources.
  await inside(page, ".layout-medium .mark, .layout-wide .mark").last().dispatchEvent("pointerover");
  assert.ok((await readout.innerText()).startsWith(said[0].slice(0, -1)));
  await page.keyboard.press("Escape");
  assert.equal(await readout.innerText(), hint);
});

test("a mark and a cell of the table choose the same; a link in a cell is followed; a mark that sums up names no fact", async (t) => {
  const page = await open(t);
  const mark = inside(page, ".mark[data-key='state_strategies:nv/portrait']").and(page.locator(":visible"));
  await mark.first().click({ force: true });
  await told(page, 2);
  await inside(page, "details summary").first().click();
  await inside(page, "[id='state_strategies-nv-portrait']").click({ position: { x: 4, y: 4 } });
  await told(page, 3);
  const [one, other] = await page.evaluate(() => window.events.slice(1));
  assert.deepEqual([one.event, one.facts], ["select", ["state_strategies:nv/portrait"]]);
  assert.deepEqual(other.facts, one.facts);
  await inside(page, "[id='state_strategies-nv-portrait'] a").first().evaluate((link) => {
    link.addEventListener("click", (event) => event.preventDefault());
    link.click();
  });
  // With the figure that is shown next, its View and what was unfolded stay.
  await page.click("#nd");
  assert.deepEqual((await told(page, 4)).slice(3), [["view-changed", "states=nd"]]);
  assert.ok(await inside(page, "table").isVisible());
  await page.locator("#figure").evaluate((figure) => figure.setAttribute("figure", "evidence"));
  await told(page, 5);
  await send(page, "focus");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await told(page, 6);
  const sum = await page.evaluate(() => window.events.at(-1));
  assert.match(sum.mark, /^evidence:/);
  assert.equal(sum.facts, undefined);
  assert.ok(valid(sum), JSON.stringify(valid.errors));
});

test("a reader in the figure stays in it while another View comes", async (t) => {
  const page = await open(t);
  await send(page, "focus");
  await page.waitForFunction(() => document.getElementById("figure").shadowRoot.activeElement);
  await send(page, "set-view", "states=nd");
  await told(page, 2);
  assert.equal(await page.evaluate(() => document.getElementById("figure").shadowRoot.activeElement?.className), "plot");
});

test("what a mark says is in the window, however tall the picture is, and the mark that the keyboard reaches is, too", async (t) => {
  const page = await open(t, { viewport: { width: 380, height: 700 } });
  const seen = (selector) =>
    inside(page, selector).evaluateAll((all) => all.some((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > top && top >= 0 && bottom <= innerHeight;
    }));
  const hint = await inside(page, ".readout").innerText();
  await send(page, "focus");
  for (const key of ["Home", "End"]) {
    await page.keyboard.press(key);
    assert.notEqual(await inside(page, ".readout").innerText(), hint);
    assert.ok(await seen(".readout"), `${key}: the words`);
    assert.ok(await seen(".plot .is-active"), `${key}: the mark`);
  }
  await page.keyboard.press("Escape");
  assert.equal(await inside(page, ".readout").evaluate((readout) => getComputedStyle(readout).position), "static");
});

test("an accent is judged in each theme, and a figure without a ground of its own is light unless it is said to be dark", async (t) => {
  const page = await open(t);
  const figure = page.locator("#figure");
  const set = (name, value) => figure.evaluate((figure, [name, value]) => figure.setAttribute(name, value), [name, value]);
  await set("accent", "903402");
  await told(page, 1);
  const line = () => inside(page, ".body").evaluate((body) => getComputedStyle(body).borderTopColor);
  await page.waitForFunction(() => document.getElementById("figure").shadowRoot.querySelector(".body").style.getPropertyValue("--accent"));
  assert.equal(await line(), "rgb(144, 52, 2)");
  // Under 3:1 on the dark ground: the theme's own.
  await set("theme", "dark");
  assert.equal(await line(), "rgb(127, 203, 219)");
  await figure.evaluate((figure) => figure.removeAttribute("theme"));
  await page.emulateMedia({ colorScheme: "dark" });
  const ink = () => inside(page, ".body").evaluate((body) => getComputedStyle(body).color);
  assert.equal(await ink(), "rgb(236, 234, 228)");
  await set("ground", "transparent");
  assert.equal(await ink(), "rgb(28, 33, 39)", "the page is light whatever the device is");
  await set("theme", "dark");
  assert.equal(await ink(), "rgb(236, 234, 228)");
});

test("colors that a page has names of its own for stay out, and paper has the table and dark ink", async (t) => {
  const page = await open(t, { colorScheme: "dark" });
  const fill = () => inside(page, ".mark .solid").first().evaluate((mark) => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke].join());
  const before = await fill();
  await page.addStyleTag({ content: ":root { --texture: red; --edge: #f0f; --dash: 9 }" });
  assert.equal(await fill(), before);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.ok((await inside(page, "table").first().boundingBox()).height > 100);
  assert.equal(await inside(page, ".body").evaluate((body) => getComputedStyle(body).backgroundColor), "rgb(255, 255, 255)");
  assert.equal(await inside(page, ".body").evaluate((body) => getComputedStyle(body).color), "rgb(0, 0, 0)");
});

test("an element and all that it loads weigh at most 40 kB", () => {
  const sent = (path) => readFileSync(existsSync(`${path}.br`) ? `${path}.br` : path).length;
  const script = join(dist, "embed/element.js");
  const loads = [...readFileSync(script, "utf8").matchAll(/[\w-]+\.(?:css|woff2)/g)].map(([name]) => join(dist, "assets", name));
  assert.equal(loads.length, 2);
  const fixed = [script, ...loads].map(sent).reduce((a, b) => a + b, 0);
  for (const name of readdirSync(join(dist, "embed"), { recursive: true }).map(String)) {
    if (!/^(?!release)[\w-]+\/(\w+\/)?index\.html$/.test(name)) continue;
    const sum = fixed + sent(join(dist, "embed", name));
    assert.ok(sum <= 40_000, `${name}: ${sum} bytes`);
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing while a mark is kept and the table is open, ${colorScheme}`, async (t) => {
    const page = await open(t, { colorScheme, tolerate: /inline style/ });
    await inside(page, "details summary").first().click();
    await send(page, "focus");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await told(page, 2);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).slice(0, 3).join(" | ")}`), []);
  });
}
