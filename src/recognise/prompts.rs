//! A list of questions under a label or heading that announces it: `**Interview Questions:**`, `**What Interviewers Test**:`.

use super::body::{Unmarked, answer, read};
use super::draft::{Draft, Finding};
use super::links::leads_elsewhere;
use super::opening::split_lines;
use super::reading::{Labelled, Reading, Spot};
use super::series::{self, is_dialogue};
use super::vocabulary::{Look, Part, look};
use super::words::{Parted, Words, split_answer, split_behind, words};
use crate::markdown::{BlockKind, Inline, InlineKind, Item, label, text};
use crate::note::{Answer, Explicit, QuestionKind};
use crate::span::Span;

pub(super) const NAME: &str = "prompts";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let mut found = Vec::new();
    for labelled in reading.labels.iter().filter(|labelled| announces(labelled) && reading.is_body(labelled.spot)) {
        let below = Spot { block: labelled.spot.block + 1, ..labelled.spot };
        let is_last = reading.labels_at(labelled.spot).last().is_some_and(|last| last.inlines == labelled.inlines);
        if is_last && is_list(reading, below) {
            items(reading, FINDING, below, Trust::Most, &mut found);
        }
        lines_behind(reading, labelled, &mut found);
    }
    for (id, section) in reading.outline.sections.iter_ids() {
        if reading.announces(id) || reading.part_of_section(id) == Some(Part::Prompts) {
            let from = section.blocks.start + 1;
            let blocks = reading.document.blocks.get(from..section.blocks.end).unwrap_or_default();
            let own = blocks.iter().take_while(|block| !matches!(block.kind, BlockKind::Heading(..))).count();
            for series in series::of(reading, 0, from..from + own) {
                series.questions(reading, FINDING, &mut found);
            }
        }
    }
    found
}

/// Whether a label announces questions: several of them, or one in a language that counts none.
fn announces(labelled: &Labelled<'_>) -> bool {
    match labelled.meaning.part {
        Some(Part::Prompts) => true,
        Some(Part::Question) => labelled.label.rest.is_empty(),
        _ => false,
    }
}

/// Whether a line is a piece of code and nothing else.
fn is_code(line: &[Inline]) -> bool {
    matches!(line, [Inline { kind: InlineKind::Code(_), .. }])
}

/// Whether a block is a list most items of which ask, so that what stands above it is only its name.
fn mostly_asks(reading: &Reading<'_>, spot: Spot) -> bool {
    let Some(BlockKind::List(list)) = reading.block(spot).map(|block| &block.kind) else { return false };
    let asks = |item: &&Item| label::lines(item.lead()).next().is_some_and(|line| look(text::words(line).trim()) > Look::States);
    list.items.iter().filter(asks).count() * 2 >= list.items.len() && !leads_elsewhere(reading.document, list)
}

fn is_list(reading: &Reading<'_>, spot: Spot) -> bool {
    matches!(reading.block(spot).map(|block| &block.kind), Some(BlockKind::List(_)))
}

/// `**Questions:** "…" "…"` on lines of their own, without a list.
fn lines_behind(reading: &Reading<'_>, labelled: &Labelled<'_>, found: &mut Vec<Draft>) {
    if labelled.meaning.part != Some(Part::Prompts) || labelled.label.rest.is_empty() {
        return;
    }
    let inlines = labelled.label.rest.to_inlines();
    for line in inlines.split(Inline::is_break) {
        if let Some((words, answers)) = asked(reading, line).filter(|(words, _)| words.quoted || look(&words.plain) == Look::Asks) {
            let body = super::draft::Body { answers, ..Default::default() };
            let draft = Draft::new(reading, FINDING, words, labelled.spot, labelled.spot.block + 1, body);
            found.push(Draft { extent: draft.question.span, ..draft });
        }
    }
}

/// Which items of a list are questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// All of them, as those of the lists around it.
    All,
    /// All of them, if most ask.
    Most,
    /// Those that ask.
    Asking,
}

/// The questions of a list.
pub(super) fn items(reading: &Reading<'_>, finding: Finding, list: Spot, trust: Trust, found: &mut Vec<Draft>) {
    match reading.block(list).map(|block| &block.kind) {
        Some(BlockKind::List(list)) if !leads_elsewhere(reading.document, list) && !is_dialogue(list) => {}
        _ => return,
    }
    let runs = reading.runs_in(list);
    let mut asking = Vec::new();
    let mut count = 0;
    for run in runs {
        let first = Spot { run, block: 0 };
        let lead = match reading.block(first).map(|block| &block.kind) {
            Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) => inlines.as_ref(),
            _ => continue,
        };
        count += 1;
        let labels = reading.labels_at(first);
        if labels.first().is_some_and(|first| first.inlines.start == 0 && first.meaning.part.is_some()) {
            continue;
        }
        let line = labels.first().and_then(|first| lead.get(..first.inlines.start)).unwrap_or(lead);
        if let Some((words, mut answers)) = asked(reading, line) {
            let marked = labels.iter().filter(|labelled| labelled.is_answer()).map(|labelled| answer(reading, labelled));
            // What stands below is the answer of a label that is alone on its line.
            answers.extend(marked.filter(|answer| !answer.lead.is_empty()));
            let looks = look(&words.plain);
            let firm = words.quoted || words.asks || looks == Look::Asks;
            let asks = firm || looks > Look::States;
            if !asks && is_code(line) {
                // What the item before it asks about.
                count -= 1;
            } else if !asks && (1..reading.blocks(run).len()).any(|block| mostly_asks(reading, Spot { run, block })) {
                // A heading of its own for the list below it.
                count -= 1;
                for block in 1..reading.blocks(run).len() {
                    items(reading, finding, Spot { run, block }, trust, found);
                }
            } else {
                asking.push((run, words, answers, if firm { Look::Asks } else { looks }));
            }
        }
    }
    let asks = |looks: &Look| *looks > Look::States;
    let most = match trust {
        Trust::All => true,
        Trust::Most => asking.iter().filter(|(.., looks)| asks(looks)).count() * 5 >= count * 3,
        Trust::Asking => false,
    };
    let is_few = trust == Trust::Most && count < 3;
    let chosen = |looks: &Look| most || (is_few && *looks == Look::Asks) || (trust == Trust::Asking && asks(looks));
    // Where most go on behind their question mark, what stands there is the answer.
    let behind = asking.iter().filter(|(_, words, answers, _)| answers.is_empty() && told(words).is_some()).count();
    let are_told = behind > 1 && behind * 2 >= asking.len();
    for (run, words, answers, _) in asking.into_iter().filter(|(.., looks)| chosen(looks)) {
        let (words, answers) = match told(&words).filter(|_| are_told && answers.is_empty()) {
            Some((words, answer)) => (words, vec![answer]),
            None => (words, answers),
        };
        found.push(item(reading, finding, run, words, answers));
    }
}

/// The words up to their question mark, and the statement behind it.
fn told(words: &Words) -> Option<(Words, Answer)> {
    // Cheap to see, and most end where they ask.
    words.plain.trim_end_matches(['?', '？', '؟']).find(['?', '？', '؟'])?;
    let Parted { asked, answer } = split_behind(words.inlines.clone());
    let plain = text::inlines(&asked);
    Some((Words { inlines: asked, plain, ..words.clone() }, answer?))
}

/// One item: its words, and below them answers or the questions that follow it up.
fn item(reading: &Reading<'_>, finding: Finding, run: usize, words: Words, answers: Vec<Answer>) -> Draft {
    let end = reading.blocks(run).len();
    let mut nested = Vec::new();
    let mut own = 1;
    for block in 1..end {
        let spot = Spot { run, block };
        let before = nested.len();
        if own == 1 && block + 1 == end && is_translation(reading, &words, spot) {
            break;
        }
        if is_list(reading, spot) && !answers_in(reading, spot) {
            items(reading, Finding { kind: QuestionKind::FollowUp, ..finding }, spot, Trust::Most, &mut nested);
        }
        if nested.len() == before {
            own = block + 1;
        } else {
            break;
        }
    }
    let unmarked = if answers.is_empty() { Unmarked::Answer } else { Unmarked::Nothing };
    let mut body = read(reading, finding, run, 1..own, Vec::new(), unmarked);
    body.answers.splice(0..0, answers);
    body.follow_ups.extend(nested);
    Draft::new(reading, finding, words, Spot { run, block: 0 }, end, body)
}

/// Whether a list holds nothing but a question's words in another script.
fn is_translation(reading: &Reading<'_>, words: &Words, list: Spot) -> bool {
    let is_foreign = |text: &str| {
        let (all, foreign) =
            text.chars().filter(|c| c.is_alphabetic()).fold((0, 0), |(all, foreign), c| (all + 1, foreign + usize::from(!c.is_ascii())));
        foreign * 2 > all
    };
    let mut runs = if is_list(reading, list) { reading.runs_in(list) } else { return false };
    let (Some(run), None) = (runs.next(), runs.next()) else { return false };
    let said = reading.paragraph(Spot { run, block: 0 }).filter(|_| reading.blocks(run).len() == 1).map(text::inlines);
    said.is_some_and(|said| look(&said) > Look::States && is_foreign(&said) != is_foreign(&words.plain))
}

fn answers_in(reading: &Reading<'_>, list: Spot) -> bool {
    reading.runs_in(list).any(|run| reading.labels_at(Spot { run, block: 0 }).first().is_some_and(Labelled::is_answer))
}

/// The words of a line and the answer that stands with them.
fn asked(reading: &Reading<'_>, line: &[Inline]) -> Option<(Words, Vec<Answer>)> {
    let Parted { asked, answer } = split_answer(line.to_vec(), reading.vocabulary());
    let (asked, rest) = split_lines(asked);
    let words = words(asked);
    if !words.plain.contains(char::is_alphanumeric) {
        return None;
    }
    let behind = |lead: Vec<Inline>| {
        let span = lead.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or_default();
        Answer::of_text(span, lead)
    };
    // The same words in another language are no answer.
    let rest = rest.filter(|rest| !asks_again(rest));
    Some((words, answer.or_else(|| rest.map(behind)).into_iter().collect()))
}

/// Whether a line asks in its turn.
fn asks_again(line: &[Inline]) -> bool {
    !line.iter().any(Inline::is_break) && look(&text::words(line)) == Look::Asks
}
