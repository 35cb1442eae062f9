//! Labels: words that say what part of a text follows (`Pitfall`, `Short answer`), never what it is about.
//!
//! Takes words; says whether they are a label that the recognisers know, in any of their languages. Must not know labels of its
//! own: what stands as a heading is for `generic.rs`.

use crate::note::CalloutKind;
use crate::recognise::{Meaning, Vocabulary};

/// Kinds of callouts whose labels are concepts as well: a section "Security" is about security.
const CONCEPTS: &[CalloutKind] = &[CalloutKind::Performance, CalloutKind::Security, CalloutKind::Debugging];

/// Whether the words are a label of a question, an answer or a callout.
pub(super) fn is_label(words: &str) -> bool {
    let meaning = Vocabulary::built_in().meaning(words.trim().trim_end_matches([':', '：']));
    meaning.is_some_and(|Meaning { part, callout }| part.is_some() || callout.is_some_and(|kind| !CONCEPTS.contains(&kind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_labels_are_told_from_concepts() {
        for label in ["Definition", "Common Pitfalls:", "Short Answer", "Подводные камни", "最佳实践", "Leadership Role"]
        {
            assert!(is_label(label), "{label}");
        }
        for concept in ["Security", "Decorators", "Индекс", "索引"] {
            assert!(!is_label(concept), "{concept}");
        }
    }
}
