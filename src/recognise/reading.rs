//! A note as recognisers read it: every run of sibling blocks, and every line that begins with a known label.
//!
//! Takes a note's tree and outline; gives indexes over them, made once for all recognisers. Must not decide what is a
//! question.

use std::ops::Range;

use super::announcement::{announces, opens_with_announcement};
use super::vocabulary::{Meaning, Part, Vocabulary, holds_mark, marks, says_questions};
use super::{Parsed, prefix};
use crate::front::FrontMatter;
use crate::ids::{Id, SectionId};
use crate::markdown::label::{self, Label, Spelling};
use crate::markdown::outline::{Outline, Role};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Place, Step};
use crate::span::Span;

/// What recognisers read.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    pub outline: &'a Outline,
    pub front: &'a FrontMatter,
    /// Where the note's text holds question marks.
    marks: Vec<u32>,
    /// The first of them that no paragraph read so far stands behind.
    next_mark: usize,
    /// Every run of sibling blocks, parents first.
    pub runs: Vec<Run<'a>>,
    /// Every line that begins with a known label, in document order.
    pub labels: Vec<Labelled<'a>>,
    /// The blocks that recognisers look for.
    pub kinds: Kinds,
    /// Whether the title announces questions, or the file's name, or the first words.
    pub announced: bool,
    /// Whether each section's heading does.
    announcing: Vec<bool>,
    /// The part in a question that each section's heading names: `Answer`, `Answer: B`.
    parts: Vec<Option<Part>>,
    vocabulary: &'a Vocabulary,
    /// What is known of each block, by its number.
    of_blocks: Vec<OfBlock>,
    /// The section of each of the document's own blocks.
    sections: Vec<Option<SectionId>>,
}

/// Blocks by what may stand in them, so that no recogniser walks the whole note: in the order of the note.
#[derive(Default)]
pub(super) struct Kinds {
    /// Paragraphs with a question mark.
    pub asking: Vec<Spot>,
    /// Paragraphs with strong or emphasised words at their start, or right behind it: siblings before what they hold.
    pub strong: Vec<Spot>,
    pub lists: Vec<Spot>,
    pub details: Vec<Spot>,
    pub tables: Vec<Spot>,
    pub definitions: Vec<Spot>,
}

impl Kinds {
    /// Room for so many blocks of each kind that is frequent.
    fn with_room_for(blocks: usize) -> Self {
        let room = || Vec::with_capacity(blocks);
        Self { asking: room(), strong: room(), lists: room(), ..Self::default() }
    }
}

/// What is known of a block.
#[derive(Clone, Default)]
struct OfBlock {
    labels: Range<usize>,
    runs: Range<usize>,
}

/// Sibling blocks.
pub(super) struct Run<'a> {
    pub blocks: &'a [Block],
    /// What holds them.
    pub holder: Holder,
    /// The block that holds them; none for the document's own.
    pub parent: Option<Spot>,
    /// Which child of that block they are.
    child: usize,
    /// How many blocks hold them.
    depth: usize,
    /// The document's own block that they stand in.
    root: usize,
    /// The number of the first of them.
    first: usize,
}

/// What holds a run of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    Document,
    Item,
    Quote,
    Other,
}

/// A block, by its run and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub run: usize,
    pub block: usize,
}

/// A line that begins with a known label, with all that follows it in its paragraph up to the next one.
pub(super) struct Labelled<'a> {
    pub spot: Spot,
    pub label: Label<'a>,
    pub meaning: Meaning,
    /// Whether it is the number of a question.
    pub numbered: bool,
    /// The inlines of its paragraph that it takes up.
    pub inlines: Range<usize>,
}

/// What is known of a label: its meaning, and whether it is the number of a question.
#[derive(Clone, Copy)]
struct Known {
    meaning: Meaning,
    numbered: bool,
}

impl Labelled<'_> {
    pub(super) fn is_question(&self) -> bool {
        matches!(self.meaning.part, Some(Part::Question | Part::Scenario | Part::FollowUp))
    }

    pub(super) fn is_answer(&self) -> bool {
        matches!(self.meaning.part, Some(Part::Answer(_) | Part::Solution))
    }

    /// The label as a reader is shown it.
    pub(super) fn shown(&self) -> Option<String> {
        prefix::shown_label(&self.label.words)
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(note: Parsed<'a>, vocabulary: &'a Vocabulary) -> Self {
        let Parsed { path, text, document, outline, front } = note;
        // Most paragraphs are at least as long, and most items of lists.
        let lines = text.len() / 64;
        let mut reading = Self {
            document,
            outline,
            front,
            marks: marks(text).filter_map(|at| u32::try_from(at).ok()).collect(),
            next_mark: 0,
            runs: Vec::with_capacity(lines),
            labels: Vec::with_capacity(lines / 2),
            kinds: Kinds::with_room_for(lines / 8),
            announced: announces(&outline.title.text) || says_questions(path.stem()) || opens_with_announcement(document),
            announcing: outline.sections.iter().map(|section| announces(&section.title)).collect(),
            parts: outline.sections.iter().map(|section| named_part(vocabulary, &section.title)).collect(),
            vocabulary,
            of_blocks: Vec::with_capacity(lines * 2),
            sections: sections_of(document.blocks.len(), outline),
        };
        reading.push(Run { blocks: &document.blocks, holder: Holder::Document, parent: None, child: 0, depth: 0, root: 0, first: 0 });
        reading.read(0);
        // A strong line is followed by its sibling, not by what stands below it.
        reading.kinds.strong.sort_unstable();
        reading
    }

    fn push(&mut self, mut run: Run<'a>) {
        run.first = self.of_blocks.len();
        self.of_blocks.resize(run.first + run.blocks.len(), OfBlock::default());
        self.runs.push(run);
    }

    /// Reads the blocks of a run and what they hold.
    fn read(&mut self, run: usize) {
        let Some(&Run { blocks, holder, depth, root, first, .. }) = self.runs.get(run) else { return };
        for (position, block) in blocks.iter().enumerate() {
            let spot = Spot { run, block: position };
            let root = if holder == Holder::Document { position } else { root };
            let (labels, runs) = (self.labels.len(), self.runs.len());
            let mut add = |blocks: &'a [Block], holder, child| {
                self.push(Run { blocks, holder, parent: Some(spot), child, depth: depth + 1, root, first: 0 });
            };
            match &block.kind {
                BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.read_paragraph(spot, block.span, inlines),
                BlockKind::List(list) => {
                    list.items.iter().enumerate().for_each(|(child, item)| add(&item.blocks, Holder::Item, child));
                    self.kinds.lists.push(spot);
                }
                BlockKind::Quote(_, blocks) => add(blocks, Holder::Quote, 0),
                BlockKind::Html(_, blocks) => add(blocks, Holder::Other, 0),
                BlockKind::Details(details) => {
                    add(&details.blocks, Holder::Other, 0);
                    self.kinds.details.push(spot);
                }
                BlockKind::Definitions(terms) => {
                    terms.iter().flat_map(|term| &term.details).enumerate().for_each(|(child, blocks)| add(blocks, Holder::Other, child));
                    self.kinds.definitions.push(spot);
                }
                BlockKind::Table(_) => self.kinds.tables.push(spot),
                BlockKind::Heading(..) | BlockKind::Code(_) | BlockKind::Rule => {}
            }
            let runs = runs..self.runs.len();
            if let Some(of_block) = self.of_blocks.get_mut(first + position) {
                *of_block = OfBlock { labels: labels..self.labels.len(), runs: runs.clone() };
            }
            runs.for_each(|run| self.read(run));
        }
    }

    fn read_paragraph(&mut self, spot: Spot, span: Span, inlines: &'a [Inline]) {
        // Most paragraphs are read in the order of the text; raw HTML may put one behind what follows it there.
        while self.next_mark.checked_sub(1).and_then(|before| self.marks.get(before)).is_some_and(|&mark| mark >= span.start) {
            self.next_mark -= 1;
        }
        while self.marks.get(self.next_mark).is_some_and(|&mark| mark < span.start) {
            self.next_mark += 1;
        }
        if self.marks.get(self.next_mark).is_some_and(|&mark| mark < span.end) {
            self.kinds.asking.push(spot);
        }
        if inlines.iter().take(2).any(label::is_weighty) {
            self.kinds.strong.push(spot);
        }
        self.read_lines(spot, inlines);
    }

    fn read_lines(&mut self, spot: Spot, inlines: &'a [Inline]) {
        if !inlines.iter().any(Inline::is_break) {
            if let Some(label) = label_of(inlines)
                && let Some(known) = self.known(&label)
            {
                self.push_label(spot, label, known, 0..inlines.len());
            }
            return;
        }
        let mut found: Vec<(usize, Known)> = Vec::new();
        let mut start = 0;
        for line in inlines.split_inclusive(Inline::is_break) {
            let from = inlines.get(start..).unwrap_or_default();
            if let Some(known) = label_of(from).and_then(|label| self.known(&label)) {
                found.push((start, known));
            }
            start += line.len();
        }
        let ends = found.iter().skip(1).map(|&(start, _)| start).chain([inlines.len()]).collect::<Vec<_>>();
        for ((start, known), end) in found.into_iter().zip(ends) {
            if let Some(label) = inlines.get(start..end).and_then(label_of) {
                self.push_label(spot, label, known, start..end);
            }
        }
    }

    fn push_label(&mut self, spot: Spot, label: Label<'a>, Known { meaning, numbered }: Known, inlines: Range<usize>) {
        self.labels.push(Labelled { spot, label, meaning, numbered, inlines });
    }

    /// What is known of a label where it stands.
    fn known(&self, label: &Label<'_>) -> Option<Known> {
        if label.spelling == Spelling::Plain && label.words.len() > 60 {
            return None;
        }
        if prefix::is_numbered_question(label) {
            return Some(Known { meaning: Meaning { part: Some(Part::Question), callout: None }, numbered: true });
        }
        let asks = prefix::is_callout_that_asks(&label.words);
        let meaning = if asks { Some(Meaning { part: Some(Part::Question), callout: None }) } else { self.meaning(label) };
        meaning.map(|meaning| Known { meaning, numbered: false })
    }

    /// What a label means: without a colon it stands for itself only.
    fn meaning(&self, label: &Label<'_>) -> Option<Meaning> {
        // `**Pitfalls** are …` is a sentence, and `**Pitfall** Two locks …` begins one.
        let runs_in = label.spelling == Spelling::Bare && !label.rest.is_empty() && !label.rest.is_apart() && !is_closed(&label.words);
        if runs_in && !label.rest.first().is_some_and(char::is_uppercase) {
            return None;
        }
        let meaning = self.vocabulary.meaning(&label.words).or_else(|| quoting(label))?;
        if runs_in {
            return meaning.callout.map(|callout| Meaning { part: None, callout: Some(callout) });
        }
        if label.spelling != Spelling::Plain {
            return Some(meaning);
        }
        // `Note: …` in running text is no callout; only questions and answers are written so.
        let part = meaning.part.filter(|part| *part != Part::Solution || label.rest.is_empty())?;
        Some(Meaning { part: Some(part), callout: None })
    }

    /// Whether the source of some bytes holds a question mark: cheap to see, where most blocks hold none.
    pub(super) fn holds_mark(&self, span: Span) -> bool {
        if self.marks.is_empty() {
            return false;
        }
        let next = self.marks.partition_point(|&at| at < span.start);
        self.marks.get(next).is_some_and(|&at| at < span.end)
    }

    /// The labels that are known.
    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        self.vocabulary
    }

    /// The part that a text plays in a question, read as a label.
    pub(super) fn part_of(&self, text: &str) -> Option<Part> {
        self.vocabulary.meaning(text)?.part
    }

    /// The blocks of a run.
    pub(super) fn blocks(&self, run: usize) -> &'a [Block] {
        self.runs.get(run).map_or(&[], |run| run.blocks)
    }

    /// The block at a spot.
    pub(super) fn block(&self, spot: Spot) -> Option<&'a Block> {
        self.blocks(spot.run).get(spot.block)
    }

    /// The runs that a block holds, in order: one an item of a list.
    pub(super) fn runs_in(&self, spot: Spot) -> Range<usize> {
        self.of_block(spot).runs
    }

    /// The labels of a block's own lines.
    pub(super) fn labels_at(&self, spot: Spot) -> &[Labelled<'a>] {
        self.labels.get(self.of_block(spot).labels).unwrap_or_default()
    }

    fn of_block(&self, spot: Spot) -> OfBlock {
        let number = self.runs.get(spot.run).map(|run| run.first + spot.block);
        number.and_then(|number| self.of_blocks.get(number)).cloned().unwrap_or_default()
    }

    /// The running text of a paragraph.
    pub(super) fn paragraph(&self, spot: Spot) -> Option<&'a [Inline]> {
        match &self.block(spot)?.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => Some(inlines),
            _ => None,
        }
    }

    /// Blocks of a run as a place.
    pub(super) fn place(&self, run: usize, blocks: Range<usize>) -> Place {
        let mut current = self.runs.get(run);
        let mut steps = vec![Step::default(); current.map_or(0, |run| run.depth)];
        for step in steps.iter_mut().rev() {
            let Some(Run { parent: Some(parent), child, .. }) = current else { break };
            *step = Step { block: parent.block, child: *child };
            current = self.runs.get(parent.run);
        }
        Place { steps: steps.into(), blocks }
    }

    /// Whether a block holds a spot.
    pub(super) fn holds(&self, block: Spot, spot: Spot) -> bool {
        let parent = |run: usize| self.runs.get(run).and_then(|run| run.parent);
        std::iter::successors(parent(spot.run), |above| parent(above.run)).any(|above| above == block)
    }

    /// The section that a spot stands in.
    pub(super) fn section(&self, spot: Spot) -> Option<SectionId> {
        self.sections.get(self.root(spot)).copied().flatten()
    }

    /// The document's own block that a spot stands in.
    pub(super) fn root(&self, spot: Spot) -> usize {
        match self.runs.get(spot.run) {
            Some(run) if run.holder != Holder::Document => run.root,
            _ => spot.block,
        }
    }

    /// Whether a spot is part of the note, not of its facts, contents or residue.
    pub(super) fn is_body(&self, spot: Spot) -> bool {
        matches!(self.outline.roles.get(self.root(spot)), Some(Role::Body | Role::Title) | None)
    }

    /// Whether a section's own heading announces questions.
    pub(super) fn announces(&self, section: SectionId) -> bool {
        self.announcing.get(section.position()).copied().unwrap_or(false)
    }

    /// The part in a question that a section's heading names.
    pub(super) fn part_of_section(&self, section: SectionId) -> Option<Part> {
        self.parts.get(section.position()).copied().flatten()
    }

    /// Whether the note or a section above announces questions.
    pub(super) fn is_announced(&self, section: Option<SectionId>) -> bool {
        let mut above = std::iter::successors(section, |&id| self.outline.sections[id].parent);
        self.announced || above.any(|id| self.announces(id))
    }
}

fn label_of(line: &[Inline]) -> Option<Label<'_>> {
    match line.first().map(|first| &first.kind)? {
        InlineKind::Text(text) if text.contains(char::is_alphanumeric) => match prefix::plain_head(text) {
            Some(length) => label::head(line, length),
            None => label::plain(line),
        },
        _ => label::strong(line),
    }
}

/// `**The question that follows:** "Why …?"`: words that nobody knows as a label, before a question in quotation marks.
fn quoting(label: &Label<'_>) -> Option<Meaning> {
    const MOST_WORDS: usize = 6;
    let may_be = label.spelling != Spelling::Bare && label.rest.first().is_some_and(|first| matches!(first, '"' | '“' | '„' | '«' | '「'));
    let asks = || label.words.split(' ').count() <= MOST_WORDS && says_questions(&label.words) && holds_mark(&label.rest.text());
    (may_be && asks()).then_some(Meaning { part: Some(Part::Question), callout: None })
}

/// Whether a label ends in a sign that sets it apart: `**Ans)** …`, `**Answer -** …`. `**A)** …` is a choice.
fn is_closed(words: &str) -> bool {
    words.len() > 3 && words.ends_with([')', '-', '–', '>', '.'])
}

fn named_part(vocabulary: &Vocabulary, title: &str) -> Option<Part> {
    // `Are these real interview questions?` is one, and no name of any.
    const MOST_WORDS: usize = 3;
    if title.ends_with('?') && title.split(' ').nth(MOST_WORDS).is_some() {
        return None;
    }
    let headed = || if title.is_ascii() { title.split_once(':') } else { title.split_once([':', '：']) };
    vocabulary.meaning(title).or_else(|| vocabulary.meaning(headed()?.0))?.part
}

fn sections_of(blocks: usize, outline: &Outline) -> Vec<Option<SectionId>> {
    let mut sections = vec![None; blocks];
    // Sections come outer first, so the innermost one is written last.
    for (id, section) in outline.sections.iter_ids() {
        sections.get_mut(section.blocks.clone()).unwrap_or_default().fill(Some(id));
    }
    sections
}
