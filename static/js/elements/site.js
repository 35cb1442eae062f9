/**
 * The site that this page belongs to, as its elements see it.
 */

import { sitePath, siteStore } from '../core/storage.js';

const root = document.documentElement.dataset.root ?? '';

/** @returns {Storage | undefined} */
function localStorageOrNone() {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What the reader's browser keeps for this site. */
export const store = siteStore(localStorageOrNone(), sitePath(root, location.href));
