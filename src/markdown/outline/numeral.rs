//! Numerals at the start of a text: digits of several scripts, keycaps, Roman, letters, Han, English words.
//!
//! Takes text; gives a value and how many bytes it took. Knows nothing of headings.

/// A numeral with its length in bytes.
pub(super) type Numeral = (u32, usize);

/// `12`, `１２`, `१२`, `١٢`: at most four digits.
pub(super) fn digits(text: &str) -> Option<Numeral> {
    let mut value = 0;
    let mut length = 0;
    let mut count = 0;
    for c in text.chars() {
        let Some(digit) = digit(c) else { break };
        value = value * 10 + digit;
        length += c.len_utf8();
        count += 1;
        if count > 4 {
            return None;
        }
    }
    (count > 0).then_some((value, length))
}

fn digit(c: char) -> Option<u32> {
    const ZEROS: [char; 5] = ['0', '０', '०', '٠', '۰'];
    ZEROS.iter().find_map(|&zero| (c as u32).checked_sub(zero as u32).filter(|&value| value < 10))
}

/// `1️⃣`, `1️⃣0️⃣`, `🔟`, `①`, `❶`.
pub(super) fn pictured(text: &str) -> Option<Numeral> {
    const FIRSTS: [(char, u32, u32); 3] = [('①', 1, 20), ('❶', 1, 10), ('➊', 1, 10)];
    let first = text.chars().next()?;
    if first == '🔟' {
        return Some((10, first.len_utf8()));
    }
    for (start, from, count) in FIRSTS {
        if let Some(offset) = (first as u32).checked_sub(start as u32).filter(|&offset| offset < count) {
            return Some((from + offset, first.len_utf8()));
        }
    }
    let mut value: u32 = 0;
    let mut length = 0;
    while let Some(c) = text.get(length..).and_then(|rest| rest.chars().next())
        && let Some(digit) = c.to_digit(10)
    {
        let after = text.get(length + 1..).unwrap_or_default();
        let cap = ["\u{fe0f}\u{20e3}", "\u{20e3}"].into_iter().find(|cap| after.starts_with(cap));
        let Some(cap) = cap else { break };
        value = (value * 10 + digit).min(9999);
        length += 1 + cap.len();
    }
    (length > 0).then_some((value, length))
}

/// A Roman numeral below 40 of one case, standing alone: `IV`, `iv`.
pub(super) fn roman(text: &str) -> Option<Numeral> {
    let token = letters(text);
    let (ten, five, one) = if token.starts_with(char::is_uppercase) { ('X', 'V', 'I') } else { ('x', 'v', 'i') };
    let ones = token.trim_start_matches(ten);
    let tens = u32::try_from(token.len() - ones.len()).ok().filter(|&tens| tens < 4)?;
    let value = tens * 10 + roman_digit(ones, ten, five, one)?;
    (value > 0).then_some((value, token.len()))
}

fn roman_digit(text: &str, ten: char, five: char, one: char) -> Option<u32> {
    match text.strip_prefix(one) {
        Some(rest) if rest.chars().eq([ten]) => return Some(9),
        Some(rest) if rest.chars().eq([five]) => return Some(4),
        _ => {}
    }
    let after_five = text.strip_prefix(five);
    let counted = after_five.unwrap_or(text);
    let plain = counted.len() < 4 && counted.chars().all(|c| c == one);
    let value = u32::try_from(counted.len()).unwrap_or(0) + if after_five.is_some() { 5 } else { 0 };
    plain.then_some(value)
}

/// A single letter standing alone, Latin or Cyrillic: `A` is 1.
pub(super) fn letter(text: &str) -> Option<Numeral> {
    const CYRILLIC: &str = "абвгдежзиклмнопрст";
    let mut chars = text.chars();
    let first = chars.next()?;
    if chars.next().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let value = match first {
        'A'..='Z' => first as u32 - 'A' as u32 + 1,
        'a'..='z' => first as u32 - 'a' as u32 + 1,
        _ => {
            let lower = first.to_lowercase().next()?;
            u32::try_from(CYRILLIC.chars().position(|c| c == lower)?).ok()? + 1
        }
    };
    Some((value, first.len_utf8()))
}

/// `三`, `十二`, `二十`, `一百`: below 1,000.
pub(super) fn han(text: &str) -> Option<Numeral> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let (mut total, mut last, mut length) = (0, 0, 0);
    for c in text.chars() {
        match c {
            '百' => total += last.max(1) * 100,
            '十' => total += last.max(1) * 10,
            '零' => {}
            _ => match DIGITS.chars().position(|digit| digit == c) {
                Some(digit) => {
                    last = u32::try_from(digit).unwrap_or(0);
                    length += c.len_utf8();
                    continue;
                }
                None => break,
            },
        }
        last = 0;
        length += c.len_utf8();
    }
    let value = total + last;
    (length > 0 && value > 0 && value < 1000).then_some((value, length))
}

/// `One` to `Twelve`.
pub(super) fn word(text: &str) -> Option<Numeral> {
    const WORDS: [&str; 12] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let token = letters(text);
    let position = WORDS.iter().position(|word| token.eq_ignore_ascii_case(word))?;
    Some((u32::try_from(position).ok()? + 1, token.len()))
}

fn letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_many_scripts_are_read() {
        assert_eq!(digits("12. x"), Some((12, 2)));
        assert_eq!(digits("１２"), Some((12, 6)));
        assert_eq!(digits("१ x"), Some((1, 3)));
        assert_eq!(digits("٣."), Some((3, 2)));
        assert_eq!(digits("20240101"), None);
        assert_eq!(pictured("1\u{fe0f}\u{20e3}0\u{fe0f}\u{20e3} x"), Some((10, 14)));
        assert_eq!(pictured("③ x"), Some((3, 3)));
        assert_eq!(pictured("1. x"), None);
        assert_eq!(roman("XIV."), Some((14, 3)));
        assert_eq!(roman("ii)"), Some((2, 2)));
        assert_eq!(han("十二、"), Some((12, 6)));
        assert_eq!(han("二十三"), Some((23, 9)));
        assert_eq!(han("一百零五"), Some((105, 12)));
        assert_eq!(letter("Б. x"), Some((2, 2)));
        assert_eq!(word("Three: x"), Some((3, 5)));
    }

    #[test]
    fn words_are_no_numerals() {
        for text in ["MIX. x", "CI. x", "Ii. x", "IIII. x", "iOS"] {
            assert_eq!(roman(text), None, "{text}");
        }
        assert_eq!(letter("API"), None);
        assert_eq!(word("Oneness"), None);
    }
}
