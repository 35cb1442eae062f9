/**
 * The site that this page belongs to, as its elements see it.
 */

import { sitePath, siteStore } from '../core/storage.js';

/** The root element's data: what the page says of itself, and what the reader has chosen. */
export const page = document.documentElement.dataset;

/** What leads from this page to the site's root, as a whole address. */
export const root = new URL(page.root || '.', location.href).href;

/** @param {'localStorage' | 'sessionStorage'} name @returns {Storage | undefined} */
function storageOrNone(name) {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

const site = sitePath(page.root ?? '', location.href);

/** What the reader's browser keeps for this site. */
export const store = siteStore(storageOrNone('localStorage'), site);

/** What it keeps as long as the tab is open. */
export const tabStore = siteStore(storageOrNone('sessionStorage'), site);
