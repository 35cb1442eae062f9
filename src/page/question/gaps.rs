//! What stands between the bytes that cards show: labels that a card says in its own way, marks and blanks.
//!
//! Takes a note and what cards show of it; gives the bytes that say no more than the cards do. Whatever else stands there is
//! left, to be shown as it is.

use std::collections::{BTreeSet, HashMap};

use crate::ids::{HeadingId, Id, NoteQuestionId};
use crate::markdown::html::Taken;
use crate::markdown::{Block, BlockKind, Cell, Inline, InlineKind, Table};
use crate::note::{Note, Question};
use crate::span::{Span, Spans};

/// The letters of what only abbreviates a label: `Q`, `A`, `Ans.`
const ABBREVIATION: usize = 4;

/// What says no more than the cards do.
#[derive(Default)]
pub(super) struct Closed {
    /// Its bytes.
    pub(super) taken: Vec<Taken>,
    /// Headings that are such a label, each with the question whose card says it.
    pub(super) headings: Vec<(usize, HeadingId)>,
}

/// A piece of running text that holds no other.
pub(super) struct Leaf<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// Its letters; nothing where it shows something else.
    text: Option<&'a str>,
}

/// Reads the pieces of running text that hold no other.
pub(super) fn leaves<'a>(inlines: &'a [Inline], each: &mut dyn FnMut(Leaf<'a>)) {
    for inline in inlines {
        let leaf = |text| Leaf { span: inline.span, text };
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => each(leaf(Some(text))),
            InlineKind::SoftBreak | InlineKind::HardBreak => each(leaf(Some(""))),
            InlineKind::Math(..) | InlineKind::Image(..) | InlineKind::Footnote(..) => each(leaf(None)),
            InlineKind::Html(html) if html.inlines.is_empty() => each(leaf(Some(""))),
            InlineKind::Html(html) => leaves(&html.inlines, each),
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => {
                leaves(inner, each);
            }
        }
    }
}

/// Closes the gaps between what cards show; `taken` is sorted by where it begins.
pub(super) fn closed(note: &Note, taken: &[Taken]) -> Closed {
    let owners: BTreeSet<usize> = taken.iter().map(|taken| taken.owner).collect();
    // A label may stand in a block of its own: `**Question:**`, `#### Answer`.
    let points = owners.iter().flat_map(|&owner| {
        let question = &note.questions[NoteQuestionId::at(owner)];
        let first = question.place.of(&note.document).first().map(|block| block.span.start);
        let answers = question.answers.iter().map(|answer| answer.span.start);
        first.into_iter().chain(answers).map(move |start| Taken { span: Span { start, end: start.saturating_add(1) }, owner })
    });
    let mut near: Vec<Taken> = taken.iter().copied().chain(points).collect();
    near.sort_by_key(|taken| (taken.span.start, taken.span.end, taken.owner));
    let answers = owners.iter().flat_map(|&owner| {
        let question = &note.questions[NoteQuestionId::at(owner)];
        question.answers.iter().map(move |answer| (answer.span, owner))
    });
    let answers = answers.collect();
    let mut gaps = Gaps::new(note, &answers, taken.to_vec(), near);
    gaps.blocks(&note.document.blocks);
    gaps.closed
}

struct Gaps<'a> {
    note: &'a Note,
    /// The owners of answers, by where these stand.
    answers: &'a HashMap<Span, usize>,
    /// What cards show.
    spans: Spans,
    /// Where anything is to be closed.
    searched: Spans,
    /// What cards show, with its owners, sorted.
    taken: Vec<Taken>,
    /// The same with where labels may stand.
    near: Vec<Taken>,
    closed: Closed,
}

impl<'a> Gaps<'a> {
    fn new(note: &'a Note, answers: &'a HashMap<Span, usize>, taken: Vec<Taken>, near: Vec<Taken>) -> Self {
        Self {
            note,
            answers,
            spans: taken.iter().map(|taken| taken.span).collect(),
            searched: near.iter().map(|taken| taken.span).collect(),
            taken,
            near,
            closed: Closed::default(),
        }
    }

    /// Closes the gaps of the cards that stand in a block which another card shows whole.
    fn inside(&mut self, block: &Block) {
        let within = |all: &[Taken]| -> Vec<Taken> {
            let first = all.partition_point(|taken| taken.span.start < block.span.start);
            all.iter().skip(first).take_while(|taken| taken.span.start < block.span.end).copied().collect()
        };
        let taken = within(&self.taken);
        let around: BTreeSet<usize> = taken.iter().filter(|taken| taken.span == block.span).map(|taken| taken.owner).collect();
        let others = |all: Vec<Taken>| -> Vec<Taken> { all.into_iter().filter(|taken| !around.contains(&taken.owner)).collect() };
        let taken = others(taken);
        if taken.is_empty() || around.is_empty() {
            return;
        }
        let mut gaps = Gaps::new(self.note, self.answers, taken, others(within(&self.near)));
        gaps.blocks(std::slice::from_ref(block));
        self.closed.taken.append(&mut gaps.closed.taken);
        self.closed.headings.append(&mut gaps.closed.headings);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if !self.searched.touch(block.span) {
                continue;
            }
            if self.spans.cover(block.span) {
                self.inside(block);
                continue;
            }
            match &block.kind {
                BlockKind::Heading(id, inlines) => {
                    if let Some(owner) = self.close(inlines, block.span) {
                        self.closed.headings.push((owner, *id));
                    }
                }
                BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => {
                    self.close(inlines, block.span);
                }
                BlockKind::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
                BlockKind::Quote(_, blocks) | BlockKind::Html(_, blocks) => self.blocks(blocks),
                BlockKind::Details(details) => {
                    if let Some(summary) = details.summary.iter().map(|inline| inline.span).reduce(Span::join) {
                        let opening = Span { start: block.span.start, end: summary.end };
                        match self.answers.get(&block.span) {
                            // What opens the answer in the note does so in the card.
                            Some(&owner) => self.closed.taken.push(Taken { span: opening, owner }),
                            None => _ = self.close(&details.summary, opening),
                        }
                    }
                    self.blocks(&details.blocks);
                }
                BlockKind::Definitions(terms) => {
                    for term in terms {
                        if let Some(span) = term.term.iter().map(|inline| inline.span).reduce(Span::join) {
                            self.close(&term.term, span);
                        }
                        term.details.iter().for_each(|blocks| self.blocks(blocks));
                    }
                }
                BlockKind::Table(table) => self.table(table, block.span),
                BlockKind::Code(_) | BlockKind::Rule => {}
            }
        }
    }

    /// Closes a table whose rows all ask: cards say what else their rows hold.
    fn table(&mut self, table: &Table, span: Span) {
        let shown = |span: Span| {
            let first = self.near.partition_point(|near| near.span.start < span.start);
            self.near.get(first).filter(|near| near.span.end <= span.end).map(|near| near.owner)
        };
        let rows = table.rows.iter().filter(|row| row.iter().any(|cell| !cell.inlines.is_empty()));
        let asks = |row: &[Cell]| row.iter().any(|cell| shown(cell.span).is_some());
        if let Some(owner) = shown(span).filter(|_| rows.clone().all(|row| asks(row))) {
            self.closed.taken.push(Taken { span, owner });
        }
    }

    /// Closes the gaps of some running text; gives who says it where nothing is left of it.
    fn close(&mut self, inlines: &[Inline], span: Span) -> Option<usize> {
        let first = self.near.partition_point(|near| near.span.start < span.start);
        let within = self.near.iter().skip(first).take_while(|near| near.span.start < span.end);
        let owners: BTreeSet<usize> = within.map(|near| near.owner).collect();
        let owner = owners.first().copied()?;
        let said = said(self.note, &owners);
        let mut all = true;
        let mut gap = Gap::default();
        let mut closed = Vec::new();
        leaves(inlines, &mut |leaf| {
            let exact = leaf.text.is_some_and(|text| text.len() == leaf.span.range().len());
            if !exact && self.spans.touch(leaf.span) {
                all &= gap.end(&said, &mut closed);
                return;
            }
            let from = leaf.span.range().start;
            let mut at = leaf.span.start;
            for left in self.spans.gaps(leaf.span) {
                if left.start > at {
                    all &= gap.end(&said, &mut closed);
                }
                let range = left.range();
                let part = |text: &'_ str| text.get(range.start - from..range.end - from).unwrap_or_default().to_owned();
                gap.add(left, leaf.text.map(|text| if exact { part(text) } else { text.to_owned() }));
                at = left.end;
            }
            if at < leaf.span.end {
                all &= gap.end(&said, &mut closed);
            }
        });
        all &= gap.end(&said, &mut closed);
        self.closed.taken.extend(closed.into_iter().map(|span| Taken { span, owner }));
        all.then_some(owner)
    }
}

/// Running text between what cards show.
#[derive(Default)]
struct Gap {
    spans: Vec<Span>,
    text: String,
    /// Whether it shows something that is no text.
    shows: bool,
}

impl Gap {
    fn add(&mut self, span: Span, text: Option<String>) {
        self.spans.push(span);
        match text {
            Some(text) if text.is_empty() => self.text.push(' '),
            Some(text) => self.text.push_str(&text),
            None => self.shows = true,
        }
    }

    /// Ends the gap; its bytes are closed where it says no more than the cards do. Gives whether it does not.
    fn end(&mut self, said: &BTreeSet<String>, closed: &mut Vec<Span>) -> bool {
        let gap = std::mem::take(self);
        let letters = gap.text.chars().filter(|letter| letter.is_alphanumeric()).count();
        let abbreviates = letters <= ABBREVIATION && gap.text.contains([':', '.', ')', '：', '．', '）']);
        let is_said = !gap.shows && (abbreviates || words(&gap.text).all(|word| said.contains(&word)));
        if is_said {
            closed.extend(gap.spans);
        }
        is_said
    }
}

/// The words of the labels of questions.
fn said(note: &Note, owners: &BTreeSet<usize>) -> BTreeSet<String> {
    let asked = owners.iter().filter_map(|&owner| note.questions.find(NoteQuestionId::at(owner)));
    let labels = |question: &Question| {
        let answers = question.answers.iter().filter_map(|answer| answer.label.clone());
        answers.chain(question.label.clone()).chain(question.number.clone()).collect::<Vec<_>>()
    };
    asked.flat_map(labels).flat_map(|label| words(&label).collect::<Vec<_>>()).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}
