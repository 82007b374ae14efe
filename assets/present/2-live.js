// The figure of the slide that is shown, alive: one frame for each kind of figure, which moves from slide to slide.
const frames = new Map();
// Where frames wait: in the document, so that what the engine still writes reaches all their parts.
const shelf = make("div", { hidden: true });
deck.after(shelf);
const until = (name, value) =>
  new Promise((done) => {
    const check = () => root.dataset[name] === value && (watcher.disconnect(), done());
    const watcher = new MutationObserver(check);
    watcher.observe(root, { attributes: true });
    check();
  });
async function enliven(slide) {
  const kind = slide?.dataset.slideFigure;
  const template = kind && document.getElementById(`live-${kind}`);
  if (!template) return;
  await until("engine", "ready");
  if (slide !== current() || !["show", "speaker"].includes(mode)) return;
  const known = frames.get(kind);
  const frame = known ?? template.content.firstElementChild.cloneNode(true);
  if (frame.parentNode?.closest(".slide") === slide) return;
  frame.classList.add("waiting");
  slide.querySelector(".slide-stage").append(frame);
  if (!known) {
    frames.set(kind, frame);
    watch(frame);
    if (root.dataset.drawing === "ready") frame.dispatchEvent(new CustomEvent("throughline-bind", { bubbles: true }));
    else frame.querySelector(".plot").dispatchEvent(new PointerEvent("pointerenter"));
  } else {
    // It is drawn anew only where its View has changed; the static picture stands there meanwhile.
    setTimeout(() => wake(frame), 200);
  }
}
function wake(frame) {
  if (!frame.querySelector(".plot svg")) return;
  frame.classList.remove("waiting");
  const slide = frame.closest(".slide");
  const title = frame.querySelector("figcaption p").textContent;
  if (slide && "finding" in slide.dataset && title) {
    slide.dataset.found ??= titleOf(slide);
    slide.querySelector(".slide-headline").textContent = title;
  }
  measure();
}
let later = 0;
function watch(frame) {
  const seen = new MutationObserver(() => {
    clearTimeout(later);
    wake(frame);
    // What was chosen in the figure is soon in the address.
    later = setTimeout(followView, 150);
  });
  seen.observe(frame, { subtree: true, childList: true, attributes: true, attributeFilter: ["viewBox", "aria-pressed"] });
}
function followView() {
  const query = location.search.slice(1);
  if (!mode || !frameOf(current()) || query === state.query) return;
  state.query = query;
  tell();
}
/** Gives a slide back its static picture. */
function rest(slide) {
  const frame = frameOf(slide);
  if (frame) shelf.append(frame);
  if (slide?.dataset.found) {
    slide.querySelector(".slide-headline").textContent = slide.dataset.found;
    delete slide.dataset.found;
  }
  slide?.querySelector(".slide-stage")?.scrollTo(0, 0);
}
const scroller = (slide) => slide?.querySelector(".slide-live:not(.waiting) .plot") ?? slide?.querySelector(".slide-picture");
const goesOn = (area) => !!area && area.scrollHeight - area.clientHeight > 4;
// A figure that is higher than its room has pages, through which one goes as through slides, so that a clicker reaches all of it.
/** So much of a page is not seen again on the next one. */
const step = (area) => area.clientHeight * 0.88;
const most = (area) => area.scrollHeight - area.clientHeight;
const pagesOf = (area) => (goesOn(area) ? 1 + Math.ceil((most(area) - 4) / step(area)) : 1);
/** The page that is in sight. The last one ends where the figure does. */
const pageIn = (area) => (area.scrollTop > most(area) - 3 ? pagesOf(area) - 1 : Math.min(pagesOf(area) - 2, Math.round(area.scrollTop / step(area))));
/** Shows the page that both windows agree on. */
function turn() {
  const area = scroller(current());
  if (!area) return;
  state.page = Math.max(0, Math.min(pagesOf(area) - 1, state.page));
  if (pageIn(area) !== state.page) area.scrollTo({ top: state.page * step(area), behavior: "instant" });
  sayPage(area);
}
function sayPage(area) {
  const pages = pagesOf(area);
  const foot = current().querySelector(".slide-foot > :first-child");
  foot.dataset.page = pages > 1 ? `${state.page + 1} of ${pages}${state.page + 1 < pages ? " ↓" : ""}` : "";
}
/** Where somebody moved a figure otherwise. */
addEventListener(
  "scroll",
  ({ target }) => {
    if (!["show", "speaker"].includes(mode) || target !== scroller(current()) || pageIn(target) === state.page) return;
    state.page = pageIn(target);
    sayPage(target);
    tell();
  },
  { capture: true },
);
/** The next page of the figure or the one before, else another slide. */
function walk(by) {
  const pages = ["show", "speaker"].includes(mode) ? pagesOf(scroller(current())) : 1;
  const to = state.page + by;
  if (to < 0 || to >= pages) return go(state.at + by);
  state.page = to;
  state.blank = false;
  paint();
  announce(`Page ${to + 1} of ${pages} of the figure`);
  tell();
}
function measure() {
  current()?.classList.toggle("goes-on", goesOn(scroller(current())));
  if (["show", "speaker"].includes(mode)) turn();
  // What scrolls is reached by keys, on every slide.
  const pictures = [...deck.querySelectorAll(".slide-picture")].map((picture) => [picture, goesOn(picture)]);
  for (const [picture, scrolls] of pictures) scrolls ? (picture.tabIndex = 0) : picture.removeAttribute("tabindex");
}
addEventListener("resize", measure);
