//! Questions about the same.
//!
//! Takes a question; gives those that share topics with it, rare topics counting for more, each with the topic that tells why.
//! Must stay cheap where a topic has thousands of questions.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use crate::guide::Guide;
use crate::ids::{QuestionId, TopicId};

use super::roll::{self, Roll};

/// How many are given.
const GIVEN: usize = 5;

/// How many questions of a topic are looked at, from the one before this.
const NEAR: usize = 100;

/// What a topic of one question only would count for. Whole numbers add up to the same in any order.
const RAREST: usize = 1_000_000;

/// The related questions, nearest first, each with the rarest topic that both are about.
pub(in crate::page) fn related(guide: &Guide, roll: &Roll, id: QuestionId) -> Vec<(QuestionId, TopicId)> {
    let mut found: BTreeMap<QuestionId, (usize, TopicId)> = BTreeMap::new();
    let mut topics = roll::topics(guide, id);
    topics.sort_by_key(|&topic| (roll.about(topic).len(), topic));
    for topic in topics {
        let asked = roll.about(topic);
        let start = asked.iter().position(|&other| other == id).unwrap_or_default().saturating_sub(NEAR / 2);
        for &other in asked.iter().skip(start).take(NEAR) {
            found.entry(other).or_insert((0, topic)).0 += RAREST / asked.len().max(1);
        }
    }
    let family: HashSet<_> = roll.follow_ups(id).iter().copied().chain(roll.parent(id)).chain([id]).collect();
    let mut ranked: Vec<_> = found.into_iter().filter(|(other, _)| !family.contains(other)).collect();
    ranked.sort_by_key(|&(other, (score, _))| (Reverse(score), other));
    ranked.into_iter().take(GIVEN).map(|(other, (_, topic))| (other, topic)).collect()
}
