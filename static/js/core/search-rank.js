/**
 * Ranking: what the words of a query say of the units, added up.
 *
 * Takes each word's matches with the word positions that it answers for; gives units with scores, best first. The build has
 * scored every word in every unit; what stands here is only how the words of one query add up. Pure.
 *
 * @typedef {object} Clue
 * @property {number} from     the first word position that it answers for
 * @property {number} to       one past the last; what answers for several (a code token kept whole, two neighbours) only adds
 *                             to what single words say
 * @property {boolean} [isPart] whether it is part of a code token that is known whole
 * @property {(import('./search-index.js').Postings & { weight: number })[]} found
 *
 * @typedef {{ unit: number, score: number }} Ranked
 */

import { tokenize } from './search-tokens.js';

/** What the page's lead says of its sections. */
const FROM_LEAD = 0.4;

/** What the best section of a page says of its other units. */
const FROM_PAGE = 0.2;

/** What the list of a frequent word says of the units that it does not name, against the least that it names. */
const FROM_CAPPED = 0.5;

/** What a code token's part weighs beside the whole. */
const PART = 0.5;

/** How much a unit loses that lacks some of the words. */
const COVERAGE = 3;

export const byScore = (a, b) => b.score - a.score;

/**
 * @param {Clue[]} clues
 * @param {(unit: number) => number} pageOf the first unit of a unit's page
 * @returns {Ranked[]} best first
 */
export function rank(clues, pageOf) {
  const positions = Math.max(0, ...clues.map(({ to }) => to));
  const nothing = () => Array(positions + 1).fill(0);
  /** For each unit, and for each page, what each position is worth there; behind them what answers for several adds. */
  const units = new Map();
  const pages = new Map();
  const most = nothing();
  const least = nothing();
  const kept = (map, key) => map.get(key) ?? map.set(key, nothing()).get(key);
  const raise = (worth, at, score) => (worth[at] = Math.max(worth[at], score));
  for (const { from, to, isPart, found } of clues) {
    const span = to - from;
    for (const { weight, units: named, scores, capped } of found) {
      const factor = isPart ? weight * PART : weight;
      named.forEach((unit, place) => {
        const score = scores[place] * factor;
        const worth = kept(units, unit);
        if (span > 1) worth[positions] += score;
        for (let at = from; at < to; at++) raise(worth, at, score / span);
      });
      if (span > 1) continue;
      raise(most, from, Math.max(...scores) * factor);
      if (capped) raise(least, from, Math.min(...scores) * factor * FROM_CAPPED);
    }
  }
  for (const [unit, worth] of units) {
    const page = pageOf(unit);
    const own = kept(pages, page);
    for (let at = 0; at < positions; at++) raise(own, at, worth[at] * (unit === page ? FROM_LEAD : FROM_PAGE));
  }
  const total = most.reduce((sum, score) => sum + score) || 1;
  const rated = ([unit, worth]) => {
    const own = pages.get(pageOf(unit));
    let score = worth[positions];
    let covered = 0;
    for (let at = 0; at < positions; at++) {
      const word = Math.max(worth[at], own[at], least[at]);
      score += word;
      covered += word && most[at] / (worth[at] ? 1 : 2);
    }
    return { unit, score: score * (covered / total) ** COVERAGE };
  };
  return [...units].map(rated).sort(byScore);
}

/**
 * How far a title and a query say the same, nothing to 1: the share of the title's words that were asked for, times the share
 * of the query's words that the title answers.
 *
 * @param {string} title
 * @param {import('./search.js').Word[]} words
 * @param {(term: string) => boolean} ignored whether a word only says how something is asked
 */
export function fit(title, words, ignored) {
  const all = tokenize(title);
  const tells = all.filter(({ term, from, to }) => to - from === 1 && !ignored(term));
  const meant = (word, { term }) => word.found.some(({ forms }) => forms.includes(term));
  const share = (some, holds) => some.filter(holds).length / some.length || 0;
  const matched = share(tells[0] ? tells : all, (token) => words.some((word) => meant(word, token)));
  return matched * share(words.filter(({ isPart }) => !isPart), (word) => all.some((token) => meant(word, token)));
}
