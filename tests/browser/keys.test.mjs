// Every state's value is at most four keys away, in every figure that names states.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { FIGURES } from "./harness/study.mjs";

const shared = withChromium();
const STATES = ["Arizona", "Nevada", "North Dakota", "South Carolina", "Ohio"];
// Their marks are strategies and frameworks, series of districts, strategies and practices.
const OF_NO_STATE = new Set(["crosswalk", "district-trends", "throughline"]);
const MOST = 4;

for (const id of FIGURES) {
  test(`${id}: at most ${MOST} keys to any state`, async (t) => {
    const page = await shared.open(t, { path: `figure/${id}/`, drawing: true });
    await page.locator(`#fig-${id}-plot`).focus();
    await page.keyboard.press("Home");
    await page.waitForFunction((id) => document.querySelector(`#fig-${id}-plot .is-active`), id);
    const far = await page.evaluate(
      ([id, states, most]) => {
        const [plot, readout] = [document.querySelector(`#fig-${id}-plot`), document.querySelector(`#fig-${id}-readout`)];
        const press = (key) => plot.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        // All that the figure says of its marks, by walking it once.
        const labels = [];
        for (let last = null; plot.querySelector(".is-active").dataset.key !== last; ) {
          last = plot.querySelector(".is-active").dataset.key;
          labels.push(readout.textContent);
          press("PageDown");
        }
        // A state's marks begin with its name; where none does, those of its districts name it.
        const begins = (label, state) => [",", ":"].includes(label[state.length]) && label.startsWith(state);
        const isOf = states.some((state) => labels.some((label) => begins(label, state))) ? begins : (label, state) => label.includes(state);
        const pause = () => new Promise((done) => setTimeout(done, 950));
        const walk = async () => {
          const named = states.filter((state) => labels.some((label) => isOf(label, state)));
          const far = named.length > 0 ? [] : ["no state is named"];
          for (const state of named) {
            const initials = state.split(" ").map((word) => word[0]).join("");
            let least = Infinity;
            for (const word of [state, initials]) {
              press("Home");
              // What is typed after a pause is a new word.
              await pause();
              let keys = 0;
              while (keys < word.length && !(keys > 0 && isOf(readout.textContent, state))) press(word[keys++].toLowerCase());
              if (isOf(readout.textContent, state)) least = Math.min(least, keys);
            }
            if (least > most) far.push(`${state}: ${least} keys`);
          }
          return far;
        };
        return walk();
      },
      [id, STATES, MOST],
    );
    assert.deepEqual(far, OF_NO_STATE.has(id) ? ["no state is named"] : []);
  });
}
