/**
 * How someone wants pages to look. Each choice is kept under its name and stands on the root element as `data-NAME`, where the
 * styles find it; what nobody chose is kept nowhere. `boot.js` sets them before anything is painted.
 */

/** The names of all choices. */
export const PREFERENCES = ['theme', 'contrast', 'size', 'width', 'sidebar'];

/**
 * Makes the root element say what is kept.
 * @param {{ read(name: string): string | null }} store
 * @param {Record<string, string | undefined>} data the root element's `dataset`
 */
export function apply(store, data) {
  for (const name of PREFERENCES) {
    const value = store.read(name);
    if (value) data[name] = value;
    else delete data[name];
  }
}

/**
 * When the browser paints its own bars in the colour of a theme.
 * @param {string | undefined} theme
 * @param {string | undefined} chosen
 */
export const mediaOf = (theme, chosen) => (chosen ? (theme === chosen ? 'all' : 'not all') : `(prefers-color-scheme: ${theme})`);
