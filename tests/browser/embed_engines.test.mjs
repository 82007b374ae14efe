// Frames in a sandbox, their heights, events and commands, and the element, in three browser engines.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { engines, until } from "./harness/engines.mjs";
import { serveHosts } from "./harness/hosts.mjs";
import { serveSite } from "./harness/site.mjs";

let site, host;
before(async () => {
  site = await serveSite();
  host = await serveHosts(site.url);
});
after(async () => {
  await host?.close();
  await site?.close();
});

for (const [name, launch] of Object.entries(engines)) {
  test(`${name}: a sandboxed frame gets its height, takes a command and tells what it shows`, async (t) => {
    const driver = await launch();
    t.after(() => driver.close());
    // In a sandbox some refuse to change the address; a language that there is not must not end the script.
    await driver.open(`${host.url}commands.html?query=${encodeURIComponent("?lang=es")}`);
    await until(driver, () => {
      const { clientHeight } = document.querySelector("iframe");
      return clientHeight > 500 && clientHeight !== 900;
    });
    await driver.click("#nd");
    await until(driver, () => document.getElementById("said").textContent.includes("North Dakota"));
    assert.ok(await driver.evaluate(() => window.events.some((event) => event.event === "ready")));
    assert.ok(await driver.evaluate(() => window.events.some(({ code }) => code === "language")));
  });

  test(`${name}: the element shows a figure`, async (t) => {
    const driver = await launch();
    t.after(() => driver.close());
    await driver.open(`${host.url}element.html`);
    await until(driver, () => Boolean(document.querySelector("throughline-figure").shadowRoot?.querySelector("figure .plot svg")));
    const width = await driver.evaluate(() => document.querySelector("throughline-figure").shadowRoot.querySelector(".plot").clientWidth);
    assert.ok(width > 300, `${width} px`);
  });
}
