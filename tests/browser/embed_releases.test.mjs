// Releases side by side: frozen figures stay as they were, live ones can say what changed, and a page may hold both.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launchChromium } from "./harness/chromium.mjs";
import { openHost, serveHosts } from "./harness/hosts.mjs";
import { dist, root, serveSite, tool } from "./harness/site.mjs";
import { snippet } from "../../assets/embed/snippet.js";

let folder, site, host, browser;
const version = readFileSync(join(root, "assets/study/edition.csv"), "utf8").match(/^version,(.*)$/m)[1];
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-"));
  // The next release: another version, in which one event has another name.
  const study = join(folder, "study");
  cpSync(join(root, "assets/study"), study, { recursive: true });
  const edit = (name, change) => writeFileSync(join(study, name), change(readFileSync(join(study, name), "utf8")));
  edit("edition.csv", (text) => text.replace(/^version,.*$/m, "version,9.0.0"));
  edit("events.csv", (text) => text.replaceAll("Choice Ready framework", "Choice Ready list"));
  // What pages of hosts load has changed too, so that nothing of the new site bears the old names.
  const assets = join(folder, "assets");
  cpSync(join(root, "assets"), assets, { recursive: true });
  for (const name of ["throughline.js", "element.js"]) appendFileSync(join(assets, "embed", name), "\nvoid 9;\n");
  appendFileSync(join(assets, "embed/element.css"), "\n.body { --release: 9; }\n");
  const build = ["build", "--assets", assets, "--study", study, "--engine", dist, "--keep", dist, "--out", join(folder, "site"), "--only", "embed/timeline/nd/"];
  execFileSync(tool, build, { cwd: root });
  writeFileSync(join(folder, "site/index.html"), "<!DOCTYPE html><title>Next</title>");
  site = await serveSite(join(folder, "site"));
  host = await serveHosts(site.url);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await host?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

test("a frozen figure is kept with all that it loads, byte for byte", () => {
  for (const path of [`embed/release/${version}/timeline/nd/index.html`, `embed/release/${version}/votes/figure.svg`]) {
    assert.ok(readFileSync(join(folder, "site", path)).equals(readFileSync(join(dist, path))), path);
  }
  const html = readFileSync(join(dist, `embed/release/${version}/timeline/nd/index.html`), "utf8");
  const assets = [...html.matchAll(/assets\/[\w.-]+/g)].map(([path]) => path);
  assert.ok(assets.length >= 8);
  for (const path of assets) assert.ok(existsSync(join(folder, "site", path)), path);
});

test("what frozen snippets load by its hash is kept too, and works in the next release", async (t) => {
  const scripts = JSON.parse(readFileSync(join(dist, `embed/release/${version}/scripts.json`), "utf8"));
  for (const [kind, name] of [["host", "throughline.js"], ["element", "element.js"]]) {
    const { hashed } = scripts[kind];
    assert.ok(!readFileSync(join(folder, "site/embed", name)).equals(readFileSync(join(dist, hashed))), `${name} differs`);
    assert.ok(readFileSync(join(folder, "site", hashed)).equals(readFileSync(join(dist, hashed))), hashed);
  }
  const code = readFileSync(join(dist, scripts.element.hashed), "utf8");
  for (const [name] of code.matchAll(/[\w-]+\.(css|woff2)/g)) assert.ok(existsSync(join(folder, "site/assets", name)), name);
  const page = await openHost(t, browser, site.url, host.url, `releases.html?query=${version}`);
  const wish = {
    site: site.url, figure: "timeline", states: "nd", view: "", name: "Timeline: North Dakota", alt: "All dates stand in the table of the figure.",
    lang: "en", height: 300, picture: [732, 1100], release: version, data: "frozen", scripts,
  };
  await page.setContent(`<!DOCTYPE html><html lang="en"><title>Frozen</title><main>${[2, 3].map((level) => snippet({ ...wish, level })).join("\n")}</main>`);
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 500);
  await page.locator("throughline-figure").evaluate((element) => element.scrollIntoView());
  await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot?.querySelector("figure .plot svg"));
  assert.equal(await page.evaluate(() => document.querySelector("throughline-figure").shadowRoot.adoptedStyleSheets.length), 1);
});

test("two releases on one page each show their own, and both come alive", async (t) => {
  const page = await openHost(t, browser, site.url, host.url, `releases.html?query=${version}`);
  const inner = async (id) => (await page.$(id)).contentFrame();
  const [live, frozen] = [await inner("#live"), await inner("#frozen")];
  assert.equal(await live.evaluate(() => document.documentElement.dataset.release), "9.0.0");
  assert.equal(await frozen.evaluate(() => document.documentElement.dataset.release), version);
  for (const frame of [live, frozen]) {
    await frame.locator(".plot").hover();
    await frame.waitForSelector('html[data-drawing="ready"]', { state: "attached", timeout: 20_000 });
  }
  assert.match(await live.locator(".plot").textContent(), /Choice Ready list/);
  assert.match(await frozen.locator(".plot").textContent(), /Choice Ready framework/);
});

test("a live figure says what has changed since it was put there", async (t) => {
  const page = await openHost(t, browser, site.url, host.url, `releases.html?query=${version}`);
  const live = await (await page.$("#live")).contentFrame();
  await live.waitForSelector(".notice a");
  const notice = await live.locator(".notice").innerText();
  assert.match(notice, new RegExp(`from version ${version}; it shows version 9\\.0\\.0`));
  assert.match(notice, /1 row is new \(.*Choice Ready list.*\)|1 row says otherwise/);
  const frozen = await (await page.$("#frozen")).contentFrame();
  assert.equal(await frozen.locator(".notice").count(), 0);
});

test("a live figure whose earlier version is kept no more says that it has changed, and no more", async (t) => {
  const page = await openHost(t, browser, site.url, host.url, "releases.html?query=0.0.1", { tolerate: /404|frame-ancestors|CORS|ERR_FAILED/ });
  const live = await (await page.$("#live")).contentFrame();
  await live.waitForSelector(".notice");
  // It was asked for and did not come, and the page has been drawn since.
  await live.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/release/0.0.1/")));
  await live.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.match(await live.locator(".notice").innerText(), /^This figure was put here from version 0\.0\.1; it shows version 9\.0\.0\.\s*$/);
  assert.equal(await live.locator(".notice a").count(), 0);
});

test("scripts of two releases on one page do not fight: frames and elements of both show their own, and take commands", async (t) => {
  const scripts = JSON.parse(readFileSync(join(dist, `embed/release/${version}/scripts.json`), "utf8"));
  for (const order of [["live", "frozen"], ["frozen", "live"]]) {
    const page = await openHost(t, browser, site.url, host.url, `releases.html?query=${version}`, { tolerate: /parser-blocking/ });
    const tags = {
      live: `<script src="${site.url}embed/throughline.js"></script><script type="module" src="${site.url}embed/element.js"></script>`,
      frozen: `<script src="${site.url}${scripts.host.hashed}"></script><script type="module" src="${site.url}${scripts.element.hashed}"></script>`,
    };
    const figure = (kind) => {
      const folder = kind === "live" ? "" : `release/${version}/`;
      return `<iframe id="${kind}" title="Timeline, ${kind}" src="${site.url}embed/${folder}timeline/nd/" width="640" height="200" sandbox="allow-scripts"></iframe>
        <throughline-figure id="${kind}-element" figure="timeline" states="nd" load="now" ${kind === "live" ? "" : `release="${version}"`}></throughline-figure>`;
    };
    await page.setContent(`<!DOCTYPE html><html lang="en"><title>Two</title><main>${order.map((kind) => tags[kind] + figure(kind)).join("\n")}</main>`);
    for (const [kind, name] of [["live", /Choice Ready list/], ["frozen", /Choice Ready framework/]]) {
      const inner = await (await page.$(`#${kind}`)).contentFrame();
      await inner.waitForSelector(".plot svg", { state: "attached" });
      await inner.evaluate(async () => void (await document.fonts.ready));
      const height = await inner.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      await page.waitForFunction(([kind, height]) => document.getElementById(kind).clientHeight === height, [kind, height]);
      await page.waitForFunction((kind) => document.getElementById(`${kind}-element`).shadowRoot?.querySelector("figure .plot svg"), kind);
      const shown = await page.evaluate((kind) => document.getElementById(`${kind}-element`).shadowRoot.querySelector("figure").textContent, kind);
      assert.match(shown, name, `${order}: ${kind}`);
      assert.equal(await page.evaluate((kind) => document.getElementById(`${kind}-element`).shadowRoot.adoptedStyleSheets.length, kind), 1);
      await page.evaluate((kind) => {
        const frame = document.getElementById(kind);
        frame.addEventListener("throughline:view-changed", ({ detail }) => (frame.dataset.view = `(${detail.view})`));
        frame.dispatchEvent(new CustomEvent("throughline:set-view", { detail: "" }));
      }, kind);
      await page.waitForFunction((kind) => document.getElementById(kind).dataset.view === "()", kind);
    }
  }
});

test("rows that share a header are compared each by itself", async (t) => {
  const own = await serveSite();
  const around = await serveHosts(own.url);
  t.after(async () => {
    await around.close();
    await own.close();
  });
  // The release before: as this one, but for one value in the first of several rows with the same header.
  const html = readFileSync(join(dist, "embed/district-trends/index.html"), "utf8");
  const row = /<tr><th scope="row">2018-19<\/th>.*?<\/tr>/;
  assert.ok(html.match(new RegExp(row.source, "g")).length > 1, "the header repeats");
  const [first] = html.match(row);
  const value = />(\d[\d.,]*) </.exec(first)[1];
  const changed = html.replace(first, first.replace(`>${value} <`, ">0.5 <"));
  assert.notEqual(changed, html);
  const without = html.replace(first, "");
  const more = html.replace(first, `${first}${first.replace("2018-19", "1918-19")}`);
  for (const [before, says] of [
    [changed, /In its table 1 row says otherwise \(.+: 2018-19\)\./],
    [without, /In its table 1 row is new \(.+: 2018-19\)\./],
    [more, /In its table 1 row is gone \(.+: 1918-19\)\./],
    [html, /Its table says the same\./],
  ]) {
    const page = await openHost(t, browser, own.url, around.url, "frame.html", {
      prepare: (page) =>
        page.route("**/embed/release/0.0.9/district-trends/", (route) =>
          route.fulfill({ body: before, contentType: "text/html", headers: { "Access-Control-Allow-Origin": "*" } }),
        ),
    });
    const frame = `<iframe title="Districts over time" sandbox="allow-scripts" src="${own.url}embed/district-trends/?data=notice&amp;made=0.0.9"></iframe>`;
    await page.setContent(`<!DOCTYPE html><html lang="en"><title>Live</title><main>${frame}</main>`);
    const inner = await (await page.waitForSelector("iframe")).contentFrame();
    await inner.waitForSelector(".notice a", { state: "attached" });
    assert.match(await inner.locator(".notice").textContent(), says);
  }
});
