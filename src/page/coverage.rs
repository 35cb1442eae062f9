//! The coverage page, for those who write the notes: how many questions there are of each topic and level, which wait for an
//! answer, and which are asked more than once.
//!
//! Takes every question that an author wrote as one, each occurrence for itself; gives tables and lists. Must not be listed by
//! search engines, and must stay one page.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::QuestionId;
use crate::note::{Explicit, Level};
use crate::path::SitePath;

use super::article::{edit, note_link, topic_link};
use super::bank::roll;
use super::bank::row;
use super::chrome::{About, Link, Page};
use super::hrefs::Origin;
use super::question::{self, place};
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind =
    Kind { name: "coverage", about: "for contributors: questions by topic and level, unanswered ones, duplicates", plans };

/// Its address.
pub(super) const ROUTE: &str = "questions/coverage.html";

/// How many topics have a row.
const TOPICS: usize = 500;

/// How many questions each list names.
const LISTED: usize = 500;

/// What the page shows.
#[derive(Debug, Serialize)]
pub struct CoverageView {
    /// What surrounds the content.
    pub page: Page,
    /// How many questions there are.
    pub count: String,
    /// How many of them are answered.
    pub answered: String,
    /// The levels that the table has columns for.
    pub levels: Vec<&'static str>,
    /// The questions of each topic, the most asked first.
    pub topics: Vec<TopicRow>,
    /// How many topics are left out.
    pub more_topics: Option<String>,
    /// The questions that wait for an answer, by note.
    pub unanswered: Vec<Waiting>,
    /// How many more there are.
    pub more_unanswered: Option<String>,
    /// The questions that are asked more than once.
    pub duplicates: Vec<Duplicate>,
    /// How many more there are.
    pub more_duplicates: Option<String>,
}

/// The questions of a topic.
#[derive(Debug, Serialize)]
pub struct TopicRow {
    /// The topic; none for questions that have none.
    pub topic: Option<Link>,
    /// How many there are of each level.
    pub levels: Vec<usize>,
    /// How many there are.
    pub total: usize,
    /// How many of them wait for an answer.
    pub unanswered: usize,
}

/// The questions of a note that wait for an answer.
#[derive(Debug, Serialize)]
pub struct Waiting {
    /// The note.
    pub note: Link,
    /// Where it can be edited.
    pub edit: Option<String>,
    /// The questions.
    pub questions: Vec<Occurrence>,
}

/// A question where a note asks it.
#[derive(Debug, Serialize)]
pub struct Occurrence {
    /// Its words, as HTML without links.
    pub words: String,
    /// Its place in the note.
    pub href: String,
    /// The note that answers it, where another does.
    pub elsewhere: Option<Link>,
}

/// A question that is asked more than once.
#[derive(Debug, Serialize)]
pub struct Duplicate {
    /// Its words, as HTML without links.
    pub words: String,
    /// Its page, or its first place.
    pub href: String,
    /// Every place, by the note's title.
    pub places: Vec<Link>,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    let asks = guide.questions.ids().any(|id| is_asked(guide, id));
    asks.then(|| Plan { route: SitePath::fixed(ROUTE), subject: Subject::Coverage }).into_iter().collect()
}

fn is_asked(guide: &Guide, id: QuestionId) -> bool {
    guide.question(id).explicit == Explicit::Yes
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath) -> CoverageView {
    let origin = Origin::Page(route.clone());
    let words = context.words;
    let about = About {
        kind: KIND.name,
        origin: &origin,
        title: words.coverage.to_owned(),
        description: Some(words.coverage_text.to_owned()),
        folder: None,
        note: None,
    };
    let mut page = Page::new(guide, context, about);
    page.listed = false;
    let answered = context.roll.all().filter(|&id| guide.question(id).is_answered()).count();
    let table = Table::of(guide, context);
    let (unanswered, more_unanswered) = unanswered(guide, context, &origin);
    let (duplicates, more_duplicates) = duplicates(guide, context, &origin);
    let more = |count: usize| (count > 0).then(|| words.n_more.of(count));
    CoverageView {
        page,
        count: words.n_questions.of(context.roll.count),
        answered: words.n_answered.of(answered),
        levels: table.levels.iter().map(|level| level.map_or(words.no_level, |level| words.level(level))).collect(),
        more_topics: more(guide.topics.ids().filter(|&topic| !context.roll.about(topic).is_empty()).count().saturating_sub(TOPICS)),
        topics: table.rows(guide, context, &origin),
        unanswered,
        more_unanswered: more(more_unanswered),
        duplicates,
        more_duplicates: more(more_duplicates),
    }
}

/// The levels that occur, as the columns of the table.
struct Table {
    levels: Vec<Option<Level>>,
}

impl Table {
    fn of(guide: &Guide, context: &Context<'_>) -> Self {
        let mut levels: Vec<_> = context.roll.all().map(|id| guide.question(id).level).collect();
        // Those without a level come last.
        levels.sort_unstable_by_key(|level| (level.is_none(), *level));
        levels.dedup();
        Self { levels }
    }

    fn rows(&self, guide: &Guide, context: &Context<'_>, origin: &Origin) -> Vec<TopicRow> {
        let mut topics: Vec<_> = guide.topics.ids().filter(|&topic| !context.roll.about(topic).is_empty()).collect();
        topics.sort_by_key(|&topic| (std::cmp::Reverse(context.roll.about(topic).len()), topic));
        let row = |topic| self.row(guide, Some(topic_link(guide, origin, topic)), context.roll.about(topic).iter().copied());
        let mut rows: Vec<_> = topics.into_iter().take(TOPICS).map(row).collect();
        let without: Vec<_> = context.roll.all().filter(|&id| roll::topics(guide, id).is_empty()).collect();
        if !without.is_empty() {
            rows.push(self.row(guide, None, without.into_iter()));
        }
        rows
    }

    fn row(&self, guide: &Guide, topic: Option<Link>, asked: impl Iterator<Item = QuestionId>) -> TopicRow {
        let mut levels: BTreeMap<Option<Level>, usize> = BTreeMap::new();
        let (mut total, mut unanswered) = (0, 0);
        for id in asked {
            let question = guide.question(id);
            *levels.entry(question.level).or_default() += 1;
            total += 1;
            unanswered += usize::from(!question.is_answered());
        }
        let levels = self.levels.iter().map(|level| levels.get(level).copied().unwrap_or_default()).collect();
        TopicRow { topic, levels, total, unanswered }
    }
}

/// The questions that wait for an answer, and how many more there are.
fn unanswered(guide: &Guide, context: &Context<'_>, origin: &Origin) -> (Vec<Waiting>, usize) {
    let waiting: Vec<_> = guide.questions.ids().filter(|&id| is_asked(guide, id) && !guide.question(id).is_answered()).collect();
    let shown = waiting.get(..LISTED).unwrap_or(&waiting);
    let of_note = |asked: &[QuestionId]| {
        let note = guide.questions[*asked.first()?].note;
        let occurrence = |&id: &QuestionId| {
            let leader = guide.questions[id].leader;
            let elsewhere = || place::link(guide, origin, leader, &[leader, id]);
            Occurrence {
                words: row::words(guide, context, id),
                href: question::href(guide, origin, id),
                elsewhere: guide.question(leader).is_answered().then(elsewhere),
            }
        };
        Some(Waiting {
            note: note_link(guide, origin, note),
            edit: edit(guide, &guide.notes[note]),
            questions: asked.iter().map(occurrence).collect(),
        })
    };
    let groups = shown.chunk_by(|a, b| guide.questions[*a].note == guide.questions[*b].note).filter_map(of_note).collect();
    (groups, waiting.len() - shown.len())
}

/// The questions that are asked more than once, and how many more there are.
fn duplicates(guide: &Guide, context: &Context<'_>, origin: &Origin) -> (Vec<Duplicate>, usize) {
    let many: Vec<_> = context.roll.all().filter(|&id| !guide.questions[id].same_as.is_empty()).collect();
    let duplicate = |&id: &QuestionId| {
        let all: Vec<_> = roll::group(guide, id).collect();
        Duplicate {
            words: row::words(guide, context, id),
            href: row::href(guide, context, origin, id),
            places: all.iter().map(|&id| place::link(guide, origin, id, &all)).collect(),
        }
    };
    let shown = many.get(..LISTED).unwrap_or(&many);
    (shown.iter().map(duplicate).collect(), many.len() - shown.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Data, sample};

    #[test]
    fn it_counts_by_topic_and_level_and_names_what_waits_and_what_is_doubled() {
        let mut guide = sample::written(&[
            ("a.md", "---\ntopics: [Locks]\nlevel: basic\n---\n# A\n\n- **Q:** What is a lock?\n- **Q:** What is a latch?\n"),
            ("b.md", "# B\n\n- **Q:** What is a lock?\n  - **A:** A gate.\n- **Q:** What is a key?\n  - **A:** Iron.\n"),
        ]);
        let ids: Vec<_> = guide.questions.ids().collect();
        guide.questions[ids[0]].same_as = vec![ids[2]];
        guide.questions[ids[2]].same_as = vec![ids[0]];
        guide.questions[ids[0]].leader = ids[2];
        let Data::Coverage(view) = sample::view_of(&guide, ROUTE).data else { panic!("no coverage") };
        assert_eq!(view.levels, ["Basic", "No level"]);
        let rows: Vec<_> = view.topics.iter().map(|row| (row.topic.is_some(), row.levels.clone(), row.total, row.unanswered)).collect();
        assert_eq!(rows, [(true, vec![1, 1], 2, 1), (false, vec![0, 1], 1, 0)]);
        let waiting: Vec<_> =
            view.unanswered[0].questions.iter().map(|question| (question.words.as_str(), question.elsewhere.is_some())).collect();
        assert_eq!(waiting, [("What is a lock?", true), ("What is a latch?", false)]);
        assert_eq!(view.duplicates.len(), 1);
        assert_eq!(view.duplicates[0].places.iter().map(|place| place.title.as_str()).collect::<Vec<_>>(), ["B", "A"]);
    }
}
