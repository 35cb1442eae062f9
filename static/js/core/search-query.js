/**
 * What a reader typed beside words: filters (`kind:question`, `topic:"event loop"`) and phrases in quotes.
 *
 * Takes a query; gives its parts, what they leave of an open index, or the query with one filter more or less. Fetched by the
 * engine when a query has such parts.
 *
 * @typedef {{ key: string, value: string }} Filter
 */

import { tokenize } from './search-tokens.js';
import { complete, find } from './search-words.js';

const FILTER = /(?<=^|\s)(kind|topic|level|answered|callout):(?:"([^"]+)"|([^\s"]+))(?=\s|$)\s?/giu;

/** What a result weighs that lacks a phrase in quotes. */
const UNQUOTED = 0.2;

/** A filter's value as the build writes it. */
export const joined = (value) => value.toLowerCase().trim().replace(/\s+/g, '-');

/** @param {string} query @returns {{ filters: Filter[], words: string, phrases: string[] }} */
export function parse(query) {
  const filters = [...query.matchAll(FILTER)].map(([, key, quoted, plain]) => ({ key: key.toLowerCase(), value: joined(quoted ?? plain) }));
  const words = query.replace(FILTER, '');
  return { filters, words, phrases: [...words.matchAll(/["“]([^"“”]+)["”]/g)].map(([, phrase]) => phrase) };
}

/** Whether a query has a filter. @param {string} filter `key:value` */
export const has = (query, filter) => parse(query).filters.some(({ key, value }) => `${key}:${value}` === filter);

/** The query with a filter where it had none, without it where it had it. @param {string} filter `key:value` */
export function toggle(query, filter) {
  const others = query.replace(FILTER, (all) => (has(all, filter) ? '' : all)).trim();
  return has(query, filter) ? others : `${filter} ${others}`;
}

/** A text's terms in a row, so that one can be looked for in another. */
const row = (text) => ` ${tokenize(text).filter(({ from, to }) => to - from === 1).map(({ term }) => term).join(' ')} `;

/** @typedef {(title: string, unit: number) => Promise<number>} Quoted what a result weighs by whether it has the phrases */

/**
 * The words of a query, and for each filter's key the units that it leaves; a filter that nobody knows leaves none.
 *
 * @returns {Promise<{ words: string, sets: Set<number>[], quoted?: Quoted }>}
 */
export async function narrowed(index, query) {
  const { words, filters, phrases } = parse(query);
  const left = {};
  for (const { key, value } of filters) {
    const term = ` ${key}:${value}`;
    const exact = await find(index, term);
    const found = exact[0] ? exact : await complete(index, term, 1);
    left[key] = [...(left[key] ?? []), ...found.flatMap(({ units }) => units)];
  }
  const rows = phrases.map(row);
  const quoted = async (title, unit) => {
    const text = row(`${title} ; ${await index.text(unit)}`);
    return rows.every((phrase) => text.includes(phrase)) ? 1 : UNQUOTED;
  };
  const sets = Object.values(left).map((units) => new Set(units.sort((a, b) => a - b)));
  return { words, sets, quoted: rows[0] && quoted };
}
