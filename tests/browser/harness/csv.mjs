// CSV, read apart from everything that writes it.

/** The records of a CSV text, by RFC 4180; `end` is how a record must end, outside quotes. */
export function records(text, end = "\n") {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    const char = text[at];
    if (quoted && char === '"' && text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ",") row.push("");
    else if (!quoted && text.startsWith(end, at)) {
      rows.push([""]);
      at += end.length - 1;
    } else row[row.length - 1] += char;
  }
  if (rows.pop().join() !== "") throw new Error("the last record does not end");
  return rows;
}
