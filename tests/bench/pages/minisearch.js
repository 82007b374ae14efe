// MiniSearch in our own dialog in place of our finder: the same documents, the same slips allowed, and the same list, so that
// what the browser has to lay out and paint is the same. The driver evaluates this in the built site.

async (data) => {
  const { MiniSearch } = window;
  const documents = await (await fetch(data)).json();
  // Copies have none of our listeners.
  const copy = (id) => {
    const element = document.getElementById(id);
    const other = element.cloneNode(false);
    element.replaceWith(other);
    return other;
  };
  const [field, list, rest] = ["search-field", "search-list", "search-rest"].map(copy);
  field.focus();

  const index = new MiniSearch({
    fields: ["title", "text"],
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
      combineWith: "AND",
      boost: { title: 3 },
    },
  });
  index.addAll(documents);

  const [FIRST, PASSAGE, BEFORE] = [4, 140, 40];
  const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const marked = (text, terms) =>
    escaped(text).replace(/[\p{L}\p{N}]+/gu, (word) => (terms.has(word.toLowerCase()) ? `<mark>${word}</mark>` : word));
  function passage(text, terms) {
    if (text.length <= PASSAGE) return text;
    const at = text.toLowerCase().search(new RegExp([...terms].join("|") || "$"));
    const start = at > PASSAGE - BEFORE ? text.indexOf(" ", at - BEFORE) + 1 : 0;
    const end = text.indexOf(" ", start + PASSAGE);
    return `${start > 0 ? "… " : ""}${text.slice(start, end < 0 ? text.length : end)}${end < 0 ? "" : " …"}`;
  }
  let number = 0;
  const option = ({ document: { title, text, place, evidence }, terms }) => {
    const opens = evidence ? ` data-evidence="${escaped(evidence)}"` : "";
    const attributes = `role="option" tabindex="-1" aria-selected="false" id="search-${number++}" href="${escaped(place)}"${opens}`;
    return `<a ${attributes}><b>${marked(title, terms)}</b> <span>${marked(passage(text, terms), terms)}</span></a>`;
  };

  field.addEventListener("input", () => {
    const groups = new Map();
    for (const result of index.search(field.value)) {
      const document = documents[result.id];
      if (!groups.has(document.kind)) groups.set(document.kind, []);
      groups.get(document.kind).push({ document, terms: new Set(result.terms) });
    }
    number = 0;
    const html = [...groups].map(([kind, hits], place) => {
      const shown = hits.length <= FIRST + 1 ? hits : hits.slice(0, FIRST);
      const id = `search-group-${place}`;
      const more = shown.length < hits.length ? `<div role="option" id="search-${number + shown.length}" data-more>All ${hits.length} in ${kind}</div>` : "";
      return `<div role="group" aria-labelledby="${id}"><p role="presentation" id="${id}">${kind} <span>${hits.length}</span></p>${shown.map(option).join("")}${more}</div>`;
    });
    list.innerHTML = html.join("");
    list.scrollTop = 0;
    rest.innerHTML = groups.size === 0 && field.value ? "<p>Nothing here has these words.</p>" : "";
    field.setAttribute("aria-expanded", String(groups.size > 0));
  });
};
