// MiniSearch with the same documents, the same slips allowed, and the same kind of list: groups of at most five, with the
// matched words marked.

const { MiniSearch } = window;
const documents = await (await fetch("/data/search.json")).json();
const list = document.getElementById("list");

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

const FIRST = 5;
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function marked(text, terms) {
  const marks = (word) => (terms.has(word.toLowerCase()) ? `<mark>${word}</mark>` : word);
  return escaped(text).replace(/[\p{L}\p{N}]+/gu, marks);
}

function passage(text, terms) {
  if (text.length <= 160) return text;
  const at = text.toLowerCase().search(new RegExp([...terms].join("|") || "$"));
  return text.slice(Math.max(0, at - 48), Math.max(0, at - 48) + 160);
}

window.contender = {
  type(query) {
    const groups = new Map();
    for (const result of index.search(query)) {
      const document = documents[result.id];
      if (!groups.has(document.kind)) groups.set(document.kind, []);
      groups.get(document.kind).push({ document, terms: new Set(result.terms) });
    }
    const html = [...groups].map(([kind, hits]) => {
      const options = hits.slice(0, FIRST).map(
        ({ document: { title, text, place }, terms }) =>
          `<a role="option" href="/search/${place}"><b>${marked(title, terms)}</b> <span>${marked(passage(text, terms), terms)}</span></a>`,
      );
      return `<div role="group"><p>${kind} <span>${hits.length}</span></p>${options.join("")}</div>`;
    });
    list.innerHTML = html.join("");
  },
  shown: () => [...list.querySelectorAll("[role=option] b")].map((title) => title.textContent),
};
