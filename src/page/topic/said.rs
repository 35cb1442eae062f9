//! What each note says about a topic, and in which order.
//!
//! Takes a topic; gives the passages that a reader wants first, most specific and longest first, and pointers to the rest. Must
//! not show a section twice, nor one that stands inside another that is shown.

use std::cmp::Reverse;

use serde::Serialize;

use crate::guide::{Guide, Naming, TopicSection};
use crate::ids::{NoteId, SectionId, TopicId};
use crate::note::Note;
use crate::page::Context;
use crate::page::article::note_link;
use crate::page::chrome::Link;
use crate::page::hrefs::Origin;
use crate::page::passage::{EntryView, Length, Passage, entry, section_href};
use crate::span::Span;

/// How many passages are shown.
const SHOWN: usize = 10;

/// How many more places are pointed at.
const ALSO: usize = 60;

/// What a note says.
#[derive(Debug, Serialize)]
pub struct Said {
    /// The note.
    pub note: Link,
    /// The headings above it, outermost first, without the note's title.
    pub path: Vec<String>,
    /// What it says.
    pub entry: EntryView,
}

/// A place where more is said.
#[derive(Debug, Serialize)]
pub struct Pointer {
    /// The section.
    pub section: Link,
    /// The note.
    pub note: Link,
}

/// What notes say about a topic.
pub(super) struct AllSaid {
    pub(super) shown: Vec<Said>,
    pub(super) also: Vec<Pointer>,
    /// The bytes of notes that the passages show.
    pub(super) bytes: Vec<(NoteId, Span)>,
}

/// Whether a stretch of a note stands in what is shown.
pub(super) fn is_shown(bytes: &[(NoteId, Span)], note: NoteId, span: Span) -> bool {
    bytes.iter().any(|(shown, bytes)| *shown == note && bytes.contains(span))
}

/// Chooses and writes the passages about a topic.
pub(super) fn said(guide: &Guide, context: &Context<'_>, origin: &Origin, id: TopicId, lead: Option<Passage>) -> AllSaid {
    let topic = &guide.topics[id];
    let mut places: Vec<&TopicSection> =
        topic.sections.iter().filter(|place| matches!(place.naming, Naming::Heading | Naming::Term)).collect();
    places.sort_by_key(|place| (place.naming, !is_named_so(guide, id, place), Reverse(length(guide, place)), place.note, place.span));
    let (mut shown, mut pointed): (Vec<Said>, Vec<_>) = (Vec::new(), Vec::new());
    let mut bytes = Vec::new();
    for place in places {
        let passage = passage(place);
        if Some(passage) == lead || is_shown(&bytes, place.note, place.span) {
            continue;
        }
        if shown.len() < SHOWN {
            let path = path(&guide.notes[place.note], above(guide, place));
            let entry = entry(guide, context, origin, passage, Length::Excerpt);
            bytes.push((place.note, entry.shown));
            shown.push(Said { note: note_link(guide, origin, place.note), path, entry });
        } else {
            pointed.push((place.note, place.section));
        }
    }
    let named = topic.sections.iter().filter(|place| !matches!(place.naming, Naming::Heading | Naming::Term | Naming::Question));
    pointed.extend(named.map(|place| (place.note, place.section)));
    pointed.sort_unstable();
    pointed.dedup();
    let also = pointed.into_iter().take(ALSO).map(|(note, section)| pointer(guide, origin, note, section)).collect();
    AllSaid { shown, also, bytes }
}

fn passage(place: &TopicSection) -> Passage {
    match (place.naming, place.section) {
        (Naming::Heading, Some(section)) => Passage::Section(place.note, section),
        (_, section) => Passage::Item(place.note, section, place.span),
    }
}

/// The section above a passage: a heading's own is what the passage is.
fn above(guide: &Guide, place: &TopicSection) -> Option<SectionId> {
    match place.naming {
        Naming::Heading => guide.notes[place.note].outline.sections[place.section?].parent,
        _ => place.section,
    }
}

/// Whether a place is called as the topic is, and not more.
fn is_named_so(guide: &Guide, id: TopicId, place: &TopicSection) -> bool {
    let topic = &guide.topics[id];
    let title = place.section.map(|section| guide.notes[place.note].outline.sections[section].title.to_lowercase());
    std::iter::once(&topic.name).chain(&topic.aliases).any(|name| Some(name.to_lowercase()) == title)
}

fn length(guide: &Guide, place: &TopicSection) -> usize {
    let note = &guide.notes[place.note];
    let section = place.section.filter(|_| place.naming == Naming::Heading);
    let blocks = section.and_then(|section| note.document.blocks.get(note.outline.sections[section].blocks.clone()));
    blocks.into_iter().flatten().map(|block| block.span.range().len()).sum()
}

fn pointer(guide: &Guide, origin: &Origin, id: NoteId, section: Option<SectionId>) -> Pointer {
    let note = note_link(guide, origin, id);
    let title = section.map_or_else(|| note.title.clone(), |section| guide.notes[id].outline.sections[section].title.clone());
    Pointer { section: Link { title, href: section_href(guide, origin, id, section) }, note }
}

/// The titles of a section and of those that hold it, outermost first.
fn path(note: &Note, innermost: Option<SectionId>) -> Vec<String> {
    let sections = std::iter::successors(innermost, |&id| note.outline.sections[id].parent);
    let mut titles: Vec<_> = sections.map(|id| note.outline.sections[id].title.clone()).collect();
    titles.reverse();
    titles
}
