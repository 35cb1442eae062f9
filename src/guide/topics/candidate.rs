//! Names gathered by what they are compared by: whatever could be a topic, with all that speaks for it.
//!
//! Takes evidence; gives candidates, one for each key, and what headings say of two of them. Must not join or judge them.

use std::collections::HashMap;

use crate::guide::topics::evidence::{Evidence, Source};
use crate::guide::topics::name::Name;
use crate::ids::{Id, IdVec, NoteId, SectionId};
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
    /// The sections whose headings name it.
    pub(super) sections: Vec<(NoteId, SectionId)>,
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
    spellings: Vec<Spelling>,
}

#[derive(Debug)]
struct Spelling {
    text: String,
    headings: u32,
}

/// All candidates.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// The candidates, in the order in which they are first named.
    pub(super) all: IdVec<CandidateId, Candidate>,
    /// Short forms with the long forms that headings give for them, and how often.
    pub(super) short_forms: HashMap<CandidateId, Vec<(CandidateId, u32)>>,
    by_key: HashMap<String, CandidateId>,
}

impl Candidate {
    /// The name as most headings spell it; of equals, the first. A mere tag (`memory-management`) is made readable.
    pub(super) fn name(&self) -> String {
        let most = self.spellings.iter().map(|spelling| spelling.headings).max();
        match self.spellings.iter().find(|spelling| Some(spelling.headings) == most) {
            Some(Spelling { text, headings: 0 }) if text.contains(['-', '_']) && !text.contains(' ') => readable_name(text),
            Some(Spelling { text, .. }) => text.clone(),
            None => self.key.clone(),
        }
    }

    fn spell(&mut self, text: &str, headings: u32) {
        match self.spellings.iter_mut().find(|spelling| spelling.text == text) {
            Some(spelling) => spelling.headings += headings,
            None => self.spellings.push(Spelling { text: text.to_owned(), headings }),
        }
    }
}

impl Places {
    fn add(&mut self, source: Source) {
        match source {
            Source::Section(note, section) => self.sections.push((note, section)),
            Source::Title(note) => self.titled.push(note),
            Source::Declared(note) => self.declared.push(note),
        }
    }

    /// Takes up the places of another name for the same thing.
    pub(super) fn join(&mut self, other: &Self) {
        self.sections.extend(&other.sections);
        self.titled.extend(&other.titled);
        self.declared.extend(&other.declared);
        self.tidy();
    }

    /// Puts each place in order, once.
    fn tidy(&mut self) {
        self.sections.sort_unstable();
        self.sections.dedup();
        for notes in [&mut self.titled, &mut self.declared] {
            notes.sort_unstable();
            notes.dedup();
        }
    }
}

impl Candidates {
    /// Gathers evidence.
    pub(super) fn gather(evidence: &[Evidence]) -> Self {
        let mut candidates = Self::default();
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

    fn named(&mut self, name: &Name, source: Source) -> CandidateId {
        let all = &mut self.all;
        let new = || all.push(Candidate { key: name.key.clone(), ..Candidate::default() });
        let id = *self.by_key.entry(name.key.clone()).or_insert_with(new);
        let candidate = &mut self.all[id];
        candidate.places.add(source);
        candidate.spell(&name.text, u32::from(!matches!(source, Source::Declared(_))));
        id
    }
}

/// Few compounds have many members, but a part may be of many compounds: how many more than two is never asked.
fn push_once(ids: &mut Vec<CandidateId>, id: CandidateId) {
    if ids.len() < 64 && !ids.contains(&id) {
        ids.push(id);
    }
}
