/**
 * Shows what has been read: a tick at every link to such a note, how many of a list's notes, and on the home page where to go
 * on. The marks' room is kept free by the styles, so nothing moves when they come.
 */

import { countBelow, countOf, renamed } from '../core/progress.js';
import { routeOf } from '../core/route.js';
import { keep, noteOf, progress } from './reader.js';
import { page, root, store } from './site.js';

/** The lists whose links get ticks. */
const LINKS = ':is(.sidebar, .listing, .shelf, .recent, .neighbours) a';

/** The notes that a topic's page is made of. */
const NAMED = '.read-list :is(.listed-title, .passage-path a, .rows a, .entry-source a)';

/** @param {string} text @param {number} n @param {number} m */
const said = (text, n, m) => text.replace('{n}', String(n)).replace('{m}', String(m));

/** @param {HTMLElement} line @param {import('../core/progress.js').Progress} known */
function fill(line, known) {
  const { below, notes } = line.dataset;
  let [read, of] = [0, Number(notes)];
  if (below === undefined) {
    const named = new Set([...document.querySelectorAll(NAMED)].map((link) => noteOf(/** @type {HTMLAnchorElement} */ (link)) ?? ''));
    [read, of] = [countOf(known, named), named.size];
  } else {
    const folder = routeOf(root, new URL('.', new URL(below || '.', location.href)).href)?.replace(/index\.html$/, '') ?? '';
    read = countBelow(known, folder, of);
  }
  const bar = line.querySelector('progress');
  if (bar) Object.assign(bar, { max: of, value: read });
  const text = line.querySelector('span') ?? line;
  text.textContent = read ? said(line.dataset.text ?? '', read, of) : '';
}

/** @param {HTMLElement} block @param {import('../core/progress.js').Progress} known */
function lead(block, { left }) {
  const link = block.querySelector('a');
  block.hidden = !left;
  if (!link || !left) return;
  link.href = root + left.note.split('/').map(encodeURIComponent).join('/') + (left.section && `#${encodeURIComponent(left.section)}`);
  link.textContent = left.title;
}

/** Shows progress as it is now. */
export function show() {
  const known = progress();
  const word = /** @type {HTMLElement | null} */ (document.querySelector('[data-read-word]'))?.dataset.readWord ?? '';
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(LINKS))) {
    const note = noteOf(link);
    if (note !== null && known.read.has(note)) link.dataset.read = word;
    else delete link.dataset.read;
  }
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.read-count'))) fill(line, known);
  for (const block of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.left-off'))) lead(block, known);
}

// What was read under a name of once is looked for once a change of names.
const { renamed: names } = page;
if (names && store.read('renamed') !== names) {
  fetch(root + names)
    .then((response) => response.json())
    .then((found) => {
      keep(renamed(progress(), new Map(Object.entries(found))));
      store.write('renamed', names);
    })
    .catch(() => {});
}
