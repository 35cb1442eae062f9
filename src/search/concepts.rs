//! Concepts of two words: those that stand together in a title, or in a name of a topic, anywhere in the guide.
//!
//! Takes the guide's pages; says of two neighbouring words whether they are one. Such a pair tells more of a text than its words
//! do, so it is a term wherever it stands. Must not count: `gather.rs` does.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use rayon::prelude::*;

use crate::guide::Guide;

use super::lexicon::WordHasher;
use super::token::{Style, Tokenizer};
use super::unit::Subject;
use super::wording::GLUE;

/// The concepts of a guide, by the keys of their words.
#[derive(Debug)]
pub(super) struct Concepts(HashSet<u64, BuildHasherDefault<WordHasher>>);

impl Concepts {
    /// Reads the titles of all pages.
    pub(super) fn new(guide: &Guide, subjects: &[Subject]) -> Self {
        let of_page = |tokenizer: &mut Tokenizer, &subject: &Subject| {
            let mut pairs = Vec::new();
            let mut read = |title: &str| {
                let mut last: Option<(u64, u32)> = None;
                tokenizer.read(title, Style::Prose, &mut |word, at| {
                    if at.end == at.start + 1 && !GLUE.contains(&word) {
                        pairs.extend(last.filter(|&(_, position)| position < at.start).map(|(before, _)| joined(before, key(word))));
                        last = Some((key(word), at.start));
                    }
                });
            };
            match subject {
                Subject::Note(id) => {
                    let outline = &guide.notes[id].outline;
                    read(&outline.title.text);
                    outline.sections.iter().for_each(|section| read(&section.title));
                }
                Subject::Topic(id) => {
                    let topic = &guide.topics[id];
                    std::iter::once(&topic.name).chain(&topic.aliases).for_each(|name| read(name));
                }
            }
            pairs
        };
        Self(subjects.par_iter().map_init(Tokenizer::default, of_page).flatten_iter().collect::<Vec<_>>().into_iter().collect())
    }

    /// Whether two words, given by their keys, are one concept.
    pub(super) fn hold(&self, first: u64, second: u64) -> bool {
        self.0.contains(&joined(first, second))
    }
}

/// What a word is known by here; the same for one thing and for several.
pub(super) fn key(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    let base = word.strip_suffix('s').filter(|base| base.len() > 2 && !base.ends_with('s'));
    hasher.write(base.unwrap_or(word).as_bytes());
    hasher.finish()
}

/// What two words are known by, whichever stands first.
fn joined(first: u64, second: u64) -> u64 {
    first.min(second).rotate_left(23) ^ first.max(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use crate::search::unit::subjects;

    #[test]
    fn words_that_stand_together_in_a_title_are_a_concept() {
        let guide = sample::written(&[("a.md", "# Connection pools\n\n## Cost of a lookup\n\nA thread waits.\n")]);
        let concepts = Concepts::new(&guide, &subjects(&guide));
        let hold = |first: &str, second: &str| concepts.hold(key(first), key(second));
        assert!(hold("connection", "pool") && hold("pools", "connection") && hold("cost", "lookup"));
        assert!(!hold("thread", "waits") && !hold("connection", "cost"));
    }
}
