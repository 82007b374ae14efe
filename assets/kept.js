// Tells what the device keeps of the site, and has it keep more, or nothing.
const root = new URL("../", import.meta.url);
const PREFIX = `throughline ${root.pathname} `;
const OFF = "throughline-offline";
const note = document.getElementById("kept-now");
const acts = document.getElementById("kept-acts");

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const ours = async () => Promise.all((await caches.keys()).filter((name) => name.startsWith(PREFIX)).map((name) => caches.open(name)));
const isOff = () => {
  try {
    return localStorage.getItem(OFF) === "off";
  } catch {
    return false;
  }
};
const set = (off) => {
  try {
    if (off) localStorage.setItem(OFF, "off");
    else localStorage.removeItem(OFF);
  } catch {
    // It then counts until the next visit.
  }
};

function button(label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "toggle";
  button.textContent = label;
  button.addEventListener("click", act);
  acts.append(button, " ");
}

const removed = async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
};
// How often it is looked again whether the pages are ready.
let looks = 10;
let told = Promise.resolve();
/** One telling after the other, so that none adds its buttons to those of another. */
const show = () => (told = told.then(tell).catch((error) => (note.textContent = `The browser does not say what it keeps: ${error.message}`)));

async function tell() {
  acts.replaceChildren();
  if (!("serviceWorker" in navigator) || !window.caches) {
    note.textContent = "This browser keeps nothing here: it cannot, or is set not to.";
    return;
  }
  if (isOff()) {
    await removed();
    note.textContent = "Nothing is kept on this device, as you said.";
    button("Keep it again", () => (set(false), location.reload()));
    return;
  }
  const open = await ours();
  let [files, bytes, all, lacks] = [0, 0, 0, 0];
  for (const cache of open) {
    const list = await (await cache.match(new URL("offline.json", root).href))?.json();
    if (!list) continue;
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    for (const [path, [, size, first]] of Object.entries(list)) {
      all += 1;
      if (!kept.has(new URL(path.replace(/(^|\/)index\.html$/, "$1"), root).href)) {
        lacks += first ? 1 : 0;
        continue;
      }
      files += 1;
      bytes += size;
    }
  }
  const ready = await navigator.serviceWorker.getRegistration(root);
  if (!ready?.active) {
    const comes = ready?.installing || ready?.waiting || looks > 0;
    looks -= 1;
    note.textContent = navigator.connection?.saveData
      ? "Nothing is kept, since this browser is set to save data."
      : comes
        ? "The report is being made ready: it can be read without a connection soon."
        : "Nothing is kept: the browser refused, or has no room. The next visit tries again.";
    if (comes && !navigator.connection?.saveData) setTimeout(show, 1000);
    return;
  }
  // The browser may drop what is kept; the worker then fetches it again, and says when it has.
  const whole = all > 0 && !lacks;
  note.textContent = `${files} files are kept: ${megabytes(bytes)}. ${whole ? "The report can be read without a connection." : "Some are missing, and are fetched again while there is a connection."}`;
  if (files < all) button("Keep all pages of two side by side, too", () => {
    note.textContent = "They are being fetched …";
    ready.active.postMessage("keep-all");
  });
  button("Remove all from this device", async () => {
    set(true);
    await ready.unregister();
    show();
  });
}

navigator.serviceWorker?.addEventListener("message", ({ data }) => {
  if (data === "kept") show();
  if (data === "not-kept") note.textContent = "Not all pages could be kept: the connection was lost, or there is no room.";
});
show();
