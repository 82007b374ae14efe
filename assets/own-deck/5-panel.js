// What stands above the slides: whose deck it is, and what can be done with it.
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
const FULL = "The deck is full: it has as many slides as a deck may have.";
function added(kind, id, view) {
  if (!talk.add(kind, id, view)) return say(FULL);
  keep();
  draw();
  page.deck.querySelector(".slide:last-of-type")?.scrollIntoView({ block: "nearest" });
  page.announce(`Added as slide ${talk.length}.`);
}
/** Makes the title the first slide. */
function addTitle(field) {
  if (isTitle(0)) return say("Slide 1 shows the title already.");
  if (!talk.title.trim()) return field.focus(), say("Write the title first.");
  if (!talk.add("words", "", "")) return say(FULL);
  talk.write(talk.length - 1, talk.title, "");
  talk.shift(talk.length - 1, 0);
  keep();
  draw();
  page.announce("The title is slide 1.");
}
/** The page and what is made of it bear the name of the deck that is shown. */
function entitle() {
  const heading = page.deck.parentElement.querySelector(".deck-head h1");
  const subtitle = heading.parentElement.querySelector(".subtitle");
  heading.dataset.authors ??= heading.textContent;
  subtitle.dataset.authors ??= subtitle.textContent;
  const before = heading.textContent;
  heading.textContent = talk ? talk.title || (mine ? "Your deck" : "A presenter’s deck") : heading.dataset.authors;
  subtitle.textContent = talk ? `A presenter’s deck of ${talk.length === 1 ? "one slide" : `${talk.length} slides`}.` : subtitle.dataset.authors;
  document.title = document.title.replace(before, () => heading.textContent);
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
      if (read.leftOut) say(`${read.leftOut} The file itself is as it was. ${note.textContent}`);
    } catch (error) {
      say(String(error));
    }
  });
  const title = make("input", { type: "text", maxLength: 300, value: talk.title, placeholder: "Title of your talk" });
  let shown = false;
  title.addEventListener("focus", () => (shown = isTitle(0)));
  title.addEventListener("input", () => {
    talk.title = title.value;
    if (shown) {
      const slide = page.deck.querySelector(".slide");
      talk.write(0, talk.title, talk.notes(0));
      slide.dataset.headline = slide.querySelector(".slide-edit input").value = talk.title;
      fill(slide, 0);
    }
    entitle();
    keep();
  });
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
          button("Add the title", () => addTitle(title)),
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
