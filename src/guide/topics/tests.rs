//! Topics, from notes to sections.

use std::collections::HashSet;

use proptest::prelude::*;

use crate::guide::fixture::notes;
use crate::guide::{Guide, Topic};
use crate::ids::Id;

/// A guide of notes with a title that names nothing and these sections.
fn guide(sections: &[&[&str]]) -> Guide {
    let text = |headings: &[&str]| {
        let sections: Vec<_> = headings.iter().map(|heading| format!("## {heading}\n\ntext\n\n")).collect();
        format!("# Overview\n\ntext\n\n{}", sections.concat())
    };
    notes(sections.iter().enumerate().map(|(at, headings)| (format!("{at}.md"), text(headings)))).link()
}

/// The topics: name, aliases, and the notes that their sections are of.
fn shown(guide: &Guide) -> Vec<String> {
    guide.topics.iter().map(|topic| format!("{} {:?} {:?}", topic.name, topic.aliases, section_notes(topic))).collect()
}

fn section_notes(topic: &Topic) -> Vec<usize> {
    let mut notes: Vec<_> = topic.sections.iter().map(|place| place.note.position()).collect();
    notes.dedup();
    notes
}

#[test]
fn short_and_long_forms_are_one_topic() {
    let guide = guide(&[
        &["2.2 GIL (Global Interpreter Lock)"],
        &["1. The Global Interpreter Lock (GIL)"],
        &["What is the GIL?"],
        &["Global interpreter locks"],
    ]);
    assert_eq!(shown(&guide), [r#"Global Interpreter Lock ["GIL"] [0, 1, 2, 3]"#]);
    let topic = guide.topics.iter().next().unwrap();
    assert_eq!((topic.slug.as_str(), topic.route.as_str()), ("global-interpreter-lock", "topics/global-interpreter-lock.html"));
}

#[test]
fn a_short_form_of_two_things_goes_with_the_commoner() {
    let guide =
        guide(&[&["DI (Dependency Injection)"], &["Dependency Injection (DI)"], &["DI (Data Integrity)"], &["Data Integrity"], &["DI"]]);
    assert_eq!(shown(&guide), [r"Data Integrity [] [2, 3]", r#"Dependency Injection ["DI"] [0, 1, 2, 4]"#]);
}

#[test]
fn a_topic_needs_two_sections_or_a_declaration() {
    let guide = guide(&[&["Decorators", "Decorators in Depth"], &["Closures"]]);
    assert_eq!(shown(&guide), ["Decorators [] [0]"]);
    let declared =
        notes([("a.md", "---\ntags: [memory-management, Closures]\n---\n# A\n\n## Slots\n\n## Closures\n"), ("b.md", "")]).link();
    assert_eq!(shown(&declared), ["Closures [] [0]", "Memory management [] []"]);
    let note = declared.id("a.md");
    assert_eq!(declared.entries[note].topics.len(), 2);
    let by_section: Vec<_> = declared.entries[note].section_topics.iter().map(Vec::len).collect();
    assert_eq!(by_section, [0, 1]);
}

#[test]
fn number_and_case_do_not_tell_topics_apart_and_the_commonest_spelling_is_the_name() {
    let guide = guide(&[&["decorator"], &["Decorators"], &["Decorators 🎀"], &["Advanced Decorators"]]);
    assert_eq!(shown(&guide), ["Decorators [] [0, 1, 2, 3]"]);
}

#[test]
fn generic_headings_are_no_topics() {
    let generic: &[&str] = &[
        "Overview",
        "Key Concepts",
        "Interview Questions",
        "Best Practices",
        "Fazit",
        "Resumen",
        "总结",
        "まとめ",
        "Выводы",
        "Références",
    ];
    assert_eq!(shown(&guide(&[generic, generic, generic])), [""; 0]);
}

#[test]
fn members_of_different_compounds_are_topics_and_one_compound_is_one() {
    let guide = guide(&[
        &["Generators & Iterators"],
        &["Generators and Iterators"],
        &["Decorators & Generators"],
        &["Modules and Packages"],
        &["Modules & Packages"],
    ]);
    assert_eq!(shown(&guide), [r#"Generators ["Generators & Iterators"] [0, 1, 2]"#, "Modules and Packages [] [3, 4]"]);
}

#[test]
fn a_name_in_brackets_gathers_its_sections_or_is_an_alias() {
    let guide = guide(&[
        &["Data Model (Dunder Methods)"],
        &["Special Methods (Dunder Methods)"],
        &["Context Managers (with statement)"],
        &["Context Managers"],
    ]);
    assert_eq!(shown(&guide), [r#"Context Managers ["with statement"] [2, 3]"#, "Dunder Methods [] [0, 1]"]);
}

#[test]
fn a_title_counts_where_a_section_speaks_of_the_same() {
    let guide = notes([("gil.md", "# The GIL\n\n## Cost\n"), ("b.md", "# Overview\n\n## GIL\n"), ("c.md", ""), ("d.md", "")]).link();
    assert_eq!(shown(&guide), ["GIL [] [0]"]);
    assert_eq!(guide.topics.iter().next().unwrap().notes, [guide.id("gil.md")]);
    assert_eq!(guide.entries[guide.id("gil.md")].topics.len(), 1);
}

#[test]
fn the_subject_of_the_guide_is_no_topic() {
    let python =
        [("a.md", "# Python\n\n## What is Python?\n"), ("b.md", "# Python Interview Notes\n\n## Python\n"), ("c.md", "# Overview")];
    assert_eq!(shown(&notes(python).link()), [""; 0]);
}

#[test]
fn other_scripts_have_topics_too() {
    let guide = guide(&[
        &["什么是垃圾回收？", "Сборка мусора", "Ίχνος"],
        &["垃圾回收", "Что такое сборка мусора?", "ίχνος"],
        &["ガベージコレクションとは"],
        &["ガベージコレクション"],
    ]);
    let names: Vec<_> = guide.topics.iter().map(|topic| topic.name.as_str()).collect();
    assert_eq!(names, ["Ίχνος", "Сборка мусора", "ガベージコレクション", "垃圾回收"]);
    assert_eq!(guide.topics.iter().last().unwrap().route.as_str(), "topics/垃圾回收.html");
}

#[test]
fn names_that_slugs_would_confuse_have_addresses_of_their_own() {
    let guide = guide(&[
        &["C++", "C#", "C language", "Index", "__slots__", "Node.js"],
        &["C++", "C#", "C Language", "Indexes", "slots", "Node.js"],
    ]);
    let routes: Vec<_> = guide.topics.iter().map(|topic| topic.route.as_str()).collect();
    assert_eq!(
        routes,
        [
            "topics/c-language.html",
            "topics/cpp.html",
            "topics/csharp.html",
            "topics/index-2.html",
            "topics/node-js.html",
            "topics/slots.html"
        ]
    );
}

#[test]
fn in_a_large_guide_chance_makes_no_topics() {
    let sections: Vec<Vec<String>> = (0..2400)
        .map(|note| vec![format!("Chance {}", "abcdefghij".repeat(1 + note / 2 % 3) + &word(note / 2)), word(note % 10)])
        .collect();
    let notes_: Vec<Vec<&str>> = sections.iter().map(|headings| headings.iter().map(String::as_str).collect()).collect();
    let slices: Vec<&[&str]> = notes_.iter().map(Vec::as_slice).collect();
    assert_eq!(guide(&slices).topics.len(), 10, "1,200 headings stand in two notes each, ten in 240");
}

/// A word for a number.
fn word(number: usize) -> String {
    number.to_string().chars().map(|digit| char::from(digit as u8 - b'0' + b'k')).collect::<String>() + "z"
}

/// Notes on databases: three hands, three shapes.
const DATABASES: [(&str, &str); 3] = [
    (
        "indexes.md",
        "# Databases\n\n## 1. Indexes\n\nA B-tree keeps keys in order.\n\n## 2. Transactions (ACID)\n\nAll or nothing.\n\n\
         ### Isolation Levels\n\nWho sees what.\n\n## 3. Sharding vs. Replication\n\nSplit or copy.\n",
    ),
    (
        "interview.md",
        "# Database Interview Guide\n\n## Overview\n\n- **Index**: a shortcut to rows\n- **Transaction**: one unit of work\n- **Sharding**: rows \
         on many hosts\n- **Pitfalls**: many\n\n## Best Practices\n\nKeep joins short.\n\n## Interview Questions\n\n\
         **Q1: What are isolation levels?**\n\n**A:** Promises.\n\n**Q2: Explain replication.**\n\n**A:** Copies.\n",
    ),
    (
        "map.md",
        "# Map\n\n## Core Concepts\n\n- Indexing\n- Isolation levels\n- Connection pooling\n\n## Scaling\n\n- Connection pools\n- Replication\n",
    ),
];

/// The same in Russian.
const RUSSIAN: [(&str, &str); 2] = [
    (
        "основы.md",
        "# Базы данных\n\n## Индексы\n\nДерево ключей.\n\n## Транзакции\n\nВсё или ничего.\n\n## Уровни изоляции\n\nКто что видит.\n\n## Выводы\n\nКоротко.\n",
    ),
    (
        "вопросы.md",
        "# Собеседование\n\n## Основные понятия\n\n- **Индекс**: путь к строке\n- **Транзакция**: единица работы\n\n## Вопросы\n\n\
         ### Что такое уровни изоляции?\n\nОбещания.\n\n## Выводы\n\nКонец.\n",
    ),
];

/// How many of the wanted topics were found with all their notes, and which topics nobody wants.
#[track_caller]
fn measure(subject: &str, given: &[(&str, &str)], wanted: &[(&str, &[usize])]) {
    let guide = notes(given.iter().copied()).link();
    let found =
        |name: &str| guide.topics.iter().find(|topic| std::iter::once(&topic.name).chain(&topic.aliases).any(|other| other == name));
    let missing: Vec<_> = wanted
        .iter()
        .filter(|(name, notes)| found(name).map(section_notes).is_none_or(|found| found != *notes))
        .map(|(name, _)| name)
        .collect();
    let unwanted: Vec<_> =
        guide.topics.iter().map(|topic| topic.name.as_str()).filter(|name| !wanted.iter().any(|(wanted, _)| wanted == name)).collect();
    let right = wanted.len() - missing.len();
    println!("{subject}: recall {right}/{}, precision {}/{}", wanted.len(), guide.topics.len() - unwanted.len(), guide.topics.len());
    assert!(missing.is_empty() && unwanted.is_empty(), "{subject}: missing {missing:?}, unwanted {unwanted:?}, of {:?}", shown(&guide));
}

#[test]
fn databases_have_their_topics() {
    measure(
        "databases",
        &DATABASES,
        &[
            ("Indexes", &[0, 1, 2]),
            ("Transactions", &[0, 1]),
            ("Isolation Levels", &[0, 1, 2]),
            ("Sharding", &[0, 1]),
            ("Replication", &[0, 1, 2]),
            ("Connection pooling", &[2]),
        ],
    );
}

#[test]
fn topics_in_russian_are_found_whatever_the_ending() {
    measure("базы данных", &RUSSIAN, &[("Индекс", &[0, 1]), ("Транзакция", &[0, 1]), ("уровни изоляции", &[0, 1])]);
}

#[test]
fn the_order_of_notes_does_not_matter() {
    let (mut forth, mut back) = (DATABASES, DATABASES);
    forth.rotate_left(1);
    back.reverse();
    assert_eq!(shown(&notes(forth).link()), shown(&notes(back).link()));
}

#[test]
fn what_two_places_compare_is_a_topic_of_its_own() {
    let guide = notes([
        ("a.md", "# Sets\n\n**Q1: What is the difference between a `stack` and a `queue`?**\n\n**A:** Order.\n"),
        (
            "b.md",
            "# Lines\n\n**Q1: Explain the differences between queues and stacks.**\n\n**A:** Order.\n\n## Heaps vs. Tries\n\nTrees.\n",
        ),
    ])
    .link();
    let topic = guide.topics.iter().find(|topic| topic.name.contains(" vs ")).unwrap();
    assert_eq!((topic.name.as_str(), topic.slug.as_str(), section_notes(topic)), ("Stack vs queue", "stack-vs-queue", vec![0, 1]));
    assert_eq!(topic.questions.len(), 2, "questions that compare belong to it");
    assert!(!guide.topics.iter().any(|topic| topic.name.starts_with("Heaps")), "one place compares nothing");
}

#[test]
fn everyday_words_are_topics_where_notes_treat_them() {
    let used = guide(&[&["Functions", "Time Complexity"], &["Higher-order functions", "Space"], &["Space Complexity"]]);
    assert!(used.topics.is_empty(), "{:?}", shown(&used));
    let listed = notes([("a.md", "# A\n\n- **Queue**: a line\n"), ("b.md", "# B\n\n- **Queue**: a line\n")]).link();
    assert!(listed.topics.is_empty(), "{:?}", shown(&listed));
    let treated = notes([("a.md", "# A\n\n## Queues\n\nLines.\n"), ("b.md", "# B\n\n- **Queue**: a line\n\nWhat of time?\n")]).link();
    assert_eq!(shown(&treated), ["Queues [] [0, 1]"]);
}

#[test]
fn an_everyday_word_says_what_a_passage_is_about_only_where_nothing_else_does() {
    let guide = guide(&[&["Queues", "Mutexes"], &["Queues", "Mutexes", "Why would a mutex need a queue?", "Why would a queue grow?"]]);
    let lines: Vec<_> = guide.topics.iter().map(|topic| (topic.name.as_str(), topic.sections.len())).collect();
    assert_eq!(lines, [("Mutexes", 3), ("Queues", 3)]);
}

#[test]
fn an_acronym_of_a_topic_that_a_section_speaks_of_is_that_topic() {
    let about = "# Memory\n\n## Garbage Collection\n\n- **Cyclic GC**: finds rings\n\n## Memory Leaks\n\nGrowth.\n";
    let other = "# Notes\n\n## The Cyclic GC\n\nIt runs now and then.\n\n## Garbage collection\n\nText.\n\n## Applied ML\n\nText.\n\n\
        ## Memory leaks\n\nText.\n\n## Pauses of the GC\n\nText.\n";
    let guide = notes([("a.md", about), ("b.md", other), ("c.md", "# C\n\n## Applied ML\n\nText.\n")]).link();
    let found: Vec<_> = shown(&guide);
    assert_eq!(found, ["Applied ML [] [1, 2]", "Cyclic GC [] [0, 1]", r#"Garbage Collection ["GC"] [0, 1]"#, "Memory Leaks [] [0, 1]",]);
    let topic = |slug: &str| guide.topics.iter_ids().find(|(_, topic)| topic.slug == slug).unwrap();
    assert_eq!(topic("cyclic-gc").1.parent, Some(topic("garbage-collection").0));
    assert_eq!(topic("applied-ml").1.parent, None, "ML is not short for memory leaks");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_the_headings_topics_keep_their_promises(
        headings in proptest::collection::vec(
            proptest::collection::vec("(The )?(GIL|Locks?|Deadlocks|Event Loop|Loops|Индекс|垃圾回收|[A-Z][a-z]{2,5})( (vs\\.|and|:|\\() ?(GIL|Locks|Queues|[A-Z]{2,3}))?\\)?\\??", 0..6),
            1..5,
        )
    ) {
        let written = |order: &[usize]| {
            let text = |at: usize| headings[at].iter().fold("# Overview\n\n".to_owned(), |text, heading| text + "## " + heading + "\n\ntext\n\n");
            notes(order.iter().map(|&at| (format!("{at}.md"), text(at)))).link()
        };
        let forth: Vec<usize> = (0..headings.len()).collect();
        let back: Vec<usize> = forth.iter().rev().copied().collect();
        let guide = written(&forth);
        prop_assert_eq!(shown(&guide), shown(&written(&back)), "the order of reading does not matter");
        let mut slugs = HashSet::new();
        for (id, topic) in guide.topics.iter_ids() {
            prop_assert!(slugs.insert(topic.slug.clone()), "two topics at {}", topic.slug);
            prop_assert!(topic.sections.len() + topic.questions.len() >= 2, "{} has too little", topic.name);
            prop_assert!(topic.related.iter().all(|related| related.topic != id && !related.reasons.is_empty()));
            let above = std::iter::successors(topic.parent, |id| guide.topics[*id].parent).take(guide.topics.len() + 1);
            prop_assert!(above.count() <= guide.topics.len(), "{} is above itself", topic.name);
        }
    }
}
