//! Which script a text is written in, where that decides how it is set.
//!
//! Takes text or a language tag; gives a direction, and a language for scripts that name one. Must not guess where several
//! languages share a script.

/// Languages written from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// How much of a text is looked at.
const SAMPLE: usize = 2000;

/// The direction that a language is written in.
pub(super) fn direction_of(language: &str) -> &'static str {
    let primary = primary(language).to_ascii_lowercase();
    if RIGHT_TO_LEFT.contains(&primary.as_str()) { "rtl" } else { "ltr" }
}

/// How a text is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    /// Its language, where that is known and not the site's.
    pub(super) language: Option<String>,
    /// Its direction, where that is not the site's.
    pub(super) direction: Option<&'static str>,
}

/// How a note is set on a site of some language: by what it declares, else by the letters that it is written with.
pub(super) fn setting(declared: Option<&str>, site: &str, text: &str) -> Setting {
    let (language, direction) = if let Some(language) = declared {
        (Some(language.to_owned()), direction_of(language))
    } else {
        let found = detect(text);
        (found.language.map(str::to_owned), found.direction.unwrap_or_else(|| direction_of(site)))
    };
    let differs = |language: &String| primary(language) != primary(site);
    Setting { language: language.filter(differs), direction: Some(direction).filter(|&direction| direction != direction_of(site)) }
}

fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

struct Found {
    language: Option<&'static str>,
    direction: Option<&'static str>,
}

/// Counts letters by script; the most frequent one decides, so that code and English terms do not outweigh prose.
fn detect(text: &str) -> Found {
    let [mut latin, mut arabic, mut persian, mut hebrew, mut han, mut kana, mut hangul] = [0_usize; 7];
    for letter in text.chars().take(SAMPLE) {
        match letter {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => latin += 1,
            'پ' | 'چ' | 'ژ' | 'گ' => persian += 1,
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => arabic += 1,
            '\u{590}'..='\u{5ff}' => hebrew += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{ac00}'..='\u{d7af}' => hangul += 1,
            '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => han += 1,
            _ => {}
        }
    }
    // A Chinese or Japanese letter says about as much as three Latin ones.
    let (east_asian, right_to_left) = ((han + kana + hangul) * 3, arabic + persian + hebrew);
    if right_to_left > latin && right_to_left > east_asian {
        let language = if hebrew > arabic + persian {
            "he"
        } else if persian > 0 {
            "fa"
        } else {
            "ar"
        };
        Found { language: Some(language), direction: Some("rtl") }
    } else if east_asian > latin {
        let language = if kana > 0 {
            "ja"
        } else if hangul > han {
            "ko"
        } else {
            "zh"
        };
        Found { language: Some(language), direction: Some("ltr") }
    } else if latin > 0 {
        Found { language: None, direction: Some("ltr") }
    } else {
        Found { language: None, direction: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_direction_and_the_language() {
        assert_eq!(setting(None, "en", "ما هو القفل العام `GIL`؟"), Setting { language: Some("ar".into()), direction: Some("rtl") });
        assert_eq!(setting(None, "en", "全局解释器锁 GIL 是什么"), Setting { language: Some("zh".into()), direction: None });
        assert_eq!(setting(None, "en", "イベントループとは"), Setting { language: Some("ja".into()), direction: None });
        assert_eq!(setting(None, "en", "Plain prose with one שלום"), Setting { language: None, direction: None });
    }

    #[test]
    fn what_a_note_declares_goes_before_what_its_letters_say() {
        assert_eq!(setting(Some("ur"), "en", "abc"), Setting { language: Some("ur".into()), direction: Some("rtl") });
        assert_eq!(setting(Some("en"), "ar", "abc"), Setting { language: Some("en".into()), direction: Some("ltr") });
        assert_eq!(setting(None, "ar", "عربي"), Setting { language: None, direction: None });
    }
}
