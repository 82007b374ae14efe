// A show in three browser engines: keys, a live figure, blank, overview.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, until } from "./harness/engines.mjs";
import { serveSite } from "./harness/site.mjs";

let site;
before(async () => {
  site = await serveSite();
});
after(() => site?.close());

for (const [name, launch] of Object.entries(engines)) {
  describe(name, () => {
    let driver;
    before(async () => {
      driver = await launch();
    });
    after(() => driver?.close());
    const isOn = (number) => until(driver, (number) => document.querySelector(".slide.current")?.id === `slide-${number}`, number);

    test("keys go through the slides, and the figure comes to life", async () => {
      await driver.open(`${site.url}present/#show=4`);
      await isOn(4);
      await driver.press("ArrowRight");
      await isOn(5);
      await until(driver, () => !!document.querySelector(".slide.current .slide-live:not(.waiting) .plot svg"));
      assert.equal(await driver.evaluate(() => document.querySelectorAll(".slide.current .slide-live .mark").length > 20), true);
      await driver.press("m");
      await until(driver, () => location.search.includes("mark="));
      await until(driver, () => !!document.querySelector(".slide.current .mark.is-marked"));
      await driver.press("b");
      assert.equal(await driver.evaluate(() => document.documentElement.hasAttribute("data-blank")), true);
      await driver.press("b");
      await driver.press("o");
      assert.equal(await driver.evaluate(() => document.documentElement.dataset.show), "overview");
      await driver.press("Escape");
      for (const key of ["1", "2", "Enter"]) await driver.press(key);
      await isOn(12);
    });

    test("a slide fills the window without a part of it being cut off", async () => {
      const fits = await driver.evaluate(() => {
        const frame = document.querySelector(".slide.current .slide-frame").getBoundingClientRect();
        const face = document.querySelector(".slide.current .slide-face");
        return frame.width <= innerWidth + 1 && frame.height <= innerHeight + 1 && face.scrollHeight <= face.clientHeight + 1;
      });
      assert.equal(fits, true);
    });
  });
}
