// The show: turns the slides of a page that is already complete into something for a room, with keys, touch and a second
// window for the speaker. It works without the engine, over the static pictures, and from a disk; where the engine runs, the
// figure of the slide that is shown comes to life. The place, the colors and the shape stand in the fragment of the address,
// and what the figure shows in its query, so a reload loses nothing.
//
// The build joins the files of this folder, in the order of their names, into one classic script around which it puts a function,
// since pages on a disk cannot load modules. So names are shared, and each file may call what stands in a later one.
//
// Here: the slides, the one that is shown, and the address in which that stands.
const root = document.documentElement;
const deck = document.getElementById("deck");
const bar = document.getElementById("deck-bar");
const said = document.getElementById("show-status");
const keysDialog = document.getElementById("show-keys");
const states = deck.dataset.states.split(";").map((state) => state.split("="));
const ofFile = location.protocol === "file:";
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

let slides = [];
/** What both windows agree on. `page` is how far a figure that goes on below is moved; `zoom` is a place on the stage, as parts of it; `time`
 * says whose word is the newer. */
let state = { at: 0, page: 0, query: null, blank: false, zoom: null, code: false, contrast: false, timer: { since: 0, spent: 0 }, time: 0 };
/** "" to read, "show", "overview", "speaker". */
let mode = "";
/** What this window is for while a show runs: "show" or "speaker", also behind the overview. */
let role = "";
let marked = "";
let laser = false;
let number = "";

const current = () => slides[state.at];
const titleOf = (slide) => slide?.querySelector(".slide-headline")?.textContent ?? "";
const frameOf = (slide) => slide?.querySelector(".slide-live");

// ── The address ──
const wordsOf = (hash) => new URLSearchParams(hash.includes("=") ? hash.slice(1) : "");
const fragment = () => wordsOf(location.hash);
function write(changes, query = location.search.slice(1)) {
  const words = fragment();
  for (const [name, value] of Object.entries(changes)) value ? words.set(name, value) : words.delete(name);
  const left = mode === "" && location.hash.includes("=");
  const hash = words.size ? `#${words}` : left ? `#${current()?.id ?? ""}` : location.hash;
  try {
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${hash.replaceAll("%3A", ":")}`);
  } catch {
    // Refused where steps come too fast or the page has no address of its own; it then lives in the page alone.
  }
}
/** Has the engine show a View: it follows the address, as when somebody goes back. */
function show(query) {
  if (query === location.search.slice(1)) return;
  write({}, query);
  dispatchEvent(new PopStateEvent("popstate"));
}
/** The theme that the address asks for, which is no part of a slide. */
const worn = location.search.slice(1).split("&").find((part) => part.startsWith("theme=")) ?? "";
const viewOf = (slide) => (slide?.dataset.slideFigure ? [slide.dataset.view, marked && `mark=states:${marked}`] : []).concat(worn).filter(Boolean).join("&");

// ── Slides ──
function gather() {
  slides = [...deck.querySelectorAll(".slide")];
  for (const slide of slides) slide.tabIndex = -1;
}
function paint() {
  root.dataset.show = mode;
  if (!mode) delete root.dataset.show;
  slides.forEach((slide, place) => {
    slide.classList.toggle("current", place === state.at);
    slide.classList.toggle("next", place === state.at + 1);
  });
  root.toggleAttribute("data-blank", state.blank && mode !== "");
  if (controls) controls.hidden = mode === "";
  measure();
  tick();
}
/** Says to everybody what cannot be done. */
function warn(text) {
  document.getElementById("engine-note").textContent = text;
  setTimeout(() => (document.getElementById("engine-note").textContent = ""), 8000);
}
function announce(text) {
  said.textContent = "";
  said.textContent = text;
}
/** Goes to a slide. `query` is a View other than its own; `told` says that the other window sent us here. */
function go(place, { query, told = false, quiet = false } = {}) {
  if (!slides.length) return paint();
  const to = Math.max(0, Math.min(slides.length - 1, place));
  const before = current();
  const moved = to !== state.at;
  if (moved) {
    rest(before);
    if (!told) state.code = false;
    zoom(null);
    codeDialog.close();
    if (number) typed("");
    state.page = 0;
  }
  state.at = to;
  const slide = current();
  state.query = query ?? viewOf(slide);
  if (!told) state.blank = false;
  write({ show: "", speaker: "", timer: timed(), [role || "show"]: mode ? String(to + 1) : "" }, state.query);
  dispatchEvent(new PopStateEvent("popstate"));
  paint();
  if (mode === "overview") slide.scrollIntoView({ block: "nearest" });
  if (moved && before?.contains(document.activeElement)) slide.focus({ preventScroll: true });
  if (mode && !quiet) announce(`Slide ${to + 1} of ${slides.length}: ${titleOf(slide)}`);
  if (mode === "show" || mode === "speaker") enliven(slide);
  // Who looks for a slide in the overview does not lead the other window through all of them.
  if (!told && mode !== "overview") tell();
}
