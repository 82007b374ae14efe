// What the pages of the other libraries share: data, sizes and colors, and the interface that the driver speaks.
//
// A page has `draw(view)`, from nothing to everything; `show(view)`, a change of what is drawn; `clear()`; and for checks
// `count()`, `tip()` and `place(row)`. A view is `{ order, without }`: the name of an order of the strategies, and a state
// that is left out or null. What returns a promise has drawn when it is kept.

const asked = new URLSearchParams(location.search);

/** The rows and what they are of: `matrix` or `scatter`. */
export const data = await (await fetch(`/data/${asked.get("data")}.json`)).json();
export const picture = document.getElementById("picture");

/** Which way of the library is asked for, where it has several. */
export const way = asked.get("way");

/** The size of a picture in CSS pixels, with the same room for axes in all. */
export const size = data.kind === "matrix" ? { width: 1000, height: 1000 } : { width: 1000, height: 620 };
export const margin = data.kind === "matrix" ? { left: 160, top: 30, right: 10, bottom: 10 } : { left: 60, top: 20, right: 20, bottom: 40 };

export const STATUSES = ["in-place", "partial", "pilot", "none-found"];
export const STATUS_COLORS = ["#153d58", "#3685b5", "#ad6200", "#c9c4ba"];
/** One for each state, in turns. */
export const COLORS = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7", "#a463f2", "#97bbf5", "#9c6b4e", "#9498a0"];
export const RADIUS = 3;
export const TICKS = [10, 100, 1000, 10_000, 100_000];

/** A state's name as short as an axis needs it. */
export const code = (state) => state.slice("State ".length);
export const order = (view) => data.orders[view.order];
export const states = (view) => data.states.filter((state) => state !== view.without);
export const rows = (view) => (view.without === null ? data.rows : data.rows.filter((row) => row.state !== view.without));

export function offer(contender) {
  window.contender = contender;
}
