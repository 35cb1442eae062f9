//! What the bank can be filtered by.
//!
//! Takes the roll; gives the values of each kind that occur, with how many questions have them. Must stay short enough to choose
//! from.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{FolderId, Id, NoteId};
use crate::note::{Level, QuestionKind};
use crate::page::Context;
use crate::page::article::Tag;
use crate::page::words::Words;

use super::roll;

/// The value for questions without a level.
const NO_LEVEL: &str = "none";

/// How many topics can be chosen from.
const TOPICS: usize = 300;

/// Above this many notes, folders are offered instead.
const NOTES: usize = 200;

/// What the bank can be filtered by. A list of fewer than two values is empty: it would not tell questions apart.
#[derive(Debug, Serialize)]
pub struct Facets {
    /// The topics, by name.
    pub topics: Vec<Choice>,
    /// The levels.
    pub levels: Vec<Choice>,
    /// The kinds.
    pub kinds: Vec<Choice>,
    /// The notes, or the folders where there are too many notes, in reading order.
    pub notes: Vec<Shelf>,
    /// Answered, and not.
    pub answers: Vec<Choice>,
}

/// A value to choose.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// The value, as it stands in addresses.
    pub value: String,
    /// What people read.
    pub title: String,
    /// How many questions have it.
    pub count: usize,
}

/// The notes of a folder.
#[derive(Debug, Serialize)]
pub struct Shelf {
    /// The folder; none for the root.
    pub folder: Option<Choice>,
    /// Its notes; none where there are too many.
    pub notes: Vec<Choice>,
}

/// The values that occur.
pub(super) fn facets(guide: &Guide, context: &Context<'_>) -> Facets {
    let (words, roll) = (context.words, &context.roll);
    // Those without a level come last.
    let mut levels: BTreeMap<(bool, Option<Level>), usize> = BTreeMap::new();
    let mut kinds: BTreeMap<QuestionKind, usize> = BTreeMap::new();
    let mut unanswered = 0;
    for id in roll.all() {
        let question = guide.question(id);
        *levels.entry((question.level.is_none(), question.level)).or_default() += 1;
        *kinds.entry(question.kind).or_default() += 1;
        unanswered += usize::from(!question.is_answered());
    }
    let level = |((_, level), count): ((bool, Option<Level>), usize)| choice(&level_tag(level, words), count);
    let kind = |(kind, count): (QuestionKind, usize)| choice(&kind_tag(kind, words), count);
    let answers = [("yes", words.answered, roll.count - unanswered), ("no", words.unanswered, unanswered)];
    let answer = |(name, title, count): (&'static str, &'static str, usize)| choice(&Tag { name, title }, count);
    Facets {
        topics: telling(topics(guide, context)),
        levels: telling(levels.into_iter().map(level).collect()),
        kinds: telling(kinds.into_iter().map(kind).collect()),
        notes: notes(guide, context),
        answers: telling(answers.into_iter().filter(|(_, _, count)| *count > 0).map(answer).collect()),
    }
}

fn choice(tag: &Tag, count: usize) -> Choice {
    Choice { value: tag.name.to_owned(), title: tag.title.to_owned(), count }
}

/// A level as addresses and people name it.
pub(super) fn level_tag(level: Option<Level>, words: &Words) -> Tag {
    level.map_or(Tag { name: NO_LEVEL, title: words.no_level }, |level| Tag { name: level.name(), title: words.level(level) })
}

/// A kind as addresses and people name it.
pub(super) fn kind_tag(kind: QuestionKind, words: &Words) -> Tag {
    Tag { name: kind.name(), title: words.kind(kind) }
}

/// The list where it helps to choose.
fn telling(choices: Vec<Choice>) -> Vec<Choice> {
    if choices.len() < 2 { Vec::new() } else { choices }
}

/// The topics that most questions are about, by name.
fn topics(guide: &Guide, context: &Context<'_>) -> Vec<Choice> {
    let mut topics: Vec<_> =
        guide.topics.ids().map(|id| (Reverse(context.roll.about(id).len()), id)).filter(|(Reverse(n), _)| *n > 0).collect();
    topics.sort_unstable();
    topics.truncate(TOPICS);
    let mut topics: Vec<_> = topics
        .into_iter()
        .map(|(Reverse(count), id)| {
            let topic = &guide.topics[id];
            (topic.name.to_lowercase(), Choice { value: topic.slug.clone(), title: topic.name.clone(), count })
        })
        .collect();
    topics.sort_by(|(a, _), (b, _)| a.cmp(b));
    topics.into_iter().map(|(_, topic)| topic).collect()
}

/// The notes that ask something, by folder.
fn notes(guide: &Guide, context: &Context<'_>) -> Vec<Shelf> {
    let mut counts: BTreeMap<NoteId, usize> = BTreeMap::new();
    for id in context.roll.all() {
        let notes: HashSet<NoteId> = roll::group(guide, id).map(|id| guide.questions[id].note).collect();
        for note in notes {
            *counts.entry(note).or_default() += 1;
        }
    }
    let mut folders: BTreeMap<FolderId, Vec<(NoteId, usize)>> = BTreeMap::new();
    for (&note, &count) in &counts {
        folders.entry(guide.entries[note].folder).or_default().push((note, count));
    }
    if counts.len() < 2 {
        return Vec::new();
    }
    let choice = |(note, count): (NoteId, usize)| {
        let note = &guide.notes[note];
        Choice { value: note.path.as_str().to_owned(), title: note.outline.title.text.clone(), count }
    };
    let shelf = |(id, notes): (FolderId, Vec<(NoteId, usize)>)| {
        let folder = &guide.folders[id];
        let count = notes.iter().map(|(_, count)| count).sum();
        let folder = (id.position() > 0).then(|| Choice { value: format!("{}/", folder.path), title: folder.title.clone(), count });
        Shelf { folder, notes: if counts.len() > NOTES { Vec::new() } else { notes.into_iter().map(choice).collect() } }
    };
    folders.into_iter().map(shelf).collect()
}
