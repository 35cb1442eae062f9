//! Names gathered by what they are compared by: whatever could be a topic, with all that speaks for it.
//!
//! Takes evidence; gives candidates, one for each key, and what headings say of two of them. Must not join or judge them.

use std::collections::HashMap;

use crate::config::Declaration;
use crate::guide::topic::{Naming, TopicSection};
use crate::guide::topics::evidence::{Evidence, Source};
use crate::guide::topics::name::{self, Name};
use crate::ids::{Id, IdVec, NoteId};
use crate::markdown::outline::name::readable_name;

/// A candidate, among all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct CandidateId(usize);

impl Id for CandidateId {
    fn at(position: usize) -> Self {
        Self(position)
    }
    fn position(self) -> usize {
        self.0
    }
}

/// Where something is named, each list in note order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// The sections that name it: a section once, by the plainest of what names it there.
    pub(super) sections: Vec<TopicSection>,
    /// The notes whose titles name it.
    pub(super) titled: Vec<NoteId>,
    /// The notes whose front matter declares it.
    pub(super) declared: Vec<NoteId>,
}

/// What could be a topic.
#[derive(Debug, Default)]
pub(super) struct Candidate {
    /// What its spellings are compared by.
    pub(super) key: String,
    /// Where it is named.
    pub(super) places: Places,
    /// Whether some heading names it alone.
    pub(super) stands_alone: bool,
    /// The compounds that it is a part of, each once.
    pub(super) compounds: Vec<CandidateId>,
    /// Its parts, where it is a compound.
    pub(super) parts: Vec<CandidateId>,
    /// The names that stand in brackets behind it.
    pub(super) asides: Vec<CandidateId>,
    /// How often it is the bold term of a list's item.
    pub(super) times_a_term: u32,
    spellings: Vec<Spelling>,
}

#[derive(Debug)]
struct Spelling {
    text: String,
    weight: u32,
}

/// All candidates.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// The candidates, in the order in which they are first named.
    pub(super) all: IdVec<CandidateId, Candidate>,
    /// Short forms with the long forms that headings give for them, and how often.
    pub(super) short_forms: HashMap<CandidateId, Vec<(CandidateId, u32)>>,
    /// What is set against each other, in the order of the first places that do.
    pub(super) compared: Vec<(CandidateId, CandidateId)>,
    /// The names that the author declares, with the position of the declaration.
    pub(super) declared: Vec<(CandidateId, usize)>,
    by_key: HashMap<String, CandidateId>,
}

impl Candidate {
    /// The name as most places spell it, headings before questions; of equals, the first. A mere tag (`memory-management`) is made readable.
    pub(super) fn name(&self) -> String {
        let most = self.spellings.iter().map(|spelling| spelling.weight).max();
        match self.spellings.iter().find(|spelling| Some(spelling.weight) == most) {
            Some(Spelling { text, weight: 0 }) if text.contains(['-', '_']) && !text.contains(' ') => readable_name(text),
            Some(Spelling { text, .. }) => text.clone(),
            None => self.key.clone(),
        }
    }

    /// The spellings that readers of the name would not think of: `__slots__` for "slots".
    pub(super) fn other_spellings(&self) -> impl Iterator<Item = String> {
        let name = self.name();
        let is_code = |text: &str| text.contains('_');
        let others = self.spellings.iter().map(|spelling| spelling.text.trim_matches('`').to_owned());
        others.filter(move |text| is_code(text) != is_code(&name))
    }

    /// How many places name it.
    pub(super) fn weight(&self) -> usize {
        self.places.sections.len() + self.places.titled.len()
    }

    fn spell(&mut self, text: &str, weight: u32) {
        match self.spellings.iter_mut().find(|spelling| spelling.text == text) {
            Some(_) if weight == SPELLED => {}
            Some(spelling) => spelling.weight += weight,
            None => self.spellings.push(Spelling { text: text.to_owned(), weight }),
        }
    }
}

impl Places {
    fn add(&mut self, source: Source) {
        match source {
            Source::Section(place) => self.sections.push(place),
            Source::Title(note) => self.titled.push(note),
            Source::Declared(note) => self.declared.push(note),
        }
    }

    /// Takes up the places of another name for the same thing.
    pub(super) fn join(&mut self, other: &Self) {
        self.sections.extend(&other.sections);
        self.titled.extend(&other.titled);
        self.declared.extend(&other.declared);
    }

    /// Puts each place in order, once.
    pub(super) fn tidy(&mut self) {
        self.sections.sort_unstable_by_key(|place| (place.note, place.section, place.naming, place.span));
        self.sections.dedup_by_key(|place| (place.note, place.section));
        for notes in [&mut self.titled, &mut self.declared] {
            notes.sort_unstable();
            notes.dedup();
        }
    }
}

impl Candidates {
    /// Gathers evidence, and what the author declares.
    pub(super) fn gather(evidence: &[Evidence], declarations: &[Declaration]) -> Self {
        let mut candidates = Self::default();
        for (at, declaration) in declarations.iter().enumerate() {
            for name in std::iter::once(&declaration.name).chain(&declaration.aliases) {
                let id = candidates.known(&name::key(name));
                candidates.declared.push((id, at));
            }
        }
        for Evidence { source, reading } in evidence {
            let whole = reading.whole.as_ref().map(|name| candidates.named(name, *source));
            if let Some(whole) = whole {
                candidates.all[whole].stands_alone = true;
            }
            for part in &reading.parts {
                let part = candidates.named(part, *source);
                if let Some(whole) = whole {
                    push_once(&mut candidates.all[part].compounds, whole);
                    if reading.is_compound {
                        push_once(&mut candidates.all[whole].parts, part);
                    }
                }
            }
            if let [a, b, ..] = reading.compared.as_slice()
                && let Some((a, b)) = candidates.find(&a.key).zip(candidates.find(&b.key))
            {
                candidates.all[a].stands_alone = true;
                candidates.all[b].stands_alone = true;
                candidates.compared.push((a, b));
            }
            if let (Some(name), Some(whole), Some(aside)) = (&reading.whole, whole, &reading.aside) {
                candidates.state_aside(name, whole, aside, *source);
            }
        }
        for id in candidates.all.ids() {
            candidates.all[id].places.tidy();
        }
        candidates
    }

    /// A name in brackets is a short form, a long form, or just another name.
    fn state_aside(&mut self, name: &Name, whole: CandidateId, aside: &Name, source: Source) {
        let other = self.named(aside, source);
        let (short, long) = if aside.is_short_for(name) {
            (other, whole)
        } else if name.is_short_for(aside) {
            (whole, other)
        } else {
            push_once(&mut self.all[other].compounds, whole);
            push_once(&mut self.all[whole].asides, other);
            return;
        };
        self.all[other].stands_alone = true;
        let longs = self.short_forms.entry(short).or_default();
        match longs.iter_mut().find(|(known, _)| *known == long) {
            Some((_, times)) => *times += 1,
            None => longs.push((long, 1)),
        }
    }

    /// The candidate of a key.
    pub(super) fn find(&self, key: &str) -> Option<CandidateId> {
        self.by_key.get(key).copied()
    }

    fn known(&mut self, key: &str) -> CandidateId {
        if let Some(id) = self.by_key.get(key) {
            return *id;
        }
        let id = self.all.push(Candidate { key: key.to_owned(), ..Candidate::default() });
        self.by_key.insert(key.to_owned(), id);
        id
    }

    fn named(&mut self, name: &Name, source: Source) -> CandidateId {
        let id = self.known(&name.key);
        let candidate = &mut self.all[id];
        candidate.places.add(source);
        candidate.times_a_term += u32::from(matches!(source, Source::Section(TopicSection { naming: Naming::Term, .. })));
        candidate.spell(&name.text, spelling_weight(source, &name.text));
        id
    }
}

/// What a question or an item counts for a spelling: that there is one.
const SPELLED: u32 = 1;

/// How much a place tells about the right spelling: in a sentence a name stands in lower case, and in a list of such things in
/// the singular. A tag (`memory-management`) is no spelling at all.
fn spelling_weight(source: Source, text: &str) -> u32 {
    match source {
        Source::Section(TopicSection { naming: Naming::Question | Naming::Item, .. }) => SPELLED,
        Source::Declared(_) if !text.contains(char::is_uppercase) => 0,
        Source::Section(_) | Source::Title(_) | Source::Declared(_) => 2,
    }
}

/// Few compounds have many members, but a part may be of many compounds: how many more than two is never asked.
fn push_once(ids: &mut Vec<CandidateId>, id: CandidateId) {
    if ids.len() < 64 && !ids.contains(&id) {
        ids.push(id);
    }
}
