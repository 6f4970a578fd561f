// Keeps the page's files so that it opens without a network. The build puts the list of them before this, with the
// hash of each: a browser that is sent other bytes keeps the old page whole. A newer page waits until no window has
// the old one.

const worker = /** @type {any} */ (globalThis);
/** @type {{ version: string, files: Record<string, string> }} */
const { version, files } = worker.newsmark;
const CACHE = `newsmark-${version}`;
const folder = new URL("./", worker.location.href);

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fill()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== folder.origin || !pathname.startsWith(folder.pathname)) return;
  const name = pathname.slice(folder.pathname.length) || "index.html";
  if (name in files) event.respondWith(kept(name, event.request));
});

async function fill() {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache, which may have an older file of that name.
  await cache.addAll(Object.entries(files).map(([name, integrity]) => new Request(name, { integrity, cache: "no-cache" })));
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith("newsmark-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The window of the first visit is served from now on; it stays as it is.
  await worker.clients.claim();
}

/** @param {string} name @param {Request} request */
async function kept(name, request) {
  return (await (await caches.open(CACHE)).match(new URL(name, folder))) ?? fetch(request);
}
