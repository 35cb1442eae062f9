//! Questions that ask the same, in one note or in several.
//!
//! Takes what questions are known by; gives those that are one, and which of them stands for all. A false join is worse than
//! a missed one: words have to be the same but for spelling, code and choices to the letter, and a question that needs its
//! surroundings ("Why?") is joined with none. Must not change an id.

use std::collections::HashMap;

use crate::fingerprint::Fingerprint;
use crate::guide::QuestionEntry;
use crate::ids::{IdVec, NoteId, QuestionId};
use crate::note::{Explicit, Note, QuestionKind};

use super::Asked;
use super::filler::is_telling;
use super::normal::split;

/// A title that a note repeats this often is no question by itself.
const REPEATED: usize = 3;

/// Words that more questions than this share are those of a form that notes fill in.
const FORM: usize = 50;

/// What questions that ask the same have in common.
#[derive(PartialEq, Eq, Hash)]
struct Common {
    words: String,
    beside: Option<Fingerprint>,
    is_definition: bool,
}

/// Joins the questions that ask the same.
pub(super) fn join(notes: &IdVec<NoteId, Note>, asked: &IdVec<QuestionId, Asked>, questions: &mut IdVec<QuestionId, QuestionEntry>) {
    let mut groups: Vec<Vec<QuestionId>> = Vec::new();
    let mut known: HashMap<Common, usize> = HashMap::new();
    for (id, entry) in questions.iter_ids() {
        let kind = notes[entry.note].questions[entry.question].kind;
        let one = &asked[id];
        if kind != QuestionKind::Code && is_telling(&one.words) {
            let common = Common { words: spelling(&one.words), beside: one.beside, is_definition: kind == QuestionKind::Definition };
            let group = *known.entry(common).or_insert(groups.len());
            match groups.get_mut(group) {
                Some(group) => group.push(id),
                None => groups.push(vec![id]),
            }
        }
    }
    let are_one = |group: &Vec<QuestionId>| (2..=FORM).contains(&group.len()) && !is_repeated_title(group, asked, questions);
    let groups: Vec<_> = groups.into_iter().filter(are_one).collect();
    for group in groups {
        let Some(leader) = leader(&group, notes, questions) else { continue };
        for &id in &group {
            questions[id].same_as = group.iter().copied().filter(|&other| other != id).collect();
            questions[id].leader = leader;
        }
    }
}

/// Whether the words are a title that one note repeats, with nothing beside them to tell the questions apart.
fn is_repeated_title(group: &[QuestionId], asked: &IdVec<QuestionId, Asked>, questions: &IdVec<QuestionId, QuestionEntry>) -> bool {
    let has_nothing_beside = group.first().is_some_and(|&id| asked[id].beside.is_none());
    // A group is in note order.
    has_nothing_beside && group.chunk_by(|&a, &b| questions[a].note == questions[b].note).any(|run| run.len() >= REPEATED)
}

/// The one that stands for all: explicit before answered, and then the first.
fn leader(group: &[QuestionId], notes: &IdVec<NoteId, Note>, questions: &IdVec<QuestionId, QuestionEntry>) -> Option<QuestionId> {
    let rank = |&id: &QuestionId| {
        let question = &notes[questions[id].note].questions[questions[id].question];
        (question.explicit == Explicit::No, !question.is_answered(), id)
    };
    group.iter().copied().min_by_key(rank)
}

/// Words without what spelling may differ in: articles, hyphens, spaces, contractions, the order of what is compared.
fn spelling(normal: &str) -> String {
    let words: Vec<&str> = split(normal).filter(|word| !matches!(*word, "a" | "an" | "the")).collect();
    let between = words.iter().position(|word| *word == "between").filter(|_| normal.contains("difference"));
    let and = words.iter().rposition(|word| *word == "and").filter(|and| between.is_some_and(|between| between < *and));
    let (Some(between), Some(and)) = (between, and) else { return joined(&words) };
    let (head, compared) = words.split_at(between + 1);
    let (first, second) = compared.split_at(and - between - 1);
    let (first, second) = (joined(first), joined(second.get(1..).unwrap_or_default()));
    let (first, second) = if first <= second { (first, second) } else { (second, first) };
    format!("{}|{first}|{second}", joined(head))
}

/// Words written together, so that `multi-threading` and `multi threading` are one.
fn joined(words: &[&str]) -> String {
    let mut out = String::new();
    for word in words {
        let code = word.strip_prefix('`').and_then(|code| code.strip_suffix('`'));
        let word = match code {
            Some(code) => code.to_owned(),
            None => together(spelt_out(word)),
        };
        // `1 0` is not `10`.
        if out.ends_with(|c: char| c.is_numeric()) && word.starts_with(|c: char| c.is_numeric()) {
            out.push(' ');
        }
        out.push_str(&word);
    }
    out
}

/// A word without the hyphens in it.
fn together(word: &str) -> String {
    let inner = word.trim_matches('-');
    if inner.contains('-') { word.replace(inner, &inner.replace('-', "")) } else { word.to_owned() }
}

fn spelt_out(word: &str) -> &str {
    match word {
        "whats" => "whatis",
        "whos" => "whois",
        "hows" => "howis",
        "whens" => "whenis",
        "isnt" => "isnot",
        "arent" => "arenot",
        "dont" => "donot",
        "doesnt" => "doesnot",
        "didnt" => "didnot",
        "cant" => "cannot",
        "wont" => "willnot",
        "shouldnt" => "shouldnot",
        "differences" => "difference",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_count_and_code_does() {
        let same = |a: &str, b: &str| spelling(a) == spelling(b);
        assert!(same("whats the gil", "what is gil"));
        assert!(same("why pass-by-value", "why pass by value"));
        assert!(same("how does `async` work", "how does async work"));
        assert!(same("whats the difference between `list` and `tuple`", "what is the difference between a `tuple` and a `list`"));
        assert!(!same(
            "whats the difference between `__del__` and garbage collection",
            "whats the difference between `del` and garbage collection"
        ));
        assert!(!same("what is `List`", "what is `list`"));
        assert!(!same("does a cause b and c", "does c cause b and a"));
        assert!(!same("what is python 1 0", "what is python 10"));
        assert!(!same("what does -x do", "what does x do"));
    }
}
