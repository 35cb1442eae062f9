/**
 * The list of results, as the dialog and the search page show it.
 */

import { excerpt, marked } from '../core/search-excerpt.js';
import { createSearch } from '../core/search.js';
import { element, root } from './page-parts.js';
import { leaveMarks, takeMarks } from './search-marks.js';

export const search = createSearch({ fetch: (...args) => fetch(...args), base: `${root}search-index/` });

export const WORDS = {
  search: 'Search the guide',
  results: 'Results',
  recent: 'Recent searches',
  clear: 'Clear',
  close: 'Close',
  topic: 'Topic',
  topics: 'Browse all topics',
  failed: 'Search could not load its index. Check the connection and try again.',
};

/** A field to search with. */
export function searchField() {
  const field = element('input', 'search-input');
  const attributes = { 'aria-label': WORDS.search, autocapitalize: 'none', autocomplete: 'off', enterkeyhint: 'search', spellcheck: 'false' };
  for (const [name, value] of Object.entries({ type: 'search', placeholder: WORDS.search, ...attributes })) field.setAttribute(name, value);
  return field;
}

const shown = (pieces) => pieces.map(({ text, marked }) => (marked ? element('mark', '', text) : text));

/** What stands above a result: its note, or the folders that the note lies in. */
function trail({ kind, title, href }, { ordinal }) {
  if (kind === 'topic') return WORDS.topic;
  return ordinal > 0 ? title : decodeURI(href).split('/').slice(0, -1).join(' › ');
}

/** One result: a link, whose excerpt follows when it is there. */
function link(group, hit, terms, isFirst) {
  const made = element('a', 'search-hit', element('span', 'search-title', ...shown(marked(hit.title, terms))));
  made.href = root + hit.href;
  made.addEventListener('click', () => {
    leaveMarks(made.href, [...terms]);
    // A result on this very page loads nothing: what it left is taken at once.
    setTimeout(takeMarks);
  });
  if (!isFirst) return made;
  const above = trail(group, hit);
  if (above) made.append(element('span', 'search-trail', above));
  if (group.kind === 'topic') {
    if (group.names.length) made.append(element('span', 'search-names', ...shown(marked(group.names.join(', '), terms))));
    return made;
  }
  const text = element('span', 'search-excerpt');
  made.append(text);
  search.text(hit).then(
    (whole) => (whole ? text.replaceChildren(...shown(excerpt(whole, terms))) : text.remove()),
    () => text.remove(),
  );
  return made;
}

/**
 * Shows results, one group a page.
 *
 * @param {Element} list
 * @param {import('../core/search.js').Found} found
 * @returns {HTMLAnchorElement[]} the results' links, in order
 */
export function show(list, { groups, terms }) {
  const matched = new Set(terms);
  const made = groups.map((group) => element('div', 'search-group', ...group.hits.map((hit, at) => link(group, hit, matched, at === 0))));
  list.replaceChildren(...made);
  return [...list.querySelectorAll('a')];
}

/** What to say of a search, to everyone and to screen readers. */
export function summary({ groups, corrections }, query) {
  if (!query.trim()) return '';
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
  if (!count) return `Nothing found for “${query.trim()}”.`;
  const meant = corrections.map(([, right]) => `“${right}”`).join(', ');
  return `${count === 1 ? '1 result' : `${count} results`}${meant && ` for ${meant}`}`;
}

/** Where to go on when nothing was found. */
export function wayOut() {
  const made = element('a', 'search-hit', element('span', 'search-title', WORDS.topics));
  made.href = `${root}topics/index.html`;
  return made;
}
