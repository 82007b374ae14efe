// The search of the real report, typed key by key, against a search library with the same documents.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root, tool } from "../browser/harness/site.mjs";
import { Contender } from "./contender.mjs";

/** What is typed, and the title that should be among what is shown when all is typed. Most have a slip. */
export const QUERIES = [
  ["nevada", "Nevada"],
  ["nroth dakota", "North Dakota"],
  ["seat tiem", "Seat time"],
  ["lessons lerned", "Lessons learned"],
  ["timline", "Timeline"],
  ["innovaton waiver", "Innovation waiver"],
  ["competancy based", null],
  ["sb 2186", null],
  ["portrait of a gradaute", "Portrait of a graduate"],
  ["oakes", null],
  ["districts over tiem", null],
  ["aprenticeships", null],
];
const KINDS = ["Section", "Figure", "State", "District", "Strategy", "Practice", "Event", "Fact", "Term", "Source"];
const script = readFileSync(fileURLToPath(new URL("pages/minisearch.js", import.meta.url)), "utf8").replace(/^\/\/.*$/gm, "").trim().replace(/;$/, "");
const VIEWPORT = { width: 1280, height: 900 };

/** Opens our page twice: as it is, and with the library in place of our finder. */
export async function openSearch(folder, url, engine, ours) {
  const site = path.join(folder, "search");
  execFileSync(tool, ["build", "--engine", engine, "--out", site, "--only", ""], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const file = readdirSync(path.join(site, "assets")).find((name) => /^search-.*\.txt$/.test(name));
  const documents = parse(readFileSync(path.join(site, "assets", file), "utf8"));
  mkdirSync(path.join(folder, "data"), { recursive: true });
  writeFileSync(path.join(folder, "data", "search.json"), JSON.stringify(documents));
  const open = (name, prepare) => Contender.open({ name, url: `${url}search/`, prepare, viewport: VIEWPORT });
  const contenders = [await open(ours, prepareOurs), await open("MiniSearch", (page) => prepareTheirs(page, url))];
  return { contenders, documents: documents.length };
}

async function prepareTheirs(page, url) {
  await prepareOurs(page);
  await page.addScriptTag({ url: `${url}npm/minisearch/dist/umd/index.js` });
  await page.evaluate(`(${script})(${JSON.stringify(`${url}data/search.json`)})`);
}

async function prepareOurs(page) {
  await page.waitForSelector('html[data-engine="ready"]', { state: "attached" });
  await page.click("#search");
  await page.waitForSelector("#search-rest:empty", { state: "attached" });
  await page.evaluate(() => {
    window.contender = {
      type(text) {
        const field = document.getElementById("search-field");
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
      shown: () => [...document.querySelectorAll("#search-list [role=option] b")].map((title) => title.textContent),
    };
  });
}

/** Milliseconds of the main thread for each key of all queries, of each contender; and which queries found what they should. */
export async function measureSearch(contenders, rounds) {
  const costs = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  const missed = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const [query, wanted] of QUERIES) {
      for (const contender of contenders) {
        await contender.page.bringToFront();
        await contender.act("type", "");
        const waited = (await contender.cost()).main;
        for (let length = 1; length <= query.length; length += 1) {
          const { main } = await contender.cost("type", query.slice(0, length));
          // The first round does not count.
          if (round > 0) costs[contender.name].push(Math.max(0, main - waited));
        }
        const shown = await contender.page.evaluate(() => window.contender.shown());
        const found = wanted === null ? shown.length > 0 : shown.includes(wanted);
        if (!found && round === 0) missed[contender.name].push(query);
        if (contender.problems.length > 0) throw new Error(`${contender.name}: ${contender.problems.join("; ")}`);
      }
    }
  }
  return { screen: costs, missed };
}

/** Milliseconds from each key to the list in the document, which is not laid out because the dialog is closed. */
export async function measureFinding(contender, rounds) {
  const typed = QUERIES.flatMap(([query]) => Array.from(query, (_, at) => query.slice(0, at + 1)));
  return contender.page.evaluate(
    ([typed, rounds]) => {
      document.getElementById("search-dialog").close();
      // The clock is coarse, so several at once; other programs only ever add, so the least of all rounds.
      const AT_ONCE = 4;
      const one = (text) => {
        const times = Array.from({ length: rounds }, () => {
          const start = performance.now();
          for (let time = 0; time < AT_ONCE; time += 1) window.contender.type(text);
          return (performance.now() - start) / AT_ONCE;
        });
        return Math.min(...times);
      };
      typed.forEach(one);
      const costs = typed.map(one);
      document.getElementById("search-dialog").showModal();
      return costs;
    },
    [typed, rounds],
  );
}

/** The documents of a published list; see `src/search/file.rs`. */
function parse(text) {
  const lines = text.trimEnd().split("\n").slice(1);
  return lines.map((line, id) => {
    const [kind, title, text, place, evidence] = line.split("\t");
    return { id, kind: KINDS[Number(kind)], title, text, place, evidence };
  });
}
