//! The note judged as a whole: of the questions that recognisers claim, those that stay.
//!
//! Takes every recogniser's drafts; gives the questions in source order, follow-ups behind their parents, each with level and
//! id. A label outweighs a shape, and among shapes the one that explains most of the note does. Must not read the tree for
//! new questions.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::draft::Draft;
use super::prefix::rating;
use super::reading::Reading;
use super::recogniser::{Claim, RECOGNISERS};
use super::stated::Stated;
use super::vocabulary::level_of;
use super::whole_note;
use crate::ids::{Id, IdVec, NoteQuestionId, SectionId};
use crate::markdown::{Anchored, Block, BlockKind, Heading, text};
use crate::note::{Level, Question, QuestionKey, QuestionKind};
use crate::span::Span;

/// A claim on a question that another claim won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The words that were claimed.
    pub span: Span,
    /// Who claimed them.
    pub recogniser: &'static str,
    /// Who won.
    pub winner: &'static str,
    /// The words of the question that was kept.
    pub kept: Span,
}

/// The questions of a note.
pub(super) fn questions(reading: &Reading<'_>) -> IdVec<NoteQuestionId, Question> {
    settle(reading, claims(reading).drafts)
}

/// The claims that lost, in source order.
pub(super) fn lost(reading: &Reading<'_>) -> Vec<Lost> {
    let accepted = claims(reading);
    let winner = |span: Span| {
        let holds = |draft: &&Draft| draft.extent.contains(Span { start: span.start, end: span.start });
        accepted.drafts.iter().filter(holds).min_by_key(|draft| draft.extent.end - draft.extent.start)
    };
    let lost = accepted.lost.iter().filter_map(|&(span, recogniser)| {
        let winner = winner(span)?;
        Some(Lost { span, recogniser, winner: winner.question.recogniser, kept: winner.question.span })
    });
    let mut lost: Vec<_> = lost.collect();
    lost.sort_by_key(|lost| (lost.span.start, lost.recogniser));
    lost
}

fn claims(reading: &Reading<'_>) -> Accepted {
    let claimed = RECOGNISERS.iter().map(|recogniser| (recogniser.claim, (recogniser.find)(reading)));
    let mut claims: Vec<(Claim, Vec<Draft>)> = claimed.filter(|(_, drafts)| !drafts.is_empty()).collect();
    // A stable sort: what explains as much as another keeps its place in the table.
    claims.sort_by_key(|(claim, drafts)| {
        let explains = if *claim == Claim::Shape { drafts.len() } else { 0 };
        (*claim, Reverse(explains))
    });
    let mut accepted = Accepted::default();
    for (claim, drafts) in claims {
        accepted.take(claim, drafts);
    }
    accepted
}

/// The drafts that stay, and the bytes that they hold.
#[derive(Default)]
struct Accepted {
    drafts: Vec<Draft>,
    /// The words that others claimed, and who did.
    lost: Vec<(Span, &'static str)>,
    /// Words of accepted questions: start to end, none overlapping.
    words: BTreeMap<u32, u32>,
    /// What accepted questions take up: start to end, none overlapping.
    extents: BTreeMap<u32, u32>,
}

impl Accepted {
    fn take(&mut self, claim: Claim, drafts: Vec<Draft>) {
        let mut taken = Vec::with_capacity(drafts.len());
        for mut draft in drafts {
            let span = draft.question.span;
            let free = claim == Claim::Label || !overlaps(&self.extents, Span { start: span.start, end: span.start + 1 });
            if free && !overlaps(&self.words, span) {
                self.words.insert(span.start, span.end);
                // What another claimed follows nothing up.
                draft.follow_ups.retain(|follow_up| !overlaps(&self.words, follow_up.question.span));
                for follow_up in &draft.follow_ups {
                    self.words.insert(follow_up.question.span.start, follow_up.question.span.end);
                }
                taken.push(draft);
            } else {
                self.lost.push((span, draft.question.recogniser));
            }
        }
        // One recogniser's drafts may hold each other: a question in a list with the questions that follow it up.
        for draft in &taken {
            add(&mut self.extents, draft.extent);
        }
        self.drafts.extend(taken);
    }
}

fn overlaps(spans: &BTreeMap<u32, u32>, span: Span) -> bool {
    spans.range(..span.end.max(span.start + 1)).next_back().is_some_and(|(_, &end)| end > span.start)
}

/// Adds a span, so that none overlaps another.
fn add(spans: &mut BTreeMap<u32, u32>, span: Span) {
    let (mut start, mut end) = (span.start, span.end);
    while let Some((&other, &other_end)) = spans.range(..=end).next_back()
        && other_end >= start
    {
        start = start.min(other);
        end = end.max(other_end);
        spans.remove(&other);
    }
    spans.insert(start, end);
}

/// Puts questions in source order and finds parents, levels and ids.
fn settle(reading: &Reading<'_>, mut drafts: Vec<Draft>) -> IdVec<NoteQuestionId, Question> {
    drafts.sort_by_key(|draft| (draft.question.span.start, Reverse(draft.extent.end)));
    let mut flat: Vec<Draft> = Vec::with_capacity(drafts.iter().map(|draft| 1 + draft.follow_ups.len()).sum());
    // The questions that the next one may stand in.
    let mut open: Vec<(NoteQuestionId, u32)> = Vec::new();
    for mut draft in drafts {
        while open.pop_if(|&mut (_, end)| end <= draft.question.span.start).is_some() {}
        let follow_ups = std::mem::take(&mut draft.follow_ups);
        if draft.question.kind == QuestionKind::FollowUp {
            draft.question.parent = open.last().map(|&(question, _)| question);
        }
        let question = NoteQuestionId::at(flat.len());
        open.push((question, draft.extent.end));
        flat.push(draft);
        flat.extend(follow_ups.into_iter().map(|mut follow_up| {
            follow_up.question.parent = Some(question);
            follow_up
        }));
    }
    order(&mut flat);
    let most_stars = flat.iter().map(|draft| stars(&text::words(&draft.question.words))).max().unwrap_or(0);
    let levels = Levels::new(if flat.is_empty() { 0 } else { reading.outline.sections.len() }, most_stars);
    let question = |draft: Draft| {
        let mut question = draft.question;
        let stated = Stated::of(reading, draft.extent);
        question.level = question.level.or(stated.level).or_else(|| level(reading, &levels, &question));
        question.id = question.id.take().or(stated.id).or_else(|| id(reading, &question));
        question.topics = stated.topics;
        unanswer_code(reading, &mut question);
        question.answers.shrink_to_fit();
        question
    };
    // A guide holds all its questions: not in the room that drafts need.
    let mut questions = Vec::with_capacity(flat.len());
    questions.extend(flat.into_iter().map(question));
    questions.into()
}

/// Puts drafts in source order, with what they say of their parents. Most are: a follow-up seldom stands before the next question
/// is asked.
fn order(drafts: &mut Vec<Draft>) {
    let start = |draft: &Draft| draft.question.span.start;
    if drafts.is_sorted_by_key(start) {
        return;
    }
    let mut ordered: Vec<(usize, Draft)> = std::mem::take(drafts).into_iter().enumerate().collect();
    ordered.sort_by_key(|(_, draft)| start(draft));
    let mut places = vec![0; ordered.len()];
    for (place, &(position, _)) in ordered.iter().enumerate() {
        if let Some(slot) = places.get_mut(position) {
            *slot = place;
        }
    }
    let place = |parent: NoteQuestionId| NoteQuestionId::at(places.get(parent.position()).copied().unwrap_or(0));
    drafts.extend(ordered.into_iter().map(|(_, mut draft)| {
        draft.question.parent = draft.question.parent.map(place);
        draft
    }));
}

/// Code below a question that asks what it does is to be read, not the answer.
fn unanswer_code(reading: &Reading<'_>, question: &mut Question) {
    const ABOUT_CODE: &str = "output|value of|value is|result of|printed|logged|returned|following|below|this code|this program|this function|make this|snippet|was gibt|ausgegeben|ausgabe|salida|qué imprime|qué devuelve|qué muestra|sortie|qu'affiche|que renvoie|saída|o que imprime|o que retorna|jaka jest wartość|jaki będzie wynik|co zwróci|co wypisze|to zadziała|cosa stampa|çıktısı|kết quả của|uitvoer|выведет|что вернет|что вернёт|чему равно|результат выполнения|вывод|виведе|输出|结果|打印|出力|출력";
    let [answer] = question.answers.as_slice() else { return };
    let blocks = || answer.blocks.iter().flat_map(|place| place.of(reading.document));
    let is_code = |block: &Block| matches!(block.kind, BlockKind::Code(_));
    let told = !question.choices.is_empty() || !question.context.is_empty();
    if told
        || !answer.lead.is_empty()
        || !blocks().all(is_code)
        || answer.span != blocks().next().map(|block| block.span).unwrap_or_default()
    {
        return;
    }
    let words = text::inlines(&question.words).to_lowercase();
    if ABOUT_CODE.split('|').any(|about| words.contains(about)) {
        question.context.extend(question.answers.drain(..).flat_map(|answer| answer.blocks));
    }
}

/// The levels that headings and the title name, read once and only where a question asks.
struct Levels {
    of: Vec<OnceCell<Option<Level>>>,
    of_title: OnceCell<Option<Level>>,
    /// How many stars a question has at most: the end of the note's scale.
    most_stars: usize,
}

impl Levels {
    fn new(sections: usize, most_stars: usize) -> Self {
        Self { of: vec![OnceCell::new(); sections], of_title: OnceCell::new(), most_stars }
    }

    /// What stars mean beside those of the note's other questions.
    fn of_stars(&self, stars: usize) -> Option<Level> {
        match (self.most_stars, stars) {
            (..2, _) | (_, 0) => None,
            (2..4, 1) | (4.., ..3) => Some(Level::Basic),
            (2..4, 2) | (4.., 3) => Some(Level::Intermediate),
            _ => Some(Level::Advanced),
        }
    }

    /// A title such as "Hard questions on heaps" speaks of all of them.
    fn of_title(&self, reading: &Reading<'_>) -> Option<Level> {
        *self.of_title.get_or_init(|| if reading.announced { level_of(&reading.outline.title.text) } else { None })
    }

    fn get(&self, reading: &Reading<'_>, section: SectionId) -> Option<Level> {
        *self.of.get(section.position())?.get_or_init(|| level_of(&reading.outline.sections[section].title))
    }
}

/// The level that the question itself, a heading above it, or front matter names.
fn level(reading: &Reading<'_>, levels: &Levels, question: &Question) -> Option<Level> {
    let words = text::words(&question.words);
    let by_emoji = || {
        (!words.is_ascii() && words.contains(|c: char| !c.is_alphanumeric() && !c.is_ascii()))
            .then(|| level_of(words.trim_start_matches(|c: char| c.is_ascii() || c.is_alphanumeric())))
            .flatten()
    };
    let heading = |section: SectionId| levels.get(reading, section).filter(|_| !is_asked(reading, section, question));
    let sections = || std::iter::successors(question.section, |&id| reading.outline.sections[id].parent);
    rating(&words)
        .or_else(|| levels.of_stars(stars(&words)))
        .or_else(by_emoji)
        .or_else(|| sections().find_map(heading))
        .or(reading.front.level)
        .or_else(|| levels.of_title(reading))
}

/// How many stars stand in a question's words.
fn stars(words: &str) -> usize {
    if words.is_ascii() { 0 } else { words.matches('⭐').count() }
}

fn is_asked(reading: &Reading<'_>, section: SectionId, question: &Question) -> bool {
    let heading = reading.outline.sections[section].heading;
    question.section == Some(section) && reading.document.headings[heading].span.contains(question.span)
}

/// The id of the heading that asks, where its author gave it one, or of the note, where it is one question.
fn id(reading: &Reading<'_>, question: &Question) -> Option<QuestionKey> {
    let heading = question.section.map(|section| &reading.document.headings[reading.outline.sections[section].heading]);
    let asks = |heading: &&Heading| heading.span.contains(question.span) && heading.anchored == Anchored::ByAuthor;
    let written = heading.filter(asks).map(|heading| heading.anchor.as_str());
    let of_note = || reading.front.id.as_deref().filter(|_| question.recogniser == whole_note::NAME && question.parent.is_none());
    QuestionKey::written(written.filter(|anchor| anchor.starts_with("q-")).or_else(of_note)?)
}
