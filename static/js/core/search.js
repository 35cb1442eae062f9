/**
 * Search: a query becomes results.
 *
 * Takes a `fetch` and the address of the site's index; gives grouped results, and texts for their excerpts. Must not touch the page.
 *
 * @typedef {object} Hit
 * @property {string} title
 * @property {string} href     from the site's root
 * @property {number} unit     its number in the index
 * @property {string} [sort]   the level of a question, from 0 for none; `c` of a callout
 * @property {number} score
 *
 * @typedef {object} Group     a page with what was found on it
 * @property {number} page     its number in the index
 * @property {boolean} isTopic
 * @property {string} title
 * @property {string} href
 * @property {string[]} names  other names of a topic
 * @property {Hit[]} hits      best first; the page itself, or parts of it
 *
 * @typedef {object} Found
 * @property {Group[]} groups
 * @property {boolean} near    whether nothing was found, and these are the topics whose names are nearest
 * @property {string[]} terms  the terms that matched, for marks
 * @property {Word[]} corrected  words taken for others
 *
 * @typedef {import('./search-tokens.js').Token & {
 *   found: import('./search-words.js').Match[], correction?: string, isPart?: boolean
 * }} Word
 */

import { openIndex } from './search-index.js';
import { byScore, fit, rank } from './search-rank.js';
import { tokenize } from './search-tokens.js';
import { complete, find } from './search-words.js';

/** How many pages a list shows, how many more it is chosen from, and how many results of one page it shows. */
const GROUPS = 10;
const SPARE = 3;
const HITS = 3;

/** How many words of a query are looked up, and up to how many their neighbours are as well: each costs a fetch. */
const LOOKED = 6;
const PAIRED = 4;

/** What the completions of a word weigh that is a word already. */
const BESIDE_EXACT = 0.6;

/** How far below its page's best result another one may be. */
const NEAR = 0.55;

/** What a question weighs where the query asks, and how much more if it asks in the same words. */
const ASKED = 1.1;
const ALIKE = 0.4;

/** The words of a query that tell something: of "what is the gil?" only the last. */
function telling(tokens, { common, glue }) {
  const kept = tokens.filter(({ term }, at) => {
    const besideOperator = [tokens[at - 1], tokens[at + 1]].some((near) => near && !/[\p{L}\p{N}]/u.test(near.term));
    return !glue.includes(term) && (besideOperator || !common.includes(term));
  });
  // Of a question that was pasted whole, the longest words tell most; each word costs a fetch.
  const most = kept.map(({ term }) => term.length).sort((a, b) => b - a)[LOOKED - 1];
  return (kept[0] ? kept.filter(({ term }) => !(term.length < most)) : tokens).slice(0, LOOKED);
}

/** Marks the words that are parts of a code token that is known whole. @param {Word[]} words */
function markParts(words) {
  for (const word of words) {
    const { term, from, to } = word;
    const holds = (whole) => whole.found[0] && whole.term !== term && whole.from <= from && whole.to >= to && whole.term.includes(term);
    word.isPart = words.some(holds);
    if (word.isPart) word.found = word.found.filter(({ weight }) => weight === 1);
  }
}

/** @param {{ fetch: typeof fetch, base: string }} site */
export function createSearch(site) {
  const index = openIndex(site);

  /** The neighbours among a query's words: a pair is known by the names of its words. */
  async function neighbours(words) {
    const single = words.filter(({ from, to, found }) => found[0] && to - from === 1 && !words[PAIRED]);
    const pairs = single.slice(1).map(async (word, at) => {
      const before = single[at];
      const pair = [before, word].map(({ found }) => found[0].forms[0]).sort().join(' ');
      return { from: before.from, to: word.to, found: await find(index, pair) };
    });
    return Promise.all(pairs);
  }

  /** Groups the best units by page, and puts the pages in order now that their titles are known. @returns {Promise<Group[]>} */
  async function group(ranked, words, { pageOf, glue, asking }, most, asked = [], quoted) {
    const byPage = new Map();
    for (const found of ranked) {
      const page = pageOf(found.unit);
      const units = byPage.get(page) ?? [];
      if (units[0] || byPage.size < (quoted ? 2 : 1) * most + SPARE) byPage.set(page, units);
      if (units.length < 2 * HITS) units.push(found);
    }
    const ignored = (term) => [...glue, ...asking].includes(term);
    const read = [...byPage].map(async ([page, units]) => {
      const { path, units: own } = await index.block(page);
      const isTopic = path[0] === 't';
      const names = isTopic ? own.slice(1).map(({ title }) => title) : [];
      const href = path.slice(1);
      const rate = async ({ unit, score }) => {
        const { title, anchor, sort } = (await index.block(unit)).units[unit % 16];
        // "GIL (Global Interpreter Lock)" is both.
        const fits = Math.max(...[title, ...names, ...title.split(/[()]/).slice(0, -1)].map((name) => fit(name, words, ignored)));
        let rated = score * (!isTopic ? 1 + 0.7 * fits : fits < 1 ? 0.7 : 2.5);
        if (asked[0] && sort >= 0) {
          const own = tokenize(title).map(({ term }) => term);
          rated *= ASKED + (ALIKE * asked.filter((term) => own.includes(term)).length) / asked.length;
        }
        if (quoted) rated *= await quoted(title, unit);
        return { title, unit, sort, score: rated, href: href + (anchor && `#${anchor}`) };
      };
      const hits = (await Promise.all(units.map(rate))).sort(byScore);
      const isNear = ({ title, score }, at) => score >= hits[0].score * NEAR && hits.findIndex((hit) => hit.title === title) === at;
      return { page, isTopic, title: own[0].title, href, names, hits: hits.filter(isNear).slice(0, HITS) };
    });
    return (await Promise.all(read)).sort((a, b) => byScore(a.hits[0], b.hits[0])).slice(0, most);
  }

  return {
    /** What every search needs, and what the filters to choose from stand in. */
    warm: index.directory,

    /** @param {number} most how many pages at most @returns {Promise<Found>} */
    async search(query, most = GROUPS) {
      const directory = await index.directory();
      const { words: text, sets, quoted } = /[:"“]/.test(query) ? await (await import('./search-query.js')).narrowed(index, query) : { words: query, sets: [] };
      const tokens = tokenize(text);
      // The last word may go on.
      const open = /[^\s"]$/.test(query) && tokens.at(-1)?.end;
      const look = async (token) => {
        const found = await find(index, token.term);
        return { ...token, found: token.end === open ? [...found, ...(await complete(index, token.term, found[0] ? BESIDE_EXACT : 1))] : found };
      };
      let words = await Promise.all(telling(tokens, directory).map(look));
      if (words.some(({ found }) => !found[0])) words = await (await import('./search-speller.js')).mend(index, words);
      markParts(words);
      const ranked = words[0] || !sets[0] ? rank([...words, ...(await neighbours(words))], directory.pageOf) : [...sets[0]].map((unit) => ({ unit, score: 1 }));
      const asked = /\?\s*$/.test(text) || (tokens[1] && directory.asking.includes(tokens[0].term)) ? tokens.map(({ term }) => term) : [];
      let groups = await group(ranked.filter(({ unit }) => sets.every((set) => set.has(unit))), words, directory, most, asked, quoted);
      const near = !groups[0] && text.trim() > '';
      if (near) groups = await group(await (await import('./search-speller.js')).nearest(index, text, HITS), [], directory, most);
      return {
        groups,
        near,
        terms: words.flatMap(({ found }) => found.flatMap(({ forms }) => forms)),
        corrected: words.filter(({ correction, isPart }) => correction && !isPart),
      };
    },

    /** The text of a result by its unit, for its excerpt. */
    text: index.text,
  };
}
