// Vega-Lite on Vega's canvas (`way` may ask for `svg`). A change of view sets its parameters, which is Vega's own way and
// keeps what it has computed.

import { Handler } from "/npm/vega-tooltip/build/index.js";
import { COLORS, RADIUS, STATUSES, STATUS_COLORS, TICKS, data, margin, offer, order, picture, size, states, way } from "./page.js";

const { vega, vegaLite } = window;

function spec(view) {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: size.width - margin.left - margin.right,
    height: size.height - margin.top - margin.bottom,
    autosize: "none",
    padding: margin,
    data: { values: data.rows },
    params: [
      { name: "without", value: view.without },
      { name: "order", value: order(view) },
      { name: "columns", value: states(view) },
    ],
    transform: [{ filter: "datum.state !== without" }],
    ...(data.kind === "matrix" ? matrix : scatter),
  };
}

const matrix = {
  mark: { type: "rect", tooltip: { content: "data" } },
  encoding: {
    x: {
      field: "state",
      type: "nominal",
      scale: { domain: { expr: "columns" }, padding: 0.2 },
      axis: { orient: "top", title: null, labelAngle: 0, labelExpr: "slice(datum.label, 6)" },
    },
    y: { field: "strategy", type: "nominal", scale: { domain: { expr: "order" }, padding: 0.2 }, axis: { title: null } },
    color: { field: "status", type: "nominal", scale: { domain: STATUSES, range: STATUS_COLORS }, legend: null },
  },
};

const scatter = {
  mark: { type: "point", filled: true, opacity: 1, size: Math.PI * RADIUS ** 2, tooltip: { content: "data" } },
  encoding: {
    x: { field: "start", type: "quantitative", scale: { domain: data.years, nice: false }, axis: { title: null, format: "d" } },
    y: {
      field: "enrollment",
      type: "quantitative",
      scale: { type: "log", domain: data.enrollments, nice: false },
      axis: { title: null, values: TICKS, format: "~s" },
    },
    color: { field: "state", type: "nominal", scale: { domain: data.states, range: COLORS }, legend: null },
  },
};

const tooltip = new Handler();
let chart = null;

offer({
  draw(view) {
    const compiled = vegaLite.compile(spec(view)).spec;
    chart = new vega.View(vega.parse(compiled), { renderer: way, container: picture, hover: true });
    chart.tooltip(tooltip.call);
    return chart.runAsync();
  },
  show(view) {
    return chart.signal("without", view.without).signal("order", order(view)).signal("columns", states(view)).runAsync();
  },
  clear() {
    chart?.finalize();
    picture.replaceChildren();
    chart = null;
  },
  count: () => chart.scenegraph().root.items[0].items.find((mark) => mark.name === "marks").items.length,
  tip: () => {
    const tip = document.getElementById("vg-tooltip-element");
    return tip?.classList.contains("visible") ? tip.textContent : "";
  },
  place(row) {
    const { left, top } = picture.querySelector("canvas, svg").getBoundingClientRect();
    const [x, y] = [margin.left, margin.top];
    const at = (name, value) => chart.scale(name)(value) + (chart.scale(name).bandwidth?.() ?? 0) / 2;
    return data.kind === "matrix"
      ? [left + x + at("x", row.state), top + y + at("y", row.strategy)]
      : [left + x + at("x", row.start), top + y + at("y", row.enrollment)];
  },
});
