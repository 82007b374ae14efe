// The page for partners: from what is chosen to a snippet and a preview. The snippet is that of snippet.js, which refuses to
// make one that leaves readers out.
import { address, attributes, csv, figureOf as ofPage, file, inDistrict, problems, queryOf, snippet, zip } from "./snippet.js";

const place = document.getElementById("builder");
const form = place.querySelector("form");
const part = (id) => document.getElementById(id);
const own = new URL("../", location.href).href;
const scripts = Object.fromEntries([...place.querySelectorAll("[data-script]")].map(({ dataset }) => [dataset.script, { ...dataset }]));
const NOTES = {
  1: "For systems that strip scripts. The frame keeps the height that is reserved for the width of your column; in a narrower one, such as on a phone, readers scroll inside it.",
  2: "The frame gets the height of what is in it; your page can speak with it.",
  3: "No frame. Marks tell their value; for choosing and sorting it leads to the figure’s own page. It shows all, or the state chosen. The room is reserved for the width of your column; in a narrower one, such as on a phone, what follows moves down when the figure comes.",
  4: "A picture with its words, where nothing else is allowed. It shows all, or the state chosen, on a light ground.",
};
const known = await (await fetch("figures.json")).json();
const figureOf = (id) => known.figures.find((figure) => figure.id === id);

/** What is shown of a figure: of one state, or all. */
const shown = (figure, states) => figure.shown[states] ?? figure.shown[""];

// Heights that the preview told, by address and width of the column.
const heights = new Map();
const told = (wanted) => `${address(wanted)} ${wanted.column}`;

// A notice has its margin and its ground's edges, and as many lines as tell of a row that changed.
const NOTICE = { 360: 126, 640: 87, 700: 87, 1000: 68 };
const notice = ({ column, data }) => (data === "notice" ? NOTICE[column] : 0);

/** The height to reserve as it was reckoned when the site was built: see src/page/room.rs. The element has no controls. */
function reserved(rooms, { column, title, level, ...wanted }) {
  const controls = level === 3 ? "none" : wanted.controls;
  const [height, words, buttons] = rooms[column];
  const off = (title === "off" ? words : 0) + (controls === "none" ? buttons : 0);
  // The margin between the two is part of both.
  return height - off + (title === "off" && controls === "none" ? 16 : 0);
}

/** A query as addresses of the site have it. */
const plain = (query) => String(query).replaceAll("%2C", ",").replaceAll("%3A", ":");

/** Figure, state and View that the form asks for. A View of one state has a page of its own, which is right without scripts. */
function choice() {
  const figure = figureOf(form.figure.value);
  const query = new URLSearchParams(queryOf(form.view.value));
  const [chosen, named] = [form.states.value, query.get("states")];
  if (chosen || !named || !figure.shown[named]) return { figure, states: chosen, view: queryOf(form.view.value) };
  query.delete("states");
  return { figure, states: named, view: plain(query) };
}

/** Puts a reader's View into the form, where it has a field for it: of the figure, what it can show. */
function bring(query) {
  const figure = figureOf(form.figure.value);
  const theme = query.get("theme");
  if (["light", "dark"].includes(theme)) form.theme.value = theme;
  const chosen = [...query].filter(([name, value]) => value && name !== "theme" && known.parameters.includes(name) && figure[name] !== false);
  form.view.value = plain(new URLSearchParams(chosen));
  const { states, view } = choice();
  form.states.value = states;
  form.view.value = view;
}

/** What the form asks for. */
function wish() {
  const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const { figure, states, view } = choice();
  const about = shown(figure, states);
  const all = {
    ...fields,
    states,
    of: ofPage(form.view.value),
    site: known.site ?? own,
    level: Number(fields.level),
    heading: fields.heading ? Number(fields.heading) : "",
    view,
    lang: "en",
    caption: `${about.title}. ${about.sources}`,
    picture: about.picture,
    release: known.release,
    scripts,
    known,
  };
  // Of a View nobody knows the height before it was shown.
  const measured = all.level < 3 ? heights.get(told(all)) : undefined;
  return { ...all, height: (measured ?? (all.view && all.level < 3 ? 0 : reserved(about.rooms, all))) + notice(all) };
}

/** The alternative text. A district has no picture of its own: that of the whole figure stands for it, and says so. */
const described = ({ title, sentence }, district) =>
  `${title}. ${sentence}${district ? ` The figure’s page shows ${district.name} alone.` : ""}`;

// Words follow the choice until somebody writes others.
const written = new Set();
function suggest() {
  const { states: offered } = figureOf(form.figure.value);
  form.states.disabled = !offered;
  if (!offered) form.states.value = "";
  const { figure, states, view } = choice();
  const about = shown(figure, states);
  const districts = new URLSearchParams(view).get("districts");
  const district = known.districts.find(({ id }) => id === districts);
  if (!written.has("name")) form.name.value = district ? `${figure.label}: ${district.name}` : about.name;
  if (!written.has("alt")) form.alt.value = described(about, district);
}

/** A frame as the snippet's, in the width of the column; what it tells of its height is reserved. */
function framed(wanted, size) {
  const frame = document.createElement("iframe");
  frame.title = `${wanted.name || "The figure"}, as on a ${size}`;
  frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
  frame.allow = "clipboard-write";
  if (size === "desktop") {
    // Another View than that of the page is there when the engine is, for which nobody should have to scroll.
    let [height, shown] = [0, !wanted.view];
    const keep = ({ detail }) => {
      if (detail.event === "height") height = detail.height;
      else if (detail.event === "ready" || detail.code === "engine") shown = true;
      if (!shown || !height) return;
      heights.set(told(wanted), height);
      frame.dataset.told = height;
      write();
    };
    for (const event of ["height", "ready", "error"]) frame.addEventListener(`throughline:${event}`, keep);
  }
  frame.src = address({ ...wanted, site: own, load: wanted.view && size === "desktop" ? "now" : wanted.load });
  return frame;
}

/** The element, or the picture, as the snippet has it. */
function bare(wanted) {
  const place = document.createElement("div");
  place.lang = wanted.lang;
  if (wanted.level === 3) {
    import(new URL("embed/element.js", own)).catch(() => {});
    const element = document.createElement("throughline-figure");
    const { style, ...said } = attributes(wanted);
    for (const [name, value] of Object.entries(said)) element.setAttribute(name, value);
    // The page's policy refuses styles in attributes, not those of its scripts.
    element.style.cssText = style;
    place.append(element);
  } else {
    const [width, height] = wanted.picture;
    place.append(Object.assign(document.createElement("img"), { src: file({ ...wanted, site: own }), alt: wanted.alt, width, height }));
  }
  return place;
}

let previewed = "";
function preview(wanted) {
  const { level, column, format, picture: [width] } = wanted;
  const looks = level < 3 ? "frame" : [level, format, wanted.figure, wanted.states, width];
  const now = `${address(wanted)} ${column} ${looks}`;
  if (now === previewed) return;
  previewed = now;
  for (const size of ["phone", "desktop"]) {
    const shown = level < 3 ? framed(wanted, size) : bare(wanted);
    if (size === "desktop") shown.style.width = `${column}px`;
    part("preview").querySelector(`.${size} > div`).replaceChildren(shown);
  }
}

function write() {
  const wanted = wish();
  const found = problems(wanted);
  part("problems").textContent = found.join(" ");
  part("snippet").value = found.length ? "" : snippet(wanted);
  for (const button of place.querySelectorAll("#copy, [data-kit]")) button.disabled = found.length > 0;
  part("level-note").textContent = NOTES[wanted.level];
  for (const link of part("files").querySelectorAll("a")) link.href = file({ ...wanted, site: own }, link.dataset.file);
  return wanted;
}

form.addEventListener("input", ({ target }) => {
  if (target.name === "name" || target.name === "alt") written.add(target.name);
  else if (target.name === "figure" || target.name === "states") written.clear();
  suggest();
  preview(write());
  part("copied").textContent = "";
});
form.addEventListener("submit", (event) => event.preventDefault());

part("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(part("snippet").value);
    part("copied").textContent = "It is on the clipboard.";
  } catch {
    part("snippet").select();
    part("copied").textContent = "It is selected: copy it with Ctrl+C.";
  }
});

// ── Every place at once ──

function kit() {
  const wanted = wish();
  const figure = figureOf(wanted.figure);
  const of = part("kit-of").value;
  if (!figure[of]) {
    part("kit-note").textContent = `This figure cannot be narrowed to one ${of === "states" ? "state" : "district"}.`;
    return null;
  }
  if (of === "districts" && wanted.level > 2) {
    part("kit-note").textContent = "Without a frame a figure cannot be narrowed to one district: choose a frame.";
    return null;
  }
  // What is chosen stands below the figure, and how to take it back.
  const chosen = wanted.column === "360" ? 130 : 70;
  const wishes = known[of].map(({ id, name }) => {
    const about = shown(figure, of === "states" ? id : "");
    const narrowed = of === "states" ? { states: id } : { states: "", view: inDistrict(wanted.view, id) };
    const one = {
      ...wanted,
      ...narrowed,
      name: `${figure.label}: ${name}`,
      alt: described(about, of === "districts" && { name }),
      caption: `${about.title}. ${about.sources}`,
      picture: about.picture,
      height: reserved(of === "districts" ? figure.narrowed[id] : about.rooms, wanted) + (of === "districts" ? chosen : 0) + notice(wanted),
    };
    return { id, name, one };
  });
  const found = new Set(wishes.flatMap(({ one }) => problems(one)));
  if (found.size) {
    part("kit-note").textContent = [...found].join(" ");
    return null;
  }
  return wishes.map(({ id, name, one }) => ({ id, name, address: address(one), snippet: snippet(one) }));
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  part("kit-note").textContent = `Saved as ${name}`;
}

for (const button of place.querySelectorAll("[data-kit]")) {
  button.addEventListener("click", () => {
    const places = kit();
    part("kit").hidden = !places || button.dataset.kit !== "list";
    if (!places) return;
    const name = `throughline-${form.figure.value}-${part("kit-of").value}`;
    switch (button.dataset.kit) {
      case "csv":
        return save(
          // Spreadsheets take a file for one of their own letters unless it says otherwise.
          new Blob(["\ufeff", csv([["id", "name", "address", "snippet"], ...places.map((one) => [one.id, one.name, one.address, one.snippet])])], { type: "text/csv" }),
          `${name}.csv`,
        );
      case "zip":
        return save(zip(places.map((one) => [`${name}/${one.id}.html`, `${one.snippet}\n`])), `${name}.zip`);
      default:
        part("kit").value = places.map((one) => `<!-- ${one.name} -->\n${one.snippet}`).join("\n\n");
        part("kit-note").textContent = `${places.length} snippets`;
    }
  });
}

for (const { id, name } of known.states) form.states.append(new Option(name, id));
// A figure's page leads here, with the View that its reader chose.
const asked = location.hash.replace("#figure-", "");
if (figureOf(asked)) form.figure.value = asked;
if (!form.figure.value) form.figure.selectedIndex = 0;
bring(new URLSearchParams(location.search));
suggest();
preview(write());
