// Keeping the deck: on the device, else in the address of the page; and following another window that changes it.
const stored = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};
const kept = () => stored(KEPT);
const address = (words) => page.write({ deck: "", own: "", mine: "", at: "", ...words });
/** The deck for a link; empty where it is too long for one. */
function link() {
  try {
    return talk.toLink();
  } catch {
    return "";
  }
}
function keep() {
  const text = talk.toText();
  try {
    localStorage.setItem(KEPT, text);
    address({ own: "1" });
    say("Kept on this device, in this browser, until you delete it.");
  } catch {
    inAddress("This device does not keep the deck: storage is forbidden or full.");
  }
}
/** Where the device does not keep the deck, the address of the page does; never an older one. */
function inAddress(why) {
  try {
    address({ deck: talk.toLink(), mine: "1" });
    say(`${why} It is in the address of this page instead, which survives a reload; save it as a file to be safe.`);
  } catch (error) {
    address();
    say(`${why} ${error} Nothing is lost while this page is open.`);
  }
}
/** Whether the device would keep this deck: then one in the address is somebody else's, whatever the address says. */
function wouldKeep(text) {
  try {
    localStorage.setItem(`${KEPT}-room`, text);
    localStorage.removeItem(`${KEPT}-room`);
    return true;
  } catch {
    return false;
  }
}

addEventListener("storage", (event) => {
  if (!mine || !talk || event.key !== KEPT || !event.newValue || event.newValue === talk.toText()) return;
  try {
    talk = OwnDeck.fromText(event.newValue);
    const back = whereTyped();
    draw();
    back();
    say("The deck was changed in another window, and is shown as it is there.");
  } catch (error) {
    say(`Another window keeps a deck that cannot be shown here: ${error}`);
  }
});
