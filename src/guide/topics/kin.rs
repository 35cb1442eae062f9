//! Names that differ in their words and mean one thing: "type hints" and "type hinting", `weakref` and "weak references",
//! "default mutable argument" and "mutable default argument".
//!
//! Takes candidates; gives pairs of them, the form first and what it is a form of second. Every rule looks its partners up, so
//! the work grows with the candidates and not with their pairs. Must not join anything.

use std::collections::HashMap;

use crate::guide::topics::candidate::{Candidate, CandidateId, Candidates};
use crate::guide::topics::everyday::is_everyday;
use crate::guide::topics::stem;
use crate::ids::IdVec;

/// A form and what it is a form of.
pub(super) type Kin = (CandidateId, CandidateId);

/// Words behind a name that add nothing to it where the name stands alone elsewhere.
const BEHIND: &[&str] = &[
    "module",
    "library",
    "package",
    "framework",
    "statement",
    "keyword",
    "rule",
    "trap",
    "function",
    "class",
    "method",
    "operator",
    "implication",
    "issue",
    "mechanism",
    "technique",
    "concept",
    "syntax",
    "algorithm",
    "data structure",
    "pattern",
];

/// The same in front of it.
const BEFORE: &[&str] = &["custom", "simple", "basic", "advanced", "common", "standard", "python", "builtin", "built in"];

/// How many candidates may look alike before the likeness says nothing.
const MOST_ALIKE: usize = 64;

/// All kin, in candidate order. `subjects` are the words that the whole guide is about.
pub(super) fn kin(candidates: &Candidates, subjects: &[String]) -> Vec<Kin> {
    let mut kin = affixes(candidates, subjects);
    kin.extend(grouped(candidates, same_words));
    kin.extend(grouped(candidates, same_stem));
    kin.extend(abbreviations(&candidates.all));
    kin.extend(blends(&candidates.all));
    kin.extend(asides(candidates));
    kin
}

/// A key without the words that may be left out.
pub(super) fn bare<'k>(key: &'k str, subjects: &[String]) -> &'k str {
    let after = |word: &str| key.strip_prefix(word)?.strip_prefix(' ');
    let before = |word: &&str| key.strip_suffix(*word)?.strip_suffix(' ');
    let subject = || subjects.iter().find_map(|word| after(word).or_else(|| after(&[word, "s"].concat())));
    subject().or_else(|| BEFORE.iter().find_map(|word| after(word))).or_else(|| BEHIND.iter().find_map(before)).unwrap_or(key)
}

/// "Python decorators" is "decorators" in a guide to Python, and "threading module" is "threading".
fn affixes(candidates: &Candidates, subjects: &[String]) -> Vec<Kin> {
    let find = |key: &str| candidates.find(key).filter(|id| candidates.all[*id].stands_alone);
    // A "standard library" is more than a library, but "Python functions" are functions where everything is Python.
    let is_telling = |key: &str, shorter: &str| !is_everyday(shorter) || subjects.iter().any(|subject| key.starts_with(subject));
    let shorter = |key: &str| Some(bare(key, subjects)).filter(|shorter| *shorter != key && is_telling(key, shorter)).and_then(find);
    candidates.all.iter_ids().filter_map(|(id, candidate)| Some((id, shorter(&candidate.key)?))).collect()
}

/// Candidates that a rule gives one likeness are forms of the one that most places name; of equals, the first.
fn grouped(candidates: &Candidates, likeness: impl Fn(&str) -> Option<String>) -> Vec<Kin> {
    let mut groups: HashMap<String, CandidateId> = HashMap::new();
    let all = &candidates.all;
    let alike: Vec<_> = all.iter_ids().filter_map(|(id, candidate)| Some((id, likeness(&candidate.key)?))).collect();
    for (id, likeness) in &alike {
        let first = groups.entry(likeness.clone()).or_insert(*id);
        if all[*id].weight() > all[*first].weight() {
            *first = *id;
        }
    }
    alike.iter().filter_map(|(id, likeness)| Some((*id, *groups.get(likeness)?))).filter(|(form, of)| form != of).collect()
}

/// Three words or more in another order.
fn same_words(key: &str) -> Option<String> {
    let mut words: Vec<_> = bare(key, &[]).split(' ').collect();
    words.sort_unstable();
    (words.len() >= 3).then(|| words.join(" "))
}

/// The same last word but for its ending.
fn same_stem(key: &str) -> Option<String> {
    if !key.is_ascii() {
        return None;
    }
    Some(match key.rsplit_once(' ') {
        Some((before, last)) => [before, " ", stem::agent(last)].concat(),
        None => stem::gerund(key).to_owned(),
    })
}

/// "ref counting" is "reference counting": as many words, each the beginning of the other's.
fn abbreviations(all: &IdVec<CandidateId, Candidate>) -> Vec<Kin> {
    let start = |word: &str| word.chars().take(3).collect::<String>();
    let mut alike: HashMap<Vec<String>, Vec<CandidateId>> = HashMap::new();
    for (id, candidate) in all.iter_ids().filter(|(_, candidate)| candidate.key.contains(' ')) {
        alike.entry(candidate.key.split(' ').map(start).collect()).or_default().push(id);
    }
    let shortens = |short: &str, long: &str| {
        let mut words = short.split(' ').zip(long.split(' '));
        let abbreviates = |(a, b): (&str, &str)| a == b || a.len() >= 3 && b.len() >= a.len() + 3 && b.starts_with(a);
        short.len() < long.len() && words.all(abbreviates)
    };
    let mut kin = Vec::new();
    for (id, candidate) in all.iter_ids().filter(|(_, candidate)| candidate.key.contains(' ')) {
        let others = alike.get(&candidate.key.split(' ').map(start).collect::<Vec<_>>());
        let others = others.filter(|others| others.len() <= MOST_ALIKE).into_iter().flatten();
        let long = others.filter(|other| shortens(&candidate.key, &all[**other].key)).max_by_key(|other| all[**other].weight());
        kin.extend(long.map(|long| (id, *long)));
    }
    kin
}

/// `weakref` is "weak references", and `dataclass` is "data classes": the beginnings of two words make one.
fn blends(all: &IdVec<CandidateId, Candidate>) -> Vec<Kin> {
    let mut pairs: HashMap<(String, String), Vec<CandidateId>> = HashMap::new();
    let start = |word: &str| word.chars().take(2).collect::<String>();
    for (id, candidate) in all.iter_ids() {
        if let Some((first, second)) = candidate.key.split_once(' ').filter(|(_, second)| !second.contains(' ')) {
            pairs.entry((start(first), start(second))).or_default().push(id);
        }
    }
    let mut kin = Vec::new();
    for (id, candidate) in all.iter_ids() {
        let word = bare(&candidate.key, &[]);
        if word.contains(' ') || !word.is_ascii() || word.len() < 5 {
            continue;
        }
        let long = (3..=word.len() - 3).filter_map(|at| word.split_at_checked(at)).find_map(|(head, tail)| {
            let others = pairs.get(&(start(head), start(tail)))?;
            let blended = |other: &&CandidateId| {
                let (first, second) = all[**other].key.split_once(' ').unwrap_or_default();
                first.starts_with(head) && second.starts_with(tail)
            };
            others.iter().take(MOST_ALIKE).find(blended)
        });
        kin.extend(long.map(|long| (id, *long)));
    }
    kin
}

/// "Threads (threading)": what stands in brackets is another form of what stands before them where they share a stem.
fn asides(candidates: &Candidates) -> Vec<Kin> {
    let all = &candidates.all;
    let pairs = all.iter_ids().flat_map(|(id, candidate)| candidate.asides.iter().map(move |aside| (id, *aside)));
    let pairs = pairs.filter(|(id, aside)| share_a_stem(&all[*id].key, &all[*aside].key));
    pairs.map(|(id, aside)| if all[aside].weight() > all[id].weight() { (id, aside) } else { (aside, id) }).collect()
}

/// Whether the last word of one, but for its ending, stands in the other, or the other is one word that begins with the first:
/// "async/await (asyncio)".
fn share_a_stem(a: &str, b: &str) -> bool {
    let stem = |key: &str| stem::agent(bare(key, &[]).rsplit(' ').next().unwrap_or(key)).to_owned();
    let (a_stem, b_stem) = (stem(a), stem(b));
    let begins = |long: &str, short: &str| short.len() >= 5 && !long.contains(' ') && long.starts_with(short);
    let first = |key: &str| key.split(' ').next().unwrap_or(key).to_owned();
    (a_stem.len() >= 4 && b.contains(&a_stem)) || (b_stem.len() >= 4 && a.contains(&b_stem)) || begins(a, &first(b)) || begins(b, &first(a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::topic::{Naming, TopicSection};
    use crate::guide::topics::evidence::{Evidence, Source};
    use crate::guide::topics::heading;
    use crate::ids::{Id, NoteId};
    use crate::span::Span;

    fn named(headings: &[&str]) -> Vec<String> {
        let source = |at: usize| TopicSection { note: NoteId::at(at), section: None, span: Span::default(), naming: Naming::Heading };
        let evidence: Vec<_> = headings
            .iter()
            .enumerate()
            .map(|(at, heading)| Evidence { source: Source::Section(source(at)), reading: heading::read(heading) })
            .collect();
        let candidates = Candidates::gather(&evidence, &[]);
        let name = |id: CandidateId| candidates.all[id].name();
        kin(&candidates, &["python".to_owned()]).iter().map(|(form, of)| format!("{} = {}", name(*form), name(*of))).collect()
    }

    #[test]
    fn forms_of_one_name_are_found() {
        assert_eq!(named(&["Decorators", "Python Decorators"]), ["Python Decorators = Decorators"]);
        assert_eq!(named(&["Python's Data Model", "Data model"]), ["Python's Data Model = Data model"]);
        assert_eq!(named(&["Threading", "Threading Module"])[0], "Threading Module = Threading");
        assert_eq!(
            named(&["Mutable Default Arguments", "Default Mutable Argument"]),
            ["Default Mutable Argument = Mutable Default Arguments"]
        );
        assert_eq!(named(&["Type Hints", "Type Hinting"])[0], "Type Hinting = Type Hints");
        assert_eq!(named(&["Ref Counting", "Reference Counting"]), ["Ref Counting = Reference Counting"]);
        assert_eq!(named(&["weakref", "Weak References"]), ["weakref = Weak References"]);
        assert_eq!(named(&["Threads (threading)"]), ["threading = Threads", "threading = Threads"]);
    }

    #[test]
    fn names_of_different_things_are_no_kin() {
        for pair in [["Iterators", "Iteration"], ["Strings", "str"], ["Hash Tables", "Hash Functions"], ["Testing (pytest)", "Fixtures"]] {
            assert_eq!(named(&pair).into_iter().filter(|kin| !kin.contains("pytest")).collect::<Vec<_>>(), [""; 0], "{pair:?}");
        }
    }
}
