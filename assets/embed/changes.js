// Says above a live figure that it has changed since it was put into its page, and what: rows of its table now and then.
const root = document.documentElement;

/** The rows of a page's table: name and words of each, both with its group's. Links to sources are not what a row says. */
function rows(page) {
  const found = [];
  let group = "";
  for (const row of page.querySelectorAll(".figure-table tbody tr")) {
    const copy = row.cloneNode(true);
    for (const part of copy.querySelectorAll(".source-number, .swatch")) part.remove();
    const [header, ...cells] = [...copy.children].map((cell) => cell.textContent.trim());
    if (row.className === "group") group = `${header}: `;
    else found.push([group + header, cells.join(" | ")]);
  }
  return found;
}

/** Takes the first row that fits from a list; whether there was one. */
function take(list, fits) {
  const at = list.findIndex(fits);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** What differs between two tables, in words. */
function difference(before, now) {
  // Several rows may have the same name: those that say the same belong together first, then those of one name.
  const left = [...before];
  const others = now.filter(([name, cells]) => !take(left, (row) => row[0] === name && row[1] === cells));
  const [changed, added] = [[], []];
  for (const [name] of others) (take(left, (row) => row[0] === name) ? changed : added).push(name);
  const gone = left.map(([name]) => name);
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
  // An earlier version may be kept no more, which a frame without an origin is told as an answer that may not be read.
  const answer = await fetch(earlier, { credentials: "omit" }).catch(() => null);
  if (!answer?.ok) return;
  const before = rows(new DOMParser().parseFromString(await answer.text(), "text/html"));
  const link = Object.assign(document.createElement("a"), { href: earlier, textContent: "The earlier version" });
  line.append(difference(before, now), " ", link);
}
