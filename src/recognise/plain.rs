//! Questions in plain lines, with what follows as answer: `What is a heap?` as a paragraph, or `3. What is a heap?` as a line of
//! one that its author took for a list item.
//!
//! A line of an article may ask as well. It is a question where an answer that says so stands right behind it, where a heading
//! announces questions, or where the note is made of such lines.

use std::ops::Range;

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::links::is_link;
use super::prefix::front;
use super::reading::{Holder, Labelled, Reading, Spot};
use super::series;
use super::vocabulary::{Look, Part, begins_question, is_no_question, look};
use super::words::{Words, words};
use crate::markdown::{BlockKind, Inline, InlineKind, cut, label};
use crate::note::{Answer, Explicit, QuestionKind};
use crate::span::Span;

pub(super) const NAME: &str = "plain";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };

/// How many lines must ask where nothing announces questions.
const LEAST: usize = 5;

/// How long a line is at most that asks without a question mark.
const LONGEST: usize = 160;

/// A line that asks.
struct Line {
    spot: Spot,
    /// The inlines of its paragraph that it takes up.
    inlines: Range<usize>,
    words: Words,
}

impl Line {
    fn place(&self) -> (Spot, usize) {
        (self.spot, self.inlines.start)
    }
}

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let mut found = answered(reading);
    let asking = asking(reading);
    let paragraphs = || reading.blocks(0).iter().filter(|block| matches!(block.kind, BlockKind::Paragraph(_))).count();
    let taken = asking.len();
    let dominates = taken >= LEAST && taken * 4 >= paragraphs();
    // Lists count on in lines that are none of theirs.
    let numbered = asking.iter().filter(|line| line.words.number.is_some()).count();
    let listed = || series::of(reading, 0, 0..reading.document.blocks.len()).iter().map(|series| series.asks).sum::<usize>();
    let counts_on = numbered > 0 && numbered + listed() >= LEAST;
    let announced = |line: &Line| {
        let section = reading.section(line.spot);
        let own = section.is_some_and(|section| reading.announces(section));
        (own || taken > 1) && reading.is_announced(section) && (line.inlines.start == 0 || line.words.number.is_some())
    };
    let counted = |line: &Line| counts_on && line.words.number.is_some();
    // Two people talk.
    let is_interview = asking.iter().filter(|line| line.words.asks).nth(1).is_some();
    let said = |line: &Line| is_interview && line.words.asks;
    found.extend(asking.into_iter().filter(|line| dominates || counted(line) || announced(line) || said(line)));
    if is_interview {
        found.extend(told(reading));
    }
    if dominates || counts_on {
        found.extend(wondering(reading));
    }
    found.sort_by_key(Line::place);
    found.dedup_by_key(|line| line.place());
    // Where most questions follow each other, what stands between others is a heading of its own.
    let bare = found.windows(2).filter(|pair| matches!(pair, [one, next] if follows(reading, one, next))).count();
    let unmarked = if taken > 2 && bare * 2 >= found.len() { Unmarked::Nothing } else { Unmarked::Answer };
    (0..found.len()).filter_map(|at| question(reading, found.get(at)?, found.get(at + 1), unmarked)).collect()
}

/// How many lines of paragraphs go on counting what a list began: `3. Why …?` right behind text is no item of a list.
pub(super) fn counted(reading: &Reading<'_>) -> usize {
    asking(reading).iter().filter(|line| line.words.number.is_some()).count()
}

/// Whether a paragraph holds a line that goes on counting.
pub(super) fn counts_on(reading: &Reading<'_>, spot: Spot) -> bool {
    let is_asking = reading.block(spot).is_some_and(|block| reading.holds_mark(block.span));
    let inlines = reading.paragraph(spot).filter(|_| is_asking).unwrap_or_default();
    label::lines(inlines).any(begins_with_number)
}

/// Lines right in front of an answer that says that it is one.
fn answered(reading: &Reading<'_>) -> Vec<Line> {
    let answers = reading.labels.iter().filter(|labelled| matches!(labelled.meaning.part, Some(Part::Answer(_))));
    answers.filter_map(|labelled| before(reading, labelled)).filter(|line| reading.is_body(line.spot)).collect()
}

/// The line right in front of a label, where it asks and no label opens it.
fn before(reading: &Reading<'_>, labelled: &Labelled<'_>) -> Option<Line> {
    let end = labelled.inlines.start;
    let (spot, end) = if end > 0 {
        (labelled.spot, end)
    } else {
        let spot = above(reading, labelled.spot)?;
        (spot, reading.paragraph(spot)?.len())
    };
    let inlines = reading.paragraph(spot)?.get(..end)?;
    let trimmed = inlines.len() - inlines.iter().rev().take_while(|inline| inline.is_break()).count();
    let start = inlines.get(..trimmed)?.iter().rposition(Inline::is_break).map_or(0, |last| last + 1);
    let is_labelled = reading.labels_at(spot).iter().any(|other| other.inlines.contains(&start) && other.inlines.start != end);
    let opens = reading.labels_at(spot).first().is_none_or(|first| first.inlines.start >= trimmed);
    // A question may go on over two lines.
    let from = if opens && inlines.iter().filter(|inline| inline.is_break()).count() < 3 && !is_labelled { 0 } else { start };
    let line = |from: usize| line(spot, inlines, from..trimmed).filter(|line| asks(line) || look(&line.words.plain) > Look::States);
    if is_labelled { None } else { line(start).filter(|_| from == start).or_else(|| line(from)).or_else(|| line(start)) }
}

/// The paragraph right above a block, or above the list or quotation that it opens.
fn above(reading: &Reading<'_>, spot: Spot) -> Option<Spot> {
    let of_list = spot.block == 0;
    let spot = if of_list { reading.runs.get(spot.run)?.parent? } else { spot };
    let above = Spot { block: spot.block.checked_sub(1)?, ..spot };
    // An item that asks, with answers in a list of their own, is the affair of those who read lists.
    if of_list && reading.runs.get(above.run)?.holder == Holder::Item && reading.holds_mark(reading.block(above)?.span) {
        return None;
    }
    reading.paragraph(above).map(|_| above)
}

/// The lines that ask with a question mark and begin as questions do: the first and the last of a paragraph, and numbered ones
/// in it.
fn asking(reading: &Reading<'_>) -> Vec<Line> {
    let mut found = Vec::new();
    for &spot in &reading.kinds.asking {
        let Some(holder) = reading.runs.get(spot.run).map(|run| run.holder) else { continue };
        let Some(inlines) = reading.paragraph(spot).filter(|_| matches!(holder, Holder::Document | Holder::Item)) else { continue };
        if !reading.is_body(spot) {
            continue;
        }
        let labels = reading.labels_at(spot);
        if holder == Holder::Document
            && inlines.first().is_some_and(may_name_speaker)
            && labels.is_empty()
            && let Some(said) = line(spot, inlines, 0..inlines.len()).filter(is_said)
        {
            found.push(said);
            continue;
        }
        let is_list = holder == Holder::Document && is_list_of_lines(inlines);
        let mut start = 0;
        for piece in inlines.split_inclusive(Inline::is_break) {
            let range = start..start + piece.iter().filter(|inline| !inline.is_break()).count();
            start += piece.len();
            let opens = (range.start == 0 || range.end == inlines.len()) && holder == Holder::Document;
            let is_free = !labels.iter().any(|label| label.inlines.start == range.start);
            let may = is_free && (opens || is_list || (range.start > 0 && (begins_with_number(piece) || begins_with_bullet(piece))));
            let own = inlines.get(range.clone()).unwrap_or_default();
            // Cheap to see, and most paragraphs with a question mark go on behind it.
            if may && ends_in_mark(own) {
                found.extend(line(spot, inlines, range).filter(asks));
            }
        }
    }
    found
}

/// Paragraphs of one line, and numbered lines, that ask without a question mark: `Explain heaps.`
fn wondering(reading: &Reading<'_>) -> Vec<Line> {
    let mut found = Vec::new();
    for block in 0..reading.blocks(0).len() {
        let spot = Spot { run: 0, block };
        let Some(inlines) = reading.paragraph(spot).filter(|_| reading.is_body(spot) && reading.labels_at(spot).is_empty()) else {
            continue;
        };
        let is_alone = !inlines.iter().any(Inline::is_break) || is_list_of_lines(inlines);
        let mut start = 0;
        for piece in inlines.split_inclusive(Inline::is_break) {
            let range = start..start + piece.iter().filter(|inline| !inline.is_break()).count();
            start += piece.len();
            if let Some(Inline { kind: InlineKind::Text(first), .. }) = piece.first()
                && (is_alone || begins_with_number(piece) || begins_with_bullet(piece))
                && first.len() <= LONGEST
                && !first.ends_with(':')
            {
                found.extend(line(spot, inlines, range).filter(|line| look(&line.words.plain) == Look::Wonders));
            }
        }
    }
    found
}

/// What an interviewer wants without a question mark: `**Interviewer:** Explain heaps.`
fn told(reading: &Reading<'_>) -> Vec<Line> {
    let told = |&spot: &Spot| {
        let inlines = reading.paragraph(spot).filter(|_| spot.run == 0 && reading.is_body(spot) && reading.labels_at(spot).is_empty())?;
        inlines.first().filter(|first| may_name_speaker(first))?;
        line(spot, inlines, 0..inlines.len()).filter(|line| line.words.asks && look(&line.words.plain) == Look::Wonders)
    };
    reading.kinds.strong.iter().filter_map(told).collect()
}

fn line(spot: Spot, inlines: &[Inline], range: Range<usize>) -> Option<Line> {
    let own = inlines.get(range.clone())?;
    let words = words(own.to_vec());
    let is_words = words.plain.contains(char::is_alphanumeric) && !is_link(own) && !is_aside(&words.plain) && !is_no_question(&words.plain);
    is_words.then_some(Line { spot, inlines: range, words })
}

/// Whether a line ends in a question mark, and begins as questions do or with a number.
fn asks(line: &Line) -> bool {
    let words = &line.words;
    look(&words.plain) == Look::Asks && !offers(&words.plain) && (words.asks || words.number.is_some() || begins_question(&words.plain))
}

/// Whether strong words are short enough for the name of who speaks: cheap to see, and most questions are longer.
fn may_name_speaker(first: &Inline) -> bool {
    const LONGEST: usize = 40;
    first.span.range().len() <= LONGEST && label::is_weighty(first)
}

/// Whether an interviewer says a line that goes on behind its question: `**Interviewer:** Why heaps? Take your time.`
fn is_said(line: &Line) -> bool {
    line.words.asks && line.words.plain.split_inclusive(['?', '？']).any(|part| look(part) == Look::Asks)
}

/// Whether a line stands in brackets as a whole, as what is said aside.
fn is_aside(text: &str) -> bool {
    let close = match text.chars().next() {
        Some('(') => ')',
        Some('（') => '）',
        _ => return false,
    };
    text.find(close).is_some_and(|at| at + close.len_utf8() == text.len())
}

/// Whether at least half of a paragraph's lines ask, as where a list lost its bullets.
fn is_list_of_lines(inlines: &[Inline]) -> bool {
    let count = inlines.iter().filter(|inline| inline.is_break()).count() + 1;
    count > 2 && inlines.split(Inline::is_break).filter(|line| ends_in_mark(line)).count() * 2 >= count
}

/// Whether a question mark stands in the last words of a line.
fn ends_in_mark(line: &[Inline]) -> bool {
    match line.last().map(|inline| &inline.kind) {
        Some(InlineKind::Text(text)) => look(text) == Look::Asks,
        Some(InlineKind::Strong(inner) | InlineKind::Emphasis(inner)) => ends_in_mark(inner),
        Some(_) => true,
        None => false,
    }
}

/// Whether a line offers something to the reader, as assistants do at the end: `Would you like fifty more?`
fn offers(text: &str) -> bool {
    const OFFERS: [&str; 5] = ["would you like ", "do you want me ", "shall i ", "should i ", "want me to "];
    OFFERS.iter().any(|offer| text.get(..offer.len()).is_some_and(|head| head.eq_ignore_ascii_case(offer)))
}

/// What is cheap to see of a line that is numbered.
fn begins_with_number(line: &[Inline]) -> bool {
    let first = |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    // `2- Why?` is a number too where a line begins with it.
    let dashed = |text: &str| text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with("- ");
    match line.first().map(|inline| &inline.kind) {
        Some(InlineKind::Text(text)) => first(text) && (front(text.trim_start()).number.is_some() || dashed(text.trim_start())),
        Some(InlineKind::Strong(inner)) => matches!(inner.first().map(|inline| &inline.kind), Some(InlineKind::Text(text)) if first(text)),
        _ => false,
    }
}

/// Whether an ornament stands in front of a line as a bullet does: `💡 Why?`, `• Why?`.
fn begins_with_bullet(line: &[Inline]) -> bool {
    matches!(line.first().map(|inline| &inline.kind), Some(InlineKind::Text(text)) if text.starts_with(is_bullet))
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '◦' | '●' | '▪' | '➤' | '➡' | '→' | '✅' | '❓' | '❔' | '\u{1f300}'..='\u{1faff}')
}

/// Whether a line stands right behind another.
fn follows(reading: &Reading<'_>, one: &Line, next: &Line) -> bool {
    let ends = reading.paragraph(one.spot).is_some_and(|inlines| inlines.len() == one.inlines.end);
    one.spot.run == next.spot.run
        && ((ends && one.spot.block + 1 == next.spot.block && next.inlines.start == 0)
            || (one.spot == next.spot && one.inlines.end + 1 == next.inlines.start))
}

fn question(reading: &Reading<'_>, line: &Line, next: Option<&Line>, unmarked: Unmarked) -> Option<Draft> {
    let Line { spot, .. } = *line;
    let inlines = reading.paragraph(spot)?;
    let shared = next.filter(|next| next.spot == spot);
    let stop = shared.map_or(inlines.len(), |next| next.inlines.start);
    let labels = reading.labels_at(spot);
    let marked = labels.iter().find(|label| label.is_answer() && (line.inlines.end..stop).contains(&label.inlines.start));
    let mut lead = match marked {
        Some(label) => label.label.content(inlines.get(label.inlines.start..stop.min(label.inlines.end))?),
        // Behind a bullet the next one says something else.
        None if unmarked == Unmarked::Answer => {
            let behind = inlines.get(line.inlines.end..stop)?;
            let is_bulleted = begins_with_bullet(inlines.get(line.inlines.clone())?);
            let own = behind.split_inclusive(Inline::is_break).take_while(|line| !(is_bulleted && begins_with_bullet(line)));
            behind.get(..own.map(<[Inline]>::len).sum())?.to_vec()
        }
        None => Vec::new(),
    };
    cut::trim(&mut lead);
    let end = if shared.is_some() { spot.block + 1 } else { end(reading, spot, next) };
    let unmarked = if marked.is_some() { Unmarked::Answer } else { unmarked };
    let mut body = read(reading, FINDING, spot.run, spot.block + 1..end, lead, unmarked);
    // The lines in front of the next question, in its own paragraph.
    if body.answers.is_empty() && unmarked == Unmarked::Answer {
        let mut before = next
            .filter(|next| next.spot.run == spot.run && next.spot.block == end)
            .and_then(|next| reading.paragraph(next.spot)?.get(..next.inlines.start))
            .unwrap_or_default()
            .to_vec();
        cut::trim(&mut before);
        body.answers.extend(span_of(&before).map(|span| Answer::of_text(span, before)));
    }
    let answers = body.answers.iter().map(|answer| answer.span).reduce(Span::join);
    let mut draft = Draft::new(reading, FINDING, line.words.clone(), spot, end, body);
    if line.inlines.start > 0 || shared.is_some() {
        draft.extent = answers.map_or(draft.question.span, |answers| draft.question.span.join(answers));
    }
    Some(draft)
}

fn span_of(inlines: &[Inline]) -> Option<Span> {
    inlines.iter().map(|inline| inline.span).reduce(Span::join)
}

/// Where the answer to a line ends.
fn end(reading: &Reading<'_>, spot: Spot, next: Option<&Line>) -> usize {
    let blocks = reading.blocks(spot.run);
    let ends = |block: &usize| {
        let here = Spot { block: *block, ..spot };
        let is_next = next.is_some_and(|next| next.spot == here || reading.holds(here, next.spot));
        let asks = reading.labels_at(here).first().is_some_and(Labelled::is_question);
        is_next || asks || matches!(blocks.get(*block).map(|block| &block.kind), Some(BlockKind::Heading(..) | BlockKind::Rule) | None)
    };
    (spot.block + 1..blocks.len()).find(ends).unwrap_or(blocks.len())
}
