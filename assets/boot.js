// Loads the engine beside a page that is already complete. Whatever fails here leaves the page as it is, with one quiet line.
const link = (id) => document.getElementById(id);
const root = document.documentElement;

const fetched = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
};
const bytes = async (address) => new Uint8Array(await (await fetched(address)).arrayBuffer());

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
  document.getElementById("engine-note").textContent =
    "The whole report is here, but its figures cannot be sorted, filtered or marked: a part of the page did not load. Reloading may help.";
  console.info("Throughline's engine did not start:", error);
}
