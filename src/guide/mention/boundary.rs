//! Where words begin and end, in every script.
//!
//! Takes a text and a stretch of it; tells whether that stretch stands there as a word or phrase of its own. Chinese, Japanese
//! and Thai put no gap between words, and Korean writes particles right behind them. Must not know of topics.

use std::ops::Range;

/// Whether no word goes on across either end of the stretch.
pub(super) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let (Some(before), Some(words), Some(after)) = (text.get(..range.start), text.get(range.clone()), text.get(range.end..)) else {
        return false;
    };
    let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) else {
        return false;
    };
    begins(before, first) && ends(last, after)
}

fn begins(before: &str, first: char) -> bool {
    let mut backwards = before.chars().rev();
    let Some(mark) = backwards.next() else { return true };
    match mark {
        '_' | '@' | '#' | '$' | '\\' | '/' => false,
        // `multi-threading` and `asyncio.run` are words of their own.
        '-' | '‑' | '.' | '\'' | '’' | '&' | '+' => !backwards.next().is_some_and(char::is_alphanumeric),
        _ => !joins(mark, first),
    }
}

fn ends(last: char, after: &str) -> bool {
    let mut forwards = after.chars();
    let Some(mark) = forwards.next() else { return true };
    match mark {
        '_' | '#' | '@' | '\\' | '/' | '(' => false,
        '-' | '‑' | '.' | '&' | '+' | '=' | ':' => !forwards.next().is_some_and(|next| next.is_alphanumeric() || next == mark),
        // What stands behind a Korean word is a particle.
        _ => script(last) == Script::Hangul || !joins(last, mark),
    }
}

/// Whether two letters that stand side by side belong to one word.
fn joins(left: char, right: char) -> bool {
    let script = script(left);
    script == self::script(right) && matches!(script, Script::Spaced | Script::Katakana | Script::Hangul)
}

/// How letters make words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// With gaps between words.
    Spaced,
    /// Words of other languages in Japanese: where the script changes, a word ends.
    Katakana,
    /// With gaps, and particles behind words.
    Hangul,
    /// Without gaps.
    Gapless,
    /// It is no letter.
    None,
}

fn script(letter: char) -> Script {
    match letter {
        '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9d}' => Script::Katakana,
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => Script::Hangul,
        '\u{0e00}'..='\u{0eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{309f}'
        | '\u{2e80}'..='\u{2fdf}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Gapless,
        _ if letter.is_alphanumeric() || is_mark(letter) => Script::Spaced,
        _ => Script::None,
    }
}

/// Marks that stand on or under the letter before them, composed by nobody.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}')
}

/// Whether words of the text's first letter stand without gaps, so that short names turn up inside other words.
pub(super) fn is_gapless(text: &str) -> bool {
    text.chars().any(|letter| script(letter) == Script::Gapless)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str, words: &str) -> bool {
        let at = text.find(words).unwrap();
        is_whole(text, &(at..at + words.len()))
    }

    #[test]
    fn words_of_their_own_are_whole() {
        for text in ["GIL", "the GIL.", "(GIL)", "GIL's", "“GIL”", "GIL, so", "the GIL: it", "no GIL…", "GIL — so", "GIL- and lock"]
        {
            assert!(whole(text, "GIL"), "{text}");
        }
    }

    #[test]
    fn parts_of_words_paths_and_code_are_not() {
        for text in [
            "GILs",
            "aGIL",
            "non-GIL",
            "GIL-free",
            "x.GIL",
            "GIL.acquire",
            "GIL()",
            "_GIL",
            "GIL_STATE",
            "src/GIL",
            "#GIL",
            "GIL=1",
            "GIL::new",
            "GIL++",
        ] {
            assert!(!whole(text, "GIL"), "{text}");
        }
        assert!(!whole("naïveté", "naïve") && !whole("сборки", "сбор") && !whole("e\u{301}tat", "e"));
    }

    #[test]
    fn scripts_without_gaps_have_words_all_the_same() {
        assert!(whole("使用垃圾回收器", "垃圾回收") && whole("使用GIL锁", "GIL") && whole("การจัดการหน่วยความจำ", "หน่วยความจำ"));
        assert!(whole("ジェネレータを使う", "ジェネレータ") && !whole("ジェネレータオブジェクト", "ジェネレータ"));
        assert!(whole("데코레이터는 함수", "데코레이터") && !whole("메타데코레이터", "데코레이터"));
    }
}
