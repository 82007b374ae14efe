// A presenter's own deck, codes for phones, paper and files: programs that come when they are wanted.
let ownDeck = null;
/** Where others find the report, and its slides; nothing where that is not known. One file on a disk may know it, other pages there do not. */
const here = ofFile ? "" : location.href.split(/[?#]/)[0];
const { home } = root.dataset;
const site = home ?? (here && new URL(deck.dataset.root, here).href);
const slidesSite = home ? `${home}present/` : here;
/** A program that comes when it is wanted. A browser may remember that it did not come, but only under the same address. */
function wanted(address) {
  let again = "";
  return () =>
    import(address + again).catch((error) => {
      again += "?";
      throw error;
    });
}
const program = wanted("./own-deck.js");
const filesProgram = wanted("./slide-files.js");
async function withOwn() {
  if (ownDeck) return ownDeck;
  const { own } = await program();
  ownDeck ??= own({ deck, bar, gather: regather, write, announce, shape, rest, draws, tell, pages: pagesOf, views: viewsOf, address: slidesSite });
  return ownDeck;
}
function regather() {
  gather();
  state.at = Math.min(state.at, Math.max(0, slides.length - 1));
  paint();
  enliven(current());
}
async function draws() {
  await until("engine", "ready");
  if (root.dataset.drawing === "ready") return;
  // The engine learns that figures are wanted as when a reader turns to one.
  const turned = make("div", { className: "figure", hidden: true });
  document.body.append(turned);
  turned.dispatchEvent(new PointerEvent("pointerenter"));
  await until("drawing", "ready");
  turned.remove();
}
const failed = () => warn("This part of the page did not load: check the connection and try again.");
const tellHere = (text) => (document.getElementById("deck-note").textContent = text);
const ratio = () => aspects.value.split(":").reduce((width, height) => width / height);
const elsewhere = (act) => {
  if (!slides.length) return tellHere("The deck has no slide yet: add one first.");
  filesProgram().then(act).catch((error) => {
    tellHere("The file could not be made: check the connection and try again.");
    console.info("Slides for elsewhere:", error);
  });
};
// Paper gets all slides, also where one of them is being shown.
addEventListener("beforeprint", () => delete root.dataset.show);
addEventListener("afterprint", paint);
/** Some browsers go on while the paper is still being laid out, so its shape stays until they say that it is done. */
function paper(withNotes) {
  root.toggleAttribute("data-handout", withNotes);
  addEventListener("afterprint", () => delete root.dataset.handout, { once: true });
  print();
}
const codeDialog = make("dialog", { id: "show-code", className: "show-dialog" });
codeDialog.setAttribute("aria-label", "Link to this slide’s view");
deck.after(codeDialog);
codeDialog.addEventListener("close", () => {
  if (!state.code || codeDialog.open) return;
  state.code = false;
  tell();
});
const NOWHERE = "This page was opened from a disk, and no address of the report is known that other devices could open.";
const NOTHING = "What this slide shows is not in this report, so no link leads to it.";
/** Views of a figure for which a slide has room: the number of the authors' slide that shows one, and the View. */
const viewsOf = (kind) => (document.getElementById(`live-${kind}`)?.dataset.views || "").split(" ").filter(Boolean).map((view) => view.split(/\?(.*)/));
/** The way to a figure; to a View that an authors' slide shows a short one, which somebody may type. */
function wayTo(kind, query) {
  const [number] = viewsOf(kind).find(([, view]) => view === query) ?? [];
  return number ? `v/${number}/` : `figure/${kind}/${query ? `?${query}` : ""}`;
}
/** Shows the way to what the slide shows: its View, its place among the authors' slides, or where a presenter's own deck says. */
async function showCode() {
  const slide = current();
  if (!slide) return;
  const kind = slide.dataset.slideFigure;
  // Colors are the phone's own.
  const query = kind && (mode ? location.search.slice(1) : slide.dataset.view).split("&").filter((part) => part !== worn).join("&");
  const ways = kind ? [[wayTo(kind, query)]] : (ownDeck?.ways(state.at) ?? [[`present/#${slide.id}`]]);
  const close = make("button", { type: "button", className: "toggle", textContent: "Close" });
  close.dataset.act = "close";
  const picture = make("div", { className: "show-qr" });
  const link = make("p", { className: "show-link" }, ways.length ? NOWHERE : NOTHING);
  const lead = ([way, told]) => {
    const { href } = new URL(way, site);
    // Nobody types a whole deck.
    link.replaceChildren(make("a", { href, textContent: told ?? href.replace(/^https?:\/\//, "") }));
    return href;
  };
  if (!site) ways.length = 0;
  if (ways.length) lead(ways[0]);
  codeDialog.replaceChildren(picture, link, make("p", {}, close));
  if (!codeDialog.open) codeDialog.showModal();
  for (const way of ways) {
    const href = lead(way);
    try {
      const { code } = await program();
      picture.innerHTML = code(href);
      return;
    } catch (error) {
      picture.textContent = typeof error === "string" ? error : "The code did not load; the link is below.";
    }
  }
}
