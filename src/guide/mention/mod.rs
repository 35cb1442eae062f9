//! Mentions of topics in running text, and which of them become links.
//!
//! Takes the notes and the topics; gives, for each topic, the sections that mention it without being about it, and for each
//! note the words that lead to topics although nobody wrote a link. The topics' finder finds names;
//! `spelling.rs` says which of them may lead (with the table of `everyday.rs`), `boundary.rs` where words end, `line.rs` is the
//! text of one block, `reader.rs` reads a note. Must not write HTML.

mod boundary;
mod everyday;
mod line;
mod reader;
mod spelling;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use rayon::prelude::*;

use crate::config::{AutoLinks, TopicSettings};
use crate::guide::Target;
use crate::guide::topics::{Topics, key};
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

/// Reads all notes and gives the links of each.
pub(super) fn auto_links(
    notes: &IdVec<NoteId, Note>,
    topics: &Topics,
    targets: &IdVec<NoteId, IdVec<LinkId, Target>>,
    settings: &TopicSettings,
) -> IdVec<NoteId, Vec<AutoLink>> {
    let spellings = Spellings::new(&topics.all);
    let search = Search { finder: &topics.finder, spellings: &spellings };
    let ids: Vec<_> = notes.ids().collect();
    let read: Vec<Read> = ids.into_par_iter().map(|id| reader::read(search, &notes[id], &topics.by_note[id], &targets[id])).collect();
    let vocabulary = vocabulary(&read, topics.all.len(), notes.iter().map(|note| note.outline.sections.len()).sum());
    let never: HashSet<_> = settings.never_link.iter().map(|word| key(word)).collect();
    let links = read.into_iter().zip(notes).map(|(read, note)| {
        if settings.auto_links == AutoLinks::LeftOut || note.front.auto_links == AutoLinks::LeftOut {
            return Vec::new();
        }
        let is_wanted = |first: &First| {
            let is_common = first.case == Case::Word && vocabulary.contains(&first.topic);
            !is_common && (never.is_empty() || !never.contains(&key(first.span.of(&note.text))))
        };
        read.links.iter().filter(|first| is_wanted(first)).map(|first| AutoLink { span: first.span, topic: first.topic }).collect()
    });
    links.collect()
}

/// The topics whose plain words so many sections use that they tell nothing.
fn vocabulary(read: &[Read], topics: usize, sections: usize) -> HashSet<TopicId> {
    let mut used = vec![0_usize; topics];
    for first in read.iter().flat_map(|read| &read.mentions).filter(|first| first.case == Case::Word) {
        if let Some(count) = used.get_mut(first.topic.position()) {
            *count += 1;
        }
    }
    let most = FEW_SECTIONS.max(sections / SECTIONS_A_MENTION);
    (0..topics).filter(|&topic| used.get(topic).is_some_and(|&count| count > most)).map(TopicId::at).collect()
}
