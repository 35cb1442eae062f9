//! The cards of a note, made for one page.
//!
//! Takes the arrangement of a note's questions; gives the note's body with the cards in it, or one card. What a card shows is
//! written once: its words, its answers, and then whatever else stands in its place, so that nothing is lost.

use std::collections::{BTreeMap, BTreeSet};

use crate::guide::Guide;
use crate::ids::{Id, NoteId, QuestionId, SectionId};
use crate::markdown::html::{self, Anchors, Body, Mark, Selection, Stretch};
use crate::markdown::{Block, BlockKind, HeadingPlace, Inline, Place};
use crate::note::{Explicit, Level, Note, Question};

use super::arrangement::{Arrangement, Group, Seat};
use super::place;
use crate::page::Context;
use crate::page::hrefs::{NoteHrefs, Origin};
use crate::page::part::{Part, Parts};

/// The cards of a note on a page.
pub(in crate::page) struct Cards<'a> {
    pub(super) guide: &'a Guide,
    pub(super) context: &'a Context<'a>,
    pub(super) origin: &'a Origin,
    pub(super) id: NoteId,
    pub(super) writer: html::Context<'a>,
    /// Whether the page is the note's own.
    pub(super) anchors: Anchors,
    pub(super) arrangement: Arrangement<'a>,
    /// The sections whose questions are not all of one level, which their headings may say.
    mixed: BTreeSet<Option<SectionId>>,
}

impl<'a> Cards<'a> {
    /// All cards of a note, for its own page.
    pub(in crate::page) fn of_note(
        guide: &'a Guide,
        context: &'a Context<'a>,
        origin: &'a Origin,
        hrefs: &'a NoteHrefs<'a>,
        id: NoteId,
    ) -> Self {
        let all = 0..guide.notes[id].questions.len();
        Self::new(guide, context, origin, hrefs, (id, Arrangement::new(guide, id, all)))
    }

    /// The cards that one question's stands among: those that it follows up, and those in its place.
    pub(super) fn around(
        guide: &'a Guide,
        context: &'a Context<'a>,
        origin: &'a Origin,
        hrefs: &'a NoteHrefs<'a>,
        question: QuestionId,
    ) -> Self {
        let entry = &guide.questions[question];
        let above = std::iter::successors(Some(question), |&id| guide.questions[id].parent);
        let root = above.last().unwrap_or(question);
        let mut last = root;
        let mut below = vec![root];
        while let Some(next) = below.pop() {
            last = last.max(next);
            below.extend(&guide.questions[next].follow_ups);
        }
        let note = &guide.notes[entry.note];
        let first = guide.questions[root].question.position();
        let end = guide.question(root).place.of(&note.document).last().map_or(0, |block| block.span.end);
        let within = note.questions.as_slice().partition_point(|asked| asked.span.start < end);
        let range = first..within.max(guide.questions[last].question.position() + 1);
        Self::new(guide, context, origin, hrefs, (entry.note, Arrangement::new(guide, entry.note, range)))
    }

    fn new(
        guide: &'a Guide,
        context: &'a Context<'a>,
        origin: &'a Origin,
        hrefs: &'a NoteHrefs<'a>,
        (id, arrangement): (NoteId, Arrangement<'a>),
    ) -> Self {
        let note = &guide.notes[id];
        let writer = context.writer(note, hrefs);
        let anchors = if origin.is(&guide.entries[id].route) { Anchors::Written } else { Anchors::LeftOut };
        let mut cards = Self { guide, context, origin, id, writer, anchors, arrangement, mixed: BTreeSet::new() };
        let mut levels: BTreeMap<Option<SectionId>, Option<Level>> = BTreeMap::new();
        for question in note.questions.iter().filter(|question| question.explicit == Explicit::Yes && question.parent.is_none()) {
            let section = place::section(note, question);
            if *levels.entry(section).or_insert(question.level) != question.level {
                cards.mixed.insert(section);
            }
        }
        cards
    }

    /// Whether the questions around one are not all of its level.
    pub(super) fn is_among_levels(&self, question: &Question) -> bool {
        self.mixed.contains(&place::section(self.note(), question))
    }

    pub(super) fn note(&self) -> &'a Note {
        &self.guide.notes[self.id]
    }

    /// What writes the note on this page.
    pub(in crate::page) fn writer(&self) -> html::Context<'a> {
        self.writer
    }

    /// The note's body around its cards.
    pub(in crate::page) fn body(&self) -> Body {
        html::body(self.writer, &self.arrangement.layout)
    }

    /// A stretch of the note with the cards and topics that stand in it.
    pub(in crate::page) fn parts(&self, stretch: &Stretch) -> Vec<Part> {
        let mut parts = Parts::new(self.guide, self.origin, self.id, self.anchors);
        let mut written = 0;
        for &(at, mark) in &stretch.marks {
            let html = stretch.html.get(written..at).unwrap_or_default();
            match mark {
                Mark::Section(section) => {
                    if parts.section(section, html) {
                        written = at;
                    }
                }
                Mark::Cut(number) => {
                    let Some(group) = self.arrangement.groups.get(number) else { continue };
                    let (section, before) = (self.section_of(group), self.left_of(group, number));
                    parts.cards(section, html, before, group.questions.iter().map(|&question| self.card(question)).collect());
                    written = at;
                }
            }
        }
        parts.end(stretch.html.get(written..).unwrap_or_default())
    }

    /// The section whose heading the first question of a group is.
    fn section_of(&self, group: &Group<'_>) -> Option<SectionId> {
        let Some(Block { kind: BlockKind::Heading(id, _), .. }) = group.blocks.first() else { return None };
        let question = &self.note().questions[*group.questions.first()?];
        let is_top = self.note().document.headings[*id].place == HeadingPlace::Top;
        question.section.filter(|&section| is_top && self.note().outline.sections[section].heading == *id)
    }

    /// What is left of the blocks that several cards share.
    fn left_of(&self, group: &Group<'_>, number: usize) -> Vec<Part> {
        let owners = group.questions.first().and_then(|&first| self.arrangement.seat_of(first)).map_or(&[][..], around);
        if group.is_shared() { self.written(Selection { blocks: group.blocks, owners, filling: Some(number) }) } else { Vec::new() }
    }

    pub(super) fn written(&self, selection: Selection<'_>) -> Vec<Part> {
        let stretch = html::stretch(self.writer, &self.arrangement.layout, self.anchors, selection);
        if stretch.html.is_empty() && stretch.marks.is_empty() { Vec::new() } else { self.parts(&stretch) }
    }

    pub(super) fn places(&self, places: &[Place], owners: &[usize]) -> Vec<Part> {
        let written = |place: &Place| {
            let blocks = place.of(self.writer.document);
            self.written(Selection { blocks, owners, filling: None })
        };
        places.iter().flat_map(written).collect()
    }

    pub(super) fn inlines(&self, inlines: &[Inline]) -> String {
        html::line(self.writer, self.anchors, inlines)
    }
}

/// The questions that another stands in.
pub(super) fn around(seat: &Seat) -> &[usize] {
    seat.owners.split_last().map_or(&[], |(_, around)| around)
}
