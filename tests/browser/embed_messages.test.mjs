// Messages between figures and hosts are as their schema says, in both directions.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { withHosts } from "./harness/hosts.mjs";
import { dist } from "./harness/site.mjs";

const schema = JSON.parse(readFileSync(join(dist, "embed/messages.schema.json"), "utf8"));
const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
const fits = (message) => assert.ok(valid(message), `${JSON.stringify(message)}: ${JSON.stringify(valid.errors)}`);

const shared = withHosts();

test("every message of a lively visit is as the schema says", async (t) => {
  const heard = { out: [], in: [] };
  const page = await shared.open(t, "commands.html", {
    prepare: async (page) => {
      await page.exposeFunction("note", (way, message) => heard[way].push(message));
      await page.addInitScript(() => addEventListener("message", ({ data }) => window.note(window === top ? "out" : "in", data), true));
    },
  });
  await page.waitForFunction(() => document.querySelector("iframe").clientHeight > 950);
  await page.click("#nd");
  await page.waitForFunction(() => window.events.some((event) => event.event === "view-changed" && event.view === "states=nd"));
  await page.click("#focus");
  const inner = await (await page.$("iframe")).contentFrame();
  await inner.waitForFunction(() => document.activeElement?.className.includes("plot"));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.events.some((event) => event.event === "select"));
  // A command that is none is answered by an error.
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ throughline: 1, command: "set-view", view: 7 }, "*"));
  await page.waitForFunction(() => window.events.some((event) => event.event === "error"));
  const told = new Set(heard.out.map(({ event }) => event));
  assert.deepEqual([...told].sort(), ["error", "height", "hello", "ready", "select", "view-changed"]);
  heard.out.forEach(fits);
  const asked = heard.in.filter(({ view }) => view !== 7);
  assert.deepEqual([...new Set(asked.map(({ command }) => command))].sort(), ["focus", "hello", "set-view"]);
  asked.forEach(fits);
});

test("the schema refuses what is none of them", () => {
  const event = { throughline: 1, event: "height", figure: "votes", id: "a", height: 200 };
  fits(event);
  for (const change of [{ throughline: 2 }, { event: "scroll" }, { height: 0 }, { height: "200" }, { height: undefined }, { figure: "<b>" }, { id: "" }]) {
    assert.equal(valid(JSON.parse(JSON.stringify({ ...event, ...change }))), false, JSON.stringify(change));
  }
  assert.equal(valid({ throughline: 1, command: "set-view" }), false);
  assert.equal(valid({ throughline: 1, event: "hello", command: "hello", figure: "votes", id: "a" }), false);
});
