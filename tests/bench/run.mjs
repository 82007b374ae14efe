// Measures our figures against other libraries with the same data, in one run, and prints ratios. See README.md.
//
//   node run.mjs [--quick] [cells] [points] [growth] [search] [embed]

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { dist, root, tool } from "../browser/harness/site.mjs";
import { Contender } from "./contender.mjs";
import { measureEmbeds } from "./embed.mjs";
import { embedTable, growthTable, memoryTable, searchTable, timeTable } from "./report.mjs";
import { measureFinding, measureSearch, openSearch } from "./search.mjs";
import { serve } from "./server.mjs";
import { forPages, matrixData, scatterData, writeStudy } from "./study.mjs";

/** The folder of the compiled engine to measure. */
const ENGINE = process.env.ENGINE ?? dist;
const quick = process.argv.includes("--quick");
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const ROUNDS = quick ? 5 : 15;
const WARM_UP = quick ? 1 : 3;
const CHANGES = quick ? 50 : 500;
const GROWTH = quick ? [1_000, 10_000] : [1_000, 3_000, 10_000, 30_000, 100_000];
const MOVES = 60;
const OURS = "Throughline";
const AUTHORS = { order: "authors", without: null };

/** What is drawn: our figure with the same data as the others' pages, and a choice in it that nothing fits. */
const KINDS = {
  matrix: { figure: "strategy-matrix", make: matrixData, empty: () => "Unknown", viewport: { width: 1280, height: 3200 } },
  scatter: {
    figure: "district-landscape",
    make: scatterData,
    empty: (data) => data.states.at(-1).name,
    viewport: { width: 1280, height: 3200 },
  },
};

const OTHERS = {
  matrix: [
    ["Observable Plot", "plot.html"],
    ["ECharts svg", "echarts.html", "svg"],
    ["ECharts canvas", "echarts.html", "canvas"],
    ["Vega-Lite", "vega.html", "canvas"],
  ],
  scatter: [
    ["Observable Plot", "plot.html"],
    ["ECharts svg", "echarts.html", "svg"],
    ["ECharts canvas", "echarts.html", "canvas"],
    ["ECharts large", "echarts.html", "large"],
    ["Vega-Lite", "vega.html", "canvas"],
  ],
};

const script = readFileSync(fileURLToPath(new URL("pages/throughline.js", import.meta.url)), "utf8");

/** A size to measure: made-up data, our site around it, and the same rows for the others. */
class Arena {
  constructor(folder, url, kindName, size) {
    this.kindName = kindName;
    this.kind = KINDS[kindName];
    this.size = size;
    this.data = this.kind.make(size);
    this.name = `${kindName}-${size}`;
    this.url = url;
    const study = path.join(folder, "studies", this.name);
    writeStudy(study, this.data);
    const [site, page] = [path.join(folder, this.name), `figure/${this.kind.figure}/`];
    const build = ["build", "--study", study, "--engine", ENGINE, "--out", site, "--only", page];
    execFileSync(tool, build, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    mkdirSync(path.join(folder, "data"), { recursive: true });
    writeFileSync(path.join(folder, "data", `${this.name}.json`), JSON.stringify(forPages(kindName, this.data)));
  }

  /** All contenders, ours first. */
  async open() {
    const contenders = [];
    this.contenders = contenders;
    contenders.push(await this.openOurs(false));
    for (const [name, page, way = "canvas"] of OTHERS[this.kindName]) {
      const url = `${this.url}pages/${page}?data=${this.name}&way=${way}`;
      const prepare = (page) => page.waitForFunction(() => window.contender);
      contenders.push(await Contender.open({ name, url, prepare, viewport: this.kind.viewport }));
    }
    return contenders;
  }

  /** Our page; `chosen` if all states are to be chosen one by one, so that one click leaves one out. */
  openOurs(chosen) {
    const query = chosen ? `?states=${this.data.states.map((state) => state.id).join(",")}` : "";
    const url = `${this.url}${this.name}/figure/${this.kind.figure}/${query}`;
    const options = { figure: this.kind.figure, empty: this.kind.empty(this.data) };
    const prepare = async (page) => {
      const engine = await page.waitForFunction(() => ["ready", "failed"].find((state) => document.documentElement.dataset.engine === state));
      if ((await engine.jsonValue()) === "failed") throw new Error(`our engine fails on ${this.name}: is it of this site?`);
      await page.evaluate(`(${script.replace(/^\/\/.*$/gm, "").trim().replace(/;$/, "")})(${JSON.stringify(options)})`);
      await page.evaluate(() => window.contender.drawing());
    };
    return Contender.open({ name: OURS, url, prepare, viewport: this.kind.viewport });
  }

  /** Ours again, with all states chosen. */
  async reopenOurs() {
    await this.contenders[0].close();
    this.contenders[0] = await this.openOurs(true);
  }

  async close() {
    await Promise.all(this.contenders.map((contender) => contender.close()));
  }

  /** From nothing to everything. */
  draw(rounds = ROUNDS) {
    return this.measure(rounds, async (contender) => {
      await contender.act("clear");
      return contender.cost("draw", AUTHORS);
    });
  }

  /** Rows in another order, and back. */
  sort() {
    return this.measure(ROUNDS, (contender, round) => contender.cost("show", { ...AUTHORS, order: round % 2 === 0 ? "count" : "authors" }));
  }

  /** A state left out, and back. */
  leaveOut(rounds = ROUNDS) {
    return this.measure(rounds, (contender, round) => contender.cost("show", this.without(round)));
  }

  /** A state is left out in every other round, each time another one. */
  without(round) {
    const states = this.data.states.slice(0, -1);
    return { ...AUTHORS, without: round % 2 === 0 ? states[(7 * round) % states.length].name : null };
  }

  /** The pointer over the same data. */
  async hover() {
    const places = await this.places();
    return this.measure(
      Math.ceil(ROUNDS / 3),
      async (contender) => {
        const cost = await contender.costOfMoves(places.get(contender.name), true);
        return { main: cost.main / MOVES, all: cost.all / MOVES };
      },
      async (contender) => {
        const cost = await contender.costOfMoves(places.get(contender.name), false);
        return { main: cost.main / MOVES, all: cost.all / MOVES };
      },
    );
  }

  /** Where each contender shows the same sixty data; and that it tells them when the pointer is there. */
  async places() {
    const { rows } = this.data;
    const spread = Array.from({ length: 4 * MOVES }, (_, at) => rows[Math.floor(((at + 0.5) * rows.length) / (4 * MOVES))]);
    const find = (rows) => rows.map((row) => window.contender.place(row));
    const ours = await this.contenders[0].page.evaluate(find, spread);
    // Some points hide others; these are not pointed at.
    const chosen = spread.filter((_, at) => ours[at]).filter((_, at, seen) => at % Math.max(1, Math.floor(seen.length / MOVES)) === 0);
    const shown = chosen.slice(0, MOVES);
    if (shown.length < MOVES) throw new Error(`our ${this.name} shows only ${shown.length} of ${MOVES} data under a pointer`);
    const places = new Map();
    for (const contender of this.contenders) {
      const found = await contender.page.evaluate(find, shown);
      let told = 0;
      for (const [x, y] of found) {
        await contender.page.mouse.move(x, y);
        await contender.act();
        await contender.act();
        if (await contender.page.evaluate(() => window.contender.tip() !== "")) told += 1;
      }
      if (told < 0.9 * MOVES) throw new Error(`${contender.name} tells only ${told} of ${MOVES} data under a pointer`);
      places.set(contender.name, found);
    }
    return places;
  }

  /** Medians over rounds in which every contender has its turn, less what waiting alone costs. */
  async measure(rounds, act, wait = (contender) => contender.cost()) {
    const seen = this.contenders.map(() => ({ act: [], wait: [] }));
    for (let round = 0; round < WARM_UP + rounds; round += 1) {
      for (const [at, contender] of this.contenders.entries()) {
        await contender.page.bringToFront();
        const waited = await wait(contender, round);
        const acted = await act(contender, round);
        if (contender.problems.length > 0) throw new Error(`${contender.name}: ${contender.problems.join("; ")}`);
        if (round >= WARM_UP) {
          seen[at].act.push(acted);
          seen[at].wait.push(waited);
        }
      }
    }
    const of = (costs, what) => median(costs.map((cost) => cost[what]));
    return Object.fromEntries(
      this.contenders.map((contender, at) => {
        const less = (what) => Math.max(0, of(seen[at].act, what) - of(seen[at].wait, what));
        return [contender.name, { main: less("main"), all: less("all"), raw: seen[at] }];
      }),
    );
  }

  /** Throws where a contender does not show what it should. */
  async check(left, what) {
    for (const contender of this.contenders) {
      const count = await contender.page.evaluate(() => window.contender.count());
      // Painted points that hide each other are not all found by a pointer.
      const least = contender.name === OURS ? left / 4 : left;
      if (count < least || count > left) throw new Error(`${contender.name} shows ${count} of ${left} marks ${what}`);
    }
  }

  /** What each holds in memory when it has drawn, after a fifth of many changes, and after all. */
  async memory() {
    const found = {};
    for (const contender of this.contenders) {
      const after = [await contender.memory()];
      for (let change = 0; change < CHANGES; change += 1) {
        await contender.act("show", this.without(change));
        if (change + 1 === CHANGES / 5 || change + 1 === CHANGES) after.push(await contender.memory());
      }
      found[contender.name] = after;
    }
    return found;
  }

  marksWithout(state) {
    return this.data.rows.filter((row) => row.state !== state).length;
  }
}

async function measureSize(arena, title) {
  await arena.open();
  try {
    const rows = {};
    say(`Measuring ${title} …`);
    rows["full draw"] = await arena.draw();
    await arena.check(arena.data.rows.length, "when it has drawn all");
    await arena.reopenOurs();
    if (arena.kindName === "matrix") rows["update: rows in another order"] = await arena.sort();
    rows["update: a state left out"] = await arena.leaveOut();
    const last = arena.without(2);
    for (const contender of arena.contenders) await contender.act("show", last);
    await arena.check(arena.marksWithout(last.without), "when a state is left out");
    for (const contender of arena.contenders) await contender.act("show", AUTHORS);
    rows["hover"] = await arena.hover();
    say(`Changing the view ${CHANGES} times …`);
    const memory = await arena.memory();
    return { title, rows, memory };
  } finally {
    await arena.close();
  }
}

async function measureGrowth(make) {
  const growth = {};
  for (const size of GROWTH) {
    say(`Measuring ${count(size)} points …`);
    const arena = make("scatter", size);
    await arena.open();
    try {
      const rounds = size > 10_000 ? 3 : 5;
      const draw = await arena.draw(rounds);
      await arena.reopenOurs();
      growth[size] = { "full draw": draw, "update: a state left out": await arena.leaveOut(rounds) };
      // What is measured is not lost if a larger size fails.
      say(growthTable(growth, OURS));
    } finally {
      await arena.close();
    }
  }
  return growth;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const say = (text) => console.log(text);
const count = (number) => number.toLocaleString("en-US");

function machine() {
  const [cpu] = os.cpus();
  return `${os.cpus().length} × ${cpu.model.trim()}, load ${os.loadavg()[0].toFixed(1)}`;
}

const folder = mkdtempSync(path.join(os.tmpdir(), "throughline-bench-"));
const server = await serve(folder);
const results = { date: new Date().toISOString(), machine: machine(), rounds: ROUNDS };
try {
  say(`On ${results.machine}`);
  if (os.loadavg()[0] > 0.5 * os.cpus().length) say("The machine is busy: expect rough numbers.");
  const make = (kind, size) => new Arena(folder, server.url, kind, size);
  const wanted = (part) => asked.length === 0 || asked.includes(part);
  const sizes = [
    ["cells", "matrix", 2_000, "2,000 cells: 50 states × 40 strategies"],
    ["points", "scatter", 13_000, "13,000 points: start year × enrollment"],
  ];
  for (const [part, kind, size, title] of sizes.filter(([part]) => wanted(part))) {
    results[part] = await measureSize(make(kind, size), title);
    say(timeTable(results[part], OURS, "main", "time of the main thread"));
    say(timeTable(results[part], OURS, "all", "time of all threads, drawing of pixels included"));
    say(memoryTable(results[part], CHANGES));
  }
  if (wanted("growth")) {
    results.growth = await measureGrowth(make);
  }
  if (wanted("search")) {
    say("Measuring the search, key by key …");
    const { contenders, documents } = await openSearch(folder, server.url, ENGINE, OURS);
    try {
      const finding = {};
      for (const contender of contenders) finding[contender.name] = await measureFinding(contender, quick ? 5 : 20);
      results.search = { documents, finding, ...(await measureSearch(contenders, quick ? 1 : 3)) };
    } finally {
      for (const contender of contenders) await contender.close();
    }
    if (results.search.missed[OURS].length > 0) throw new Error(`our search does not find ${results.search.missed[OURS].join(", ")}`);
    say(searchTable(results.search, OURS));
  }
  if (wanted("embed")) {
    say("Measuring figures in frames …");
    results.embed = await measureEmbeds(quick ? 5 : 15);
    say(embedTable(results.embed));
  }
  results.ended = machine();
  say(`Ended with ${results.ended}`);
  const file = path.join(root, "target/bench.json");
  writeFileSync(file, JSON.stringify(results, null, 1));
  say(`All measurements are in ${path.relative(root, file)}`);
} catch (error) {
  // A browser that ended tells all that it ever wrote.
  console.error(`The benchmark broke off: ${error.message.split("\n")[0]}\n${error.stack.split("\n").filter((line) => line.startsWith("    at ")).join("\n")}`);
  process.exitCode = 1;
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
