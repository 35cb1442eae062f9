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
 * @typedef {{ group: number, ordinal: number, score: number }} Ranked
 */

/** What the page's lead says of its sections. */
const FROM_LEAD = 0.4;

/** What the best section of a page says of its other units. */
const FROM_GROUP = 0.2;

/** What the list of a frequent word says of the units that it does not name, against the least that it names. */
const FROM_CAPPED = 0.5;

/** How much a unit loses that lacks some of the words. */
const COVERAGE = 2;

/**
 * @param {Clue[]} clues
 * @param {number} positions how many word positions the query has
 * @returns {Ranked[]} best first
 */
export function rank(clues, positions) {
  /** @type {Map<number, Map<number, { words: number[], extra: number }>>} */
  const groups = new Map();
  const most = Array(positions).fill(0);
  const least = Array(positions).fill(0);
  for (const { from, to, extra, weight, postings } of clues) {
    let lowest = Infinity;
    for (const [group, ordinal, points] of postings.units) {
      const score = points * weight;
      if (!groups.has(group)) groups.set(group, new Map());
      const units = groups.get(group);
      if (!units.has(ordinal)) units.set(ordinal, { words: Array(positions).fill(0), extra: 0 });
      const unit = units.get(ordinal);
      if (extra) unit.extra += score;
      for (let at = from; at < to; at++) {
        unit.words[at] = Math.max(unit.words[at], score / (to - from));
        if (!extra) most[at] = Math.max(most[at], score);
      }
      lowest = Math.min(lowest, score);
    }
    if (postings.capped && !extra && to - from === 1) least[from] = Math.max(least[from], lowest * FROM_CAPPED);
  }
  const total = most.reduce((sum, score) => sum + score, 0) || 1;
  const ranked = [];
  for (const [group, units] of groups) {
    const lead = units.get(0)?.words;
    const best = most.map((_, at) => Math.max(...[...units.values()].map((unit) => unit.words[at])));
    for (const [ordinal, unit] of units) {
      let score = unit.extra;
      let covered = 0;
      most.forEach((possible, at) => {
        const own = unit.words[at];
        const word = Math.max(own, FROM_LEAD * (lead?.[at] ?? 0), FROM_GROUP * best[at], least[at]);
        score += word;
        if (word) covered += own ? possible : possible / 2;
      });
      ranked.push({ group, ordinal, score: score * (covered / total) ** COVERAGE });
    }
  }
  return ranked.sort((a, b) => b.score - a.score || a.group - b.group || a.ordinal - b.ordinal);
}
