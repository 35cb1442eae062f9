/**
 * The tokenizer: what a reader typed, or an excerpt, becomes the terms that the index knows.
 *
 * The same rules as `src/search/token.rs` and `src/search/fold.rs`; `tests/search/tokenizer.json` holds both to them.
 *
 * @typedef {object} Token
 * @property {string} term  the term, folded
 * @property {number} from  the first word position that it covers
 * @property {number} to    one past the last
 * @property {number} start where its word begins in the text
 * @property {number} end   where it ends
 */

const LETTER = '[\\p{Alphabetic}\\p{M}\\p{N}_]';
const DENSE =
  '[\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3130-\\u318f\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}]';
const WORD = `${LETTER}+(?:['’]${LETTER}+)*(?:\\+\\+|(?<!${LETTER}{2})#)?`;
const OPENS = '(?<=^|[\\s(\\[{"\'`,=“‘])';
const ENDS = '(?=[.,:;?!]*(?:$|[\\s)\\]}"\'`”’]))';

const PATTERN = new RegExp(
  `([OoΘθΩω]\\(((?:[^()\\n]|\\([^()\\n]*\\)){1,24})\\))` +
    `|(?:${OPENS}(--|\\*\\*|[*&@$#.%]))?(${WORD}(?:(?:::|[.\\-/+&@‐‑])${WORD})*)` +
    `|${OPENS}(\\?[?.:]|\\.{2,3}|::|[=<>+\\-*/%&|^~@$!?:.#\\\\]{1,4}?)${ENDS}`,
  'gu',
);
const WORDS = new RegExp(WORD, 'gu');
const RUNS = new RegExp(`${DENSE}+|[^]+?(?=${DENSE}|$)`, 'gu');
const HAS_DENSE = new RegExp(DENSE, 'u');
const CUTS = /_+|(?<=[\p{Lowercase}\p{N}])(?=\p{Uppercase})|(?<=\p{Uppercase})(?=\p{Uppercase}\p{Lowercase}{2})/u;

const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ς: 'σ' };

/** A word in lower case, without accents, in compatibility form. */
export const fold = (word) =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]/g, '')
    .replace(/[ßæœþøđðłıς]/g, (letter) => LETTERS[letter]);

const foldWord = (word) => fold(word.replace(/['’]s$/i, '').replace(/['’]/g, ''));

const isLong = (text, limit) => [...text].length > limit;

/**
 * The terms of a text.
 *
 * @param {string} text
 * @returns {Token[]}
 */
export function tokenize(text) {
  /** @type {Token[]} */
  const tokens = [];
  let position = 0;

  const emit = (term, from, to, start, end) => {
    if (term && !isLong(term, 48)) tokens.push({ term, from, to, start, end });
  };

  const readWord = (word, start) => {
    const end = start + word.length;
    if (HAS_DENSE.test(word)) {
      for (const { 0: run, index } of word.matchAll(RUNS)) {
        if (!HAS_DENSE.test(run)) readWord(run, start + index);
        else readDense(run, start + index);
      }
      return;
    }
    const from = position;
    for (const part of word.split(CUTS)) {
      const term = foldWord(part);
      if (part !== word && isLong(term, 1)) emit(term, position, ++position, start, end);
    }
    position = Math.max(position, from + 1);
    emit(foldWord(word), from, position, start, end);
  };

  const readDense = (run, start) => {
    const letters = [...run.normalize('NFKC').toLowerCase()];
    const last = Math.max(letters.length - 1, 1);
    for (let at = 0; at < last; at++) {
      emit(letters.slice(at, at + 2).join(''), position, ++position, start + at, Math.min(start + at + 2, start + run.length));
    }
  };

  const read = (text, offset) => {
    for (const match of text.matchAll(PATTERN)) {
      const [all, growth, inner, sign = '', compound, operator] = match;
      const start = offset + match.index;
      const end = start + all.length;
      const from = position;
      const cover = () => (position = Math.max(position, from + 1));
      if (growth) {
        read(inner, start + 2);
        emit(fold(growth.replace(/\s+/g, '')), from, cover(), start, end);
      } else if (operator) {
        if (!/^[-.:?!/]$/.test(operator)) emit(operator, from, ++position, start, end);
      } else {
        let whole = '';
        let words = 0;
        let before = 0;
        for (const { 0: found, index } of compound.matchAll(WORDS)) {
          const word = found.endsWith('++') && isLong(found, 5) ? found.slice(0, -2) : found;
          readWord(word, start + sign.length + index);
          whole += compound.slice(before, index).replace(/[‐‑]/g, '-') + foldWord(word);
          before = index + found.length;
          words++;
        }
        if (words > 6 || HAS_DENSE.test(compound)) continue;
        const hyphens = !/[./+&@]|::/.test(compound.replace(WORDS, ''));
        if (hyphens) whole = whole.replace(/-/g, '');
        if (words > 1) emit(whole, from, cover(), start + sign.length, end);
        if (sign) emit(sign + whole, from, cover(), start, end);
      }
    }
  };

  read(text, 0);
  return tokens;
}
