//! The list of all topics, by letter.
//!
//! Takes the guide's topics; gives them grouped and counted. Must not show what topics say.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::guide::{Guide, Topic};
use crate::ids::TopicId;
use crate::path::SitePath;

use super::chrome::{About, Page};
use super::hrefs::Origin;
use super::map::{self, MapView, weight};
use super::{Context, Kind, Plan, Subject};

/// How many topics are named by weight.
const HEAVIEST: usize = 20;

/// How many topics a list may have before it helps to know the weightiest.
const MANY: usize = 12;

/// The kind.
pub(super) const KIND: Kind = Kind { name: "topics", about: "all topics by letter, each with the number of its sections", plans };

/// Its address.
pub(super) const ROUTE: &str = "topics/index.html";

/// What the page of all topics shows.
#[derive(Debug, Serialize)]
pub struct TopicsView {
    /// What surrounds the content.
    pub page: Page,
    /// How many topics there are.
    pub count: String,
    /// The map of the topics, where there is one to draw.
    pub map: Option<MapView>,
    /// The topics that most is said about.
    pub heaviest: Vec<TopicLink>,
    /// The topics by letter.
    pub letters: Vec<Letter>,
}

/// The topics of one letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter, or `#` for what begins with none.
    pub title: String,
    /// The anchor on the page.
    pub anchor: String,
    /// The topics, by name.
    pub topics: Vec<TopicLink>,
}

/// A topic with how much there is of it.
#[derive(Debug, Serialize)]
pub struct TopicLink {
    /// Its name.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// How many sections and notes are about it.
    pub count: usize,
    /// The same, in words.
    pub extent: String,
    /// Other names.
    pub aliases: Vec<String>,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    let _ = guide;
    vec![Plan { route: SitePath::fixed(ROUTE), subject: Subject::Topics }]
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath) -> TopicsView {
    let origin = Origin::Page(route.clone());
    let about =
        About { kind: KIND.name, origin: &origin, title: context.words.topics.to_owned(), description: None, folder: None, note: None };
    let mut letters: BTreeMap<(bool, String), Vec<(String, TopicLink)>> = BTreeMap::new();
    for topic in &guide.topics {
        let key = topic.name.to_lowercase();
        let letter = initial(&topic.name);
        letters.entry((letter == "#", letter)).or_default().push((key, link(context, &origin, topic)));
    }
    let letters = letters.into_iter().enumerate().map(|(position, ((_, title), mut topics))| {
        topics.sort_by(|(a, _), (b, _)| a.cmp(b));
        Letter { title, anchor: format!("letter-{}", position + 1), topics: topics.into_iter().map(|(_, topic)| topic).collect() }
    });
    let many = guide.topics.len() > MANY;
    TopicsView {
        page: Page::new(guide, context, about),
        count: context.words.n_topics.of(guide.topics.len()),
        map: map::map(guide, context, &origin),
        heaviest: if many { heaviest(guide, context, &origin, HEAVIEST) } else { Vec::new() },
        letters: letters.collect(),
    }
}

/// The topics that most sections are about, heaviest first.
pub(super) fn heaviest(guide: &Guide, context: &Context<'_>, origin: &Origin, limit: usize) -> Vec<TopicLink> {
    let mut topics: Vec<_> = guide.topics.iter().map(|topic| (Reverse(weight(topic)), topic.slug.as_str(), topic)).collect();
    topics.sort_unstable_by_key(|&(weight, slug, _)| (weight, slug));
    topics.into_iter().take(limit).map(|(_, _, topic)| link(context, origin, topic)).collect()
}

/// The topics that most questions are about, heaviest first; each leads to its questions.
pub(super) fn heaviest_asked(guide: &Guide, context: &Context<'_>, origin: &Origin, limit: usize) -> Vec<TopicLink> {
    let asked = |(id, topic): (TopicId, &'_ Topic)| (Reverse(context.roll.about(id).len()), topic.slug.clone(), id);
    let mut topics: Vec<_> = guide.topics.iter_ids().map(asked).filter(|(Reverse(count), ..)| *count > 0).collect();
    topics.sort_unstable();
    let link = |(Reverse(count), _, id): (Reverse<usize>, String, TopicId)| TopicLink {
        href: origin.to_anchor(&guide.topics[id].route, super::topic::QUESTIONS),
        count,
        extent: context.words.n_questions.of(count),
        ..link(context, origin, &guide.topics[id])
    };
    topics.into_iter().take(limit).map(link).collect()
}

fn link(context: &Context<'_>, origin: &Origin, topic: &Topic) -> TopicLink {
    let extent = if topic.sections.is_empty() {
        context.words.n_notes.of(topic.notes.len())
    } else {
        context.words.n_sections.of(topic.sections.len())
    };
    TopicLink { title: topic.name.clone(), href: origin.to(&topic.route), count: weight(topic), extent, aliases: topic.aliases.clone() }
}

/// The letter that a name is filed under.
fn initial(name: &str) -> String {
    match name.chars().next() {
        Some(letter) if letter.is_alphabetic() => letter.to_uppercase().collect(),
        _ => "#".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_filed_under_their_letter_whatever_the_script() {
        assert_eq!(initial("asyncio"), "A");
        assert_eq!(initial("Ångström"), "Å");
        assert_eq!(initial("преобразование"), "П");
        assert_eq!(initial("__slots__"), "#");
    }
}
