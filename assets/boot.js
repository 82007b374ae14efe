// Loads the engine beside a page that is already complete. Whatever fails here leaves the page as it is, with one quiet line.
const link = (id) => document.getElementById(id);
const root = document.documentElement;

const fetched = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
};
const bytes = async (address) => new Uint8Array(await (await fetched(address)).arrayBuffer());

// Search comes when it is first wanted, too: by its button, by Ctrl-K or Command-K, or by a slash that nobody writes.
// A browser may remember that a script did not come, but only under the same address.
let again = "";
const search = async () => {
  try {
    (await import("./search.js" + again)).open();
  } catch {
    again += "?";
    link("engine-note").textContent = "Search did not load: check the connection and try again.";
  }
};
// An embed has no search.
if (link("search")) link("search").onclick = search;
const searchByKey = (event) => {
  const { key, target } = event;
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey || !(command ? key === "k" : key === "/" && !target.closest("input,select,textarea") && root.dataset.letters !== "off")) return;
  event.preventDefault();
  search();
};
if (link("search")) addEventListener("keydown", searchByKey);

try {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  const study = link("engine-study");
  const [engine, wasm, facts] = await Promise.all([
    import(link("engine-script").href),
    fetched(link("engine-wasm").href),
    bytes(study.href),
  ]);
  const running = await engine.default({ module_or_path: wasm });
  // What a reader may never want comes when it is first wanted.
  engine.start(
    facts,
    () => bytes(study.dataset.words),
    async () => WebAssembly.instantiateStreaming(fetched(study.dataset.drawing), { engine: running }),
  );
  root.dataset.engine = "ready";
} catch (error) {
  root.dataset.engine = "failed";
  link("engine-note").textContent =
    "The whole report is here, but its figures cannot be sorted, filtered or marked: a part of the page did not load. Reloading may help.";
  console.info("Throughline's engine did not start:", error);
}

// A print may not wait for anything, so what completes it is there before. Slides and embeds have their own, and sources are a list.
if (!/^(embed|present|sources)\//.test(root.dataset.page)) import("./paper.js").then((paper) => paper.printWhole(), () => {});

// The device keeps the site, so that it can be read without a connection; never in a frame, and not where data are to be saved.
if (self === top && navigator.serviceWorker && !navigator.connection?.saveData && !root.dataset.page.startsWith("embed/")) {
  import("./keep.js").catch(() => {});
}
