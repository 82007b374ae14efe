// Loads the engine beside a page that is already complete. Whatever fails here leaves the page as it is, with one quiet line.
const link = (id) => document.getElementById(id).href;
const root = document.documentElement;

const fetched = async (id) => {
  const response = await fetch(link(id));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
};

try {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
  const [engine, wasm, study] = await Promise.all([
    import(link("engine-script")),
    fetched("engine-wasm"),
    fetched("engine-study").then((response) => response.arrayBuffer()),
  ]);
  await engine.default({ module_or_path: wasm });
  engine.start(new Uint8Array(study));
  root.dataset.engine = "ready";
} catch (error) {
  root.dataset.engine = "failed";
  document.getElementById("engine-note").textContent =
    "The whole report is here, but its figures cannot be sorted, filtered or marked: a part of the page did not load. Reloading may help.";
  console.info("Throughline's engine did not start:", error);
}
