//! The map of topics: which has to do with which, drawn at build time and told in words.
//!
//! Takes the guide; gives labels with their places, the lines between them, and the same as a list. Must not draw more than a
//! reader can look over: a large guide's map shows its weightiest topics.

mod layout;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::guide::{Guide, Reason, Topic};
use crate::ids::TopicId;

use self::layout::{Label, Tie, arrange};
use super::Context;
use super::chrome::Link;
use super::hrefs::Origin;

/// How many topics a map shows.
const TOPICS: usize = 60;

/// Fewer topics need no map.
const FEWEST: usize = 4;

/// How wide a letter is, for the font size of 1.
const LETTER: f64 = 0.56;

/// The room inside a label, beside and above its words.
const PADDING: (f64, f64) = (20.0, 12.0);

/// A map. Templates read it as `map`.
#[derive(Debug, Serialize)]
pub struct MapView {
    /// How wide the drawing is, in pixels.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The lines, which stand below the labels.
    pub lines: Vec<Line>,
    /// The labels, weightiest first.
    pub labels: Vec<MapLabel>,
    /// The same as a list: each topic with those it has to do with, and why.
    pub rows: Vec<Row>,
}

/// A line between two topics.
#[derive(Debug, Serialize)]
pub struct Line {
    x1: i32,
    y1: i32,
    x2: i32,
    y2: i32,
    /// The positions of the two labels.
    from: usize,
    to: usize,
    /// The strongest reason, as a name for styles.
    reason: &'static str,
}

/// A topic on the map.
#[derive(Debug, Serialize)]
pub struct MapLabel {
    title: String,
    href: String,
    /// The centre.
    x: i32,
    y: i32,
    /// The upper left corner.
    left: i32,
    top: i32,
    width: i32,
    height: i32,
    /// How much there is of it: 1, 2 or 3.
    size: u8,
}

/// A topic with those it has to do with.
#[derive(Debug, Serialize)]
pub struct Row {
    /// The topic.
    pub topic: Link,
    /// The others, best first.
    pub related: Vec<RelatedTopic>,
}

/// A topic that has to do with another.
#[derive(Debug, Serialize)]
pub struct RelatedTopic {
    /// The topic.
    pub topic: Link,
    /// Why, in words.
    pub reason: String,
}

/// The map of a guide, where it has enough topics that have to do with each other.
pub(super) fn map(guide: &Guide, context: &Context<'_>, origin: &Origin) -> Option<MapView> {
    let shown = weightiest(guide);
    let ties = ties(guide, &shown);
    if shown.len() < FEWEST || ties.is_empty() {
        return None;
    }
    let most = shown.iter().map(|&id| weight(&guide.topics[id])).max().unwrap_or(1);
    let sized: Vec<(TopicId, u8, Label)> = shown.iter().map(|&id| sized(guide, id, most)).collect();
    let boxes: Vec<Label> = sized.iter().map(|&(_, _, label)| label).collect();
    let pulls: Vec<Tie> = ties.iter().map(|&((from, to), reason)| Tie { from, to, strength: strength(reason) }).collect();
    let drawing = arrange(&boxes, &pulls);

    let labels = sized.iter().zip(&drawing.centres).map(|(&(id, size, label), &(x, y))| {
        let Link { title, href } = super::article::topic_link(guide, origin, id);
        let (width, height) = (layout::whole(label.width), layout::whole(label.height));
        MapLabel { title, href, x, y, left: x - width / 2, top: y - height / 2, width, height, size }
    });
    let centre = |position: usize| drawing.centres.get(position).copied();
    let lines = ties.iter().filter_map(|&((from, to), reason)| {
        let ((x1, y1), (x2, y2)) = centre(from).zip(centre(to))?;
        Some(Line { x1, y1, x2, y2, from, to, reason: reason.name() })
    });
    let rows = shown
        .iter()
        .filter(|&&id| !guide.topics[id].related.is_empty())
        .map(|&id| Row { topic: super::article::topic_link(guide, origin, id), related: related(guide, context, origin, id) });
    Some(MapView { width: drawing.width, height: drawing.height, lines: lines.collect(), labels: labels.collect(), rows: rows.collect() })
}

/// The topics that have to do with a topic, and why.
pub(super) fn related(guide: &Guide, context: &Context<'_>, origin: &Origin, id: TopicId) -> Vec<RelatedTopic> {
    let related = guide.topics[id].related.iter().map(|related| RelatedTopic {
        topic: super::article::topic_link(guide, origin, related.topic),
        reason: related.reasons.first().map(|&reason| context.words.reason(reason).to_owned()).unwrap_or_default(),
    });
    related.collect()
}

fn weightiest(guide: &Guide) -> Vec<TopicId> {
    let mut ids: Vec<TopicId> = guide.topics.iter_ids().filter(|(_, topic)| !topic.related.is_empty()).map(|(id, _)| id).collect();
    ids.sort_by_key(|&id| (Reverse(weight(&guide.topics[id])), id));
    ids.truncate(TOPICS);
    // One that has to do with none of the others would float at the rim.
    let tied: BTreeSet<TopicId> = ids.iter().copied().collect();
    let others = |id: TopicId| guide.topics[id].related.iter().map(|related| related.topic).filter(|other| tied.contains(other));
    let named: BTreeSet<TopicId> = ids.iter().flat_map(|&id| others(id)).collect();
    ids.retain(|&id| named.contains(&id) || others(id).next().is_some());
    ids
}

/// How much there is of a topic.
pub(super) fn weight(topic: &Topic) -> usize {
    topic.sections.len() + topic.notes.len() + topic.questions.len()
}

/// The pairs of shown topics that have to do with each other, each once, with the strongest reason.
fn ties(guide: &Guide, shown: &[TopicId]) -> Vec<((usize, usize), Reason)> {
    let positions: BTreeMap<TopicId, usize> = shown.iter().enumerate().map(|(position, &id)| (id, position)).collect();
    let mut ties: BTreeMap<(usize, usize), Reason> = BTreeMap::new();
    for (from, &id) in shown.iter().enumerate() {
        for related in &guide.topics[id].related {
            if let (Some(&to), Some(&reason)) = (positions.get(&related.topic), related.reasons.first())
                && from != to
            {
                let strongest = ties.entry((from.min(to), from.max(to))).or_insert(reason);
                *strongest = (*strongest).min(reason);
            }
        }
    }
    ties.into_iter().collect()
}

fn strength(reason: Reason) -> f64 {
    match reason {
        Reason::Compared | Reason::SameParent => 1.0,
        Reason::AskedTogether => 0.8,
        Reason::ExplainedBeside => 0.5,
    }
}

/// A topic's size, and that of its label.
fn sized(guide: &Guide, id: TopicId, most: usize) -> (TopicId, u8, Label) {
    let topic = &guide.topics[id];
    let (size, font) = match weight(topic) * 3 / most.max(1) {
        0 => (1, 13.0),
        1 => (2, 15.0),
        _ => (3, 18.0),
    };
    // Letters beyond Latin, Greek and Cyrillic are about as wide as they are high.
    let letters: f64 = topic.name.chars().map(|letter| if letter < '\u{1100}' { LETTER } else { 1.05 }).sum();
    (id, size, Label { width: letters * font + PADDING.0, height: font * 1.3 + PADDING.1 })
}
