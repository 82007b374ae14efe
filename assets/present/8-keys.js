// Keys, touch and pointer.
// Single letters can be turned off here, for this page. Where the engine runs, it hears of this, too, and keeps it if it may.
const letters = document.getElementById("show-letters");
letters.addEventListener("change", () => {
  root.dataset.letters = letters.checked ? "" : "off";
  tell();
});
function keys() {
  letters.checked = root.dataset.letters !== "off";
  if (!keysDialog.open) keysDialog.showModal();
  // Its first rows come first, though the focus is below them.
  keysDialog.scrollTop = 0;
}
const overview = () => enter(mode === "overview" ? role : "overview");
const openDialog = () => document.querySelector("dialog[open]");
/** What both windows show is told to the other one. */
const both = (act) => () => {
  act();
  tell();
};
const code = () => {
  if (!current()) return;
  state.code = true;
  showCode();
};
const acts = {
  show: () => enter("show"),
  speaker: () => {
    if (!mode) enter("show", { quiet: true });
    if (role === "speaker" && answers()) return announce("The audience’s window is open.");
    if (mode) openOther(role === "speaker" ? "show" : "speaker");
  },
  overview,
  contrast: both(() => contrast()),
  keys,
  close: () => openDialog()?.close(),
  back: () => walk(-1),
  on: () => walk(1),
  blank,
  mark: () => mark(1),
  choose,
  zoom: both(() => zoom(state.zoom ? null : spotted())),
  laser: () => setLaser(!laser),
  full: fullScreen,
  timer: () => timer(),
  leave: () => enter(""),
  code: both(code),
  print: () => paper(false),
  handout: () => paper(true),
  pictures: () => elsewhere((files) => files.pictures(slides, tellHere)),
  pptx: () => elsewhere((files) => files.powerPoint(slides, document.title.split(" · ")[0], ratio(), tellHere)),
  own: () => withOwn().then((own) => own.edit(), failed),
};
const byName = {
  ArrowRight: acts.on,
  ArrowLeft: acts.back,
  ArrowDown: acts.on,
  ArrowUp: acts.back,
  PageDown: acts.on,
  PageUp: acts.back,
  " ": acts.on,
  Backspace: acts.back,
  Home: () => go(0),
  End: () => go(slides.length - 1),
  Enter: () => {
    if (number) go(Number(number) - 1);
    else if (mode === "overview") enter(role);
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
  q: acts.code,
  t: () => timer(),
  T: () => timer(true),
  h: acts.contrast,
  "?": keys,
};
function escape() {
  if (number) typed("");
  else if (state.blank) blank();
  else if (state.zoom) acts.zoom();
  else if (laser || !dot.hidden) setLaser(false);
  else if (root.hasAttribute("data-choose")) choose();
  else if (mode === "overview") enter(role);
  else if (inFigure(document.activeElement)) document.activeElement.blur();
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
const inFigure = (element) => !!element?.closest?.(".slide-live .plot");
/** Whether the figure has the focus because somebody clicked there, and does not go through its marks by keys. */
let clicked = false;
addEventListener("pointerdown", () => (clicked = true), { capture: true });
/** Does what a key stands for; false where it is not the show's. */
function press(event) {
  const { key, target } = event;
  if (!mode || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (openDialog() || target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea")) return false;
  // A button keeps the keys that press it.
  if ([" ", "Enter"].includes(key) && !number && target.closest?.("button, a, summary, label")) return false;
  let act = byName[key];
  if (!act && root.dataset.letters !== "off") {
    // Shift counts, and not a lock of capitals.
    const letter = event.shiftKey ? key.toUpperCase() : key.toLowerCase();
    if (/^\d$/.test(key)) act = () => typed(number + key);
    else act = byLetter[letter] ?? byLetter[key.toLowerCase()];
  }
  if (!act) return false;
  event.preventDefault();
  act(event);
  return true;
}
// Some keys are the show's before anybody else's: those of a clicker, whatever is open; while a figure has the focus, letters and
// digits, and all but Enter where it was clicked; and `/`, since nobody searches in front of a room.
addEventListener(
  "keydown",
  (event) => {
    const { key, target } = event;
    if (key === "Tab") clicked = false;
    if (!["show", "speaker"].includes(mode)) return;
    const clicker = ["PageDown", "PageUp"].includes(key);
    if (clicker) openDialog()?.close();
    const first = clicker || (inFigure(target) && (number || (key.length === 1 && key !== " ") || (clicked && key !== "Enter")));
    if ((first && press(event)) || (key === "/" && !openDialog())) event.stopImmediatePropagation();
  },
  { capture: true },
);
addEventListener("keydown", press);

// ── Touch and pointer ──
let finger = null;
addEventListener("touchstart", (event) => (finger = event.touches.length === 1 ? event.touches[0] : null), { passive: true });
addEventListener("touchend", (event) => {
  const end = event.changedTouches[0];
  if (!finger || !end || !["show", "speaker"].includes(mode) || state.zoom || openDialog()) return;
  const [x, y] = [end.clientX - finger.clientX, end.clientY - finger.clientY];
  if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) walk(x < 0 ? 1 : -1);
});
addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-act]");
  // One that was pressed by a pointer does not keep the focus, and with it the bar over the slide.
  if (event.detail && controls.contains(button)) button.blur();
  if (button) return acts[button.dataset.act]?.(event);
  // A finger has no place before it touches.
  if (mode === "show") offer();
  const slide = event.target.closest?.(".slide");
  if (mode === "overview" && slide) {
    event.preventDefault();
    enter(role, { at: slides.indexOf(slide) });
  } else if (mode && state.blank) blank();
});
