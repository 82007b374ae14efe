// A presenter's own deck, codes for phones, paper and files: programs that come when they are wanted.
let ownDeck = null;
const program = () => import("./own-deck.js");
async function withOwn() {
  if (ownDeck) return ownDeck;
  const { own } = await program();
  ownDeck ??= own({ deck, bar, gather: regather, write, announce, shape, draws, tell });
  return ownDeck;
}
function regather() {
  gather();
  state.at = Math.min(state.at, Math.max(0, slides.length - 1));
  paint();
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
const elsewhere = (act) =>
  import("./slide-files.js").then(act).catch((error) => {
    tellHere("The file could not be made: check the connection and try again.");
    console.info("Slides for elsewhere:", error);
  });
// Paper gets all slides, also where one of them is being shown.
addEventListener("beforeprint", () => delete root.dataset.show);
addEventListener("afterprint", paint);
function handout() {
  root.dataset.handout = "";
  print();
  delete root.dataset.handout;
}
const codeDialog = make("dialog", { id: "show-code", className: "show-dialog" });
codeDialog.setAttribute("aria-label", "Link to this slide’s view");
deck.after(codeDialog);
async function showCode() {
  const slide = current();
  const kind = slide.dataset.slideFigure;
  const query = kind && (mode ? location.search.slice(1) : slide.dataset.view);
  const way = kind ? `figure/${kind}/${query ? `?${query}` : ""}` : `present/#${slide.id}`;
  // One file on a disk may know where the site lies; other pages there do not.
  const site = root.dataset.home ?? (ofFile ? "" : new URL(deck.dataset.root, location.href.split(/[?#]/)[0]).href);
  const address = site && site + way;
  const link = make("a", { href: address, textContent: address.replace(/^https?:\/\//, "") });
  const close = make("button", { type: "button", className: "toggle", textContent: "Close" });
  close.dataset.act = "close";
  const picture = make("div", { className: "show-qr" });
  const nowhere = "This page was opened from a disk, and no address of the report is known that other devices could open.";
  codeDialog.replaceChildren(picture, make("p", { className: "show-link" }, address ? link : nowhere), make("p", {}, close));
  codeDialog.showModal();
  try {
    const { code } = await program();
    if (address) picture.innerHTML = code(address);
  } catch (error) {
    picture.textContent = typeof error === "string" ? error : "The code did not load; the link is below.";
  }
}
