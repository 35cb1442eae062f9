//! What authors state of a question in comments: `<!-- id: q-heaps -->`, `<!-- level: hard -->`, `<!-- tags: (go, maps) -->`.
//!
//! Takes the bytes that a question takes up; gives what comments in them, or right before them, say. Must not read the tree.

use super::reading::Reading;
use super::vocabulary::level_of;
use crate::note::{Level, QuestionKey};
use crate::span::Span;

/// What comments say of a question.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub id: Option<QuestionKey>,
    pub level: Option<Level>,
    pub topics: Vec<String>,
}

impl Stated {
    /// What the comments in a question's bytes say; those right before them belong to it too.
    pub(super) fn of(reading: &Reading<'_>, extent: Span) -> Self {
        let comments = &reading.document.comments;
        let first = comments.partition_point(|comment| comment.span.end + 2 < extent.start);
        let mut stated = Self::default();
        for comment in comments.iter().skip(first).take_while(|comment| comment.span.start < extent.end) {
            let Some((key, value)) = comment.text.trim().split_once([':', '=']) else { continue };
            let value = value.trim().trim_matches(['(', ')', '[', ']']);
            match key.trim().to_ascii_lowercase().as_str() {
                "id" => stated.id = stated.id.or_else(|| QuestionKey::written(value)),
                "level" | "difficulty" | "expertise" => stated.level = stated.level.or_else(|| level(value)),
                "tags" | "topics" | "topic" => {
                    stated.topics.extend(value.split(',').map(|topic| topic.trim().to_owned()).filter(|topic| !topic.is_empty()));
                }
                _ => {}
            }
        }
        stated
    }
}

/// A level in words, or counted from 0 or 1 up to what the hardest are.
fn level(value: &str) -> Option<Level> {
    match value.trim() {
        "0" => Some(Level::Basic),
        "1" => Some(Level::Intermediate),
        "2" | "3" => Some(Level::Advanced),
        words => level_of(words),
    }
}
