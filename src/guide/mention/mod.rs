//! Mentions of topics in running text, and which of them become links.
//!
//! Takes the notes and the topics; gives, for each topic, the notes that mention it beside what they say about it, and for each
//! note the words that lead to topics although nobody wrote a link. This is the only pass over running text. The topics' finder finds names;
//! `spelling.rs` says which of them may lead, `boundary.rs` where words end, `phrase.rs` whether they are part of another name,
//! `line.rs` is the text of one block, `asked.rs` knows a note's questions, and `reader.rs` reads a note. Must not write HTML.

mod asked;
mod boundary;
mod line;
mod phrase;
mod reader;
mod spelling;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use rayon::prelude::*;

use crate::config::{AutoLinks, TopicSettings};
use crate::guide::topics::{Discovered, key};
use crate::guide::{Mention, Target};
use crate::ids::{Id, IdVec, LinkId, NoteId, TopicId};
use crate::markdown::html::AutoLink;
use crate::note::Note;

use self::reader::{First, Read, Search};
use self::spelling::{Case, Spellings};

/// Of so many sections one may name a topic by a plain word; where more do, the word is the guide's own vocabulary and says
/// nothing.
const SECTIONS_A_MENTION: usize = 8;

/// Up to this many sections, a plain word is no vocabulary yet.
const FEW_SECTIONS: usize = 16;

/// What notes mention.
pub(super) struct Mentions {
    /// Where notes mention each topic in passing, in note order; a note stands there once.
    pub(super) places: IdVec<TopicId, Vec<Mention>>,
    /// The links of each note, in source order.
    pub(super) links: IdVec<NoteId, Vec<AutoLink>>,
}

/// Reads the running text of all notes.
pub(super) fn read(
    notes: &IdVec<NoteId, Note>,
    topics: &Discovered,
    targets: &IdVec<NoteId, IdVec<LinkId, Target>>,
    settings: &TopicSettings,
) -> Mentions {
    let spellings = Spellings::new(topics.spelled());
    let search = Search { finder: &topics.finder, spellings: &spellings };
    let ids: Vec<_> = notes.ids().collect();
    let read: Vec<Read> = ids.into_par_iter().map(|id| reader::read(search, id, &notes[id], &topics.by_note[id], &targets[id])).collect();
    let vocabulary = vocabulary(&read, topics.len(), notes.iter().map(|note| note.outline.sections.len()).sum());
    let never: HashSet<_> = settings.never_link.iter().map(|word| key(word)).collect();
    let mut places: IdVec<TopicId, Vec<Mention>> = (0..topics.len()).map(|_| Vec::new()).collect();
    let links = read.into_iter().zip(notes).map(|(read, note)| {
        read.mentions.into_iter().for_each(|(topic, mention)| places[topic].push(mention));
        if settings.auto_links == AutoLinks::LeftOut || note.front.auto_links == AutoLinks::LeftOut {
            return Vec::new();
        }
        let is_wanted = |first: &First| {
            let is_common = first.case == Case::Word && vocabulary.contains(&first.topic);
            !is_common && (never.is_empty() || !never.contains(&key(first.span.of(&note.text))))
        };
        read.links.iter().filter(|first| is_wanted(first)).map(|first| AutoLink { span: first.span, topic: first.topic }).collect()
    });
    let links = links.collect();
    Mentions { places, links }
}

/// The topics whose plain words so many sections use that they tell nothing.
fn vocabulary(read: &[Read], topics: usize, sections: usize) -> HashSet<TopicId> {
    let mut used = vec![0_usize; topics];
    for topic in read.iter().flat_map(|read| &read.words) {
        if let Some(count) = used.get_mut(topic.position()) {
            *count += 1;
        }
    }
    let most = FEW_SECTIONS.max(sections / SECTIONS_A_MENTION);
    (0..topics).filter(|&topic| used.get(topic).is_some_and(|&count| count > most)).map(TopicId::at).collect()
}
