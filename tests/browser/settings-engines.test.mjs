// Settings in browser engines that keep the pages one leaves: a page that the browser shows again as it was left takes what was kept since.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, until } from "./harness/engines.mjs";
import { serveSite } from "./harness/site.mjs";

let site;
before(async () => {
  site = await serveSite();
});
after(() => site?.close());

// Playwright has Chromium make each page anew.
for (const name of ["firefox", "webkit"]) {
  describe(name, () => {
    let driver;
    before(async () => {
      driver = await engines[name]();
    });
    after(() => driver?.close());
    const ready = (page) => until(driver, (page) => document.documentElement.dataset.page === page && document.documentElement.dataset.engine === "ready", page);

    // Browsers do not keep a page that still waits for an answer, and these two come after the engine.
    const hasAll = () =>
      until(driver, () => {
        const answered = performance.getEntriesByType("resource").map((entry) => entry.name);
        return ["paper", "keep"].every((script) => answered.some((address) => address.includes(`/${script}-`)));
      });

    test("going back, the page is as the settings are by now", async () => {
      await driver.open(site.url);
      await ready("");
      await hasAll();
      await driver.evaluate(() => {
        window.before = true;
        return true;
      });
      await driver.open(`${site.url}sources/`);
      await ready("sources/");
      await driver.evaluate(() => {
        for (const input of ['.settings input[name="text"][value="130"]', "#settings-keep"]) document.querySelector(input).click();
        return true;
      });
      await driver.back();
      await ready("");
      assert.equal(await driver.evaluate(() => window.before), true, "it is shown as it was left");
      await until(driver, () => document.documentElement.dataset.text === "130" && document.getElementById("settings-keep").checked);
    });
  });
}
