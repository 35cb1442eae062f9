/**
 * The address of a page below its site's root, as the site's maker knows it: `data/caching.html`.
 */

/**
 * @param {string} root the site's root, as a whole address that ends in `/`
 * @param {string} address a whole address
 * @returns {string | null} `null` where the address leads elsewhere
 */
export function routeOf(root, address) {
  const [page] = address.split(/[?#]/, 1);
  if (!page.startsWith(root)) return null;
  try {
    return decodeURIComponent(page.slice(root.length)).replace(/(^|\/)$/, '$1index.html');
  } catch {
    return null;
  }
}
