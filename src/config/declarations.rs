//! `topics.toml`: what the author says of topics, and what is none.
//!
//! Takes the file's text; gives the declarations, or an error that shows the line. Must not know which topics the notes have.

use serde::Deserialize;
use toml::Spanned;

use crate::error::{Error, Result};
use crate::span::{LineIndex, Span};

use super::{ConfigFile, TextError, toml_error};

/// The name of the file, beside the configuration.
pub const TOPICS_FILE: &str = "topics.toml";

/// What the author says of topics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declarations {
    /// The topics, in order.
    pub topics: Vec<Declaration>,
    /// Names that are no topics.
    pub ignored: Vec<String>,
}

/// A declared topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is, in a sentence.
    pub summary: Option<String>,
    /// The name of the wider topic.
    pub parent: Option<String>,
    /// The line of the file that names it, from 1.
    pub line: u32,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawTopics {
    ignore: Vec<String>,
    topic: Vec<RawTopic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic {
    name: Spanned<String>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
    summary: Option<String>,
    parent: Option<Spanned<String>>,
}

/// Reads the file.
pub fn declarations(file: &ConfigFile) -> Result<Declarations> {
    let text = file.text.trim_start_matches('\u{feff}');
    let raw: RawTopics = toml::from_str(text).map_err(|error| toml_error(&file.path, text, &error))?;
    let wrong = |place: &Spanned<String>, message: String| {
        Error::from(TextError { path: &file.path, text, span: Some(Span::new(place.span())), message, hint: None })
    };
    check_names(&raw, wrong)?;
    check_parents(&raw, wrong)?;
    let lines = LineIndex::new(text);
    let topics = raw.topic.into_iter().map(|topic| Declaration {
        line: lines.line(u32::try_from(topic.name.span().start).unwrap_or(u32::MAX)),
        name: topic.name.into_inner().trim().to_owned(),
        aliases: topic.aliases.into_iter().map(|alias| alias.into_inner().trim().to_owned()).collect(),
        summary: topic.summary.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        parent: topic.parent.map(Spanned::into_inner),
    });
    Ok(Declarations { topics: topics.collect(), ignored: raw.ignore })
}

/// A name says something and stands once: for one topic, and not among what is none.
fn check_names(raw: &RawTopics, wrong: impl Fn(&Spanned<String>, String) -> Error) -> Result<()> {
    let ignored: Vec<String> = raw.ignore.iter().map(|name| name.to_lowercase()).collect();
    let mut seen: Vec<String> = Vec::new();
    for name in raw.topic.iter().flat_map(|topic| std::iter::once(&topic.name).chain(&topic.aliases)) {
        let text = name.as_ref();
        let lower = text.to_lowercase();
        if !text.contains(char::is_alphanumeric) {
            return Err(wrong(name, "a topic needs a name with a letter in it".to_owned()));
        }
        if seen.contains(&lower) {
            return Err(wrong(name, format!("`{text}` is a name of a topic already")));
        }
        if ignored.contains(&lower) {
            return Err(wrong(name, format!("`{text}` is among the names in `ignore` too")));
        }
        seen.push(lower);
    }
    Ok(())
}

/// Nothing is wider than itself.
fn check_parents(raw: &RawTopics, wrong: impl Fn(&Spanned<String>, String) -> Error) -> Result<()> {
    let find = |name: &str| raw.topic.iter().find(|topic| topic.name.as_ref().eq_ignore_ascii_case(name));
    let above = |topic: &&RawTopic| topic.parent.as_ref().and_then(|parent| find(parent.as_ref()));
    for topic in &raw.topic {
        let Some(parent) = &topic.parent else { continue };
        let mut wider = std::iter::successors(above(&topic), above).take(raw.topic.len());
        if wider.any(|other| std::ptr::eq(other, topic)) || topic.name.as_ref().eq_ignore_ascii_case(parent.as_ref()) {
            let message = format!("`{}` cannot be a part of `{}`, which is a part of it", topic.name.as_ref(), parent.as_ref());
            return Err(wrong(parent, message));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Declarations> {
        declarations(&ConfigFile { path: TOPICS_FILE.into(), text: text.to_owned() })
    }

    fn error(text: &str) -> String {
        read(text).unwrap_err().to_string()
    }

    #[test]
    fn every_key_is_read() {
        let text = "ignore = ['Notes']\n\n[[topic]]\nname = 'Global Interpreter Lock'\naliases = ['GIL']\nsummary = 'One lock.'\nparent = 'Concurrency'\n";
        let read = read(text).unwrap();
        assert_eq!(read.ignored, ["Notes"]);
        let [topic] = read.topics.as_slice() else { panic!("{read:?}") };
        assert_eq!((topic.name.as_str(), topic.aliases[0].as_str(), topic.line), ("Global Interpreter Lock", "GIL", 4));
        assert_eq!((topic.summary.as_deref(), topic.parent.as_deref()), (Some("One lock."), Some("Concurrency")));
    }

    #[test]
    fn a_mistake_is_shown_with_its_place_and_what_was_meant() {
        let unknown = error("[[topic]]\nname = 'A'\nalias = ['B']\n");
        assert!(unknown.starts_with("cannot use topics.toml:3:1: there is no key `alias` here"), "{unknown}");
        assert!(unknown.ends_with("hint: did you mean `aliases`?"), "{unknown}");
        let twice = error("[[topic]]\nname = 'GIL'\n[[topic]]\nname = 'Lock'\naliases = ['gil']\n");
        assert!(twice.starts_with("cannot use topics.toml:5:12: `gil` is a name of a topic already"), "{twice}");
        assert!(error("ignore = ['x']\n[[topic]]\nname = 'X'\n").contains(":3:8: `X` is among the names in `ignore` too"));
        assert!(error("[[topic]]\nname = ' '\n").contains(":2:8: a topic needs a name"));
    }

    #[test]
    fn nothing_is_a_part_of_itself() {
        let ring = error("[[topic]]\nname = 'A'\nparent = 'B'\n[[topic]]\nname = 'B'\nparent = 'a'\n");
        assert!(ring.contains(":3:10: `A` cannot be a part of `B`, which is a part of it"), "{ring}");
        assert!(error("[[topic]]\nname = 'A'\nparent = 'A'\n").contains("cannot be a part"));
    }
}
