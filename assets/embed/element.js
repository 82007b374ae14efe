// <throughline-figure figure="timeline" states="nd" heading="3" theme="dark">: a figure without a frame. It takes the page that is
// made for frames, and shows its figure in a shadow root: picture, words, legend, sources and table, in place of what stands
// between its tags. Marks tell their words. There is no engine in it: it shows the views that have pages, and leads to the figure's
// own page for all others.
//
// Attributes: figure (needed); states (one id); release (a version, for one that stays as it is); accent; and LOOKS below, of which
// load="now" does not wait until the figure comes near the window.
// Events: throughline:ready, -view-changed, -select and -error, with what those of frames have: see messages.schema.json.
// Commands, as events sent to it: throughline:set-view (its detail a View: "states=nd", or "" for all), throughline:focus.
// Method: destroy().
const STYLE = "element.css";
const FONT = "throughline-sans.woff2";
const EMBED = new URL("../embed/", import.meta.url);
const ASSETS = new URL("../assets/", import.meta.url);

const fetched = async (address) => {
  // Not a visitor of the host's site to anybody: no cookie, no referrer.
  // Of a wrong address other sites are told no more than of a lost connection.
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" }).catch(() => null);
  if (response?.ok) return response.text();
  throw new Error(
    `${address} did not come. See at ${EMBED} that there is such a figure, state and release; if your page has a content security policy, allow connect-src ${address.origin} in it; or try again later.`,
  );
};

// One style sheet and one font for all figures of a page.
let style = null;
const sheet = async () => {
  let text = await fetched(new URL(STYLE, ASSETS));
  // Some pages shrink the unit that readers' settings reach; text must not become small with it.
  const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (unit < 16) text = text.replace(/(\d*\.?\d+)rem/g, (_, count) => `${count * 16}px`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const font = new FontFace("Throughline Sans", `url(${new URL(FONT, ASSETS)})`, { weight: "400 700", display: "swap" });
  // Refused by some policies; other letters then stand for it.
  font.load().then(() => document.fonts.add(font), () => {});
  return sheet;
};

// Pages that require trusted types allow ours by its name.
let policy = null;
const trusted = (page) => {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy("throughline", { createHTML: (page) => page });
  } catch {
    policy = null;
  }
  return policy ? policy.createHTML(page) : page;
};
const parsed = (page) => {
  try {
    return new DOMParser().parseFromString(trusted(page), "text/html");
  } catch {
    throw new Error("Add trusted-types throughline to the policy of your page.");
  }
};

const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) target.near();
    }
  },
  { rootMargin: "400px" },
);

// What attributes may say; anything else is told to the page, and the figure is as if it was not said.
const LOOKS = { theme: "light dark auto", ground: "transparent", "show-title": "yes no", heading: "1 2 3 4 5 6", load: "now seen" };
// Keys of marks that sum up facts; any other is the address of one.
const SUMS = /^(district-practices|evidence|sequence|survey):/;
const HINT =
  "Point at a mark for its value, or go through them by arrow keys; a click or Enter keeps it here with its sources. The table below has all of them.";
let count = 0;

class Figure extends HTMLElement {
  static observedAttributes = ["figure", "states", "release", "heading", "show-title", "accent", "theme", "ground"];
  #shadow = this.attachShadow({ mode: "open" });
  #id = `element-${(count += 1)}`;
  #turn = 0;
  // What was asked of it so far, in its order, from when it is first shown.
  #done = null;
  // The figure and View that are shown, and the states of which there are pages.
  #now = null;
  #mark = null;
  #kept = false;

  constructor() {
    super();
    // Until the figure is here, and if it never comes, what stands between the tags is seen.
    this.#shadow.append(document.createElement("slot"));
    for (const kind of ["click", "pointerover"]) this.#shadow.addEventListener(kind, (event) => this.#point(event));
    this.#shadow.addEventListener("keydown", (event) => this.#key(event));
    const commands = { "set-view": (view) => this.#setView(view), focus: () => this.#plot()?.focus() };
    for (const [name, act] of Object.entries(commands)) {
      this.addEventListener(`throughline:${name}`, ({ target, detail }) => {
        if (target !== this) return;
        // Where it was taken away meanwhile, it stays away.
        this.#done = (this.#done ?? this.show()).then(() => this.#done && act(detail));
      });
    }
  }

  connectedCallback() {
    if (this.getAttribute("load") === "now") this.show();
    else nearby.observe(this);
  }

  disconnectedCallback() {
    nearby.unobserve(this);
  }

  attributeChangedCallback(name, before, now) {
    const is = name === "states" && this.#now?.states === (now ?? "");
    if (!this.#done || before === now || is) return;
    // Style follows these two by itself.
    if (!["theme", "ground"].includes(name)) this.show();
    else if (this.#now) this.#dress();
  }

  /** Shows the figure, unless a command has done so before. */
  near() {
    nearby.unobserve(this);
    if (!this.#done) this.show();
  }

  /** Fetches and shows the figure. */
  show() {
    return (this.#done = this.#show(this.getAttribute("states") ?? ""));
  }

  /** Takes the figure away; what stands between the tags is seen again. */
  destroy() {
    this.#turn += 1;
    this.#done = null;
    nearby.unobserve(this);
    this.#empty();
  }

  #empty() {
    this.#now = null;
    this.#shadow.adoptedStyleSheets = [];
    this.#shadow.replaceChildren(document.createElement("slot"));
  }

  async #show(states, commanded) {
    const turn = ++this.#turn;
    try {
      const [figure, release] = ["figure", "release"].map((name) => this.getAttribute(name) ?? "");
      const word = /^[a-z\d][\w.-]*$/i;
      if (!word.test(figure)) throw new Error(`Write the id of a figure into the attribute figure, such as figure="timeline": ${EMBED} has all of them.`);
      if ((states && !word.test(states)) || (release && !word.test(release))) throw new Error("Write one id into the attribute states, such as states=\"nd\", and one version into release.");
      const way = `${release && `release/${release}/`}${figure}/${states && `${states}/`}`;
      const address = new URL(way, EMBED);
      style ??= sheet();
      const [page, css] = await Promise.all([fetched(address), style]);
      // Something else was asked for meanwhile.
      if (turn !== this.#turn) return;
      const before = this.#now;
      const source = parsed(page);
      this.#fill(source, address);
      this.#shadow.adoptedStyleSheets = [css];
      this.#now = { of: `${release} ${figure}`, states, presets: source.documentElement.dataset.presets?.split(" ") ?? [] };
      if (!commanded) this.#dress();
      const view = states && `states=${states}`;
      if (before?.of !== this.#now.of) this.#tell("ready", { view });
      else if (before.states !== states) this.#tell("view-changed", { view, sentence: this.#shadow.querySelector(".sentence").textContent });
    } catch (error) {
      style = (await style?.catch(() => null)) && style;
      if (turn !== this.#turn) return;
      // What a command could not have leaves what is shown.
      if (!commanded) this.#empty();
      this.#tell("error", { code: "load", message: error.message });
    }
  }

  async #setView(view) {
    // Of a whole address that what follows its question mark.
    const parts = typeof view === "string" && [...new URLSearchParams(view.replace(/^[^=?]*\?/, ""))];
    const [name, states] = parts?.[0] ?? ["states", ""];
    const known = ["", ...(this.#now?.presets ?? [states])];
    if (!parts || parts.length > 1 || name !== "states" || !known.includes(states)) {
      const all = known.map((id) => (id ? `states=${id}` : "an empty one for all"));
      this.#tell("error", { code: "view", message: `Without a frame the figure has these views only: ${all.join(", ")}. Send one of them, or take a frame, which shows any View.` });
      return;
    }
    if (this.#now?.states === states) return;
    await this.#show(states, true);
    if (this.#now?.states !== states) return;
    if (states) this.setAttribute("states", states);
    else this.removeAttribute("states");
  }

  #fill(page, address) {
    const [frame, credit, patterns] = ["figure", ".credit", ".patterns"].map((part) => page.querySelector(part));
    if (!frame) throw new Error(`There is no figure at ${address}: ${EMBED} has all that there are.`);
    for (const part of [frame, credit]) {
      for (const link of part.querySelectorAll("a[href]")) {
        link.href = new URL(link.getAttribute("href"), address);
        link.rel = "noopener";
      }
    }
    for (const part of frame.querySelectorAll(".needs-engine:not(.readout), [id$=-outline]")) part.remove();
    const readout = frame.querySelector(".readout");
    readout.classList.remove("needs-engine");
    readout.textContent = HINT;
    const plot = frame.querySelector(".plot");
    plot.tabIndex = 0;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-roledescription", "interactive figure");
    plot.setAttribute("aria-describedby", [frame.querySelector(".sentence"), readout].map(({ id }) => id).join(" "));
    const own = credit.querySelector("a").cloneNode();
    own.textContent = "Choose and sort on the figure’s own page";
    const way = document.createElement("p");
    way.className = "source-line way";
    way.append(own);
    readout.after(way);
    const heading = frame.querySelector("figcaption h2");
    const level = this.getAttribute("heading");
    if (/^[1-6]$/.test(level)) heading.setAttribute("aria-level", level);
    if (this.getAttribute("show-title") === "no") frame.querySelector("figcaption").classList.add("visually-hidden");
    const body = document.createElement("div");
    body.className = "body";
    body.lang = page.documentElement.lang;
    body.dir = "ltr";
    body.append(frame, credit);
    // Where hues are doubled by patterns, style finds them in the same tree.
    if (patterns) body.append(patterns);
    // A reader who is in the figure stays in it, and what was unfolded stays so.
    const held = this.#shadow.activeElement;
    frame.querySelector("details").open = this.#shadow.querySelector("details")?.open ?? false;
    this.#mark = null;
    this.#kept = false;
    this.#shadow.replaceChildren(body);
    if (held) plot.focus({ preventScroll: true });
  }

  #plot() {
    return this.#shadow.querySelector(".plot");
  }

  #dress() {
    const wrong = Object.keys(LOOKS).filter((name) => this.getAttribute(name) && !LOOKS[name].split(" ").includes(this.getAttribute(name)));
    if (wrong.length) {
      this.#tell("error", { code: "look", message: `Not understood in the attributes: ${wrong.join(", ")}. The page for partners lists the values.` });
    }
    const accent = this.getAttribute("accent");
    const body = this.#shadow.querySelector(".body");
    if (accent === null) return;
    const color = /^#?([\da-f]{6})$/i.exec(accent)?.[1];
    const contrasts = ["fbfaf7", "14171c"].map((ground) => (color ? ratio(color, ground) : 0));
    // Each theme by itself, since the device or the page may change it.
    const both = (least) => `light-dark(${["0b5a6b", "7fcbdb"].map((own, at) => `#${contrasts[at] < least ? own : color}`)})`;
    body.style.setProperty("--line", both(3));
    body.style.setProperty("--accent", both(4.5));
    if (contrasts[+(getComputedStyle(body).colorScheme === "dark")] < 3) {
      const message = "The accent has less than 3:1 contrast to the ground, or is no color of six hexadecimal digits; it is not used. Choose another, or the other theme.";
      this.#tell("error", { code: "accent", message });
    }
  }

  /** The marks of the picture that is shown, of those for each width, by their keys. */
  #marks() {
    const marks = [...this.#plot().querySelectorAll("svg [data-key]")].filter((mark) => mark.getClientRects().length);
    return [...new Set(marks.map((mark) => mark.dataset.key))];
  }

  #point({ target, type }) {
    const pressed = type === "click";
    if (!this.#now || target.closest("a, summary") || (this.#kept && !pressed)) return;
    const cell = target.closest("td, th");
    const key = target.closest(".plot [data-key]")?.dataset.key ?? cell?.dataset.key ?? (cell?.id && this.#marks().find((key) => idOf(key) === cell.id));
    if (key) this.#say(key, pressed);
    else if (pressed && this.#plot().contains(target)) this.#say(null);
  }

  #key(event) {
    const { key, target } = event;
    if (target !== this.#plot() || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[key];
    const marks = this.#marks();
    const at = marks.indexOf(this.#mark);
    if (step) {
      this.#say(marks[Math.max(0, Math.min(at + step, marks.length - 1))]);
      // A figure may be far taller than the window.
      const seen = [...this.#plot().querySelectorAll(".is-active")].find((mark) => mark.getClientRects().length);
      seen?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    else if (key === "Enter" && this.#mark) this.#say(this.#mark, true);
    else if (key === "Escape" && this.#mark) this.#say(null);
    else return;
    event.preventDefault();
  }

  /** A mark says what the table says of it; one that is kept keeps saying it, with its sources. */
  #say(key, kept = false) {
    // A pointer that moves within a mark says nothing new.
    if (key === this.#mark && !kept && !this.#kept) return;
    const readout = this.#shadow.querySelector(".readout");
    const cells = [...this.#shadow.querySelectorAll("table :is(td, th)")];
    const cell = key && cells.find((cell) => cell.dataset.key === key || cell.id === idOf(key));
    this.#mark = cell ? key : null;
    this.#kept = cell ? kept : false;
    for (const mark of this.#shadow.querySelectorAll(".plot .is-active")) mark.classList.remove("is-active");
    if (cell) for (const mark of this.#shadow.querySelectorAll(`.plot [data-key="${CSS.escape(key)}"]`)) mark.classList.add("is-active");
    // Below a tall picture nobody would see the words: they stay in the window while a mark is active.
    readout.classList.toggle("is-said", !!cell);
    if (!cell) {
      readout.textContent = HINT;
      return;
    }
    const words = (cell) => {
      const copy = cell.cloneNode(true);
      for (const part of copy.querySelectorAll("a, .swatch")) part.remove();
      return copy.textContent.trim();
    };
    const row = cell.closest("tr");
    const column = cell.closest("table").querySelectorAll("thead th")[cell.cellIndex];
    const parts = [row.querySelector("th"), column, cell].filter((part, place, all) => part && all.indexOf(part) === place).map(words);
    readout.textContent = `${parts.join(": ")}.`;
    if (!kept) return;
    const links = [cell, row].map((place) => [...place.querySelectorAll("a")]).find((found) => found.length) ?? [];
    for (const link of links) readout.append(" ", link.cloneNode(true));
    this.#tell("select", SUMS.test(key) ? { mark: key } : { mark: key, facts: [key] });
  }

  #tell(event, more) {
    const detail = { throughline: 1, event, figure: this.getAttribute("figure") ?? "", id: this.#id, ...more };
    this.dispatchEvent(new CustomEvent(`throughline:${event}`, { bubbles: true, composed: true, detail }));
  }
}

/** The id of the cell that stands for a fact, as pages have it. */
const idOf = (key) => key.replace(/[:/]/g, "-");

/** Contrast between two colors of six hexadecimal digits, as WCAG 2 computes it. */
function ratio(...colors) {
  const [dark, light] = colors.map(luminance).sort((a, b) => a - b);
  return light / dark;
}
function luminance(hex) {
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
}

// Of two releases on one page the first shows both: the page of a figure is the same to each.
if (!customElements.get("throughline-figure")) customElements.define("throughline-figure", Figure);
