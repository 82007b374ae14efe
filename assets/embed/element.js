// <throughline-figure figure="timeline" states="nd" heading="3" theme="dark">: a figure without a frame. It takes the page that is
// made for frames, and shows its figure in a shadow root: picture, words, legend, sources and table, in place of what stands
// between its tags. Marks tell their words. There is no engine in it: it leads to the figure's own page for sorting and choosing.
//
// Attributes: figure (needed); states (one id); release (a version, for one that stays as it is); theme (light, dark, auto);
// ground="transparent"; accent; show-title="no"; heading (1 to 6); load="now" (else when it comes near the window).
// Events: throughline:ready, throughline:select, throughline:error. Method: destroy().
const STYLE = "element.css";
const FONT = "throughline-sans.woff2";
const EMBED = new URL("../embed/", import.meta.url);
const ASSETS = new URL("../assets/", import.meta.url);

const fetched = async (address) => {
  // Not a visitor of the host's site to anybody: no cookie, no referrer.
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.text();
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

const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      target.show();
    }
  },
  { rootMargin: "400px" },
);

class Figure extends HTMLElement {
  static observedAttributes = ["figure", "states", "release", "heading", "show-title", "accent"];
  #shadow = this.attachShadow({ mode: "open" });
  #turn = 0;
  #shown = false;

  constructor() {
    super();
    // Until the figure is here, and if it never comes, what stands between the tags is seen.
    this.#shadow.append(document.createElement("slot"));
    this.#shadow.addEventListener("click", (event) => this.#point(event, true));
    this.#shadow.addEventListener("pointerover", (event) => this.#point(event, false));
  }

  connectedCallback() {
    if (this.getAttribute("load") === "now") this.show();
    else nearby.observe(this);
  }

  disconnectedCallback() {
    nearby.unobserve(this);
  }

  attributeChangedCallback() {
    if (this.#shown) this.show();
  }

  /** Fetches and shows the figure. */
  async show() {
    const turn = ++this.#turn;
    this.#shown = true;
    try {
      const [figure, states, release] = ["figure", "states", "release"].map((name) => this.getAttribute(name) ?? "");
      const word = /^[a-z\d][\w.-]*$/i;
      if (!word.test(figure)) throw new Error("the attribute figure is missing, or is not the id of a figure");
      if ((states && !word.test(states)) || (release && !word.test(release))) throw new Error("states takes one id, release one version");
      const way = `${release && `release/${release}/`}${figure}/${states && `${states}/`}`;
      const address = new URL(way, EMBED);
      style ??= sheet();
      const [page, css] = await Promise.all([fetched(address), style]);
      // Another attribute was set meanwhile.
      if (turn !== this.#turn) return;
      this.#shadow.adoptedStyleSheets = [css];
      this.#fill(new DOMParser().parseFromString(page, "text/html"), address);
      this.#tell("ready", { figure, states });
    } catch (error) {
      style = await style?.catch(() => null) && style;
      if (turn !== this.#turn) return;
      this.#shadow.replaceChildren(document.createElement("slot"));
      this.#tell("error", { code: "load", message: error.message });
    }
  }

  /** Takes the figure away; what stands between the tags is seen again. */
  destroy() {
    this.#turn += 1;
    this.#shown = false;
    nearby.unobserve(this);
    this.#shadow.adoptedStyleSheets = [];
    this.#shadow.replaceChildren(document.createElement("slot"));
  }

  #fill(page, address) {
    const [frame, credit, patterns] = ["figure", ".credit", ".patterns"].map((part) => page.querySelector(part));
    if (!frame) throw new Error(`there is no figure at ${address}`);
    for (const part of [frame, credit]) {
      for (const link of part.querySelectorAll("a[href]")) {
        link.href = new URL(link.getAttribute("href"), address);
        link.rel = "noopener";
      }
    }
    for (const part of frame.querySelectorAll(".needs-engine:not(.readout), [id$=-outline]")) part.remove();
    const readout = frame.querySelector(".readout");
    readout.classList.remove("needs-engine");
    readout.textContent = "Point at a mark for its value. The table below has all of them.";
    const own = credit.querySelector("a").cloneNode();
    own.textContent = "Choose and sort on the figure’s own page";
    const way = document.createElement("p");
    way.className = "source-line way";
    way.append(own);
    readout.after(way);
    const heading = frame.querySelector("figcaption h2");
    const level = Number(this.getAttribute("heading"));
    if (level >= 1 && level <= 6) heading.setAttribute("aria-level", level);
    if (this.getAttribute("show-title") === "no") frame.querySelector("figcaption").classList.add("visually-hidden");
    const body = document.createElement("div");
    body.className = "body";
    body.lang = page.documentElement.lang;
    body.dir = "ltr";
    body.append(frame, credit);
    // Where hues are doubled by patterns, style finds them in the same tree.
    if (patterns) body.append(patterns);
    this.#shadow.replaceChildren(body);
    this.#dress();
  }

  #dress() {
    const accent = this.getAttribute("accent");
    const body = this.#shadow.querySelector(".body");
    if (accent === null) return;
    const ground = getComputedStyle(body).getPropertyValue("--ground");
    const color = /^#?([\da-f]{6})$/i.exec(accent)?.[1];
    const contrast = color ? ratio(color, ground.trim().slice(1)) : 0;
    if (contrast < 3) {
      const message = "The accent has less than 3:1 contrast to the ground, or is no color of six hexadecimal digits; it is not used.";
      this.#tell("error", { code: "accent", message });
      return;
    }
    body.style.setProperty("--line", `#${color}`);
    if (contrast >= 4.5) body.style.setProperty("--accent", `#${color}`);
  }

  /** A mark says what the table says of it. */
  #point({ target }, pressed) {
    const key = target.closest?.("svg [data-key]")?.dataset.key;
    if (!key) return;
    const id = key.replace(/[:/]/g, "-");
    const cells = [...this.#shadow.querySelectorAll("table :is(td, th)")];
    const cell = cells.find((cell) => cell.dataset.key === key || cell.id === id);
    if (!cell) return;
    const words = (cell) => {
      const copy = cell.cloneNode(true);
      for (const part of copy.querySelectorAll("a, .swatch")) part.remove();
      return copy.textContent.trim();
    };
    const row = cell.closest("tr").querySelector("th");
    const column = cell.closest("table").querySelectorAll("thead th")[cell.cellIndex];
    const parts = [row, column, cell].filter((part, place, all) => part && all.indexOf(part) === place).map(words);
    this.#shadow.querySelector(".readout").textContent = `${parts.join(": ")}.`;
    for (const mark of this.#shadow.querySelectorAll("svg [data-key]")) mark.classList.toggle("is-active", mark.dataset.key === key);
    if (pressed) this.#tell("select", { facts: [key] });
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(`throughline:${event}`, { bubbles: true, composed: true, detail }));
  }
}

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
