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

// Scripts that are written without spaces, or whose words take their endings without one.
const DENSE = '[\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Mymr}\\p{scx=Khmr}]';
const LETTER = '[\\p{Alphabetic}\\p{M}\\p{N}_]';
const LETTERS = `(?:(?!${DENSE})${LETTER})+`;
const WORD = `${LETTERS}(?:['’]${LETTERS})*(?:(?<!${LETTER}{4})\\+\\+|(?<!${LETTER}{2})#)?`;
const OPENS = '(?<=^|[\\s(\\[{"\'`,=“‘])';
const ENDS = '(?=[.,:;?!]*(?:$|[\\s)\\]}"\'`”’]))';

const PATTERN = new RegExp(
  `((?:(?=${LETTER})${DENSE})+)` +
    `|([OoΘθΩω]\\(((?:[^()\\n]|\\([^()\\n]*\\)){1,24})\\))` +
    `|(?:${OPENS}(--|\\*\\*|[*&@$#.%]))?(${WORD}(?:(?:::|[.\\-/+&@‐‑])${WORD})*)` +
    `|${OPENS}(\\?[?.:]|\\.{2,3}|::|[=<>+\\-*/%&|^~@$!?:.#\\\\]{1,4}?)${ENDS}`,
  'gu',
);
const WORDS = new RegExp(WORD, 'gu');
// What most of a text is, with the space behind it: the patterns above would make the same of it, but take long to begin.
const PLAIN = /([\s(]*)([A-Za-z][a-z]*|[A-Z]+|\d+)[)\]]*[,;:.?!]?(?:\s+|$)/y;
const CUTS = /_+|(?<=[\p{Lowercase}\p{N}])(?=\p{Uppercase})|(?<=\p{Uppercase})(?=\p{Uppercase}\p{Lowercase}{2})/u;

const SPELT = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ς: 'σ' };

/** A word in lower case, without accents, in compatibility form. */
export const fold = (word) =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670\ufe00-\ufe0f]/g, '')
    .replace(/[ß-ς]/g, (letter) => SPELT[letter] ?? letter);

const foldWord = (word) => fold(word.replace(/['’](s$)?/gi, ''));

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

  const emit = (term, from, start, end) => {
    position = Math.max(position, from + 1);
    if (term && ![...term][48]) tokens.push({ term, from, to: position, start, end });
  };

  const read = (text, offset) => {
    for (let at = 0; at < text.length; ) {
      PLAIN.lastIndex = PATTERN.lastIndex = at;
      const plain = PLAIN.exec(text);
      const match = plain ?? PATTERN.exec(text);
      if (!match) return;
      const [all, dense, growth, inner, sign = '', compound, operator] = match;
      at = match.index + all.length;
      const start = offset + match.index;
      const end = offset + at;
      const from = position;
      if (plain) {
        const first = start + dense.length;
        emit(growth.toLowerCase(), from, first, first + growth.length);
      } else if (dense) {
        const letters = [...dense.normalize('NFKC').toLowerCase()];
        for (let at = 0; !at || at + 1 < letters.length; at++) {
          emit(letters.slice(at, at + 2).join(''), position, start + at, Math.min(start + at + 2, end));
        }
      } else if (growth) {
        read(inner, start + 2);
        emit(fold(growth.replace(/\s+/g, '')), from, start, end);
      } else if (operator) {
        if (!/^[-.:?!/]$/.test(operator)) emit(operator, from, start, end);
      } else {
        const words = [...compound.matchAll(WORDS)];
        const named = start + sign.length;
        for (const found of words) {
          const [word] = found;
          const first = position;
          const place = [named + found.index, named + found.index + word.length];
          for (const part of word.split(CUTS)) {
            const term = foldWord(part);
            if (part !== word && [...term][1]) emit(term, position, ...place);
          }
          emit(foldWord(word), first, ...place);
        }
        if (words[6]) continue;
        let whole = compound.replace(WORDS, foldWord).replace(/[‐‑]/g, '-');
        if (!/[./+&@]|::/.test(compound.replace(WORDS, ''))) whole = whole.replace(/-/g, '');
        if (words[1]) emit(whole, from, named, end);
        if (sign) emit(sign + whole, from, start, end);
      }
    }
  };

  read(text, 0);
  return tokens;
}
