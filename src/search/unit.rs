//! What search can find: the units of the guide, in groups.
//!
//! Takes the guide; gives for each page that is searched a group: the note's title and lead as its first unit, then its
//! sections; or a topic. Walks the block tree and hands each unit's text out field by field. Must not know how terms are
//! weighed or written.

use std::ops::Range;

use crate::guide::Guide;
use crate::ids::{Id, NoteId, SectionId, TopicId};
use crate::markdown::{Block, BlockKind, text};
use crate::note::{Note, Role, Searchable};

use super::token::Style;

/// Where in a unit a text stands; what it weighs is `score.rs`'s affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The heading.
    Title,
    /// The other names of what it is about: those of its topics.
    Names,
    /// The first paragraph.
    Lead,
    /// The other text.
    Body,
    /// Code blocks.
    Code,
}

impl Field {
    /// How many there are.
    pub(super) const COUNT: usize = 5;

    /// All of them.
    pub(super) const ALL: [Self; Self::COUNT] = [Self::Title, Self::Names, Self::Lead, Self::Body, Self::Code];
}

/// The page that a group of units stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A note.
    Note(NoteId),
    /// A topic.
    Topic(TopicId),
}

/// What a unit is within its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The page itself: title and lead.
    Whole,
    /// A section of it.
    Section(SectionId),
}

/// A result that search can give.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit<'a> {
    guide: &'a Guide,
    subject: Subject,
    part: Part,
}

/// The pages that search covers, in the order that the index numbers them: notes by path, then topics by slug.
pub(super) fn subjects(guide: &Guide) -> Vec<Subject> {
    let notes = guide.notes.iter_ids().filter(|(_, note)| note.front.search == Searchable::Yes).map(|(id, _)| Subject::Note(id));
    notes.chain(guide.topics.ids().map(Subject::Topic)).collect()
}

/// The units of a page; the first is the page itself.
pub(super) fn units(guide: &Guide, subject: Subject) -> Vec<Unit<'_>> {
    let sections = match subject {
        Subject::Note(id) => guide.notes[id].outline.sections.len(),
        Subject::Topic(_) => 0,
    };
    let parts = (0..sections).map(|position| Part::Section(SectionId::at(position)));
    std::iter::once(Part::Whole).chain(parts).map(|part| Unit { guide, subject, part }).collect()
}

impl<'a> Unit<'a> {
    /// Its title, numbering left out.
    pub(super) fn title(&self) -> &'a str {
        match (self.subject, self.part) {
            (Subject::Topic(id), _) => &self.guide.topics[id].name,
            (Subject::Note(id), Part::Whole) => &self.guide.notes[id].outline.title.text,
            (Subject::Note(id), Part::Section(section)) => &self.guide.notes[id].outline.sections[section].title,
        }
    }

    /// Its anchor on the page; none for the page itself.
    pub(super) fn anchor(&self) -> Option<&'a str> {
        match (self.subject, self.part) {
            (Subject::Note(id), Part::Section(section)) => {
                let note = &self.guide.notes[id];
                Some(&note.document.headings[note.outline.sections[section].heading].anchor)
            }
            _ => None,
        }
    }

    /// Hands out its texts, field by field.
    pub(super) fn read(&self, each: &mut impl FnMut(Field, Style, &str)) {
        each(Field::Title, Style::Prose, self.title());
        for &topic in self.topics() {
            let topic = &self.guide.topics[topic];
            for name in std::iter::once(&topic.name).chain(&topic.aliases) {
                each(Field::Names, Style::Prose, name);
            }
        }
        match self.subject {
            Subject::Topic(id) => {
                for alias in &self.guide.topics[id].aliases {
                    each(Field::Names, Style::Prose, alias);
                }
            }
            Subject::Note(id) => {
                let note = &self.guide.notes[id];
                if let (Part::Whole, Some(description)) = (self.part, &note.front.description) {
                    each(Field::Lead, Style::Prose, description);
                }
                let mut reader = Reader { lead: Field::Lead, buffer: String::new(), each };
                for block in own_blocks(note, self.part) {
                    reader.block(block);
                }
            }
        }
    }

    /// Its own text for excerpts: prose without code, at most about `limit` bytes.
    pub(super) fn excerpt(&self, limit: usize, out: &mut String) {
        let Subject::Note(id) = self.subject else { return };
        let from = out.len();
        for block in own_blocks(&self.guide.notes[id], self.part) {
            if out.len() - from >= limit {
                break;
            }
            if !matches!(block.kind, BlockKind::Code(_)) {
                text::push_block(block, out);
            }
        }
    }

    fn topics(&self) -> &'a [TopicId] {
        let Subject::Note(id) = self.subject else { return &[] };
        let entry = &self.guide.entries[id];
        match self.part {
            Part::Whole => &entry.topics,
            Part::Section(section) => entry.section_topics.find(section).map_or(&[], Vec::as_slice),
        }
    }
}

/// The blocks of a unit itself: neither its heading nor those of the sections in it.
fn own_blocks(note: &Note, part: Part) -> impl Iterator<Item = &Block> {
    let Range { start, end } = own_range(note, part);
    let numbered = note.document.blocks.iter().enumerate().take(end).skip(start);
    numbered.filter(|(at, _)| note.outline.roles.get(*at).is_none_or(|role| *role == Role::Body)).map(|(_, block)| block)
}

fn own_range(note: &Note, part: Part) -> Range<usize> {
    let sections = note.outline.sections.as_slice();
    let next = match part {
        Part::Whole => 0,
        Part::Section(section) => section.position() + 1,
    };
    let (start, end) = match part {
        Part::Whole => (0, note.document.blocks.len()),
        Part::Section(section) => {
            let blocks = &note.outline.sections[section].blocks;
            (blocks.start + 1, blocks.end)
        }
    };
    start..sections.get(next).map_or(end, |section| section.blocks.start.min(end))
}

/// Walks blocks and hands out their text, one paragraph at a time.
struct Reader<'r, F> {
    /// What the next paragraph is.
    lead: Field,
    buffer: String,
    each: &'r mut F,
}

impl<F: FnMut(Field, Style, &str)> Reader<'_, F> {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => {
                self.buffer.clear();
                text::push_inlines(inlines, &mut self.buffer);
                (self.each)(self.lead, Style::Prose, &self.buffer);
                self.lead = Field::Body;
            }
            BlockKind::Code(code) => (self.each)(Field::Code, Style::Code, &code.text),
            BlockKind::Quote(_, blocks) | BlockKind::Html(_, blocks) => self.blocks(blocks),
            BlockKind::List(list) => {
                for item in &list.items {
                    self.blocks(&item.blocks);
                }
            }
            BlockKind::Details(details) => {
                self.body(|buffer| text::push_inlines(&details.summary, buffer));
                self.blocks(&details.blocks);
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.body(|buffer| text::push_inlines(&definition.term, buffer));
                    for blocks in &definition.details {
                        self.blocks(blocks);
                    }
                }
            }
            BlockKind::Table(_) => self.body(|buffer| text::push_block(block, buffer)),
            BlockKind::Rule => {}
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn body(&mut self, write: impl FnOnce(&mut String)) {
        self.buffer.clear();
        write(&mut self.buffer);
        (self.each)(Field::Body, Style::Prose, &self.buffer);
    }
}
