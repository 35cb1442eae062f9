//! What is wrong with a text that a person can edit, shown with its place and its line.
//!
//! Takes the text, what TOML's reader or a later check says, and where; gives the error. Must not read any file.

use std::path::Path;

use crate::error::Error;
use crate::span::{LineIndex, Span};

/// Something wrong with the text of a file.
#[derive(Clone, Debug)]
pub struct TextError<'a> {
    /// The file.
    pub path: &'a Path,
    /// Its text.
    pub text: &'a str,
    /// What is wrong there; none where nobody knows.
    pub span: Option<Span>,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
}

impl From<TextError<'_>> for Error {
    fn from(error: TextError<'_>) -> Self {
        let TextError { path, text, span, message, hint } = error;
        let Some(span) = span else {
            return Self::Config { place: path.display().to_string(), message: with_hint(message, hint) };
        };
        let at = LineIndex::new(text).position(text, span.start);
        let line = text.lines().nth(at.line as usize - 1).unwrap_or_default();
        let before = at.column as usize - 1;
        let room = line.chars().count().saturating_sub(before);
        let carets = "^".repeat(span.of(text).chars().count().min(room).max(1));
        let number = at.line.to_string();
        let margin = " ".repeat(number.len());
        // A tab would shift the line under which the carets stand.
        let line = line.replace('\t', " ");
        let message = format!("{message}\n  {margin} |\n  {number} | {line}\n  {margin} | {}{carets}", " ".repeat(before));
        Self::Config { place: format!("{}:{}:{}", path.display(), at.line, at.column), message: with_hint(message, hint) }
    }
}

/// What TOML's reader found wrong with a text.
#[must_use]
pub fn toml_error(path: &Path, text: &str, error: &toml::de::Error) -> Error {
    let (message, hint) = explain(error.message());
    TextError { path, text, span: error.span().map(Span::new), message, hint }.into()
}

pub(super) fn with_hint(message: String, hint: Option<String>) -> String {
    match hint {
        Some(hint) => format!("{message}\n  hint: {hint}"),
        None => message,
    }
}

/// serde says "unknown field `x`, expected one of `a`, `b`": the sentence for people, and the name that was meant.
pub(super) fn explain(message: &str) -> (String, Option<String>) {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let kind = message.split('`').next().unwrap_or_default();
    let (Some(name), true) = (quoted.next(), kind.starts_with("unknown ")) else {
        return (message.trim_end().replace('\n', ", "), None);
    };
    let known: Vec<&str> = quoted.collect();
    let (sentence, list) = match kind {
        "unknown field " => (format!("there is no key `{name}` here"), "the keys here are"),
        _ => (format!("`{name}` is not a value of this key"), "its values are"),
    };
    (sentence, Some(meant(name, &known, list)))
}

/// The known name that was meant by an unknown one, if any is like it, or else all of them.
#[must_use]
pub fn meant(name: &str, known: &[&str], list: &str) -> String {
    let likeness = known.iter().map(|&known| (strsim::jaro_winkler(name, known), known));
    match likeness.max_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((likeness, nearest)) if likeness > 0.75 => format!("did you mean `{nearest}`?"),
        _ => format!("{list} {}", known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ")),
    }
}
