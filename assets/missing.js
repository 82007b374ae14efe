// Offers what lies nearest to a wrong address: every entry of the index is compared with it.
const place = document.getElementById("nearest");
const MOST = 5;
const FAR = 0.5;

/** How many letters have to change to make one text of the other, as a share of the longer. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length] / Math.max(a.length, b.length, 1);
}

const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** The address as words, folder by folder. */
function folders(path) {
  try {
    path = decodeURIComponent(path);
  } catch {
    // An address need not be well written; it is then compared as it stands.
  }
  return path.slice(0, 200).replace(/index\.html$|\.html$/, "").split("/").map(plain).filter(Boolean);
}

try {
  const index = new URL(place.dataset.index, location.href);
  const home = new URL("../", index);
  const asked = folders(location.pathname.slice(home.pathname.length));
  const answer = await fetch(index);
  if (!answer.ok) throw new Error(`${answer.status} for ${index}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const ids = new Set();
  const found = [...page.querySelectorAll("main .index a")].map((link) => {
    const to = new URL(link.getAttribute("href"), index);
    const path = folders(to.pathname.slice(home.pathname.length));
    if (!to.hash && path.length === 2) ids.add(to.pathname.split("/").at(-2));
    const last = asked.at(-1) ?? "";
    const far = Math.min(distance(asked.join(" "), path.join(" ")), distance(last, path.at(-1) ?? ""), distance(last, plain(link.textContent)));
    return { to: to.href, name: link.textContent, far: to.hash ? distance(last, plain(link.textContent)) : far };
  });
  // Two side by side have one address, in the order of their ids.
  const [first, second] = location.pathname.slice(home.pathname.length).split("/").filter((part) => ids.has(part)).sort();
  if (second) found.push({ to: new URL(`compare/${first}/${second}/`, home).href, name: "The two side by side", far: 0 });
  const near = found.filter(({ far }) => far < FAR).sort((a, b) => a.far - b.far).slice(0, MOST);
  for (const { to, name } of asked.length ? near : []) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = to;
    link.textContent = name;
    item.append(link);
    place.querySelector("ul").append(item);
    place.hidden = false;
  }
} catch (error) {
  console.info("The nearest pages could not be looked up:", error);
}
