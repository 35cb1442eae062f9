//! What stands below a question's words: context, choices, answers and follow-ups.
//!
//! Takes a run of blocks; reads labels (`**Answer**: …`), answer headings, `<details>`, lists of answers and choices. Blocks
//! without any mark are the answer or are nothing, as the caller says. Must not decide where a question ends.

use std::ops::Range;

use super::draft::{Body, Draft, Finding};
use super::links::leads_off;
use super::prefix::shown_label;
use super::reading::{Labelled, Reading, Spot};
use super::scenario::is_told;
use super::vocabulary::{Look, Part, level_of, look};
use super::words::{Parted, split_answer, split_behind, words};
use super::{answer_state, choices, follow_up, noise};
use crate::markdown::{Block, BlockKind, Inline, InlineKind, Place, cut, text};
use crate::note::{Answer, Explicit, Grade, Level, QuestionKind};
use crate::span::Span;

/// What blocks without a mark are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unmarked {
    /// The answer.
    Answer,
    /// None of the question's affair.
    Nothing,
}

/// Reads the blocks of a run. `lead` is running text that stands in front of them, behind the question's words.
pub(super) fn read(
    reading: &Reading<'_>,
    finding: Finding,
    run: usize,
    blocks: Range<usize>,
    lead: Vec<Inline>,
    unmarked: Unmarked,
) -> Body {
    if blocks.is_empty() && lead.is_empty() {
        return Body::default();
    }
    let mut reader = Reader {
        reading,
        finding,
        unmarked,
        marked_ahead: false,
        parts: vec![Content::default()],
        expects_follow_ups: false,
        level: None,
        answer_level: None,
        closed: false,
    };
    // What the next question says of itself is none of this one's.
    let opens = |block: &usize| {
        let first = reading.labels_at(Spot { run, block: *block }).first();
        first.is_some_and(|first| first.meaning.part == Some(Part::Question) && first.inlines.start == 0)
    };
    reader.marked_ahead = blocks.clone().take_while(|block| !opens(block)).any(|block| reader.is_mark(Spot { run, block }));
    if !lead.is_empty() {
        reader.text(lead);
    }
    for block in blocks {
        reader.block(Spot { run, block });
    }
    reader.body()
}

/// The running text that a label stands for.
pub(super) fn content(reading: &Reading<'_>, labelled: &Labelled<'_>) -> Vec<Inline> {
    labelled.label.content(segment(reading, labelled))
}

/// The answer that a label opens.
pub(super) fn answer(reading: &Reading<'_>, labelled: &Labelled<'_>) -> Answer {
    let grade = if let Some(Part::Answer(grade)) = labelled.meaning.part { grade } else { None };
    Answer { label: labelled.shown(), grade, ..Answer::of_text(labelled.label.span, content(reading, labelled)) }
}

/// The inlines of a labelled line, label included.
pub(super) fn segment<'a>(reading: &Reading<'a>, labelled: &Labelled<'_>) -> &'a [Inline] {
    reading.paragraph(labelled.spot).and_then(|inlines| inlines.get(labelled.inlines.clone())).unwrap_or_default()
}

/// What belongs to a question or to one of its follow-ups.
#[derive(Default)]
struct Content {
    words: Option<(super::words::Words, Spot)>,
    /// What a follow-up is called.
    label: Option<String>,
    context: Vec<Place>,
    choices: Vec<crate::note::Choice>,
    answers: Vec<Answer>,
    /// Whether the last answer takes what comes without a mark.
    open: bool,
    extent: Option<Span>,
}

struct Reader<'r, 'a> {
    reading: &'r Reading<'a>,
    finding: Finding,
    unmarked: Unmarked,
    /// Whether a marked answer or choices come, so that what stands before them is context.
    marked_ahead: bool,
    /// The question's own content, then each follow-up's.
    parts: Vec<Content>,
    /// Whether the next list is one of follow-ups.
    expects_follow_ups: bool,
    /// How hard a label says that the question is.
    level: Option<Level>,
    /// The level of the heading that opened the answer.
    answer_level: Option<u8>,
    /// Whether a heading ended the answer, so that what follows is no part of it.
    closed: bool,
}

impl Reader<'_, '_> {
    fn is_mark(&self, spot: Spot) -> bool {
        let Some(block) = self.reading.block(spot) else { return false };
        if self.reading.labels_at(spot).iter().any(Labelled::is_answer) {
            return true;
        }
        match &block.kind {
            BlockKind::Heading(_, inlines) => self.heading_answer(inlines).is_some(),
            BlockKind::Details(details) => self.is_answer_summary(&details.summary),
            BlockKind::List(_) => self.answer_items(spot) || choices::is_task_list(block) || choices::read(self.reading, spot).is_some(),
            BlockKind::Quote(..) => self.reading.runs_in(spot).any(|run| self.is_mark(Spot { run, block: 0 })),
            BlockKind::Paragraph(inlines) => self.led(inlines).is_some(),
            _ => false,
        }
    }

    fn block(&mut self, spot: Spot) {
        let reading = self.reading;
        let Some(block) = reading.block(spot) else { return };
        if noise::is_noise(reading.document, block) {
            return;
        }
        self.extend(block.span);
        match &block.kind {
            BlockKind::Paragraph(inlines) if !self.closed && self.led(inlines).is_some() => {
                let led = self.led(inlines).into_iter().cloned().collect();
                self.open(Answer::of_text(block.span, led));
            }
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) if !self.closed && !reading.labels_at(spot).is_empty() => {
                self.labelled(spot, inlines);
            }
            BlockKind::Heading(id, inlines) => self.heading(spot, reading.document.headings[*id].level, inlines),
            _ if self.closed => {}
            BlockKind::Details(details) if self.is_answer_summary(&details.summary) => self.details(spot),
            BlockKind::List(_) if self.expects_follow_ups => self.follow_up_items(spot),
            BlockKind::List(_) | BlockKind::Paragraph(_) | BlockKind::Plain(_) if self.take_choices(spot) => {}
            BlockKind::List(_) if self.answer_items(spot) => reading.runs_in(spot).for_each(|run| self.run(run)),
            BlockKind::Quote(None, _) if self.is_mark(spot) => reading.runs_in(spot).for_each(|run| self.run(run)),
            BlockKind::List(_) | BlockKind::Html(..) if self.asks_on(spot) => self.follow_up_items(spot),
            BlockKind::Rule => {}
            _ => self.append(spot),
        }
    }

    fn run(&mut self, run: usize) {
        for block in 0..self.reading.blocks(run).len() {
            self.block(Spot { run, block });
        }
    }

    /// `#### Answer` opens an answer; a heading of its rank that says something else ends it.
    fn heading(&mut self, spot: Spot, level: u8, inlines: &[Inline]) {
        if let Some((grade, rest)) = self.heading_answer(inlines) {
            self.closed = false;
            self.parts.truncate(1);
            self.answer_level.get_or_insert(level);
            let span = self.reading.block(spot).map(|block| block.span).unwrap_or_default();
            let label = shown_label(text::inlines(inlines).split([':', '：']).next().unwrap_or_default());
            self.open(Answer { label, grade, ..Answer::of_text(span, rest) });
            return;
        }
        self.expects_follow_ups = self.reading.part_of(&text::inlines(inlines)) == Some(Part::FollowUps);
        self.closed = !self.expects_follow_ups && (self.answer_level.is_some_and(|answer| level <= answer) || self.parts.len() > 1);
        if !self.expects_follow_ups && !self.closed {
            self.append(spot);
        }
    }

    /// A paragraph with labels: what stands before the first belongs to what is open.
    fn labelled(&mut self, spot: Spot, inlines: &[Inline]) {
        let labels = self.reading.labels_at(spot);
        if let Some(before) = labels.first().and_then(|first| inlines.get(..first.inlines.start))
            && !before.is_empty()
        {
            self.text(before.to_vec());
        }
        for labelled in labels {
            match labelled.meaning.part {
                Some(Part::Answer(_)) => self.open(answer(self.reading, labelled)),
                Some(Part::Solution) if self.last().answers.is_empty() => self.open(answer(self.reading, labelled)),
                Some(Part::Scenario) if is_told(self.reading, labelled) => self.append(spot),
                Some(Part::FollowUp | Part::Question | Part::Scenario) => self.follow_up(labelled),
                Some(Part::FollowUps) => self.expects_follow_ups = true,
                Some(Part::Level) => self.level = self.level.or_else(|| level_of(&labelled.label.rest.text())),
                // Below a heading that opened the answer, a callout is part of it.
                _ if self.last().open && self.unmarked == Unmarked::Nothing && self.answer_level.is_none() => self.last().open = false,
                _ => self.append(spot),
            }
        }
    }

    fn follow_up(&mut self, labelled: &Labelled<'_>) {
        let Parted { asked, answer } = split_answer(content(self.reading, labelled), self.reading.vocabulary());
        let words = words(asked);
        if words.plain.is_empty() {
            return;
        }
        let extent = words.span(labelled.label.span).join(labelled.label.span);
        self.parts.push(Content {
            words: Some((words, labelled.spot)),
            label: labelled.shown(),
            extent: Some(extent),
            ..Content::default()
        });
        if let Some(answer) = answer {
            self.open(answer);
        }
    }

    /// Whether nothing but questions stands right below one, where its answer would.
    fn asks_on(&mut self, spot: Spot) -> bool {
        let is_bare = self.unmarked == Unmarked::Answer && self.finding.explicit == Explicit::Yes && !self.marked_ahead;
        is_bare && self.parts.len() == 1 && self.last().answers.is_empty() && follow_up::all_ask(self.reading, spot)
    }

    fn follow_up_items(&mut self, spot: Spot) {
        for run in follow_up::items(self.reading, spot) {
            let Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) = self.reading.blocks(run).first().map(|block| &block.kind)
            else {
                continue;
            };
            let Parted { asked, answer } = split_answer(inlines.to_vec(), self.reading.vocabulary());
            let Parted { asked, answer } = if answer.is_none() { split_behind(asked) } else { Parted { asked, answer } };
            let words = words(asked);
            if words.plain.is_empty() || (!words.quoted && look(&words.plain) == Look::States) {
                continue;
            }
            let span = words.span(Span::default());
            self.parts.push(Content { words: Some((words, Spot { run, block: 0 })), extent: Some(span), ..Content::default() });
            if let Some(answer) = answer {
                self.open(answer);
            }
            for block in 1..self.reading.blocks(run).len() {
                self.block(Spot { run, block });
            }
        }
        self.expects_follow_ups = false;
    }

    /// `<details>` that hides the answer.
    fn details(&mut self, spot: Spot) {
        let span = self.reading.block(spot).map(|block| block.span).unwrap_or_default();
        let has_answer = self.last().answers.iter().any(|answer| !answer.blocks.is_empty() || !answer.lead.is_empty());
        if !has_answer || self.last().open {
            self.open(Answer::of_text(span, Vec::new()));
        }
        for run in self.reading.runs_in(spot) {
            self.run(run);
        }
        self.last().open = false;
    }

    fn open(&mut self, opened: Answer) {
        let span = opened.span;
        let part = self.last();
        if !part.choices.is_empty() {
            choices::mark_correct(&mut part.choices, &text::inlines(&opened.lead));
        }
        // A heading or label that says "answer" once more goes on with the one that `<details>` opened.
        if let Some(answer) = part.answers.last_mut()
            && answer.blocks.is_empty()
            && answer.lead.is_empty()
        {
            answer.lead = opened.lead;
            answer.grade = answer.grade.or(opened.grade);
            answer.label = answer.label.take().or(opened.label);
        } else {
            part.answers.push(opened);
        }
        part.open = true;
        self.extend(span);
    }

    /// Running text without a mark.
    fn text(&mut self, mut inlines: Vec<Inline>) {
        cut::trim(&mut inlines);
        let Some(span) = inlines.iter().map(|inline| inline.span).reduce(Span::join) else { return };
        if self.last().open {
            return;
        }
        let explains = !self.last().choices.is_empty();
        if explains || (self.unmarked == Unmarked::Answer && !self.marked_ahead) {
            self.open(Answer::of_text(span, inlines));
        }
    }

    fn append(&mut self, spot: Spot) {
        let reading = self.reading;
        let place = reading.place(spot.run, spot.block..spot.block + 1);
        let (unmarked, marked_ahead) = (self.unmarked, self.marked_ahead);
        let block = reading.block(spot);
        let span = block.map(|block| block.span).unwrap_or_default();
        let part = self.last();
        if !part.choices.is_empty() {
            let begins = part.answers.last().is_some_and(|answer| answer.lead.is_empty() && answer.blocks.is_empty());
            match block.map(|block| &block.kind) {
                Some(BlockKind::Code(code)) if part.answers.is_empty() => {
                    let said =
                        code.text.split_once(':').filter(|(label, _)| is_answer(reading, label)).map_or(&*code.text, |(_, said)| said);
                    choices::mark_correct(&mut part.choices, said);
                }
                Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) if begins => {
                    choices::mark_correct(&mut part.choices, &text::inlines(inlines));
                }
                _ => {}
            }
        }
        if part.open {
            if let Some(answer) = part.answers.last_mut() {
                add(&mut answer.blocks, place);
            }
        } else if marked_ahead && part.choices.is_empty() && part.answers.is_empty() && part.words.is_none() {
            add(&mut part.context, place);
        } else if unmarked == Unmarked::Answer && part.answers.is_empty() {
            part.answers.push(Answer::of_blocks(span, vec![place]));
            part.open = true;
        }
    }

    /// Takes a block of choices, where none were and no answer was given yet.
    fn take_choices(&mut self, spot: Spot) -> bool {
        let reading = self.reading;
        let part = self.last();
        if part.choices.is_empty() && part.answers.is_empty() {
            part.choices = choices::read(reading, spot).unwrap_or_default();
            return !part.choices.is_empty();
        }
        false
    }

    fn last(&mut self) -> &mut Content {
        if self.parts.is_empty() {
            self.parts.push(Content::default());
        }
        let last = self.parts.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "the line above sees to it that there is a last part")]
        &mut self.parts[last]
    }

    fn extend(&mut self, span: Span) {
        let part = self.last();
        part.extent = Some(part.extent.map_or(span, |extent| extent.join(span)));
    }

    /// `#### Weak answer`, `#### Answer: D`: what the word says of the answer, and what follows it.
    fn heading_answer(&self, inlines: &[Inline]) -> Option<(Option<Grade>, Vec<Inline>)> {
        let text = text::inlines(inlines);
        let (label, _) = text.split_once([':', '：']).unwrap_or((&text, ""));
        let length = text.len() - text.get(label.len()..)?.trim_start_matches([':', '：']).trim_start().len();
        let grade = match self.reading.part_of(label)? {
            Part::Answer(grade) => grade,
            Part::Solution => None,
            _ => return None,
        };
        let mut rest = inlines.to_vec();
        cut::front(&mut rest, length);
        Some((grade, rest))
    }

    /// The link to another host that stands for an answer: `[Answer](https://…)`, `Solution: [no. 7](https://…)`.
    fn led<'i>(&self, inlines: &'i [Inline]) -> Option<&'i Inline> {
        let (label, link) = match inlines {
            [link @ Inline { kind: InlineKind::Link(_, words), .. }] => (text::inlines(words), link),
            [Inline { kind: InlineKind::Text(label), .. }, link @ Inline { kind: InlineKind::Link(..), .. }] => {
                (label.trim_end().strip_suffix([':', '：'])?.to_owned(), link)
            }
            _ => return None,
        };
        let says_so = matches!(self.reading.part_of(&label), Some(Part::Answer(_) | Part::Solution));
        (says_so && leads_off(self.reading.document, std::slice::from_ref(link))).then_some(link)
    }

    fn is_answer_summary(&self, summary: &[Inline]) -> bool {
        let text = text::inlines(summary);
        let label = text.trim_end_matches([':', '：', ' ']);
        matches!(self.reading.part_of(label), Some(Part::Answer(_) | Part::Solution)) || noise::is_toggle(label)
    }

    /// Whether the items of a list are answers: `- **Weak answer:** …`.
    fn answer_items(&self, spot: Spot) -> bool {
        matches!(self.reading.block(spot), Some(Block { kind: BlockKind::List(_), .. }))
            && self.reading.runs_in(spot).any(|run| self.reading.labels_at(Spot { run, block: 0 }).first().is_some_and(Labelled::is_answer))
    }

    fn body(self) -> Body {
        let Self { reading, finding, parts, level, .. } = self;
        let mut parts = parts.into_iter().map(|mut part| {
            part.answers.retain(|answer| !answer.lead.is_empty() || !answer.blocks.is_empty());
            for answer in &mut part.answers {
                answer.state = answer_state::state(reading, answer);
            }
            part
        });
        let own = parts.next().unwrap_or_default();
        let follow_up = Finding { kind: QuestionKind::FollowUp, explicit: Explicit::Yes, ..finding };
        let follow_ups = parts.filter_map(|part| {
            let (words, spot) = part.words?;
            let body = Body { context: part.context, choices: part.choices, answers: part.answers, ..Body::default() };
            let mut draft = Draft::new(reading, follow_up, words, spot, spot.block + 1, body);
            draft.question.label = part.label;
            draft.extent = part.extent.map_or(draft.question.span, |extent| extent.join(draft.question.span));
            Some(draft)
        });
        let follow_ups = follow_ups.collect();
        Body { context: own.context, choices: own.choices, answers: own.answers, follow_ups, level }
    }
}

/// Whether a text says that an answer follows.
fn is_answer(reading: &Reading<'_>, label: &str) -> bool {
    matches!(reading.part_of(label), Some(Part::Answer(_)))
}

/// Adds a block to places: one run of siblings is one place.
fn add(places: &mut Vec<Place>, place: Place) {
    match places.last_mut() {
        Some(last) if last.steps == place.steps && last.blocks.end == place.blocks.start => last.blocks.end = place.blocks.end,
        _ => places.push(place),
    }
}
