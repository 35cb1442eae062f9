/**
 * Ranking: what the words of a query say of the units, added up.
 *
 * Takes each word's postings with the word positions that it answers for; gives units with scores, best first. The build has
 * scored every word in every unit; what stands here is only how the words of one query add up. Pure.
 *
 * @typedef {object} Clue
 * @property {number} from    the first word position that it answers for
 * @property {number} to      one past the last
 * @property {boolean} extra  whether it only adds to what single words say: a code token kept whole, two neighbours
 * @property {number} weight  what it weighs, up to 1
 * @property {import('./search-index.js').Postings} postings
 *
 * @typedef {{ unit: number, score: number }} Ranked
 */

import { tokenize } from './search-tokens.js';

/** What the page's lead says of its sections. */
const FROM_LEAD = 0.4;

/** What the best section of a page says of its other units. */
const FROM_GROUP = 0.2;

/** What the list of a frequent word says of the units that it does not name, against the least that it names. */
const FROM_CAPPED = 0.5;

/** How much a unit loses that lacks some of the words. */
const COVERAGE = 3;

/**
 * @param {Clue[]} clues
 * @param {number} positions how many word positions the query has
 * @param {ArrayLike<number>} groups for each unit the number of its page
 * @returns {Ranked[]} best first
 */
export function rank(clues, positions, groups) {
  /** For each unit what each position is worth there, and after them what extras add. @type {Map<number, number[]>} */
  const units = new Map();
  const most = Array(positions).fill(0);
  const least = Array(positions).fill(0);
  for (const { from, to, extra, weight, postings } of clues) {
    const { scores, capped } = postings;
    postings.units.forEach((unit, place) => {
      const score = scores[place] * weight;
      const worth = units.get(unit) ?? Array(positions + 1).fill(0);
      units.set(unit, worth);
      if (extra) worth[positions] += score;
      for (let at = from; at < to; at++) {
        worth[at] = Math.max(worth[at], score / (to - from));
        if (!extra) most[at] = Math.max(most[at], score);
      }
    });
    if (capped && !extra) least[from] = Math.max(least[from], Math.min(...scores) * weight * FROM_CAPPED);
  }
  // What the page itself and the best of its units say of each position.
  const pages = new Map();
  for (const [unit, worth] of units) {
    const group = groups[unit];
    const factor = groups[unit - 1] === group ? FROM_GROUP : FROM_LEAD;
    const page = pages.get(group);
    pages.set(group, worth.map((score, at) => Math.max(score * factor, page ? page[at] : 0)));
  }
  const total = most.reduce((sum, score) => sum + score, 0) || 1;
  const ranked = [...units].map(([unit, worth]) => {
    let score = worth[positions];
    let covered = 0;
    most.forEach((best, at) => {
      const word = Math.max(worth[at], pages.get(groups[unit])[at], least[at]);
      score += word;
      if (word) covered += worth[at] ? best : best / 2;
    });
    return { unit, score: score * (covered / total) ** COVERAGE };
  });
  return ranked.sort((a, b) => b.score - a.score || a.unit - b.unit);
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
  const telling = tells.length ? tells : all;
  const asked = words.filter((word) => !word.isPart);
  const meant = ({ term, found }, { term: other }) => term === other || found.some(({ forms }) => forms.includes(other));
  const answered = asked.filter((word) => all.some((token) => meant(word, token)));
  const matched = telling.filter((token) => words.some((word) => meant(word, token)));
  return (matched.length / telling.length) * (answered.length / asked.length) || 0;
}
