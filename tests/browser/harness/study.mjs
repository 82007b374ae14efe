// The study's own tables, read apart from everything that the site makes of them.

import { readFileSync } from "node:fs";
import { records } from "./csv.mjs";

/** The ids of all figures. */
export const FIGURES = [
  "strategy-matrix", "timeline", "roadmap", "adoption", "sequence", "votes", "funding", "national", "crosswalk",
  "district-practices", "district-landscape", "district-trends", "survey", "throughline", "evidence",
];

const folder = new URL("../../../assets/study/", import.meta.url);

/** The rows of a table as objects. */
export function table(name) {
  const [head, ...body] = records(readFileSync(new URL(`${name}.csv`, folder), "utf8"));
  return body.map((row) => Object.fromEntries(head.map((column, place) => [column, row[place]])));
}

/** The only row in which all these columns have these values. */
export function row(name, values) {
  const found = table(name).filter((row) => Object.entries(values).every(([column, value]) => row[column] === value));
  if (found.length !== 1) throw new Error(`${found.length} rows of ${name} have ${JSON.stringify(values)}`);
  return found[0];
}
