// The files themselves: valid HTML, no broken link, no stray address, metadata that is true.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { withChromium } from "./harness/chromium.mjs";
import { dist } from "./harness/site.mjs";

const shared = withChromium();
const pages = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith(".html"));
const read = (name) => readFileSync(join(dist, name), "utf8");

test("every page is valid HTML", async () => {
  const validator = (more) => new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:document"],
    rules: {
      // Matters of style that the writer of the markup decides.
      "void-style": "off",
      "no-trailing-whitespace": "off",
      "no-inline-style": "error",
      "attr-quotes": "off",
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "doctype-style": "off",
      "long-title": "off",
      "no-implicit-button-type": "error",
      "require-sri": "off",
      "script-type": "off",
      "no-raw-characters": ["error", { relaxed: true }],
      ...more,
    },
  });
  const whole = validator({});
  // In a frame the first heading stands below that of the page around.
  const inFrames = validator({ "heading-level": ["error", { minInitialRank: "h2" }] });
  assert.ok(pages.includes("index.html") && pages.includes("404.html"));
  // Of two side by side there are hundreds of pages, all written alike.
  const alike = pages.filter((name) => name.startsWith("compare/"));
  const some = new Set(alike.filter((_, place) => place % 10 > 0));
  assert.ok(alike.length > 400 && some.size < pages.length);
  for (const name of pages.filter((name) => !some.has(name))) {
    const { results } = await (/^embed\/./.test(name) && !["embed/index.html", "embed/commands.html"].includes(name) ? inFrames : whole).validateString(read(name), name);
    const told = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`));
    assert.deepEqual([...new Set(told)].slice(0, 20), [], name);
  }
});

test("every internal link and fragment of every page resolves", async (t) => {
  const ids = new Map();
  const links = [];
  const page = await shared.open(t, { path: "404.html", ready: false });
  for (const name of pages) {
    const found = await page.evaluate((html) => {
      // A parser reports styles inside to the policy of its own page.
      const document = new DOMParser().parseFromString(html.replace(/<style[^]*?<\/style>/g, ""), "text/html");
      return {
        ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
        links: [...document.querySelectorAll("[href], [src]")].map((element) => element.getAttribute("href") ?? element.getAttribute("src")),
        labels: [...document.querySelectorAll("[aria-labelledby], [aria-describedby], [for], [popovertarget]")].flatMap((element) =>
          ["aria-labelledby", "aria-describedby", "for", "popovertarget"].flatMap((attribute) => element.getAttribute(attribute)?.split(" ") ?? []),
        ),
      };
    }, read(name));
    assert.deepEqual(found.ids.filter((id, place) => found.ids.indexOf(id) !== place), [], `ids of ${name} that come twice`);
    assert.deepEqual(found.labels.filter((id) => !found.ids.includes(id)), [], `references of ${name} that lead nowhere`);
    ids.set(name, new Set(found.ids));
    links.push(...found.links.map((link) => [name, link]));
  }
  assert.ok(links.length > 300);
  const broken = links.filter(([page, link]) => {
    if (/^(https:|http:|mailto:|data:)/.test(link)) return false;
    // The page for a wrong address is sent from anywhere, so it alone may start at the server's root.
    if (link.startsWith("/") && page !== "404.html") return true;
    const [path, fragment] = link.split("#");
    let target = path.startsWith("/") ? path.slice(1) : posix.normalize(posix.join(posix.dirname(page), path || posix.basename(page)));
    target = target.replace(/^\.\/?$/, "").replace(/\?.*$/, "");
    if (target === "" || target.endsWith("/")) target += "index.html";
    if (!existsSync(join(dist, target))) return true;
    return fragment && !ids.get(target)?.has(decodeURIComponent(fragment));
  });
  assert.deepEqual(broken, []);
});

test("links to other sites are plain https or http addresses that give no opener away", async (t) => {
  const page = await shared.open(t, { path: "sources/", javaScriptEnabled: false, ready: false });
  const links = await page.locator("a[href^=http]").evaluateAll((all) => all.map((link) => [link.getAttribute("href"), link.target]));
  assert.ok(links.length > 50);
  for (const [href, target] of links) {
    assert.ok(URL.canParse(href), href);
    assert.notEqual(target, "_blank", href);
  }
});

test("headings have links to themselves that are copied with the full address", async (t) => {
  const page = await shared.open(t, { permissions: ["clipboard-read", "clipboard-write"] });
  const anchor = page.locator("#lessons .anchor").first();
  await anchor.click();
  assert.equal(page.url(), `${shared.site.url}#lessons`);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${shared.site.url}#lessons`);
});

test("the outline marks the part that is being read", async (t) => {
  const page = await shared.open(t, { viewport: { width: 1600, height: 900 } });
  for (const part of ["supports", "about", "takeaways"]) {
    await page.locator(`#${part}`).evaluate((section) => section.scrollIntoView({ block: "start", behavior: "instant" }));
    await page.waitForFunction((id) => document.querySelector(".outline [aria-current]")?.getAttribute("href") === `#${id}`, part);
    assert.equal(await page.locator(".outline [aria-current]").count(), 1);
  }
});

test("metadata for search and for sharing is there", () => {
  const html = read("index.html");
  for (const wanted of [
    /<title>[^<]{20,}<\/title>/,
    /<meta name="description" content="[^"]{40,}"/,
    /<meta property="og:title" content="[^"]+"/,
    /<meta property="og:description" content="[^"]+"/,
    /<link rel="icon" href="assets\/icon-[0-9a-f]+\.svg"/,
    /<link rel="manifest" href="manifest.webmanifest"/,
    /<script type="application\/ld\+json">/,
  ]) {
    assert.match(html, wanted);
  }
  const data = JSON.parse(html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]);
  assert.equal(data["@type"], "Report");
  const manifest = JSON.parse(read("manifest.webmanifest"));
  assert.ok(manifest.icons.length >= 3);
  for (const icon of manifest.icons) assert.ok(existsSync(join(dist, icon.src)), icon.src);
  assert.match(read("404.html"), /content="noindex"/);
});
