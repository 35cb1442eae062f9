//! How long a note takes to read.
//!
//! Takes a note's text; gives minutes. Must be cheap: it runs over every byte of the guide.

/// Words that people read in a minute of technical prose.
const WORDS: usize = 220;

/// Chinese, Japanese and Korean letters that people read in a minute.
const LETTERS: usize = 500;

/// The minutes that a text takes, at least one.
pub(super) fn minutes(text: &str) -> usize {
    let mut words = 0;
    let mut letters = 0;
    let mut inside = false;
    for letter in text.chars() {
        if matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}') {
            letters += 1;
            inside = false;
        } else if letter.is_alphanumeric() {
            words += usize::from(!inside);
            inside = true;
        } else if letter.is_whitespace() {
            inside = false;
        }
    }
    (words * LETTERS + letters * WORDS).div_ceil(WORDS * LETTERS).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_letters_both_take_time() {
        assert_eq!(minutes(""), 1);
        assert_eq!(minutes(&"word ".repeat(440)), 2);
        assert_eq!(minutes(&"字".repeat(1500)), 3);
        assert_eq!(minutes("--- don't --- `a.b.c()` ---"), 1);
    }
}
