//! Questions about the same.
//!
//! Takes a question; gives those that share topics with it, rare topics counting for more, and more again where one's note links
//! to the other's, each with the topic that tells why.
//! Must stay cheap where a topic has thousands of questions.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use crate::guide::{Guide, Target};
use crate::ids::{NoteId, QuestionId, TopicId};

use super::roll::{self, Roll};

/// How many are given.
const GIVEN: usize = 5;

/// How many questions of a topic are looked at, those that stand nearest.
const NEAR: usize = 100;

/// What a topic of one question only would count for. Whole numbers add up to the same in any order.
const RAREST: usize = 1_000_000;

/// What a link between their notes counts for: as much as a topic of four questions.
const LINKED: usize = RAREST / 4;

/// The related questions, nearest first, each with the rarest topic that both are about.
pub(in crate::page) fn related(guide: &Guide, roll: &Roll, id: QuestionId) -> Vec<(QuestionId, TopicId)> {
    let mut found: BTreeMap<QuestionId, (usize, TopicId)> = BTreeMap::new();
    let mut topics = roll::topics(guide, id);
    topics.sort_by_key(|&topic| (roll.about(topic).len(), topic));
    for topic in topics {
        let worth = RAREST / roll.about(topic).len().max(1);
        for &other in roll.near(topic, id, NEAR) {
            found.entry(other).or_insert((0, topic)).0 += worth;
        }
    }
    let linked = linked(guide, guide.questions[id].note);
    for (other, (score, _)) in &mut found {
        if linked.contains(&guide.questions[*other].note) {
            *score += LINKED;
        }
    }
    let family: HashSet<_> = roll.follow_ups(id).iter().copied().chain(roll.parent(id)).chain([id]).collect();
    let mut ranked: Vec<_> = found.into_iter().filter(|(other, _)| !family.contains(other)).collect();
    ranked.sort_by_key(|&(other, (score, _))| (Reverse(score), other));
    ranked.into_iter().take(GIVEN).map(|(other, (_, topic))| (other, topic)).collect()
}

/// The notes that a note links to, and those that link to it.
fn linked(guide: &Guide, note: NoteId) -> HashSet<NoteId> {
    let entry = &guide.entries[note];
    let leads = entry.links.iter().filter_map(|target| match target {
        Target::Note(other, _) => Some(*other),
        _ => None,
    });
    leads.chain(entry.backlinks.iter().copied()).filter(|&other| other != note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::text;
    use crate::page::sample;

    #[test]
    fn rare_topics_count_for_more_and_the_rarest_is_the_reason() {
        let ask = |topics: &str, question: &str| {
            format!("---\ntopics: [{topics}]\n---\n# Note\n\n- **Q:** What is {question}?\n  - **A:** It.\n")
        };
        let guide = sample::written(&[
            ("a.md", &ask("Python, Locks", "a lock")),
            ("b.md", &ask("Python", "a list")),
            ("c.md", &ask("Python, Locks", "a latch")),
            ("d.md", &ask("Rust", "a crate")),
        ]);
        let roll = Roll::of(&guide);
        let found: Vec<_> = related(&guide, &roll, roll.roots[0])
            .into_iter()
            .map(|(id, topic)| (text::inlines(&guide.question(id).words), guide.topics[topic].slug.as_str()))
            .collect();
        assert_eq!(found, [("What is a latch?".to_owned(), "locks"), ("What is a list?".to_owned(), "python")]);
    }

    #[test]
    fn a_link_between_notes_counts_in_both_directions() {
        let ask = |question: &str, more: &str| format!("---\ntopics: [Locks]\n---\n# Note\n\n- **Q:** {question}\n  - **A:** It.\n{more}");
        let guide = sample::written(&[
            ("a.md", &ask("What is a lock?", "\n[More](d.md)\n")),
            ("b.md", &ask("What is a latch?", "")),
            ("c.md", &ask("What is a bolt?", "")),
            ("d.md", &ask("What is a key?", "")),
        ]);
        let roll = Roll::of(&guide);
        let first =
            |asked: usize| related(&guide, &roll, roll.roots[asked]).first().map(|(id, _)| text::inlines(&guide.question(*id).words));
        assert_eq!(first(0).as_deref(), Some("What is a key?"));
        assert_eq!(first(3).as_deref(), Some("What is a lock?"));
        assert_eq!(first(1).as_deref(), Some("What is a lock?"));
    }

    #[test]
    fn what_a_question_stands_with_is_not_told_again() {
        let note = "---\ntopics: [Locks]\n---\n# A\n\n**Q1: What is a lock?**\n\n**Short Answer**: A gate.\n\n**Follow-up Trap**: \"Who opens it?\"\n";
        let guide = sample::written(&[("a.md", note)]);
        let roll = Roll::of(&guide);
        assert_eq!(roll.count, 2);
        assert!(related(&guide, &roll, roll.roots[0]).is_empty());
    }
}
