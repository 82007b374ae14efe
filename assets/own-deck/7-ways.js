// Where a code on a slide leads whoever is in the room.
/**
 * The ways to what a slide without a figure shows, from the report's address, with words for those that nobody types: the best first. None
 * where nothing of the report is shown; nothing at all while the authors' deck is shown.
 */
function ways(place) {
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
}
