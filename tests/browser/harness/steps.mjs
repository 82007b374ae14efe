// The steps of a reader, counted from what the page sees them do, so that no test can forget one.
//
// A step is what one does in one go: a press of a pointer or finger, a run of letters, a walk by keys with the Enter that ends
// it, a key that does something by itself, a stretch of scrolling.

/** Follows what readers do on a page and on those that it leads to; give it to `prepare`. */
export async function countSteps(page) {
  const seen = [];
  await page.exposeBinding("tellStep", (_, kind) => seen.push(kind));
  await page.addInitScript(() => {
    const tell = window.tellStep;
    const walks = /^(Tab|Arrow|Home|End|Page)/;
    addEventListener("pointerdown", (event) => event.isTrusted && tell("press"), true);
    addEventListener(
      "keydown",
      (event) => {
        if (!event.isTrusted || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
        const writes = event.target.matches?.("input:not([type=range], [type=checkbox], [type=radio]), textarea");
        if (event.key === "Enter" || (event.key === " " && !writes)) tell("end");
        else if (walks.test(event.key)) tell("walk");
        else tell(writes && !event.ctrlKey && !event.metaKey ? "letters" : "key");
      },
      true,
    );
  });
  return {
    /** The test scrolled as a reader would. */
    scrolled: () => seen.push("scroll"),
    count: () => stepsOf(seen),
  };
}

/** How many steps things done one after the other are. */
export function stepsOf(seen) {
  let steps = 0;
  seen.forEach((kind, place) => {
    const before = seen[place - 1];
    const goesOn = ["walk", "letters", "scroll"].includes(kind) ? before === kind : kind === "end" && before === "walk";
    if (!goesOn) steps += 1;
  });
  return steps;
}
