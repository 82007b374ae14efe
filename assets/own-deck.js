// A presenter's own deck: made on this page, kept on this device because its maker asked for it, in a link or in a file.
import start, { OwnDeck, codeOf } from "./deck.js";

await start({ module_or_path: new URL("deck.wasm", import.meta.url) });

const KEPT = "throughline-deck";
const BEFORE = "throughline-deck-before";
/** So many decks are set aside at most. */
const MOST_ASIDE = 20;
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

/**
 * The presenter's deck on a page. `page` is what the show offers: `deck`, `gather`, `write`, `words`, `announce`, `shape`,
 * `draws` (a promise that figures can be drawn), `tell`, `address` (where others find the slides; empty where that is not known).
 */
export function own(page) {
  const authors = [...page.deck.querySelectorAll(".slide")];
  let talk = null;
  /** Whether the deck is the presenter's own to change; one from a link is shown as it is. */
  let mine = false;
  /** The deck as it was last saved to a file. */
  let saved = "";
  const panel = make("section", { id: "own", className: "own" });
  panel.setAttribute("aria-label", "Your deck");
  const note = make("p", { id: "own-note", className: "own-note" });
  note.setAttribute("role", "status");

  // ── Keeping ──
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

  // ── Decks that were set aside ──
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
  const say = (text) => (note.textContent = text);
  addEventListener("storage", (event) => {
    if (!mine || !talk || event.key !== KEPT || !event.newValue || event.newValue === talk.toText()) return;
    try {
      talk = OwnDeck.fromText(event.newValue);
      draw();
      say("The deck was changed in another window, and is shown as it is there.");
    } catch (error) {
      say(`Another window keeps a deck that cannot be shown here: ${error}`);
    }
  });

  // ── Slides ──
  function section(place) {
    const kind = talk.kind(place);
    const id = `slide-${place + 1}`;
    const slide = make(
      "section",
      { className: "slide", id },
      make("div", { className: "slide-frame" }, make("div", { className: "slide-face" })),
      make("aside", { className: "slide-notes" }),
    );
    slide.setAttribute("aria-labelledby", `${id}-title`);
    slide.querySelector("aside").setAttribute("aria-label", `Notes to slide ${place + 1}`);
    const [headline, notes] = [talk.headline(place), talk.notes(place)];
    Object.assign(slide.dataset, { kind, number: place + 1, headline, notes });
    if (kind === "figure" && document.getElementById(`live-${talk.id(place)}`)) {
      slide.dataset.slideFigure = talk.id(place);
      slide.dataset.view = talk.view(place);
      if (!headline) slide.dataset.finding = "";
    }
    fill(slide, place);
    return slide;
  }
  /** The words of a statement of the report; nothing where the slide shows none. */
  const statementAt = (place) =>
    talk.kind(place) === "statement" && document.getElementById("statements").content.querySelector(`[data-statement="${CSS.escape(talk.id(place))}"]`);
  function fill(slide, place) {
    const kind = talk.kind(place);
    const [face, aside] = [slide.querySelector(".slide-face"), slide.querySelector(".slide-notes")];
    const title = make("h2", { className: "slide-headline", id: `${slide.id}-title` });
    const foot = make("p", { className: "slide-foot" }, make("span"), make("span", { className: "slide-number", textContent: place + 1 }));
    const said = make("div", { className: "slide-said" }, ...talk.notes(place).split("\n").map((line) => make("p", {}, line)));
    const statement = statementAt(place);
    if (slide.dataset.slideFigure) {
      title.textContent = talk.headline(place) || "…";
      face.replaceChildren(title, make("div", { className: "slide-stage" }), foot);
      page.draws().then(() => {
        slide.dispatchEvent(new CustomEvent("throughline-draw", { bubbles: true }));
        page.gather();
      });
    } else if (statement) {
      face.innerHTML = statement.querySelector(".slide-face").innerHTML;
      aside.innerHTML = statement.querySelector(".slide-notes").innerHTML;
      face.querySelector("h2").id = title.id;
      face.querySelector(".slide-number").textContent = place + 1;
      aside.querySelector(".slide-said").replaceWith(said);
      return;
    } else if (kind === "words") {
      title.textContent = talk.headline(place) || "Your words";
      foot.firstChild.textContent = "The presenter’s own words";
      face.replaceChildren(title, foot);
    } else {
      title.textContent = "What this slide shows is not in this report";
      face.replaceChildren(title, foot);
    }
    aside.replaceChildren(make("h3", { textContent: "Speaker notes" }), said);
  }
  function form(place) {
    const kind = talk.kind(place);
    const name = `slide ${place + 1}`;
    const headline = make("input", { type: "text", maxLength: 300, value: talk.headline(place) });
    headline.placeholder = kind === "figure" ? "What the figure finds" : "Your words";
    const notes = make("textarea", { rows: 4, maxLength: 4000, value: talk.notes(place) });
    const change = () => {
      talk.write(place, headline.value, notes.value);
      const slide = page.deck.querySelectorAll(".slide")[place];
      const focus = document.activeElement;
      Object.assign(slide.dataset, { headline: headline.value, notes: notes.value });
      if (headline.value) delete slide.dataset.finding;
      else slide.dataset.finding = "";
      fill(slide, place);
      focus?.focus();
      keep();
    };
    headline.addEventListener("change", change);
    notes.addEventListener("change", change);
    // Each letter is kept at once; the slide follows when the field is left.
    for (const field of [headline, notes]) {
      field.addEventListener("input", () => (talk.write(place, headline.value, notes.value), keep()));
    }
    const shift = (to) => () => {
      talk.shift(place, to);
      keep();
      draw();
      page.announce(`Slide ${place + 1} is now slide ${to + 1}.`);
      page.deck.querySelectorAll(".slide-edit")[to]?.querySelector("button:not(:disabled)")?.focus();
    };
    const up = button("↑", shift(place - 1), `Move ${name} up`);
    const down = button("↓", shift(place + 1), `Move ${name} down`);
    up.disabled = place === 0;
    down.disabled = place === talk.length - 1;
    const remove = button(
      "Remove",
      () => {
        setAside();
        talk.remove(place);
        keep();
        paint();
        draw();
        page.announce(`Slide ${place + 1} is removed.`);
      },
      `Remove ${name}`,
    );
    const fields = kind === "statement" ? [] : [make("label", {}, "Headline", headline)];
    return make("div", { className: "slide-edit" }, ...fields, make("label", {}, "Notes", notes), make("p", { className: "controls" }, up, down, remove));
  }
  /** `told`: the deck is what the other window or the address says, so there is nothing to tell. */
  function draw(told = false) {
    const slides = Array.from({ length: talk.length }, (_, place) => section(place));
    page.deck.querySelectorAll(".slide").forEach((slide) => slide.remove());
    page.deck.prepend(...slides);
    if (mine) slides.forEach((slide, place) => slide.append(form(place)));
    if (!slides.length) say("The deck has no slide yet. Add one here, or with ‘Add to deck’ in the menu of any figure of the report.");
    page.shape(talk.aspect);
    page.gather();
    if (!told) page.tell();
  }

  // ── The panel ──
  function file() {
    saved = talk.toText();
    const way = make("a", { download: "deck.throughline.txt", href: URL.createObjectURL(new Blob([saved], { type: "text/plain" })) });
    way.click();
    setTimeout(() => URL.revokeObjectURL(way.href), 60_000);
    say("Saved as deck.throughline.txt.");
  }
  async function copyLink() {
    if (!page.address) return say("This page was opened from a disk, and no address of the report is known that others could open: save the deck as a file, and pass that on.");
    let whole;
    try {
      whole = `${page.address}#deck=${talk.toLink()}`;
    } catch (error) {
      return say(String(error));
    }
    try {
      await navigator.clipboard.writeText(whole);
      say("The link is on the clipboard. Whoever has it sees the deck with its notes.");
    } catch {
      const field = make("input", { type: "text", readOnly: true, value: whole });
      field.setAttribute("aria-label", "Link to the deck");
      note.replaceChildren("Copy this link: ", field);
      field.select();
    }
  }
  function chooser(label, options, act) {
    const select = make("select", {}, make("option", { value: "", textContent: label }), ...options.map(([value, text]) => make("option", { value, textContent: text })));
    select.setAttribute("aria-label", label);
    select.addEventListener("change", () => {
      if (select.value) act(select.value);
      select.value = "";
    });
    return select;
  }
  function added(kind, id, view) {
    if (!talk.add(kind, id, view)) return say("The deck is full: it has as many slides as a deck may have.");
    keep();
    draw();
    page.deck.querySelector(".slide:last-of-type")?.scrollIntoView({ block: "nearest" });
    page.announce(`Added as slide ${talk.length}.`);
  }
  function paint() {
    const open = make("input", { type: "file", accept: ".txt,text/plain", hidden: true });
    open.addEventListener("change", async () => {
      const [chosen] = open.files;
      if (!chosen) return;
      try {
        if (chosen.size > 1_000_000) throw "This file is too large for a deck.";
        const read = OwnDeck.fromText(await chosen.text());
        setAside();
        take(read, true);
        keep();
      } catch (error) {
        say(String(error));
      }
    });
    const title = make("input", { type: "text", maxLength: 300, value: talk.title, placeholder: "Title of your talk" });
    title.addEventListener("input", () => ((talk.title = title.value), keep()));
    const figures = [...document.querySelectorAll("template[id^=live-]")].map((template) => [template.id.slice(5), template.dataset.label]);
    const statements = [...document.getElementById("statements").content.querySelectorAll("[data-statement]")].map((statement) => [
      statement.dataset.statement,
      `${statement.querySelector("h2").textContent.slice(0, 80)} …`,
    ]);
    const head = mine
      ? [
          make("label", {}, "Title ", title),
          make(
            "p",
            { className: "controls" },
            chooser("Add a figure …", figures, (id) => added("figure", id, "")),
            chooser("Add a statement …", statements, (id) => added("statement", id, "")),
            button("Add words", () => added("words", "", "")),
            button("Copy link", copyLink),
            button("Save as file", file),
            button("Open a file", () => open.click()),
            button("Delete it", forget),
            ...(asides().length ? [button("Bring back the deck before", bringBack)] : []),
            button("Back to the authors’ deck", close),
          ),
        ]
      : [
          make("p", { className: "own-banner" }, make("b", {}, talk.title || "A deck"), " was made by a presenter, not by the authors of this report. Its headlines and notes are the presenter’s; figures, statements and sources are the report’s."),
          make("p", { className: "controls" }, button("Change a copy of it", copy), button("Save as file", file), ...(kept() || asides().length ? [button("Back to your deck", () => edit(true))] : []), button("Back to the authors’ deck", close)),
        ];
    panel.replaceChildren(make("h2", { textContent: mine ? "Your deck" : "A presenter’s deck" }), ...head, note, open);
    page.bar.after(panel);
  }
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

  return {
    /** The deck as text, for the other window; nothing while the authors' deck is shown. */
    text: () => talk?.toText() ?? "",
    edit,
    /** Takes the shape that the presenter chose. */
    shape(aspect) {
      if (!talk || !mine) return;
      talk.aspect = aspect;
      keep();
    },
    /** Shows what a link, another window or this device holds; says why not where it cannot. */
    open(words) {
      try {
        if (words.deck && !(talk && words.deck === link())) {
          const deck = OwnDeck.fromLink(words.deck);
          leave();
          take(deck, !!words.mine && !wouldKeep(deck.toText()), true);
          if (mine) keep();
        } else if (words.text && words.text !== talk?.toText()) take(OwnDeck.fromText(words.text), false, true);
        else if (words.own && kept() && !(mine && talk.toText() === kept())) take(OwnDeck.fromText(kept()), true, true);
        return true;
      } catch (error) {
        page.announce(String(error));
        page.bar.after(make("p", { className: "own-banner", textContent: String(error) }));
        this.stay();
        return false;
      }
    },
    /** Where the address has gone elsewhere and the deck stays, it names the deck again. */
    stay() {
      if (talk) mine ? keep() : address({ deck: link() });
    },
    /**
     * The ways to what a slide without a figure shows, from the report's address, with words for those that nobody types: the best first. None
     * where nothing of the report is shown; nothing at all while the authors' deck is shown.
     */
    ways(place) {
      if (!talk) return null;
      const statement = statementAt(place);
      if (statement) return [[`?focus=${statement.dataset.address}`]];
      const found = [];
      if (talk.kind(place) !== "words") return found;
      // Whoever reads a code from the wall does not get the notes.
      const bare = OwnDeck.fromText(talk.toText());
      const add = (at, told) => {
        try {
          found.push([`present/#deck=${bare.toLink()}&at=${at}`, told]);
        } catch {
          // Too long.
        }
      };
      for (let at = 0; at < bare.length; at += 1) bare.write(at, bare.headline(at), "");
      add(place + 1, "All slides, opened at this one, without the notes");
      for (let at = bare.length - 1; at >= 0; at -= 1) if (at !== place) bare.remove(at);
      add(1, "This slide alone: all of them are too long for a code");
      return found;
    },
    /** Back to the authors' deck. */
    close: () => talk && close(true),
    /** Adds a figure to the deck that the device keeps. */
    add(id, view) {
      if (edit()) added("figure", id, view);
    },
  };
}
