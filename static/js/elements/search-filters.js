/**
 * The filters above the results, as chips: each stands in the query, and pressing it puts it there or takes it out.
 */

import { joined, parse, toggle } from '../core/search-query.js';
import { element } from './page-parts.js';
import { WORDS, attributes, button } from './search-list.js';

/** How many topics that were found are offered as filters. */
const TOPICS = 3;

/**
 * The chips of a field: what the guide offers, and the topics among the results.
 *
 * @param {HTMLInputElement} field
 * @param {Promise<string[]>} known the filters that the guide knows
 */
export function searchFilters(field, known) {
  const made = attributes(element('div', 'search-filters'), { role: 'group', 'aria-label': WORDS.filters });
  /** @type {Map<string, HTMLButtonElement>} */
  const chips = new Map();
  const add = (filter, text) => {
    const chip = button('search-chip', text, () => {
      field.value = toggle(field.value, filter);
      field.dispatchEvent(new Event('input'));
    });
    chip.value = filter;
    chips.set(filter, chip);
    made.append(chip);
  };
  const press = () => {
    const chosen = parse(field.value).filters.map(({ key, value }) => `${key}:${value}`);
    chips.forEach((chip, filter) => chip.setAttribute('aria-pressed', chosen.includes(filter)));
  };
  field.addEventListener('input', press);
  /** @param {import('../core/search.js').Group[]} groups what was found */
  made.offer = (groups) => {
    const found = groups.filter(({ isTopic }) => isTopic).slice(0, TOPICS);
    const asked = parse(field.value).filters.filter(({ key }) => key === 'topic');
    const topics = new Map([...asked.map(({ value }) => value), ...found.map(({ title }) => title)].map((name) => [`topic:${joined(name)}`, name]));
    topics.forEach((name, filter) => chips.has(filter) || add(filter, name));
    chips.forEach((chip, filter) => (chip.hidden = filter.startsWith('topic:') && !topics.has(filter)));
    press();
  };
  known.then(
    (filters) => {
      for (const [filter, text] of Object.entries(WORDS)) if (filters.includes(filter)) add(filter, text);
      made.offer([]);
    },
    () => {},
  );
  return made;
}
