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
 * @property {number} score
 *
 * @typedef {object} Group
 * @property {'note' | 'topic'} kind
 * @property {string} title
 * @property {string} href
 * @property {string[]} names  other names of a topic
 * @property {Hit[]} hits      best first; the page itself or sections of it
 *
 * @typedef {object} Found
 * @property {Group[]} groups
 * @property {string[]} terms  the terms that matched, for marks
 * @property {[string, string][]} corrections  words taken for others
 *
 * @typedef {import('./search-tokens.js').Token & {
 *   found: import('./search-words.js').Match[], correction?: string, isPart?: boolean
 * }} Word
 */

import { openIndex, toText } from './search-index.js';
import { fit, rank } from './search-rank.js';
import { tokenize } from './search-tokens.js';
import { complete, correct, find } from './search-words.js';

/** How many pages a list shows, how many it is chosen from, and how many results of one page it shows. */
const GROUPS = 10;
const CANDIDATES = 13;
const HITS = 3;

/** What a code token's part weighs beside the whole. */
const PART = 0.5;

/** What the completions of a word weigh that is a word already. */
const BESIDE_EXACT = 0.6;

/** How far below its page's best result another one may be. */
const NEAR = 0.55;

const isSingle = ({ from, to }) => to - from === 1;
const isOperator = ({ term }) => !/[\p{L}\p{N}]/u.test(term);

/** @param {{ fetch: typeof fetch, base: string }} site */
export function createSearch(site) {
  const index = openIndex(site);

  /** The words of a query that tell something: of "what is the gil?" only the last. */
  function telling(tokens, { common, glue, asking }) {
    const beside = (token, at) => [tokens[at - 1], tokens[at + 1]].some((other) => other && isOperator(other));
    const tells = (token, at) =>
      ![common, glue, asking].some((set) => set.has(token.term)) || (!glue.has(token.term) && beside(token, at));
    const kept = tokens.filter(tells);
    return kept.length ? kept : tokens;
  }

  /** Looks a word up: as it is, completed if it is the last and may go on, corrected if nobody knows it. @returns {Promise<Word>} */
  async function look(token, open) {
    const { term, end } = token;
    const exact = await find(index, term);
    const found = exact ? [exact] : [];
    if (end === open) found.push(...(await complete(index, term, exact ? BESIDE_EXACT : 1)));
    if (found.length || !(isSingle(token) || /^\p{L}+$/u.test(term))) return { ...token, found };
    const meant = await correct(index, term);
    return meant ? { ...token, found: [meant.match], correction: meant.term } : { ...token, found };
  }

  /** The neighbours among a query's words: a pair is known by the names of its words. */
  async function neighbours(words, { glue }) {
    const single = words.filter((word) => word.found[0] && isSingle(word) && !glue.has(word.term));
    const pairs = single.slice(1).map(async (word, at) => {
      const before = single[at];
      const [first, second] = [before.found[0].name, word.found[0].name].sort();
      if (first === second || before.from === word.from) return [];
      const pair = await find(index, toText(`${first} ${second}`));
      return pair ? [{ from: before.from, to: word.to, extra: true, weight: 1, postings: pair.postings }] : [];
    });
    return (await Promise.all(pairs)).flat();
  }

  /** Looks the code tokens that nobody knows up once more, their parts corrected. @param {Word[]} words */
  const mend = (words) =>
    Promise.all(
      words.map(async (word) => {
        if (word.found.length || isSingle(word)) return word;
        const parts = words.filter(({ correction, from, to }) => correction && from >= word.from && to <= word.to);
        const term = parts.reduce((whole, part) => whole.replace(part.term, part.correction), word.term);
        const meant = term !== word.term && (await find(index, term));
        return meant ? { ...word, found: [meant], correction: term } : word;
      }),
    );

  /** Marks the words that are parts of a code token that is known whole. @param {Word[]} words */
  function markParts(words) {
    const holds = (whole, { term, from, to }) =>
      whole.found.length && whole.term.length > term.length && whole.from <= from && whole.to >= to && whole.term.includes(term);
    for (const word of words) {
      word.isPart = words.some((other) => holds(other, word));
      if (word.isPart) word.found = word.found.filter(({ weight }) => weight === 1);
    }
    return words;
  }

  const clues = (words) =>
    words.flatMap(({ from, to, found, isPart }) =>
      found.map(({ weight, postings }) => ({ from, to, extra: to - from > 1, weight: isPart ? weight * PART : weight, postings })),
    );

  /** Groups the best units by page, and puts the pages in order now that their titles are known. @returns {Promise<Group[]>} */
  async function group(ranked, words, directory) {
    const byPage = new Map();
    for (const unit of ranked) {
      const units = byPage.get(unit.group);
      if (units) units.push(unit);
      else if (byPage.size < CANDIDATES) byPage.set(unit.group, [unit]);
    }
    const ignored = new Set([...directory.glue, ...directory.asking]);
    const read = [...byPage].map(async ([group, units]) => {
      const page = await index.page(group);
      const first = directory.groups.indexOf(group);
      const hits = units.slice(0, 2 * HITS).map(({ unit, score }) => {
        const ordinal = unit - first;
        const { title, anchor } = page.units[ordinal];
        const names = page.kind === 'topic' ? [title, ...page.names] : [title];
        const fits = Math.max(...names.map((name) => fit(name, words, ignored)));
        const factor = page.kind === 'topic' && fits < 1 ? 0.7 : 1 + 0.7 * fits;
        return { title, group, ordinal, score: score * factor, href: page.path + (anchor && `#${encodeURIComponent(anchor)}`) };
      });
      hits.sort((a, b) => b.score - a.score);
      const near = hits.filter(({ score }) => score >= hits[0].score * NEAR).slice(0, HITS);
      return { kind: page.kind, title: page.units[0].title, href: page.path, names: page.names, hits: near };
    });
    const groups = await Promise.all(read);
    return groups.sort((a, b) => b.hits[0].score - a.hits[0].score).slice(0, GROUPS);
  }

  return {
    /** Fetches what every search needs. */
    warm: () => index.directory(),

    /** @returns {Promise<Found>} */
    async search(query) {
      const directory = await index.directory();
      const tokens = tokenize(query);
      const open = /[^\s"]$/u.test(query) ? Math.max(...tokens.map(({ end }) => end)) : -1;
      const looked = await Promise.all(telling(tokens, directory).map((token) => look(token, open)));
      const words = markParts(await mend(looked));
      const all = [...clues(words), ...(await neighbours(words, directory))];
      const positions = Math.max(0, ...words.map(({ to }) => to));
      return {
        groups: await group(rank(all, positions, directory.groups), words, directory),
        terms: [...new Set(words.flatMap(({ found }) => found.flatMap(({ forms }) => forms)))],
        corrections: words.flatMap(({ term, correction, isPart }) => (correction && !isPart ? [[term, correction]] : [])),
      };
    },

    /** The text of a result, for its excerpt. @returns {Promise<string>} */
    async text({ group, ordinal }) {
      return (await index.texts(group))[ordinal] ?? '';
    },
  };
}
