//! Strong lines that ask, with what follows as answer: `**Why …?**`, in paragraphs and list items.

use std::collections::BTreeMap;

use super::body::{Unmarked, read};
use super::counted_task;
use super::draft::{Draft, Finding};
use super::links::is_link;
use super::reading::{Holder, Reading, Spot};
use super::series::{adopt, strayed};
use super::vocabulary::{Look, level_of, look};
use super::words::{Words, words};
use crate::markdown::label::is_weighty;
use crate::markdown::{BlockKind, Inline, InlineKind, cut, text};
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "bold";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };

/// How many must ask where nothing announces questions.
const LEAST: usize = 3;

struct Candidate {
    spot: Spot,
    words: Words,
    /// What follows the strong words in their paragraph.
    rest: Vec<Inline>,
    look: Look,
    /// Whether it is one of a row: by a number of its own or its list's, or the mark of a level.
    numbered: bool,
}

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let strong = reading.kinds.strong.iter();
    let candidates: Vec<Candidate> = strong.filter_map(|&spot| candidate(reading, spot, reading.paragraph(spot)?)).collect();
    let asking = candidates.iter().filter(|candidate| candidate.look == Look::Asks).count();
    let firm = asking + candidates.iter().filter(|candidate| candidate.look == Look::Wonders && candidate.numbered).count();
    let announced = |candidate: &Candidate| reading.is_announced(reading.section(candidate.spot));
    let wondering = candidates.iter().filter(|candidate| candidate.look > Look::States).count();
    let all = wondering >= LEAST && wondering * 5 >= candidates.len() * 4;
    let most = firm >= LEAST && firm * 5 >= candidates.len() * 2 || (asking * 2 >= wondering && all && wondering == candidates.len());
    let most = most && !is_aside(reading, &candidates);
    let rows = Rows::of(reading, &candidates);
    let counts_on = reading.announced && counts_on(&candidates);
    let takes = |candidate: &&Candidate| match candidate.look {
        _ if candidate.words.asks || (announced(candidate) && rows.ask(reading, candidate.spot)) => true,
        _ if counts_on && candidate.words.number.is_some() => true,
        Look::Asks => most || announced(candidate),
        Look::Wonders => (most && all) || (announced(candidate) && (all || candidate.numbered)),
        Look::States => (all || asking * 5 >= candidates.len() * 3) && asking >= LEAST && candidate.numbered,
    };
    let chosen: Vec<&Candidate> = candidates.iter().filter(takes).collect();
    if chosen.is_empty() {
        return counted_task::find(reading, FINDING);
    }
    let next: Vec<Option<Spot>> = chosen.iter().skip(1).map(|candidate| Some(candidate.spot)).chain([None]).collect();
    chosen.into_iter().zip(next).map(|(candidate, next)| question(reading, candidate, next)).collect()
}

/// Whether the few lines that ask stand in one list of an article: `1. **Who reads it?** Analysts do.`
fn is_aside(reading: &Reading<'_>, candidates: &[Candidate]) -> bool {
    const FEW: usize = 5;
    let asking = || candidates.iter().filter(|candidate| candidate.look > Look::States);
    let list = asking().next().and_then(|candidate| list_of(reading, candidate.spot));
    let in_one = list.is_some() && asking().all(|candidate| list_of(reading, candidate.spot) == list);
    let others = || reading.blocks(0).iter().filter(|block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::List(_)));
    in_one && asking().count() < FEW && others().nth(2).is_some()
}

/// Whether strong lines count through the note, from one section to the next: `**1. …**` to `**40. …**`. The parts of an answer
/// begin anew in the next one.
fn counts_on(candidates: &[Candidate]) -> bool {
    const LEAST: usize = 5;
    let number = |candidate: &Candidate| -> Option<u32> {
        let shown = candidate.words.number.as_deref()?;
        shown.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()
    };
    let numbers: Vec<u32> = candidates.iter().filter_map(number).collect();
    let steps = numbers.windows(2).filter(|pair| matches!(pair, [one, next] if *next == one.saturating_add(1))).count();
    numbers.len() >= LEAST && steps * 5 >= (numbers.len() - 1) * 4
}

/// How many strong lines open the items of each list, and how many of those ask.
struct Rows {
    of: BTreeMap<(usize, usize), (usize, usize)>,
}

impl Rows {
    fn of(reading: &Reading<'_>, candidates: &[Candidate]) -> Self {
        let mut of: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
        for candidate in candidates {
            if let Some(list) = list_of(reading, candidate.spot) {
                let (asking, all) = of.entry((list.run, list.block)).or_default();
                *asking += usize::from(candidate.look > Look::States);
                *all += 1;
            }
        }
        Self { of }
    }

    /// Whether a line opens an item of a list whose lines ask, so that it does too, merely put as a name.
    fn ask(&self, reading: &Reading<'_>, spot: Spot) -> bool {
        let row = list_of(reading, spot).and_then(|list| self.of.get(&(list.run, list.block)));
        row.is_some_and(|&(asking, all)| all >= LEAST && asking * 2 >= all)
    }
}

/// The list that a spot opens an item of.
fn list_of(reading: &Reading<'_>, spot: Spot) -> Option<Spot> {
    let run = reading.runs.get(spot.run).filter(|run| run.holder == Holder::Item && spot.block == 0)?;
    run.parent
}

fn candidate(reading: &Reading<'_>, spot: Spot, inlines: &[Inline]) -> Option<Candidate> {
    if !reading.labels_at(spot).is_empty() || !reading.is_body(spot) {
        return None;
    }
    // A number or an ornament may stand in front.
    let at = inlines.iter().take(2).position(is_weighty)?;
    let ornament =
        |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if text.chars().filter(|c| c.is_alphabetic()).nth(1).is_none());
    let (before, strong) = (inlines.get(..at)?, inlines.get(at)?);
    if !before.iter().all(ornament) || is_link(inlines) {
        return None;
    }
    // Emoji behind the strong words belong to them.
    let behind = inlines.get(at + 1..)?;
    let alone = behind.iter().all(ornament);
    // `**Heaps** are …` is a sentence: only words that ask, or a line of their own, may open one.
    let own_line = behind.first().is_some_and(Inline::is_break);
    let stands_apart = alone || own_line || leads_on(behind);
    let may_ask = reading.holds_mark(strong.span);
    if !stands_apart && !may_ask {
        return None;
    }
    let asked = text::words(std::slice::from_ref(strong));
    let asks = may_ask && look(&asked) == Look::Asks;
    let leans = matches!(strong.kind, InlineKind::Emphasis(_));
    if !(stands_apart || asks) || (leans && !(alone && asks)) {
        return None;
    }
    let words = words(if alone { inlines } else { inlines.get(..=at)? }.to_vec());
    if words.plain.len() < 4 {
        return None;
    }
    let mut rest = if alone { Vec::new() } else { behind.to_vec() };
    cut::trim(&mut rest);
    let look = look(&asked).max(look(&words.plain));
    let numbered = words.number.is_some() || is_counted(reading, spot) || is_rated(&words.plain);
    Some(Candidate { spot, words, rest, look, numbered })
}

/// Whether nothing stands behind the strong words but where to read on: `- [here](…) and [there](…)`.
fn leads_on(behind: &[Inline]) -> bool {
    let joins = |text: &str| text.chars().filter(|c| c.is_alphabetic()).nth(5).is_none();
    let leads = |inline: &Inline| match &inline.kind {
        InlineKind::Link(..) => true,
        InlineKind::Text(text) => joins(text),
        _ => false,
    };
    behind.iter().any(|inline| matches!(inline.kind, InlineKind::Link(..))) && behind.iter().all(leads)
}

/// Whether a mark of a level stands behind the words: `Trade-offs 🚀`.
fn is_rated(words: &str) -> bool {
    let mark = words.trim_start_matches(|c: char| c.is_ascii() || c.is_alphanumeric());
    !mark.is_empty() && mark.chars().all(|c| !c.is_alphanumeric()) && level_of(mark).is_some()
}

/// Whether a spot opens an item of an ordered list.
fn is_counted(reading: &Reading<'_>, spot: Spot) -> bool {
    let parent = reading.runs.get(spot.run).and_then(|run| run.parent).filter(|_| spot.block == 0);
    let list = parent.and_then(|parent| reading.block(parent));
    matches!(list.map(|block| &block.kind), Some(BlockKind::List(list)) if list.start.is_some())
}

fn question(reading: &Reading<'_>, candidate: &Candidate, next: Option<Spot>) -> Draft {
    let Spot { run, block } = candidate.spot;
    let blocks = reading.blocks(run);
    let ends = |at: &usize| {
        let is_next = next == Some(Spot { run, block: *at }) || next.is_some_and(|next| reading.holds(Spot { run, block: *at }, next));
        is_next || matches!(blocks.get(*at).map(|block| &block.kind), Some(BlockKind::Heading(..) | BlockKind::Rule) | None)
    };
    let end = (block + 1..blocks.len()).find(ends).unwrap_or(blocks.len());
    let body = read(reading, FINDING, run, block + 1..end, candidate.rest.clone(), Unmarked::Answer);
    let mut draft = Draft::new(reading, FINDING, candidate.words.clone(), candidate.spot, end, body);
    if draft.question.answers.is_empty()
        && is_alone(reading, run)
        && let Some(strayed) = strayed(reading, run)
    {
        adopt(reading, FINDING, 0, strayed, &mut draft);
    }
    draft
}

/// Whether a run is the only item of a counted list: its answer was not indented.
fn is_alone(reading: &Reading<'_>, run: usize) -> bool {
    let list = reading.runs.get(run).and_then(|run| run.parent);
    matches!(list.and_then(|list| reading.block(list)).map(|block| &block.kind), Some(BlockKind::List(list)) if list.start.is_some() && list.items.len() == 1)
}
