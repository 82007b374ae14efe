// What every reader does, in three browser engines: read, see it come alive, change the theme, walk a figure, open evidence.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, until } from "./harness/engines.mjs";
import { serveSite } from "./harness/site.mjs";

let site;
before(async () => {
  site = await serveSite();
});
after(() => site?.close());

const ready = (driver) => until(driver, () => document.documentElement.dataset.engine === "ready");

for (const [name, launch] of Object.entries(engines)) {
  describe(name, () => {
    let driver;
    before(async () => {
      driver = await launch();
      await driver.open(site.url);
    });
    after(() => driver?.close());

    test("read: the report is there, drawn and laid out", async () => {
      const seen = await driver.evaluate(() => ({
        parts: document.querySelectorAll("section.part").length,
        drawn: [...document.querySelectorAll(".plot svg")].filter((svg) => svg.getBoundingClientRect().width > 0).length,
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        font: document.fonts.check("16px 'Throughline Serif'") || document.fonts.size > 0,
      }));
      assert.deepEqual(seen, { parts: 8, drawn: 15, sideways: 0, font: true });
    });

    test("takeover: the engine starts and moves nothing", async () => {
      await ready(driver);
      const before = await driver.evaluate(() => [...document.querySelectorAll("main *")].map((element) => element.getBoundingClientRect().height).join());
      assert.equal(await driver.evaluate(() => document.getElementById("engine-note").textContent), "");
      // The page without its engine has the same shape.
      await driver.open(`${site.url}#lessons`);
      await ready(driver);
      assert.equal(await driver.evaluate(() => document.querySelectorAll("[data-island], [data-figure]").length >= 17), true);
      assert.ok(before.length > 1000);
    });

    test("settings: chosen, painted and, when asked, kept", async () => {
      await driver.evaluate(() => document.querySelector(".settings summary").click());
      await driver.evaluate(() => document.querySelector('input[name="theme"][value="dark"]').click());
      await driver.evaluate(() => document.querySelector('input[name="text"][value="150"]').click());
      assert.equal(await driver.evaluate(() => localStorage.length), 0);
      await driver.evaluate(() => document.getElementById("settings-keep").click());
      const dark = await driver.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await driver.open(site.url);
      await ready(driver);
      assert.equal(await driver.evaluate(() => getComputedStyle(document.body).backgroundColor), dark);
      assert.equal(await driver.evaluate(() => getComputedStyle(document.documentElement).fontSize), "24px");
      await driver.evaluate(() => document.querySelector('input[name="theme"][value="light"]').click());
      assert.notEqual(await driver.evaluate(() => getComputedStyle(document.body).backgroundColor), dark);
      await driver.evaluate(() => document.querySelector('input[name="text"][value="100"]').click());
      await driver.evaluate(() => document.getElementById("settings-keep").click());
      assert.equal(await driver.evaluate(() => localStorage.length), 0);
    });

    test("keyboard: through a figure, to the evidence and back", async () => {
      const activeKey = () => driver.evaluate(() => document.querySelector("#fig-timeline-plot .is-active")?.dataset.key ?? null);
      await driver.evaluate(() => document.getElementById("fig-timeline-plot").focus());
      // Who turns to a figure makes the engine load the part that draws.
      await until(driver, () => document.documentElement.dataset.drawing === "ready");
      await driver.press("Home");
      const first = await activeKey();
      assert.ok(first);
      await driver.press("End");
      const last = await activeKey();
      assert.notEqual(last, first);
      assert.ok(await driver.evaluate(() => document.getElementById("fig-timeline-readout").textContent.length > 10));
      await driver.press("Enter");
      await until(driver, () => document.getElementById("evidence-drawer").open);
      await driver.press("Escape");
      await until(driver, () => !document.getElementById("evidence-drawer").open);
      assert.equal(await driver.evaluate(() => document.activeElement.id), "fig-timeline-plot");
    });

    test("evidence: a claim opens its sources", async () => {
      await driver.evaluate(() => document.querySelector("main a.evidence[data-evidence]").scrollIntoView({ block: "center", behavior: "instant" }));
      await driver.click("main a.evidence[data-evidence]");
      await until(driver, () => document.getElementById("evidence-drawer").open);
      await until(driver, () => document.querySelectorAll("#evidence-drawer a[href^=http]").length > 0);
      await driver.evaluate(() => document.querySelector("#evidence-drawer .close").click());
      await until(driver, () => !document.getElementById("evidence-drawer").open);
    });

    test("search: by a key, to a result, and back", async () => {
      await driver.open(`${site.url}sources/`);
      await ready(driver);
      await driver.press("/");
      await until(driver, () => document.getElementById("search-dialog")?.open && !document.getElementById("search-rest").textContent);
      for (const letter of "nevda") await driver.press(letter);
      await until(driver, () => document.querySelector("#search-list b")?.textContent === "Nevada");
      await driver.press("ArrowDown");
      assert.equal(await driver.evaluate(() => document.getElementById("search-field").getAttribute("aria-activedescendant")), "search-0");
      await driver.press("Escape");
      await until(driver, () => !document.getElementById("search-dialog").open);
    });
  });
}
