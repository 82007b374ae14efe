// Which deck is shown: the presenter's, one from a link, one that was set aside, or the authors'.
function copy() {
  setAside();
  mine = true;
  paint();
  draw();
  keep();
}
/** A deck that cannot be shown stays as it is: a newer version, or somebody with an editor, may read it. */
function unreadable(text, error) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const save = make("a", { href, download: "deck.txt", textContent: "Save it as a file" });
  page.bar.after(make("p", { className: "own-banner" }, `The deck on this device cannot be shown: ${error} Nothing of it is lost. `, save));
}
/** Shows the deck that was set aside last, and sets this one aside behind all others: so each comes back in its turn. */
function bringBack() {
  const [text, ...others] = asides();
  try {
    const deck = OwnDeck.fromText(text);
    putAsides([...others, talk.toText()].filter((other) => other !== EMPTY));
    take(deck, true);
    keep();
  } catch (error) {
    unreadable(text, error);
    putAsides([...others, text]);
  }
}
function forget() {
  setAside();
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // It was not kept.
  }
  mine = false;
  close();
  page.announce("Your deck is deleted from this device. ‘Make your own deck’ brings the last one back once more.");
}
function close(told = false) {
  leave();
  address();
  panel.remove();
  page.deck.querySelectorAll(".slide").forEach((slide) => slide.remove());
  page.deck.prepend(...authors);
  talk = null;
  entitle();
  page.shape("16:9");
  page.gather();
  if (told !== true) page.tell();
}
function take(deck, asMine, told) {
  talk = deck;
  mine = asMine;
  paint();
  draw(told);
}

/**
 * Opens the presenter's deck: the one that is shown, the one that the device keeps, a copy of the one from a link, the last that was
 * set aside, or a new one. `back`: not a copy.
 */
function edit(back = false) {
  if (!talk || !mine) {
    if (talk && !back && !kept()) copy();
    else if (!fetchOwn()) return false;
  }
  panel.querySelector("input")?.focus();
  return true;
}
function fetchOwn() {
  const [last] = asides();
  const text = kept() ?? last;
  const theirs = talk && link();
  let deck;
  try {
    deck = text ? OwnDeck.fromText(text) : new OwnDeck();
  } catch (error) {
    unreadable(text, error);
    return false;
  }
  // The deck of a link is one step back.
  if (theirs) history.pushState(null, "", location.href);
  take(deck, true);
  keep();
  if (theirs) say(`${note.textContent} The deck of the link is one step back in this browser.`);
  // What came back is no longer set aside; it is, if the device does not keep it.
  if (text === last && kept()) putAsides(asides().slice(1));
  paint();
  return true;
}
