// Unpacks what the file holds beside the report's page, and runs it as the site does; shows the slides where the fragment of the
// address asks for them. Nothing is loaded from anywhere.
(async () => {
  const KINDS = { js: "text/javascript", css: "text/css", wasm: "application/wasm" };
  const SLIDES = /^#(present$|slide-|.*=)/;
  const root = document.documentElement;
  const home = root.dataset.home;
  const folder = new URL(".", location.href.split(/[?#]/)[0]).href;
  const held = JSON.parse(document.getElementById("held").textContent);
  const inSlides = SLIDES.test(location.hash);
  let places = {};

  // ── Links ──
  /** Turns a link to where the file, or the site, has what it leads to; it is no link where neither has. */
  function lead(link) {
    let href = link.getAttribute("href") ?? "";
    const whole = href.startsWith(folder);
    if (whole) href = href.slice(folder.length);
    const [, page, query, id] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href).map((part) => part ?? "");
    if ((page === "" && !whole) || /^[\w.+-]+:/.test(page)) return;
    const path = page.replace(/^(\.{1,2}\/)+/, "");
    const place = places[path + id] ?? places[path];
    if (place?.startsWith("?focus=")) link.dataset.evidence ??= place.slice("?focus=".length);
    if (place === "#present" && SLIDES.test(id)) link.setAttribute("href", query + id);
    else if (place) link.setAttribute("href", place.startsWith("#") ? query + (path ? place : id || place) : place);
    else if (home) link.setAttribute("href", home + path + query + id);
    else link.removeAttribute("href");
  }
  /** Also those that are written later. */
  function followLinks() {
    const all = (node) => node.querySelectorAll?.("a[href]").forEach(lead);
    all(document);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) node.matches?.("a[href]") ? lead(node) : all(node);
    }).observe(document, { childList: true, subtree: true });
  }
  // Report and slides are two documents in one place: what leads from one to the other loads the file anew.
  const stays = (id) => (inSlides ? id !== "top" && document.getElementById(id) : !SLIDES.test(`#${id}`));
  const followAddress = () =>
    addEventListener("hashchange", () => {
      const id = decodeURIComponent(location.hash.slice(1));
      if (!stays(id) && !(inSlides && SLIDES.test(location.hash))) location.reload();
    });

  // What an address says after # keeps the slides: a place within them is turned to without it, so that a reload stays with them.
  const turnToPlaces = () =>
    addEventListener("click", (event) => {
      const id = event.target.closest?.("a[href^='#']")?.hash.slice(1);
      if (!id || SLIDES.test(`#${id}`) || !stays(id) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      document.getElementById(id).scrollIntoView();
      document.getElementById(id).focus();
    });

  // ── Parts ──
  async function unpacked(text) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).arrayBuffer();
  }
  const addresses = new Map();
  const keep = (name, content) => addresses.set(name, URL.createObjectURL(new Blob([content], { type: KINDS[name.split(".").pop()] ?? "" })));
  /** A text with the address of each part in place of its name. Scripts ask where they lie: beside the report's page. */
  const linked = (text) =>
    text
      .replaceAll("import.meta.url", JSON.stringify(`${folder}assets/`))
      .replace(/(?:\.{1,2}\/)*(?:assets\/)?([\w-]+-[0-9a-f]{16}\.\w+)/g, (whole, name) => addresses.get(name) ?? whole);

  try {
    const style = document.querySelector("style[data-name]");
    keep(style.dataset.name, style.textContent);
    let slides = "";
    let boot = "";
    places = JSON.parse(new TextDecoder().decode(await unpacked(held.places)));
    const contents = await Promise.all(held.parts.map(async ([name, packed]) => [name, await unpacked(packed)]));
    for (const [name, content] of contents) {
      const text = /\.(js|css)$|\/$/.test(name) ? linked(new TextDecoder().decode(content)) : "";
      if (name.endsWith("/")) slides = text;
      else keep(name, text || content);
      if (name.startsWith("boot-")) boot = addresses.get(name);
    }
    if (inSlides) {
      document.open();
      document.write(slides);
      document.close();
      followLinks();
      followAddress();
      turnToPlaces();
      return;
    }
    for (const part of document.querySelectorAll("link[id]")) for (const { name, value } of [...part.attributes]) part.setAttribute(name, linked(value));
    followLinks();
    followAddress();
    await import(boot);
  } catch (error) {
    root.hidden = false;
    root.dataset.engine = "failed";
    document.getElementById("engine-note").textContent = inSlides
      ? "The slides could not be unpacked: a newer browser can show them. The report is here."
      : "The whole report is here, but its figures cannot be sorted, filtered or marked: this browser could not unpack what does that. A newer one can.";
    console.info("Throughline's file was not unpacked:", error);
  }
})();
