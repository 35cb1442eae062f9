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
 * @property {number} level    of a question, from 0 for none; below 0 of anything else
 * @property {number} score
 *
 * @typedef {object} Group
 * @property {'note' | 'topic'} kind
 * @property {string} title
 * @property {string} href
 * @property {string[]} names  other names of a topic
 * @property {Hit[]} hits      best first; the page itself, sections or questions of it
 *
 * @typedef {object} Found
 * @property {Group[]} groups
 * @property {boolean} near    whether nothing was found, and these are the topics whose names are nearest
 * @property {string[]} terms  the terms that matched, for marks
 * @property {[string, string][]} corrections  words taken for others
 *
 * @typedef {import('./search-tokens.js').Token & {
 *   found: import('./search-words.js').Match[], correction?: string, isPart?: boolean
 * }} Word
 */

import { openIndex, toText, toBytes } from './search-index.js';
import { parse } from './search-query.js';
import { fit, rank } from './search-rank.js';
import { tokenize } from './search-tokens.js';
import { complete, correct, find } from './search-words.js';

/** How many pages a list shows, how many more it is chosen from, and how many results of one page it shows. */
const GROUPS = 10;
const SPARE = 3;
const HITS = 3;

/** How many words of a query are looked up. */
const WORDS = 7;

/** What a code token's part weighs beside the whole. */
const PART = 0.5;

/** What the completions of a word weigh that is a word already. */
const BESIDE_EXACT = 0.6;

/** How far below its page's best result another one may be. */
const NEAR = 0.55;

/** What a question weighs where the query asks, and how much more if it asks in the same words. */
const ASKED = 1.1;
const ALIKE = 0.4;

/** What a result weighs that lacks a phrase in quotes. */
const UNQUOTED = 0.2;

const isSingle = ({ from, to }) => to - from === 1;
const isOperator = (token) => token && !/[\p{L}\p{N}]/u.test(token.term);

/** A text's terms in a row, so that one can be looked for in another. */
const row = (text) => ` ${tokenize(text).filter(isSingle).map(({ term }) => term).join(' ')} `;

/** @param {{ fetch: typeof fetch, base: string }} site */
export function createSearch(site) {
  const index = openIndex(site);

  /** The words of a query that tell something: of "what is the gil?" only the last. */
  function telling(tokens, { common, glue, asking }) {
    const kept = tokens.filter(({ term }, at) => {
      const besideOperator = isOperator(tokens[at - 1]) || isOperator(tokens[at + 1]);
      return !glue.has(term) && (besideOperator || !(common.has(term) || asking.has(term)));
    });
    // Of a question that was pasted whole, the longest words tell most; each word costs a fetch.
    const most = kept.map(({ term }) => term.length).sort((a, b) => b - a)[WORDS - 1] ?? 0;
    return kept.length ? kept.filter(({ term }) => term.length >= most).slice(0, WORDS) : tokens.slice(0, WORDS);
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
  async function neighbours(words) {
    const single = words.filter((word) => word.found[0] && isSingle(word));
    const pairs = single.slice(1).map(async (word, at) => {
      const before = single[at];
      const [first, second] = [before.found[0].name, word.found[0].name].sort();
      const pair = first !== second && before.from !== word.from && (await find(index, toText(`${first} ${second}`)));
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

  /** The units that each filter's key leaves; a filter that nobody knows leaves none. @returns {Promise<Set<number>[]>} */
  async function filtered(filters) {
    const left = new Map();
    for (const { key, value } of filters) {
      const term = ` ${key}:${value}`;
      const exact = await find(index, term);
      const found = exact ? [exact] : await complete(index, term, 1);
      left.set(key, [...(left.get(key) ?? []), ...found.flatMap(({ postings }) => postings.units)]);
    }
    return [...left.values()].map((units) => new Set(units.sort((a, b) => a - b)));
  }

  /** Groups the best units by page, and puts the pages in order now that their titles are known. @returns {Promise<Group[]>} */
  async function group(ranked, words, directory, { asked = [], phrases = [], most }) {
    const byPage = new Map();
    for (const { unit, score } of ranked) {
      const group = directory.groups[unit];
      const units = byPage.get(group) ?? [];
      if (units.length || byPage.size < (phrases.length ? 2 : 1) * most + SPARE) byPage.set(group, units);
      if (units.length < 2 * HITS) units.push({ unit, score });
    }
    const ignored = (term) => directory.glue.has(term) || directory.asking.has(term);
    const read = [...byPage].map(async ([group, units]) => {
      const page = await index.page(group);
      const rate = async ({ unit, score }) => {
        const ordinal = unit - directory.pages[group].first;
        const { title, anchor, level } = page.units[ordinal];
        // "GIL (Global Interpreter Lock)" is both.
        const names = [title, ...page.names, ...title.split(/[()]/).slice(0, -1)];
        const fits = Math.max(...names.map((name) => fit(name, words, ignored)));
        let rated = score * (page.kind === 'note' ? 1 + 0.7 * fits : fits < 1 ? 0.7 : 2.5);
        if (asked.length && level >= 0) {
          const own = row(title);
          rated *= ASKED + (ALIKE * asked.filter((term) => own.includes(` ${term} `)).length) / asked.length;
        }
        if (phrases.length) {
          const text = row(`${title} ; ${await index.text({ group, ordinal })}`);
          if (!phrases.every((phrase) => text.includes(phrase))) rated *= UNQUOTED;
        }
        return { title, group, ordinal, level, score: rated, href: page.path + (anchor && `#${encodeURIComponent(anchor)}`) };
      };
      const hits = (await Promise.all(units.map(rate))).sort((a, b) => b.score - a.score);
      const isNew = ({ title }, at) => hits.findIndex((hit) => hit.title === title) === at;
      const near = hits.filter((hit, at) => hit.score >= hits[0].score * NEAR && isNew(hit, at)).slice(0, HITS);
      return { kind: page.kind, title: page.units[0].title, href: page.path, names: page.names, hits: near };
    });
    const groups = await Promise.all(read);
    return groups.sort((a, b) => b.hits[0].score - a.hits[0].score).slice(0, most);
  }

  /** The topics whose names share most with a text. */
  async function nearest(text, directory) {
    const prefix = ' topic:';
    const { terms, lists, postings } = await index.shard(prefix + toBytes(text));
    const pairs = (name) => new Set([...name].map((letter, at) => letter + name[at + 1]));
    const wanted = pairs(text);
    const near = terms.flatMap((term, at) => {
      if (!term.startsWith(prefix)) return [];
      const own = pairs(toText(term.slice(prefix.length)));
      // A topic's own page stands behind all notes.
      return [{ unit: postings[lists[at]].units.at(-1), score: [...wanted].filter((pair) => own.has(pair)).length / (own.size + wanted.size) }];
    });
    const best = near.filter(({ score }) => score > 0.1).sort((a, b) => b.score - a.score);
    return group(best.slice(0, HITS), [], directory, { most: HITS });
  }

  return {
    /** What every search needs, and what the filters to choose from stand in. */
    warm: () => index.directory(),

    /** @param {number} most how many pages at most @returns {Promise<Found>} */
    async search(query, most = GROUPS) {
      const directory = await index.directory();
      const parsed = parse(query);
      const sets = await filtered(parsed.filters);
      const tokens = tokenize(parsed.words);
      const open = /[^\s"]$/u.test(query) ? Math.max(...tokens.map(({ end }) => end)) : -1;
      const looked = await Promise.all(telling(tokens, directory).map((token) => look(token, open)));
      const words = markParts(await mend(looked));
      const all = [...clues(words), ...(await neighbours(words))];
      const positions = Math.max(0, ...words.map(({ to }) => to));
      const ranked = words.length || !sets.length ? rank(all, positions, directory.groups) : [...sets[0]].map((unit) => ({ unit, score: 1 }));
      const left = ranked.filter(({ unit }) => sets.every((set) => set.has(unit)));
      const asks = /\?\s*$/.test(parsed.words) || (tokens.length > 1 && directory.asking.has(tokens[0].term));
      const groups = await group(left, words, directory, { asked: asks ? tokens.map(({ term }) => term) : [], phrases: parsed.phrases.map(row), most });
      const near = !groups.length && /\S/.test(parsed.words);
      return {
        groups: near ? await nearest(parsed.words.trim().toLowerCase(), directory) : groups,
        near,
        terms: [...new Set(words.flatMap(({ found }) => found.flatMap(({ forms }) => forms)))],
        corrections: words.flatMap(({ term, correction, isPart }) => (correction && !isPart ? [[term, correction]] : [])),
      };
    },

    /** The text of a result, for its excerpt. @param {Hit} hit @returns {Promise<string>} */
    text: (hit) => index.text(hit),
  };
}
