// What a speaker does with a slide: blank, mark, choose, zoom, point, and how the room shows it.
function blank() {
  state.blank = !state.blank;
  paint();
  announce(state.blank ? "The screen is blank." : `Slide ${state.at + 1}: ${titleOf(current())}`);
  tell();
}
/** The states that the figure of the slide shows as it is now, which the engine knows. */
function statesShown() {
  const frame = current()?.querySelector(".slide-live:not(.waiting)");
  frame?.dispatchEvent(new CustomEvent("throughline-states", { bubbles: true }));
  return frame?.dataset.states?.split(" ").filter(Boolean) ?? [];
}
/** Marks the next of them, after the last one none. */
function mark(step) {
  const ids = ["", ...statesShown()];
  if (ids.length < 2) return warn("This slide shows no state that could be marked.");
  marked = ids[(Math.max(0, ids.indexOf(marked)) + step + ids.length) % ids.length];
  const name = states.find(([id]) => id === marked)?.[1];
  announce(name ? `Marked: ${name}` : "Nothing is marked.");
  const kept = location.search.slice(1).split("&").filter((part) => part && !part.startsWith("mark="));
  show([...kept, marked && `mark=states:${marked}`].filter(Boolean).join("&"));
  state.query = location.search.slice(1);
  tell();
}
function choose() {
  root.toggleAttribute("data-choose");
  if (root.hasAttribute("data-choose")) frameOf(current())?.querySelector(".controls button")?.focus();
  measure();
}
let pointer = null;
addEventListener("pointermove", (event) => {
  pointer = event;
  const box = laser && current()?.querySelector(".slide-frame").getBoundingClientRect();
  if (box) {
    const point = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    pointAt(point);
    send({ point });
  }
  if (controls && mode === "show") offer();
});
let idle = 0;
/** Shows the buttons of the show for a while. */
function offer() {
  if (!("pointing" in root.dataset)) root.dataset.pointing = "";
  clearTimeout(idle);
  idle = setTimeout(() => delete root.dataset.pointing, 2500);
}
const stage = () => current()?.querySelector(".slide-stage");
const isPoint = (point) => Array.isArray(point) && point.length === 2 && point.every((part) => part >= 0 && part <= 1);
function zoom(to) {
  const area = stage();
  state.zoom = area ? to : null;
  area?.classList.toggle("zoomed", !!to);
  ["x", "y"].forEach((side, place) => to && area?.style.setProperty(`--zoom-${side}`, `${(to[place] * 100).toFixed(1)}%`));
}
/** The place on the stage that is looked at: the mark that has the focus or the pointer, else the pointer. */
function spotted() {
  const area = stage();
  if (!area) return null;
  const box = area.getBoundingClientRect();
  const spot = area.querySelector(".plot .is-active")?.getBoundingClientRect();
  const x = spot ? spot.x + spot.width / 2 : (pointer?.clientX ?? box.x + box.width / 2);
  const y = spot ? spot.y + spot.height / 2 : (pointer?.clientY ?? box.y + box.height / 2);
  const within = (value, low, size) => Math.max(0, Math.min(1, (value - low) / size));
  return [within(x, box.x, box.width), within(y, box.y, box.height)];
}
const dot = make("div", { id: "laser", hidden: true, ariaHidden: "true" });
deck.append(dot);
function pointAt(point) {
  const box = current()?.querySelector(".slide-frame").getBoundingClientRect();
  dot.hidden = !isPoint(point) || !box;
  if (dot.hidden) return;
  dot.style.left = `${box.left + point[0] * box.width}px`;
  dot.style.top = `${box.top + point[1] * box.height}px`;
}
function setLaser(on) {
  laser = on;
  root.toggleAttribute("data-laser", on);
  if (!on) {
    pointAt(null);
    send({ point: null });
  }
  announce(on ? "The laser pointer follows the pointer." : "The laser pointer is off.");
}
function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (root.requestFullscreen) root.requestFullscreen().catch(() => warn("The browser did not allow full screen."));
  else warn("This browser has no full screen for pages.");
}
function contrast(on = !state.contrast) {
  state.contrast = on;
  root.toggleAttribute("data-room-contrast", on);
  write({ contrast: on ? "high" : "" });
  bar.querySelector("[data-act=contrast]").setAttribute("aria-pressed", String(on));
}
const aspects = document.getElementById("deck-aspect");
function shape(value) {
  const known = [...aspects.options].some((option) => option.value === value);
  aspects.value = known ? value : "16:9";
  root.dataset.aspect = aspects.value;
  write({ aspect: aspects.value === "16:9" ? "" : aspects.value });
  measure();
}
aspects.addEventListener("change", () => {
  shape(aspects.value);
  ownDeck?.shape(aspects.value);
});
