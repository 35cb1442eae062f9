//! A passage of a note as another page shows it.
//!
//! Takes a passage; gives its words as HTML with links that start from the page, and where it comes from. Must not show more
//! of a long passage than helps to revise: the note has the rest.

use serde::Serialize;

use super::Context;
use super::chrome::Link;
use super::hrefs::{NoteHrefs, Origin, hrefs};
use super::question;
use crate::guide::Guide;
use crate::ids::{CalloutId, NoteId, QuestionId, SectionId};
use crate::markdown::{Block, BlockKind, Definition, Inline, InlineKind, List, Place, html, text};
use crate::note::AnswerState;
use crate::span::Span;

/// How many bytes of a passage are shown before the rest is left to its note.
pub(super) const LONGEST: usize = 6_000;

/// How many of one that stands among passages of other notes about the same.
const EXCERPT: usize = 1_500;

/// How much of a passage is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// Almost always the whole.
    Whole,
    /// Its beginning.
    Excerpt,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Passage {
    /// A callout.
    Callout(CalloutId),
    /// A section.
    Section(NoteId, SectionId),
    /// The first words of a section.
    Opening(NoteId, SectionId),
    /// The item of a list that opens with a term, which stands here.
    Item(NoteId, Option<SectionId>, Span),
    /// A question that says what a term means.
    Definition(QuestionId),
}

impl Passage {
    /// The note that it stands in.
    pub(super) fn note(self, guide: &Guide) -> NoteId {
        match self {
            Self::Callout(id) => guide.callouts[id].note,
            Self::Section(note, _) | Self::Opening(note, _) | Self::Item(note, ..) => note,
            Self::Definition(id) => guide.questions[id].note,
        }
    }
}

/// A passage.
#[derive(Debug, Serialize)]
pub struct EntryView {
    /// What it is about, where what stands above does not say it.
    pub title: Option<String>,
    /// Where it stands.
    pub href: String,
    /// Its label as written.
    pub label: Option<String>,
    /// What it says, as HTML.
    pub html: String,
    /// Whether its note says more.
    pub more: bool,
    /// The note, at this place.
    pub source: Link,
    /// The bytes of the note that it shows.
    #[serde(skip)]
    pub(super) shown: Span,
}

/// Makes the view of a passage.
pub(super) fn entry(guide: &Guide, context: &Context<'_>, origin: &Origin, passage: Passage, length: Length) -> EntryView {
    let text_of = |note: NoteId| Text::new(guide, context, origin, note, length);
    match passage {
        Passage::Callout(id) => {
            let (known, callout) = (&guide.callouts[id], guide.callout(id));
            let document = &guide.notes[known.note].document;
            let mut text = text_of(known.note);
            text.lead(&callout.lead(document));
            text.blocks(callout.blocks(document));
            let href = section_href(guide, origin, known.note, callout.section);
            text.view(guide.subject(id), href, Some(callout.label.clone()))
        }
        Passage::Section(note, id) => {
            let section = &guide.notes[note].outline.sections[id];
            let mut text = text_of(note);
            let blocks = guide.notes[note].document.blocks.get(section.blocks.start + 1..section.blocks.end).unwrap_or_default();
            text.blocks(blocks);
            text.view(section.title.clone(), section_href(guide, origin, note, Some(id)), None)
        }
        Passage::Opening(note, id) => {
            let section = &guide.notes[note].outline.sections[id];
            let blocks = guide.notes[note].document.blocks.get(section.blocks.start + 1..section.blocks.end).unwrap_or_default();
            let mut text = text_of(note);
            if let Some(first) = blocks.iter().find(|block| matches!(block.kind, BlockKind::Paragraph(_))) {
                text.blocks(std::slice::from_ref(first));
            }
            text.more = blocks.len() > 1;
            text.view(section.title.clone(), section_href(guide, origin, note, Some(id)), None)
        }
        Passage::Item(note, section, span) => {
            let mut text = text_of(note);
            let document = &guide.notes[note].document;
            let blocks = item(&document.blocks, span).unwrap_or_default();
            let title = if let Some(definition) = meaning(&document.blocks, span) {
                definition.details.iter().for_each(|blocks| text.blocks(blocks));
                text::inlines(&definition.term)
            } else if let Some((title, definition, others)) = term(blocks, span) {
                text.lead(&definition);
                text.blocks(others);
                title
            } else {
                text.blocks(blocks);
                span.of(&guide.notes[note].text).trim_matches(['*', ' ', ':', '：']).to_owned()
            };
            text.view(title, section_href(guide, origin, note, section), None)
        }
        Passage::Definition(id) => {
            let mut passage = text_of(guide.questions[id].note);
            for answer in guide.question(id).answers.iter().filter(|answer| answer.state == AnswerState::Given) {
                passage.lead(&answer.lead);
                answer.blocks.iter().for_each(|place| passage.place(place));
            }
            passage.view(text::inlines(&guide.question(id).words), question::href(guide, origin, id), None)
        }
    }
}

/// The address of a section; of the note itself where there is none.
pub(super) fn section_href(guide: &Guide, origin: &Origin, id: NoteId, section: Option<SectionId>) -> String {
    let note = &guide.notes[id];
    let route = &guide.entries[id].route;
    let heading = section.and_then(|section| note.document.headings.find(note.outline.sections[section].heading));
    heading.map_or_else(|| origin.to(route), |heading| origin.to_anchor(route, &heading.anchor))
}

/// The text of a passage while it is written.
struct Text<'a> {
    guide: &'a Guide,
    context: &'a Context<'a>,
    note: NoteId,
    hrefs: NoteHrefs<'a>,
    /// How many bytes of the note it may show.
    longest: usize,
    html: String,
    /// How many bytes of the note it shows.
    weight: usize,
    more: bool,
    /// From its first byte to its last.
    shown: Option<Span>,
}

impl<'a> Text<'a> {
    fn new(guide: &'a Guide, context: &'a Context<'a>, origin: &'a Origin, note: NoteId, length: Length) -> Self {
        let hrefs = hrefs(guide, origin, note);
        let longest = match length {
            Length::Whole => LONGEST,
            Length::Excerpt => EXCERPT,
        };
        Self { guide, context, note, hrefs, longest, html: String::new(), weight: 0, more: false, shown: None }
    }

    fn writer(&self) -> html::Context<'_> {
        self.context.writer(&self.guide.notes[self.note], &self.hrefs)
    }

    fn lead(&mut self, lead: &[Inline]) {
        if !text::inlines(lead).trim().is_empty() {
            let html = html::inlines(self.writer(), lead);
            self.html.push_str(&["<p>", &html, "</p>\n"].concat());
        }
    }

    fn place(&mut self, place: &Place) {
        let document = &self.guide.notes[self.note].document;
        self.blocks(place.of(document));
    }

    /// Adds blocks as long as the passage stays short.
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            let length = block.span.range().len();
            if self.weight + length > self.longest {
                self.more = true;
                match (&block.kind, self.weight) {
                    (BlockKind::List(list), _) => self.items(block.span, list),
                    (_, 0) => self.block(block),
                    _ => {}
                }
                return;
            }
            self.block(block);
        }
    }

    /// Adds the first items of a list that is too long.
    fn items(&mut self, span: Span, list: &List) {
        let room = self.longest.saturating_sub(self.weight);
        let mut lengths = list.items.iter().scan(0, |sum, item| {
            *sum += item.span.range().len();
            Some(*sum)
        });
        let fitting = lengths.position(|sum| sum > room).unwrap_or(list.items.len());
        let fitting = if self.weight == 0 { fitting.max(1) } else { fitting };
        let items: Vec<_> = list.items.iter().take(fitting).cloned().collect();
        if let Some(last) = items.last() {
            let span = Span { end: last.span.end, ..span };
            self.block(&Block { span, kind: BlockKind::List(List { start: list.start, items: items.into() }) });
        }
    }

    fn block(&mut self, block: &Block) {
        self.weight += block.span.range().len();
        self.shown = Some(self.shown.map_or(block.span, |shown| shown.join(block.span)));
        let html = html::excerpt(self.writer(), std::slice::from_ref(block));
        self.html.push_str(&html);
    }

    fn view(self, title: String, href: String, label: Option<String>) -> EntryView {
        let source = Link { title: self.guide.notes[self.note].outline.title.text.clone(), href: href.clone() };
        EntryView { title: Some(title), href, label, html: self.html, more: self.more, source, shown: self.shown.unwrap_or_default() }
    }
}

/// The blocks of the innermost list item that holds a span.
pub(super) fn item(blocks: &[Block], span: Span) -> Option<&[Block]> {
    let holder = blocks.iter().find(|block| block.span.contains(span))?;
    let inner = (0..).map_while(|child| holder.children(child)).find_map(|children| item(children, span));
    let own = || match &holder.kind {
        BlockKind::List(list) => list.items.iter().find(|item| item.span.contains(span)).map(|item| item.blocks.as_ref()),
        _ => None,
    };
    inner.or_else(own)
}

/// The entry of a definition list whose term holds a span.
fn meaning(blocks: &[Block], span: Span) -> Option<&Definition> {
    let holder = blocks.iter().find(|block| block.span.contains(span))?;
    let inner = (0..).map_while(|child| holder.children(child)).find_map(|children| meaning(children, span));
    let is_term = |definition: &&Definition| definition.term.iter().any(|inline| inline.span.contains(span) || span.contains(inline.span));
    let own = || match &holder.kind {
        BlockKind::Definitions(definitions) => definitions.iter().find(is_term),
        _ => None,
    };
    inner.or_else(own)
}

/// The term that opens an item, what a colon parts from it on its line, and the blocks below.
fn term(blocks: &[Block], span: Span) -> Option<(String, Vec<Inline>, &[Block])> {
    let (Block { kind: BlockKind::Paragraph(line) | BlockKind::Plain(line), .. }, others) = blocks.split_first()? else { return None };
    let (term, mut definition): (Vec<_>, Vec<_>) = line.iter().cloned().partition(|inline| inline.span.end <= span.end);
    let words = text::inlines(&term);
    let title = words.trim().trim_end_matches(COLONS);
    let is_parted = title.len() < words.trim().len() || definition.is_empty();
    if !is_parted {
        // Without a colon the term is a part of the sentence.
        let Some(Inline { kind: InlineKind::Text(first), .. }) = definition.first_mut() else { return None };
        *first = first.share(first.trim_start().strip_prefix(COLONS)?);
    }
    Some((title.to_owned(), definition, others))
}

/// What parts a term from what defines it.
const COLONS: [char; 2] = [':', '：'];
