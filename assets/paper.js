// What only paper needs, which cannot be pressed: the sources at the end, with their addresses, and their numbers wherever the page
// leads to one; after each figure's table the sources that it rests on; figures in the contents, each picture in the layout that is
// most legible. A browser's own print has it from here, and so has the PDF (tools/pdf.mjs), to which the function is handed as text.

/** Changes a page for printing; `html` is the page that lists the sources. What takes each change back is added to `undo`. */
export function forPaper(html, undo = []) {
  const main = document.querySelector("main");
  const report = main.querySelector(".parts");
  const made = (tag, properties, ...content) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  };
  const put = (where, element, ...nodes) => {
    element[where](...nodes);
    undo.push(() => nodes.forEach((node) => node.remove()));
  };
  const set = (element, name, value) => {
    const before = element.getAttribute(name);
    element.setAttribute(name, value);
    undo.push(() => (before === null ? element.removeAttribute(name) : element.setAttribute(name, before)));
  };
  const say = (node, text) => {
    const before = node.textContent;
    node.textContent = text;
    undo.push(() => (node.textContent = before));
  };
  const take = (element) => {
    const place = document.createComment("");
    element.replaceWith(place);
    undo.push(() => place.replaceWith(element));
    return element;
  };

  // ── The list ──
  // The report in one file has it already.
  const own = main.querySelector("[aria-labelledby='sources']");
  const listed = own ? take(own) : new DOMParser().parseFromString(html, "text/html");
  const links = [...main.querySelectorAll("a[href]")].filter((link) => !link.closest(".needs-engine"));
  const idIn = (href) => /^#(source.*)/.exec(href)?.[1] ?? /(?:^|\/)sources\/(?:#(.*))?$/.exec(href)?.slice(1).map((id) => id ?? "sources")[0];
  /** The report names all sources; another page those that it leads to. */
  const wanted = new Set(links.map((link) => idIn(link.getAttribute("href"))));
  /** Each entry by its address on the web, and by the id under which the list has it. */
  const entries = new Map();
  const section = made("section", { id: "sources", className: "part" }, made("header", { className: "part-header" }, made("h2", {}, "Sources")));
  section.append(made("p", {}, "Numbers in brackets, such as [1], lead here."));
  const list = (heading) => {
    const items = made("ol", { className: "sources" });
    if (heading) section.append(heading);
    section.append(items);
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
  const groups = own ? [own] : listed.querySelectorAll(".source-group");
  for (const group of groups) {
    const found = [...group.querySelectorAll("li[id]")].filter(({ id }) => report || wanted.has(id));
    if (!found.length) continue;
    const heading = group.querySelector("h2");
    const items = list(!own && made("h3", { id: heading.id }, report ? heading.textContent : heading.firstChild.textContent));
    for (const { id, children, childNodes } of found) {
      const [link] = children;
      const rest = [...childNodes].filter((node) => node !== link && !node.classList?.contains("back-links"));
      const about = rest.map((node) => node.textContent).join("");
      const [, short] = /^\. (.*?)(?:; (?:not )?official\.|$)/s.exec(about) ?? [];
      if (!short) throw new Error(`the list of sources is not written as it used to be: see assets/paper.js and ${id}`);
      enter(items, { id, url: link.getAttribute("href"), title: link.textContent, rest: own ? `${about}. ` : about, short });
    }
  }

  // ── Links ──
  let others;
  for (const link of links) {
    const href = link.getAttribute("href");
    const id = idIn(href);
    if (/^https?:/.test(href)) {
      others ??= list(made("h3", { id: "other-addresses" }, "Other addresses"));
      const place = `address-${others.children.length + 1}`;
      const { number } = entries.get(href) ?? enter(others, { id: place, url: href, title: link.textContent, rest: ". ", short: "" });
      set(link, "data-numbered", "");
      put("after", link, new Text(` ${number}`));
    } else if (id) {
      const entry = entries.get(id);
      const place = `#${entry || section.querySelector(`[id="${id}"]`) ? id : "sources"}`;
      // In one file it leads there anyway.
      if (own) link.setAttribute("href", place);
      else set(link, "href", place);
      if (entry && link.matches(".source-number")) say(link, entry.number);
      else if (entry) put("append", link, new Text(` ${entry.number}`));
    }
  }
  if (others && !others.children.length) {
    others.previousElementSibling.remove();
    others.remove();
  }

  // ── Figures ──
  const figures = made("ol", { className: "outline-figures" });
  // Room for a picture below its title, as 6-print.css has it, in its own units.
  const scale = (picture, width) => Math.min(width / picture.viewBox.baseVal.width, 600 / picture.viewBox.baseVal.height);
  for (const figure of main.querySelectorAll("figure[data-figure]")) {
    const plot = figure.querySelector(".plot");
    const [medium, wide] = ["medium", "wide"].map((layout) => plot?.querySelector(`.layout-${layout} svg`));
    if (wide && scale(wide, 672) > scale(medium, 567)) set(plot, "data-paper", "wide");
    const title = figure.querySelector("figcaption > :first-child");
    figures.append(made("li", {}, made("a", { href: `#${title.id}` }, title.textContent)));

    const places = new Map([...figure.querySelectorAll(".source-number")].map((link) => [link.hash.slice(1), link.textContent]));
    if (!places.size) continue;
    const inOrder = [...places].sort(([, a], [, b]) => parseInt(a.slice(1), 10) - parseInt(b.slice(1), 10));
    const line = made("p", { className: "source-line figure-sources" }, "Sources of this figure: ");
    inOrder.forEach(([id, number], place) => line.append(place ? "; " : "", made("a", { href: `#${id}` }, `${number} ${entries.get(id).short}`)));
    put("after", figure.querySelector("details[id$='-table']"), line);
    const told = figure.querySelector(".layers")?.lastChild;
    if (told) say(told, told.textContent.replace(/,( each)? linked in the table/, ", listed after the table"));
  }

  if (entries.size) put("append", report ?? main, section);
  const contents = report && main.querySelector(".outline");
  if (contents) {
    put("append", contents.querySelector("ol"), made("li", {}, made("a", { href: "#sources" }, "Sources")));
    put("append", contents, made("p", {}, "Figures"), figures);
    // What the study says of itself comes after the contents.
    const facts = take(main.querySelector(".study-facts"));
    contents.after(facts);
  }
  // A policy forbids styles in the page, but not those that are put together.
  const style = new CSSStyleSheet();
  style.replaceSync(`@media print {
    .only-paper { display: none; }
    a[data-numbered]::after { content: none !important; }
    .columns > .study-facts { break-after: page; }
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
    .address { color: #333; overflow-wrap: anywhere; }
    .figure-sources { font-size: 7.5pt; line-height: 1.3; }
    .figure-sources a, .source-number { text-decoration: none; }
    .source-number { display: inline; }
  }`);
  document.adoptedStyleSheets.push(style);
  undo.push(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== style)));
}

/** Has the browser's own print be complete, on pages that lead to sources. Nothing may be waited for before a print. */
export function printWhole() {
  const undo = [];
  const restore = () => {
    while (undo.length) undo.pop()();
  };
  const change = () => {
    restore();
    try {
      const request = new XMLHttpRequest();
      if (!document.getElementById("sources")) {
        request.open("GET", new URL("../sources/", import.meta.url), false);
        request.send();
        if (request.status !== 200) throw new Error(`${request.status} for the sources`);
      }
      forPaper(request.responseText, undo);
    } catch (error) {
      restore();
      console.info("Throughline prints without the list of sources:", error);
    }
  };
  // After the engine, which writes tables and pictures for paper, whenever it began to listen: a key or a pointer asks for a print.
  const last = () => {
    removeEventListener("beforeprint", change);
    addEventListener("beforeprint", change);
  };
  last();
  for (const kind of ["keydown", "pointerdown", "blur"]) addEventListener(kind, last, true);
  addEventListener("afterprint", restore);
}
