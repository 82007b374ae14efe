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
function begin() {
  const words = fragment();
  talk = words.get("talk") ?? "";
  shape(words.get("aspect") ?? "16:9");
  if (words.get("contrast") === "high") contrast(true);
  const theirs = { deck: words.get("deck"), own: words.get("own"), add: words.get("add") };
  if (Object.values(theirs).some(Boolean)) {
    const open = (own) => (theirs.add ? own.add(...theirs.add.split("?")) : own.open(theirs));
    paint();
    if (theirs.add) write({ add: "" });
    return withOwn().then(open, failed).then(start);
  }
  start();
}
function start() {
  const words = fragment();
  const as = ["show", "speaker"].find((name) => words.has(name));
  if (!as) return paint();
  const at = Math.max(1, Math.min(slides.length, Number.parseInt(words.get(as), 10) || 1)) - 1;
  if (as === "speaker") speakerBar();
  mode = as;
  const asked = location.search.slice(1);
  marked = /(?:^|&)mark=states(?::|%3A)([\w-]+)/.exec(asked)?.[1] ?? "";
  state.at = at;
  go(at, { query: asked || undefined, told: true });
  stayAwake();
  send({ hello: true });
}
addEventListener("hashchange", () => {
  const words = fragment();
  const as = words.has("speaker") ? "speaker" : words.has("show") ? "show" : "";
  if (as !== mode || (as && Number(words.get(as)) !== state.at + 1)) {
    if (as) begin();
    else if (mode) enter("");
  }
});
begin();
