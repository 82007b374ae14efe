// Says above a live figure that it has changed since it was put into its page, and what: rows of its table now and then.
const root = document.documentElement;

/** The rows of a page's table: what each says, by its header. Links to sources are not what a row says. */
function rows(page) {
  const found = new Map();
  for (const row of page.querySelectorAll(".figure-table tbody tr:not(.group)")) {
    const copy = row.cloneNode(true);
    for (const part of copy.querySelectorAll(".source-number, .swatch")) part.remove();
    const [header, ...cells] = [...copy.children].map((cell) => cell.textContent.trim());
    found.set(header, cells.join(" | "));
  }
  return found;
}

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** What differs between two tables, in words. */
function difference(before, now) {
  const changed = [...now].filter(([header, cells]) => before.has(header) && before.get(header) !== cells).map(([header]) => header);
  const added = [...now.keys()].filter((header) => !before.has(header));
  const gone = [...before.keys()].filter((header) => !now.has(header));
  const parts = [[changed, "row says", "rows say", "otherwise"], [added, "row is", "rows are", "new"], [gone, "row is", "rows are", "gone"]];
  const named = (list) => (list.length > 4 ? "" : ` (${list.join("; ")})`);
  const words = parts.filter(([list]) => list.length).map(([list, one, many, how]) => `${count(list.length, one, many)} ${how}${named(list)}`);
  return words.length ? `In its table ${words.join(", ")}.` : "Its table says the same.";
}

/** Shows the notice for a figure that was put here when `made` was the version. */
export async function notice(made) {
  if (!/^\d[\w.-]{0,40}$/.test(made)) return;
  const { release } = root.dataset;
  const now = rows(document);
  const line = document.createElement("p");
  line.className = "notice";
  line.append(`This figure was put here from version ${made}; it shows version ${release}. `);
  document.getElementById("content").before(line);
  const own = root.dataset.page.replace(/^embed\//, "");
  const earlier = new URL(`${root.dataset.root}embed/release/${made}/${own}`, location.href);
  const answer = await fetch(earlier, { credentials: "omit" });
  if (!answer.ok) return;
  const before = rows(new DOMParser().parseFromString(await answer.text(), "text/html"));
  const link = Object.assign(document.createElement("a"), { href: earlier, textContent: "The earlier version" });
  line.append(difference(before, now), " ", link);
}
