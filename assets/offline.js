// The service worker: keeps the site on the device, one edition at a time, and answers from there. Every file is checked
// against the edition's list before it is kept and when it is first used, so a spoilt or half-changed copy is fetched anew.
const EDITION = "edition";
const root = new URL("./", location.href);
const PREFIX = `throughline ${root.pathname} `;
const NAME = PREFIX + EDITION;
const LIST = "offline.json";
// Few at a time, so that what the reader waits for comes first.
const AT_ONCE = 4;

const address = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1"), root).href;
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whether an answer is whole, and what the list says it is. */
async function fits(answer, hash) {
  if (!answer?.ok || answer.redirected) return false;
  return hex(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer())).startsWith(hash);
}

/** Fetches a file past the browser's own cache of pages; `null` where it is not that of this edition. */
async function fetched(path, hash) {
  const answer = await fetch(address(path), { cache: "no-cache", credentials: "same-origin" });
  return (await fits(answer, hash)) ? answer : null;
}

let known;
/** The edition's list: paths, each with its hash, and whether it is kept from the first visit on. */
function list() {
  known ??= (async () => {
    const kept = await caches.open(NAME).then((cache) => cache.match(address(LIST)));
    const answer = (await fits(kept, EDITION)) ? kept : await fetched(LIST, EDITION);
    if (!answer) throw new Error("the list of files is of another edition");
    if (answer !== kept) await (await caches.open(NAME)).put(address(LIST), answer.clone());
    return new Map(Object.entries(await answer.json()));
  })();
  known.catch(() => (known = undefined));
  return known;
}

/** The other editions that the device keeps. */
async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
}

/** Keeps a file, from an older edition if that has the same; throws where it cannot be had. */
async function keep(cache, older, path, hash) {
  if (await fits(await cache.match(address(path)), hash)) return;
  for (const other of older) {
    const same = await other.match(address(path));
    if (await fits(same, hash)) return cache.put(address(path), same);
  }
  const answer = await fetched(path, hash);
  if (!answer) throw new Error(`${path} is not of this edition`);
  await cache.put(address(path), answer);
}

/** Keeps all files of the list that the first visit brings, and those that the older edition had besides. */
async function keepAll(all = false) {
  const [cache, files] = [await caches.open(NAME), await list()];
  const older = await Promise.all((await others()).map((name) => caches.open(name)));
  const visited = new Set((await Promise.all(older.map((other) => other.keys()))).flat().map((request) => request.url));
  const wanted = [...files].filter(([path, [, , first]]) => all || first || visited.has(address(path)));
  const work = async () => {
    for (let next = wanted.shift(); next; next = wanted.shift()) await keep(cache, older, next[0], next[1][0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

// A first edition is used at once. A newer one is made ready aside and waits until the reader wants it.
self.addEventListener("install", (event) => event.waitUntil(keepAll().then(async () => (await others()).length || self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
/** Of the edition before only that stays which its open windows may still load, under names of its own; the next one takes that, too. */
async function tidy() {
  const own = new Set([...(await list()).keys()].map(address));
  for (const name of await others()) {
    const cache = await caches.open(name);
    const isLast = await cache.match(address(LIST));
    for (const { url } of await cache.keys()) if (!isLast || own.has(url) || !url.startsWith(address("assets/"))) await cache.delete(url);
    if (!(await cache.keys()).length) await caches.delete(name);
  }
}
/** Fetches what the browser has dropped of what is kept from the first visit on, as browsers do where room is short: whether there was any. */
async function mend() {
  const cache = await caches.open(NAME);
  if (!(await cache.match(address(LIST)))) known = undefined;
  const files = await list();
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const lost = [...files].filter(([path, [, , first]]) => first && !kept.has(address(path)));
  for (const [path, [hash]] of lost) await keep(cache, [], path, hash);
  return lost.length > 0;
}
self.addEventListener("message", (event) => {
  // Said by each page that is opened while the reader wants the report to be kept.
  if (event.data === "mend") event.waitUntil(mend().then((some) => some && event.source?.postMessage("kept"), () => {}));
  if (event.data === "take-over") self.skipWaiting();
  // The reader wants the pages, too, that are else kept when they are visited.
  if (event.data === "keep-all") event.waitUntil(keepAll(true).then(() => event.source.postMessage("kept"), () => event.source.postMessage("not-kept")));
});

const checked = new Set();

/** A file of the edition: as it is kept, else from the network, and kept if it is the right one. */
async function answer(request, path, hash) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(address(path));
  if (kept && (checked.has(path) || (await fits(kept, hash)))) {
    checked.add(path);
    return kept;
  }
  const fresh = await fetch(request);
  if (await fits(fresh, hash)) await cache.put(address(path), fresh.clone());
  return fresh;
}

async function respond(request, path) {
  // A reader who had all removed wants nothing kept by windows that are still open.
  if (!(await caches.has(NAME))) return fetch(request);
  const files = await list().catch(() => new Map());
  const file = [path, `${path}${path === "" || path.endsWith("/") ? "" : "/"}index.html`].find((name) => files.has(name));
  try {
    // A folder without its slash is put right by the server, or here where there is none.
    if (file && file !== path && path && !path.endsWith("/")) return Response.redirect(address(file) + new URL(request.url).search, 301);
    return file ? await answer(request, file, files.get(file)[0]) : ((await caches.match(address(path))) ?? (await fetch(request)));
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    // It is a page that was never visited, or none at all.
    return Response.redirect(`${address("offline/index.html")}#absent`, 302);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== root.origin || !url.pathname.startsWith(root.pathname) || request.headers.has("range")) return;
  const path = decodeURI(url.pathname.slice(root.pathname.length));
  if (path === "offline.js" || path === LIST) return;
  event.respondWith(respond(request, path));
});
