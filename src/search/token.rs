//! The tokenizer: a text becomes the terms that a reader may type to find it.
//!
//! Takes plain text; gives terms with the word positions that they cover. A code token is given whole and in parts
//! (`asyncio.gather`, `asyncio`, `gather`), an operator as itself, a script without spaces as pairs of letters. The same
//! rules stand in `static/js/core/search-tokens.js`; `tests/search/tokenizer.json` holds both to them. Must not know about
//! languages: stemming is `vocabulary.rs`'s affair.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::fold::{is_dense, push_dense, push_folded};

/// The most letters that a term has; longer runs are no words that anyone types.
const LONGEST: usize = 48;

/// The most words that a code token kept whole has.
const MOST_WORDS: usize = 6;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Prose, code spans among it.
    Prose,
    /// A code block: only its names are terms, since operators and prefixes stand on every line.
    Code,
}

/// Reads the terms of texts, one text after another.
#[derive(Debug, Default)]
pub(super) struct Tokenizer {
    /// The term being made.
    term: String,
    /// A compound's words, folded, as far as they were read.
    whole: String,
    /// The position of the next word.
    position: u32,
}

impl Tokenizer {
    /// Gives each term of `text` with the word positions that it covers, from 0.
    pub(super) fn read(&mut self, text: &str, style: Style, each: &mut impl FnMut(&str, Range<u32>)) {
        self.position = 0;
        self.run(text, style, each);
    }

    fn run(&mut self, text: &str, style: Style, each: &mut impl FnMut(&str, Range<u32>)) {
        let mut at = 0;
        let mut before = None;
        while let Some(next) = first(text, at) {
            let taken = if is_dense_letter(next) {
                Some(self.dense(text, at, each))
            } else if let Some(end) = plain_word(text, at) {
                self.plain(text.get(at..end).unwrap_or_default(), each);
                Some(end)
            } else if is_word(next) {
                self.growth(text, at, style, each).or_else(|| self.compound(text, at, 0, each))
            } else if style == Style::Prose && opens(before) {
                self.prefixed(text, at, each).or_else(|| self.operator(text, at, each))
            } else {
                None
            };
            let end = taken.unwrap_or(at + next.len_utf8());
            before = text.get(at..end).and_then(|taken| taken.chars().next_back());
            at = end;
        }
    }

    /// An English word or number without anything to it, as most are.
    fn plain(&mut self, word: &str, each: &mut impl FnMut(&str, Range<u32>)) {
        self.term.clear();
        self.term.push_str(word);
        self.term.make_ascii_lowercase();
        emit(&self.term, self.position..self.position + 1, each);
        self.position += 1;
    }

    /// `O(log n)` and its like, as one term and as what stands in the brackets.
    fn growth(&mut self, text: &str, at: usize, style: Style, each: &mut impl FnMut(&str, Range<u32>)) -> Option<usize> {
        let rest = text.get(at..)?;
        let letter = rest.chars().next().filter(|letter| matches!(letter, 'O' | 'o' | 'Θ' | 'θ' | 'Ω' | 'ω'))?;
        let inner = rest.get(letter.len_utf8()..)?.strip_prefix('(')?;
        let length = closing(inner)?;
        let (from, inner) = (self.position, inner.get(..length)?);
        self.run(inner, style, each);
        self.term.clear();
        let squeezed: String = [letter, '('].into_iter().chain(inner.chars().filter(|c| !c.is_whitespace())).chain([')']).collect();
        push_folded(&squeezed, &mut self.term);
        self.position = self.position.max(from + 1);
        each(&self.term, from..self.position);
        Some(at + letter.len_utf8() + 1 + length + 1)
    }

    /// A name with the sign in front of it that belongs to it: `*args`, `@property`, `--force`, `.NET`.
    fn prefixed(&mut self, text: &str, at: usize, each: &mut impl FnMut(&str, Range<u32>)) -> Option<usize> {
        let rest = text.get(at..)?;
        let signs = ["--", "**", "*", "&", "@", "$", "#", ".", "%"];
        let sign = signs.into_iter().find(|sign| rest.starts_with(sign))?;
        first(rest, sign.len()).filter(|&next| is_word(next))?;
        self.compound(text, at, sign.len(), each)
    }

    /// An operator standing alone.
    fn operator(&mut self, text: &str, at: usize, each: &mut impl FnMut(&str, Range<u32>)) -> Option<usize> {
        let rest = text.get(at..)?;
        let fixed = ["??", "?.", "?:", "...", "..", "::"].into_iter().filter(|sign| rest.starts_with(sign)).map(str::len);
        let length =
            fixed.chain(1..=4).take_while(|&length| rest.bytes().take(length).all(is_operator)).find(|&length| ends(rest, length))?;
        let sign = rest.get(..length)?;
        if !matches!(sign, "-" | "." | ":" | "?" | "!" | "/") {
            each(sign, self.position..self.position + 1);
            self.position += 1;
        }
        Some(at + length)
    }

    /// Words with nothing but joining signs between them, after a sign of `sign` bytes. Gives where they end.
    fn compound(&mut self, text: &str, at: usize, sign: usize, each: &mut impl FnMut(&str, Range<u32>)) -> Option<usize> {
        let from = self.position;
        let start = at + sign;
        self.whole.clear();
        let (mut words, mut hyphens) = (0, true);
        let mut cursor = start;
        loop {
            let word = text.get(cursor..cursor + word_at(text, cursor)?)?;
            self.word(word, each);
            push_word(word, &mut self.whole);
            cursor += word.len();
            words += 1;
            let Some(join) = join_at(text, cursor) else { break };
            match text.get(cursor..cursor + join) {
                Some("-" | "\u{2010}" | "\u{2011}") => self.whole.push('-'),
                other => {
                    hyphens = false;
                    self.whole.push_str(other.unwrap_or_default());
                }
            }
            cursor += join;
        }
        if words > MOST_WORDS {
            return Some(cursor);
        }
        if words > 1 {
            if hyphens {
                self.whole.retain(|c| c != '-');
            }
            self.cover(from);
            emit(&self.whole, from..self.position, each);
        }
        if let Some(sign) = text.get(at..start).filter(|sign| !sign.is_empty()) {
            self.cover(from);
            self.whole.insert_str(0, sign);
            emit(&self.whole, from..self.position, each);
        }
        Some(cursor)
    }

    /// A compound all of whose parts were too short to stand alone takes a position of its own.
    fn cover(&mut self, from: u32) {
        self.position = self.position.max(from + 1);
    }

    /// One word: as it is, and the parts of `snake_case` and `camelCase`.
    fn word(&mut self, word: &str, each: &mut impl FnMut(&str, Range<u32>)) {
        let from = self.position;
        let mut parts = 0;
        for part in Parts(word) {
            if part.len() == word.len() {
                break;
            }
            self.term.clear();
            push_word(part, &mut self.term);
            if self.term.chars().nth(1).is_some() {
                emit(&self.term, self.position..self.position + 1, each);
                self.position += 1;
                parts += 1;
            }
        }
        self.term.clear();
        push_word(word, &mut self.term);
        if parts == 0 {
            self.position = from + 1;
        }
        emit(&self.term, from..self.position, each);
    }

    /// Letters of a script without spaces, in pairs. Gives where they end.
    fn dense(&mut self, text: &str, at: usize, each: &mut impl FnMut(&str, Range<u32>)) -> usize {
        let rest = text.get(at..).unwrap_or_default();
        let run = rest.get(..rest.find(|c| !is_dense_letter(c)).unwrap_or(rest.len())).unwrap_or_default();
        self.whole.clear();
        push_dense(run, &mut self.whole);
        let ends = self.whole.char_indices().map(|(start, letter)| start + letter.len_utf8());
        let starts = self.whole.char_indices().map(|(start, _)| start);
        let pairs = starts.zip(ends.clone().skip(1).chain(ends.take(1).filter(|&end| end == self.whole.len())));
        for (start, end) in pairs {
            emit(self.whole.get(start..end).unwrap_or_default(), self.position..self.position + 1, each);
            self.position += 1;
        }
        at + run.len()
    }
}

fn emit(term: &str, positions: Range<u32>, each: &mut impl FnMut(&str, Range<u32>)) {
    if !term.is_empty() && (term.len() <= LONGEST || term.chars().nth(LONGEST).is_none()) {
        each(term, positions);
    }
}

/// Where the word that begins at `at` ends, if it is of small ASCII letters but for the first one, and stands for itself: what
/// the rest of this file would make of it is the same word.
fn plain_word(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let (first, rest) = rest.split_first().filter(|(first, _)| first.is_ascii_alphabetic())?;
    let length = rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    let sign_ends = |next: Option<&u8>| next.is_none_or(|next| matches!(next, b' ' | b'\n' | b')'));
    let stands_alone = match rest.get(length) {
        None | Some(b' ' | b'\n' | b',' | b';' | b')' | b']' | b'"') => true,
        Some(b'.' | b':' | b'?' | b'!') => sign_ends(rest.get(length + 1)),
        Some(b'(') => length > 0 || !matches!(first, b'O' | b'o'),
        Some(_) => false,
    };
    stands_alone.then_some(at + 1 + length)
}

/// The length of the word that begins at `at`: letters, apostrophes between letters, and the `++` or `#` of a language's name.
fn word_at(text: &str, at: usize) -> Option<usize> {
    let run = run_of(text, at)?;
    let mut end = at + run;
    while let Some(quote) = first(text, end).filter(|c| matches!(c, '\'' | '’'))
        && let Some(more) = run_of(text, end + quote.len_utf8())
    {
        end += quote.len_utf8() + more;
    }
    let letters = text.get(at..end)?.chars().count();
    let rest = text.get(end..)?;
    if rest.starts_with("++") && letters <= 3 {
        end += 2;
    } else if rest.starts_with('#') && letters == 1 {
        end += 1;
    }
    Some(end - at)
}

/// The length of the run of word letters at `at`; none where it is empty.
fn run_of(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    Some(rest.find(|c| !is_word(c)).unwrap_or(rest.len())).filter(|&length| length > 0)
}

/// The length of the joining sign at `at`, where a word follows it.
fn join_at(text: &str, at: usize) -> Option<usize> {
    let length = match first(text, at)? {
        sign @ ('.' | '-' | '/' | '+' | '&' | '@' | '\u{2010}' | '\u{2011}') => sign.len_utf8(),
        ':' if first(text, at + 1) == Some(':') => 2,
        _ => return None,
    };
    first(text, at + length).filter(|&next| is_word(next)).map(|_| length)
}

/// Where the bracket that is already open closes, in a short text with at most one more pair inside.
fn closing(inner: &str) -> Option<usize> {
    let mut depth = 0;
    for (count, (at, letter)) in inner.char_indices().enumerate() {
        match letter {
            '(' if depth == 0 => depth = 1,
            '\n' | '(' => return None,
            ')' if depth == 0 => return (at > 0).then_some(at),
            ')' => depth = 0,
            _ => {}
        }
        if count == 24 {
            return None;
        }
    }
    None
}

/// Appends a word folded, without its apostrophes and without a possessive `s`.
fn push_word(word: &str, out: &mut String) {
    let base = ["'s", "’s", "'S", "’S"].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    for piece in base.split(['\'', '’']) {
        push_folded(piece, out);
    }
}

/// The parts of a name: cut at `_`, before a capital after a small letter or digit, and before the last capital of several
/// that two small letters follow.
struct Parts<'a>(&'a str);

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.0.trim_start_matches('_');
        let mut before = rest.chars().next()?;
        for (at, letter) in rest.char_indices().skip(1) {
            let cut = letter == '_' || (letter.is_uppercase() && (is_small(before) || (before.is_uppercase() && small_follow(rest, at))));
            if cut {
                let (part, after) = rest.split_at(at);
                self.0 = after;
                return Some(part);
            }
            before = letter;
        }
        self.0 = "";
        Some(rest)
    }
}

fn is_small(letter: char) -> bool {
    letter.is_lowercase() || letter.is_numeric()
}

fn small_follow(text: &str, at: usize) -> bool {
    let mut after = text.get(at..).unwrap_or_default().chars().skip(1);
    after.next().is_some_and(char::is_lowercase) && after.next().is_some_and(char::is_lowercase)
}

fn is_word(letter: char) -> bool {
    match letter {
        '_' => true,
        letter if letter.is_ascii() => letter.is_ascii_alphanumeric(),
        letter => is_letter(letter) && !is_dense(letter),
    }
}

fn is_dense_letter(letter: char) -> bool {
    is_dense(letter) && is_letter(letter)
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

fn is_operator(byte: u8) -> bool {
    b"=<>+-*/%&|^~@$!?:.#\\".contains(&byte)
}

/// Whether an operator or prefix may begin after a letter.
fn opens(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"' | '\'' | '`' | ',' | '=' | '“' | '‘'))
}

/// Whether nothing but punctuation stands between `at` and the end of a word.
fn ends(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default().trim_start_matches(['.', ',', ':', ';', '?', '!']);
    rest.chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ')' | ']' | '}' | '"' | '\'' | '`' | '”' | '’'))
}

fn first(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Vector {
        text: String,
        style: Option<String>,
        terms: Vec<(String, u32, u32)>,
    }

    fn read(text: &str, style: Style) -> Vec<(String, u32, u32)> {
        let mut terms = Vec::new();
        Tokenizer::default().read(text, style, &mut |term, at| terms.push((term.to_owned(), at.start, at.end)));
        terms
    }

    #[test]
    fn terms_are_those_of_the_vectors_that_the_reader_is_held_to_as_well() {
        let vectors: Vec<Vector> = serde_json::from_str(include_str!("../../tests/search/tokenizer.json")).unwrap();
        assert!(vectors.len() > 40);
        for vector in vectors {
            let style = if vector.style.as_deref() == Some("code") { Style::Code } else { Style::Prose };
            assert_eq!(read(&vector.text, style), vector.terms, "{}", vector.text);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_positions_never_go_back(text in "[ -~éßОж漢字가\\u{301}’‐\n]{0,80}") {
            let mut last = 0;
            for (term, from, to) in read(&text, Style::Prose) {
                assert!(from < to && !term.is_empty());
                assert!(from + u32::try_from(MOST_WORDS).unwrap() * 40 >= last);
                last = from;
            }
        }
    }
}
