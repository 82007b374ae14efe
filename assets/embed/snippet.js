// What partners paste into their pages, and what it must not lack. Nothing here touches the page, so all of it can be tested alone.
//
// A wish: { site, figure, states, view, level, name, alt, caption, lang, theme, ground, accent, title, heading, controls, data,
// release, of, load, column, height, picture: [width, height], format: "svg" or "png", scripts, known }. `of` is the figure from whose page the View was
// copied; `known` is what figures.json says;
// without it the View is taken as it is.

/** A text as it stands in HTML. */
export const escaped = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

const luminance = (hex) => {
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
};
const contrast = (a, b) => Math.max(luminance(a), luminance(b)) / Math.min(luminance(a), luminance(b));
const GROUNDS = { light: "fbfaf7", dark: "14171c" };
// Words that are true of any figure, or of none.
const GENERIC = new Set(
  `a an the of in on for and or to by with my our your this here click see link page site new untitled document test example sample
  chart charts graph graphs figure figures frame iframe embed embedded content image images picture pictures map table diagram data
  plot visual visualization infographic widget plugin object media interactive title name caption alt text throughline`.split(/\s+/),
);

/** The different words of a text, numbers left out. */
const wordsOf = (text) => new Set(text.toLowerCase().match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? []);

/** Those of them that are not true of any figure. */
const telling = (text) => [...wordsOf(text)].filter((word) => !GENERIC.has(word));

/** Whether a title says which figure it is: by its name or that of a place, or by two words that are not true of any figure. */
function specific(name, { figure, known }) {
  const names = known ? [known.figures.find(({ id }) => id === figure)?.label, ...[...known.states, ...known.districts].map((one) => one.name)] : [];
  const text = name.toLowerCase();
  if (names.some((one) => one && text.includes(one.toLowerCase()))) return true;
  return telling(name.replaceAll("-", " ")).length > 1;
}

/** The part of an address that says what is shown, of whatever was copied: an address, its query, or a part of that. */
export function queryOf(copied) {
  const [text] = copied.trim().split("#");
  const at = text.indexOf("?");
  if (at >= 0) return text.slice(at + 1);
  return /^[a-z]+:|\//i.test(text) ? "" : text;
}

/** The figure of whose page an address was copied, if it is one. */
export const figureOf = (copied) => /(?:^|\/)figure\/([\w-]+)\//.exec(copied)?.[1];

/** Whether each value of a parameter is one that a View may have. */
function sound(name, value, known) {
  const values = value.split(",");
  const address = new RegExp(`^(${known.facts?.join("|")}):[a-z\\d][\\w.-]*$`);
  switch (name) {
    case "years":
      return /^\d{4}(-\d{4})?$/.test(value) && value.split("-").every((year) => year >= 1900 && year <= 2100);
    case "diff":
      return /^[01]$/.test(value);
    case "theme":
      return /^(system|light|dark|auto|transparent)$/.test(value);
    case "focus":
      return address.test(value);
    case "mark":
      return values.length <= 5 && values.every((one) => {
        const [table, id] = one.split(":");
        return ["states", "districts", "strategies", "practices"].includes(table) && known[table]?.some((row) => (row.id ?? row) === id);
      });
    case "sort":
    case "group":
    case "show":
    case "lang":
      return known.words[name].includes(value);
    default:
      return values.every((one) => known.words[name].includes(one));
  }
}

/** What a View names that there is not, in words. */
function unknown({ view, states, figure, known }) {
  const found = [];
  const about = known.figures.find(({ id }) => id === figure);
  const seen = new Set();
  for (const [name, value] of new URLSearchParams(view ?? "")) {
    if (seen.has(name)) found.push(`The View names ‘${name}’ twice.`);
    seen.add(name);
    if (!known.parameters.includes(name)) {
      found.push(`‘${name}’ is no part of a View. Copy the address of the figure’s page as it is after your choice.`);
      continue;
    }
    if (about?.[name] === false) found.push(`This figure cannot be narrowed to ${name}.`);
    if (name === "states" && states) found.push("The View names states, and a state is chosen above: leave out one of the two.");
    if (!value) continue;
    const ids = known[name]?.map((one) => one.id ?? one);
    if (!["states", "districts", "strategies", "practices"].includes(name)) {
      if (!sound(name, value, known)) found.push(`The report knows no such ‘${name}’. Copy the address of the figure’s page as it is after your choice.`);
      continue;
    }
    const strange = value.split(",").filter((id) => !ids.includes(id));
    if (strange.length) found.push(`The report has nothing of the name ${strange.map((id) => `‘${id}’`).join(", ")} among its ${name}.`);
  }
  return found;
}

/** What is asked for that the level cannot show, in words. */
function beyond(wish) {
  if (wish.level < 3) return [];
  const what = wish.level === 3 ? "The element" : "The picture";
  const asked = [
    [wish.view, "another View: it shows all, or the one state chosen"],
    [wish.controls && wish.controls !== "none", "controls: it has none"],
    [wish.data === "notice", "a notice of what changed"],
  ];
  if (wish.level === 4) {
    asked.push(
      [wish.theme === "dark" || wish.ground || wish.accent, "another look: it has a light ground and colors of its own"],
      [wish.title === "off", "itself without its title, which is drawn in it"],
      [wish.heading, "a heading"],
    );
  }
  const found = asked.filter(([is]) => is).map(([, words]) => `${what} cannot show ${words}.`);
  if (found.length) found.push("Take a frame for that, or leave it out.");
  return found;
}

/** Why a wish cannot be granted, in words; empty where it can. */
export function problems(wish) {
  const found = [];
  const name = (wish.name ?? "").trim();
  if (!specific(name, wish)) {
    found.push("Screen readers announce a frame by its title. Name the figure and what it shows, such as ‘Timeline: North Dakota’.");
  }
  const alt = (wish.alt ?? "").trim();
  if (alt.length < 25 || alt === name || telling(alt).length < 3 || /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(alt)) {
    found.push("Where nothing else is allowed, or where it does not load, a picture stands. Say in its alternative text what it shows.");
  }
  if (!/^[a-z]{2,3}(-[A-Za-z\d]+)*$/.test(wish.lang ?? "")) found.push("The language is missing, and the text would be read aloud in a wrong one.");
  if (!(Number.isInteger(wish.height) && wish.height >= 120 && wish.height < 30000)) {
    found.push("The height is not known yet. Wait for the preview: without a reserved height the page jumps while it loads.");
  }
  if (wish.accent) {
    const themes = wish.theme === "light" || wish.theme === "dark" ? [wish.theme] : ["light", "dark"];
    const color = /^#?([\da-f]{6})$/i.exec(wish.accent)?.[1];
    const weak = themes.filter((theme) => !color || contrast(color, GROUNDS[theme]) < 3);
    if (!color) found.push("The accent is a color of six hexadecimal digits, such as 0b5a6b.");
    else if (weak.length) {
      found.push(`The accent has less than 3:1 contrast to the ${weak.join(" and the ")} ground: choose another, or one theme only.`);
    }
  }
  // Light ink on a light page is read by nobody, and which the page is, is known to the partner alone.
  if (wish.ground === "transparent" && wish.theme !== "light" && wish.theme !== "dark") {
    found.push("On a transparent ground the text has to suit your page: choose the theme, light or dark, that it has.");
  }
  if (wish.heading && !(wish.heading >= 1 && wish.heading <= 6)) found.push("Headings have the levels 1 to 6.");
  if (wish.of && wish.of !== wish.figure) {
    found.push("The address is that of another figure’s page: choose that figure, or copy the address of this one’s.");
  }
  if (wish.known) found.push(...unknown(wish));
  return [...found, ...beyond(wish)];
}

/** The folder of the figure: of the state alone where it is the only choice, and of the release where it is to stay as it is. */
function folder(wish) {
  const release = wish.data === "frozen" ? `release/${wish.release}/` : "";
  return `embed/${release}${wish.figure}/${wish.states ? `${wish.states}/` : ""}`;
}

/** The address of the frame. */
export function address(wish) {
  const query = new URLSearchParams(wish.view ?? "");
  // Another View than that of the page is shown when the engine runs, so it runs when the figure is seen.
  if ([...query].length) query.set("load", "seen");
  if (wish.load) query.set("load", wish.load);
  for (const name of ["theme", "ground", "controls"]) if (wish[name]) query.set(name, wish[name]);
  if (wish.accent) query.set("accent", wish.accent.replace("#", ""));
  if (wish.title === "off") query.set("title", "off");
  if (wish.heading) query.set("heading", wish.heading);
  if (wish.data === "notice") {
    query.set("data", "notice");
    query.set("made", wish.release);
  }
  const text = String(query).replaceAll("%2C", ",").replaceAll("%3A", ":");
  return wish.site + folder(wish) + (text && `?${text}`);
}

/** A View, narrowed to one district. */
export function inDistrict(view, id) {
  const query = new URLSearchParams(view ?? "");
  query.set("districts", id);
  return String(query).replaceAll("%2C", ",");
}

/** The figure's own page, with the View. */
export function page(wish) {
  const query = new URLSearchParams(wish.view ?? "");
  if (wish.states) query.set("states", wish.states);
  const text = String(query).replaceAll("%2C", ",");
  return `${wish.site}figure/${wish.figure}/${text && `?${text}`}`;
}

/** Lines, further in. */
const indented = (lines) => lines.map((line) => `  ${line}`);

/** The file of the picture: SVG, or PNG of twice the size for systems that refuse SVG. */
export const file = (wish, format = wish.format) => `${wish.site}${folder(wish)}figure.${format === "png" ? "png" : "svg"}`;

// The picture is that of the page; a View beyond it is told by the link.
const picture = (wish) => [
  `<a href="${escaped(page(wish))}"><img src="${escaped(file(wish))}" alt="${escaped(wish.alt)}"`,
  `  lang="${wish.lang}" loading="lazy" width="${wish.picture[0]}" height="${wish.picture[1]}" style="max-width:100%;height:auto"></a>`,
];

const link = (wish) => `<a href="${escaped(page(wish))}">${escaped(wish.name)}, with its sources</a>`;

// Browsers set figures in by 40 pixels at each side, which a phone does not have, and for which the height is not reckoned.
// Its words run from left to right, also in a page whose words do not.
const figure = (wish) => `<figure lang="${wish.lang}" dir="ltr" style="margin:0">`;

// Browsers put a ground of their own under a frame whose colors are not of the page's scheme.
const scheme = ({ ground, theme }) => (ground === "transparent" || theme === "transparent" ? ";color-scheme:normal" : "");

// Size and edge stand twice: pages may forbid styles in attributes, and style sheets of pages overrule the attributes.
const frame = (wish) => [
  figure(wish),
  ...indented([
    `<iframe src="${escaped(address(wish))}" title="${escaped(wish.name)}"`,
    `  lang="${wish.lang}" loading="lazy" width="${wish.column ?? 700}" height="${wish.height}" style="width:100%;height:${wish.height}px;border:0${scheme(wish)}"`,
    '  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-same-origin"',
    '  allow="clipboard-write" referrerpolicy="no-referrer"></iframe>',
    `<figcaption>${link(wish)}`,
    ...indented(["<details><summary>As a picture</summary>", ...indented(picture(wish)), "</details>"]),
    "</figcaption>",
  ]),
  "</figure>",
];

/** A script's tag. A figure that stays as it is has a script that stays as it is, and the browser checks that it does. */
function script(wish, name, how) {
  const { lasting, hashed, integrity } = wish.scripts[name];
  const frozen = wish.data === "frozen";
  const check = frozen ? ` integrity="${integrity}" crossorigin="anonymous"` : "";
  return `<script ${how} src="${escaped(wish.site + (frozen ? hashed : lasting))}"${check}></script>`;
}

/** What the element's tag says, by name, in order; its room too, without which it would never be seen, and so never come. */
export function attributes(wish) {
  const all = { figure: wish.figure };
  for (const name of ["theme", "ground", "heading", "accent", "states"]) if (wish[name]) all[name] = wish[name];
  if (wish.title === "off") all["show-title"] = "no";
  if (wish.data === "frozen") all.release = wish.release;
  return { ...all, lang: wish.lang, dir: "ltr", style: `display:block;min-height:${wish.height}px` };
}

function element(wish) {
  const said = Object.entries(attributes(wish)).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return [
    `<throughline-figure${said.join("")}>`,
    ...indented([...picture(wish), `<p>${link(wish)}</p>`]),
    "</throughline-figure>",
    script(wish, "element", 'type="module"'),
  ];
}

/**
 * What a partner pastes. 1: a frame; 2: a frame and the host script; 3: the element; 4: a picture.
 *
 * Throws where the wish has problems: there is no snippet that leaves readers out.
 */
export function snippet(wish) {
  const found = problems(wish);
  if (found.length) throw new Error(found.join(" "));
  const lines = {
    1: () => frame(wish),
    2: () => [...frame(wish), script(wish, "host", "async")],
    3: () => element(wish),
    4: () => [
      figure(wish),
      ...indented([...picture(wish), `<figcaption>${escaped(wish.caption)} ${link(wish)}</figcaption>`]),
      "</figure>",
    ],
  };
  if (!Object.hasOwn(lines, wish.level)) throw new Error("There are four levels.");
  return lines[wish.level]().join("\n");
}

/** Rows as CSV, safe for spreadsheets. */
export function csv(rows) {
  const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `${rows.map((row) => row.map((text) => cell(String(text))).join(",")).join("\r\n")}\r\n`;
}

/** Files as a zip archive without compression: [name, text] each. */
export function zip(files) {
  const table = Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n >>> 0;
  });
  const crc = (bytes) => ~bytes.reduce((sum, byte) => (sum >>> 8) ^ table[(sum ^ byte) & 255], -1) >>> 0;
  const parts = [];
  const directory = [];
  let place = 0;
  const put = (list, sizes) => {
    const bytes = new Uint8Array(sizes.reduce((sum, [size]) => sum + size, 0));
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [size, value] of sizes) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
    list.push(bytes);
    return bytes.length;
  };
  // The first of January 1980, so that the same files make the same archive.
  const DATE = 33;
  for (const [name, text] of files) {
    const [path, bytes] = [name, text].map((part) => new TextEncoder().encode(part));
    const told = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, DATE], [4, crc(bytes)], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0]];
    put(directory, [[4, 0x02014b50], [2, 20], ...told, [2, 0], [2, 0], [2, 0], [4, 0], [4, place]]);
    directory.push(path);
    place += put(parts, [[4, 0x04034b50], ...told]) + path.length + bytes.length;
    parts.push(path, bytes);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = [];
  put(end, [[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, place], [2, 0]]);
  return new Blob([...parts, ...directory, ...end], { type: "application/zip" });
}
