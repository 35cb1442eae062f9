//! Lists that belong together: one list, or several that count on with the answers between them.
//!
//! Takes blocks of the document; gives its lists in groups, with how many of their items ask, and the questions of a group.
//! Must not decide which groups are questions.

use std::ops::Range;

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::links::{is_linked, leads_elsewhere};
use super::noise::is_toggle;
use super::plain;
use super::prefix::front;
use super::prompts::{Trust, items};
use super::reading::{Labelled, Reading, Spot};
use super::vocabulary::{self, Look, Part, is_instruction, look};
use crate::ids::SectionId;
use crate::markdown::label::{self, Spelling, lines};
use crate::markdown::{Block, BlockKind, Inline, InlineKind, Item, List, text};
use crate::note::Answer;
use crate::span::Span;

/// Lists that belong together.
pub(super) struct Series {
    lists: Vec<Spot>,
    section: Option<SectionId>,
    pub announced: bool,
    /// Whether all items have a level in front of them, or such lists below them.
    pub rated: bool,
    ordered: bool,
    /// The number that an item behind the last one would have.
    next: u64,
    /// How many items ask.
    pub asks: usize,
    /// How many there are.
    pub all: usize,
}

/// The lists among blocks of the document. Those that neither are announced nor hold a question mark have no item that asks.
pub(super) fn of(reading: &Reading<'_>, run: usize, blocks: Range<usize>) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    // Lists of answers stand between the ordered ones that they answer.
    let mut counting: Option<usize> = None;
    // Behind a rule no list goes on but one that counts.
    let mut ruled_off = 0;
    for block in blocks {
        let spot = Spot { run, block };
        if matches!(reading.block(spot).map(|block| &block.kind), Some(BlockKind::Rule)) {
            ruled_off = found.len();
        }
        let Some(BlockKind::List(list)) = reading.block(spot).map(|block| &block.kind).filter(|_| reading.is_body(spot)) else { continue };
        let section = reading.section(spot);
        let announced = reading.is_announced(section);
        let size = list.items.len();
        let counted = u64::try_from(size).unwrap_or(u64::MAX);
        let ordered = list.start.is_some();
        let joins = |series: &Series| {
            // A number or two may stand in lines that are no list's.
            let counts_on = |start: u64| (series.next..series.next.saturating_add(3)).contains(&start);
            let goes_on =
                if ordered { list.start.is_some_and(counts_on) } else { announced && !series.ordered && !is_named(reading, spot) };
            series.section == section && goes_on
        };
        let open = if ordered { counting } else { found.len().checked_sub(1).filter(|&at| at >= ruled_off) }
            .filter(|&at| found.get(at).is_some_and(joins));
        let asks = asks_in(reading, spot, list, open.and_then(|at| found.get(at)));
        if let Some(series) = open.and_then(|at| found.get_mut(at)) {
            series.lists.push(spot);
            series.next = series.next.saturating_add(counted);
            series.asks += asks;
            series.all += size;
            continue;
        }
        if ordered {
            counting = Some(found.len());
        }
        let next = list.start.unwrap_or_default().saturating_add(counted);
        let rated = asks > 0 && list.items.iter().all(|item| is_rated_item(item) || item.blocks.iter().any(is_rated));
        found.push(Series { lists: vec![spot], section, announced, rated, ordered, next, asks, all: size });
    }
    found
}

/// How many items of a list ask. Without a question mark those do that go on counting where others asked.
fn asks_in(reading: &Reading<'_>, spot: Spot, list: &List, before: Option<&Series>) -> usize {
    let section = reading.section(spot);
    let announced = reading.is_announced(section);
    let instructs = || section.is_some_and(|section| is_instruction(&reading.outline.sections[section].title));
    let goes_on = before.is_some_and(|series| series.ordered && series.asks > 0);
    let marked = || reading.block(spot).is_some_and(|block| reading.holds_mark(block.span)) && holds_mark(list);
    let may_ask =
        if announced { !leads_elsewhere(reading.document, list) } else { (goes_on || marked()) && !is_linked(list) && !instructs() };
    if may_ask && !is_dialogue(list) { asking(list, announced) } else { 0 }
}

impl Series {
    /// The run that its lists stand in.
    fn run(&self) -> usize {
        self.lists.first().map_or(0, |list| list.run)
    }

    /// How many items stand in lists of links.
    pub(super) fn linked(&self, reading: &Reading<'_>) -> usize {
        let size = |&list: &Spot| match reading.block(list).map(|block| &block.kind) {
            Some(BlockKind::List(list)) if is_linked(list) => list.items.len(),
            _ => 0,
        };
        self.lists.iter().map(size).sum()
    }

    /// Whether its lists are counted.
    pub(super) fn is_ordered(&self) -> bool {
        self.ordered
    }

    /// Whether most items ask.
    pub(super) fn mostly_asks(&self) -> bool {
        self.asks > 0 && self.asks * 5 >= self.all * 3
    }

    /// Whether nearly all items ask and most of them are answered below.
    pub(super) fn is_answered(&self, reading: &Reading<'_>) -> bool {
        if self.asks == self.all && (self.is_told(reading) || self.answers_apart(reading).is_some()) {
            return true;
        }
        if self.all < 3 || self.asks * 5 < self.all * 4 {
            return false;
        }
        let full = |&(at, list): &(usize, &Spot)| {
            let runs = reading.runs_in(*list);
            let lines = |run| reading.paragraph(Spot { run, block: 0 }).map_or(0, |inlines| lines(inlines).take(2).count());
            let is_full =
                |&run: &usize| reading.blocks(run).len() > 1 || !reading.labels_at(Spot { run, block: 0 }).is_empty() || lines(run) > 1;
            runs.clone().filter(is_full).count() + usize::from(!self.between(reading, at).is_empty())
        };
        self.lists.iter().enumerate().map(|list| full(&list)).sum::<usize>() * 5 >= self.all * 3
    }

    /// Whether the items count the questions that the heading right above announces, though few of them ask.
    pub(super) fn counts_tasks(&self, reading: &Reading<'_>) -> bool {
        let announced = self.section.map_or(reading.announced, |section| reading.announces(section));
        announced && self.ordered && self.all >= 5 && self.asks >= 2 && self.asks * 10 >= self.all * 3
    }

    /// Whether questions are announced: right above, or further up for more than one or those that are counted.
    pub(super) fn is_announced(&self, reading: &Reading<'_>) -> bool {
        self.announced && (self.asks > 1 || self.ordered || self.section.is_none_or(|section| reading.announces(section)))
    }

    /// Whether so many items ask that those are questions, among others that merely name something.
    pub(super) fn asks_often(&self) -> bool {
        if self.announced { self.asks >= 2 } else { self.ordered && self.asks >= 5 && self.asks * 5 >= self.all * 2 }
    }

    /// The questions of the lists.
    pub(super) fn questions(&self, reading: &Reading<'_>, finding: Finding, found: &mut Vec<Draft>) {
        let trust = if self.mostly_asks() { Trust::All } else { Trust::Most };
        self.trusted(reading, finding, trust, found);
    }

    /// The same for items that are trusted so far.
    pub(super) fn trusted(&self, reading: &Reading<'_>, finding: Finding, trust: Trust, found: &mut Vec<Draft>) {
        for (at, &list) in self.lists.iter().enumerate() {
            let before = found.len();
            items(reading, finding, list, trust, found);
            // Where the other items have no answer, the last one has none either.
            let alike = found.get(before..).unwrap_or_default();
            let is_bare = alike.len() > 1 && alike.iter().all(|draft| draft.question.answers.is_empty());
            let between = if is_bare { 0..0 } else { self.between(reading, at) };
            let last = reading.runs_in(list).last().map_or(0, |run| reading.blocks(run).len());
            if found.len() > before
                && last == 1
                && !between.is_empty()
                && let Some(draft) = found.last_mut().filter(|draft| draft.question.answers.is_empty())
            {
                adopt(reading, finding, list.run, between, draft);
            }
            self.answer_apart(reading, found.get_mut(before..).unwrap_or_default());
        }
    }

    /// Whether a label says behind each list that an answer follows: `1) Why?` and `Ans: Because.` below it.
    fn is_told(&self, reading: &Reading<'_>) -> bool {
        let answered = |at: usize| {
            let block = self.between(reading, at).start;
            let labels = reading.labels_at(Spot { run: self.run(), block });
            !self.between(reading, at).is_empty() && labels.first().is_some_and(Labelled::is_answer)
        };
        self.lists.len() > 1 && self.lists.len() == self.all && (0..self.lists.len()).all(answered)
    }

    /// The list of answers that stands apart from the only list of a series, below a heading or label that says so: it counts as
    /// many items from the same number on.
    fn answers_apart(&self, reading: &Reading<'_>) -> Option<Spot> {
        let &[asking] = self.lists.as_slice() else { return None };
        let counted = |spot: Spot| match reading.block(spot).map(|block| &block.kind) {
            Some(BlockKind::List(list)) => list.start.map(|start| (start, list.items.len())),
            _ => None,
        };
        let wanted = counted(asking)?;
        let says_so = |spot: Spot| {
            let above = spot.block.checked_sub(1).map(|block| Spot { block, ..spot })?;
            let by_heading = || reading.section(spot).and_then(|section| reading.part_of_section(section));
            let by_label =
                || reading.labels_at(above).last().filter(|label| label.label.rest.is_empty()).and_then(|label| label.meaning.part);
            let part = if matches!(reading.block(above)?.kind, BlockKind::Heading(..)) { by_heading() } else { by_label() };
            Some(matches!(part, Some(Part::Answer(_) | Part::Solution)))
        };
        let behind = reading.kinds.lists.iter().copied().filter(|list| list.run == asking.run && list.block > asking.block);
        behind.filter(|&list| counted(list) == Some(wanted)).find(|&list| says_so(list) == Some(true))
    }

    /// Gives the questions of the only list of a series the answers that stand apart.
    fn answer_apart(&self, reading: &Reading<'_>, found: &mut [Draft]) {
        let Some(answers) = self.answers_apart(reading) else { return };
        for draft in found.iter_mut().filter(|draft| draft.question.answers.is_empty()) {
            let item = draft.question.place.steps.last().and_then(|step| reading.runs_in(answers).nth(step.child));
            let Some(run) = item else { continue };
            let blocks = reading.blocks(run);
            let span = blocks.iter().map(|block| block.span).reduce(Span::join).unwrap_or_default();
            draft.question.answers = vec![Answer::of_blocks(span, vec![reading.place(run, 0..blocks.len())])];
        }
    }

    /// Whether the last item of the only list has nothing below it, unlike all others.
    fn is_left_open(&self, reading: &Reading<'_>) -> bool {
        let &[list] = self.lists.as_slice() else { return false };
        let is_bare = |run: usize| {
            reading.blocks(run).len() == 1
                && reading.paragraph(Spot { run, block: 0 }).is_some_and(|inlines| lines(inlines).nth(1).is_none())
        };
        let mut runs = reading.runs_in(list).rev();
        runs.next().is_some_and(is_bare) && !runs.any(is_bare)
    }

    /// The blocks between a list and the next one that counts on: the answer to its last item, which was not indented.
    fn between(&self, reading: &Reading<'_>, at: usize) -> Range<usize> {
        let Some(list) = self.lists.get(at).filter(|_| self.ordered && (self.lists.len() > 1 || self.is_left_open(reading))) else {
            return 0..0;
        };
        let from = list.block + 1;
        let blocks = reading.blocks(list.run);
        let next = self.lists.get(at + 1).map_or(blocks.len(), |next| next.block);
        let ends = |block: &usize| match blocks.get(*block).map(|block| &block.kind) {
            Some(BlockKind::List(list)) => list.start.is_some() && at + 1 == self.lists.len(),
            Some(BlockKind::Heading(..) | BlockKind::Rule) | None => true,
            Some(BlockKind::Paragraph(_)) => plain::counts_on(reading, Spot { run: list.run, block: *block }),
            Some(_) => false,
        };
        from..(from..next).find(ends).unwrap_or(next)
    }
}

/// An answer that was not indented stands behind the list: it is the last item's.
pub(super) fn strayed(reading: &Reading<'_>, run: usize) -> Option<Range<usize>> {
    let list = reading.runs.get(run)?.parent.filter(|list| list.run == 0)?;
    if reading.runs_in(list).last() != Some(run) {
        return None;
    }
    let is_ordered = |block: usize| match reading.block(Spot { run: 0, block }).map(|block| &block.kind) {
        Some(BlockKind::List(list)) => Some(list.start.is_some()),
        _ => None,
    };
    let counts = is_ordered(list.block) == Some(true);
    let blocks = reading.blocks(list.run);
    let ends = |block: &usize| match blocks.get(*block).map(|block| &block.kind) {
        Some(BlockKind::Heading(..) | BlockKind::Rule) | None => true,
        // Bullets that were not indented answer a counted question.
        Some(BlockKind::List(list)) => list.start.is_some() || !counts,
        Some(_) => false,
    };
    let end = (list.block + 1..blocks.len()).find(ends).unwrap_or(blocks.len());
    Some(list.block + 1..end).filter(|strayed| !strayed.is_empty())
}

/// The contents of `<details>` that fold away a part of the note with such blocks: their summaries name it, and neither ask nor
/// hide an answer.
pub(super) fn folded(reading: &Reading<'_>, wanted: impl Fn(&Block) -> bool) -> Vec<usize> {
    let names = |summary: &str| look(summary) == Look::States && reading.part_of(summary).is_none() && !is_toggle(summary);
    let of = |&spot: &Spot| {
        let run = reading.runs_in(spot).next()?;
        let BlockKind::Details(details) = &reading.block(spot)?.kind else { return None };
        let holds = || reading.blocks(run).iter().any(|block| wanted(block) && reading.holds_mark(block.span));
        (reading.is_body(spot) && holds() && names(&text::words(&details.summary))).then_some(run)
    };
    reading.kinds.details.iter().filter_map(of).collect()
}

/// Blocks behind a question's list become its answer.
pub(super) fn adopt(reading: &Reading<'_>, finding: Finding, run: usize, blocks: Range<usize>, draft: &mut Draft) {
    let body = read(reading, finding, run, blocks.clone(), Vec::new(), Unmarked::Answer);
    let span = reading.blocks(run).get(blocks).unwrap_or_default().iter().map(|block| block.span).reduce(Span::join);
    draft.question.answers = body.answers;
    draft.question.choices.extend(body.choices);
    draft.follow_ups.extend(body.follow_ups);
    draft.extent = span.map_or(draft.extent, |span| draft.extent.join(span));
}

/// Whether a label of its own stands above a list: `**Key points:**`.
fn is_named(reading: &Reading<'_>, list: Spot) -> bool {
    let above = list.block.checked_sub(1).and_then(|block| reading.paragraph(Spot { block, ..list }));
    let label = above.and_then(label::strong).filter(|label| label.rest.is_empty());
    label.is_some_and(|label| {
        let is_colon = matches!(label.spelling, Spelling::ColonInside | Spelling::ColonBehind);
        is_colon && !matches!(reading.part_of(&label.words), Some(Part::Prompts | Part::Question))
    })
}

/// How many items of a list ask with a question mark at the end of their first line, as tasks do, or in a list of their own.
fn asking(list: &List, announced: bool) -> usize {
    let asks = |item: &&Item| {
        let plain = text::inlines(lines(item.lead()).next().unwrap_or_default());
        let plain = plain.trim();
        let front = front(plain);
        front.level.is_some()
            || look(plain) == Look::Asks
            || plain.get(front.length..).is_some_and(|words| look(words) > Look::States)
            || item.blocks.iter().any(is_rated)
    };
    list.items.iter().filter(|item| announced || item.task.is_none()).filter(asks).count()
}

/// Whether the items of a list are what two people say in turn: `- Ann: Is it a web app?` `- Bob: Both.`
pub(super) fn is_dialogue(list: &List) -> bool {
    const LEAST: usize = 4;
    const LONGEST: usize = 20;
    let speaker = |item: &Item| -> Option<String> {
        let InlineKind::Text(text) = &item.lead().first()?.kind else { return None };
        let (name, _) = text.get(..text.len().min(LONGEST)).unwrap_or_default().split_once(": ")?;
        (name.len() > 1 || !matches!(name, "Q" | "A")).then(|| name.to_owned()).filter(|name| name.chars().all(char::is_alphabetic))
    };
    if list.items.len() < LEAST {
        return false;
    }
    let mut names: Vec<String> = list.items.iter().filter_map(speaker).collect();
    let spoken = names.len();
    names.sort_unstable();
    names.dedup();
    spoken * 5 >= list.items.len() * 4 && names.len() > 1 && names.len() * 2 <= spoken
}

/// Whether a list is one of questions with levels in front of them: `- [E] Why?`.
fn is_rated(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::List(list) if list.items.iter().all(is_rated_item))
}

fn is_rated_item(item: &Item) -> bool {
    matches!(item.lead().first(), Some(Inline { kind: InlineKind::Text(text), .. }) if front(text).level.is_some())
}

/// Whether any item holds a question mark: cheap to see, and without one only an announced list is one of questions.
fn holds_mark(list: &List) -> bool {
    let marked = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if vocabulary::holds_mark(text));
    list.items.iter().any(|item| item.lead().iter().any(marked) || item.blocks.iter().any(is_rated))
}
