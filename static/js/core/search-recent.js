/**
 * The searches of this reader that led somewhere, the latest first.
 *
 * Takes a store of strings; keeps a few queries there. Nothing leaves the browser.
 *
 * @typedef {{ read(name: string): string | null, write(name: string, value: string | null): void }} Store
 */

const NAME = 'searches';
const MOST = 6;

/** @param {Store} store @returns {string[]} */
export function recent(store) {
  try {
    const kept = JSON.parse(store.read(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** @param {Store} store @param {string} query */
export function remember(store, query) {
  const kept = query.trim();
  if (!kept) return;
  const others = recent(store).filter((other) => other.toLowerCase() !== kept.toLowerCase());
  store.write(NAME, JSON.stringify([kept, ...others].slice(0, MOST)));
}

/** @param {Store} store */
export const forget = (store) => store.write(NAME, null);
