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
mod tests {
    use super::*;
    use crate::ids::Id;
    use crate::page::{Data, sample};

    fn same() -> (Guide, QuestionId, QuestionId) {
        let note =
            |answer: &str| format!("# A\n\n- **Q:** What is a lock?\n{answer}- **Q:** What is {}?\n  - **A:** Else.\n", answer.len());
        let mut guide = sample::written(&[
            ("a.md", &note("")),
            ("b.md", &note("  - **A:** A gate.\n")),
            ("c.md", &note("  - **A:** A bolt of iron.\n")),
        ]);
        let ids: Vec<_> = guide.questions.ids().filter(|&id| text::inlines(&guide.question(id).words) == "What is a lock?").collect();
        let [asked, gate, bolt] = ids[..] else { panic!("{ids:?}") };
        for (id, same) in [(asked, [gate, bolt]), (gate, [asked, bolt]), (bolt, [asked, gate])] {
            guide.questions[id].same_as = same.to_vec();
            guide.questions[id].leader = gate;
        }
        (guide, asked, gate)
    }

    #[test]
    fn all_answers_stand_side_by_side_each_with_its_note() {
        let (guide, _, gate) = same();
        let Data::Question(view) = sample::view_of(&guide, roll::route(&guide, gate).as_str()).data else { panic!("no question") };
        let notes: Vec<_> = view.sources.iter().map(|source| source.place.href.split('#').next().unwrap()).collect();
        assert_eq!(notes, ["../b.html", "../c.html"]);
        assert!(view.sources[1].answers[0].parts[0].html.contains("A bolt of iron."));
        assert_eq!(view.also.iter().map(|place| place.title.as_str()).collect::<Vec<_>>(), ["A"], "it waits for nothing");
        assert!(view.unanswered.is_empty());
        assert_eq!(view.page.description.as_deref(), Some("A gate."));
        assert!(view.page.listed);
    }

    #[test]
    fn the_address_of_a_question_that_another_stands_for_leads_there() {
        let (guide, asked, gate) = same();
        let Data::Redirect(view) = sample::view_of(&guide, roll::route(&guide, asked).as_str()).data else { panic!("no redirect") };
        assert_eq!(view.target.href, format!("{}.html", guide.questions[gate].key));
        assert_eq!(view.target.title, "What is a lock?");
    }

    #[test]
    fn a_question_without_an_answer_is_not_for_search_engines() {
        let guide = sample::written(&[("a.md", "# A\n\n- **Q:** What is a lock?\n- **Q:** What is a key?\n  - **A:** Iron.\n")]);
        let first = guide.questions.ids().next().unwrap();
        let Data::Question(view) = sample::view_of(&guide, roll::route(&guide, first).as_str()).data else { panic!("no question") };
        assert!(!view.page.listed && view.sources.is_empty());
        assert_eq!(view.unanswered.len(), 1);
    }

    #[test]
    fn the_page_of_an_id_that_its_author_replaced_leads_to_the_one_of_now() {
        let note = |id: &str| {
            format!("# A\n\n## Asked\n\n### What is a lock?{id}\n\n**Answer:** A gate.\n\n### What is a key?\n\n**Answer:** Iron.\n")
        };
        let first = sample::written(&[("a.md", &note(""))]);
        let old = first.questions.iter().next().unwrap().key.clone();
        let guide = sample::locked(&[("a.md", &note(" {#q-lock}"))], first.lock());
        let route = format!("questions/{old}.html");
        let Data::Redirect(view) = sample::view_of(&guide, &route).data else { panic!("no redirect") };
        assert_eq!(view.target.href, "lock.html");
    }

    fn question(guide: &Guide, nth: usize) -> QuestionView {
        let id = guide.questions.ids().nth(nth).unwrap();
        match sample::view_of(guide, roll::route(guide, id).as_str()).data {
            Data::Question(view) => *view,
            other => panic!("no question: {other:?}"),
        }
    }

    #[test]
    fn two_places_of_one_note_are_told_apart_by_their_sections() {
        let list =
            |section: &str, answer: &str| format!("## {section}\n\n- **Q:** What is a lock?\n  - **A:** {answer}\n- **Q:** {section}?\n\n");
        let mut guide = sample::written(&[("a.md", &format!("# A\n\n{}{}", list("Gates", "Iron."), list("Doors", "Oak.")))]);
        let same: Vec<_> = guide.questions.ids().filter(|&id| text::inlines(&guide.question(id).words) == "What is a lock?").collect();
        let [gates, doors] = same[..] else { panic!("{same:?}") };
        guide.questions[gates].same_as = vec![doors];
        guide.questions[doors].same_as = vec![gates];
        guide.questions[doors].leader = gates;
        let titles: Vec<_> = question(&guide, gates.position()).sources.into_iter().map(|source| source.place.title).collect();
        assert_eq!(titles, ["A › Gates", "A › Doors"]);
    }

    #[test]
    fn what_follows_up_does_not_say_the_level_and_topics_of_the_page_again() {
        let note = "---\ntopics: [Locks]\nlevel: basic\n---\n# A\n\n**Q1: What is a gate?**\n\n**Short Answer**: Iron.\n\n**Follow-up Trap**: \"Who opens it?\"\n\n**Ideal Answer**: Its owner.\n";
        let guide = sample::written(&[("a.md", note)]);
        let view = question(&guide, 0);
        assert!(view.level.is_some() && view.topics.iter().any(|topic| topic.title == "Locks"));
        let [follow_up] = view.card.follow_ups.as_slice() else { panic!("{:?}", view.card.follow_ups) };
        assert!(follow_up.level.is_none() && follow_up.topics.iter().all(|topic| topic.title != "Locks"), "{follow_up:?}");
    }

    #[test]
    fn what_goes_on_behind_an_answer_is_shown_with_it() {
        let note = "# Locks\n\n## Question\n\nWhat is a lock?\n\n## Answer\n\nA flag.\n\n## Further reading\n\nElse.\n";
        let guide = sample::written(&[("a.md", note)]);
        let rest: String = question(&guide, 0).sources.iter().flat_map(|source| &source.rest).map(|part| part.html.as_str()).collect();
        assert!(rest.contains("Else."), "{rest}");
    }
}
