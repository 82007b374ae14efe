// What the show calls.
/**
 * The presenter's deck on a page. `given` is what the show offers: `deck`, `bar`, `gather`, `write`, `announce`, `shape`, `rest` (takes a slide's live figure away),
 * `draws` (a promise that figures can be drawn), `tell`, `pages` (how many a picture has in the show), `views` (of a figure that fit), `address` (where others find the slides; empty where that is not known).
 */
export function own(given) {
  page = given;
  authors = [...page.deck.querySelectorAll(".slide")];
  return {
    /** The deck as text, for the other window; nothing while the authors' deck is shown. */
    text: () => talk?.toText() ?? "",
    edit,
    /** Takes the shape that the presenter chose. */
    shape(aspect) {
      if (!talk || !mine) return;
      talk.aspect = aspect;
      keep();
      page.deck.querySelectorAll(".slide").forEach(fit);
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
    ways,
    /** Back to the authors' deck. */
    close: () => talk && close(true),
    /** Adds a figure to the deck that the device keeps. */
    add(id, view = "") {
      const act = () => edit() && added("figure", id, view);
      // A device that would keep the slide has no need of this way, so it is a stranger's link.
      if (!wouldKeep(`${kept() ?? EMPTY}${view}`)) return act();
      const ask = make("p", { className: "own-banner" }, "This link adds a figure to the deck that is kept on this device. ");
      ask.append(button("Add it", () => (ask.remove(), act())), " ", button("Do not add it", () => ask.remove()));
      page.bar.after(ask);
    },
  };
}
