// Three browser engines behind one small interface, for the journeys that every reader makes.
//
// A driver has: open(url), back(), evaluate(function, argument), click(selector), press(key), close().

import puppeteer from "puppeteer-core";
import { launchChromium } from "./chromium.mjs";
import { findElement, launchWebKit } from "./webdriver.mjs";

export const engines = {
  async chromium() {
    const browser = await launchChromium();
    const page = await (await browser.newContext()).newPage();
    return {
      open: (url) => page.goto(url, { waitUntil: "load" }),
      back: () => page.evaluate(() => void setTimeout(() => history.back())),
      evaluate: (act, argument) => page.evaluate(act, argument),
      click: (selector) => page.click(selector),
      press: (key) => page.keyboard.press(key),
      close: () => browser.close(),
    };
  },

  async firefox() {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
      headless: true,
    });
    const page = await browser.newPage();
    return {
      open: (url) => page.goto(url, { waitUntil: "load" }),
      back: () => page.evaluate(() => void setTimeout(() => history.back())),
      evaluate: (act, argument) => page.evaluate(act, argument),
      click: (selector) => page.click(selector),
      press: (key) => page.keyboard.press(key),
      close: () => browser.close(),
    };
  },

  async webkit() {
    const { command, close } = await launchWebKit();
    return {
      open: (url) => command("POST", "/url", { url }),
      back: () => command("POST", "/back"),
      evaluate: (act, argument) =>
        command("POST", "/execute/sync", { script: `return (${act}).apply(null, arguments)`, args: [argument ?? null] }),
      click: async (selector) => command("POST", `/element/${await findElement(command, selector)}/click`),
      press: (key) => command("POST", "/actions", { actions: [keyActions(key)] }),
      close,
    };
  },
};

/** WebDriver's names of the keys that are not characters. */
const KEYS = {
  Enter: "\uE007",
  Escape: "\uE00C",
  Tab: "\uE004",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

function keyActions(key) {
  const value = KEYS[key] ?? key;
  return { type: "key", id: "keyboard", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] };
}

/** Waits until an evaluation is true. */
export async function until(driver, act, argument) {
  const limit = Date.now() + 15_000;
  while (!(await driver.evaluate(act, argument))) {
    if (Date.now() > limit) throw new Error(`waited in vain for ${act}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
