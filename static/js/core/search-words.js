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

import { toBytes, toText } from './search-index.js';

const COMPLETIONS = 8;

/** Where a term stands in a sorted list, or would. */
function place(terms, term) {
  let low = 0;
  for (let high = terms.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (terms[middle] < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns {Match} */
const match = ({ terms, lists, postings }, at, weight) => ({
  name: terms[lists.indexOf(lists[at])],
  forms: terms.filter((_, other) => lists[other] === lists[at]).map(toText),
  postings: postings[lists[at]],
  weight,
});

/** What a word could be worth to a reader who did not finish or misspelt it. */
const worth = ({ scores }) => Math.max(...scores) * Math.log2(1 + scores.length);

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
    if (shard.terms[at] === key || shard.terms[at].includes(' ') || seen.has(list)) continue;
    seen.set(list, { at, worth: worth(shard.postings[list]) });
  }
  const likeliest = [...seen.values()].sort((a, b) => b.worth - a.worth).slice(0, COMPLETIONS);
  return likeliest.map(({ at }) => match(shard, at, factor * (0.5 + (0.4 * key.length) / shard.terms[at].length)));
}

/** How many letters are wrong, left out, added or swapped, up to a limit. */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        next[column] = Math.min(next[column], before[column - 2] + 1);
      }
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return last[b.length];
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
    if (wrong <= limit && (!meant || value > meant.value)) meant = { word, wrong, value };
  };
  for (const [word, worth] of await index.speller()) consider(word, worth);
  const shard = await index.shard(toBytes(term));
  if (meant?.wrong !== 1) for (const bytes of shard.terms) consider(toText(bytes), 0);
  const found = meant && (await find(index, meant.word));
  return found && { term: meant.word, match: { ...found, weight: 0.9 } };
}
