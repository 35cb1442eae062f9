/**
 * The list of results, as the dialog and the search page show it.
 */

import { excerpt, marked } from '../core/search-excerpt.js';
import { element } from './page-parts.js';
import { root } from './site.js';

/** What search says, in the language of the site. */
export const WORDS = JSON.parse(document.querySelector('search-dialog').dataset.words);

// Browsers take long to make the first of these, so it is no reader's first result that waits.
const PLURALS = new Intl.PluralRules(WORDS.locale);
const NUMBERS = new Intl.NumberFormat(WORDS.locale);

/** How long a reader types nothing more, in milliseconds, before what each key would cost anew is fetched or kept. */
export const PAUSE = 150;

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

/** A link below the results, by its address from the site's root. */
export function wayOn(text, href) {
  const made = element('a', '', text);
  made.href = root + href;
  return made;
}

/** A text with its words marked. */
const shown = (className, pieces) => element('span', className, ...pieces.map(({ text, marked }) => (marked ? element('mark', '', text) : text)));

/** What a result is, and where it stands. */
function trail({ page, isTopic, title, href }, { unit, sort }) {
  if (isTopic) return [[WORDS.topic], []];
  const folders = decodeURI(href).split('/').slice(0, -1);
  // A callout's title says itself what it is.
  const what = sort >= 0 ? [WORDS.question, WORDS.levels[sort - 1]] : [];
  return [what.filter(Boolean), unit === page ? folders : [...folders, title]];
}

/** One result: a link. The first of a page says where it stands, and has an excerpt, which follows when it is there. */
function link(group, hit, terms, isFirst, text) {
  const made = element('a', 'search-hit', shown('search-title', marked(hit.title, terms)));
  made.href = root + hit.href;
  made.addEventListener('click', () => {
    // The page that opens marks the words (`search-marks.js`).
    try {
      sessionStorage.setItem('studyguide:marks', JSON.stringify({ href: made.href, terms: [...terms] }));
      // A result on this very page loads nothing: what was left is taken at once.
      setTimeout(async () => (await import('./search-marks.js')).takeMarks());
    } catch {
      // Without storage the page opens all the same.
    }
  });
  const [what, where] = trail(group, hit);
  const above = [...what, ...(isFirst && where[0] ? [where.join(' › ')] : [])];
  if (above[0]) made.append(element('span', 'search-trail', above.join(' · ')));
  if (!isFirst) return made;
  if (group.names[0]) made.append(shown('search-names', marked(group.names.join(', '), terms)));
  if (group.isTopic) return made;
  const place = element('span', 'search-excerpt');
  made.append(place);
  setTimeout(async () => {
    if (!place.isConnected) return;
    const whole = await text(hit.unit).catch(() => '');
    if (whole) place.replaceWith(shown('search-excerpt', excerpt(whole, terms)));
    else place.remove();
  }, PAUSE);
  return made;
}

/**
 * Shows results, one group a page.
 *
 * @param {Element} list
 * @param {import('../core/search.js').Found} found
 * @param {(unit: number) => Promise<string>} text gives the text of a result by its unit
 * @returns {HTMLAnchorElement[]} the results' links, in order
 */
export function show(list, { groups, terms }, text) {
  const matched = new Set(terms);
  const made = groups.map((group) => {
    const links = group.hits.map((hit, at) => link(group, hit, matched, !at, text));
    return attributes(element('div', 'search-group', ...links), { role: 'group', 'aria-label': group.title });
  });
  list.replaceChildren(...made);
  return [...list.querySelectorAll('a')];
}

/** What to say of a search, to everyone and to screen readers. */
export function summary({ groups, near, corrected }, query) {
  const fill = (text, n, words) => text.replace('{n}', n).replace('{words}', words);
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  if (near || !count) return `${fill(WORDS.none, count, query.trim())} ${count ? WORDS.near : ''}`;
  const results = fill(WORDS.found[PLURALS.select(count)] ?? WORDS.found.other, NUMBERS.format(count));
  const meant = corrected.map(({ correction }) => fill(WORDS.quoted, '', correction)).join(WORDS.comma);
  return corrected[0] ? fill(WORDS.instead, results, meant) : results;
}
