/**
 * The worker that keeps the site: pages come from the network while there is one, and from what was kept when there is none.
 *
 * The build puts `BUILD` before this text: the version of the site, what is always kept, and the list of everything. Each
 * version has a cache of its own, filled from the network as it is installed, so that no cache holds files of two versions.
 * A new version waits while a page is open that it would change; pages ask the reader.
 */

const SCOPE = self.registration.scope;
const OWN = `studyguide ${SCOPE} `;
const CACHE = OWN + BUILD.version;
const WHOLE = `${SCOPE}?whole`;
/** How many visited files are kept, how large one may be, and how many of them a new version takes over. */
const VISITED = 300;
const LARGEST = 2 * 1024 * 1024;
const TAKEN_OVER = 60;
/** How long a slow network is waited for where a copy is at hand, in milliseconds. */
const PATIENCE = 4000;

const address = (path) => new URL(path, SCOPE).href;
const essential = new Set(BUILD.essential.map(address));

/** Files whose names change with their bytes. */
const isForever = (url) => /^(assets|search-index)\/[^/]+\/|^questions\/data-/.test(url.slice(SCOPE.length));

/** What a file is kept under: a folder under its page, and whatever follows `?` or `#` left out. */
function keyOf(href) {
  const url = new URL(href);
  return url.origin + url.pathname.replace(/\/$/, '/index.html');
}

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OWN));
const earlierCaches = async () => Promise.all((await ownCaches()).filter((name) => name !== CACHE).map((name) => caches.open(name)));
const fromNetwork = (url) => fetch(url, { cache: 'no-cache', credentials: 'same-origin' });

/** A kept file: of this version, else of one that still stands. */
async function kept(key) {
  for (const cache of [await caches.open(CACHE), ...(await earlierCaches())]) {
    const copy = await cache.match(key);
    if (copy) return copy;
  }
  return undefined;
}

/** Keeps a visited file; the oldest ones go where there are too many. */
async function keep(key, response) {
  if (Number(response.headers.get('content-length')) > LARGEST) return;
  const cache = await caches.open(CACHE);
  await cache.delete(key);
  await cache.put(key, response);
  if (essential.has(key) || (await cache.match(WHOLE))) return;
  const visited = (await cache.keys()).map(({ url }) => url).filter((url) => !essential.has(url));
  await Promise.all(visited.slice(0, -VISITED).map((url) => cache.delete(url)));
}

const isWhole = (response) => response.ok && response.type === 'basic' && !response.redirected;

async function answer(event) {
  const { request } = event;
  const key = keyOf(request.url);
  if (isForever(key)) {
    const copy = await kept(key);
    if (copy) return copy;
  }
  const asked = fetch(request).then((response) => {
    if (isWhole(response)) event.waitUntil(keep(key, response.clone()).catch(() => {}));
    return response;
  });
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(() => kept(key));
  try {
    return (await Promise.race([asked, late])) ?? (await asked);
  } catch (error) {
    const copy = await kept(key);
    if (copy) return copy;
    if (request.mode !== 'navigate') throw error;
    return Response.redirect(`${address(BUILD.fallback)}?page=${encodeURIComponent(request.url)}`);
  }
}

/** Whether a page that someone has open is another in this version. */
async function isOlder(key) {
  for (const cache of await earlierCaches()) {
    const shown = await cache.match(key);
    if (!shown) continue;
    const now = await fromNetwork(key);
    return !now.ok || (await now.text()) !== (await shown.text());
  }
  return false;
}

/** Takes over what was visited in earlier versions, as it is now. */
async function takeOver(cache) {
  for (const earlier of await earlierCaches()) {
    if (await earlier.match(WHOLE)) return keepWhole(cache, () => {});
    const visited = (await earlier.keys()).map(({ url }) => url).filter((url) => !essential.has(url) && !isForever(url));
    for (const url of visited.slice(-TAKEN_OVER)) {
      const response = await fromNetwork(url).catch(() => undefined);
      if (response && isWhole(response)) await cache.put(url, response);
    }
  }
  return undefined;
}

/** Keeps the whole site, and tells how far it is. */
async function keepWhole(cache, tell) {
  const list = await (await fromNetwork(address(BUILD.list))).json();
  const earlier = await earlierCaches();
  let done = 0;
  const one = async (path) => {
    const key = address(path);
    const old = isForever(key) ? (await Promise.all(earlier.map((other) => other.match(key)))).find(Boolean) : undefined;
    if (!(await cache.match(key))) {
      const response = old ?? (await fromNetwork(key));
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await cache.put(key, response);
    }
    done += 1;
    tell({ done, all: list.length });
  };
  const waiting = list.values();
  const line = async () => {
    for (const path of waiting) await one(path);
  };
  await Promise.all([line(), line(), line(), line()]);
  await cache.put(WHOLE, new Response(''));
}

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(BUILD.essential.map((path) => new Request(address(path), { cache: 'no-cache' })));
  await takeOver(cache);
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = open.map(({ url }) => keyOf(url)).filter((key) => key.startsWith(SCOPE));
  const older = await Promise.all(own.map((key) => isOlder(key).catch(() => true)));
  if (!older.includes(true)) await self.skipWaiting();
}

async function activate() {
  await Promise.all((await ownCaches()).filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** What pages ask; each brings a port for the answer. */
const answers = {
  'take-over': () => self.skipWaiting(),
  'is-older': async (tell, { source }) => tell({ older: await isOlder(keyOf(source.url)).catch(() => true) }),
  extent: async (tell) => tell({ bytes: BUILD.bytes, whole: Boolean(await (await caches.open(CACHE)).match(WHOLE)) }),
  'keep-whole': async (tell) => {
    try {
      await keepWhole(await caches.open(CACHE), tell);
      tell({ whole: true });
    } catch {
      tell({ failed: true });
    }
  },
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  const tell = (message) => event.ports[0]?.postMessage(message);
  event.waitUntil(answers[event.data]?.(tell, event) ?? Promise.resolve());
});
self.addEventListener('fetch', (event) => {
  const { method, url, headers } = event.request;
  if (method === 'GET' && url.startsWith(SCOPE) && !headers.has('range')) event.respondWith(answer(event));
});
