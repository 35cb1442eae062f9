//! What one note names in its running text.
//!
//! Takes a note with the topics of its sections; gives the first mention of each topic where nothing is said about it, and those
//! mentions that may become links: none in a heading, a question, a label or what the topic itself defines, and none where the section or one
//! around it has led there already. Must not know what other notes say.

use std::collections::HashSet;
use std::ops::Range;

use crate::guide::mention::asked::{Answered, answered, asked};
use crate::guide::mention::boundary::is_whole;
use crate::guide::mention::line::Line;
use crate::guide::mention::phrase::is_of_something_else;
use crate::guide::mention::spelling::{Case, Spellings};
use crate::guide::topics::{Finder, NoteTopics, title};
use crate::guide::{Mention, Target};
use crate::ids::{IdVec, LinkId, NoteId, SectionId, TopicId};
use crate::markdown::{Block, BlockKind, Cell, Inline, InlineKind, Item, Table};
use crate::note::{Note, Role};
use crate::span::Span;

/// What finds names in text, and tells how they are meant.
#[derive(Clone, Copy)]
pub(super) struct Search<'a> {
    /// Finds them.
    pub(super) finder: &'a Finder<TopicId>,
    /// Tells how.
    pub(super) spellings: &'a Spellings,
}

impl<'a> Search<'a> {
    /// The topics that a text names, in order.
    pub(super) fn named<'t>(&self, text: &'t str) -> impl Iterator<Item = (Range<usize>, TopicId)> + use<'a, 't>
    where
        'a: 't,
    {
        self.finder.find(text)
    }
}

/// Words that may lead to a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct First {
    /// The topic.
    pub(super) topic: TopicId,
    /// Where the words stand.
    pub(super) span: Span,
    /// How they are taken.
    pub(super) case: Case,
}

/// What a note names.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The first mention of each topic in a section that says nothing about it.
    pub(super) mentions: Vec<(TopicId, Mention)>,
    /// The topics that sections mention by a plain word, once for each section.
    pub(super) words: Vec<TopicId>,
    /// The mentions that may be links, in source order.
    pub(super) links: Vec<First>,
}

/// Reads the running text of a note.
pub(super) fn read(search: Search<'_>, id: NoteId, note: &Note, topics: &NoteTopics, targets: &IdVec<LinkId, Target>) -> Read {
    let mut reader = Reader {
        search,
        note: id,
        targets,
        spoken: &topics.spoken,
        open: Vec::new(),
        asked: asked(note),
        waiting: answered(search, note),
        answering: Vec::new(),
        defined: Vec::new(),
        mentioned: HashSet::new(),
        read: Read::default(),
    };
    let mut whole = Open::new(None, 0);
    whole.about.clone_from(&topics.whole);
    whole.about.extend(title(note).into_iter().flat_map(|title| reader.named(title)));
    reader.open.push(whole);
    let mut sections = note.outline.sections.iter_ids().peekable();
    for (at, block) in note.document.blocks.iter().enumerate() {
        if let Some((id, section)) = sections.next_if(|(_, section)| section.blocks.start <= at) {
            while reader.open.pop_if(|open| open.level >= section.level).is_some() {}
            let mut open = Open::new(Some(id), section.level);
            open.about.extend(topics.sections.find(id).into_iter().flatten());
            open.about.extend(reader.named(&section.title));
            reader.open.push(open);
        } else if note.outline.roles.get(at).is_none_or(|role| *role == Role::Body) {
            reader.block(block);
        }
    }
    reader.read
}

/// A section that has begun and not ended; the first is the note itself.
struct Open {
    section: Option<SectionId>,
    level: u8,
    /// The topics that it is about.
    about: Vec<TopicId>,
    /// The topics that it mentions by words which may lead to them.
    counted: Vec<TopicId>,
    /// The topics that it has led to.
    linked: Vec<TopicId>,
}

impl Open {
    fn new(section: Option<SectionId>, level: u8) -> Self {
        Self { section, level, about: Vec::new(), counted: Vec::new(), linked: Vec::new() }
    }
}

struct Reader<'n> {
    search: Search<'n>,
    note: NoteId,
    targets: &'n IdVec<LinkId, Target>,
    /// The topics that sections say something about, in order.
    spoken: &'n [(TopicId, Option<SectionId>)],
    /// The note and the sections that stand open, innermost last.
    open: Vec<Open>,
    /// Where questions are asked.
    asked: Vec<Span>,
    /// The questions that are still to come, the next one last.
    waiting: Vec<Answered>,
    /// The questions that the text may stand in.
    answering: Vec<Answered>,
    /// The topics that the items around the text define.
    defined: Vec<TopicId>,
    /// The topics that the note is known to mention.
    mentioned: HashSet<TopicId>,
    read: Read,
}

impl<'n> Reader<'n> {
    fn named(&self, text: &'n str) -> impl Iterator<Item = TopicId> + use<'n> {
        self.search.finder.find(text).map(|(_, topic)| topic)
    }

    fn blocks(&mut self, blocks: &'n [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'n Block) {
        match &block.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => {
                let before = self.defined.len();
                self.text(inlines);
                self.defined.truncate(before);
            }
            BlockKind::List(list) => list.items.iter().for_each(|item| self.item(item)),
            BlockKind::Quote(_, blocks) => self.blocks(blocks),
            BlockKind::Html(element, blocks) => {
                if !matches!(element.tag(), "th" | "dt" | "caption" | "figcaption") {
                    self.blocks(blocks);
                }
            }
            BlockKind::Details(details) => self.blocks(&details.blocks),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    let before = self.defined.len();
                    let term = Line::new(&definition.term).text;
                    self.defined.extend(self.search.named(&term).map(|(_, topic)| topic));
                    definition.details.iter().for_each(|blocks| self.blocks(blocks));
                    self.defined.truncate(before);
                }
            }
            BlockKind::Heading(..) | BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }

    /// What an item's first line is labelled with, the whole item defines.
    fn item(&mut self, item: &'n Item) {
        let before = self.defined.len();
        for block in &item.blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.text(inlines),
                _ => self.block(block),
            }
        }
        self.defined.truncate(before);
    }

    /// The head of a table, and the first cell of each row, are headings of a kind.
    fn table(&mut self, table: &'n Table) {
        for row in &table.rows {
            let Some((first, others)) = row.split_first() else { continue };
            let before = self.defined.len();
            let term = Line::new(&first.inlines).text;
            self.defined.extend(self.search.named(&term).map(|(_, topic)| topic));
            for Cell { inlines, .. } in others {
                self.text(inlines);
            }
            self.defined.truncate(before);
        }
    }

    fn text(&mut self, inlines: &'n [Inline]) {
        self.authored(inlines);
        if let Some(first) = inlines.first() {
            let at = first.span.start;
            while let Some(next) = self.waiting.pop_if(|next| next.span.start <= at) {
                self.answering.push(next);
            }
            self.answering.retain(|open| open.span.end > at);
        }
        let line = Line::new(inlines);
        let found: Vec<_> = self.search.named(&line.text).collect();
        for (range, topic) in &found {
            if line.labels.iter().any(|label| label.start <= range.start && range.end <= label.end) {
                self.defined.push(*topic);
            }
        }
        for (range, topic) in found {
            self.mention(&line, &range, topic);
        }
    }

    /// Where the author leads to a topic, nothing else needs to.
    fn authored(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Link(link, _) => {
                    if let (Some(Target::Topic(topic)), Some(open)) = (self.targets.find(*link), self.open.last_mut()) {
                        open.linked.push(*topic);
                    }
                }
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => self.authored(inner),
                InlineKind::Html(html) => self.authored(&html.inlines),
                _ => {}
            }
        }
    }

    fn mention(&mut self, line: &Line, range: &Range<usize>, topic: TopicId) {
        if self.open.iter().any(|open| open.about.contains(&topic)) {
            return;
        }
        let is_linked = self.open.iter().skip(1).any(|open| open.linked.contains(&topic));
        let is_defined = self.defined.contains(&topic) || self.answering.iter().any(|open| open.topics.contains(&topic));
        let span = line.linkable(range).filter(|span| !is_linked && !is_defined && !self.is_asked(*span));
        let Some(open) = self.open.last_mut() else { return };
        if !self.mentioned.contains(&topic)
            && self.spoken.binary_search(&(topic, open.section)).is_err()
            && let Some(span) = line.place(range)
        {
            self.mentioned.insert(topic);
            self.read.mentions.push((topic, Mention { note: self.note, section: open.section, span }));
        }
        let is_counted = open.counted.contains(&topic);
        if is_counted && (span.is_none() || open.linked.contains(&topic)) {
            return;
        }
        let words = line.text.get(range.clone()).unwrap_or_default();
        let Some((case, form)) = self.search.spellings.judge(topic, words) else { return };
        if !is_counted {
            open.counted.push(topic);
            self.read.words.extend((case == Case::Word).then_some(topic));
        }
        if let Some(span) = span
            && !open.linked.contains(&topic)
            && is_whole(&line.text, range)
            && !is_of_something_else(line, range, case, form)
        {
            self.read.links.push(First { topic, span, case });
            open.linked.push(topic);
        }
    }

    fn is_asked(&self, span: Span) -> bool {
        let after = self.asked.partition_point(|asked| asked.start <= span.start);
        after.checked_sub(1).and_then(|at| self.asked.get(at)).is_some_and(|asked| asked.contains(span))
    }
}
