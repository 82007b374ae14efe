// A presenter's own deck: made on this page, kept on this device because its maker asked for it, in a link or in a file.
import start, { OwnDeck, codeOf } from "./deck.js";

await start({ module_or_path: new URL("deck.wasm", import.meta.url) });

const KEPT = "throughline-deck";
const BEFORE = "throughline-deck-before";
const EMPTY = new OwnDeck().toText();
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const button = (label, act, name) => {
  const element = make("button", { type: "button", className: "toggle", textContent: label, onclick: act });
  if (name) element.setAttribute("aria-label", name);
  return element;
};

/** A link as a QR code. */
export const code = codeOf;

/** What the show offers, and the authors’ slides. */
let page = null;
let authors = [];
let talk = null;
/** Whether the deck is the presenter's own to change; one from a link is shown as it is. */
let mine = false;
/** The deck as it was last saved to a file. */
let saved = "";
const panel = make("section", { id: "own", className: "own" });
panel.setAttribute("aria-label", "Your deck");
const note = make("p", { id: "own-note", className: "own-note" });
note.setAttribute("role", "status");

const say = (text) => (note.textContent = text);
