//! Filters: the units of a kind, a level, a topic, as lists of the dictionary.
//!
//! Takes the guide's pages; gives a list for each filter that leaves some units and not all. A reader types `kind:question` or
//! presses a chip; the dictionary holds that as a term behind a space, which no word begins with. Must not score anything.

use std::collections::BTreeMap;

use crate::guide::Guide;
use crate::ids::TopicId;
use crate::note::Level;

use super::block::Numbering;
use super::bytes::push_number;
use super::gather::narrow;
use super::unit::{Part, Subject, Unit, units};

/// What a filter's term begins with.
const MARK: char = ' ';

/// The filters of a guide.
#[derive(Debug, Default)]
pub(super) struct Filters {
    /// The lists by term, in order.
    pub(super) lists: Vec<(String, Vec<u8>)>,
    /// What readers can choose from without typing, in order: all but the topics.
    pub(super) offered: Vec<String>,
}

/// Collects the filters of all pages.
pub(super) fn filters(guide: &Guide, subjects: &[Subject], numbering: &Numbering) -> Filters {
    let mut found: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut first = 0;
    for &subject in subjects {
        let units = units(guide, subject);
        let mut add = |position: usize, filter: String| found.entry(filter).or_default().push(first + narrow(position));
        for (position, unit) in units.iter().enumerate() {
            each(unit, &mut |filter| add(position, filter));
        }
        first += narrow(units.len());
    }
    for units in found.values_mut() {
        units.sort_unstable();
        units.dedup();
    }
    let offered = found.iter().filter(|(name, units)| !name.starts_with("topic:") && units.len() < first as usize);
    let offered = offered.map(|(name, _)| name.clone()).collect();
    let lists = found.iter().map(|(name, units)| (format!("{MARK}{name}"), list(units, numbering))).collect();
    Filters { lists, offered }
}

/// The filters that leave a unit.
fn each(unit: &Unit<'_>, add: &mut impl FnMut(String)) {
    let Some(note) = unit.note() else {
        add("kind:topic".to_owned());
        if let Subject::Topic(id) = unit.subject {
            add_topic(unit.guide, id, add);
        }
        return;
    };
    if let Some((_, callout)) = unit.callout() {
        add("kind:callout".to_owned());
        add(format!("callout:{}", callout.kind.name()));
    } else if unit.asked.is_none() || unit.part == Part::Whole {
        add("kind:note".to_owned());
    }
    let mut level = note.front.level;
    if let Some(question) = unit.question() {
        add("kind:question".to_owned());
        add(format!("answered:{}", if question.is_answered() { "yes" } else { "no" }));
        level = question.level.or(level);
    }
    if let Some(level) = level.map(Level::name) {
        add(format!("level:{level}"));
    }
    let mut topics = unit.topics().to_vec();
    let Subject::Note(id) = unit.subject else { return };
    topics.extend(&unit.guide.entries[id].topics);
    topics.sort_unstable();
    topics.dedup();
    for topic in topics {
        add_topic(unit.guide, topic, add);
    }
}

/// A topic is known by what its address calls it, and by its names.
fn add_topic(guide: &Guide, id: TopicId, add: &mut impl FnMut(String)) {
    let topic = &guide.topics[id];
    let mut names: Vec<String> = std::iter::once(&topic.slug).chain([&topic.name]).chain(&topic.aliases).map(|name| joined(name)).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        add(format!("topic:{name}"));
    }
}

/// A name as it is typed behind a colon.
fn joined(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// Units as the reader gets them; nothing is said of how well they fit.
fn list(units: &[u32], numbering: &Numbering) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(units.len() * 2);
    push_number(narrow(units.len()) << 1, &mut bytes);
    let mut before = 0;
    for &unit in units {
        let number = numbering.of(unit);
        push_number(number - before, &mut bytes);
        before = number;
    }
    bytes.resize(bytes.len() + units.len(), 0);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use crate::search::unit::subjects;

    #[test]
    fn units_are_filtered_by_what_they_are() {
        let note = "---\nlevel: basic\n---\n# Locks\n\n## Why\n\nText.\n\n**Q1. What is a lock?**\n\n**A:** A gate.\n\n**Q2. Who waits?**\n\n**A:** TBD\n";
        let guide = sample::written(&[("a.md", note), ("b.md", "# Other")]);
        let subjects = subjects(&guide);
        let numbering = Numbering::new(subjects.iter().map(|&subject| units(&guide, subject).len()));
        let filters = filters(&guide, &subjects, &numbering);
        let expected = ["answered:no", "answered:yes", "kind:note", "kind:question", "kind:topic", "level:basic"];
        assert_eq!(filters.offered, expected);
        let terms: Vec<_> = filters.lists.iter().map(|(term, _)| term.as_str()).collect();
        assert!(terms.is_sorted() && terms.iter().all(|term| term.starts_with(MARK)), "{terms:?}");
        let units = |name: &str| filters.lists.iter().find(|(term, _)| term == name).map(|(_, list)| list.clone());
        // The page, its section and the other page; then both questions, which stand behind the sections.
        assert_eq!(units(" kind:note"), Some(vec![3 << 1, 0, 1, 15, 0, 0, 0]));
        assert_eq!(units(" kind:question"), Some(vec![2 << 1, 2, 1, 0, 0]));
        assert_eq!(units(" answered:no"), Some(vec![1 << 1, 3, 0]));
    }
}
