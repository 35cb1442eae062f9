//! The text of a unit, field by field.
//!
//! Takes a unit; hands out its texts, and those for its excerpt. Each block belongs to the smallest unit around it, so no text
//! is counted twice. Must not cut texts into terms.

use std::ops::Range;

use crate::ids::{Id, QuestionId};
use crate::markdown::{Block, BlockKind, text};
use crate::note::{Note, Role};
use crate::span::Span;

use super::token::Style;
use super::unit::{Part, Subject, Unit};

/// Where in a unit a text stands; what it weighs is `score.rs`'s affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The heading, or the words of a question.
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

impl Unit<'_> {
    /// Hands out its texts.
    pub(super) fn read(&self, each: &mut impl FnMut(Field, Style, &str)) {
        if let Some((_, callout)) = self.callout() {
            // What a callout is about, unless it says so itself, is what is around it. Many have the same label.
            each(Field::Names, Style::Prose, &callout.label);
            let own = if callout.subject.is_some() { Field::Title } else { Field::Names };
            each(own, Style::Prose, &self.about());
        } else {
            each(Field::Title, Style::Prose, &self.title());
        }
        for &topic in self.topics() {
            let topic = &self.guide.topics[topic];
            for name in std::iter::once(&topic.name).chain(&topic.aliases) {
                each(Field::Names, Style::Prose, name);
            }
        }
        if let Subject::Topic(id) = self.subject {
            for alias in &self.guide.topics[id].aliases {
                each(Field::Names, Style::Prose, alias);
            }
        }
        self.read_own(each);
    }

    /// Its own text for excerpts: prose without code, at most about `limit` bytes.
    pub(super) fn excerpt(&self, limit: usize, out: &mut String) {
        let end = out.len() + limit;
        self.read_own(&mut |_, style, text| {
            if style == Style::Prose && out.len() < end {
                out.push_str(text);
                out.push('\n');
            }
        });
    }

    /// Hands out what it says itself, beside its title and names.
    fn read_own(&self, each: &mut impl FnMut(Field, Style, &str)) {
        let Some(note) = self.note() else { return };
        if let (Part::Whole, Some(description)) = (self.part, &note.front.description) {
            each(Field::Lead, Style::Prose, description);
        }
        let own = self.question().filter(|_| self.part == Part::Question);
        let title = self.title();
        let words = own.map(|question| Words { text: &title, span: question.span });
        let mut walker = Walker { lead: Field::Lead, words, own: None, taken: &self.taken, skipped: 0, buffer: String::new(), each };
        if let Some((_, callout)) = self.callout() {
            walker.taken = &[];
            walker.text(Field::Lead, |buffer| text::push_inlines(&callout.lead(&note.document), buffer));
            walker.blocks(callout.blocks(&note.document));
            return;
        }
        match own {
            Some(question) => {
                let blocks = question.place.of(&note.document);
                walker.own = span_of(blocks);
                walker.blocks(blocks);
            }
            None => own_blocks(note, self.part).for_each(|block| walker.block(block)),
        }
    }
}

/// Where blocks stand, from the first to the last.
pub(super) fn span_of(blocks: &[Block]) -> Option<Span> {
    Some(blocks.first()?.span.join(blocks.last()?.span))
}

/// The blocks of a page itself or of a section: neither its heading nor those of the sections in it.
fn own_blocks(note: &Note, part: Part) -> impl Iterator<Item = &Block> {
    let Range { start, end } = own_range(note, part);
    let numbered = note.document.blocks.iter().enumerate().take(end).skip(start);
    numbered.filter(|(at, _)| note.outline.roles.get(*at).is_none_or(|role| *role == Role::Body)).map(|(_, block)| block)
}

fn own_range(note: &Note, part: Part) -> Range<usize> {
    let sections = note.outline.sections.as_slice();
    let (next, start, end) = match part {
        Part::Section(section) => {
            let blocks = &note.outline.sections[section].blocks;
            (section.position() + 1, blocks.start + 1, blocks.end)
        }
        _ => (0, 0, note.document.blocks.len()),
    };
    start..sections.get(next).map_or(end, |section| section.blocks.start.min(end))
}

/// The words of a question.
#[derive(Clone, Copy)]
struct Words<'r> {
    text: &'r str,
    span: Span,
}

/// Walks blocks and hands out their text, one paragraph at a time.
struct Walker<'r, F> {
    /// What the next paragraph is.
    lead: Field,
    /// The words of the question that is read: they are its title, not its lead.
    words: Option<Words<'r>>,
    /// The question that is read.
    own: Option<Span>,
    /// The questions that are units themselves.
    taken: &'r [(Span, QuestionId)],
    /// Up to where blocks belong to one of them.
    skipped: u32,
    buffer: String,
    each: &'r mut F,
}

impl<F: FnMut(Field, Style, &str)> Walker<'_, F> {
    fn block(&mut self, block: &Block) {
        if self.is_taken(block.span) {
            return;
        }
        match &block.kind {
            BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => {
                self.buffer.clear();
                text::push_inlines(inlines, &mut self.buffer);
                let told = self.words.filter(|words| block.span.contains(words.span)).map_or("", |words| words.text);
                // What a paragraph says behind the words of its question is the answer.
                let rest = if told.is_empty() { Some(self.buffer.as_str()) } else { self.buffer.split_once(told).map(|(_, rest)| rest) };
                let rest = rest.unwrap_or(&self.buffer).trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
                if !rest.trim().is_empty() {
                    (self.each)(self.lead, Style::Prose, rest);
                    self.lead = Field::Body;
                }
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
        self.text(Field::Body, write);
    }

    fn text(&mut self, field: Field, write: impl FnOnce(&mut String)) {
        self.buffer.clear();
        write(&mut self.buffer);
        (self.each)(field, Style::Prose, &self.buffer);
    }

    /// Whether a block belongs to a question that is a unit itself, and not the one that is read.
    fn is_taken(&mut self, block: Span) -> bool {
        if block.start >= self.skipped {
            let from = self.taken.partition_point(|(span, _)| span.start < block.start);
            let here = self.taken.iter().skip(from).map(|(span, _)| *span).take_while(|span| span.start == block.start);
            let inner = |span: &Span| span.end >= block.end && self.own.is_none_or(|own| own != *span && own.contains(*span));
            if let Some(span) = here.into_iter().find(inner) {
                self.skipped = span.end;
            }
        }
        block.start < self.skipped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use crate::search::unit::{subjects, units};

    fn excerpts(note: &str) -> Vec<(String, String)> {
        let guide = sample::written(&[("a.md", note)]);
        let read = |unit: Unit<'_>| {
            let mut text = String::new();
            unit.excerpt(1000, &mut text);
            (unit.title().into_owned(), text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        units(&guide, subjects(&guide)[0]).into_iter().map(read).collect()
    }

    #[test]
    fn a_text_belongs_to_the_smallest_unit_around_it() {
        let units = excerpts(
            "# Locks\n\nLead.\n\n## Why\n\nBefore.\n\n**Q1. What is a lock?**\n\n**A:** A gate.\n\n**Q2. Who waits?**\n\n**A:** The other.\n",
        );
        let unit = |title: &str, text: &str| (title.to_owned(), text.to_owned());
        assert_eq!(
            units,
            [unit("Locks", "Lead."), unit("Why", "Before."), unit("What is a lock?", "A: A gate."), unit("Who waits?", "A: The other.")]
        );
    }

    #[test]
    fn a_heading_that_is_a_question_is_one_unit() {
        let units = excerpts("# Locks\n\n### Q: What is a lock?\n\n**A:** A gate.\n\n### Q: Who waits?\n\n**A:** The other.\n");
        let titles: Vec<_> = units.iter().map(|(title, _)| title.as_str()).collect();
        assert_eq!(titles, ["Locks", "What is a lock?", "Who waits?"]);
    }
}
