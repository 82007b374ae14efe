// What the speaker's window has beside the slides: clock, timer, buttons.
let clock = null;
function speakerBar() {
  if (clock) return;
  clock = {
    time: make("span", { className: "speaker-time" }),
    timer: make("span", { className: "speaker-timer" }),
    place: make("span", { className: "speaker-place" }),
  };
  const button = (label, act) => make("button", { type: "button", className: "toggle", textContent: label, onclick: act });
  const note = make("p", { id: "speaker-note", hidden: true }, "The audience’s window does not answer. ", button("Open it again", () => openOther("show")));
  deck.append(
    make(
      "div",
      { id: "speaker-bar" },
      make("p", {}, clock.place, clock.timer, clock.time),
      make(
        "p",
        { className: "controls" },
        button("‹ Back", () => walk(-1)),
        button("Next ›", () => walk(1)),
        button("Blank", blank),
        button("Timer", timer),
        button("Timer to zero", () => timer(true)),
        button("Laser", () => setLaser(!laser)),
        button("Mark a state", () => mark(1)),
        button("Keys", keys),
      ),
      note,
    ),
  );
}
const minutes = (span) => `${Math.floor(span / 60000)}:${String(Math.floor(span / 1000) % 60).padStart(2, "0")}`;
function tick() {
  const { since, spent } = state.timer;
  const span = minutes(spent + (since ? Date.now() - since : 0));
  if (controls) controlTimer.textContent = span;
  if (!clock) return;
  clock.timer.textContent = span;
  clock.time.textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  clock.place.textContent = `${state.at + 1} / ${slides.length}`;
}
function timer(reset = false) {
  const { since, spent } = state.timer;
  if (reset === true) state.timer = { since: 0, spent: 0 };
  else state.timer = since ? { since: 0, spent: spent + Date.now() - since } : { since: Date.now(), spent };
  tick();
  write({ timer: timed() });
  tell();
}
/** The timer as the address keeps it for a reload: since when it runs, and what it had counted before. */
const timed = () => (mode && (state.timer.since || state.timer.spent) ? `${state.timer.since}.${state.timer.spent}` : "");
