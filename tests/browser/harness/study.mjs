// The study's own tables, read apart from everything that the site makes of them.

import { readFileSync } from "node:fs";

const folder = new URL("../../../assets/study/", import.meta.url);

/** The rows of a table as objects, by RFC 4180. */
export function table(name) {
  const text = readFileSync(new URL(`${name}.csv`, folder), "utf8");
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    const char = text[at];
    if (quoted && char === '"' && text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ",") row.push("");
    else if (!quoted && (char === "\n" || char === "\r")) {
      if (char === "\n") rows.push([""]);
    } else row[row.length - 1] += char;
  }
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((column, place) => [column, row[place]])));
}

/** The only row in which all these columns have these values. */
export function row(name, values) {
  const found = table(name).filter((row) => Object.entries(values).every(([column, value]) => row[column] === value));
  if (found.length !== 1) throw new Error(`${found.length} rows of ${name} have ${JSON.stringify(values)}`);
  return found[0];
}
