//! The cards of a note, made for one page.
//!
//! Takes the arrangement of a note's questions; gives the note's body with the cards in it, or one card. What a card shows is
//! written once: its words, its answers, and then whatever else stands in its place, so that nothing is lost.

use std::collections::{BTreeMap, BTreeSet};

use crate::guide::Guide;
use crate::ids::{HeadingId, Id, NoteId, NoteQuestionId, QuestionId, SectionId};
use crate::markdown::html::{self, Anchors, Body, Mark, Selection, Stretch};
use crate::markdown::{Block, BlockKind, HeadingPlace, Inline, InlineKind, Place, text};
use crate::note::{Answer, AnswerState, Choice, Correctness, Explicit, Level, Note, Question, QuestionKind};
use crate::span::Span;

use super::arrangement::{Arrangement, Group, Seat};
use super::{AnswerView, CardView, ChoiceView, HeadingView, href};
use crate::page::Context;
use crate::page::article::{Tag, note_link, topic_link};
use crate::page::chrome::Link;
use crate::page::hrefs::{NoteHrefs, Origin};
use crate::page::part::{Part, Parts};
use crate::page::script;

/// How many of the places that ask the same a card links to.
const SAME: usize = 5;

/// The cards of a note on a page.
pub(in crate::page) struct Cards<'a> {
    guide: &'a Guide,
    context: &'a Context<'a>,
    origin: &'a Origin,
    id: NoteId,
    writer: html::Context<'a>,
    /// Whether the page is the note's own.
    anchors: Anchors,
    arrangement: Arrangement<'a>,
    /// The sections whose questions are not all of one level, which their headings may say.
    mixed: BTreeSet<Option<SectionId>>,
}

/// What is left of a question's blocks beside its words and answers.
#[derive(Default)]
struct Left {
    /// Before its words.
    before: Vec<Part>,
    /// Between them and its answers.
    context: Vec<Part>,
    /// Behind its answers.
    rest: Vec<Part>,
}

impl<'a> Cards<'a> {
    /// All cards of a note, for its own page.
    pub(in crate::page) fn of_note(
        guide: &'a Guide,
        context: &'a Context<'a>,
        origin: &'a Origin,
        hrefs: &'a NoteHrefs<'a>,
        id: NoteId,
    ) -> Self {
        let all = 0..guide.notes[id].questions.len();
        Self::new(guide, context, origin, hrefs, (id, Arrangement::new(guide, id, all)))
    }

    /// The cards that one question's stands among: those that it follows up, and those in its place.
    pub(super) fn around(
        guide: &'a Guide,
        context: &'a Context<'a>,
        origin: &'a Origin,
        hrefs: &'a NoteHrefs<'a>,
        question: QuestionId,
    ) -> Self {
        let entry = &guide.questions[question];
        let above = std::iter::successors(Some(question), |&id| guide.questions[id].parent);
        let root = above.last().unwrap_or(question);
        let mut last = root;
        let mut below = vec![root];
        while let Some(next) = below.pop() {
            last = last.max(next);
            below.extend(&guide.questions[next].follow_ups);
        }
        let note = &guide.notes[entry.note];
        let first = guide.questions[root].question.position();
        let end = guide.question(root).place.of(&note.document).last().map_or(0, |block| block.span.end);
        let within = note.questions.as_slice().partition_point(|asked| asked.span.start < end);
        let range = first..within.max(guide.questions[last].question.position() + 1);
        Self::new(guide, context, origin, hrefs, (entry.note, Arrangement::new(guide, entry.note, range)))
    }

    fn new(
        guide: &'a Guide,
        context: &'a Context<'a>,
        origin: &'a Origin,
        hrefs: &'a NoteHrefs<'a>,
        (id, arrangement): (NoteId, Arrangement<'a>),
    ) -> Self {
        let note = &guide.notes[id];
        let writer = context.writer(note, hrefs);
        let anchors = if origin.is(&guide.entries[id].route) { Anchors::Written } else { Anchors::LeftOut };
        let mut cards = Self { guide, context, origin, id, writer, anchors, arrangement, mixed: BTreeSet::new() };
        let mut levels: BTreeMap<Option<SectionId>, Option<Level>> = BTreeMap::new();
        for question in note.questions.iter().filter(|question| question.explicit == Explicit::Yes && question.parent.is_none()) {
            let section = cards.section_around(question);
            if *levels.entry(section).or_insert(question.level) != question.level {
                cards.mixed.insert(section);
            }
        }
        cards
    }

    /// The section that a question stands in, not the one that it is the heading of.
    fn section_around(&self, question: &Question) -> Option<SectionId> {
        let sections = &self.note().outline.sections;
        question.section.and_then(|section| {
            let is_heading = self.writer.document.headings[sections[section].heading].span.contains(question.span);
            if is_heading { sections[section].parent } else { Some(section) }
        })
    }

    fn note(&self) -> &'a Note {
        &self.guide.notes[self.id]
    }

    /// What writes the note on this page.
    pub(in crate::page) fn writer(&self) -> html::Context<'a> {
        self.writer
    }

    /// The note's body around its cards.
    pub(in crate::page) fn body(&self) -> Body {
        html::body(self.writer, &self.arrangement.layout)
    }

    /// A stretch of the note with the cards and topics that stand in it.
    pub(in crate::page) fn parts(&self, stretch: &Stretch) -> Vec<Part> {
        let mut parts = Parts::new(self.guide, self.origin, self.id, self.anchors);
        let mut written = 0;
        for &(at, mark) in &stretch.marks {
            let html = stretch.html.get(written..at).unwrap_or_default();
            match mark {
                Mark::Section(section) => {
                    if parts.section(section, html) {
                        written = at;
                    }
                }
                Mark::Cut(number) => {
                    let Some(group) = self.arrangement.groups.get(number) else { continue };
                    let (section, before) = (self.section_of(group), self.left_of(group, number));
                    parts.cards(section, html, before, group.questions.iter().map(|&question| self.card(question)).collect());
                    written = at;
                }
            }
        }
        parts.end(stretch.html.get(written..).unwrap_or_default())
    }

    /// The section whose heading the first question of a group is.
    fn section_of(&self, group: &Group<'_>) -> Option<SectionId> {
        let Some(Block { kind: BlockKind::Heading(id, _), .. }) = group.blocks.first() else { return None };
        let question = &self.note().questions[*group.questions.first()?];
        let is_top = self.note().document.headings[*id].place == HeadingPlace::Top;
        question.section.filter(|&section| is_top && self.note().outline.sections[section].heading == *id)
    }

    /// What is left of the blocks that several cards share.
    fn left_of(&self, group: &Group<'_>, number: usize) -> Vec<Part> {
        let owners = group.questions.first().and_then(|&first| self.arrangement.seat_of(first)).map_or(&[][..], around);
        if group.is_shared() { self.written(Selection { blocks: group.blocks, owners, filling: Some(number) }) } else { Vec::new() }
    }

    fn written(&self, selection: Selection<'_>) -> Vec<Part> {
        let stretch = html::stretch(self.writer, &self.arrangement.layout, self.anchors, selection);
        if stretch.html.is_empty() && stretch.marks.is_empty() { Vec::new() } else { self.parts(&stretch) }
    }

    fn places(&self, places: &[Place], owners: &[usize]) -> Vec<Part> {
        let written = |place: &Place| {
            let blocks = place.of(self.writer.document);
            self.written(Selection { blocks, owners, filling: None })
        };
        places.iter().flat_map(written).collect()
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        html::line(self.writer, self.anchors, inlines)
    }

    /// Makes a card, with those of the questions that follow it up.
    pub(in crate::page) fn card(&self, id: NoteQuestionId) -> CardView {
        let (guide, words, note) = (self.guide, self.context.words, self.note());
        let question = &note.questions[id];
        let known = guide.entries[self.id].questions[id];
        let entry = &guide.questions[known];
        let unseated = Seat::default();
        let seat = self.arrangement.seat_of(id).unwrap_or(&unseated);
        let at_home = self.anchors == Anchors::Written;
        let setting = script::setting(note.front.language.as_deref(), &guide.site.language, &note.text);
        let (heading, said) = self.said(question);
        let Left { before, context, rest } = self.left(question, seat);
        let correct = question.choices.iter().filter(|choice| choice.correctness == Correctness::Correct);
        let given = question.answers.iter().filter(|answer| answer.state == AnswerState::Given);
        let mut elsewhere = self.elsewhere(known, question);
        let more = elsewhere.split_off(SAME.min(elsewhere.len())).len();
        let level = question.level.filter(|_| !at_home || self.says_level(question));
        CardView {
            key: entry.key.to_string(),
            href: href(guide, self.origin, known),
            id: self.arrangement.anchor(&entry.key).filter(|_| at_home),
            anchors: if at_home { self.other_anchors(question, seat) } else { Vec::new() },
            kind: Tag { name: question.kind.name(), title: words.kind(question.kind) },
            label: self.label(question),
            number: if heading.is_some() { None } else { self.number(question) },
            words: said,
            heading,
            level: level.map(|level| Tag { name: level.name(), title: words.level(level) }),
            topics: self.topics(known, question),
            lang: setting.language.filter(|_| !at_home),
            dir: setting.direction.filter(|_| !at_home),
            before,
            context,
            choices: question.choices.iter().map(|choice| self.choice(choice)).collect(),
            summary: question.is_answered().then(|| self.summary(question)),
            summary_heading: match question.answers.as_slice() {
                [answer] => self.label_heading(question, answer, seat),
                _ => None,
            },
            correct: correct.map(|choice| self.choice(choice)).collect(),
            answers: given.map(|answer| self.answer(question, answer, seat)).collect(),
            rest,
            follow_ups: seat.follow_ups.iter().map(|&follow_up| self.card(follow_up)).collect(),
            elsewhere,
            more_elsewhere: (more > 0).then(|| words.n_more.of(more)),
        }
    }

    /// Whether the note's own page says the level of a question: where it is not that of all around it.
    fn says_level(&self, question: &Question) -> bool {
        match question.parent.and_then(|parent| self.note().questions.find(parent)) {
            Some(parent) => parent.level != question.level,
            None => self.mixed.contains(&self.section_around(question)),
        }
    }

    /// The words of a question, and the heading that they are on the note's page.
    fn said(&self, question: &Question) -> (Option<HeadingView>, String) {
        let first = question.place.of(self.writer.document).first();
        let heading = first.filter(|first| self.anchors == Anchors::Written && first.span.contains(question.span));
        let Some(Block { kind: BlockKind::Heading(id, inlines), .. }) = heading else { return (None, self.inlines(&question.words)) };
        if self.note().outline.title.heading == Some(*id) {
            // The page begins with it.
            return (None, String::new());
        }
        (Some(self.heading(*id)), html::heading(self.writer, *id, inlines))
    }

    fn heading(&self, id: HeadingId) -> HeadingView {
        HeadingView { level: self.writer.heading_level(id), anchor: self.writer.document.headings[id].anchor.clone() }
    }

    /// The heading that the label of an answer is, as in `#### Answer`: those inside the answer count from it.
    fn label_heading(&self, question: &Question, answer: &Answer, seat: &Seat) -> Option<HeadingView> {
        if answer.state == AnswerState::Placeholder || (question.answers.len() > 1 && answer.label.is_none()) {
            return None;
        }
        let says = |id: &&HeadingId| self.writer.document.headings[**id].span.contains(Span { end: answer.span.start, ..answer.span });
        seat.headings.iter().find(says).filter(|_| self.anchors == Anchors::Written).map(|&id| self.heading(id))
    }

    /// What is left of a question's blocks.
    fn left(&self, question: &Question, seat: &Seat) -> Left {
        let groups = &self.arrangement.groups;
        let Some((number, group)) = seat.group.and_then(|number| Some((number, groups.get(number)?))) else {
            return Left { context: self.places(&question.context, &seat.owners), ..Left::default() };
        };
        if group.is_shared() {
            return Left::default();
        }
        let blocks = match group.blocks {
            // A question that is a summary stands for what it opens.
            [Block { kind: BlockKind::Details(details), .. }] if holds(&details.summary, question.span) => details.blocks.as_ref(),
            blocks => blocks,
        };
        let starts = question.answers.iter().flat_map(|answer| {
            let lead = answer.lead.iter().map(|inline| inline.span.start);
            let blocks = answer.blocks.iter().flat_map(|place| place.of(self.writer.document)).map(|block| block.span.start);
            lead.chain(blocks)
        });
        let answered = starts.min().unwrap_or(u32::MAX);
        let (before, others) = blocks.split_at(blocks.partition_point(|block| block.span.end <= question.span.start));
        let (context, rest) = others.split_at(others.partition_point(|block| block.span.start < answered));
        let written = |blocks| self.written(Selection { blocks, owners: around(seat), filling: Some(number) });
        Left { before: written(before), context: written(context), rest: written(rest) }
    }

    fn answer(&self, question: &Question, answer: &Answer, seat: &Seat) -> AnswerView {
        let mut parts = Vec::new();
        if !answer.lead.is_empty() && !only_marks(question, &answer.lead) {
            // An answer that is emphasised as a whole was set apart by that; the card does so already.
            let lead = match answer.lead.as_slice() {
                [Inline { kind: InlineKind::Emphasis(inner) | InlineKind::Strong(inner), .. }] => inner.as_ref(),
                lead => lead,
            };
            parts.push(Part { html: format!("<p>{}</p>\n", self.inlines(lead)), ..Part::default() });
        }
        parts.extend(self.places(&answer.blocks, &seat.owners));
        let words = self.context.words;
        AnswerView {
            label: answer.label.clone().filter(|_| question.answers.len() > 1),
            heading: self.label_heading(question, answer, seat).filter(|_| question.answers.len() > 1),
            grade: answer.grade.map(|grade| Tag { name: grade.name(), title: words.grade(grade) }),
            parts,
        }
    }

    fn choice(&self, choice: &Choice) -> ChoiceView {
        ChoiceView { mark: choice.mark.clone(), words: self.inlines(&choice.words) }
    }

    /// The label as written; else what the question is, unless that can be seen.
    fn label(&self, question: &Question) -> Option<String> {
        let named = !matches!(question.kind, QuestionKind::Open | QuestionKind::Quiz);
        question.label.clone().or_else(|| named.then(|| self.context.words.kind(question.kind).to_owned()))
    }

    /// The number as written, else that of the item of a list, which its card stands for.
    fn number(&self, question: &Question) -> Option<String> {
        let of_item = || {
            let (step, above) = question.place.steps.split_last()?;
            let place = Place { steps: above.into(), blocks: step.block..step.block + 1 };
            let Some(Block { kind: BlockKind::List(list), .. }) = place.of(self.writer.document).first() else { return None };
            let is_first = question.place.blocks.start == 0 && self.anchors == Anchors::Written;
            list.start.filter(|_| is_first).map(|start| format!("{}.", start.saturating_add(step.child as u64)))
        };
        question.number.clone().or_else(of_item)
    }

    /// What opens the answers: the sole one's label, or a word for it.
    fn summary(&self, question: &Question) -> String {
        let words = self.context.words;
        match question.answers.as_slice() {
            [Answer { label: Some(label), .. }] => label.clone(),
            [] | [_] => words.answer.to_owned(),
            _ => words.answers.to_owned(),
        }
    }

    /// The topics that the page does not say otherwise: on the note's own, its sections say theirs.
    fn topics(&self, id: QuestionId, question: &Question) -> Vec<Link> {
        let sections = &self.note().outline.sections;
        let known = &self.guide.entries[self.id];
        let above = std::iter::successors(question.section, |&section| sections[section].parent);
        let is_heading = |section: SectionId| self.writer.document.headings[sections[section].heading].span.contains(question.span);
        let around =
            above.filter(|&section| !is_heading(section)).flat_map(|section| known.section_topics.find(section).into_iter().flatten());
        let said: Vec<_> = around.chain(&known.topics).filter(|_| self.anchors == Anchors::Written).collect();
        let topics = self.guide.questions[id].topics.iter().filter(|topic| !said.contains(topic));
        topics.map(|&topic| topic_link(self.guide, self.origin, topic)).collect()
    }

    /// The anchors that the card shows nothing of: those of labels that were headings, and of questions inside its words.
    fn other_anchors(&self, question: &Question, seat: &Seat) -> Vec<String> {
        let labels = question.answers.iter().filter_map(|answer| self.label_heading(question, answer, seat));
        let labels: Vec<String> = labels.map(|label| label.anchor).collect();
        let headings = seat.headings.iter().map(|&heading| self.heading(heading).anchor).filter(|anchor| !labels.contains(anchor));
        let running = std::iter::once(&question.words).chain(question.answers.iter().map(|answer| &answer.lead));
        let spans = running.filter_map(|inlines| inlines.iter().map(|inline| inline.span).reduce(Span::join));
        headings.chain(spans.flat_map(|span| self.arrangement.layout.anchors(span).map(str::to_owned))).collect()
    }

    /// The questions that ask the same; for one without an answer, those that have one.
    fn elsewhere(&self, id: QuestionId, question: &Question) -> Vec<Link> {
        let guide = self.guide;
        let same = guide.questions[id].same_as.iter().copied();
        let tells = same.filter(|&other| question.is_answered() || guide.question(other).is_answered());
        let title = |other: QuestionId| note_link(guide, self.origin, guide.questions[other].note).title;
        tells.map(|other| Link { title: title(other), href: href(guide, self.origin, other) }).collect()
    }
}

/// Whether some words of an answer only name choices, which the card shows as the right ones.
fn only_marks(question: &Question, lead: &[Inline]) -> bool {
    let text = text::inlines(lead);
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let is_mark = |word: &str| {
        let mut right = question.choices.iter().filter(|choice| choice.correctness == Correctness::Correct);
        right.any(|choice| choice.mark.as_deref().is_some_and(|mark| mark.eq_ignore_ascii_case(word)))
    };
    words.peek().is_some() && words.all(is_mark)
}

/// The questions that another stands in.
fn around(seat: &Seat) -> &[usize] {
    seat.owners.split_last().map_or(&[], |(_, around)| around)
}

fn holds(inlines: &[Inline], span: Span) -> bool {
    inlines.iter().map(|inline| inline.span).reduce(Span::join).is_some_and(|whole| whole.contains(span))
}
