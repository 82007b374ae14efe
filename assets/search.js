// Search: a dialog that opens at once, and the finder, a program that comes when it is first wanted. The dialog stands by
// itself: it says so where the finder does not come, and tries again.
const address = (name) => new URL(name, import.meta.url).href;
const root = address("../");

const dialog = document.createElement("dialog");
dialog.id = "search-dialog";
dialog.className = "search";
dialog.setAttribute("aria-label", "Search");
dialog.innerHTML = `
  <div class="search-head">
    <input id="search-field" type="search" role="combobox" aria-label="Search the report" aria-autocomplete="list" aria-expanded="false"
      aria-controls="search-list" aria-describedby="search-keys" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" maxlength="200"
      placeholder="A state, a law, a source …">
    <button type="button" class="search-close" aria-label="Close">×</button>
  </div>
  <p id="search-status" class="visually-hidden" role="status"></p>
  <div id="search-list" role="listbox" tabindex="-1" aria-label="Results"></div>
  <div id="search-rest"></div>
  <div class="search-foot">
    <p><span id="search-keys">Arrow keys choose, Enter opens.</span> <a href="${root}index/">Everything from A to Z</a></p>
    <label><input type="checkbox" id="search-slash" data-setting="letters" checked> <kbd>/</kbd> opens search; <kbd>Ctrl</kbd> <kbd>K</kbd> always does</label>
  </div>`;
const part = (name) => dialog.querySelector(`#search-${name}`);
const [field, rest, slash] = [part("field"), part("rest"), part("slash")];

dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
// The backdrop is the dialog itself to a pointer.
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
// Fields of this type take the first Escape to empty themselves.
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) {
    event.preventDefault();
    dialog.close();
  }
});
// A key that is a letter to others can be turned off. Where the engine runs, it hears of this, too, and keeps it if it may.
const { dataset } = document.documentElement;
slash.addEventListener("change", () => (dataset.letters = slash.checked ? "" : "off"));

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = address("search.css");
const styled = new Promise((done) => (style.onload = style.onerror = done));
document.head.append(style);
document.body.append(dialog);

const fetched = async (name) => {
  const response = await fetch(address(name));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
};
let tries = 0;
let finder = null;
async function load() {
  // A browser may remember that a script did not come, but only under the same address.
  const again = tries++ ? `?${tries}` : "";
  const [program, wasm, documents] = await Promise.all([
    import(address("finder.js") + again),
    fetched("finder.wasm"),
    fetched("search.txt"),
  ]);
  await program.default({ module_or_path: wasm });
  program.bind(new Uint8Array(await documents.arrayBuffer()), root);
}
function find() {
  rest.innerHTML = "<p>Loading …</p>";
  finder = load().catch((error) => {
    finder = null;
    rest.innerHTML = `<p role="alert">Search did not load. Check the connection, and <button type="button">try again</button>,
      or look it up in <a href="${root}index/">everything from A to Z</a>.</p>`;
    rest.querySelector("button").addEventListener("click", () => (field.focus(), find()));
    console.info("Throughline's finder did not start:", error);
  });
}

/** Opens the dialog, and has the finder loaded unless it is here. */
export async function open() {
  if (!finder) find();
  await styled;
  slash.checked = dataset.letters !== "off";
  if (!dialog.open) dialog.showModal();
  field.focus();
  field.select();
}
