/**
 * The sign behind a heading leads to its section, as everywhere; here it also copies the address.
 */

import { announce } from './page-parts.js';
import { page } from './site.js';

/** @param {HTMLAnchorElement} link */
export async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return; // The address bar shows it.
  }
  link.dataset.copied = page.copied;
  announce(page.copied ?? '');
  setTimeout(() => delete link.dataset.copied, 2000);
}
