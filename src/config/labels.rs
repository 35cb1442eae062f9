//! `[labels]`: the words with which a site's authors say what comes next, beside those that the tool knows.
//!
//! Takes nothing; gives the keys as written. Must not know which kinds of callouts there are: `recognise/` does, and says so.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Labels of a site's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Labels {
    /// A question follows.
    pub question: Vec<String>,
    /// A situation follows, as a question.
    pub scenario: Vec<String>,
    /// A question that follows up another.
    pub follow_up: Vec<String>,
    /// Several questions follow.
    pub questions: Vec<String>,
    /// An answer follows.
    pub answer: Vec<String>,
    /// An answer that fails.
    pub weak_answer: Vec<String>,
    /// An answer that convinces.
    pub strong_answer: Vec<String>,
    /// Callouts, by the name of their kind.
    pub callouts: BTreeMap<String, Vec<String>>,
}
