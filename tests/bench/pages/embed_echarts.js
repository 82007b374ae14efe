// The matrix of states and strategies with ECharts, for embed.mjs: the same rows, as a heat map with a label in each cell. It
// tells its height by pym.js when it is drawn.
fetch("rows.json")
  .then((answer) => answer.json())
  .then((rows) => {
    const [first, ...states] = Object.keys(rows[0]);
    const words = [...new Set(rows.flatMap((row) => states.map((state) => row[state].replace(/[\s,(]*\d.*$/, ""))))];
    const place = document.getElementById("chart");
    place.style.height = `${rows.length * 34 + 80}px`;
    const chart = echarts.init(place, null, { renderer: "svg" });
    chart.setOption({
      animation: false,
      tooltip: {},
      grid: { left: 240, top: 40, right: 10, bottom: 40 },
      xAxis: { type: "category", data: states, position: "top" },
      yAxis: { type: "category", inverse: true, data: rows.map((row) => row[first]) },
      visualMap: { type: "piecewise", categories: words, orient: "horizontal", bottom: 0, left: 0 },
      series: [
        {
          type: "heatmap",
          label: { show: true, formatter: ({ value }) => value[3] },
          data: rows.flatMap((row, y) => states.map((state, x) => [x, y, row[state].replace(/[\s,(]*\d.*$/, ""), row[state].replace(/\D/g, "").slice(0, 4)])),
        },
      ],
    });
    new pym.Child().sendHeight();
  });
