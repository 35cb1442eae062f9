/**
 * The worker of a site that is not to be kept: it drops what an earlier build let readers keep, and goes.
 */

const OWN = `studyguide ${self.registration.scope} `;

async function drop() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(drop()));
