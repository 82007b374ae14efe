// The buttons of a running show, and where the address says to begin.
const controlTimer = make("span", { className: "show-timer" });
const controls = make("div", { id: "show-bar", hidden: true });
controls.setAttribute("role", "toolbar");
controls.setAttribute("aria-label", "Show");
for (const [act, label] of [
  ["back", "‹ Back"],
  ["on", "Next ›"],
  ["overview", "Overview"],
  ["speaker", "Speaker view"],
  ["full", "Full screen"],
  ["choose", "Choose"],
  ["mark", "Mark a state"],
  ["zoom", "Zoom"],
  ["laser", "Laser"],
  ["blank", "Blank"],
  ["code", "QR code"],
  ["timer", "Timer"],
  ["contrast", "Contrast"],
  ["keys", "Keys"],
  ["leave", "Leave"],
]) {
  const button = make("button", { type: "button", textContent: label });
  button.dataset.act = act;
  controls.append(button);
}
controls.append(controlTimer);
deck.after(controls);

// ── Where the address says to begin ──
gather();
/** What of the address names another deck than the authors'. */
const OPENS = ["deck", "own", "add"];
function begin() {
  const words = fragment();
  talk = words.get("talk") ?? talk;
  shape(words.get("aspect") ?? "16:9");
  if (words.get("contrast") === "high") contrast(true);
  const theirs = Object.fromEntries([...OPENS, "mine"].map((name) => [name, words.get(name)]));
  if (OPENS.some((name) => theirs[name])) {
    const open = (own) => (theirs.add ? own.add(...theirs.add.split(/\?(.*)/)) : own.open(theirs));
    paint();
    if (theirs.add) write({ add: "" });
    return withOwn().then(open, failed).then(start);
  }
  start();
}
/** Scrolls to the slide of a deck that a code named, and again when the figures before it have been drawn. */
function turnTo(slide) {
  slide?.scrollIntoView();
  const place = scrollY;
  if (slide) draws().then(() => scrollY === place && slide.scrollIntoView());
}
function start() {
  const words = fragment();
  const as = ["show", "speaker"].find((name) => words.has(name));
  if (!as || !slides.length) {
    if (as) enter("");
    paint();
    return turnTo(slides[words.get("at") - 1]);
  }
  const at = Math.max(1, Math.min(slides.length, Number.parseInt(words.get(as), 10) || 1)) - 1;
  if (as === "speaker") speakerBar();
  mode = role = as;
  const [since, spent] = (words.get("timer") ?? "").split(".").map(Number);
  if (Number.isFinite(since) && Number.isFinite(spent)) state.timer = { since, spent };
  // A theme alone is no View.
  const asked = location.search.slice(1) === worn ? "" : location.search.slice(1);
  marked = /(?:^|&)mark=states(?::|%3A)([\w-]+)/.exec(asked)?.[1] ?? "";
  state.at = at;
  go(at, { query: asked || undefined, told: true });
  stayAwake();
  send({ hello: true });
}
addEventListener("hashchange", ({ oldURL }) => {
  const words = fragment();
  const before = wordsOf(new URL(oldURL).hash);
  const as = words.has("speaker") ? "speaker" : words.has("show") ? "show" : "";
  if (OPENS.some((name) => words.get(name) && words.get(name) !== before.get(name))) {
    if (!as) {
      if (mode) enter("");
      state.at = 0;
      scrollTo(0, 0);
    } else if (talk) write({ talk });
    return void begin().then(tell);
  }
  if (OPENS.some((name) => before.get(name)) && !OPENS.some((name) => words.get(name))) {
    // A place on this page is no other deck.
    if (/^#[^=]+$/.test(location.hash)) ownDeck?.stay();
    else ownDeck?.close();
  }
  if (as !== role || (as && Number(words.get(as)) !== state.at + 1)) {
    if (as) begin();
    else if (mode) enter("");
  }
});
begin();
