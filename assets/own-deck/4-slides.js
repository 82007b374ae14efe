// The slides of the deck, and the fields in which their maker changes them.
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
  Object.assign(slide.dataset, { kind: isTitle(place) ? "title" : kind, number: place + 1, headline, notes });
  if (kind === "figure" && document.getElementById(`live-${talk.id(place)}`)) {
    slide.dataset.slideFigure = talk.id(place);
    slide.dataset.view = talk.view(place);
    if (!headline) slide.dataset.finding = "";
  }
  fill(slide, place);
  return slide;
}
/** Whether the slide is the presenter's title. */
const isTitle = (place) => place === 0 && talk.kind(0) === "words" && talk.title && talk.headline(0) === talk.title;
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
      // A live figure would be lost with what is replaced.
      page.rest(slide);
      slide.dispatchEvent(new CustomEvent("throughline-draw", { bubbles: true }));
      page.gather();
      fit(slide);
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
/** Says beside a figure that is higher than its slide how the room sees it. */
function fit(slide) {
  const told = slide.querySelector(".own-fit");
  const pages = told ? page.pages(slide.querySelector(".slide-picture")) : 1;
  if (!told) return;
  told.hidden = pages < 2;
  told.firstChild.textContent = `This view is too high for a slide: in the show, Next goes through ${pages} pages of it. `;
}
/** A button for each View of the figure that a slide has room for. */
function fitting(place) {
  const act = (view) => () => {
    setAside();
    talk.show(place, view);
    keep();
    paint();
    draw();
    page.announce(`Slide ${place + 1} shows a view that fits.`);
    page.deck.querySelectorAll(".slide-edit")[place].querySelector("input").focus({ preventScroll: true });
  };
  const views = page.views(talk.id(place)).map(([number, view]) => button(number ? `Show what fits, as the authors’ slide ${number}` : "Show what fits", act(view)));
  return make("p", { className: "own-fit", hidden: true }, "…", ...views);
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
    // The same button of the slide that has moved, so that the next press moves it on.
    const [again, back] = page.deck.querySelectorAll(".slide-edit")[to]?.querySelectorAll("button") ?? [];
    const [first, second] = to < place ? [again, back] : [back, again];
    (first?.disabled ? second : first)?.focus();
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
      const next = page.deck.querySelectorAll(".slide-edit")[Math.min(place, talk.length - 1)];
      (next?.querySelector("p button:last-of-type") ?? panel.querySelector("input")).focus();
    },
    `Remove ${name}`,
  );
  const fields = kind === "statement" ? [] : [make("label", {}, "Headline", headline)];
  const fits = kind === "figure" ? [fitting(place)] : [];
  return make("div", { className: "slide-edit" }, ...fits, ...fields, make("label", {}, "Notes", notes), make("p", { className: "controls" }, up, down, remove));
}
/** Where the presenter types, as a function that puts the cursor there again when the fields have been made anew. */
function whereTyped() {
  const field = document.activeElement;
  const fields = () => [...page.deck.querySelectorAll(".slide-edit :is(input, textarea)")];
  const slide = field?.closest(".slide")?.id;
  const { selectionStart, selectionEnd, tagName } = field ?? {};
  return () => {
    const same = slide && fields().find((one) => one.closest(".slide").id === slide && one.tagName === tagName);
    if (!same || field.isConnected) return;
    same.focus({ preventScroll: true });
    same.setSelectionRange(selectionStart, selectionEnd);
  };
}
/** `told`: the deck is what the other window or the address says, so there is nothing to tell. */
function draw(told = false) {
  const slides = Array.from({ length: talk.length }, (_, place) => section(place));
  page.deck.querySelectorAll(".slide").forEach((slide) => slide.remove());
  page.deck.prepend(...slides);
  if (mine) slides.forEach((slide, place) => slide.append(form(place)));
  if (!slides.length) say("The deck has no slide yet. Add one here, or with ‘Add to deck’ in the menu of any figure of the report.");
  entitle();
  page.shape(talk.aspect);
  page.gather();
  if (!told) page.tell();
}
