// Keys, touch and pointer.
// Single letters can be turned off here, for this page. Where the engine runs, it hears of this, too, and keeps it if it may.
const letters = document.getElementById("show-letters");
letters.addEventListener("change", () => (root.dataset.letters = letters.checked ? "" : "off"));
function keys() {
  letters.checked = root.dataset.letters !== "off";
  if (!keysDialog.open) keysDialog.showModal();
}
const overview = () => enter(mode === "overview" ? "show" : "overview");
const acts = {
  show: () => enter("show"),
  speaker: () => {
    if (!mode) enter("show", { quiet: true });
    if (mode) openOther("speaker");
  },
  overview,
  contrast: () => contrast(),
  keys,
  close: () => document.querySelector("dialog[open]")?.close(),
  back: () => go(state.at - 1),
  on: () => go(state.at + 1),
  blank,
  mark: () => mark(1),
  choose,
  zoom: () => zoom(!zoomed),
  laser: () => setLaser(!laser),
  full: fullScreen,
  timer: () => timer(),
  leave: () => enter(""),
  code: showCode,
  print: () => paper(false),
  handout: () => paper(true),
  pictures: () => elsewhere((files) => files.pictures(slides, tellHere)),
  pptx: () => elsewhere((files) => files.powerPoint(slides, document.title.split(" · ")[0], ratio(), tellHere)),
  own: () => withOwn().then((own) => own.edit(), failed),
};
const move = (step) => (event) => {
  const area = scroller(current());
  if (mode === "overview" || !area || !current().classList.contains("goes-on")) return go(state.at + step);
  area.scrollBy({ top: step * area.clientHeight * 0.6, behavior: "instant" });
};
const byName = {
  ArrowRight: acts.on,
  ArrowLeft: acts.back,
  ArrowDown: move(1),
  ArrowUp: move(-1),
  PageDown: acts.on,
  PageUp: acts.back,
  " ": acts.on,
  Backspace: acts.back,
  Home: () => go(0),
  End: () => go(slides.length - 1),
  Enter: () => {
    if (number) go(Number(number) - 1);
    else if (mode === "overview") enter("show");
    typed("");
  },
  Escape: escape,
};
const byLetter = {
  n: acts.on,
  p: acts.back,
  o: overview,
  b: blank,
  ".": blank,
  s: acts.speaker,
  f: fullScreen,
  m: () => mark(1),
  M: () => mark(-1),
  c: choose,
  z: acts.zoom,
  l: acts.laser,
  q: showCode,
  t: () => timer(),
  T: () => timer(true),
  h: acts.contrast,
  "?": keys,
};
function escape() {
  if (number) typed("");
  else if (state.blank) blank();
  else if (zoomed) zoom(false);
  else if (laser) setLaser(false);
  else if (root.hasAttribute("data-choose")) choose();
  else if (mode === "overview") enter("show");
  else if (mode === "show") enter("");
}
const echo = make("div", { id: "show-number", ariaHidden: "true" });
deck.append(echo);
let forget = 0;
function typed(text) {
  number = text.slice(-3);
  echo.textContent = number;
  clearTimeout(forget);
  if (number) forget = setTimeout(() => typed(""), 4000);
}
// A clicker's keys change the slide also while a figure has the focus, which has other uses for them.
addEventListener(
  "keydown",
  (event) => {
    if (!["show", "speaker"].includes(mode) || !["PageDown", "PageUp"].includes(event.key) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    byName[event.key]();
  },
  { capture: true },
);
addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (!mode || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]") || target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea")) return;
  // A button keeps the keys that press it.
  if ([" ", "Enter"].includes(key) && !number && target.closest?.("button, a, summary, label")) return;
  let act = byName[key];
  if (!act && root.dataset.letters !== "off") {
    if (/^\d$/.test(key)) act = () => typed(number + key);
    else act = byLetter[key] ?? byLetter[key.toLowerCase()];
  }
  if (!act) return;
  event.preventDefault();
  act(event);
});

// ── Touch and pointer ──
let finger = null;
addEventListener("touchstart", (event) => (finger = event.touches.length === 1 ? event.touches[0] : null), { passive: true });
addEventListener("touchend", (event) => {
  const end = event.changedTouches[0];
  if (!finger || !end || !["show", "speaker"].includes(mode) || zoomed) return;
  const [x, y] = [end.clientX - finger.clientX, end.clientY - finger.clientY];
  if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) go(state.at + (x < 0 ? 1 : -1));
});
addEventListener("click", (event) => {
  const act = event.target.closest?.("[data-act]")?.dataset.act;
  if (act) return acts[act]?.(event);
  const slide = event.target.closest?.(".slide");
  if (mode === "overview" && slide) {
    event.preventDefault();
    enter("show", { at: slides.indexOf(slide) });
  } else if (mode && state.blank) blank();
});
