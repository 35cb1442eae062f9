/**
 * What a reader's browser keeps for one site.
 *
 * All project sites of one `user.github.io` share one origin and so one storage; every name therefore carries the path
 * that the site stands at. Storage is passed in, may be missing and may throw: then nothing is kept and nothing breaks.
 */

/**
 * The path that a site stands at.
 * @param {string} root what leads from the page to the site's root, as in `data-root`
 * @param {string} address the page's address
 */
export function sitePath(root, address) {
  return new URL(root || '.', address).pathname;
}

/**
 * A store of strings for one site.
 * @param {Storage | undefined} storage
 * @param {string} site the path that the site stands at
 */
export function siteStore(storage, site) {
  const key = (/** @type {string} */ name) => `studyguide:${site}:${name}`;
  return {
    /** @param {string} name @returns {string | null} */
    read(name) {
      try {
        return storage?.getItem(key(name)) ?? null;
      } catch {
        return null;
      }
    },
    /**
     * Keeps a value, and says whether it is kept: a full or forbidden storage loses a preference, never the page.
     * @param {string} name
     * @param {string | null} value `null` forgets it
     */
    write(name, value) {
      try {
        if (value === null) storage?.removeItem(key(name));
        else storage?.setItem(key(name), value);
        return storage !== undefined;
      } catch {
        return false;
      }
    },
  };
}
