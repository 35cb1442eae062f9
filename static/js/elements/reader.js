/**
 * What the reader of this site has read, as its elements see it.
 */

import { NOTHING, progressOf, textOf } from '../core/progress.js';
import { routeOf } from '../core/route.js';
import { page, root, store } from './site.js';

/** What is kept; where nothing can be kept, it lasts as long as the page. @type {import('../core/progress.js').Progress} */
let held = NOTHING;

/** The progress as it is now: another tab may have gone on. */
export function progress() {
  const text = store.read('progress');
  return text === null ? held : progressOf(text);
}

/**
 * Keeps progress, and shows it wherever the page does. Says whether the browser keeps it, too.
 * @param {import('../core/progress.js').Progress} next
 */
export function keep(next) {
  const text = textOf(next);
  const kept = store.write('progress', text);
  held = kept ? NOTHING : next;
  show();
  return kept;
}

/** Makes the page show progress. */
export function show() {
  const { read, left } = progress();
  const set = (/** @type {string} */ name, /** @type {boolean} */ on) => (on ? (page[name] = name) : delete page[name]);
  set('progress', read.size > 0 || left !== null);
  set('read', read.has(page.note ?? ''));
  window.dispatchEvent(new Event('studyguide:progress'));
}

/** The route of the note that a link leads to; `null` where it leads elsewhere. @param {HTMLAnchorElement} link */
export const noteOf = (link) => routeOf(root, link.href);
