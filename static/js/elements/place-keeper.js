/**
 * Remembers where someone left a note, so that the home page can lead back there.
 */

import { withPlace } from '../core/progress.js';
import { currentSection } from '../core/reading-place.js';
import { keep, progress } from './reader.js';
import { page } from './site.js';

/** Whoever leaves before has only looked in. */
const BEGUN = 0.05;

function leave() {
  const { note } = page;
  const known = progress();
  const main = document.querySelector('main');
  if (!note || !main || known.read.has(note)) return;
  const share = Math.min(1, Math.max(0, -main.getBoundingClientRect().top / Math.max(1, main.scrollHeight - innerHeight)));
  if (share < BEGUN) return;
  const headings = [...main.querySelectorAll('.prose :is(h2, h3, h4)[id]')].filter((heading) => heading.checkVisibility?.() !== false);
  const at = currentSection(headings.map((heading) => heading.getBoundingClientRect().top), innerHeight * 0.25, false);
  const title = main.querySelector('h1')?.textContent?.trim() ?? '';
  keep(withPlace(known, { note, title, section: headings[at]?.id ?? '', share: Math.round(share * 100) / 100 }, new Date()));
}

/** Begins to watch. */
export function begin() {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
  window.addEventListener('pagehide', leave);
}
