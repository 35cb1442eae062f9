//! One card: what it shows of its question.
//!
//! Takes a question among the cards of its note; gives its words, answers, choices and labels as values, with the cards of what
//! follows it up. Must not decide where a card stands.

use crate::ids::{HeadingId, NoteQuestionId, QuestionId, SectionId};
use crate::markdown::html::{self, Anchors};
use crate::markdown::{Block, BlockKind, Inline, InlineKind, Place, cut, text};
use crate::note::{Answer, AnswerState, Choice, Correctness, Question, QuestionKind};
use crate::page::article::{Tag, topic_link};
use crate::page::chrome::Link;
use crate::page::part::Part;
use crate::page::script;
use crate::span::Span;

use super::arrangement::Seat;
use super::cards::Cards;
use super::left::Left;
use super::{AnswerView, CardView, ChoiceView, HeadingView, href, place};

/// How many of the places that ask the same a card links to.
const SAME: usize = 5;

impl<'a> Cards<'a> {
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
        let Left { before, context, rest, above_follow_ups, behind } = self.left(question, seat);
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
            label: self.label(question, heading.as_ref()),
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
            above_follow_ups,
            follow_ups: seat.follow_ups.iter().map(|&follow_up| self.card(follow_up)).collect(),
            behind,
            elsewhere,
            more_elsewhere: (more > 0).then(|| words.n_more.of(more)),
        }
    }

    /// Whether the note's own page says the level of a question: where it is not that of all around it.
    fn says_level(&self, question: &Question) -> bool {
        match question.parent.and_then(|parent| self.note().questions.find(parent)) {
            Some(parent) => parent.level != question.level,
            None => self.is_among_levels(question),
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

    fn answer(&self, question: &Question, answer: &Answer, seat: &Seat) -> AnswerView {
        let mut parts = Vec::new();
        if !answer.lead.is_empty() && !only_marks(question, &answer.lead) {
            let mut lead = answer.lead.clone();
            let dash = dash(&text::inlines(&lead));
            cut::front(&mut lead, dash);
            // An answer that is emphasised as a whole was set apart by that; the card does so already.
            let lead = match lead.as_slice() {
                [Inline { kind: InlineKind::Emphasis(inner) | InlineKind::Strong(inner), .. }] => inner.as_ref(),
                lead => lead,
            };
            parts.push(Part { html: format!("<p>{}</p>\n", self.inlines(lead)), ..Part::default() });
        }
        if !matches!(self.sole_block(answer), Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) if only_marks(question, inlines))
        {
            parts.extend(self.places(&answer.blocks, &seat.owners));
        }
        let words = self.context.words;
        AnswerView {
            label: answer.label.clone().filter(|_| question.answers.len() > 1),
            heading: self.label_heading(question, answer, seat).filter(|_| question.answers.len() > 1),
            grade: answer.grade.map(|grade| Tag { name: grade.name(), title: words.grade(grade) }),
            parts,
        }
    }

    /// What an answer of one block is.
    fn sole_block(&self, answer: &Answer) -> Option<&'a BlockKind> {
        match answer.blocks.as_slice() {
            [place] => match place.of(self.writer.document) {
                [block] => Some(&block.kind),
                _ => None,
            },
            _ => None,
        }
    }

    fn choice(&self, choice: &Choice) -> ChoiceView {
        ChoiceView { mark: choice.mark.clone(), words: self.inlines(&choice.words) }
    }

    /// The label as written, else what the question is, unless that can be seen: in front of its words, be it in their heading or
    /// in their number, or in the words themselves.
    fn label(&self, question: &Question, heading: Option<&HeadingView>) -> Option<String> {
        let named = !matches!(question.kind, QuestionKind::Open | QuestionKind::Quiz);
        let label = question.label.clone().or_else(|| named.then(|| self.context.words.kind(question.kind).to_owned()))?;
        let is_in = |text: &str| text.to_lowercase().contains(&label.to_lowercase());
        let before = heading.and(self.before_words(question)).into_iter().chain(question.number.as_deref());
        let is_said = before.into_iter().any(is_in) || label.contains(text::inlines(&question.words).trim());
        (!is_said).then_some(label)
    }

    /// What stands before the words of a question in its own block.
    fn before_words(&self, question: &Question) -> Option<&'a str> {
        let block = question.place.of(self.writer.document).first()?;
        self.note().text.get(block.span.range().start..question.span.range().start)
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
        let all: Vec<_> = guide.questions[id].same_as.iter().copied().chain([id]).collect();
        tells.map(|other| place::link(guide, self.origin, other, &all)).collect()
    }
}

/// How long the dash is that parts an answer from the words in front of it: `- because`, but not `-1`.
fn dash(text: &str) -> usize {
    let behind = text.strip_prefix(['-', '–', '—']).filter(|behind| behind.starts_with(' '));
    behind.map_or(0, |behind| text.len() - behind.trim_start().len())
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
