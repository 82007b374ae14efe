// Figures in pages of partners: with and without scripts, frames and manners.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { fits, heardAll, noteHeard, withHosts } from "./harness/hosts.mjs";
import { dist } from "./harness/site.mjs";

const shared = withHosts();
const { open } = shared;

const sent = (path) => {
  const file = join(dist, path);
  return readFileSync(existsSync(`${file}.br`) ? `${file}.br` : file).length;
};
const embeds = readdirSync(join(dist, "embed"), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith("/index.html") && !name.startsWith("release/"));

test("an embed and all that it loads before a reader turns to it weigh at most 40 kB", () => {
  assert.ok(embeds.length >= 15);
  for (const name of embeds) {
    const html = readFileSync(join(dist, "embed", name), "utf8");
    const named = [...html.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"/g)].map(([, path]) => path);
    assert.equal(named.length, 2, `${name}: a style sheet and a script`);
    const font = readdirSync(join(dist, "assets")).find((file) => /^throughline-sans-.*\.woff2$/.test(file));
    const files = [`embed/${name}`, ...named.map((path) => join("embed", name, "..", path)), `assets/${font}`];
    const sum = files.map(sent).reduce((a, b) => a + b, 0);
    assert.ok(sum <= 40_000, `${name}: ${sum} bytes`);
  }
});

test("the host script weighs at most 1.5 kB and sets no global", async (t) => {
  assert.ok(sent("embed/throughline.js") <= 1500, `${sent("embed/throughline.js")} bytes`);
  const page = await open(t, "frame.html");
  const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)));
  const before = await globals();
  await page.addScriptTag({ url: `${shared.site.url}embed/throughline.js` });
  await fits(page);
  const added = (await globals()).filter((name) => !before.includes(name));
  assert.deepEqual(added, []);
});

test("without any script an embed shows its figure, table and sentence, and a state alone has a page of its own", async (t) => {
  const page = await open(t, "frame.html?without-script", { javaScriptEnabled: false });
  const frame = page.frame({ url: /strategy-matrix/ });
  assert.ok(await frame.locator(".plot svg:visible").first().isVisible());
  assert.ok((await frame.locator(".sentence").innerText()).length > 40);
  assert.ok((await frame.locator("table tbody tr").count()) > 3);
  assert.equal(await frame.locator(".needs-engine:visible").count(), 0);
  await page.goto(`${shared.site.url}embed/strategy-matrix/nd/`);
  const heads = await page.locator("table thead th").allTextContents();
  assert.ok(heads.includes("North Dakota") && !heads.includes("Idaho"), heads.join());
});

test("a frame with the host script gets its height, and the host's wishes", async (t) => {
  const page = await open(t, "script.html");
  const inner = await fits(page);
  assert.equal(await inner.evaluate(() => document.documentElement.dataset.theme), "light");
  assert.equal(await inner.evaluate(() => document.querySelector("figcaption h2").ariaLevel), "3");
  await page.setViewportSize({ width: 400, height: 800 });
  await page.locator("iframe").evaluate((frame) => (frame.width = 340));
  await fits(page);
});

test("the engine comes at the first touch and not before; nothing is sent while nothing changes", async (t) => {
  const page = await open(t, "strangers.html", { prepare: (page) => page.clock.install() });
  const inner = await fitsHeard(page);
  const engine = () => page.requests.filter((request) => /\.(wasm|bin)$/.test(request.url())).length;
  assert.equal(engine(), 0);
  await inner.evaluate(async () => void (await document.fonts.ready));
  await page.clock.runFor("00:01");
  const before = await heardAll(page, inner);
  // An hour for every timer and every animation.
  await page.clock.fastForward("59:00");
  await page.clock.runFor("01:00");
  assert.deepEqual(await heardAll(page, inner), before, "an idle embed is silent");
  await inner.locator(".plot").hover();
  await inner.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 20_000 });
  assert.ok(engine() >= 3);
});

/** Waits until a page that answers nobody has heard a height. */
async function fitsHeard(page) {
  await page.waitForFunction(() => window.heard.some((message) => message?.["datawrapper-height"]));
  return (await page.$("iframe")).contentFrame();
}

test("a host that does not answer hears the dialects that it may know", async (t) => {
  const page = await open(t, "strangers.html");
  await fitsHeard(page);
  const heard = await page.evaluate(() => window.heard);
  const { height } = heard.findLast((message) => message.event === "height");
  assert.ok(heard.some((message) => message["datawrapper-height"]?.funding === height));
  assert.ok(heard.some((message) => message.sentinel === "amp" && message.type === "embed-size" && message.height === height));
  const texts = heard.filter((message) => typeof message === "string");
  assert.ok(texts.includes(`pymxPYMxpym-1xPYMxheightxPYMx${height}`), texts.join("\n"));
  const medium = texts.filter((text) => text.startsWith("{")).map((text) => JSON.parse(text));
  assert.ok(medium.some((message) => message.context === "iframe.resize" && message.height === height && message.src.includes("/embed/funding/")));
});

test("a host that answers hears our words only", async (t) => {
  const page = await open(t, "script.html", {
    prepare: async (page) => {
      await page.clock.install();
      await noteHeard(page);
    },
  });
  const inner = await fits(page);
  // Past the moment in which a host that has not answered is told in other words.
  await page.clock.runFor("01:00");
  const heard = await heardAll(page, inner);
  assert.ok(heard.length >= 2);
  for (const message of heard) assert.equal(message.throughline, 1, JSON.stringify(message));
});

test("a page that has the Datawrapper listener and nothing of ours gives the right height", async (t) => {
  const page = await open(t, "datawrapper.html");
  await fits(page);
});

test("the first touch is not lost", async (t) => {
  const page = await open(t, "frame.html");
  const inner = await (await page.$("iframe")).contentFrame();
  await inner.locator('[data-choice="states:nd"]').click();
  await inner.waitForSelector('[data-choice="states:nd"][aria-pressed="true"]', { timeout: 20_000 });
});

test("a first click on a mark opens its evidence", async (t) => {
  const page = await open(t, "frame.html");
  const inner = await (await page.$("iframe")).contentFrame();
  // A square that is not filled has no middle to click, but the picture knows what is meant.
  await inner.locator(".plot svg:visible [data-key]:visible").first().click({ force: true });
  await inner.locator("#evidence-drawer article").waitFor({ state: "visible" });
});

test("events come out and commands go in", async (t) => {
  const page = await open(t, "commands.html");
  await fits(page);
  await page.click("#nd");
  await page.waitForFunction(() => window.events.some((event) => event.event === "view-changed" && event.view === "states=nd"));
  const inner = await (await page.$("iframe")).contentFrame();
  assert.equal(await page.locator("#said").innerText(), await inner.locator(".sentence").innerText());
  await page.click("#all");
  await page.waitForFunction(() => window.events.at(-1).event === "view-changed" && window.events.at(-1).view === "");
  await page.click("#focus");
  await inner.waitForFunction(() => document.activeElement?.className.includes("plot"));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.events.some((event) => event.event === "select" && event.facts.length));
  assert.ok(await page.evaluate(() => window.events.some((event) => event.event === "ready")));
  await fits(page);
  assert.equal(await page.evaluate(() => history.length), 2, "the host's history is its own");
});

test("a command names a View of the figure’s own page, also to a frame of one state; only changes are told, in order", async (t) => {
  for (const [query, opens, steps] of [["", "", ["nd", "all"]], ["nd/", "states=nd", ["all", "nd"]]]) {
    const page = await open(t, `commands.html?query=${query}`, { prepare: noteHeard });
    const expected = [["ready", opens]];
    for (const step of steps) {
      expected.push(["view-changed", step === "nd" ? "states=nd" : ""]);
      await page.click(`#${step}`);
      await page.waitForFunction((count) => window.events.length >= count, expected.length);
      const inner = await (await page.$("iframe")).contentFrame();
      assert.match(await page.locator("#said").innerText(), step === "all" ? / in 5 states / : / in North Dakota/);
      await inner.waitForFunction((said) => document.querySelector(".sentence").innerText === said, await page.locator("#said").innerText());
      await heardAll(page, inner);
      assert.deepEqual(await page.evaluate(() => window.events.map(({ event, view }) => [event, view])), expected);
    }
  }
});

test("a View of the address is applied when the engine runs, and dressing is no error", async (t) => {
  const query = "?diff=1&load=now&title=off&controls=sort&accent=ffff00&theme=transparent";
  const page = await open(t, `frame.html?query=${encodeURIComponent(query)}`);
  const inner = await (await page.$("iframe")).contentFrame();
  await inner.waitForSelector('.controls [data-choice="diff"][aria-pressed="true"]', { state: "attached", timeout: 20_000 });
  assert.equal(await inner.locator("#engine-note").innerText(), "");
  assert.equal(await inner.locator('.controls [data-choice="diff"]').isVisible(), false);
  assert.equal(await inner.locator('select[data-choice="sort"]').isVisible(), true);
  const box = await inner.locator("figcaption h2").boundingBox();
  assert.ok(box.width <= 1 && box.height <= 1, "the title is there for screen readers only");
  assert.equal(await inner.evaluate(() => document.documentElement.dataset.refused), "accent");
});

test("a View that the report does not know is told to the host, with what was left out", async (t) => {
  const page = await open(t, "commands.html");
  const inner = await (await page.$("iframe")).contentFrame();
  const send = (view) => page.locator("iframe").evaluate((frame, detail) => frame.dispatchEvent(new CustomEvent("throughline:set-view", { detail })), view);
  await send("states=nd,xx&nothing=1");
  await page.waitForFunction(() => window.events.some(({ event }) => event === "error"));
  const { code, message } = await page.evaluate(() => window.events.find(({ event }) => event === "error"));
  assert.equal(code, "view");
  assert.match(message, /‘states’/);
  assert.doesNotMatch(message, /xx/, "what was said is not repeated");
  // What is understood is shown, and a View that is understood whole is no error.
  await send("");
  await page.waitForFunction(() => window.events.at(-1).view === "");
  await inner.waitForFunction(() => !document.documentElement.dataset.missed);
  assert.equal(await page.evaluate(() => window.events.filter(({ event }) => event === "error").length), 1);
});

test("a command of which nothing is understood changes nothing, and says so", async (t) => {
  const page = await open(t, "commands.html");
  const inner = await (await page.$("iframe")).contentFrame();
  const send = (view) => page.locator("iframe").evaluate((frame, detail) => frame.dispatchEvent(new CustomEvent("throughline:set-view", { detail })), view);
  await send("states=nd&focus=state_strategies:nd/portrait");
  await inner.waitForSelector("dialog[open]");
  const wrong = ["states=xx", "hello", "nothing=1", "theme=zz", "accent=ffff66"];
  for (const view of wrong) await send(view);
  await page.waitForFunction((count) => window.events.filter(({ event }) => event === "error").length >= count, wrong.length);
  // Once more something that is understood, after which all of that has been answered.
  await send("states=oh");
  await page.waitForFunction(() => window.events.at(-1).view === "states=oh");
  const events = await page.evaluate(() => window.events.filter(({ event }) => event !== "select").map(({ event, view, code }) => [event, view ?? code]));
  assert.deepEqual(events, [["ready", ""], ["view-changed", "states=nd"], ...wrong.map(() => ["error", "view"]), ["view-changed", "states=oh"]]);
  for (const { message } of await page.evaluate(() => window.events.filter(({ event }) => event === "error"))) assert.match(message, /The figure stays as it is: send/);
});

test("what an address says wrongly is told to the host that wrote it, not to readers, and hides nothing", async (t) => {
  const page = await open(t, `commands.html?query=${encodeURIComponent("?states=xx,nd&load=now&heading=9&controls=sate")}`);
  const inner = await (await page.$("iframe")).contentFrame();
  await page.waitForFunction(() => window.events.filter(({ event }) => event === "error").length >= 2, null, { timeout: 20_000 });
  const errors = await page.evaluate(() => window.events.filter(({ event }) => event === "error"));
  assert.deepEqual(errors.map(({ code }) => code), ["look", "view"]);
  assert.match(errors[0].message, /: heading, controls\./);
  assert.match(errors[1].message, /‘states’/);
  assert.equal(await inner.locator("#engine-note").innerText(), "");
  assert.ok(await inner.locator('.controls [data-choice="states:nd"]').isVisible());
});

test("a command takes theme and open evidence, too, and says that it takes no other look", async (t) => {
  const page = await open(t, "commands.html");
  const inner = await (await page.$("iframe")).contentFrame();
  const send = (view) => page.locator("iframe").evaluate((frame, detail) => frame.dispatchEvent(new CustomEvent("throughline:set-view", { detail })), view);
  await send("theme=dark&focus=state_strategies:nv/portrait");
  await inner.waitForSelector('html[data-theme="dark"]', { state: "attached", timeout: 20_000 });
  await inner.waitForSelector("dialog[open]");
  await send("accent=ffff66");
  await page.waitForFunction(() => window.events.some(({ event }) => event === "error"));
  assert.match(await page.evaluate(() => window.events.find(({ event }) => event === "error").message), /in its address only.* stays as it is/);
  assert.equal(await inner.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.equal(await inner.locator("dialog[open]").count(), 1);
  await send("");
  await inner.waitForSelector("html:not([data-theme])", { state: "attached" });
  assert.equal(await inner.locator("dialog[open]").count(), 0);
});

test("a command that is sent before the frame is there waits for it, in a frame that gets its sandbox late, too", async (t) => {
  const page = await open(t, "commands.html");
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement("iframe"), { src: `${document.getElementById("figure").src}?late`, width: 700, title: "Another" });
    for (const name of ["view-changed", "height"]) frame.addEventListener(`throughline:${name}`, ({ detail }) => (window[name] = detail.view ?? detail.height));
    document.querySelector("main").append(frame);
    frame.setAttribute("sandbox", "allow-scripts");
    for (const detail of ["states=oh", "states=nd"]) frame.dispatchEvent(new CustomEvent("throughline:set-view", { detail }));
  });
  await page.waitForFunction(() => window["view-changed"] === "states=nd" && window.height > 200, null, { timeout: 20_000 });
});

test("the host script works as a module where a tag names the site, and says so where none does", async (t) => {
  const page = await open(t, "frame.html");
  const address = `${shared.site.url}embed/throughline.js`;
  const load = (name) => page.evaluate((address) => import(address).then(() => "", ({ message }) => message), `${address}?${name}`);
  assert.match(await load("first"), /data-site/);
  await page.evaluate((site) => {
    const tag = document.createElement("script");
    tag.dataset.site = site;
    document.head.append(tag);
  }, shared.site.url);
  assert.equal(await load("second"), "");
  await fits(page);
});

test("in a frame that may neither save nor copy a reader is told what to do", async (t) => {
  const page = await open(t, "frame.html", { tolerate: /Download is disallowed|permissions policy|Permissions policy/i });
  const inner = await (await page.$("iframe")).contentFrame();
  await inner.locator(".form.download summary").click();
  const said = inner.locator(".download-note");
  await inner.locator('[data-download="csv"]').click();
  await said.filter({ hasText: "the page around does not allow it" }).waitFor({ timeout: 20_000 });
  await inner.locator('[data-download="copy-link"]').click();
  await said.filter({ hasText: `It is ${shared.site.url}figure/strategy-matrix/` }).waitFor();
});

test("a host that comes after its frames hears once what it missed, and nothing else does it hear twice", async (t) => {
  const query = encodeURIComponent("?load=now&lang=es&accent=ffff66&theme=light");
  const page = await open(t, `frame.html?query=${query}`, { prepare: noteHeard });
  const inner = await (await page.$("iframe")).contentFrame();
  await inner.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 20_000 });
  const missed = await heardAll(page, inner);
  const kinds = (list) => list.filter(({ event }) => ["ready", "view-changed", "error"].includes(event)).map(({ event, code, view }) => [event, code ?? view]);
  const expected = [["error", "language"], ["error", "accent"], ["ready", "theme=light"]];
  assert.deepEqual(kinds(missed), expected);
  // A reader chooses while nobody listens.
  await inner.locator('[data-choice="states:nd"]').click();
  await inner.waitForFunction(() => document.documentElement.dataset.shown.startsWith("states=nd"));
  await heardAll(page, inner);
  await page.evaluate(() => {
    window.events = [];
    const frame = document.querySelector("iframe");
    for (const name of ["ready", "view-changed", "error"]) frame.addEventListener(`throughline:${name}`, ({ detail }) => window.events.push(detail));
  });
  for (let times = 0; times < 2; times += 1) {
    await page.addScriptTag({ url: `${shared.site.url}embed/throughline.js` });
    await page.waitForFunction(() => window.events.length >= 4);
    await heardAll(page, inner);
    assert.deepEqual(kinds(await page.evaluate(() => window.events)), [...expected, ["view-changed", "states=nd&theme=light"]]);
  }
  // One that answers without asking for it is told nothing again.
  const before = kinds(await page.evaluate(() => window.heard.filter((message) => message.event))).length;
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ throughline: 1, command: "hello" }, "*"));
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ throughline: 1, command: "focus" }, "*"));
  await inner.waitForFunction(() => document.activeElement?.className.includes("plot"));
  await heardAll(page, inner);
  assert.equal(kinds(await page.evaluate(() => window.heard.filter((message) => message.event))).length, before);
});

for (const [name, query, options, act] of [
  ["touch", "", { hasTouch: true }, async (page) => page.touchscreen.tap(300, 500)],
  ["focus by the keyboard", "", {}, async (page) => {
    await page.focus("#before");
    for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press("Tab");
  }],
  ["the parameter load=now", "?load=now", {}, async () => {}],
  ["being seen, with load=seen", "?load=seen", {}, async (page) => page.locator("iframe").evaluate((frame) => frame.scrollIntoView())],
]) {
  test(`the engine is loaded by ${name}`, async (t) => {
    const page = await open(t, `frame.html?query=${query}`, {
      ...options,
      // What is to be seen lies far below.
      prepare: async (page) => {
        if (!query.includes("seen")) return;
        await page.addInitScript(() => window === top && addEventListener("DOMContentLoaded", () => (document.querySelector("main").style.paddingTop = "9000px")));
      },
    });
    const inner = await (await page.$("iframe")).contentFrame();
    await inner.waitForFunction(() => document.readyState === "complete");
    if (!query.includes("now")) assert.equal(page.requests.filter((request) => request.url().endsWith(".wasm")).length, 0);
    await act(page);
    await inner.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 20_000 });
  });
}

test("with a fixed height a frame tells none, and what does not fit is scrolled to", async (t) => {
  const page = await open(t, `strangers.html`, { prepare: (page) => page.clock.install() });
  await page.evaluate((src) => (document.querySelector("iframe").src = src), `${shared.site.url}embed/funding/?height=fixed&childId=pym-1`);
  const inner = await (await page.$("iframe")).contentFrame();
  await page.waitForFunction(() => window.heard.filter(({ event }) => event === "hello").length === 2);
  const start = await page.evaluate(() => window.heard.findLastIndex(({ event }) => event === "hello"));
  await page.clock.runFor("01:00");
  assert.deepEqual((await heardAll(page, inner)).slice(start + 1), []);
  assert.ok(await inner.evaluate(() => document.documentElement.scrollHeight > innerHeight));
  assert.equal(await inner.evaluate(() => (scrollTo(0, 500), scrollY)), 500);
});

test("a frame without a ground of its own shows the page’s", async (t) => {
  for (const query of ["theme=transparent", "ground=transparent&theme=dark"]) {
    const page = await open(t, `frame.html?query=${encodeURIComponent(`?${query}`)}`, { colorScheme: "dark" });
    await page.evaluate(() => (document.body.style.background = "rgb(1, 200, 3)"));
    const corner = async () => {
      const shot = (await page.locator("iframe").screenshot()).toString("base64");
      return page.evaluate(async (shot) => {
        const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
        const context = new OffscreenCanvas(1, 1).getContext("2d");
        // Left of the words, below the line at the top.
        context.drawImage(await createImageBitmap(new Blob([bytes])), -4, -12);
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
      }, shot);
    };
    await page.waitForFunction(() => document.readyState === "complete");
    assert.deepEqual(await corner(), [1, 200, 3], query);
  }
});

test("a frame of one state that is asked for another shows that one, before the engine", async (t) => {
  const page = await open(t, `frame.html?query=${encodeURIComponent("nd/?states=oh&theme=dark")}`);
  const frame = page.frames().at(-1);
  await frame.waitForURL(/strategy-matrix\/oh\/\?theme=dark$/);
  assert.match(await frame.locator(".sentence").innerText(), /Ohio/);
  assert.equal(page.requests.filter((request) => request.url().endsWith(".wasm")).length, 0);
});

test("a copy of the host script on the host’s own server names the site on its tag", async (t) => {
  const page = await open(t, "frame.html");
  const copy = `${shared.host.url}own/throughline.js`;
  await page.route(copy, (route) => route.fulfill({ path: join(dist, "embed/throughline.js"), contentType: "text/javascript" }));
  const add = (site) =>
    page.evaluate(
      ([src, site]) =>
        new Promise((done) => {
          const script = Object.assign(document.createElement("script"), { src, onload: done });
          if (site) script.dataset.site = site;
          document.head.append(script);
        }),
      [copy, site],
    );
  await page.evaluate(() => (document.querySelector("iframe").height = 333));
  // Without the name it knows frames of its own server only.
  await add(null);
  assert.equal(await page.locator("iframe").evaluate((frame) => frame.clientHeight), 333);
  await add(shared.site.url);
  await fits(page);
});

test("a language that there is not is told to the host, and the figure stays in English and says so", async (t) => {
  for (const [language, told] of [["es", true], ["x<y", true], ["en-US", false], ["en", false]]) {
    const page = await open(t, `commands.html?query=${encodeURIComponent(`?load=now&lang=${encodeURIComponent(language)}`)}`);
    const inner = await (await page.$("iframe")).contentFrame();
    await inner.waitForSelector('html[data-engine="ready"]', { state: "attached", timeout: 20_000 });
    assert.equal(await inner.evaluate(() => document.documentElement.lang), "en");
    assert.equal(await inner.locator("#engine-note").innerText(), "", "no mistake of the reader's");
    const codes = await page.evaluate(() => window.events.filter((event) => event.event === "error").map((event) => event.code));
    assert.deepEqual(codes, told ? ["language"] : [], language);
  }
});

test("the element shows the same figure without a frame", async (t) => {
  const page = await open(t, "element.html");
  await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot.querySelector("figure"));
  assert.equal(await page.locator("iframe").count(), 0);
  assert.ok(await page.locator("throughline-figure .plot svg:visible").first().isVisible());
  assert.equal(await page.locator("throughline-figure figcaption h2").getAttribute("aria-level"), "2");
  assert.ok((await page.locator("throughline-figure table tbody tr").count()) > 3);
  assert.equal(await page.locator("throughline-figure > a").isVisible(), false, "the picture made way");
  // What it cannot do is done on the figure's own page, to which it leads.
  assert.equal(await page.locator("throughline-figure .way a").getAttribute("href"), `${shared.site.url}figure/strategy-matrix/`);
  assert.equal(await page.locator("throughline-figure :is(button, select, input):visible").count(), 0, "no control that does nothing");
  for (const href of await page.locator("throughline-figure a[href]").evaluateAll((links) => links.map((link) => link.href))) {
    assert.ok(href.startsWith(shared.site.url), href);
  }
  await page.locator("throughline-figure").evaluate((element) => element.setAttribute("states", "nd"));
  await page.waitForFunction(() => !document.querySelector("throughline-figure").shadowRoot.textContent.includes("Idaho"));
  await page.locator("throughline-figure").evaluate((element) => element.destroy());
  assert.ok(await page.locator("throughline-figure > a").isVisible());
});

test("where the element finds no figure, what stands between its tags stays", async (t) => {
  const page = await open(t, "element.html", { tolerate: /404|CORS|ERR_FAILED/ });
  await page.evaluate(() => {
    const element = document.querySelector("throughline-figure");
    element.addEventListener("throughline:error", ({ detail }) => (window.told = detail));
    element.setAttribute("figure", "no-such-figure");
  });
  await page.waitForFunction(() => window.told);
  assert.ok(await page.locator("throughline-figure > a").isVisible());
});

test("of two figures that the element was asked for, the later is shown though the earlier fails afterwards", async (t) => {
  let fail;
  const failing = new Promise((done) => (fail = done));
  const page = await open(t, "element.html", {
    tolerate: /404|CORS|ERR_FAILED/,
    prepare: async (page) => {
      await page.addInitScript(() => {
        const ask = window.fetch;
        window.answered = [];
        window.fetch = (address, options) => ask(address, options).finally(() => window.answered.push(String(address)));
      });
      await page.route("**/embed/slow/", async (route) => {
        await failing;
        await route.fulfill({ status: 404, body: "", headers: { "Access-Control-Allow-Origin": "*" } });
      });
    },
  });
  await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot.querySelector("figure"));
  await page.evaluate(() => {
    const element = document.querySelector("throughline-figure");
    window.told = [];
    for (const name of ["ready", "error"]) element.addEventListener(`throughline:${name}`, () => window.told.push(name));
    element.setAttribute("figure", "slow");
    element.setAttribute("figure", "votes");
  });
  await page.waitForFunction(() => window.told.length);
  fail();
  // The element was answered; what it does with that, it does before the next drawing.
  await page.waitForFunction(() => window.answered.some((url) => url.endsWith("/embed/slow/")));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(await page.evaluate(() => window.told), ["ready"]);
  assert.ok(await page.locator("throughline-figure .plot svg:visible").first().isVisible());
});

test("the element doubles hues by patterns where a reader’s device asks for contrast", async (t) => {
  for (const device of [{ contrast: "more" }, { forcedColors: "active" }]) {
    const page = await open(t, "element.html", device);
    await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot.querySelector("figure"));
    await page.locator("throughline-figure").evaluate((element) => {
      element.addEventListener("throughline:ready", ({ detail }) => (window.shown = detail.figure));
      element.setAttribute("figure", "adoption");
    });
    await page.waitForFunction(() => window.shown === "adoption");
    const plot = page.locator("throughline-figure .plot").first();
    await page.evaluate(() => document.fonts.ready);
    let drawn = await plot.screenshot();
    for (let still = false; !still; ) {
      const next = await plot.screenshot();
      still = next.equals(drawn);
      drawn = next;
    }
    await page.locator("throughline-figure").evaluate((element) => element.shadowRoot.querySelector("svg.patterns").remove());
    assert.ok(!drawn.equals(await plot.screenshot()), `${JSON.stringify(device)}: what is drawn is drawn with them`);
  }
});

test("the picture has alternative text, and the picture file names itself", async (t) => {
  const page = await open(t, "picture.html", { javaScriptEnabled: false });
  assert.ok((await page.locator("img").evaluate((image) => image.complete && image.naturalWidth)) > 300);
  const svg = await (await fetch(`${shared.site.url}embed/timeline/nd/figure.svg`)).text();
  assert.match(svg, /<title id="title">.+<\/title>/);
  assert.match(svg, /<dc:source>/);
});

test("beside each SVG picture lies a PNG of the same words, twice as large and small as a file", async () => {
  for (const name of embeds) {
    const folder = join(dist, "embed", name, "..");
    const [svg, png] = ["svg", "png"].map((kind) => readFileSync(join(folder, `figure.${kind}`)));
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg).map(Number);
    assert.equal(png.subarray(1, 4).toString(), "PNG", name);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [width, height].map((length) => Math.floor(2 * length)), name);
    assert.ok(png.length < 250_000, `${name}: ${png.length} bytes`);
    const unescaped = (text) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    const description = unescaped(/<desc id="description">(.*)<\/desc>/.exec(svg)[1]);
    assert.ok(png.includes(`Description\0\0\0\0\0${description}`), name);
  }
});

test("the keyboard passes through an embed without a trap", async (t) => {
  for (const name of ["frame.html", "element.html"]) {
    const page = await open(t, name);
    if (name === "element.html") await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot.querySelector("figure"));
    const within = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
    let steps = 0;
    while ((await within()) !== "after" && steps < 400) {
      await page.keyboard.press("Tab");
      steps += 1;
    }
    assert.equal(await within(), "after", `${name}: after ${steps} steps`);
    await page.keyboard.press("Shift+Tab");
    assert.notEqual(await within(), "after");
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in a frame whose engine runs, with evidence open and with a choice made, ${colorScheme}`, async (t) => {
    const page = await open(t, "commands.html", { colorScheme, tolerate: /inline style|preload assets/ });
    const send = (detail) => page.locator("iframe").evaluate((frame, detail) => frame.dispatchEvent(new CustomEvent("throughline:set-view", { detail })), detail);
    const inner = await (await page.$("iframe")).contentFrame();
    for (const [view, shows] of [["states=nd&diff=1", ".chosen"], ["focus=state_strategies:nv/portrait", "dialog[open]"]]) {
      await send(view);
      await inner.locator(shows).first().waitFor({ timeout: 20_000 });
      await inner.locator(".form:not(.download) summary").first().evaluate((summary) => (summary.parentElement.open = true));
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).slice(0, 3).join(" | ")}`);
      assert.deepEqual(told, [], view);
      // It looked into the frame, at what is alive there.
      assert.ok(passes.some(({ nodes }) => nodes.some(({ target, html }) => target.length > 1 && /role="application"/.test(html))), view);
    }
  });
}

for (const [scheme, forced] of [["light", "none"], ["dark", "none"], ["light", "active"]]) {
  test(`axe finds nothing on host pages, ${scheme}, forced colors ${forced}`, async (t) => {
    for (const name of ["frame.html", "element.html", "picture.html"]) {
      // The tool itself puts style into pages, which the policy of embeds refuses.
      const page = await open(t, name, { colorScheme: scheme, forcedColors: forced, tolerate: /inline style|preload assets/ });
      if (name === "element.html") await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot.querySelector("figure"));
      const { violations } = await new AxeBuilder({ page }).analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).slice(0, 3).join(" | ")}`);
      assert.deepEqual(told, [], name);
    }
  });
}
