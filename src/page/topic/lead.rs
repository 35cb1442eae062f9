//! The definition that a topic's page begins with.
//!
//! Takes a topic; gives the passage that says best what it is: a definition, an explanation, a term's own item, the first words
//! of the section that is about it. Must not write anything.

use crate::guide::{Guide, Naming, Topic};
use crate::ids::{CalloutId, QuestionId, TopicId};
use crate::markdown::{BlockKind, text};
use crate::note::{AnswerState, CalloutKind, QuestionKind};
use crate::page::excerpt;
use crate::page::passage::{Passage, item};

/// How short a passage may be, in bytes, and still define something.
const SHORTEST: usize = 24;

/// The passage that says best what a topic is.
pub(super) fn lead(guide: &Guide, id: TopicId) -> Option<Passage> {
    let topic = &guide.topics[id];
    let callout = |kind: CalloutKind| best_callout(guide, topic, kind).map(Passage::Callout);
    let definition = || {
        let defines = |&&id: &&QuestionId| {
            let question = guide.question(id);
            question.kind == QuestionKind::Definition && question.answers.iter().any(|answer| answer.state == AnswerState::Given)
        };
        topic.questions.iter().find(defines).map(|&id| Passage::Definition(id))
    };
    let term = || {
        let place = topic.sections.iter().find(|place| place.naming == Naming::Term)?;
        let passage = Passage::Item(place.note, place.section, place.span);
        plain(guide, passage).filter(|text| text.len() >= topic.name.len() + SHORTEST).map(|_| passage)
    };
    let opening = || {
        let sections = topic.sections.iter().filter(|place| place.naming == Naming::Heading);
        sections.filter_map(|place| Some(Passage::Opening(place.note, place.section?))).find(|&passage| plain(guide, passage).is_some())
    };
    // What notes compare is best told by whoever answers what the difference is.
    let answer = || {
        let asked = |id: &QuestionId| {
            let (entry, question) = (&guide.questions[*id], guide.question(*id));
            let is_its_own = topic.sections.iter().any(|place| place.note == entry.note && place.span == question.span);
            is_its_own && question.answers.iter().any(|answer| answer.state == AnswerState::Given)
        };
        topic.questions.iter().copied().find(asked).map(Passage::Definition)
    };
    let of_callouts = callout(CalloutKind::Definition).or_else(definition).or_else(|| callout(CalloutKind::Explanation));
    of_callouts.or_else(term).or_else(opening).or_else(answer)
}

/// The callout of a kind that stands right where a section is about the topic, else none: one that merely belongs to it may
/// define something else.
fn best_callout(guide: &Guide, topic: &Topic, kind: CalloutKind) -> Option<CalloutId> {
    let is_at_home = |id: CalloutId| {
        let (entry, callout) = (&guide.callouts[id], guide.callout(id));
        let is_here = |place: &&crate::guide::TopicSection| place.note == entry.note && place.section == callout.section;
        topic.sections.iter().filter(is_here).any(|place| place.naming == Naming::Heading || callout.span.contains(place.span))
    };
    topic.callouts.iter().copied().find(|&id| guide.callout(id).kind == kind && is_at_home(id))
}

/// A passage as a sentence or two of plain text; none where it says too little.
pub(super) fn plain(guide: &Guide, passage: Passage) -> Option<String> {
    let of_blocks = |blocks: &[crate::markdown::Block]| excerpt::description(blocks);
    let said = match passage {
        Passage::Callout(id) => {
            let callout = guide.callout(id);
            let document = &guide.notes[guide.callouts[id].note].document;
            let lead = text::inlines(&callout.lead(document));
            if lead.trim().is_empty() { of_blocks(callout.blocks(document)) } else { Some(excerpt::sentence(&lead)) }
        }
        Passage::Section(note, id) | Passage::Opening(note, id) => {
            let note = &guide.notes[note];
            let blocks = note.document.blocks.get(note.outline.sections[id].blocks.clone()).unwrap_or_default();
            // A sub-section's words are its own.
            let own = blocks.iter().skip(1).take_while(|block| !matches!(block.kind, BlockKind::Heading(..)));
            excerpt::description(own.filter(|block| matches!(block.kind, BlockKind::Paragraph(_))))
        }
        Passage::Item(note, _, span) => of_blocks(item(&guide.notes[note].document.blocks, span)?),
        Passage::Definition(id) => {
            let document = &guide.notes[guide.questions[id].note].document;
            guide
                .question(id)
                .answers
                .iter()
                .map(|answer| answer.text(document))
                .find(|text| !text.is_empty())
                .map(|text| excerpt::sentence(&text))
        }
    };
    said.filter(|text| text.len() >= SHORTEST)
}
