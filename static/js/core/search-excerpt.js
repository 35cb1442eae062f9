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

/** Where the words that matched stand. @returns {{ start: number, end: number, term: string }[]} */
function marks(text, terms) {
  const found = [];
  for (const { term, start, end } of tokenize(text)) {
    const last = found.at(-1);
    if (!terms.has(term)) continue;
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end, term });
  }
  return found;
}

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
export const marked = (text, terms) => pieces(text, marks(text, terms), 0, text.length);

/** The best stretch of a text: the one that holds most of the words. @param {Set<string>} terms */
export function excerpt(text, terms) {
  const found = marks(text, terms);
  let best = { from: 0, worth: 0 };
  for (const { start } of found) {
    const near = found.filter((mark) => mark.start >= start && mark.end <= start + LENGTH - BEFORE);
    const worth = new Set(near.map(({ term }) => term)).size + near.length / 100;
    if (worth > best.worth) best = { from: start, worth };
  }
  let from = best.from > BEFORE ? text.lastIndexOf(' ', best.from - BEFORE) + 1 : 0;
  let to = Math.min(from + LENGTH, text.length);
  if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), from + LENGTH / 2);
  const out = pieces(text, found, from, to);
  if (from > 0) out.unshift({ text: '… ', marked: false });
  if (to < text.length) out.push({ text: ' …', marked: false });
  return out;
}
