// Decks that were set aside when another came in their place, so that none is lost.
/** So many at most. */
const MOST_ASIDE = 20;
/** Those that the device does not keep. */
let unkept = null;
/** Whether a deck that lies only in this page was left without the presenter's asking to delete it. */
let atRisk = false;
/** The newest first. No deck holds the letter that parts them. */
const asides = () => unkept ?? (stored(BEFORE) || "").split("\f").filter(Boolean);
function putAsides(all) {
  try {
    all.length ? localStorage.setItem(BEFORE, all.join("\f")) : localStorage.removeItem(BEFORE);
    unkept = null;
  } catch {
    unkept = all;
  }
}
/** Sets the presenter's deck aside, before those that already are. */
function setAside() {
  const text = mine ? talk.toText() : kept();
  const all = asides();
  if (text && text !== EMPTY && !all.includes(text)) putAsides([text, ...all].slice(0, MOST_ASIDE));
}
/** Before another deck comes in place of one that the device does not keep. */
function leave() {
  if (!talk || !mine || talk.toText() === kept()) return;
  setAside();
  atRisk = unkept !== null;
}
addEventListener("beforeunload", (event) => {
  const lies = () => [EMPTY, kept(), saved].includes(talk.toText()) || (link() && location.hash.includes(`deck=${link()}`));
  if (atRisk || (talk && mine && !lies())) event.preventDefault();
});
