/**
 * Words as the index knows them: looked up, completed while they are typed, corrected where they are misspelt.
 *
 * Takes an open index and terms; gives postings with what they weigh. Must not combine words.
 *
 * @typedef {object} Match
 * @property {string} name     the term that names the word and its forms
 * @property {string[]} forms  all of them
 * @property {import('./search-index.js').Postings} postings
 * @property {number} weight how sure it is that the reader meant it, up to 1
 */

import { place, toBytes, toText } from './search-index.js';

const COMPLETIONS = 8;

/** @returns {Match} */
const match = ({ terms, lists, postings }, at, weight) => ({
  name: terms[lists.indexOf(lists[at])],
  forms: terms.filter((_, other) => lists[other] === lists[at]).map(toText),
  postings: postings[lists[at]],
  weight,
});

/** The word itself. @returns {Promise<Match | undefined>} */
export async function find(index, term) {
  const key = toBytes(term);
  const shard = await index.shard(key);
  const at = place(shard.terms, key);
  return shard.terms[at] === key ? match(shard, at, 1) : undefined;
}

/** The likeliest words that begin so. @param {number} factor what they weigh at most @returns {Promise<Match[]>} */
export async function complete(index, term, factor) {
  const key = toBytes(term);
  const shard = await index.shard(key);
  const seen = new Map();
  for (let at = place(shard.terms, key); shard.terms[at]?.startsWith(key); at++) {
    const list = shard.lists[at];
    const { scores } = shard.postings[list];
    // What a word could be worth to a reader who did not finish it.
    const worth = Math.max(...scores) * Math.log2(1 + scores.length);
    if (shard.terms[at] !== key && !shard.terms[at].includes(' ', 1) && !seen.has(list)) seen.set(list, { at, worth });
  }
  const likeliest = [...seen.values()].sort((a, b) => b.worth - a.worth).slice(0, COMPLETIONS);
  return likeliest.map(({ at }) => match(shard, at, factor * (0.5 + (0.4 * key.length) / shard.terms[at].length)));
}

/** How many letters are wrong, left out, added or swapped; more than `limit` where it is more. */
export function distance(a, b, limit) {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const left = a.slice(same);
  const right = b.slice(same);
  if (!left && !right) return 0;
  if (!limit) return 1;
  const after = (skipped, other) => distance(left.slice(skipped), right.slice(other), limit - 1);
  const swapped = left[0] === right[1] && left[1] === right[0] ? after(2, 2) : limit;
  return 1 + Math.min(after(1, 1), after(0, 1), after(1, 0), swapped);
}

/**
 * The likeliest word that a misspelt one was meant to be: of the speller's words, else of those that stand near it.
 *
 * @returns {Promise<{ term: string, match: Match } | undefined>}
 */
export async function correct(index, term) {
  const limit = term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
  if (!limit) return undefined;
  let meant;
  const consider = (word, worth) => {
    if (Math.abs(word.length - term.length) > limit || word.includes(' ')) return;
    const wrong = distance(term, word, limit);
    // People get the first letter right.
    const value = (1 + worth) / 12 ** wrong / (word[0] === term[0] ? 1 : 3);
    if (wrong <= limit && !(meant?.value >= value)) meant = { word, wrong, value };
  };
  for (const [word, worth] of await index.speller()) consider(word, worth);
  if (meant?.wrong !== 1) for (const bytes of (await index.shard(toBytes(term))).terms) consider(toText(bytes), 0);
  const found = meant && (await find(index, meant.word));
  return found && { term: meant.word, match: { ...found, weight: 0.9 } };
}
