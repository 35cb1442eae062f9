/**
 * What search does where words are unknown: it corrects them, and names the topics that are nearest.
 *
 * Takes an open index and the words of a query. Fetched when it is needed: most searches go without.
 */

import { find } from './search-words.js';

/** What a corrected word weighs. */
const CORRECTED = 0.9;

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

/** The likeliest word that a misspelt one was meant to be: of the speller's words, else of those that stand near it. */
async function correct(index, term) {
  const limit = term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
  if (!limit) return undefined;
  let meant = {};
  const consider = (word, worth) => {
    if (Math.abs(word.length - term.length) > limit || word.includes(' ')) return;
    const wrong = distance(term, word, limit);
    // People get the first letter right.
    const value = (1 + worth) / 12 ** wrong / (word[0] === term[0] ? 1 : 3);
    if (wrong <= limit && !(meant.value >= value)) meant = { word, wrong, value };
  };
  // The first line says of each word how likely it is.
  const [worth, ...words] = await index.file('speller', (bytes) => new TextDecoder().decode(bytes).split('\n'));
  words.forEach((word, at) => consider(word, Number(worth[at])));
  if (meant.wrong !== 1) for (const word of (await index.shard(term)).keys()) consider(word, 0);
  return meant.word;
}

/** @typedef {import('./search.js').Word} Word */

/** The words, those corrected that nobody knows: first single ones, then code tokens by their parts. @param {Word[]} words @returns {Promise<Word[]>} */
export async function mend(index, words) {
  const isSingle = ({ from, to }) => to - from === 1;
  const taken = async (word, correction) => {
    const found = correction && correction !== word.term ? await find(index, correction) : [];
    return found.length ? { ...word, found: [{ ...found[0], weight: CORRECTED }], correction } : word;
  };
  const single = await Promise.all(
    words.map(async (word) => {
      if (word.found.length || !(isSingle(word) || /^\p{L}+$/u.test(word.term))) return word;
      return taken(word, await correct(index, word.term));
    }),
  );
  return Promise.all(
    single.map((word) => {
      if (word.found.length || isSingle(word)) return word;
      const parts = single.filter(({ correction, from, to }) => correction && from >= word.from && to <= word.to);
      return taken(word, parts.reduce((whole, part) => whole.replace(part.term, part.correction), word.term));
    }),
  );
}

/** The topics whose names share most with a text: their pages, the nearest first. */
export async function nearest(index, text, most) {
  const prefix = ' topic:';
  const name = text.trim().toLowerCase();
  const shard = await index.shard(prefix + name);
  const pairs = (name) => new Set([...name].map((letter, at) => letter + name[at + 1]));
  const wanted = pairs(name);
  const near = [...shard].flatMap(([term, { units }]) => {
    if (!term.startsWith(prefix)) return [];
    const own = pairs(term.slice(prefix.length));
    // A topic's own page stands behind all notes.
    return [{ unit: units.at(-1), score: [...wanted].filter((pair) => own.has(pair)).length / (own.size + wanted.size) }];
  });
  const best = near.filter(({ score }) => score > 0.1).sort((a, b) => b.score - a.score);
  return best.slice(0, most);
}
