/**
 * Words as the index knows them: looked up, and completed while they are typed.
 *
 * Takes an open index and terms; gives postings with what they weigh. Must not combine words.
 *
 * @typedef {import('./search-index.js').Postings & {
 *   weight: number,  how sure it is that the reader meant it, up to 1
 * }} Match
 */

const COMPLETIONS = 8;

/** The word itself, if anyone knows it. @returns {Promise<Match[]>} */
export async function find(index, term) {
  const list = (await index.shard(term)).get(term);
  return list ? [{ ...list, weight: 1 }] : [];
}

/** The likeliest words that begin so. @param {number} factor what they weigh at most @returns {Promise<Match[]>} */
export async function complete(index, term, factor) {
  const begun = new Map();
  for (const [word, list] of await index.shard(term)) {
    if (word.startsWith(term) && word !== term && !word.includes(' ', 1) && !begun.has(list)) begun.set(list, word);
  }
  // What a word could be worth to a reader who did not finish it.
  const worth = ([{ scores }]) => Math.max(...scores) * Math.log2(1 + scores.length);
  const likeliest = [...begun].sort((a, b) => worth(b) - worth(a)).slice(0, COMPLETIONS);
  return likeliest.map(([list, word]) => ({ ...list, weight: factor * (0.5 + (0.4 * term.length) / word.length) }));
}
