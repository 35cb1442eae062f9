//! The lock from its text.
//!
//! Takes the text of `studyguide.lock`; gives the lock, or an error that shows the line. A lock that cannot be read is never
//! taken for an empty one: all ids would be lost. Must not touch the disk.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::config::{TextError, toml_error};
use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::guide::identity::sketch::Sketch;
use crate::guide::questions::Asked;
use crate::note::QuestionKey;
use crate::path::{GuidePath, SitePath};
use crate::span::{LineIndex, Span};

use super::write::VERSION;
use super::{Lock, LockedNote, LockedQuestion, RetiredQuestion};

/// What to do about a lock that a merge has broken.
const MERGE_HINT: &str = "keep the lines of both sides, but each id once, and run `studyguide ids --write`";

#[derive(Deserialize)]
struct Head {
    version: Option<Spanned<i64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLock {
    #[expect(dead_code, reason = "it is read on its own, before anything else is understood")]
    version: i64,
    #[serde(default)]
    moved: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    replaced: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    retired: BTreeMap<Spanned<String>, RawRetired>,
    #[serde(default)]
    notes: BTreeMap<Spanned<String>, RawNote>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNote {
    page: Spanned<String>,
    title: String,
    sketch: Spanned<String>,
    #[serde(default)]
    questions: Vec<RawQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    id: Spanned<String>,
    asks: String,
    beside: Option<Spanned<String>>,
    answer: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRetired {
    note: Spanned<String>,
    asks: String,
    beside: Option<Spanned<String>>,
    answer: Option<Spanned<String>>,
}

impl Lock {
    /// Reads the text of a lock; `path` is where it lies, for messages.
    pub fn read(path: &Path, text: &str) -> Result<Self> {
        let text = text.trim_start_matches('\u{feff}');
        let reader = Reader { path, text, lines: LineIndex::new(text) };
        if let Some(marks) = merge_marks(text) {
            return Err(reader.wrong(marks, "a merge has left its marks here", MERGE_HINT));
        }
        let head: Head = toml::from_str(text).map_err(|error| reader.unreadable(&error))?;
        match head.version {
            Some(version) if *version.get_ref() == VERSION => {}
            Some(version) => {
                let message = format!("version {} is not known, for this studyguide writes version {VERSION}", version.get_ref());
                return Err(reader.wrong(Span::new(version.span()), &message, "install the studyguide that wrote it, or a newer one"));
            }
            None => return Err(reader.wrong(Span::default(), "it does not say its version", "restore it from the repository's history")),
        }
        let raw: RawLock = toml::from_str(text).map_err(|error| reader.unreadable(&error))?;
        reader.lock(raw)
    }
}

/// Where a merge left its marks.
fn merge_marks(text: &str) -> Option<Span> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if ["<<<<<<< ", ">>>>>>> "].iter().any(|mark| line.starts_with(mark)) {
            return Some(Span::new(start..start + line.trim_end().len()));
        }
        start += line.len();
    }
    None
}

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
    lines: LineIndex,
}

impl Reader<'_> {
    fn lock(&self, raw: RawLock) -> Result<Lock> {
        let mut known = HashMap::new();
        let mut lock = Lock::default();
        for (path, note) in raw.notes {
            let questions = note.questions.into_iter().map(|question| {
                let key = self.key(&question.id, &mut known)?;
                Ok(LockedQuestion { key, asked: self.asked(question.asks, question.beside, question.answer)? })
            });
            let questions = questions.collect::<Result<_>>()?;
            let sketch = self.value(&note.sketch, "sketch", Sketch::read)?;
            let page = self.value(&note.page, "page", SitePath::new)?;
            lock.notes.insert(self.value(&path, "note", GuidePath::new)?, LockedNote { page, title: note.title, sketch, questions });
        }
        for (id, question) in raw.retired {
            let key = self.key(&id, &mut known)?;
            let note = self.value(&question.note, "note", GuidePath::new)?;
            lock.retired.insert(key, RetiredQuestion { asked: self.asked(question.asks, question.beside, question.answer)?, note });
        }
        for (former, now) in raw.replaced {
            lock.replaced.insert(self.key(&former, &mut known)?, self.value(&now, "id", QuestionKey::written)?);
        }
        for (page, note) in raw.moved {
            lock.moved.insert(self.value(&page, "page", SitePath::new)?, self.value(&note, "note", GuidePath::new)?);
        }
        Ok(lock)
    }

    fn asked(&self, words: String, beside: Option<Spanned<String>>, answer: Option<Spanned<String>>) -> Result<Asked> {
        let read = |text: Option<Spanned<String>>| text.map(|text| self.value(&text, "fingerprint", Fingerprint::read)).transpose();
        Ok(Asked { words, beside: read(beside)?, answer: read(answer)? })
    }

    /// An id that is not known yet.
    fn key(&self, id: &Spanned<String>, known: &mut HashMap<QuestionKey, u32>) -> Result<QuestionKey> {
        let key = self.value(id, "id", QuestionKey::written)?;
        let span = Span::new(id.span());
        match known.insert(key.clone(), self.lines.line(span.start)) {
            Some(other) => Err(self.wrong(span, &format!("the id `{key}` is that of line {other}, too"), MERGE_HINT)),
            None => Ok(key),
        }
    }

    fn value<T>(&self, text: &Spanned<String>, what: &str, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        read(text.get_ref()).ok_or_else(|| {
            let message = format!("`{}` is no {what}", text.get_ref().escape_debug());
            self.wrong(Span::new(text.span()), &message, "restore the line from the repository's history")
        })
    }

    fn wrong(&self, span: Span, message: &str, hint: &str) -> Error {
        TextError { path: self.path, text: self.text, span: Some(span), message: message.to_owned(), hint: Some(hint.to_owned()) }.into()
    }

    fn unreadable(&self, error: &toml::de::Error) -> Error {
        toml_error(self.path, self.text, error)
    }
}
