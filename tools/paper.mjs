// What only paper needs, which cannot be pressed: all sources at the end of the report, with their addresses, and their numbers wherever
// the report leads to one; after each figure's table the sources that it rests on; figures in the contents, each picture in the layout
// that is most legible. Runs in the page, and is handed over as text.

/** Changes the report's page for printing; `html` is the page that lists the sources. */
export function forPaper(html) {
  const listed = new DOMParser().parseFromString(html, "text/html");
  const main = document.querySelector("main");
  const made = (tag, properties = {}, ...content) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  };

  // ── The list ──
  /** Each entry by its address on the web, and by the id under which the list has it. */
  const entries = new Map();
  const list = (heading, id) => {
    const items = made("ol", { className: "sources" });
    section.append(made("h3", { id }, heading), items);
    return items;
  };
  function enter(items, { id, url, title, rest, short }) {
    const number = `[${new Set(entries.values()).size + 1}]`;
    const link = made("a", { href: url, rel: "external" }, title);
    link.dataset.numbered = "";
    items.append(made("li", { id }, made("b", {}, number), " ", link, rest, made("span", { className: "address" }, url)));
    const entry = { id, number, short };
    entries.set(url, entries.get(url) ?? entry).set(id, entry);
    return entry;
  }
  const section = made("section", { id: "sources", className: "part" });
  section.append(made("header", { className: "part-header" }, made("h2", {}, "Sources")));
  section.append(made("p", {}, "Numbers in brackets, such as [1], lead here."));
  for (const group of listed.querySelectorAll(".source-group")) {
    const heading = group.querySelector("h2");
    const items = list(heading.textContent, heading.id);
    for (const { id, children, childNodes } of group.querySelectorAll("li[id]")) {
      const [link] = children;
      const rest = [...childNodes].filter((node) => node !== link && !node.classList?.contains("back-links"));
      const about = rest.map((node) => node.textContent).join("");
      const [, short] = /^\. (.*?); (?:not )?official\./s.exec(about) ?? [];
      if (!short) throw new Error(`the list of sources is not written as it used to be: see tools/paper.mjs and ${id}`);
      enter(items, { id, url: link.getAttribute("href"), title: link.textContent, rest: about, short });
    }
  }

  // ── Links ──
  let others;
  for (const link of main.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href");
    const [, inList] = /^sources\/(?:#(.*))?$/.exec(href) ?? [];
    if (/^https?:/.test(href)) {
      others ??= list("Other addresses", "other-addresses");
      const id = `address-${others.children.length + 1}`;
      const { number } = entries.get(href) ?? enter(others, { id, url: href, title: link.textContent, rest: ". ", short: "" });
      link.dataset.numbered = "";
      link.after(` ${number}`);
    } else if (inList !== undefined || href === "sources/") {
      link.setAttribute("href", `#${inList ?? "sources"}`);
      const entry = entries.get(inList);
      if (link.matches(".source-number")) link.textContent = entry.number;
      else if (entry) link.append(` ${entry.number}`);
    }
  }
  if (others && !others.children.length) {
    others.previousElementSibling.remove();
    others.remove();
  }

  // ── Figures ──
  const contents = main.querySelector(".outline");
  const figures = made("ol", { className: "outline-figures" });
  // Room for a picture below its title, as 6-print.css has it, in its own units.
  const scale = (picture, width) => Math.min(width / picture.viewBox.baseVal.width, 642 / picture.viewBox.baseVal.height);
  for (const plot of main.querySelectorAll("figure[data-figure] .plot")) {
    const [medium, wide] = ["medium", "wide"].map((layout) => plot.querySelector(`.layout-${layout} svg`));
    if (wide && scale(wide, 672) > scale(medium, 567)) plot.dataset.paper = "wide";
    const title = plot.parentElement.querySelector("h3");
    figures.append(made("li", {}, made("a", { href: `#${title.id}` }, title.textContent)));
  }
  for (const figure of main.querySelectorAll("figure[data-figure]")) {
    const places = new Map([...figure.querySelectorAll(".source-number")].map((link) => [link.hash.slice(1), link.textContent]));
    if (!places.size) continue;
    const inOrder = [...places].sort(([, a], [, b]) => parseInt(a.slice(1), 10) - parseInt(b.slice(1), 10));
    const links = inOrder.map(([id, number]) => made("a", { href: `#${id}` }, `${number} ${entries.get(id).short}`));
    const line = made("p", { className: "source-line figure-sources" }, "Sources of this figure: ");
    links.forEach((link, place) => line.append(...(place ? ["; ", link] : [link])));
    figure.querySelector("details[id$='-table']").after(line);
    const layers = figure.querySelector(".layers");
    layers.lastChild.textContent = layers.lastChild.textContent.replace(/,( each)? linked in the table/, ", listed after the table");
  }

  document.querySelector(".only-paper")?.remove();
  main.querySelector(".parts").append(section);
  contents.querySelector("ol").append(made("li", {}, made("a", { href: "#sources" }, "Sources")));
  contents.append(made("p", {}, "Figures"), figures);
  // What the study says of itself comes after the contents.
  contents.after(main.querySelector(".study-facts"));
  // A policy forbids styles in the page, but not those that are put together.
  const style = new CSSStyleSheet();
  style.replaceSync(`
    a[data-numbered]::after { content: none !important; }
    .study-facts { break-after: page; }
    .outline p { margin-top: 2rem; font: 600 13pt var(--serif); }
    .outline-figures { font-size: 8.5pt; }
    .outline .outline-figures li { padding: 0.15rem 0; }
    .plot[data-paper="wide"] .layout-medium { display: none; }
    .plot[data-paper="wide"] .layout-wide { display: block; }
    .plot[data-paper="wide"] .scene { max-width: 100%; }
    #sources .sources { padding: 0; list-style: none; font-size: 8pt; line-height: 1.35; }
    #sources .sources li { margin-top: 0.35em; padding-left: 3.2em; text-indent: -3.2em; break-inside: avoid; }
    #sources .sources b { display: inline-block; min-width: 3.2em; text-indent: 0; font-weight: 600; }
    #sources .sources a { color: inherit; text-decoration: none; }
    .address { color: #333; }
    .figure-sources { font-size: 7.5pt; line-height: 1.3; }
    .figure-sources a, .source-number { text-decoration: none; }
  `);
  document.adoptedStyleSheets.push(style);
}
