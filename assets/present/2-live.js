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
function measure() {
  current()?.classList.toggle("goes-on", goesOn(scroller(current())));
  // What scrolls is reached by keys, on every slide.
  const pictures = [...deck.querySelectorAll(".slide-picture")].map((picture) => [picture, goesOn(picture)]);
  for (const [picture, scrolls] of pictures) scrolls ? (picture.tabIndex = 0) : picture.removeAttribute("tabindex");
}
addEventListener("resize", measure);
