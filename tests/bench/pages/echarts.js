// Apache ECharts, by `way`: `svg`, `canvas`, or `large`, which is the canvas with its mode for many points.
//
// No animation and no progressive drawing: it would spread the work over more frames than are waited for. A change of
// view sets the parts of the option that change.

import { COLORS, RADIUS, STATUSES, STATUS_COLORS, code, data, margin, offer, order, picture, rows, size, states, way } from "./page.js";

const { echarts } = window;

const base = {
  animation: false,
  grid: margin,
  tooltip: { trigger: "item", transitionDuration: 0, formatter: ({ value }) => value.at(-1) },
};
const category = { type: "category", axisTick: { show: false } };

function cells(view) {
  const column = new Map(states(view).map((state, at) => [state, at]));
  const line = new Map(order(view).map((strategy, at) => [strategy, at]));
  const words = (row) => `${row.state}, ${row.strategy}: ${row.status} ${row.since ?? ""}`;
  return rows(view).map((row) => [column.get(row.state), line.get(row.strategy), STATUSES.indexOf(row.status), words(row)]);
}

const matrix = {
  option: (view) => ({
    ...base,
    xAxis: { ...category, position: "top", data: states(view), axisLabel: { interval: 0, formatter: code } },
    yAxis: { ...category, inverse: true, data: order(view), axisLabel: { interval: 0 } },
    visualMap: {
      show: false,
      type: "piecewise",
      dimension: 2,
      pieces: STATUSES.map((status, value) => ({ value, label: status, color: STATUS_COLORS[value] })),
    },
    series: [{ type: "heatmap", progressive: 0, data: cells(view), itemStyle: { borderWidth: 2, borderColor: "#fff" } }],
  }),
  change: (view) => ({
    xAxis: { data: states(view) },
    yAxis: { data: order(view) },
    series: [{ data: cells(view) }],
  }),
};

/** One series for each state that has points: colors of their own are not for single points of a large series. */
function series() {
  const of = new Map();
  for (const { state, start, enrollment, name } of data.rows) {
    if (!of.has(state)) of.set(state, []);
    of.get(state).push([start, enrollment, name]);
  }
  return [...of].map(([name, points], at) => ({
    type: "scatter",
    name,
    symbolSize: 2 * RADIUS,
    progressive: 0,
    large: way === "large",
    largeThreshold: 0,
    itemStyle: { color: COLORS[at % COLORS.length] },
    data: points,
  }));
}

/** Which states are shown is a choice in the legend, which itself is not. */
const selected = (view) => Object.fromEntries(data.states.map((state) => [state, state !== view.without]));

const scatter = {
  option: (view) => ({
    ...base,
    legend: { show: false, selected: selected(view) },
    xAxis: { min: data.years[0], max: data.years[1], axisLabel: { formatter: String } },
    yAxis: { type: "log", min: data.enrollments[0], max: data.enrollments[1] },
    series: series(),
  }),
  change: (view) => ({ legend: { selected: selected(view) } }),
};

const kind = data.kind === "matrix" ? matrix : scatter;
let chart = null;
let now = null;

offer({
  draw(view) {
    chart = echarts.init(picture, null, { renderer: way === "svg" ? "svg" : "canvas", ...size });
    chart.setOption(kind.option(view));
    now = view;
  },
  show(view) {
    chart.setOption(kind.change(view));
    now = view;
  },
  clear() {
    chart?.dispose();
    chart = null;
  },
  count() {
    const shown = chart.getModel().getSeries().filter((series) => data.kind === "matrix" || selected(now)[series.name]);
    return shown.reduce((sum, series) => sum + series.getData().count(), 0);
  },
  tip: () => {
    const tips = [...picture.children].filter((child) => child.style.pointerEvents === "none" && child.style.visibility !== "hidden");
    return tips.map((tip) => tip.textContent).join("");
  },
  place(row) {
    const { left, top } = picture.getBoundingClientRect();
    const value = data.kind === "matrix" ? [states(now).indexOf(row.state), order(now).indexOf(row.strategy)] : [row.start, row.enrollment];
    const [x, y] = chart.convertToPixel("grid", value);
    return [left + x, top + y];
  },
});
