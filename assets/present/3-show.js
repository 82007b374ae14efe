// A show begins and ends; the screen stays awake meanwhile.
/** The promise of the lock that keeps it so. The browser takes it back while the page is hidden, and not every device grants it. */
let lock = null;
function stayAwake() {
  if (lock || !["show", "speaker"].includes(mode) || document.visibilityState !== "visible") return;
  const wish = navigator.wakeLock?.request("screen");
  const gone = () => lock === wish && (lock = null);
  wish?.then((granted) => granted.addEventListener("release", gone), gone);
  lock = wish ?? null;
}
function letSleep() {
  lock?.then((granted) => granted.release(), () => {});
  lock = null;
}
document.addEventListener("visibilitychange", stayAwake);
function enter(next, { at = state.at, query, quiet } = {}) {
  if (next && !slides.length) return warn("The deck has no slide yet: add one first.");
  const before = mode;
  mode = next;
  if (next !== "overview") role = next;
  else role ||= "show";
  if (next === "overview") slides.forEach(rest);
  if (!next) {
    write({ show: "", speaker: "", talk: "", timer: "" }, worn);
    dispatchEvent(new PopStateEvent("popstate"));
    rest(current());
    zoom(null);
    pointAt(null);
    letSleep();
    if (document.fullscreenElement) document.exitFullscreen();
    paint();
    current()?.scrollIntoView({ block: "start" });
    current()?.focus({ preventScroll: true });
    return;
  }
  if (!before) document.activeElement?.blur();
  go(at, { query, quiet });
  stayAwake();
}
