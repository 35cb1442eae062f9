//! Text of bytes: what editors of all systems save, in the one form that spans count.
//!
//! Takes a file's bytes; gives UTF-8 without byte order mark, with `\n` line ends. Nothing is lost: what is not UTF-8 becomes
//! replacement characters and a diagnostic. Must not touch the disk.

use crate::diagnostic::{Code, Diagnostic};
use crate::path::GuidePath;
use crate::span::Span;

/// Decodes a note.
pub(super) fn decode(path: &GuidePath, bytes: Vec<u8>) -> (String, Option<Diagnostic>) {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => from_utf8(path, rest.to_vec()),
        [0xFF, 0xFE, rest @ ..] => (from_utf16(rest, u16::from_le_bytes), None),
        [0xFE, 0xFF, rest @ ..] => (from_utf16(rest, u16::from_be_bytes), None),
        _ => from_utf8(path, bytes),
    }
}

fn from_utf8(path: &GuidePath, bytes: Vec<u8>) -> (String, Option<Diagnostic>) {
    // Line ends first: they are single bytes in UTF-8, and the diagnostic's span counts the text as it ends up.
    match String::from_utf8(with_line_feeds(bytes)) {
        Ok(text) => (text, None),
        Err(error) => {
            let first = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let bad: usize = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let span = Span::new(first..first + char::REPLACEMENT_CHARACTER.len_utf8());
            let message = match bad {
                1 => "a byte here is not UTF-8, and is shown as `\u{FFFD}`".to_owned(),
                _ => format!("{bad} bytes, from here on, are not UTF-8, and are shown as `\u{FFFD}`"),
            };
            let diagnostic = Diagnostic::warning(Code::InvalidUtf8, message).at(path, span).hint("save the note as UTF-8");
            (text, Some(diagnostic))
        }
    }
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (units, _) = bytes.as_chunks::<2>();
    let text: String = char::decode_utf16(units.iter().copied().map(unit)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Makes `\n` of `\r\n` and of a lone `\r`, which CommonMark counts as line ends too.
fn with_line_feeds(mut bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.contains(&b'\r') {
        return bytes;
    }
    let mut after_return = false;
    bytes.retain_mut(|byte| {
        let ends_a_pair = after_return && *byte == b'\n';
        after_return = *byte == b'\r';
        if after_return {
            *byte = b'\n';
        }
        !ends_a_pair
    });
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Option<Diagnostic>) {
        decode(&GuidePath::new("a.md").unwrap(), bytes.to_vec())
    }

    #[test]
    fn marks_and_line_ends_of_other_systems_leave_no_trace() {
        assert_eq!(decoded(b"\xEF\xBB\xBFa\r\nb\rc\n\r\n\r\r\nd\r"), ("a\nb\nc\n\n\n\nd\n".to_owned(), None));
        assert_eq!(decoded(b"\xEF\xBB\xBF"), (String::new(), None));
    }

    #[test]
    fn utf16_is_read_in_both_orders() {
        assert_eq!(decoded(b"\xFF\xFE#\0 \0\xE9\0\r\0\n\0").0, "# é\n");
        assert_eq!(decoded(b"\xFE\xFF\0#\0 \0\xE9\xD8\x00").0, "# é\u{FFFD}");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_replaced_and_the_first_is_pointed_at() {
        let (text, diagnostic) = decoded(b"a\r\nb\xFFc\xFE\xFDd");
        let diagnostic = diagnostic.unwrap();
        let span = diagnostic.place.unwrap().span.unwrap();
        assert_eq!(text, "a\nb\u{FFFD}c\u{FFFD}\u{FFFD}d");
        assert_eq!(span.of(&text), "\u{FFFD}");
        assert_eq!(span.start, 3);
        assert!(diagnostic.message.starts_with("3 bytes"), "{}", diagnostic.message);
    }
}
