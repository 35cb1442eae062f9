//! Ids made from what questions say.
//!
//! Takes what a question is known by and the ids that are taken; gives one that is not. The same notes give the same ids.
//! Must not remember anything between builds.

use std::collections::{HashMap, HashSet};

use crate::fingerprint::Fingerprint;
use crate::note::QuestionKey;

use super::Asked;

/// The ids that are taken.
#[derive(Debug, Default)]
pub(in crate::guide) struct Taken {
    keys: HashSet<QuestionKey>,
    /// How many questions of the same words, beside the same, in files of the same name there were.
    equals: HashMap<Fingerprint, u32>,
}

impl Taken {
    /// Takes an id; says whether it was free.
    pub(in crate::guide) fn take(&mut self, key: &QuestionKey) -> bool {
        self.keys.insert(key.clone())
    }

    /// An id for a question of the note whose file has this stem.
    pub(in crate::guide) fn derive(&mut self, asked: &Asked, stem: &str) -> QuestionKey {
        let beside = asked.beside.map(|beside| beside.to_string()).unwrap_or_default();
        let plain = Fingerprint::of([asked.words.as_str(), &beside, stem]);
        loop {
            let ordinal = self.equals.entry(plain).or_default();
            let number = if *ordinal == 0 { plain } else { Fingerprint::of([plain.to_string(), ordinal.to_string()]) };
            *ordinal += 1;
            let key = QuestionKey::derived(number);
            if self.take(&key) {
                return key;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_questions_get_different_ids_in_their_order() {
        let asked = Asked { words: "why".to_owned(), beside: None, answer: None };
        let ids = || {
            let mut taken = Taken::default();
            (0..3).map(|_| taken.derive(&asked, "heaps")).collect::<Vec<_>>()
        };
        assert_eq!(ids(), ids());
        assert_eq!(ids().into_iter().collect::<HashSet<_>>().len(), 3);
    }

    #[test]
    fn what_is_taken_is_passed_over() {
        let asked = Asked { words: "why".to_owned(), beside: None, answer: None };
        let first = Taken::default().derive(&asked, "heaps");
        let mut taken = Taken::default();
        assert!(taken.take(&first) && !taken.take(&first));
        assert_ne!(taken.derive(&asked, "heaps"), first);
    }
}
