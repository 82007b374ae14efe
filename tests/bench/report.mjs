// What was measured, as tables for a terminal.

/** At most this share of the fastest of the others is aimed at. */
const AIM = 0.5;

/** One row an action: milliseconds of each contender, and ours as a share of the fastest of the others. */
export function timeTable({ title, rows }, ours, what, meaning) {
  const names = Object.keys(Object.values(rows)[0]);
  const head = ["", ...names, "ours / fastest"];
  const body = Object.entries(rows).map(([action, costs]) => {
    const fastest = Math.min(...names.filter((name) => name !== ours).map((name) => costs[name][what]));
    const share = costs[ours][what] / fastest;
    const verdict = `${share.toFixed(2)}${share <= AIM ? "" : " (aim 0.50)"}`;
    return [action, ...names.map((name) => milliseconds(costs[name][what])), verdict];
  });
  const shares = Object.entries(rows).map(([action, costs]) => {
    const of = (name) => (name === ours ? "1" : (costs[name][what] / costs[ours][what]).toFixed(1));
    return [action, ...names.map(of), ""];
  });
  return `\n${title}\n${meaning}, median, ms\n${table([head, ...body])}\nthe same, ours = 1\n${table([head.slice(0, -1), ...shares.map((row) => row.slice(0, -1))])}`;
}

/** One row a contender: what it holds after drawing and after many changes. */
export function memoryTable({ title, memory }, changes) {
  const head = ["", "drawn: heap", "wasm", "nodes", "process", `+${changes / 5}: heap`, "wasm", "nodes", "process", `+${changes}: heap`, "wasm", "nodes", "process"];
  const body = Object.entries(memory).map(([name, after]) => [
    name,
    ...after.flatMap(({ heap, wasm, nodes, process }) => [megabytes(heap), megabytes(wasm), String(nodes), megabytes(process)]),
  ]);
  return `\n${title}\nmemory after drawing and after changes of view, MB and nodes\n${table([head, ...body])}`;
}

/** One row a contender: milliseconds of the main thread at each size, and how many times those of the smallest. */
export function growthTable(growth, ours) {
  const sizes = Object.keys(growth);
  const actions = Object.keys(growth[sizes[0]]);
  const tables = actions.map((action) => {
    const names = Object.keys(growth[sizes[0]][action]);
    const head = ["marks", ...sizes.map((size) => Number(size).toLocaleString("en-US")), "times the first"];
    const body = names.map((name) => {
      const times = sizes.map((size) => growth[size][action][name].main);
      return [name, ...times.map(milliseconds), `${(times.at(-1) / times[0]).toFixed(1)}`];
    });
    const shares = sizes.map((size) => {
      const costs = growth[size][action];
      const others = Object.keys(costs).filter((name) => name !== ours);
      return (costs[ours].main / Math.min(...others.map((name) => costs[name].main))).toFixed(2);
    });
    return `${action}\n${table([head, ...body, ["ours / fastest", ...shares, ""]])}`;
  });
  return `\nHow time grows with the number of points, main thread, median, ms\n${tables.join("\n")}`;
}

/** One row a contender: what a key costs, and which queries it did not answer. */
export function searchTable({ documents, finding, screen, missed }, ours) {
  const [p50, p95] = [0.5, 0.95].map((share) => (values) => values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]);
  const columns = [finding, screen].flatMap((costs) => [p50, p95].map((at) => (name) => at(costs[name])));
  const names = Object.keys(finding);
  const body = names.map((name) => [name, ...columns.map((column) => milliseconds(column(name))), missed[name].join(", ") || "nothing"]);
  const fastest = (column) => Math.min(...names.filter((name) => name !== ours).map(column));
  const shares = columns.map((column) => (column(ours) / fastest(column)).toFixed(2));
  const head = ["", "finding: p50", "p95", "on the screen: p50", "p95", "not found"];
  return `\nSearch in ${documents} documents, ${finding[ours].length} keys\nper key, ms\n${table([head, ...body, ["ours / theirs", ...shares, ""]])}`;
}

const milliseconds = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

/** Rows of cells under each other: the first column to the left, the others to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ");
  return rows.map(line).join("\n");
}

/** Figures in frames: what they load, and how long until they have their height. */
export function embedTable(embeds) {
  const rows = embeds.map(({ name, bytes, time }) => `  ${name.padEnd(52)} ${(bytes / 1000).toFixed(1).padStart(8)} kB ${time.toFixed(0).padStart(6)} ms`);
  return ["", "A figure in a frame: bytes received, and time from the frame's tag to its last height (medians)", ...rows].join("\n");
}
