// Observable Plot. It has no way to change a picture: one draws another and puts it in place, as its documentation does.

import { COLORS, RADIUS, STATUSES, STATUS_COLORS, TICKS, code, data, margin, offer, order, picture, rows, size, states } from "./page.js";

const { Plot } = window;

const frame = {
  ...size,
  marginLeft: margin.left,
  marginTop: margin.top,
  marginRight: margin.right,
  marginBottom: margin.bottom,
};

function matrix(view) {
  return Plot.plot({
    ...frame,
    x: { axis: "top", domain: states(view), label: null, padding: 0.2, tickFormat: code },
    y: { domain: order(view), label: null, padding: 0.2 },
    color: { domain: STATUSES, range: STATUS_COLORS },
    marks: [Plot.cell(rows(view), { x: "state", y: "strategy", fill: "status", channels: { since: "since" }, tip: true })],
  });
}

function scatter(view) {
  return Plot.plot({
    ...frame,
    x: { domain: data.years, tickFormat: "d", label: null },
    y: { type: "log", domain: data.enrollments, ticks: TICKS, tickFormat: "~s", label: null },
    color: { type: "ordinal", domain: data.states, range: COLORS },
    marks: [Plot.dot(rows(view), { x: "start", y: "enrollment", fill: "state", r: RADIUS, channels: { name: "name" }, tip: true })],
  });
}

let plot = null;

function draw(view) {
  plot = data.kind === "matrix" ? matrix(view) : scatter(view);
  picture.replaceChildren(plot);
}

offer({
  draw,
  show: draw,
  clear: () => picture.replaceChildren(),
  count: () => picture.querySelectorAll(data.kind === "matrix" ? "[aria-label=cell] rect" : "[aria-label=dot] circle").length,
  tip: () => picture.querySelector("[aria-label=tip]")?.textContent ?? "",
  place(row) {
    const { left, top } = plot.getBoundingClientRect();
    const at = (name, value) => plot.scale(name).apply(value) + (plot.scale(name).bandwidth ?? 0) / 2;
    return data.kind === "matrix"
      ? [left + at("x", row.state), top + at("y", row.strategy)]
      : [left + at("x", row.start), top + at("y", row.enrollment)];
  },
});
