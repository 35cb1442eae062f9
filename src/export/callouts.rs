//! The callouts of the guide as data.
//!
//! Takes the guide; gives an entry for each callout, in note order and then source order. Must not repeat what they say: the
//! entry leads to its note.

use serde::Serialize;

use crate::guide::Guide;

/// A callout, as data.
#[derive(Debug, Serialize)]
pub struct CalloutData<'a> {
    /// What its label means.
    pub kind: &'static str,
    /// The label as written.
    pub label: &'a str,
    /// What stands behind the colon inside the label.
    pub subject: Option<&'a str>,
    /// The note, as a path below the guide's root.
    pub note: &'a str,
    /// The line of its label, from 1.
    pub line: u32,
    /// Its topics, nearest first.
    pub topics: Vec<&'a str>,
}

/// Every callout of the guide, as data.
pub fn callouts(guide: &Guide) -> impl Iterator<Item = CalloutData<'_>> {
    guide.callouts.iter_ids().map(|(id, entry)| {
        let (callout, note) = (guide.callout(id), &guide.notes[entry.note]);
        CalloutData {
            kind: callout.kind.name(),
            label: &callout.label,
            subject: callout.subject.as_deref(),
            note: note.path.as_str(),
            line: note.lines.line(callout.span.start),
            topics: entry.topics.iter().map(|&topic| guide.topics[topic].slug.as_str()).collect(),
        }
    })
}
