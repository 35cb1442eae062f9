/**
 * Words as the index knows them: looked up, and completed while they are typed.
 *
 * Takes an open index and terms; gives postings with what they weigh. Must not combine words.
 *
 * @typedef {import('./search-index.js').Postings & {
 *   forms: string[],  the terms of a word; the first one names it
 *   weight: number,   how sure it is that the reader meant it, up to 1
 * }} Match
 */

const COMPLETIONS = 8;

/** @returns {Match} */
const match = (shard, list, weight) => ({ ...list, weight, forms: [...shard.keys()].filter((term) => shard.get(term) === list) });

/** The word itself, if anyone knows it. @returns {Promise<Match[]>} */
export async function find(index, term) {
  const shard = await index.shard(term);
  const list = shard.get(term);
  return list ? [match(shard, list, 1)] : [];
}

/** The likeliest words that begin so. @param {number} factor what they weigh at most @returns {Promise<Match[]>} */
export async function complete(index, term, factor) {
  const shard = await index.shard(term);
  const begun = new Map();
  for (const [word, list] of shard) {
    if (word.startsWith(term) && word !== term && !word.includes(' ', 1) && !begun.has(list)) begun.set(list, word);
  }
  // What a word could be worth to a reader who did not finish it.
  const worth = ([{ scores }]) => Math.max(...scores) * Math.log2(1 + scores.length);
  const likeliest = [...begun].sort((a, b) => worth(b) - worth(a)).slice(0, COMPLETIONS);
  return likeliest.map(([list, word]) => match(shard, list, factor * (0.5 + (0.4 * term.length) / word.length)));
}
