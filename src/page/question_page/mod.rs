//! A question's own page: all that the guide says to it.
//!
//! Takes a question that stands for all that ask the same; gives their answers side by side, each with its note, and where to go
//! on: what follows it up, and what is asked about the same. An extra: the permanent address of a question is its place in its
//! note.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::QuestionId;
use crate::markdown::text;
use crate::note::{AnswerState, Explicit};
use crate::path::SitePath;

use super::article::{Tag, edit, note_link, topic_link};
use super::bank::related;
use super::bank::roll::{self, Roll};
use super::bank::row::{self, Row};
use super::chrome::{About, Link, Page};
use super::excerpt;
use super::hrefs::Origin;
use super::lens::beside::beside;
use super::part::Part;
use super::passage::EntryView;
use super::question::{AnswerView, CardView, ChoiceView, HeadingView, card, place};
use super::redirect::{self, RedirectView};
use super::structured_data::structured_data;
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind =
    Kind { name: "question", about: "one question: its answers from every note, follow-ups, related questions", plans };

/// How many topics are named.
const TOPICS: usize = 8;

/// What a question's page shows.
#[derive(Debug, Serialize)]
pub struct QuestionView {
    /// What surrounds the content.
    pub page: Page,
    /// Its words, as HTML without links.
    pub asked: String,
    /// What it is, where it is not simply asked.
    pub kind: Option<Tag>,
    /// How hard it is.
    pub level: Option<Tag>,
    /// Its topics.
    pub topics: Vec<Link>,
    /// The question that it follows up.
    pub parent: Option<Row>,
    /// What is told before any answer, the choices of a quiz, and the questions that follow it up.
    pub card: CardView,
    /// Where it is answered.
    pub sources: Vec<Source>,
    /// Where it is asked and waits for an answer; nothing where another note has one.
    pub unanswered: Vec<Source>,
    /// Where else it is asked, without an answer.
    pub also: Vec<Link>,
    /// Callouts about the same.
    pub callouts: Vec<EntryView>,
    /// Questions about the same.
    pub related: Vec<Related>,
    /// The notes that link to it.
    pub mentions: Vec<Link>,
    /// The question before it in reading order.
    pub previous: Option<Link>,
    /// The question after it in reading order.
    pub next: Option<Link>,
    /// What search engines are told.
    pub structured_data: Option<String>,
}

/// A note that asks the question.
#[derive(Debug, Serialize)]
pub struct Source {
    /// The question's place in it.
    pub place: Link,
    /// Where the note can be edited.
    pub edit: Option<String>,
    /// The choices that are right, as it says.
    pub correct: Vec<ChoiceView>,
    /// Its answers.
    pub answers: Vec<AnswerView>,
    /// What goes on behind them.
    pub rest: Vec<Part>,
}

/// A question about the same.
#[derive(Debug, Serialize)]
pub struct Related {
    /// The question.
    pub row: Row,
    /// What both are about.
    pub reason: String,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    let roll = Roll::of(guide);
    if !roll.has_pages() {
        return Vec::new();
    }
    let plan = |id: QuestionId| {
        let leader = guide.questions[id].leader;
        let subject = match (leader == id, roll::is_listed(guide, leader)) {
            (true, true) => Subject::Question(id),
            // Whoever kept its address finds the question that now stands for it.
            (false, true) if guide.question(id).explicit == Explicit::Yes => Subject::SameQuestion(id),
            _ => return None,
        };
        let former =
            guide.questions[id].former.iter().map(move |key| Plan { route: roll::route_of(key), subject: Subject::SameQuestion(id) });
        Some(std::iter::once(Plan { route: roll::route(guide, id), subject }).chain(former))
    };
    guide.questions.ids().filter_map(plan).flatten().collect()
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath, id: QuestionId) -> QuestionView {
    let origin = Origin::Page(route.clone());
    let question = guide.question(id);
    let about = About {
        kind: KIND.name,
        origin: &origin,
        title: plain_title(guide, id),
        description: answer_text(guide, id).map(|text| excerpt::sentence(&text)),
        folder: None,
        note: None,
    };
    let mut page = Page::new(guide, context, about);
    page.listed = question.is_answered();
    page.breadcrumbs = vec![Link { title: context.words.home.to_owned(), href: page.home.clone() }];
    page.breadcrumbs.extend(page.questions.clone().map(|href| Link { title: context.words.questions.to_owned(), href }));
    let shown = row::alone(guide, context, &origin, id);
    let card_of = |id| card(guide, context, &origin, id);
    let asked: Vec<QuestionId> = roll::group(guide, id).collect();
    let source = |&id: &QuestionId| {
        let card = card_of(id);
        Source {
            place: place::link(guide, &origin, id, &asked),
            edit: edit(guide, &guide.notes[guide.questions[id].note]),
            correct: card.correct,
            answers: card.answers,
            rest: card.rest,
        }
    };
    let (answered, open): (Vec<_>, Vec<_>) = asked.iter().copied().partition(|&id| guide.question(id).is_answered());
    let (unanswered, also) = if answered.is_empty() { (open, Vec::new()) } else { (Vec::new(), open) };
    let related = related::related(guide, &context.roll, id)
        .into_iter()
        .map(|(id, topic)| Related { row: row::alone(guide, context, &origin, id), reason: guide.topics[topic].name.clone() });
    let mut mentions: Vec<_> = roll::group(guide, id).flat_map(|id| guide.backlinks.questions[id].iter().copied()).collect();
    mentions.sort_unstable();
    mentions.dedup();
    let (previous, next) = context.roll.neighbours(id);
    let neighbour = |id| Link { title: plain_title(guide, id), href: row::href(guide, context, &origin, id) };
    let topics: Vec<_> = roll::topics(guide, id).into_iter().take(TOPICS).map(|topic| topic_link(guide, &origin, topic)).collect();
    let card = beneath(card_of(id), 2, &topics);
    QuestionView {
        page,
        asked: shown.words,
        kind: shown.kind,
        level: shown.level,
        topics,
        parent: context.roll.parent(id).map(|parent| row::alone(guide, context, &origin, parent)),
        sources: answered.iter().map(source).collect(),
        unanswered: unanswered.iter().map(source).collect(),
        also: also.iter().map(|&id| place::link(guide, &origin, id, &asked)).collect(),
        card,
        callouts: beside(guide, context, &origin, id),
        related: related.collect(),
        mentions: mentions.into_iter().map(|note| note_link(guide, &origin, note)).collect(),
        previous: previous.map(neighbour),
        next: next.map(neighbour),
        structured_data: structured_data(guide, id),
    }
}

/// The card, as the page shows those that follow it up: with headings, for here they stand in no section of a note, and
/// without the level and the topics that are the question's own.
fn beneath(mut card: CardView, level: u8, topics: &[Link]) -> CardView {
    let level = (level + 1).min(6);
    let hard = card.level.as_ref().map(|level| level.name);
    let follow_up = |mut follow_up: CardView| {
        follow_up.heading = Some(HeadingView { level, anchor: format!("follow-up-{}", follow_up.key) });
        let mut follow_up = beneath(follow_up, level, topics);
        follow_up.level.take_if(|level| Some(level.name) == hard);
        follow_up.topics.retain(|topic| !topics.contains(topic));
        follow_up
    };
    card.follow_ups = card.follow_ups.into_iter().map(follow_up).collect();
    card
}

/// The first words of a question.
fn plain_title(guide: &Guide, id: QuestionId) -> String {
    excerpt::title(&text::inlines(&guide.question(id).words))
}

/// The first answer as plain text.
fn answer_text(guide: &Guide, id: QuestionId) -> Option<String> {
    let answer = guide.question(id).answers.iter().find(|answer| answer.state == AnswerState::Given)?;
    let document = &guide.notes[guide.questions[id].note].document;
    let mut out = text::inlines(&answer.lead);
    for block in answer.blocks.iter().flat_map(|place| place.of(document)) {
        out.push(' ');
        text::push_block(block, &mut out);
    }
    Some(out).filter(|text| !text.trim().is_empty())
}

/// The page at the address of a question that another one stands for, or that it had once.
pub(super) fn redirect(guide: &Guide, context: &Context<'_>, route: &SitePath, id: QuestionId) -> RedirectView {
    let leader = guide.questions[id].leader;
    let page = roll::route(guide, leader);
    let target = Link { title: plain_title(guide, leader), href: route.link_to(&page) };
    redirect::to(guide, context, route, target, &page)
}

#[cfg(test)]
mod tests;
