// An embed: tells its host how high it is, speaks with it, and loads the engine when a reader turns to the figure.
//
// Messages are described in messages.schema.json. Nothing is sent while nothing changes.
const VERSION = 1;
const root = document.documentElement;
const script = document.getElementById("embed-script");
const asked = new URLSearchParams(location.search);
const figure = root.dataset.embed;
const id = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");
const framed = parent !== window;

// The host: whoever answers from the window around. Until then it is told in the open, which gives nothing away.
let host = "*";
let answered = false;
// What a host that comes later should know: the last message of each kind, which keeps its number when it is told again.
const state = new Map();
let number = 0;
const send = (message) => framed && parent.postMessage(message, host);
function tell(event, more) {
  const message = { throughline: VERSION, event, figure, id, number: (number += 1), ...more };
  if (["hello", "ready", "view-changed", "error"].includes(event)) state.set(event + more?.code, message);
  send(message);
}

// ── Height ──

let height = 0;
// A host gets a moment to answer before it is spoken to as other embeds speak to theirs.
let patient = true;

/** The messages that hosts of other embeds listen to: Datawrapper, AMP, Medium, pym. */
function tellStrangers() {
  const say = (message) => parent.postMessage(message, "*");
  say({ "datawrapper-height": { [figure]: height } });
  say({ sentinel: "amp", type: "embed-size", height });
  say(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  const child = asked.get("childId");
  if (/^[\w-]{1,100}$/.test(child ?? "")) say(["pym", child, "height", height].join("xPYMx"));
}

function tellHeight() {
  tell("height", { height });
  if (!answered && !patient) tellStrangers();
}

function measure() {
  // A frame without width is hidden, and its height means nothing.
  if (!innerWidth) return;
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now === height || now <= 0) return;
  height = now;
  tellHeight();
}

if (framed && asked.get("height") !== "fixed") {
  new ResizeObserver(measure).observe(document.body);
  // Browsers let observers in frames outside of the window sleep; a frame should have its height before it is scrolled to.
  measure();
  for (const event of ["load", "resize"]) addEventListener(event, measure);
  document.fonts.ready.then(measure);
  setTimeout(() => {
    patient = false;
    if (!answered && height) tellStrangers();
  }, 200);
}

// ── The engine ──

let engine = null;
const early = [];
// What was last clicked in the picture, which can say what it means when it can be drawn.
let clicked;
// Who presses something reads below it that it comes, or what to do.
const note = document.getElementById("engine-note");
addEventListener("click", ({ target }) => {
  note.textContent = "";
  if (root.dataset.drawing === "ready" || root.dataset.engine === "failed" || !target.closest(".plot,[data-choice],[data-download]")) return;
  note.style.cssText = `position:absolute;bottom:auto;top:${target.getBoundingClientRect().bottom + scrollY}px`;
  note.textContent = "One moment …";
}, true);
const WAKING = ["pointerover", "pointerdown", "touchstart", "focusin", "click", "keydown", "input", "change"];
const wake = (event) => {
  if (event.type === "click" || event.type === "change" || event.type === "input") {
    if (event.target.closest?.("[data-choice],[data-download]")) early.push(event);
    else if (event.target.closest?.(".plot")) clicked = event;
  }
  load();
};

async function start() {
  const link = (name, rel, href, data = {}) => {
    const element = Object.assign(document.createElement("link"), { id: `engine-${name}`, rel, href, crossOrigin: "anonymous" });
    if (rel === "preload") element.as = "fetch";
    Object.assign(element.dataset, data);
    document.head.append(element);
  };
  const { engine, wasm, study, words, drawing, boot } = script.dataset;
  link("script", "modulepreload", engine);
  link("wasm", "preload", wasm);
  link("study", "preload", study, { words, drawing });
  await import(new URL(boot, location.href)).catch(() => {});
  for (const name of WAKING) removeEventListener(name, wake, true);
  if (root.dataset.engine !== "ready") {
    root.dataset.engine = "failed";
    const message = "The figure is complete, but what chooses and sorts in it did not load: check the connection and reload the page.";
    note.textContent = message;
    tell("error", { code: "engine", message });
    throw new Error("no engine");
  }
  // The reader is at the figure, so what draws is wanted too; what was pressed meanwhile is done now.
  document.querySelector(".plot").dispatchEvent(new PointerEvent("pointerenter"));
  for (const event of early.splice(0)) event.target.dispatchEvent(new event.constructor(event.type, event));
  waitForDrawing().then(() => {
    note.textContent = "";
    for (const type of clicked ? ["pointerdown", "click"] : []) clicked.target.closest(".plot").dispatchEvent(new PointerEvent(type, clicked));
  });
}

/** Loads the engine, once. */
function load() {
  engine ??= start();
  engine.catch(() => {});
  return engine;
}

/** Waits until figures can be drawn, once the engine runs. */
async function waitForDrawing() {
  if (root.dataset.drawing === "ready") return;
  await new Promise((done) => {
    new MutationObserver((_, observer) => {
      if (root.dataset.drawing !== "ready") return;
      observer.disconnect();
      done();
    }).observe(root, { attributeFilter: ["data-drawing"] });
  });
}

async function drawn() {
  await load();
  await waitForDrawing();
}

for (const name of WAKING) addEventListener(name, wake, { capture: true, passive: true });
// Evidence opens near what was pressed, which is where the reader is again afterwards: see embed.css.
let pressed;
const press = (top) => root.style.setProperty("--pressed", `${top}px`);
addEventListener("pointerdown", ({ pageY }) => press(pageY, (pressed = null)), true);
addEventListener("keydown", ({ key, target }) => {
  if (key !== "Enter" || target.closest(".drawer")) return;
  pressed = target.querySelector(".plot .is-active") ?? target;
  press(pressed.getBoundingClientRect().top + scrollY);
}, true);
addEventListener("close", () => pressed?.scrollIntoView({ block: "nearest" }), true);

switch (asked.get("load")) {
  case "now":
    load();
    break;
  case "seen":
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      load();
    }).observe(document.body);
}

// ── What happens in the figure, to the host ──

// The View that the host knows of: at first that with which the page opens.
let shown = root.dataset.view ?? "";
new MutationObserver((changes) => {
  const { dataset } = root;
  const changed = new Set(changes.map((change) => change.attributeName));
  const view = dataset.shown ?? shown;
  if (changed.has("data-drawing") && dataset.drawing === "ready") {
    tell("ready", { view: (shown = view) });
    miss();
  }
  if (view !== shown) tell("view-changed", { view: (shown = view), sentence: dataset.sentence });
  if (changed.has("data-opened") && dataset.opened) tell("select", { facts: dataset.opened.split(" ") });
}).observe(root, { attributeFilter: ["data-drawing", "data-shown", "data-opened"] });

// ── What the host asks for ──

/** Tells what was not understood. */
function miss() {
  const message = root.dataset.missed;
  if (message) tell("error", { code: "view", message });
}

const commands = {
  hello({ again }) {
    if (again) state.forEach(send);
  },
  async "set-view"({ view }) {
    await drawn();
    // Of a whole address that what follows its question mark.
    root.dataset.ask = view.replace(/^[^=?]*\?/, "");
    document.dispatchEvent(new Event("throughline-ask"));
    miss();
  },
  async focus() {
    await load();
    document.querySelector(".plot").focus();
  },
};
const sound = {
  hello: ({ again = false }) => typeof again === "boolean",
  "set-view": ({ view }) => typeof view === "string" && view.length <= 2000,
  focus: () => true,
};

addEventListener("message", ({ data, source, origin }) => {
  // Only the window around may command, and only in our words.
  if (!framed || source !== parent || data?.throughline !== VERSION || !Object.hasOwn(commands, data.command)) return;
  const { command } = data;
  if (!sound[command](data)) {
    tell("error", { code: "command", message: `The command ${command} is not as messages.schema.json says: send it as described there.` });
    return;
  }
  if (!answered) {
    answered = true;
    if (origin !== "null") host = origin;
    if (height) tellHeight();
  }
  Promise.resolve(commands[command](data)).catch(() => {});
});

// ── At last ──

// A live figure may have changed since it was put here; its host may want that said.
const made = asked.get("made");
if (asked.get("data") === "notice" && made && made !== root.dataset.release) {
  import(new URL(script.dataset.changes, location.href)).then(({ notice }) => notice(made), () => {});
}
const heading = asked.get("heading");
if (/^[1-6]$/.test(heading)) document.querySelector("figcaption h2").setAttribute("aria-level", heading);
tell("hello");
// There is one language, and nothing is translated by a machine; the page says in which it is, so it is read aloud as that.
// What a host wishes is no mistake in the reader's address: the engine passes over it, see src/browser/embed.rs.
const language = asked.get("lang");
if (language && !/^en(-|$)/i.test(language)) {
  const message = "The report is in English only: the figure stays in English, and is marked as such.";
  console.info(message);
  tell("error", { code: "language", message });
}
const looks = {
  theme: "light dark auto transparent",
  ground: "transparent",
  title: "off",
  heading: "1 2 3 4 5 6",
  height: "fixed",
  load: "seen now",
  data: "notice",
  controls: "none states districts strategies practices status layer confidence aim years sort group diff download",
};
const wrong = Object.keys(looks).filter((name) => (asked.get(name) ?? "").split(",").some((word) => word && !looks[name].split(" ").includes(word)));
if (wrong.length) {
  // Nobody wishes to hide all controls by a slip.
  if (!looks.controls.split(" ").some((word) => root.dataset.controls?.split(" ").includes(word))) delete root.dataset.controls;
  tell("error", { code: "look", message: `Not understood in the address: ${wrong.join(", ")}. The page for partners lists the values.` });
}
if (root.dataset.refused) {
  const message = "The accent has less than 3:1 contrast to the ground, or is no color of six hexadecimal digits; it is not used. Choose another, or the other theme.";
  tell("error", { code: "accent", message });
}
