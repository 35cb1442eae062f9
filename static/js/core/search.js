/**
 * Search: a query becomes results.
 *
 * Takes a `fetch` and the address of the site's index; gives grouped results, and excerpts for them. Must not touch the page.
 *
 * @typedef {object} Hit
 * @property {string} title
 * @property {string} href     from the site's root
 * @property {number} group    the page's number in the index
 * @property {number} ordinal  the unit's number on its page
 *
 * @typedef {object} Group
 * @property {'note' | 'topic'} kind
 * @property {string} title
 * @property {string} href
 * @property {Hit[]} hits      best first; the page itself or sections of it
 *
 * @typedef {object} Found
 * @property {Group[]} groups
 * @property {string[]} terms         the terms that matched, for marks
 * @property {[string, string][]} corrections  words taken for others
 */

import { openIndex, toText } from './search-index.js';
import { rank } from './search-rank.js';
import { tokenize } from './search-tokens.js';
import { complete, correct, find } from './search-words.js';

/** How many pages a list shows, and how many results of one page. */
const GROUPS = 10;
const HITS = 3;

/** What a code token's part weighs beside the whole. */
const PART = 0.5;

/** How far below its page's best result another one may be. */
const NEAR = 0.5;

/** @param {{ fetch: typeof fetch, base: string }} site */
export function createSearch(site) {
  const index = openIndex(site);

  /** The clues that single terms give, with the words that they were taken for. */
  async function clues(query) {
    const { common } = await index.directory();
    const all = tokenize(query);
    const telling = all.filter(({ term }) => !common.has(term));
    const tokens = telling.length ? telling : all;
    const open = /[^\s"]$/u.test(query) ? Math.max(...all.map(({ end }) => end)) : -1;
    const read = tokens.map(async (token) => {
      const { term, from, to, end } = token;
      const exact = await find(index, term);
      const found = exact ? [exact] : [];
      let correction;
      if (end === open) found.push(...(await complete(index, term)));
      if (!found.length && to - from === 1) {
        correction = await correct(index, term);
        if (correction) found.push(correction.match);
      }
      return { ...token, found, correction };
    });
    return Promise.all(read);
  }

  /** The neighbours among a query's words: a pair is known by the names of its words. */
  async function neighbours(words) {
    const { glue } = await index.directory();
    const single = words.filter(({ term, from, to, found }) => found[0] && to - from === 1 && !glue.has(term));
    const pairs = single.slice(1).map(async (word, at) => {
      const before = single[at];
      const [first, second] = [before.found[0].name, word.found[0].name].sort();
      if (first === second || before.from === word.from) return [];
      const pair = await find(index, toText(`${first} ${second}`));
      return pair ? [{ from: before.from, to: word.to, extra: true, weight: 1, postings: pair.postings }] : [];
    });
    return (await Promise.all(pairs)).flat();
  }

  async function groups(ranked, byUnit) {
    const byGroup = new Map();
    for (const unit of ranked) {
      const units = byGroup.get(unit.group);
      if (units) {
        if (units.length < HITS && unit.score > units[0].score * NEAR) units.push(unit);
      } else if (byGroup.size < GROUPS) byGroup.set(unit.group, [unit]);
    }
    const read = [...byGroup].map(async ([group, units]) => {
      const page = await index.page(group);
      const first = byUnit.indexOf(group);
      const hits = units.map(({ unit }) => {
        const ordinal = unit - first;
        const { title, anchor } = page.units[ordinal];
        return { title, group, ordinal, href: page.path + (anchor && `#${encodeURIComponent(anchor)}`) };
      });
      return { kind: page.kind, title: page.units[0].title, href: page.path, hits };
    });
    return Promise.all(read);
  }

  return {
    /** Fetches what every search needs. */
    warm: () => index.directory(),

    /** @returns {Promise<Found>} */
    async search(query) {
      const words = await clues(query);
      const single = words.flatMap(({ from, to, found }) => {
        const covered = words.some((other) => other.found.length && other.to - other.from > to - from && other.from <= from && other.to >= to);
        const extra = to - from > 1;
        return found.map(({ weight, postings }) => ({ from, to, extra, weight: covered ? weight * PART : weight, postings }));
      });
      const positions = Math.max(0, ...words.map(({ to }) => to));
      const { groups: byUnit } = await index.directory();
      const ranked = rank([...single, ...(await neighbours(words))], positions, byUnit);
      return {
        groups: await groups(ranked, byUnit),
        terms: [...new Set(words.flatMap(({ found }) => found.flatMap(({ forms }) => forms)))],
        corrections: words.flatMap(({ term, correction }) => (correction ? [[term, correction.term]] : [])),
      };
    },

    /** The text of a result, for its excerpt. @returns {Promise<string>} */
    async text({ group, ordinal }) {
      return (await index.texts(group))[ordinal] ?? '';
    },
  };
}
