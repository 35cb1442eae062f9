//! Where notes speak about topics.
//!
//! Takes the notes and the topics in the making; gives the places of each topic and the topics of each note. Notes are read in
//! parallel, each with the places that founded its topics, so that nothing is held for all notes but what stays. Must not
//! decide what is a topic, and must not read running text: who mentions a topic in passing is for `mention/`.

use rayon::prelude::*;

use crate::guide::topic::{Naming, TopicSection};
use crate::guide::topics::draft::Draft;
use crate::guide::topics::everyday::is_everyday_topic;
use crate::guide::topics::finder::Finder;
use crate::guide::topics::occurrence;
use crate::ids::{Id, IdVec, NoteCalloutId, NoteId, NoteQuestionId, SectionId, TopicId};
use crate::note::Note;

/// The topics of a note.
#[derive(Debug)]
pub(in crate::guide) struct NoteTopics {
    /// Those of the note as a whole.
    pub(in crate::guide) whole: Vec<TopicId>,
    /// Those that the heading of each section names.
    pub(in crate::guide) sections: IdVec<SectionId, Vec<TopicId>>,
    /// Those that anything in a section is about, each with that section, in order.
    pub(in crate::guide) spoken: Vec<(TopicId, Option<SectionId>)>,
    /// Those that the words of each question name.
    pub(in crate::guide) questions: IdVec<NoteQuestionId, Vec<TopicId>>,
    /// Those that the label of each callout names.
    pub(in crate::guide) callouts: IdVec<NoteCalloutId, Vec<TopicId>>,
}

/// Where notes speak about topics.
pub(super) struct Located {
    /// The places of each topic, in note order and then source order; a section stands there once.
    pub(super) sections: IdVec<TopicId, Vec<TopicSection>>,
    /// The topics of each note.
    pub(super) by_note: IdVec<NoteId, NoteTopics>,
}

/// A place that speaks about a topic.
type Spoken = (TopicId, TopicSection);

/// Looks for the topics in all that the notes say of something.
pub(super) fn locate(
    notes: &IdVec<NoteId, Note>,
    drafts: &IdVec<TopicId, Draft>,
    parents: &IdVec<TopicId, Option<TopicId>>,
    finder: &Finder<TopicId>,
) -> Located {
    let mut founding: IdVec<NoteId, Vec<Spoken>> = notes.iter().map(|_| Vec::new()).collect();
    let mut whole: IdVec<NoteId, Vec<TopicId>> = notes.iter().map(|_| Vec::new()).collect();
    for (topic, draft) in drafts.iter_ids() {
        draft.sections.iter().for_each(|place| founding[place.note].push((topic, *place)));
        draft.notes.iter().for_each(|note| whole[*note].push(topic));
    }
    let everyday: IdVec<TopicId, bool> =
        drafts.iter().map(|draft| is_everyday_topic(std::iter::once(&draft.name).chain(&draft.aliases))).collect();
    let reader = Reader { parents, finder, everyday };
    let grounds: Vec<_> = founding.into_iter().zip(whole).collect();
    let read = notes.as_slice().par_iter().zip(grounds).enumerate();
    let read: Vec<_> = read.map(|(at, (note, (founding, whole)))| reader.read(NoteId::at(at), note, founding, whole)).collect();

    let mut located = Located { sections: drafts.iter().map(|_| Vec::new()).collect(), by_note: IdVec::new() };
    for (places, topics) in read {
        for (topic, place) in places {
            located.sections[topic].push(place);
        }
        located.by_note.push(topics);
    }
    located
}

/// Reads notes for topics.
struct Reader<'a> {
    parents: &'a IdVec<TopicId, Option<TopicId>>,
    finder: &'a Finder<TopicId>,
    /// Which topics have no name but everyday words.
    everyday: IdVec<TopicId, bool>,
}

impl Reader<'_> {
    fn read(&self, id: NoteId, note: &Note, mut places: Vec<Spoken>, whole: Vec<TopicId>) -> (Vec<Spoken>, NoteTopics) {
        let mut found = occurrence::of_note(id, note, self.finder, &|topic| self.everyday[topic]);
        for (topic, place) in places.iter().filter(|(_, place)| place.naming == Naming::Question) {
            let asked = note.questions.as_slice().partition_point(|asked| asked.span.start < place.span.start);
            let asked = found.questions.iter_mut().nth(asked).filter(|named| !named.contains(topic));
            if let Some(named) = asked {
                named.push(*topic);
            }
        }
        for (topic, place) in found.sections {
            // A section about a narrower topic is about the wider one too.
            let wider = std::iter::successors(Some(topic), |topic| self.parents[*topic]).take(2);
            places.extend(wider.map(|topic| (topic, place)));
        }
        // The plainest name that a section gives a topic tells how it speaks of it.
        places.sort_unstable_by_key(|(topic, place)| (*topic, place.section, place.naming, place.span));
        places.dedup_by_key(|(topic, place)| (*topic, place.section));
        let spoken = places.iter().map(|(topic, place)| (*topic, place.section)).collect();

        places.sort_unstable_by_key(|(topic, place)| (*topic, place.span, place.section));
        places.shrink_to_fit();
        let mut sections: IdVec<SectionId, Vec<TopicId>> = note.outline.sections.iter().map(|_| Vec::new()).collect();
        for (topic, place) in places.iter().filter(|(_, place)| place.naming == Naming::Heading) {
            if let Some(section) = place.section {
                sections[section].push(*topic);
            }
        }
        (places, NoteTopics { whole, sections, spoken, questions: found.questions, callouts: found.callouts })
    }
}
