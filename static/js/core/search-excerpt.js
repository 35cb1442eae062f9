/**
 * Excerpts: the stretch of a text that shows why it was found, with the words marked.
 *
 * Takes a text and the terms that matched; gives pieces to show. Pure.
 *
 * @typedef {{ text: string, marked: boolean }} Piece
 */

import { tokenize } from './search-tokens.js';

/** How many letters an excerpt shows, and how many of them stand before the first word that matched. */
const LENGTH = 170;
const BEFORE = 40;

/** Where the words that matched stand. @param {Set<string>} terms */
const matches = (text, terms) => tokenize(text).filter(({ term }) => terms.has(term));

/** Cuts a text at the words that matched. @returns {Piece[]} */
function pieces(text, found, from, to) {
  const out = [];
  let at = from;
  const push = (end, marked) => {
    if (end > at) out.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of found) {
    if (end <= from || start >= to) continue;
    push(start, false);
    push(Math.min(end, to), true);
  }
  push(to, false);
  return out;
}

/** A whole text with its words marked. @param {Set<string>} terms */
export const marked = (text, terms) => pieces(text, matches(text, terms), 0, text.length);

/** The best stretch of a text: the one that holds most of the words. @param {Set<string>} terms */
export function excerpt(text, terms) {
  const found = matches(text, terms);
  let best = 0;
  let most = 0;
  for (const { start } of found) {
    const near = found.filter((other) => other.start >= start && other.end <= start + LENGTH - BEFORE);
    const worth = new Set(near.map(({ term }) => term)).size + near.length / 100;
    if (worth > most) [best, most] = [start, worth];
  }
  const from = best > BEFORE ? text.lastIndexOf(' ', best - BEFORE) + 1 : 0;
  const rest = from + LENGTH < text.length;
  const to = rest ? Math.max(text.lastIndexOf(' ', from + LENGTH), from + LENGTH / 2) : text.length;
  const dots = (text) => ({ text, marked: false });
  return [...(from ? [dots('… ')] : []), ...pieces(text, found, from, to), ...(rest ? [dots(' …')] : [])];
}
