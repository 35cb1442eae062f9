//! Values of front matter, whichever language they are written in: the only user of serde-saphyr.
//!
//! Takes a block; gives its keys with values of few kinds, and readings of these as what a note wants. Must not know what the
//! keys mean.

use std::collections::BTreeMap;

use serde_saphyr::options::DuplicateKeyPolicy;

use crate::date::Date;
use crate::span::Span;

use super::Level;
use super::block::{Block, Format, key_of};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A key without a value: as good as absent.
    Nothing,
    /// A text, number, truth or date, as text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A table.
    Table(Values),
}

/// How much aliases may add to a block: ten lines of them can stand for billions of values.
const MOST_ALIASED: usize = 10_000;

/// Why a block could not be read.
#[derive(Debug)]
pub(super) struct Fault {
    /// What the parser said.
    pub(super) message: String,
    /// Where in the note.
    pub(super) span: Option<Span>,
}

/// Keys with their values, in the order of the keys' names.
pub(super) type Values = BTreeMap<String, Value>;

/// Reads a block.
pub(super) fn read(block: &Block<'_>) -> Result<Values, Fault> {
    parse(block.format, block.text).map_err(|mut fault| {
        fault.span = fault.span.map(|span| Span::new(block.start + span.range().start..block.start + span.range().end));
        fault
    })
}

/// Reads what can be read of a broken block: each key with the lines below it on its own.
pub(super) fn salvage(block: &Block<'_>) -> Values {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for (_, line) in block.lines() {
        if block.format == Format::Toml && line.starts_with('[') {
            break;
        }
        match (key_of(line, block.format.separator()), entries.last_mut()) {
            (Some(key), _) => entries.push((key, line.to_owned())),
            (None, Some((_, text))) => text.push_str(line),
            (None, None) => {}
        }
    }
    let mut values = Values::new();
    for (key, text) in entries {
        match parse(block.format, &text) {
            Ok(alone) => values.extend(alone),
            // `title: Python: the parts` is no YAML, but plain to a reader.
            Err(_) if block.format == Format::Yaml && text.trim_end().lines().count() == 1 => {
                let value = text.split_once(':').map_or("", |(_, value)| value).trim();
                values.insert(key.to_owned(), Value::Text(value.trim_matches(['"', '\'']).to_owned()));
            }
            Err(_) => {}
        }
    }
    values
}

fn parse(format: Format, text: &str) -> Result<Values, Fault> {
    match format {
        Format::Toml => match toml::from_str::<toml::Table>(text) {
            Ok(table) => Ok(table.into_iter().map(|(key, value)| (key, value.into())).collect()),
            Err(error) => Err(Fault { message: error.message().trim().replace('\n', ", "), span: error.span().map(Span::new) }),
        },
        Format::Yaml => {
            let options = serde_saphyr::options! {
                with_snippet: false,
                // Only `true` and `false` are truths: a tag may well be called `no` or `y`.
                strict_booleans: true,
                duplicate_keys: DuplicateKeyPolicy::LastWins,
                alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: MOST_ALIASED },
            };
            match serde_saphyr::from_str_with_options::<BTreeMap<String, serde_json::Value>>(text, options) {
                Ok(values) => Ok(values.into_iter().map(|(key, value)| (key, value.into())).collect()),
                Err(error) => {
                    let message = error.to_string();
                    let message = message.split(" at line ").next().unwrap_or(&message).replace('\n', ", ");
                    let span = error.location().and_then(|at| place(text, at.line(), at.column()));
                    Err(Fault { message, span })
                }
            }
        }
    }
}

/// The character at a line and column, both from 1.
fn place(text: &str, line: u64, column: u64) -> Option<Span> {
    let above = usize::try_from(line).ok()?.checked_sub(1)?;
    let start: usize = text.split_inclusive('\n').take(above).map(str::len).sum();
    let rest = text.get(start..)?;
    let (at, c) = rest.char_indices().nth(usize::try_from(column).ok()?.checked_sub(1)?)?;
    Some(Span::new(start + at..start + at + if c == '\n' { 0 } else { c.len_utf8() }))
}

impl Fault {
    /// How to mend it.
    pub(super) fn hint(&self, block: &Block<'_>) -> String {
        match block.format {
            Format::Yaml if self.message.starts_with("mapping values") || self.message.starts_with("unexpected character") => {
                "put quotation marks around the value".to_owned()
            }
            Format::Yaml => "write one `key: value` a line".to_owned(),
            Format::Toml => "write one `key = \"value\"` a line, with texts in quotation marks".to_owned(),
        }
    }
}

impl From<toml::Value> for Value {
    fn from(value: toml::Value) -> Self {
        match value {
            toml::Value::String(text) => Self::Text(text),
            toml::Value::Integer(number) => Self::Text(number.to_string()),
            toml::Value::Float(number) => Self::Text(number.to_string()),
            toml::Value::Boolean(truth) => Self::Text(truth.to_string()),
            toml::Value::Datetime(time) => Self::Text(time.to_string()),
            toml::Value::Array(values) => Self::List(values.into_iter().map(Self::from).collect()),
            toml::Value::Table(table) => Self::Table(table.into_iter().map(|(key, value)| (key, value.into())).collect()),
        }
    }
}

impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Nothing,
            serde_json::Value::String(text) => Self::Text(text),
            serde_json::Value::Number(number) => Self::Text(number.to_string()),
            serde_json::Value::Bool(truth) => Self::Text(truth.to_string()),
            serde_json::Value::Array(values) => Self::List(values.into_iter().map(Self::from).collect()),
            serde_json::Value::Object(table) => Self::Table(table.into_iter().map(|(key, value)| (key, value.into())).collect()),
        }
    }
}

/// Readings; the error says what the value should be.
impl Value {
    /// A text on one line; none where it is blank.
    pub(super) fn text(self) -> Result<Option<String>, &'static str> {
        match self {
            Self::Text(text) => Ok(Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())),
            Self::Nothing => Ok(None),
            Self::List(_) | Self::Table(_) => Err("a text"),
        }
    }

    /// A list of texts, or one text.
    pub(super) fn lines(self) -> Result<Vec<String>, &'static str> {
        let values = match self {
            Self::List(values) => values,
            value => vec![value],
        };
        let texts: Result<Vec<_>, _> = values.into_iter().map(Self::text).collect();
        texts.map(|texts| texts.into_iter().flatten().collect()).map_err(|_| "a list of texts")
    }

    /// A text with its lines; none where it is blank.
    pub(super) fn prose(self) -> Result<Option<String>, &'static str> {
        match self {
            Self::Text(text) => Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty())),
            other => other.text(),
        }
    }

    /// A list of words, or one text with commas between them; `#` in front of a tag is dropped.
    pub(super) fn words(self) -> Result<Vec<String>, &'static str> {
        let lines = match self {
            Self::Text(text) => text.split(',').map(str::to_owned).collect(),
            value => value.lines()?,
        };
        Ok(lines.iter().map(|word| word.trim().trim_start_matches('#').trim().to_owned()).filter(|word| !word.is_empty()).collect())
    }

    /// Yes or no.
    pub(super) fn truth(self) -> Result<bool, &'static str> {
        match self.keyword().as_deref() {
            Some("true" | "yes" | "on" | "1") => Ok(true),
            Some("false" | "no" | "off" | "0") => Ok(false),
            _ => Err("`true` or `false`"),
        }
    }

    /// A whole number.
    pub(super) fn whole_number(self) -> Result<i64, &'static str> {
        let text = self.keyword().unwrap_or_default();
        text.strip_suffix(".0").unwrap_or(&text).parse().map_err(|_| "a whole number")
    }

    /// A day.
    pub(super) fn date(self) -> Result<Date, &'static str> {
        self.text().ok().flatten().as_deref().and_then(Date::parse).ok_or("a date such as `2025-03-01`")
    }

    /// A level, by any of its usual names.
    pub(super) fn level(self) -> Result<Level, &'static str> {
        match self.keyword().as_deref() {
            Some("basic" | "easy" | "beginner" | "junior") => Ok(Level::Basic),
            Some("intermediate" | "medium" | "mid") => Ok(Level::Intermediate),
            Some("advanced" | "hard" | "senior" | "expert") => Ok(Level::Advanced),
            _ => Err("a level: `basic`, `intermediate` or `advanced`"),
        }
    }

    /// A word of a closed list, in lower case.
    fn keyword(self) -> Option<String> {
        self.text().ok().flatten().map(|text| text.to_lowercase())
    }
}
