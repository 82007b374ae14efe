// Makes a table of data one to work with: sort, find, filter, choose columns, turn pages, take away what is shown. Only the
// rows of one page are in the document, so the number of rows hardly matters. What is chosen stands in the address as
// `table.…`. Without this script the whole table is there.
const PREFIX = "table.";
const SIZES = [25, 50, 100, 250];
const FEW = 24;
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
};

// Lines to copy name the site where they stand, unless they know its address.
const site = new URL("../", import.meta.url).href;
for (const block of document.querySelectorAll("[data-copy]")) {
  if (/^http/.test(site)) block.textContent = block.textContent.replaceAll("https://example.org/", site);
  const button = make("button", { type: "button", className: "toggle copy", "aria-label": `Copy for ${block.dataset.copy}` }, "Copy");
  const note = make("span", { className: "copy-note", role: "status" });
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(block.textContent);
      note.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(block);
      note.textContent = "Selected: press Ctrl or Command and C.";
    }
  };
  block.after(make("p", { className: "copy-line" }, button, note));
}
document.getElementById("load-address")?.remove();

const table = document.getElementById("table");
if (table) work(table);

function work(table) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.flatMap((head, place) =>
    head.dataset.column ? { head, place, name: head.dataset.column, number: head.classList.contains("number"), shown: true, filter: "" } : [],
  );
  const rows = [...body.rows].map((element, place) => {
    const cells = columns.map((column) => element.cells[column.place].textContent);
    return { element, place, cells, text: cells.join("\n").toLowerCase() };
  });
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const state = { find: "", sort: "", page: 1, size: 50 };
  let [shown, printing, timer] = [rows, false, 0];
  // What the last step of the history chose, and the field in which it was made.
  let [before, from] = [null, null];

  // ── what is there ──────────────────────────────────────────────────────────────────────────────────────────────────
  const tools = document.getElementById("table-tools");
  const pages = document.getElementById("table-pages");
  const find = make("input", { type: "search", maxLength: 200, autocomplete: "off", spellcheck: false });
  const count = make("p", { className: "table-count" });
  const said = make("p", { className: "visually-hidden", role: "status" });
  const boxes = columns.map((column) => {
    const box = make("input", { type: "checkbox", checked: true });
    box.onchange = () => {
      column.shown = box.checked;
      show();
    };
    return box;
  });
  const size = make("select", {}, ...SIZES.map((n) => new Option(n)), new Option("All", 0));
  const reset = make("button", { type: "button", className: "toggle" }, "Show all again");
  const save = make("button", { type: "button", className: "toggle" }, "CSV of this view");
  tools.append(
    make("label", {}, "Find in all columns ", find),
    make(
      "details",
      {},
      make("summary", {}, "Columns"),
      make("fieldset", {}, make("legend", {}, "Columns that are shown"), ...columns.map((column, at) => make("label", {}, boxes[at], ` ${column.name}`))),
    ),
    make("label", {}, "Rows a page ", size),
    save,
    reset,
    count,
    said,
  );
  const steps = ["First", "Previous", "Next", "Last"].map((name) => make("button", { type: "button", className: "toggle", "aria-label": `${name} page` }, name));
  const number = make("input", { type: "number", min: 1, "aria-label": "Page" });
  const last = make("span");
  pages.append(make("nav", { "aria-label": "Pages of the table" }, steps[0], steps[1], make("span", {}, "Page ", number, last), steps[2], steps[3]));

  const filters = make("tr", { className: "table-filters" });
  heads.forEach((head, place) => {
    const column = columns.find((column) => column.place === place);
    const cell = make("td");
    if (column) {
      const button = make("button", { type: "button", className: "column-head" }, column.name);
      button.onclick = () => choose({ sort: { [column.name]: `-${column.name}`, [`-${column.name}`]: "" }[state.sort] ?? column.name, page: 1 });
      head.replaceChildren(button);
      const at = columns.indexOf(column);
      const words = [...new Set(rows.map((row) => row.cells[at]))].sort(compare);
      const few = words.length <= FEW && words.every((word) => word.length <= 40);
      column.field = few
        ? make("select", {}, new Option("any", ""), ...words.map((word) => (word ? new Option(word, `=${word}`) : new Option("(empty)", "="))))
        : make("input", { type: "search", maxLength: 200, autocomplete: "off", spellcheck: false, placeholder: column.number ? "such as >20" : "" });
      column.field.setAttribute("aria-label", `Filter by ${column.name}`);
      column.field.oninput = () => {
        column.filter = column.field.value;
        choose({ page: 1 });
      };
      cell.append(column.field);
    }
    filters.append(cell);
  });
  table.tHead.append(filters);

  // ── what is chosen ─────────────────────────────────────────────────────────────────────────────────────────────────
  const choose = (change) => {
    Object.assign(state, change);
    select();
    show();
  };
  find.oninput = () => choose({ find: find.value, page: 1 });
  size.onchange = () => choose({ size: Number(size.value), page: 1 });
  number.onchange = () => choose({ page: Number(number.value) });
  [() => 1, () => state.page - 1, () => state.page + 1, () => Infinity].forEach((page, at) => (steps[at].onclick = () => choose({ page: page() })));
  reset.onclick = () => {
    for (const column of columns) Object.assign(column, { filter: "", shown: true });
    choose({ find: "", sort: "", page: 1 });
    find.focus();
  };

  /** Whether a cell fits a filter: `=` is the whole of it, `<` and `>` compare numbers, all else is part of it. */
  function tester(filter) {
    if (filter[0] === "=") return (cell) => cell === filter.slice(1);
    const [, sign, limit] = filter.match(/^([<>]=?)\s*(-?\d+(?:\.\d+)?)\s*$/) ?? [];
    if (!sign) return (cell) => cell.toLowerCase().includes(filter.trim().toLowerCase());
    const holds = { "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b }[sign];
    return (cell) => cell !== "" && holds(parseFloat(cell), Number(limit));
  }

  function select() {
    const words = state.find.toLowerCase().split(/\s+/).filter(Boolean);
    const tests = columns.flatMap((column, at) => (column.filter ? [[at, tester(column.filter)]] : []));
    shown = rows.filter((row) => words.every((word) => row.text.includes(word)) && tests.every(([at, test]) => test(row.cells[at])));
    const back = state.sort[0] === "-";
    const at = columns.findIndex((column) => column.name === state.sort.slice(back ? 1 : 0));
    if (at < 0) return;
    const order = columns[at].number ? (a, b) => a - b : compare;
    // Empty cells come last either way; equal ones keep the order of the file.
    shown.sort(({ cells: { [at]: a } }, { cells: { [at]: b } }) => (a === "" || b === "" ? (a === "") - (b === "") : back ? order(b, a) : order(a, b)));
  }

  // ── what is shown ──────────────────────────────────────────────────────────────────────────────────────────────────
  function show() {
    if (!columns.some((column) => column.shown)) columns[0].shown = true;
    const most = printing || !state.size ? Math.max(shown.length, 1) : state.size;
    const end = Math.max(1, Math.ceil(shown.length / most));
    state.page = Math.min(Math.max(1, Math.trunc(state.page) || 1), end);
    const start = (state.page - 1) * most;
    const here = shown.slice(start, start + most);
    body.replaceChildren(...here.map((row) => row.element));
    for (const row of [table.tHead.rows[0], filters, ...body.rows]) {
      for (const column of columns) row.cells[column.place].hidden = !column.shown;
    }
    columns.forEach((column, at) => {
      const order = { [column.name]: "ascending", [`-${column.name}`]: "descending" }[state.sort];
      if (order) column.head.setAttribute("aria-sort", order);
      else column.head.removeAttribute("aria-sort");
      boxes[at].checked = column.shown;
      if (column.field.value !== column.filter) column.field.value = column.filter;
      // A list shows what an address asks for, also where that is no whole word of it.
      if (column.field.selectedIndex < 0) {
        column.field.add(new Option(`with “${column.filter}”`, column.filter));
        column.field.value = column.filter;
      }
    });
    if (find.value !== state.find) find.value = state.find;
    size.value = state.size;
    [number.value, number.max, last.textContent] = [state.page, end, ` of ${end} `];
    pages.hidden = end === 1;
    steps.forEach((step, at) => step.setAttribute("aria-disabled", at < 2 ? state.page === 1 : state.page === end));
    const range = here.length ? `rows ${start + 1} to ${start + here.length} of ${shown.length}` : "no row";
    const of = shown.length < rows.length ? `, out of ${rows.length}` : "";
    count.textContent = of && !here.length ? `No row of ${rows.length} holds all that you look for: “Show all again” brings them back.` : `Shown: ${range}${of}`;
    const chosen = new URLSearchParams();
    const put = (name, value) => value && chosen.set(PREFIX + name, value);
    put("find", state.find);
    put("sort", state.sort);
    put("hide", columns.filter((column) => !column.shown).map((column) => column.name).join(","));
    for (const column of columns) put(`is.${column.name}`, column.filter);
    reset.hidden = !chosen.size;
    // What the page opens with is no step, however soon the first choice comes.
    before ??= told(chosen);
    put("page", state.page > 1 && state.page);
    put("rows", state.size !== 50 && String(state.size));
    // Neither the address nor a listener is told of every key.
    clearTimeout(timer);
    timer = setTimeout(() => {
      said.textContent = count.textContent;
      if (!printing) write(chosen);
    }, 300);
  }

  /** What a step is about: all but the page that is turned to. */
  const told = (chosen) => [...chosen].filter(([name]) => name !== PREFIX + "page").join();

  function write(chosen) {
    // What belongs to figures stays as it is written.
    const rest = location.search.slice(1).split("&").filter((part) => !part.startsWith(PREFIX));
    const query = [...rest, chosen.toString().replaceAll("%2C", ",")].filter(Boolean).join("&");
    const asked = query && `?${query}`;
    // Each choice is a step of the browser's history; what is typed into one field is one, and turning pages is none.
    const now = told(chosen);
    const field = document.activeElement;
    const step = now !== before && !(field === from && field.matches("[type=search]"));
    [before, from] = [now, field];
    try {
      if (asked !== location.search) history[step ? "pushState" : "replaceState"](null, "", location.pathname + asked + location.hash);
    } catch {
      // Refused in documents without an origin; the table works all the same.
    }
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    const get = (name) => (asked.get(PREFIX + name) ?? "").slice(0, 200);
    const hidden = get("hide").split(",");
    for (const column of columns) {
      column.shown = !hidden.includes(column.name);
      column.filter = get(`is.${column.name}`);
    }
    const rowsAPage = get("rows");
    choose({ find: get("find"), sort: get("sort"), page: Number(get("page")) || 1, size: rowsAPage === "0" || SIZES.includes(Number(rowsAPage)) && rowsAPage ? Number(rowsAPage) : 50 });
  }

  /** Turns to the page with the row that the address names. */
  function turn() {
    // Ids of rows are plain letters and digits, which no address has to escape.
    const id = location.hash.slice(1);
    const row = id && rows.find((row) => row.element.id === id);
    if (!row) return;
    if (!shown.includes(row)) reset.onclick();
    choose({ page: state.size ? Math.floor(shown.indexOf(row) / state.size) + 1 : 1 });
    row.element.scrollIntoView({ block: "center" });
    row.element.classList.add("found");
  }

  save.onclick = () => {
    // As in the files that the report gives away, a spreadsheet finds no formula in it.
    const field = (text) => {
      const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
      return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const kept = columns.flatMap((column, at) => (column.shown ? at : []));
    const lines = [kept.map((at) => columns[at].name), ...shown.map((row) => kept.map((at) => field(row.cells[at])))];
    const file = new Blob(["\ufeff", ...lines.map((line) => `${line.join(",")}\r\n`)], { type: "text/csv" });
    const href = URL.createObjectURL(file);
    make("a", { href, download: `${table.dataset.name}-view.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
    said.textContent = `Saved as ${table.dataset.name}-view.csv`;
  };

  // Paper has all rows of the View.
  addEventListener("beforeprint", () => ((printing = true), show()));
  addEventListener("afterprint", () => ((printing = false), show()));
  addEventListener("hashchange", turn);
  addEventListener("popstate", () => {
    from = null;
    read();
  });
  read();
  turn();
}
