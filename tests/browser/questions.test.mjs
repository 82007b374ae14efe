// Five questions that readers come with, each from the first visit to its answer on the screen: by pointer, by keyboard alone,
// and by finger at 360 px, in at most six steps.
//
// Steps are counted from what the page sees (see harness/steps.mjs), with each stretch of scrolling to what is read. Who has only
// a keyboard walks to what they choose with Tab, which is part of that step; how many keys it takes is held down, too. What is
// right is read from the study's tables, not from the site.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withChromium } from "./harness/chromium.mjs";
import { countSteps, stepsOf } from "./harness/steps.mjs";
import { row, table } from "./harness/study.mjs";

const shared = withChromium();
const MOST_STEPS = 6;
const MOST_KEYS = 60;

const WAYS = {
  pointer: { viewport: { width: 1440, height: 900 } },
  keyboard: { viewport: { width: 1440, height: 900 } },
  finger: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

/** A reader on their way to an answer. */
class Reader {
  constructor(page, way, steps) {
    Object.assign(this, { page, way, steps });
  }

  /** Opens the search. */
  async openSearch() {
    if (this.way === "keyboard") await this.page.keyboard.press("/");
    else await this.press(this.page.locator("#search"));
    await this.page.locator("#search-field").waitFor({ state: "visible" });
    await this.page.waitForFunction(() => !document.getElementById("search-rest").textContent.startsWith("Loading"));
  }

  /** Types words into the search. */
  async type(words) {
    await this.page.keyboard.type(words);
    await this.page.locator("#search-list [role=option]").first().waitFor();
  }

  /** Follows the result with this title, which keys reach in a few presses. */
  async follow(title) {
    const wanted = this.page.locator("#search-list [role=option]", { hasText: title }).first();
    if (this.way === "keyboard") {
      for (let keys = 0; (await wanted.getAttribute("aria-selected")) !== "true"; keys += 1) {
        assert.ok(keys < 20, `${title} is not among the first results`);
        await this.page.keyboard.press("ArrowDown");
      }
      await this.page.keyboard.press("Enter");
    } else await this.press(wanted);
    await this.page.waitForFunction(() => !document.getElementById("search-dialog")?.open);
    await this.page.waitForFunction(() => document.documentElement.dataset.engine === "ready");
  }

  /** Presses a link or button of the page. */
  async choose(target) {
    if (this.way === "keyboard") {
      await this.walkTo(target);
      await this.page.keyboard.press("Enter");
    } else await this.press(target);
  }

  async walkTo(target) {
    for (let keys = 0; !(await target.evaluate((element) => element === document.activeElement)); keys += 1) {
      assert.ok(keys < MOST_KEYS, "Tab leads there at last");
      await this.page.keyboard.press("Tab");
    }
  }

  async press(target) {
    await (this.way === "finger" ? target.tap() : target.click());
  }

  /** The answer is on the screen, after few enough steps, and nothing sticks out sideways. */
  async reads(text) {
    const place = await this.page.waitForFunction(
      (text) => {
        // What is not shown has its text all the same.
        const says = (element) => element.checkVisibility() && element.innerText?.replaceAll(/\s+/g, " ").includes(text);
        let place = document.querySelector("dialog[open]") ?? document.querySelector("main");
        if (!says(place)) return null;
        for (let inner = place; inner; inner = [...place.children].find(says)) place = inner;
        return place;
      },
      text.replaceAll(/\s+/g, " "),
      { timeout: 10_000 },
    );
    const scrolled = await place.evaluate((element) => {
      const inSight = () => {
        const { top, bottom } = element.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      };
      if (inSight()) return false;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      return inSight() || null;
    });
    assert.notEqual(scrolled, null, "the answer can be scrolled to");
    if (scrolled) this.steps.scrolled();
    const steps = this.steps.count();
    assert.ok(steps >= 3 && steps <= MOST_STEPS, `${steps} steps`);
    assert.ok(await this.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  }
}

/** Each: the question, and a way to its answer. */
const QUESTIONS = {
  "How do North Dakota and South Carolina differ on seat time, and which practices could it carry?": async (reader) => {
    await reader.openSearch();
    await reader.type("seat-time");
    await reader.follow("Seat-time flexibility");
    for (const state of ["nd", "sc"]) await reader.reads(row("state_strategies", { state, strategy: "seat-time" }).summary);
    const carried = table("links").filter((link) => link.strategy === "seat-time");
    assert.ok(carried.length > 0);
    const short = (await reader.page.locator("#in-short + p").innerText()).toLowerCase();
    for (const { practice } of carried) assert.ok(short.includes(row("practices", { id: practice }).name.toLowerCase()), short);
  },
  "What do Arizona and Nevada have alike?": async (reader) => {
    await reader.openSearch();
    await reader.type("arizona nevada");
    await reader.follow("Arizona and Nevada, side by side");
    await reader.page.waitForURL(/\/compare\/az\/nv\/$/);
    await reader.reads("Arizona and Nevada have the same status in");
    // All that the record shows alike is listed as such, or refused with a reason.
    const status = (state, strategy) => row("state_strategies", { state, strategy }).status;
    const under = (id) => reader.page.locator(`section[aria-labelledby="${id}"]`).innerText();
    const [alike, refused] = [await under("alike"), await under("refused")];
    for (const { id, name } of table("strategies")) {
      const same = status("az", id) === status("nv", id) && !["none-found", "unknown"].includes(status("az", id));
      assert.equal(alike.includes(name), same && !refused.includes(name), name);
    }
  },
  "Which events of Nevada does the record hold?": async (reader) => {
    await reader.openSearch();
    await reader.type("nevada");
    await reader.follow("Nevada");
    await reader.page.waitForURL(/\/state\/nv\/$/);
    const events = table("events").filter(({ state }) => state === "nv");
    assert.ok(events.length > 5);
    for (const { title } of events) await reader.reads(title);
  },
  "Since when has Horry County Schools been at it, and how do we know?": async (reader) => {
    await reader.openSearch();
    await reader.type("horry");
    await reader.follow("Horry County Schools");
    await reader.page.waitForURL(/\/district\/sc-horry\/$/);
    const district = row("districts", { id: "sc-horry" });
    await reader.reads(district.start_note);
    await reader.choose(reader.page.locator(".title-block a[data-evidence], .title-block .source-line a").first());
    const source = row("sources", { id: district.source });
    await reader.page.waitForFunction((title) => document.body.innerText.includes(title), source.title);
  },
  "Which law waives instructional time in North Dakota, and is its source official?": async (reader) => {
    await reader.openSearch();
    await reader.type("SB 2196");
    await reader.follow("SB 2196");
    const event = row("events", { id: "nd-sb2196-2021" });
    await reader.reads(event.description);
    const source = row("sources", { id: event.source });
    await reader.reads(source.title);
    await reader.reads(source.official === "yes" ? "; official." : "; not official.");
  },
};

for (const [way, options] of Object.entries(WAYS)) {
  for (const [question, answer] of Object.entries(QUESTIONS)) {
    test(`by ${way}: ${question}`, async (t) => {
      let steps;
      const page = await shared.open(t, { ...options, prepare: async (page) => (steps = await countSteps(page)) });
      await answer(new Reader(page, way, steps));
      assert.ok(steps.count() <= MOST_STEPS);
    });
  }
}

test("steps are those that were made, so that a way too long is found out", async (t) => {
  assert.equal(stepsOf(["key", "letters", "letters", "walk", "walk", "end", "walk", "end", "press", "press", "scroll", "scroll", "end"]), 8);
  let steps;
  const page = await shared.open(t, { prepare: async (page) => (steps = await countSteps(page)) });
  const reader = new Reader(page, "keyboard", steps);
  await reader.openSearch();
  await reader.type("nevada");
  await reader.follow("Nevada");
  await page.waitForURL(/\/state\/nv\/$/);
  assert.equal(steps.count(), 3);
  for (let presses = 0; presses < MOST_STEPS; presses += 1) await page.mouse.click(2, 300);
  await assert.rejects(reader.reads("Nevada"), /9 steps/);
});
