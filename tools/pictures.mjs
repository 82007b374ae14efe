// Draws the pictures that are made of others: the icon in the sizes that devices ask for, and the card for social media.
// Run `node tools/pictures.mjs` after `assets/icon.svg`, the fonts or the edition's name changed; it needs the browser
// tests' packages (`make test` installs them).

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../tests/browser/harness/chromium.mjs";

const assets = fileURLToPath(new URL("../assets/", import.meta.url));
const icon = readFileSync(`${assets}icon.svg`, "utf8");
const edition = readFileSync(`${assets}study/edition.csv`, "utf8");
const value = (key) => edition.match(new RegExp(`^${key},"?(.*?)"?$`, "m"))[1];
const font = (name) => `url(data:font/woff2;base64,${readFileSync(`${assets}fonts/${name}.woff2`).toString("base64")})`;

const card = `<!DOCTYPE html><meta charset="utf-8"><style>
  @font-face { font-family: Reading; src: ${font("throughline-serif")}; font-weight: 400 700 }
  @font-face { font-family: Labels; src: ${font("throughline-sans")}; font-weight: 400 700 }
  body { margin: 0; box-sizing: border-box; width: 1200px; height: 630px; padding: 84px 96px; background: #fbfaf7; color: #1c2127;
    display: flex; flex-direction: column; border-inline-start: 24px solid #0b5a6b }
  h1 { margin: 0; font: 600 34px/1 Labels; color: #0b5a6b; display: flex; align-items: center; gap: 20px }
  h1 svg { width: 72px }
  p { margin: auto 0; max-width: 18em; font: 600 58px/1.2 Reading; text-wrap: balance }
</style><h1>${icon}${value("name")}</h1><p>${value("tagline")}</p>`;

const browser = await launchChromium();
const page = await browser.newPage();
const draw = async (name, width, height, html) => {
  await page.setViewportSize({ width, height });
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${assets}${name}`, omitBackground: true });
};
for (const size of [192, 512]) {
  await draw(`icon-${size}.png`, size, size, `<style>body { margin: 0 } svg { display: block }</style>${icon}`);
}
await draw("card.png", 1200, 630, card);
await browser.close();
