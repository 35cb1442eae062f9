//! A script in tokens.
//!
//! Takes the text; gives tokens with what they are. Must not know what names mean.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or keyword.
    Name,
    /// A number, string, regular expression or stretch of a template.
    Value,
    /// Anything else.
    Sign,
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: Kind,
    /// Its text.
    pub(super) text: &'a str,
    /// Whether a line begins with it.
    pub(super) opens_line: bool,
}

/// Signs of several characters, longer ones before their beginnings.
const SIGNS: &[&str] = &[
    "...", "===", "!==", "**=", "??=", "||=", "&&=", ">>>", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=",
    "*=", "/=", "%=", "**", "<<", ">>",
];

/// Keywords behind which a `/` begins a regular expression.
const BEFORE_VALUE: &[&str] = &["return", "typeof", "case", "in", "of", "await", "yield"];

/// Reads a script.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    // For each open brace whether it is a template's.
    let mut braces = Vec::new();
    let (mut at, mut opens_line) = (0, true);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let blank = blank(rest);
        if blank > 0 {
            opens_line |= rest.get(..blank).is_some_and(|blank| blank.contains('\n'));
            at += blank;
            continue;
        }
        let divides = tokens.last().is_some_and(|last| match last.kind {
            Kind::Name => !BEFORE_VALUE.contains(&last.text),
            Kind::Value => !last.text.ends_with("${"),
            Kind::Sign => matches!(last.text, ")" | "]" | "}"),
        });
        let (kind, length) = match rest.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => (Kind::Value, quoted(rest, *quote)),
            Some(b'`') => (Kind::Value, template(rest, &mut braces)),
            Some(b'}') if braces.last() == Some(&true) => {
                braces.pop();
                (Kind::Value, template(rest, &mut braces))
            }
            Some(b'/') if !divides => (Kind::Value, expression(rest)),
            Some(byte) if byte.is_ascii_digit() => (Kind::Value, number(rest)),
            _ if word(rest) > 0 => (Kind::Name, word(rest)),
            first => {
                match first {
                    Some(b'{') => braces.push(false),
                    Some(b'}') => _ = braces.pop(),
                    _ => {}
                }
                let long = SIGNS.iter().find(|sign| rest.starts_with(**sign)).map(|sign| sign.len());
                (Kind::Sign, long.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8)))
            }
        };
        tokens.push(Token { kind, text: rest.get(..length).unwrap_or(rest), opens_line });
        opens_line = false;
        at += length.max(1);
    }
    tokens
}

/// The length of space and comments.
fn blank(rest: &str) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map_or(rest.len(), |end| end + 2);
    }
    rest.len() - rest.trim_start().len()
}

/// The length of a name or number.
fn word(rest: &str) -> usize {
    rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$'))).unwrap_or(rest.len())
}

/// The length of a number.
fn number(rest: &str) -> usize {
    let whole = word(rest);
    let fraction = rest.get(whole..).and_then(|rest| rest.strip_prefix('.')).map_or(0, word);
    whole + if fraction > 0 { 1 + fraction } else { 0 }
}

/// The length of a string.
fn quoted(rest: &str, quote: u8) -> usize {
    let mut escaped = false;
    let end = rest.bytes().skip(1).position(|byte| {
        let ends = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(rest.len(), |end| end + 2)
}

/// The length of a stretch of a template: to its end, or to the expression in it.
fn template(rest: &str, braces: &mut Vec<bool>) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'`' => return at + 1,
            b'$' if bytes.get(at + 1) == Some(&b'{') => {
                braces.push(true);
                return at + 2;
            }
            _ => {}
        }
        at += 1;
    }
    rest.len()
}

/// The length of a regular expression with its flags.
fn expression(rest: &str) -> usize {
    let (mut escaped, mut in_class) = (false, false);
    let end = rest.bytes().skip(1).position(|byte| {
        let ends = byte == b'/' && !escaped && !in_class;
        match byte {
            b'[' if !escaped => in_class = true,
            b']' if !escaped => in_class = false,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(rest.len(), |end| end + 2 + word(rest.get(end + 2..).unwrap_or_default()))
}
