/**
 * What a reader typed, taken apart: filters (`kind:question`, `topic:"event loop"`), phrases in quotes, and the words.
 *
 * Takes a query; gives its parts, or the query with one filter more or less. Pure.
 *
 * @typedef {{ key: string, value: string }} Filter
 */

const FILTER = /(?<=^|\s)(kind|topic|level|answered|callout):(?:"([^"]+)"|([^\s"]+))(?=\s|$)\s?/giu;

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
