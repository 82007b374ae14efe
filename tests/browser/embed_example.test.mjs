// The example page for partners: it speaks with its figures, and what it gives to copy does the same in a page of another site.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { withChromium } from "./harness/chromium.mjs";
import { openHost } from "./harness/hosts.mjs";

const shared = withChromium();

/** Presses the buttons beside a figure, and returns what it told. */
async function speak(place, sentence) {
  const told = async (count) => {
    await place.locator(":scope > ol > li").nth(count - 1).waitFor({ timeout: 20_000 });
    return place.locator(":scope > ol > li").allInnerTexts();
  };
  const said = place.locator(":scope > [role=status]");
  await place.getByRole("button", { name: "Arizona" }).click();
  await told(2);
  assert.match(await said.innerText(), / in Arizona/);
  assert.equal(await said.innerText(), `view-changed: ${await sentence.innerText()}`);
  await place.getByRole("button", { name: "All states" }).click();
  await told(3);
  assert.match(await said.innerText(), / in 5 states /);
  await place.getByRole("button", { name: "there is not" }).click();
  await told(4);
  await place.getByRole("button", { name: "Focus" }).click();
  await place.page().waitForFunction(() => ["IFRAME", "THROUGHLINE-FIGURE"].includes(document.activeElement.tagName));
  await place.page().keyboard.press("ArrowRight");
  await place.page().keyboard.press("Enter");
  return (await told(5)).map((line) => line.split(":")[0]);
}
const EXPECTED = ["ready", "view-changed", "view-changed", "error", "select"];
const WAYS = [["frame", (place) => place.frameLocator("iframe").locator(".sentence")], ["element", (place) => place.locator("throughline-figure .sentence")]];

test("the page for partners leads to the example, which search engines leave out", async (t) => {
  const page = await shared.open(t, { path: "embed/" });
  await page.click("text=example page");
  await page.waitForURL(/\/embed\/commands\.html$/);
  assert.equal(await page.locator('meta[name="robots"]').getAttribute("content"), "noindex");
});

test("the example asks its figures and lists what they tell, with a frame and without", async (t) => {
  const page = await shared.open(t, { path: "embed/commands.html" });
  const places = page.locator(".speaks");
  assert.equal(await places.count(), WAYS.length);
  for (const [at, [name, sentence]] of WAYS.entries()) assert.deepEqual(await speak(places.nth(at), sentence(places.nth(at))), EXPECTED, name);
});

test("what the example gives to copy works in a page of another site as it stands", async (t) => {
  const pages = new Map();
  const server = createServer((request, response) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(pages.get(request.url))).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => (server.closeAllConnections(), server.close()));
  const example = await shared.open(t, { path: "embed/commands.html" });
  for (const [at, [name, sentence]] of WAYS.entries()) {
    const copied = (await example.locator("pre").nth(at).innerText()).replaceAll("https://report.example/", shared.site.url);
    pages.set(`/${name}`, `<!DOCTYPE html><html lang="en"><title>Copied</title><link rel="icon" href="data:,"><main>${copied}</main></html>`);
    const page = await openHost(t, shared.browser, shared.site.url, `http://localhost:${server.address().port}/`, name);
    const place = page.locator(".speaks");
    assert.deepEqual(await speak(place, sentence(place)), EXPECTED, name);
  }
});

test("without scripts the example shows its figures and what to copy", async (t) => {
  const page = await shared.open(t, { path: "embed/commands.html", javaScriptEnabled: false, ready: false });
  assert.ok(await page.frameLocator("iframe").locator(".plot svg:visible").first().isVisible());
  assert.ok(await page.locator("throughline-figure img").isVisible());
  for (const copied of await page.locator("pre").allInnerTexts()) assert.match(copied, /throughline:view-changed|throughline:\$\{name\}/);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing on the example, ${colorScheme}, and it needs no room beside a phone`, async (t) => {
    const page = await shared.open(t, { path: "embed/commands.html", colorScheme, viewport: { width: 360, height: 800 }, tolerate: /inline style|preload assets|policy: style-src/ });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.locator("throughline-figure").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector("throughline-figure").shadowRoot.querySelector("figure"));
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).slice(0, 3).join(" | ")}`), []);
  });
}
