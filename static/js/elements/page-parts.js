/**
 * What elements make pages of.
 */

/** What leads from this page to the site's root, as a whole address. */
export const root = new URL(document.documentElement.dataset.root || '.', location.href).href;

/** An element with its class and what it holds. */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
