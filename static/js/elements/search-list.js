/**
 * The list of results, as the dialog and the search page show it, with the field and the filters above it.
 */

import { excerpt, marked } from '../core/search-excerpt.js';
import { has, joined, parse, toggle } from '../core/search-query.js';
import { createSearch } from '../core/search.js';
import { element, root } from './page-parts.js';
import { leaveMarks, takeMarks } from './search-marks.js';

export const search = createSearch({ fetch: (...args) => fetch(...args), base: `${root}search-index/` });

/** What search says, in the language of the site. */
export const WORDS = JSON.parse(document.querySelector('search-dialog').dataset.words);

/** How many topics that were found are offered as filters. */
const TOPICS = 3;

/** An element of the interface that does something. */
export function button(className, text, act) {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

export function attributes(made, values) {
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
  return made;
}

/** A field to search with. */
export const searchField = () =>
  attributes(element('input', 'search-input'), {
    type: 'search',
    placeholder: WORDS.search,
    'aria-label': WORDS.search,
    autocapitalize: 'none',
    autocomplete: 'off',
    enterkeyhint: 'search',
    spellcheck: 'false',
  });

/**
 * The filters that the guide offers, and the topics among the results: each stands in the query, and pressing it puts it there
 * or takes it out.
 */
export function searchFilters(field) {
  const made = attributes(element('div', 'search-filters'), { role: 'group', 'aria-label': WORDS.filters });
  const chip = ([filter, text]) => {
    const made = button('search-chip', text, () => {
      field.value = toggle(field.value, filter);
      field.dispatchEvent(new Event('input'));
    });
    made.value = filter;
    return made;
  };
  const chips = new Map();
  const press = () => chips.forEach((made, filter) => made.setAttribute('aria-pressed', has(field.value, filter)));
  field.addEventListener('input', press);
  /** @param {import('../core/search.js').Group[]} groups what was found */
  made.offer = (groups) => {
    const found = groups.filter(({ kind }) => kind === 'topic').slice(0, TOPICS);
    const names = [...parse(field.value).filters.filter(({ key }) => key === 'topic').map(({ value }) => value), ...found.map(({ title }) => title)];
    const topics = new Map(names.map((name) => [`topic:${joined(name)}`, name]));
    for (const topic of topics) if (!chips.has(topic[0])) add(topic);
    chips.forEach((made, filter) => (made.hidden = filter.startsWith('topic:') && !topics.has(filter)));
    press();
  };
  const add = (filter) => {
    chips.set(filter[0], chip(filter));
    made.append(chips.get(filter[0]));
  };
  search.warm().then(
    ({ filters }) => {
      for (const word of Object.entries(WORDS)) if (filters.includes(word[0])) add(word);
      made.offer([]);
    },
    () => {},
  );
  return made;
}

const shown = (pieces) => pieces.map(({ text, marked }) => (marked ? element('mark', '', text) : text));

/** What a result is and where it stands: nothing for a note's own page without folders. */
function trail({ kind, title, href }, { ordinal, level }) {
  const place = ordinal ? title : decodeURI(href).split('/').slice(0, -1).join(' › ');
  if (kind === 'topic') return [WORDS.topic];
  return [...(level < 0 ? [] : [WORDS.question, WORDS.levels[level - 1]]), place].filter(Boolean);
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
  const above = trail(group, hit);
  if (above.length && (isFirst || above.length > 1)) made.append(element('span', 'search-trail', (isFirst ? above : above.slice(0, -1)).join(' · ')));
  if (!isFirst) return made;
  if (group.names.length) made.append(element('span', 'search-names', ...shown(marked(group.names.join(', '), terms))));
  if (group.kind === 'topic') return made;
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
  const made = groups.map((group) => {
    const links = group.hits.map((hit, at) => link(group, hit, matched, !at));
    return attributes(element('div', 'search-group', ...links), { role: 'group', 'aria-label': group.title });
  });
  list.replaceChildren(...made);
  return [...list.querySelectorAll('a')];
}

/** The form of a phrase that fits a number. @param {Record<string, string>} forms by the names of `Intl.PluralRules` */
const counted = (forms, n, locale) => forms[new Intl.PluralRules(locale).select(n)] ?? forms.other;

/** What to say of a search, to everyone and to screen readers. */
export function summary({ groups, near, corrections }, query) {
  const fill = (text, n, words) => text.replace('{n}', n).replace('{words}', words);
  if (!query.trim()) return '';
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
  if (near || !count) return `${fill(WORDS.none, count, query.trim())} ${count ? WORDS.near : ''}`;
  const results = fill(counted(WORDS.found, count, WORDS.locale), count.toLocaleString(WORDS.locale));
  const meant = corrections.map(([, right]) => fill(WORDS.quoted, '', right)).join(WORDS.comma);
  return corrections.length ? fill(WORDS.instead, results, meant) : results;
}

/** A way on below the results: to all of them, or to all topics where there are none. */
export function wayOn(text, href) {
  const made = element('a', 'search-more', text);
  made.href = root + href;
  return made;
}
