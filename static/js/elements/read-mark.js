/**
 * Marks the note of this page as read, and as unread again.
 */

import { withPlace, withRead, withoutRead } from '../core/progress.js';
import { announce } from './page-parts.js';
import { keep, noteOf, progress } from './reader.js';
import { page } from './site.js';

/** What reading goes on with: the note that this one leads to. */
function next() {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('.neighbours .next'));
  const note = link && noteOf(link);
  return note ? { note, title: link.dataset.title ?? '', section: '', share: 0 } : null;
}

/** @param {Element} mark the element that holds the button */
export function toggle(mark) {
  const { note } = page;
  if (!(mark instanceof HTMLElement) || !note) return;
  const now = new Date();
  const known = progress();
  const read = !known.read.has(note);
  const kept = keep(read ? withPlace(withRead(known, note, now), next(), now) : withoutRead(known, note));
  announce((read ? mark.dataset.read : mark.dataset.unread) + (kept ? '' : ` ${mark.dataset.unkept}`));
}
