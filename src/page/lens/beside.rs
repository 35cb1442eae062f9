//! The callouts that a reader of a question should know of, since they are about the same.
//!
//! Takes a question; gives a few callouts of its topics, the nearest topics first. Must stay cheap however many callouts a topic
//! has: they are sorted by topic once.

use crate::guide::Guide;
use crate::ids::{CalloutId, IdVec, QuestionId, TopicId};
use crate::note::CalloutKind;
use crate::page::Context;
use crate::page::bank::roll;
use crate::page::hrefs::Origin;
use crate::page::passage::{EntryView, Length, Passage, entry};

/// How many are given.
const GIVEN: usize = 4;

/// What tells something beside an answer; the other kinds only make sense where they stand.
const TELLING: &[CalloutKind] = &[
    CalloutKind::Definition,
    CalloutKind::Nuance,
    CalloutKind::Pitfall,
    CalloutKind::BestPractice,
    CalloutKind::ProductionFailure,
    CalloutKind::SeniorPerspective,
    CalloutKind::Comparison,
    CalloutKind::TradeOff,
    CalloutKind::Breakage,
    CalloutKind::KeyPoint,
    CalloutKind::Warning,
    CalloutKind::Performance,
    CalloutKind::Security,
];

/// The callouts that are first of all about each topic.
pub(in crate::page) fn by_topic(guide: &Guide) -> IdVec<TopicId, Vec<CalloutId>> {
    let mut callouts: IdVec<TopicId, Vec<CalloutId>> = guide.topics.iter().map(|_| Vec::new()).collect();
    for (id, known) in guide.callouts.iter_ids() {
        if let Some(&topic) = known.topics.first().filter(|_| TELLING.contains(&guide.callout(id).kind)) {
            callouts[topic].push(id);
        }
    }
    callouts
}

/// Callouts about what a question is about.
pub(in crate::page) fn beside(guide: &Guide, context: &Context<'_>, origin: &Origin, id: QuestionId) -> Vec<EntryView> {
    let topics = roll::topics(guide, id);
    let near = topics.iter().flat_map(|&topic| context.callouts[topic].iter().copied());
    let mut told: Vec<CalloutId> = Vec::new();
    for callout in near.filter(|&callout| !is_part_of(guide, callout, id)) {
        if told.len() == GIVEN {
            break;
        }
        // One that stands within another is told with it.
        if !told.iter().any(|&outer| holds(guide, outer, callout)) {
            told.push(callout);
        }
    }
    told.into_iter().map(|callout| entry(guide, context, origin, Passage::Callout(callout), Length::Whole)).collect()
}

/// Whether a callout holds another.
fn holds(guide: &Guide, outer: CalloutId, inner: CalloutId) -> bool {
    let note = guide.callouts[outer].note;
    let blocks = guide.callout(outer).blocks(&guide.notes[note].document);
    let start = guide.callout(inner).span.start;
    note == guide.callouts[inner].note && blocks.iter().map(|block| block.span).any(|span| span.start <= start && start < span.end)
}

/// Whether a callout stands within a question and its answers.
fn is_part_of(guide: &Guide, callout: CalloutId, id: QuestionId) -> bool {
    roll::group(guide, id).any(|id| {
        let (known, question) = (&guide.questions[id], guide.question(id));
        let blocks = question.place.of(&guide.notes[known.note].document);
        let within =
            |span: crate::span::Span| span.start <= guide.callout(callout).span.start && guide.callout(callout).span.start < span.end;
        known.note == guide.callouts[callout].note && blocks.iter().any(|block| within(block.span))
    })
}
