//! Folding: what two spellings of one word have in common.
//!
//! Takes a run of letters; gives it in lower case, without accents, in compatibility form. `static/js/core/search-tokens.js`
//! folds the same way; `tests/search/tokenizer.json` holds both to it. Must not know where words begin and end.

use unicode_normalization::UnicodeNormalization;

/// Appends a word, folded.
pub(super) fn push_folded(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        return;
    }
    let compatible: String = word.nfkd().collect();
    for letter in compatible.to_lowercase().chars() {
        match letter {
            // Accents, the points that Hebrew and Arabic are mostly written without, and what only picks a shape.
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{fe00}'..='\u{fe0f}' => {}
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ł' => out.push('l'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            other => out.push(other),
        }
    }
}

/// Appends a run of a script that is written without spaces: accents are part of its letters.
pub(super) fn push_dense(run: &str, out: &mut String) {
    out.extend(run.nfkc().flat_map(char::to_lowercase));
}

/// Whether a letter is of a script that is written without spaces, or whose words take their endings without one.
pub(super) fn is_dense(letter: char) -> bool {
    letter >= '\u{e00}'
        && matches!(letter,
            '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1100}'..='\u{11ff}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{30ff}'
            | '\u{3130}'..='\u{318f}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7af}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}')
}
