// Hosts that do what they should not, and hosts that allow next to nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, withHosts } from "./harness/hosts.mjs";

const shared = withHosts();
const { open } = shared;
const heights = (page, id) =>
  page.evaluate(
    (id) => {
      const frame = document.getElementById(id);
      return { outside: frame.clientHeight, told: window.told?.[id] };
    },
    id,
  );

/** Notes the heights that frames told, by the event that the host script passes on. */
const noteHeights = (page) =>
  page.addInitScript(() => {
    if (window !== top) return;
    window.told = {};
    addEventListener("throughline:height", ({ target, detail }) => (window.told[target.id] = detail.height), true);
  });

test("style for everything, two host scripts, hidden and tiny frames and a frame that pretends break nothing", async (t) => {
  const page = await open(t, "hostile.html", { prepare: noteHeights });
  await page.waitForFunction(() => window.told?.shown && window.told.shown > 200);
  const { outside, told } = await heights(page, "shown");
  assert.equal(outside, told, "in spite of the page's style");
  assert.equal(await page.evaluate(() => document.getElementById("stranger").clientHeight < 150), true, "the stranger got nothing");
  assert.equal(await page.evaluate(() => window.told.stranger), undefined);
  // A frame without room says nothing, and its height is right when it gets some.
  assert.equal(await page.evaluate(() => window.told.none), undefined);
  await page.evaluate(() => {
    document.getElementById("hidden").hidden = false;
    document.getElementById("hidden").style.setProperty("display", "block", "important");
    document.getElementById("none").width = 640;
    document.getElementById("tiny").width = 640;
  });
  await page.waitForFunction(() => window.told.late > 200 && window.told.none > 200);
  // One that was a pixel wide is as high as its figure once it has room.
  const tiny = await (await page.$("#tiny")).contentFrame();
  await tiny.waitForFunction(() => innerWidth > 500);
  await tiny.evaluate(async () => void (await document.fonts.ready));
  const inside = await tiny.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await page.waitForFunction((inside) => document.getElementById("tiny").clientHeight === inside, inside);
  assert.ok(inside > 200, `${inside} px`);
  // The figure in a shadow root takes nothing from the page.
  await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot.querySelector("figure"));
  const style = await page.evaluate(() => {
    const { color, letterSpacing, textTransform, fontSize, direction } = getComputedStyle(
      document.querySelector("throughline-figure").shadowRoot.querySelector(".sentence"),
    );
    return { color, letterSpacing, textTransform, fontSize, direction };
  });
  assert.notEqual(style.color, "rgb(255, 0, 0)");
  assert.deepEqual([style.letterSpacing, style.textTransform, style.direction], ["normal", "none", "ltr"]);
  assert.ok(parseFloat(style.fontSize) >= 13, style.fontSize);
});

test("a frame that is taken out, put elsewhere and resized in haste ends with the right height", async (t) => {
  const page = await open(t, "script.html", { prepare: noteHeights });
  await page.evaluate(() => (document.querySelector("iframe").id = "figure"));
  await page.evaluate(async () => {
    const frame = document.querySelector("iframe");
    for (let width = 300; width < 700; width += 7) {
      frame.width = width;
      await new Promise(requestAnimationFrame);
    }
    frame.remove();
    document.getElementById("end").after(frame);
  });
  await page.waitForFunction(async () => {
    const frame = document.querySelector("iframe");
    return window.told.figure > 200 && frame.clientHeight === window.told.figure;
  });
  await fits(page);
});

test("a strict host that adds the lines which the page for partners names shows both kinds", async (t) => {
  const page = await open(t, "strict.html", { prepare: noteHeights });
  await page.evaluate(() => (document.querySelector("iframe").id = "figure"));
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 250);
  await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot.querySelector("figure"));
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.querySelector("throughline-figure").shadowRoot.querySelector(".legend")).display),
    "grid",
  );
});

// Random numbers that are the same in every run.
const randomFrom = (seed) => () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return seed / 2 ** 32;
};
/** Messages that are nearly right, and some that are nothing. */
function nonsense(count) {
  const random = randomFrom(2022);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const values = [null, undefined, 0, -1, 1e9, NaN, Infinity, "", "1", "height", true, [], {}, [1], { throughline: 1 }, "<b>", "pymxPYMxaxPYMxheightxPYMx9", 1.5];
  const names = ["throughline", "event", "command", "height", "figure", "id", "view", "facts", "__proto__", "constructor", "datawrapper-height"];
  const words = ["height", "hello", "set-view", "focus", "ready", "select", "error", "view-changed", "toString", "__proto__", "hasOwnProperty"];
  return Array.from({ length: count }, () => {
    if (random() < 0.2) return pick(values);
    const message = random() < 0.7 ? { throughline: 1 } : {};
    for (let n = random() * 5; n > 0; n -= 1) message[pick(names)] = random() < 0.5 ? pick(words) : pick(values);
    return message;
  });
}

/** The height of the frame once its letters have come, by which the figure takes another. */
async function settled(page) {
  const inner = await (await page.$("iframe")).contentFrame();
  await inner.evaluate(async () => void (await document.fonts.ready));
  const height = await inner.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await page.waitForFunction((height) => document.querySelector("iframe").clientHeight === height, height);
  return height;
}

test("a host is not moved by malformed and foreign messages", async (t) => {
  const page = await open(t, "script.html", { prepare: noteHeights });
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 350);
  const before = await settled(page);
  await page.evaluate(async (messages) => {
    // From the page itself, from a frame that is none of ours, and without a source.
    const frame = document.createElement("iframe");
    document.body.append(frame);
    for (const data of messages) {
      window.postMessage(data, "*");
      window.dispatchEvent(new MessageEvent("message", { data, source: frame.contentWindow, origin: location.origin }));
      window.dispatchEvent(new MessageEvent("message", { data, origin: "null" }));
      // From the right window under a wrong origin.
      const ours = document.querySelector("iframe").contentWindow;
      window.dispatchEvent(new MessageEvent("message", { data, source: ours, origin: "https://host.example" }));
    }
    // Messages come in their order.
    await new Promise((done) => {
      addEventListener("message", ({ data }) => data === "the last" && done());
      window.postMessage("the last", "*");
    });
  }, nonsense(600));
  assert.equal(await page.evaluate(() => document.querySelector("iframe").clientHeight), before);
  // Even the right window cannot ask for a height that is none.
  await page.evaluate(() => {
    const source = document.querySelector("iframe").contentWindow;
    for (const height of [-1, 0, 1e9, NaN, "500", null, 20.5, { valueOf: () => 7 }]) {
      window.dispatchEvent(new MessageEvent("message", { data: { throughline: 1, event: "height", height }, source, origin: "null" }));
    }
  });
  assert.equal(await page.evaluate(() => document.querySelector("iframe").clientHeight), before);
});

test("of a frame without a sandbox the host hears what comes from its site, and nothing from nowhere", async (t) => {
  const page = await open(t, "script.html", { prepare: noteHeights });
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 350);
  await settled(page);
  const say = (origin, height) =>
    page.evaluate(([origin, height]) => {
      const frame = document.querySelector("iframe");
      window.dispatchEvent(new MessageEvent("message", { data: { throughline: 1, event: "height", height }, source: frame.contentWindow, origin }));
      return frame.clientHeight;
    }, [origin, height]);
  const { origin } = new URL(shared.site.url);
  // In its sandbox the frame has no origin; whoever takes the sandbox away, or gives it an origin, may be answered by its site alone.
  assert.equal(await say("null", 701), 701);
  for (const sandbox of [null, "allow-scripts allow-same-origin"]) {
    await page.evaluate((sandbox) => {
      const frame = document.querySelector("iframe");
      if (sandbox === null) frame.removeAttribute("sandbox");
      else frame.setAttribute("sandbox", sandbox);
    }, sandbox);
    const before = await say(origin, 702);
    assert.equal(before, 702, `${sandbox}: from its site`);
    assert.equal(await say("null", 703), 702, `${sandbox}: from nowhere`);
    assert.equal(await say("https://host.example", 704), 702, `${sandbox}: from elsewhere`);
  }
});

test("an embed is not moved by malformed and foreign messages", async (t) => {
  const page = await open(t, "commands.html");
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 350);
  const inner = await (await page.$("iframe")).contentFrame();
  const engine = page.requests.length;
  await inner.evaluate(() => addEventListener("message", ({ data }) => (window.last = data)));
  const lastIs = (word) => inner.waitForFunction((word) => window.last === word, word);
  await page.evaluate((messages) => {
    const frame = document.querySelector("iframe").contentWindow;
    for (const data of [...messages, "the last"]) frame.postMessage(data, "*");
  }, nonsense(600).filter((message) => !(message?.command === "focus" || (message?.command === "set-view" && typeof message.view === "string"))));
  await lastIs("the last");
  assert.equal(page.requests.length, engine, "nothing was loaded");
  // From another window than the host's.
  await inner.evaluate(() => {
    window.postMessage({ throughline: 1, command: "focus" }, "*");
    window.postMessage("the very last", "*");
  });
  await lastIs("the very last");
  assert.equal(page.requests.length, engine);
});

test("in a sandbox nothing is stored, and no address is told", async (t) => {
  const page = await open(t, "frame.html");
  const inner = await (await page.$("iframe")).contentFrame();
  await inner.locator(".plot").hover();
  await inner.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 20_000 });
  await inner.locator('[data-choice="states:nd"]').click();
  await inner.waitForSelector('[data-choice="states:nd"][aria-pressed="true"]');
  assert.equal(await inner.evaluate(() => document.referrer), "");
  assert.equal(await inner.evaluate(() => origin), "null");
  assert.deepEqual(await page.context().cookies(), []);
  for (const request of page.requests.filter((request) => request.url().startsWith(shared.site.url))) {
    const headers = await request.allHeaders();
    assert.ok(!headers.cookie && !(headers.referer ?? "").startsWith(shared.host.url), request.url());
  }
});

test("only embeds can be framed", async () => {
  const policy = async (path) => (await fetch(new URL(path, shared.site.url))).headers.get("content-security-policy");
  assert.match(await policy("embed/timeline/"), /frame-ancestors \*$/);
  // Nothing but the site itself may be asked, by any browser.
  assert.doesNotMatch(await policy("embed/timeline/"), /https?:(?!\/\/127\.0\.0\.1)/);
  for (const path of ["", "figure/timeline/", "state/nd/", "sources/"]) assert.match(await policy(path), /frame-ancestors 'self'/, path);
  for (const path of ["embed/timeline/", "embed/element.js", "embed/timeline/figure.svg"]) {
    const { headers } = await fetch(new URL(path, shared.site.url));
    assert.equal(headers.get("access-control-allow-origin"), "*", path);
  }
});

test("an editor's preview without an address shows the element and the picture; a frame waits for the published page", async (t) => {
  const page = await open(t, "picture.html", { tolerate: /frame-ancestors|Framing/ });
  await page.evaluate((site) => {
    const preview = Object.assign(document.createElement("iframe"), { id: "preview" });
    preview.sandbox = "allow-scripts";
    preview.srcdoc = `<iframe src="${site}embed/timeline/nd/" sandbox="allow-scripts" title="Timeline"></iframe>
      <throughline-figure figure="timeline" states="nd" load="now" lang="en"></throughline-figure>
      <script type="module" src="${site}embed/element.js"><\/script>
      <img src="${site}embed/timeline/nd/figure.svg" width="732" alt="Timeline of North Dakota">`;
    // Above the picture, which grows as it loads: a foreign frame out of sight is given no frames, and what waits for one waits for ever.
    document.body.prepend(preview);
  }, shared.site.url);
  const preview = await (await page.$("#preview")).contentFrame();
  await preview.waitForFunction(() => document.querySelector("throughline-figure")?.shadowRoot?.querySelector("figure"));
  await preview.waitForFunction(() => document.querySelector("img").naturalWidth > 300);
  // To browsers '*' is any address in the network, and such a preview has none: the page for partners says so.
  const inside = await (await preview.$("iframe")).contentFrame();
  await preview.waitForFunction(() => document.readyState === "complete");
  assert.equal(await inside.locator("figure").count(), 0);
});

test("without a ground the text is dark unless the host names a theme, also on a dark device", async (t) => {
  const page = await open(t, "frame.html", { colorScheme: "dark" });
  for (const [query, dark] of [["ground=transparent", true], ["theme=transparent", true], ["theme=dark&ground=transparent", false]]) {
    await page.locator("iframe").evaluate((frame, src) => (frame.src = src), `${shared.site.url}embed/timeline/nd/?${query}`);
    const inner = page.frameLocator("iframe");
    await inner.locator(`html[data-theme="${dark ? "light" : "dark"}"]`).waitFor();
    // The theme is there before the style sheets are.
    await inner.locator("body").evaluate(() => document.readyState === "complete" || new Promise((done) => addEventListener("load", done)));
    const [text, scheme] = await inner.locator("body").evaluate((body) => [getComputedStyle(body).color, getComputedStyle(body).colorScheme]);
    assert.equal(text === "rgb(28, 33, 39)", dark, `${query}: ${text}`);
    // Fields and contrast follow.
    assert.equal(scheme === "dark", !dark, query);
  }
});

test("on paper a frame needs no more room than on the screen", async (t) => {
  const page = await open(t, "script.html");
  const inner = await fits(page);
  const height = () => inner.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  const before = await height();
  await page.emulateMedia({ media: "print" });
  assert.ok((await height()) <= before);
});

test("on paper an embed is whole", async (t) => {
  const page = await open(t, "script.html", { prepare: noteHeights });
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 350);
  await page.emulateMedia({ media: "print" });
  const inner = await (await page.$("iframe")).contentFrame();
  assert.ok(await inner.locator(".plot svg:visible").first().isVisible());
  const height = await inner.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await page.waitForFunction((height) => document.querySelector("iframe").clientHeight === height, height);
  assert.equal(await inner.evaluate(() => document.documentElement.scrollHeight > innerHeight), false, "nothing is cut off");
  const whole = (await page.pdf()).length;
  await page.locator("iframe").evaluate((frame) => frame.remove());
  assert.ok(whole > 2 * (await page.pdf()).length, "the figure is on the paper");
});
