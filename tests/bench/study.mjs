// Made-up studies of any size, and the same rows for the other libraries. Nothing in them is real, and each says so.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../browser/harness/site.mjs";

/** A study whose tables have the columns that these need. */
const PATTERN = path.join(root, "tests/studies/harbor");

/** The statuses of cells, each with its share. None is `unknown`: asking for that alone shows an empty figure. */
const STATUSES = [
  ["in-place", 0.4],
  ["partial", 0.2],
  ["pilot", 0.2],
  ["none-found", 0.2],
];

export const STATES = 50;
const YEARS = { first: 1995, count: 30 };
const MADE_UP = "Made up.";

/** States × strategies: one cell for each pair. */
export function matrixData(cells) {
  const random = generator(1);
  const states = places(STATES);
  const strategies = Array.from({ length: cells / STATES }, (_, at) => ({
    id: `strategy-${at + 1}`,
    name: `Made-up strategy ${at + 1}`,
    aim: at % 2 === 0 ? "condition" : "support",
  }));
  const rows = strategies.flatMap((strategy) =>
    states.map((state) => {
      const status = pick(STATUSES, random());
      const since = status === "none-found" ? null : 2000 + Math.floor(random() * 25);
      return { state: state.name, strategy: strategy.name, status, since };
    }),
  );
  return { states, strategies, districts: [], rows };
}

/** Districts with the year they started and their enrollment: one point each. The last state has none. */
export function scatterData(points) {
  const random = generator(2);
  const states = places(STATES);
  const districts = Array.from({ length: points }, (_, at) => {
    const state = states[at % (STATES - 1)];
    const year = YEARS.first + Math.floor(random() * YEARS.count);
    // From tens to hundreds of thousands of students, most of them some thousands.
    const enrollment = Math.round(10 ** (1.7 + 1.3 * (random() + random() + random())));
    return { id: `${state.id}-${at + 1}`, state: state.name, name: `Made-up district ${at + 1}`, year, enrollment };
  });
  const strategies = [{ id: "strategy-1", name: "Made-up strategy", aim: "condition" }];
  // Many start in the same year, so the other libraries get them beside each other, as our figure sets them.
  const start = (year) => Math.round(100 * (year + 0.7 * (random() - 0.5))) / 100;
  const rows = districts.map(({ state, name, year, enrollment }) => ({ state, name, start: start(year), enrollment }));
  return { states, strategies, districts, rows };
}

/** The same data as the pages of the other libraries take it. */
export function forPages(kind, data) {
  const { rows } = data;
  // As our figure orders its rows: by aim, within that as they come or by how many states have the strategy in place.
  const inPlace = new Map(data.strategies.map((strategy) => [strategy.name, 0]));
  for (const row of rows) if (row.status === "in-place") inPlace.set(row.strategy, inPlace.get(row.strategy) + 1);
  const byAim = data.strategies.toSorted((a, b) => a.aim.localeCompare(b.aim)).map((strategy) => strategy.name);
  const aim = new Map(data.strategies.map((strategy) => [strategy.name, strategy.aim]));
  const byCount = byAim.toSorted((a, b) => aim.get(a).localeCompare(aim.get(b)) || inPlace.get(b) - inPlace.get(a));
  return {
    kind,
    states: data.states.map((state) => state.name),
    orders: { authors: byAim, count: byCount },
    years: [YEARS.first - 1, YEARS.first + YEARS.count],
    enrollments: [10, 1_000_000],
    rows,
  };
}

/** Writes made-up data as a study that `site build` takes. */
export function writeStudy(folder, data) {
  const stateIds = new Map(data.states.map((state) => [state.name, state.id]));
  const strategyIds = new Map(data.strategies.map((strategy) => [strategy.name, strategy.id]));
  const source = "made-up";
  const tables = {
    edition: entries({
      name: "Made up",
      title: "Made-up data for measuring: nothing here is real",
      version: "1",
      date: "2030-01-01",
      publisher: "Nobody",
      license: "CC0 1.0",
    }),
    study: entries({ title: "Made-up data for measuring" }).map((row) => ({ ...row, source })),
    sources: [{ id: source, title: "Made up", publisher: "Nobody", kind: "data", url: "https://made-up.example/", official: "no" }],
    states: data.states.map((state) => ({
      ...state,
      role: "study",
      summary: MADE_UP,
      lead_body: MADE_UP,
      knowledgeworks_role: MADE_UP,
      source,
    })),
    strategies: data.strategies.map((row) => ({ ...row, short_name: row.name, definition: MADE_UP, source })),
    state_strategies: data.strategies.flatMap((strategy) =>
      data.states.map((state) => ({ state: state.id, strategy: strategy.id, status: "unknown", summary: MADE_UP, confidence: "low" })),
    ),
    districts: data.districts.map((district) => ({
      id: district.id,
      state: stateIds.get(district.state),
      name: district.name,
      short_name: district.name,
      kind: "district",
      start_year: district.year,
      enrollment: district.enrollment,
      enrollment_year: "2029",
      summary: MADE_UP,
      source,
      confidence: "low",
    })),
  };
  if (data.districts.length === 0) {
    tables.state_strategies = data.rows.map((row) => ({
      state: stateIds.get(row.state),
      strategy: strategyIds.get(row.strategy),
      status: row.status,
      since: row.since,
      summary: MADE_UP,
      source,
      confidence: "low",
    }));
  }
  mkdirSync(path.join(folder, "report"), { recursive: true });
  for (const file of readdirSync(PATTERN).filter((name) => name.endsWith(".csv"))) {
    const text = readFileSync(path.join(PATTERN, file), "utf8");
    const table = file.replace(".csv", "");
    // The rules of the vocabularies are part of every study.
    writeFileSync(path.join(folder, file), table === "rules" ? text : csv(text.split("\n")[0], tables[table] ?? []));
  }
  for (const part of parts()) {
    const owed = part.startsWith("08") ? "\n{rules}\n\n{sources}\n" : "";
    writeFileSync(path.join(folder, "report", part), `# Made up\n\nNothing here is real. {edition}\n${owed}`);
  }
}

/** The files that every report consists of. */
function parts() {
  return readdirSync(path.join(root, "assets/study/report")).filter((name) => /^\d/.test(name));
}

function places(count) {
  return Array.from({ length: count }, (_, at) => {
    const id = String.fromCharCode(97 + Math.floor(at / 26)) + String.fromCharCode(97 + (at % 26));
    return { id, postal: id.toUpperCase(), name: `State ${id.toUpperCase()}` };
  });
}

function entries(values) {
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}

/** Rows under a header; none of the values needs quoting. */
function csv(header, rows) {
  const columns = header.trim().split(",");
  const line = (row) => columns.map((column) => row[column] ?? "").join(",");
  return [columns.join(","), ...rows.map(line)].join("\n") + "\n";
}

function pick(shares, at) {
  for (const [value, share] of shares) {
    at -= share;
    if (at < 0) return value;
  }
  return shares.at(-1)[0];
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
