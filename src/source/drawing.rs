//! How large a drawing in SVG is.
//!
//! Takes the beginning of a file; gives the size that its root element states: by `width` and `height`, else by `viewBox`. Must
//! not read the drawing itself, nor understand more of XML than the attributes of one element.

use super::Pixels;

/// How much of a file is read for its root element.
pub(super) const HEAD: u64 = 4096;

/// The size that the root element states.
pub(super) fn size(head: &str) -> Option<Pixels> {
    let (_, rest) = head.split_once("<svg")?;
    let (root, _) = rest.split_once('>')?;
    let stated = |name| attributes(root).find(|(stated, _)| *stated == name).map(|(_, value)| value);
    let lengths = stated("width").and_then(pixels).zip(stated("height").and_then(pixels));
    let (width, height) = lengths.or_else(|| stated("viewBox").and_then(view_box))?;
    Some(Pixels { width, height })
}

/// The attributes of an element, by what stands between its name and its end.
fn attributes(mut text: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::from_fn(move || {
        let (before, after) = text.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, rest) = after.get(1..)?.split_once(quote)?;
        text = rest;
        Some((before.split_whitespace().next_back()?, value))
    })
}

/// A length without a unit, or in pixels.
fn pixels(length: &str) -> Option<u32> {
    let length = length.trim();
    whole(length.strip_suffix("px").unwrap_or(length))
}

/// The width and height of `0 0 720 220`.
fn view_box(value: &str) -> Option<(u32, u32)> {
    let mut sides = value.split([' ', ',', '\n', '\t']).filter(|side| !side.is_empty()).skip(2);
    sides.next().and_then(whole).zip(sides.next().and_then(whole))
}

/// A number above zero, rounded.
fn whole(number: &str) -> Option<u32> {
    let (units, part) = number.split_once('.').unwrap_or((number, ""));
    let units: u32 = units.parse().ok()?;
    let up = part.starts_with(['5', '6', '7', '8', '9']);
    units.checked_add(u32::from(up)).filter(|&length| length > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(head: &str) -> Option<(u32, u32)> {
        size(head).map(|Pixels { width, height }| (width, height))
    }

    #[test]
    fn a_drawing_is_as_large_as_it_says() {
        assert_eq!(
            of(r#"<?xml version="1.0"?><svg xmlns="http://x" width="720" height = '219.5px' viewBox="0 0 1 1"><rect"#),
            Some((720, 220))
        );
        assert_eq!(of("<svg\n  viewBox=\"0 0,640\n 480\">"), Some((640, 480)));
        assert_eq!(of(r#"<svg width="100%" height="50" viewBox="0 0 30 20">"#), Some((30, 20)));
    }

    #[test]
    fn a_drawing_that_does_not_say_it_has_no_size() {
        for head in [
            "",
            "<svg",
            "<svg>",
            r#"<svg width="12">"#,
            r#"<svg width="0" height="3">"#,
            r#"<svg viewBox="0 0 x">"#,
            "<svg width=3 height=4>",
        ] {
            assert_eq!(of(head), None, "{head}");
        }
    }
}
