//! What a question names: the concept that it asks for, or two that it sets against each other.
//!
//! Takes a question's words; gives the names that stand there plainly enough to found a topic. Names that merely occur in it
//! are for `finder.rs`. Must not read the answer.

use crate::guide::topics::heading::{self, Reading};
use crate::guide::topics::name::Name;

/// The most words of a name that a question founds: longer ones are sentences.
const MOST_WORDS: usize = 4;

/// How words begin that ask for a difference, by language.
const DIFFERENCE: &[&str] = &[
    "differ",
    "distin",
    "compar",
    "unterschied",
    "diferenc",
    "diferenç",
    "différenc",
    "comparez",
    "разниц",
    "различи",
    "отличи",
    "різниц",
    "відмінн",
    "fark",
    "różnic",
    "verschil",
];

/// What stands before two compared things, and what between them.
const BETWEEN: &[(&str, &[&str])] = &[
    ("between", &["and", "&"]),
    ("compare", &["and", "with", "to", "&"]),
    ("zwischen", &["und"]),
    ("entre", &["y", "e", "et"]),
    ("между", &["и"]),
    ("між", &["та", "і", "й"]),
    ("między", &["a", "i"]),
    ("tussen", &["en"]),
];

/// What stands behind two compared things in scripts that do not part words, and what between them.
const UNPARTED: &[(&[&str], &[&str])] = &[
    (&["的区别", "有什么区别", "的差别", "之间的区别", "有何区别", "的區別"], &["和", "与", "與", "跟"]),
    (&["の違い", "の差"], &["と"]),
    (&["의 차이"], &["와 ", "과 "]),
];

/// Reads a question.
pub(super) fn read(words: &str) -> Reading {
    let sentence = first_sentence(words);
    if let Some([a, b]) = compared(sentence) {
        let pair = vec![a.clone(), b.clone()];
        return Reading { whole: Some(Name::versus(&a, &b)), is_compound: true, parts: pair.clone(), compared: pair, aside: None };
    }
    let reading = heading::read(sentence);
    let is_plain = |name: &Name| name.text.split(' ').count() <= MOST_WORDS;
    Reading { whole: reading.whole.filter(|whole| whole.text.len() < sentence.len() && is_plain(whole)), ..reading }
}

/// Up to the first mark that ends a sentence; `3.12` and `e.g.` end none.
fn first_sentence(words: &str) -> &str {
    let words = words.trim().trim_start_matches(['"', '“', '«', '„', '\'']);
    let ends = words.char_indices().find(|&(at, c)| {
        let rest = words.get(at + c.len_utf8()..).unwrap_or_default();
        matches!(c, '？' | '。' | '؟' | '！')
            || (matches!(c, '?' | '.' | '!') && (rest.is_empty() || rest.starts_with([' ', '"', '”', '»'])))
    });
    ends.map_or(words, |(at, c)| words.get(..at + c.len_utf8()).unwrap_or(words))
}

/// The two things that a question sets against each other.
fn compared(sentence: &str) -> Option<[Name; 2]> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let pair = BETWEEN.iter().find_map(|(before, joints)| {
        let at = lower.iter().position(|word| word == before)?;
        let asks = lower.iter().take(at + 1).any(|word| DIFFERENCE.iter().any(|start| word.starts_with(start)));
        let joint = lower.iter().skip(at + 1).position(|word| joints.contains(&word.as_str())).filter(|_| asks)? + at + 1;
        Some((words.get(at + 1..joint)?.join(" "), words.get(joint + 1..)?.join(" ")))
    });
    let (a, b) = pair.or_else(|| unparted(sentence))?;
    let name = |side: &str| heading::read(side.split([',', '，']).next().unwrap_or(side)).whole;
    let names = [name(&a)?, name(&b)?];
    names.iter().all(|name| name.text.split(' ').count() <= MOST_WORDS).then_some(names)
}

fn unparted(sentence: &str) -> Option<(String, String)> {
    UNPARTED.iter().find_map(|(behind, joints)| {
        let before =
            behind.iter().filter_map(|words| sentence.split_once(words)).map(|(before, _)| before).min_by_key(|text| text.len())?;
        let (a, b) = joints.iter().find_map(|joint| before.split_once(joint))?;
        Some((a.to_owned(), b.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(question: &str) -> Option<String> {
        read(question).whole.map(|name| name.text)
    }

    fn pair(question: &str) -> Vec<String> {
        read(question).compared.into_iter().map(|name| name.text).collect()
    }

    #[test]
    fn a_question_for_a_concept_names_it() {
        assert_eq!(whole("What are decorators? How do they work?").as_deref(), Some("decorators"));
        assert_eq!(whole("Explain the Global Interpreter Lock (GIL).").as_deref(), Some("Global Interpreter Lock"));
        assert_eq!(read("Explain the Global Interpreter Lock (GIL).").aside.unwrap().text, "GIL");
        assert_eq!(whole("Что такое индекс?").as_deref(), Some("индекс"));
        assert_eq!(whole("什么是索引？").as_deref(), Some("索引"));
    }

    #[test]
    fn a_question_for_more_names_nothing() {
        for question in
            ["Why would a pool starve?", "How would you speed up a slow query that joins five tables?", "Can you iterate twice?"]
        {
            assert_eq!(whole(question), None, "{question}");
        }
    }

    #[test]
    fn a_question_for_a_difference_names_both() {
        assert_eq!(pair("What is the difference between `list` and `tuple`?"), ["list", "tuple"]);
        assert_eq!(pair("Explain the differences between lists and tuples."), ["lists", "tuples"]);
        assert_eq!(pair("Compare queues with stacks."), ["queues", "stacks"]);
        assert_eq!(pair("В чём разница между процессом и потоком?"), ["процессом", "потоком"]);
        assert_eq!(pair("进程和线程的区别是什么？"), ["进程", "线程"]);
        assert_eq!(pair("What happens between commit and rollback?"), [""; 0]);
    }
}
