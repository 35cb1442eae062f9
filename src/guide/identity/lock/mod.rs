//! The lock: which id each question had when it was last looked at, and where its note stood.
//!
//! `read.rs` and `write.rs` are its text, `studyguide.lock`. Must not match anything.

mod read;
mod write;

use std::collections::BTreeMap;

use crate::guide::identity::sketch::Sketch;
use crate::note::QuestionKey;
use crate::path::{GuidePath, SitePath};

use crate::guide::questions::Asked;

/// What is known of a guide's questions and notes from before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The notes.
    pub notes: BTreeMap<GuidePath, LockedNote>,
    /// The questions that are no longer asked. Their ids stay theirs.
    pub retired: BTreeMap<QuestionKey, RetiredQuestion>,
    /// The ids in whose place authors wrote others, and those that the questions have now.
    pub replaced: BTreeMap<QuestionKey, QuestionKey>,
    /// The pages that notes had once, and the notes that have them now.
    pub moved: BTreeMap<SitePath, GuidePath>,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedNote {
    /// The address of its page.
    pub page: SitePath,
    /// Its title.
    pub title: String,
    /// What its text is like.
    pub sketch: Sketch,
    /// Its questions, in source order.
    pub questions: Vec<LockedQuestion>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedQuestion {
    /// Its id.
    pub key: QuestionKey,
    /// What it was known by.
    pub asked: Asked,
}

/// A question that is no longer asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetiredQuestion {
    /// What it was known by.
    pub asked: Asked,
    /// The note that it stood in.
    pub note: GuidePath,
}

impl Lock {
    /// Whether it knows nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.retired.is_empty() && self.replaced.is_empty() && self.moved.is_empty()
    }

    /// Every id in it.
    pub(in crate::guide) fn keys(&self) -> impl Iterator<Item = &QuestionKey> {
        let asked = self.notes.values().flat_map(|note| &note.questions).map(|question| &question.key);
        asked.chain(self.retired.keys()).chain(self.replaced.keys())
    }
}
