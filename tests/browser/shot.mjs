import { launchChromium } from "./harness/chromium.mjs";
import { serveSite } from "./harness/site.mjs";
const site = await serveSite(); const browser = await launchChromium();
for (const [w, scheme] of [[1440,"light"],[360,"dark"]]) {
const page = await browser.newPage({viewport:{width:w,height:1000}, colorScheme: scheme});
await page.goto(site.url+"embed/#figure-timeline"); await page.waitForTimeout(2500);
console.log(await page.evaluate(()=>[document.documentElement.scrollWidth, innerWidth]));
await page.evaluate(()=>document.querySelector("#preview").scrollIntoView({behavior:"instant"})); await page.waitForTimeout(1500); await page.screenshot({path:`/tmp/b${w}.png`, x:0});
}
await browser.close(); await site.close();
