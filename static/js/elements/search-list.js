/**
 * The list of results, as the dialog and the search page show it.
 */

import { excerpt, marked } from '../core/search-excerpt.js';
import { createSearch } from '../core/search.js';

/** What leads from this page to the site's root, as a whole address. */
export const root = new URL(document.documentElement.dataset.root || '.', location.href).href;

export const search = createSearch({ fetch: (...args) => fetch(...args), base: `${root}search-index/` });

/** An element with its class and what it holds. */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const shown = (pieces) => pieces.map(({ text, marked }) => (marked ? element('mark', '', text) : text));

/**
 * One result: a link whose excerpt follows when it is there.
 *
 * @param {import('../core/search.js').Group} group
 * @param {import('../core/search.js').Hit} hit
 * @param {Set<string>} terms
 * @param {boolean} first whether it is its page's best
 */
function link(group, hit, terms, first) {
  const made = element('a', 'search-hit', element('span', 'search-title', ...shown(marked(hit.title, terms))));
  made.href = root + hit.href;
  if (!first) return made;
  const trail = hit.ordinal > 0 ? [group.title] : group.kind === 'topic' ? ['Topic'] : decodeURI(group.href).split('/').slice(0, -1);
  if (trail.length) made.append(element('span', 'search-trail', trail.join(' › ')));
  const text = element('span', 'search-excerpt');
  made.append(text);
  search.text(hit).then(
    (whole) => text.replaceChildren(...shown(excerpt(whole, terms))),
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
  const links = [];
  const made = groups.map((group) => {
    const own = group.hits.map((hit, at) => link(group, hit, matched, at === 0));
    links.push(...own);
    return element('div', `search-group search-${group.kind}`, ...own);
  });
  list.replaceChildren(...made);
  return links;
}

/** What to say of a search, to everyone and to screen readers. */
export function summary({ groups, corrections }, query) {
  const meant = corrections.map(([, right]) => `“${right}”`).join(', ');
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
  if (!count) return query.trim() ? `Nothing found for “${query.trim()}”.` : '';
  return `${count === 1 ? '1 result' : `${count} results`}${meant && ` for ${meant}`}`;
}
