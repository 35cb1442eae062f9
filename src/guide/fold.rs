//! Text as it is compared where letter case does not count.
//!
//! Takes a path, an anchor or a name; gives it in lower case with composed letters, as file systems and hosts that fold case
//! see it. Must not show folded text to anybody.

use unicode_normalization::UnicodeNormalization;

/// The text in lower case, its letters composed.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.nfc().flat_map(char::to_lowercase).nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_composition_do_not_count() {
        assert_eq!(fold("A/É.html"), fold("a/e\u{301}.HTML"));
        assert_eq!(fold("ÜBER"), "über");
    }
}
