//! The vocabulary: every term of the guide once, sorted, with the class of terms that it belongs to.
//!
//! Takes the chunks' lexicons; gives terms and classes, numbered in an order that depends on nothing but the terms. Must not
//! count.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rayon::prelude::*;

use super::gather::narrow;
use super::lexicon::{Terms, WordHasher};
use super::stem::Forms;

/// The terms of the guide.
#[derive(Debug)]
pub(super) struct Vocabulary<'c> {
    /// The terms, sorted.
    terms: Vec<&'c str>,
    /// The class of each.
    classes: Vec<u32>,
    /// The first term of each class: its name.
    names: Vec<&'c str>,
    /// For each chunk, the class of each of its terms.
    by_chunk: Vec<Vec<u32>>,
}

impl<'c> Vocabulary<'c> {
    /// Merges the chunks' terms.
    pub(super) fn new(chunks: &'c [Terms], language: &str) -> Self {
        let mut numbers: HashMap<&str, u32, BuildHasherDefault<WordHasher>> = HashMap::default();
        for term in chunks.iter().flat_map(Terms::iter) {
            numbers.insert(term, 0);
        }
        let mut terms: Vec<&str> = numbers.keys().copied().collect();
        terms.par_sort_unstable();
        let classes = classes(&terms, language);
        let mut names = Vec::new();
        for (position, &term) in terms.iter().enumerate() {
            // Classes are numbered by their first term, so a new one is always the next.
            if classes.get(position).is_some_and(|&class| class as usize == names.len()) {
                names.push(term);
            }
        }
        for (term, &class) in terms.iter().zip(&classes) {
            numbers.insert(term, class);
        }
        let class_of = |term: &str| numbers.get(term).copied().unwrap_or_default();
        let by_chunk = chunks.par_iter().map(|terms| terms.iter().map(class_of).collect()).collect();
        Self { terms, classes, names, by_chunk }
    }

    /// The terms in order, each with its class.
    pub(super) fn terms(&self) -> impl ExactSizeIterator<Item = (&'c str, u32)> {
        self.terms.iter().copied().zip(self.classes.iter().copied())
    }

    /// How many classes there are.
    pub(super) fn class_count(&self) -> usize {
        self.names.len()
    }

    /// The name of a class: its first term.
    pub(super) fn name(&self, class: u32) -> &'c str {
        self.names.get(class as usize).copied().unwrap_or_default()
    }

    /// For each chunk, the class of each of its terms.
    pub(super) fn by_chunk(&self) -> impl Iterator<Item = &Vec<u32>> {
        self.by_chunk.iter()
    }

    /// The class of a chunk's term.
    pub(super) fn class(&self, chunk: usize, term: u32) -> u32 {
        self.by_chunk.get(chunk).and_then(|classes| classes.get(term as usize)).copied().unwrap_or_default()
    }
}

/// The class of each term, numbered by the classes' first terms.
fn classes(terms: &[&str], language: &str) -> Vec<u32> {
    let forms = Forms::new(terms, language);
    let forms: Vec<_> = terms.par_iter().map(|term| forms.of(term)).collect();
    let mut numbers: HashMap<&str, u32, BuildHasherDefault<WordHasher>> = HashMap::default();
    let number = |form| {
        let next = narrow(numbers.len());
        *numbers.entry(form).or_insert(next)
    };
    forms.iter().map(|form| &**form).map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_class_that_its_first_form_names() {
        let terms = |terms: &[&str]| {
            let mut all = Terms::default();
            for term in terms {
                all.push(term);
            }
            all
        };
        let chunks = [terms(&["locks", "gil"]), terms(&["lock", "gil"])];
        let vocabulary = Vocabulary::new(&chunks, "en");
        assert_eq!(vocabulary.terms().collect::<Vec<_>>(), [("gil", 0), ("lock", 1), ("locks", 1)]);
        assert_eq!((vocabulary.name(0), vocabulary.name(1)), ("gil", "lock"));
        assert_eq!((vocabulary.class(0, 0), vocabulary.class(1, 0)), (1, 1));
    }
}
