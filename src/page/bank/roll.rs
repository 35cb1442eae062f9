//! Which questions the bank lists, and beneath which.
//!
//! Takes the guide; gives the questions that authors wrote as such, each once however many notes ask it, in reading order.
//! Must not know how they are shown.

use std::collections::HashSet;

use crate::config::QuestionPages;
use crate::guide::Guide;
use crate::ids::{IdVec, NoteId, QuestionId, TopicId};
use crate::note::{Explicit, QuestionKey};
use crate::path::SitePath;

/// Above this many questions they have no pages of their own unless the configuration asks for them: a hundred thousand
/// small files are more than free hosts take.
const MANY: usize = 5000;

/// How many questions may stand above one; what is deeper stands beside its parent.
const DEEPEST: usize = 3;

/// The names below `questions/` that are the bank's own.
const OWN_NAMES: &[&str] = &["index", "coverage"];

/// What the names of the bank's further pages begin with.
const PAGE: &str = "page-";

/// The questions that are listed.
#[derive(Debug)]
pub(in crate::page) struct Roll {
    /// Those that stand beneath no other, in reading order.
    pub(in crate::page) roots: Vec<QuestionId>,
    /// How many are listed, follow-ups included.
    pub(in crate::page) count: usize,
    /// Those that follow up each.
    follow_ups: IdVec<QuestionId, Vec<QuestionId>>,
    /// The question that each stands beneath.
    parents: IdVec<QuestionId, Option<QuestionId>>,
    /// Those about each topic, in reading order, follow-ups included.
    by_topic: IdVec<TopicId, Vec<QuestionId>>,
    /// All, in reading order.
    listed: Vec<QuestionId>,
    /// Where each stands in it.
    ranks: IdVec<QuestionId, usize>,
    has_pages: bool,
}

impl Roll {
    /// Reads the roll of a guide.
    pub(in crate::page) fn of(guide: &Guide) -> Self {
        let listed: Vec<_> = reading_order(guide)
            .into_iter()
            .flat_map(|note| guide.entries[note].questions.iter().copied())
            .filter(|&id| is_listed(guide, id))
            .collect();
        let count = listed.len();
        let mut roll = Self {
            roots: Vec::new(),
            count,
            follow_ups: guide.questions.iter().map(|_| Vec::new()).collect(),
            parents: parents(guide),
            by_topic: guide.topics.iter().map(|_| Vec::new()).collect(),
            listed: Vec::new(),
            ranks: guide.questions.iter().map(|_| 0).collect(),
            has_pages: have_pages(guide.site.question_pages, count),
        };
        for (rank, &id) in listed.iter().enumerate() {
            roll.ranks[id] = rank;
            match roll.parents[id] {
                Some(parent) => roll.follow_ups[parent].push(id),
                None => roll.roots.push(id),
            }
            for topic in topics(guide, id) {
                roll.by_topic[topic].push(id);
            }
        }
        roll.listed = listed;
        roll
    }

    /// The questions that follow up one, in reading order.
    pub(in crate::page) fn follow_ups(&self, id: QuestionId) -> &[QuestionId] {
        &self.follow_ups[id]
    }

    /// The question that one stands beneath.
    pub(in crate::page) fn parent(&self, id: QuestionId) -> Option<QuestionId> {
        self.parents[id]
    }

    /// The questions about a topic, in reading order.
    pub(in crate::page) fn about(&self, topic: TopicId) -> &[QuestionId] {
        &self.by_topic[topic]
    }

    /// The questions about a topic that stand nearest to one of them, at most `count`.
    pub(super) fn near(&self, topic: TopicId, id: QuestionId, count: usize) -> &[QuestionId] {
        let asked = self.about(topic);
        let place = asked.partition_point(|&other| self.ranks[other] < self.ranks[id]);
        let start = place.saturating_sub(count / 2);
        asked.get(start..asked.len().min(start + count)).unwrap_or_default()
    }

    /// The questions before and after one in reading order.
    pub(in crate::page) fn neighbours(&self, id: QuestionId) -> (Option<QuestionId>, Option<QuestionId>) {
        let rank = self.ranks[id];
        let at = |rank: usize| self.listed.get(rank).copied();
        (rank.checked_sub(1).and_then(at), at(rank + 1))
    }

    /// All questions, each with its follow-ups behind it.
    pub(in crate::page) fn all(&self) -> impl Iterator<Item = QuestionId> {
        let mut waiting: Vec<_> = self.roots.iter().rev().copied().collect();
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            waiting.extend(self.follow_ups(next).iter().rev());
            Some(next)
        })
    }

    /// Whether questions have pages of their own.
    pub(in crate::page) fn has_pages(&self) -> bool {
        self.has_pages
    }
}

fn have_pages(choice: QuestionPages, questions: usize) -> bool {
    match choice {
        QuestionPages::Auto => questions <= MANY,
        QuestionPages::Always => true,
        QuestionPages::Never => false,
    }
}

/// The question that each listed one stands beneath.
fn parents(guide: &Guide) -> IdVec<QuestionId, Option<QuestionId>> {
    let mut parents: IdVec<QuestionId, Option<QuestionId>> = IdVec::new();
    let mut depths: IdVec<QuestionId, usize> = IdVec::new();
    for (id, entry) in guide.questions.iter_ids() {
        let parent = entry.parent.map(|parent| guide.questions[parent].leader);
        // Where the same is asked in several notes, two questions could follow each other up. An earlier one is never beneath
        // a later one.
        let parent = parent.filter(|&parent| parent < id && is_listed(guide, parent) && is_listed(guide, id));
        let parent = parent.and_then(|parent| if depths[parent] < DEEPEST { Some(parent) } else { parents[parent] });
        depths.push(parent.map_or(0, |parent| depths[parent] + 1));
        parents.push(parent);
    }
    parents
}

/// Whether a question is listed: its author wrote it as one, and of those that ask the same it stands for all.
pub(in crate::page) fn is_listed(guide: &Guide, id: QuestionId) -> bool {
    guide.questions[id].leader == id && guide.question(id).explicit == Explicit::Yes
}

/// A question with those that ask the same, in note order, itself first.
pub(in crate::page) fn group(guide: &Guide, id: QuestionId) -> impl Iterator<Item = QuestionId> {
    std::iter::once(id).chain(guide.questions[id].same_as.iter().copied())
}

/// The topics of a question and of those that ask the same, nearest first.
pub(in crate::page) fn topics(guide: &Guide, id: QuestionId) -> Vec<TopicId> {
    let mut seen = HashSet::new();
    group(guide, id).flat_map(|id| guide.questions[id].topics.iter().copied()).filter(|&topic| seen.insert(topic)).collect()
}

/// The address of a question's own page.
pub(in crate::page) fn route(guide: &Guide, id: QuestionId) -> SitePath {
    route_of(&guide.questions[id].key)
}

/// The address of the page of the question with an id.
pub(in crate::page) fn route_of(key: &QuestionKey) -> SitePath {
    SitePath::fixed(&format!("questions/{}.html", page_name(key.as_str())))
}

/// The name of the page of a question.
pub(super) fn page_name(key: &str) -> String {
    if OWN_NAMES.contains(&key) || key.starts_with(PAGE) { format!("{key}-2") } else { key.to_owned() }
}

/// The address of a page of the bank, from 0.
pub(super) fn page_route(number: usize) -> SitePath {
    match number {
        0 => SitePath::fixed(super::ROUTE),
        _ => SitePath::fixed(&format!("questions/{PAGE}{}.html", number + 1)),
    }
}

/// All notes, in the order in which people read them.
fn reading_order(guide: &Guide) -> Vec<NoteId> {
    let first = guide.entries.iter_ids().find(|(_, entry)| entry.previous.is_none()).map(|(id, _)| id);
    std::iter::successors(first, |&id| guide.entries[id].next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::text;
    use crate::page::sample;

    const CHAIN: &str = "# Locks\n\n**Q1: What is a lock?**\n\n**Short Answer**: A gate.\n\n**Follow-up Trap**: \"Who opens it?\"\n\n\
        **Ideal Answer**: Its owner.\n\n---\n\n**Q2: What is a latch?**\n\n**Short Answer**: A short lock.\n\n**Follow-up Trap**: \"How short?\"\n";

    fn asked(guide: &Guide, ids: impl IntoIterator<Item = QuestionId>) -> Vec<String> {
        ids.into_iter().map(|id| text::inlines(&guide.question(id).words)).collect()
    }

    #[test]
    fn follow_ups_stand_beneath_what_they_follow_up() {
        let guide = sample::written(&[("a.md", CHAIN)]);
        let roll = Roll::of(&guide);
        assert_eq!(roll.count, 4);
        assert_eq!(asked(&guide, roll.roots.iter().copied()), ["What is a lock?", "What is a latch?"]);
        assert_eq!(asked(&guide, roll.all()), ["What is a lock?", "Who opens it?", "What is a latch?", "How short?"]);
    }

    #[test]
    fn of_those_that_ask_the_same_one_is_listed_with_the_topics_of_all() {
        let mut guide = sample::written(&[
            ("a.md", "---\ntopics: [Gates]\n---\n# A\n\n- **Q:** What is a lock?\n  - **A:** A gate.\n"),
            ("b.md", "---\ntopics: [Doors]\n---\n# B\n\n- **Q:** What is a lock?\n  - **A:** A bolt.\n"),
        ]);
        let ids: Vec<_> = guide.questions.ids().collect();
        let [first, second] = ids[..] else { panic!("{ids:?}") };
        guide.questions[first].same_as = vec![second];
        guide.questions[second].same_as = vec![first];
        guide.questions[second].leader = first;
        let roll = Roll::of(&guide);
        assert_eq!(roll.roots, [first]);
        let about: Vec<_> = topics(&guide, first).into_iter().map(|topic| guide.topics[topic].slug.as_str()).collect();
        assert_eq!(about, ["lock", "gates", "doors"]);
        assert!(guide.topics.ids().all(|topic| roll.about(topic) == [first]));
    }

    #[test]
    fn questions_that_would_follow_each_other_up_are_both_listed() {
        let mut guide = sample::written(&[("a.md", CHAIN)]);
        let ids: Vec<_> = guide.questions.ids().collect();
        guide.questions[ids[0]].parent = Some(ids[1]);
        assert_eq!(Roll::of(&guide).all().count(), 4);
    }

    #[test]
    fn questions_have_pages_unless_there_are_too_many_or_the_site_wants_none() {
        assert!(have_pages(QuestionPages::Auto, MANY) && !have_pages(QuestionPages::Auto, MANY + 1));
        assert!(have_pages(QuestionPages::Always, MANY + 1) && !have_pages(QuestionPages::Never, 1));
    }

    #[test]
    fn no_question_takes_a_page_of_the_bank() {
        assert_eq!(page_name("page-2"), "page-2-2");
        assert_eq!(page_name("pages"), "pages");
    }
}
