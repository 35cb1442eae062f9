//! Questions that a label opens: from the label to what ends them.
//!
//! Takes a labelled line; gives the question with its body, up to the next question, callout, rule or heading. Must not choose
//! which labels open one; each recogniser does.

use std::ops::Range;

use super::body::{Unmarked, answer, content, read, segment};
use super::draft::{Body, Draft, Finding};
use super::reading::{Holder, Labelled, Reading, Spot};
use super::vocabulary::{Look, Part, look};
use super::words::{Parted, Words, split_answer, words};
use crate::markdown::label::{Spelling, lines};
use crate::markdown::{BlockKind, Inline, InlineKind, cut};
use crate::note::Answer;
use crate::span::Span;

/// The questions that the chosen labels open. Where none of a note's has a marked answer, what follows them is their answer.
pub(super) fn questions<'a>(reading: &Reading<'a>, finding: Finding, opens: impl Fn(&Labelled<'a>) -> bool) -> Vec<Draft> {
    let chosen = reading.labels.iter().filter(|labelled| opens(labelled) && reading.is_body(labelled.spot));
    let opened: Vec<Opened<'_, 'a>> = chosen.filter_map(|labelled| Opened::by(reading, labelled)).collect();
    let bodies = |unmarked| -> Vec<Body> { opened.iter().map(|opened| opened.body(reading, finding, unmarked)).collect() };
    let mut unmarked = Unmarked::Nothing;
    let mut found = bodies(unmarked);
    if !opened.iter().zip(&found).any(|(opened, body)| opened.is_answered(body)) {
        unmarked = Unmarked::Answer;
        found = bodies(unmarked);
    }
    opened.into_iter().zip(found).map(|(opened, body)| opened.draft(reading, finding, body, unmarked)).collect()
}

/// A question that a label opens, before what stands below it is read.
struct Opened<'r, 'a> {
    labelled: &'r Labelled<'a>,
    words: Words,
    /// The answer that stands in brackets behind the words.
    bracketed: Option<Answer>,
    /// The lines behind those of the words in their paragraph.
    rest: Option<Vec<Inline>>,
    spot: Spot,
    /// The blocks below it.
    below: Range<usize>,
}

impl<'r, 'a> Opened<'r, 'a> {
    fn by(reading: &'r Reading<'a>, labelled: &'r Labelled<'a>) -> Option<Self> {
        let spot = labelled.spot;
        let mut inlines = if labelled.numbered { segment(reading, labelled).to_vec() } else { content(reading, labelled) };
        let mut next = spot.block + 1;
        let later = later(reading, labelled);
        if inlines.is_empty() && later.is_empty() {
            inlines = words_below(reading, spot, &mut next)?;
        }
        let Parted { asked, answer: bracketed } = split_answer(inlines, reading.vocabulary());
        let (asked, rest) = split_lines(asked);
        let words = words(asked);
        if words.plain.is_empty() || (labelled.label.spelling == Spelling::Plain && !is_plain_question(labelled, &words)) {
            return None;
        }
        // A question in a quotation of its own is answered behind it.
        let home =
            reading.runs.get(spot.run).filter(|run| run.holder == Holder::Quote && next == run.blocks.len()).and_then(|run| run.parent);
        let from = home.map_or(next, |quote| quote.block + 1);
        let spot = home.unwrap_or(spot);
        // What stands below belongs to the last question of a paragraph.
        let end = if later.iter().any(|other| is_next(labelled, other)) { from } else { end(reading, spot, from, labelled) };
        Some(Self { labelled, words, bracketed, rest, spot, below: from..end.max(from) })
    }

    /// What stands below it.
    fn body(&self, reading: &Reading<'a>, finding: Finding, unmarked: Unmarked) -> Body {
        // Behind `Answer:` at a paragraph's end the answer stands below.
        let own = later(reading, self.labelled).iter().take_while(|other| !is_next(self.labelled, other));
        let hangs = own.last().is_some_and(|last| last.is_answer() && last.label.rest.is_empty() && last.label.subject.is_none());
        let unmarked = if hangs { Unmarked::Answer } else { unmarked };
        let mut body = read(reading, finding, self.spot.run, self.below.clone(), Vec::new(), unmarked);
        same_paragraph(reading, finding, self.labelled, &mut body);
        if hangs && body.answers.iter().all(|answer| answer.lead.is_empty() && answer.blocks.is_empty()) {
            body.answers.extend(self.before_next(reading));
        }
        if body.answers.is_empty() && self.bracketed.is_none() {
            siblings(reading, finding, self.spot, &mut body);
        }
        body
    }

    /// The lines in front of the next question, in its own paragraph.
    fn before_next(&self, reading: &Reading<'a>) -> Option<Answer> {
        let spot = Spot { block: self.below.end, ..self.spot };
        let next = reading.labels_at(spot).first()?;
        let mut before = reading.paragraph(spot)?.get(..next.inlines.start)?.to_vec();
        cut::trim(&mut before);
        let span = before.iter().map(|inline| inline.span).reduce(Span::join)?;
        Some(Answer::of_text(span, before))
    }

    /// Whether it has an answer that a mark tells.
    fn is_answered(&self, body: &Body) -> bool {
        !body.answers.is_empty() || self.bracketed.is_some() || (self.labelled.numbered && self.rest.is_some())
    }

    fn draft(self, reading: &Reading<'a>, finding: Finding, mut body: Body, unmarked: Unmarked) -> Draft {
        let Self { labelled, words, bracketed, rest, spot, below } = self;
        let rest = rest.filter(|_| body.answers.is_empty() && (unmarked == Unmarked::Answer || labelled.numbered));
        let behind = |lead: Vec<Inline>| {
            let span = lead.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or(labelled.label.span);
            Answer::of_text(span, lead)
        };
        if let Some(answer) = bracketed.or_else(|| rest.map(behind)) {
            body.answers.insert(0, answer);
        }
        Draft::new(reading, finding, words, spot, below.end, body).labelled(labelled.shown())
    }
}

/// `Question: …` without weight opens one only if it asks; `Q: …` and numbers do in any case.
fn is_plain_question(labelled: &Labelled<'_>, words: &Words) -> bool {
    words.quoted || words.asks || look(&words.plain) > Look::States || labelled.label.words.chars().count() < 9
}

/// The words below a label that stands alone.
fn words_below(reading: &Reading<'_>, spot: Spot, next: &mut usize) -> Option<Vec<Inline>> {
    let below = Spot { block: *next, ..spot };
    let inlines = match &reading.block(below)?.kind {
        BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) if reading.labels_at(below).is_empty() => inlines,
        BlockKind::Quote(None, blocks) => match blocks.first().map(|block| &block.kind) {
            Some(BlockKind::Paragraph(inlines)) => inlines,
            _ => return None,
        },
        _ => return None,
    };
    *next += 1;
    Some(inlines.to_vec())
}

/// What stands in front of an answer's lines.
const ARROWS: [&str; 5] = ["->", "=>", "→", "➡", "⇒"];

/// Parts the lines of the words from those that follow them.
pub(super) fn split_lines(mut inlines: Vec<Inline>) -> (Vec<Inline>, Option<Vec<Inline>>) {
    cut::trim(&mut inlines);
    let count = lines(&inlines).count();
    if count < 2 {
        return (inlines, None);
    }
    let mut end = 0;
    for (position, line) in inlines.split(Inline::is_break).enumerate() {
        let start = end;
        end += line.len() + usize::from(position > 0);
        // `-> because` below the words.
        if position > 0
            && line
                .first()
                .is_some_and(|first| matches!(&first.kind, InlineKind::Text(text) if ARROWS.iter().any(|arrow| text.starts_with(arrow))))
        {
            let mut rest = inlines.split_off(start);
            cut::trim(&mut rest);
            return (inlines, Some(rest));
        }
        let plain = crate::markdown::text::inlines(line);
        let whole = matches!(line, [Inline { kind: InlineKind::Strong(_), .. }]);
        if whole || look(&plain) == Look::Asks {
            let mut rest = inlines.split_off(end);
            cut::trim(&mut rest);
            return (inlines, Some(rest).filter(|rest| !rest.is_empty()));
        }
    }
    (inlines, None)
}

/// Where the body of a question ends.
fn end(reading: &Reading<'_>, spot: Spot, from: usize, opening: &Labelled<'_>) -> usize {
    let is_follow_up = opening.meaning.part == Some(Part::FollowUp);
    let blocks = reading.blocks(spot.run);
    let stops = |&block: &usize| {
        let here = Spot { block, ..spot };
        let first = reading.labels_at(here).first().or_else(|| first_of_list(reading, here));
        match blocks.get(block).map(|block| &block.kind) {
            Some(BlockKind::Heading(..) | BlockKind::Rule) | None => true,
            _ => first.is_some_and(|first| match first.meaning.part {
                Some(Part::Question | Part::Scenario | Part::Prompts) | None => true,
                Some(Part::FollowUp) => is_follow_up,
                Some(_) => false,
            }),
        }
    };
    (from..blocks.len()).find(stops).unwrap_or(blocks.len())
}

/// The label that a list's first item or a quotation begins with.
fn first_of_list<'r, 'a>(reading: &'r Reading<'a>, spot: Spot) -> Option<&'r Labelled<'a>> {
    let run = reading
        .runs_in(spot)
        .next()
        .filter(|&run| reading.runs.get(run).is_some_and(|run| matches!(run.holder, Holder::Item | Holder::Quote)))?;
    reading.labels_at(Spot { run, block: 0 }).first().filter(|first| first.meaning.part.is_some())
}

/// Answers and follow-ups in the same paragraph, behind the question.
fn same_paragraph(reading: &Reading<'_>, finding: Finding, opening: &Labelled<'_>, body: &mut Body) {
    let mut later = later(reading, opening).iter().take_while(|other| !is_next(opening, other)).peekable();
    if later.peek().is_none() {
        return;
    }
    let mut target = None;
    for labelled in later {
        match labelled.meaning.part {
            Some(Part::Answer(_) | Part::Solution) => {
                let answer = answer(reading, labelled);
                if answer.lead.is_empty() {
                    continue;
                }
                match target {
                    None => body.answers.insert(0, answer),
                    Some(()) => {
                        if let Some(last) = body.follow_ups.first_mut() {
                            last.question.answers.insert(0, answer);
                        }
                    }
                }
            }
            Some(Part::FollowUp) => {
                let words = words(content(reading, labelled));
                if !words.plain.is_empty() {
                    let finding = Finding { kind: crate::note::QuestionKind::FollowUp, ..finding };
                    let draft = Draft::new(reading, finding, words, opening.spot, opening.spot.block + 1, Body::default());
                    body.follow_ups.insert(0, draft.labelled(labelled.shown()));
                    target = Some(());
                }
            }
            _ => {}
        }
    }
}

/// The labels behind one in the same paragraph.
fn later<'r, 'a>(reading: &'r Reading<'a>, labelled: &Labelled<'_>) -> &'r [Labelled<'a>] {
    let labels = reading.labels_at(labelled.spot);
    let first = labels.partition_point(|other| other.inlines.start <= labelled.inlines.start);
    labels.get(first..).unwrap_or_default()
}

/// Whether a label in the same paragraph opens the next question.
fn is_next(opening: &Labelled<'_>, other: &Labelled<'_>) -> bool {
    match other.meaning.part {
        Some(Part::Question | Part::Scenario | Part::Prompts) => true,
        Some(Part::FollowUp) => opening.meaning.part == Some(Part::FollowUp),
        _ => false,
    }
}

/// Answers in the items behind the question's own: `- **Q:** …` then `- **A:** …`.
fn siblings(reading: &Reading<'_>, finding: Finding, spot: Spot, body: &mut Body) {
    let Some(parent) = reading.runs.get(spot.run).filter(|run| run.holder == Holder::Item).and_then(|run| run.parent) else { return };
    for run in spot.run + 1..reading.runs_in(parent).end {
        let first = reading.labels_at(Spot { run, block: 0 }).first();
        if !first.is_some_and(Labelled::is_answer) {
            break;
        }
        let found = read(reading, finding, run, 0..reading.blocks(run).len(), Vec::new(), Unmarked::Nothing);
        body.answers.extend(found.answers);
        body.follow_ups.extend(found.follow_ups);
    }
}
