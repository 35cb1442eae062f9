//! What holds for the tables of all languages.

use std::collections::BTreeMap;

use serde_json::{Value, to_value};

use super::*;

/// Words that a language shares with English.
const SHARED: &[(&str, &[&str])] = &[("de", &["Code", "Definition", "Quiz", "Filter", "Repository", "Normal"]), ("es", &[])];

/// Every phrase of a table by its name, the forms of those that count apart.
fn phrases(words: &Words) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    collect(&mut found, "", &to_value(words).unwrap());
    collect(&mut found, "search", &to_value(&words.in_search).unwrap());
    let Labels { link_to_section, table, footnotes, back_to_text, details, done, to_do, alerts } = words.in_notes;
    collect(&mut found, "notes", &to_value([link_to_section, table, footnotes, back_to_text, details, done, to_do]).unwrap());
    let lists = [words.levels.as_slice(), &words.kinds, &words.reasons, &words.grades, &alerts];
    collect(&mut found, "lists", &to_value(lists).unwrap());
    for lens in words.lens_words {
        collect(&mut found, lens.slug, &to_value([lens.title, lens.about]).unwrap());
    }
    for (name, plural) in plurals(words) {
        collect(&mut found, name, &to_value(plural).unwrap());
    }
    found
}

fn collect(found: &mut BTreeMap<String, String>, name: &str, value: &Value) {
    match value {
        Value::String(text) => drop(found.insert(name.to_owned(), text.clone())),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| collect(found, &format!("{name}.{at}"), item)),
        Value::Object(fields) => fields.iter().for_each(|(key, item)| collect(found, &format!("{name}.{key}"), item)),
        _ => {}
    }
}

fn plurals(words: &Words) -> [(&'static str, Plural); 10] {
    [
        ("found", words.in_search.found),
        ("n_notes", words.n_notes),
        ("n_topics", words.n_topics),
        ("n_questions", words.n_questions),
        ("n_entries", words.n_entries),
        ("n_answered", words.n_answered),
        ("n_sections", words.n_sections),
        ("n_minutes", words.n_minutes),
        ("all_n_notes", words.all_n_notes),
        ("n_more", words.n_more),
    ]
}

/// The names that stand between braces.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<_> = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_tag_finds_its_language_whatever_follows_it() {
    let home = |language| Words::of(language).home;
    assert_eq!(
        ["de", "de-AT", "DE", "zh-Hans", "ar-EG", "xx", ""].map(home),
        ["Startseite", "Startseite", "Startseite", "首页", "الرئيسية", "Home", "Home"]
    );
}

#[test]
fn no_table_holds_english() {
    let english = phrases(&en::WORDS);
    for (language, words) in TABLES.iter().skip(1) {
        let shared = SHARED.iter().find(|(shared, _)| shared == language).map_or(&[][..], |(_, words)| words);
        for (name, phrase) in phrases(words) {
            let is_sign = !phrase.replace("{n}", "").replace("{words}", "").chars().any(char::is_alphabetic);
            let is_left = english.get(&name) == Some(&phrase) && !is_sign && !shared.contains(&phrase.as_str());
            assert!(!is_left, "{language}: {name} is “{phrase}” as in English");
            assert!(!phrase.trim().is_empty(), "{language}: {name} is empty");
        }
    }
}

#[test]
fn phrases_keep_their_placeholders() {
    let english = phrases(&en::WORDS);
    for (language, words) in TABLES {
        let counted: Vec<&str> = plurals(words).iter().map(|(name, _)| *name).chain(["search.found"]).collect();
        for (name, phrase) in phrases(words).iter().filter(|(name, _)| !counted.iter().any(|counted| name.starts_with(counted))) {
            assert_eq!(placeholders(phrase), placeholders(&english[name]), "{language}: {name}");
        }
        for (name, plural) in plurals(words) {
            // A form for one number may say it in words.
            for n in [7, 21, 111, 1000] {
                assert!(plural.forms.form(n).contains("{n}"), "{language}: {name} for {n}");
            }
        }
    }
}

#[test]
fn numbers_days_and_counts_read_as_people_write_them() {
    let day = Date::parse("2025-03-01").unwrap();
    let read = |language: &str| {
        let words = Words::of(language);
        [words.n_notes.of(1), words.n_notes.of(2), words.n_notes.of(1234), words.n_notes.of(10_005), words.date(day)].join(" | ")
    };
    assert_eq!(read("en"), "1 note | 2 notes | 1,234 notes | 10,005 notes | 1 March 2025");
    assert_eq!(read("de"), "1 Notiz | 2 Notizen | 1.234 Notizen | 10.005 Notizen | 1. März 2025");
    assert_eq!(read("es"), "1 nota | 2 notas | 1234 notas | 10.005 notas | 1 de marzo de 2025");
    assert_eq!(read("ru"), "1 заметка | 2 заметки | 1\u{a0}234 заметки | 10\u{a0}005 заметок | 1 марта 2025 г.");
    assert_eq!(read("zh"), "1 篇笔记 | 2 篇笔记 | 1,234 篇笔记 | 10,005 篇笔记 | 2025年3月1日");
    assert_eq!(read("ar"), "ملاحظة واحدة | ملاحظتان | 1,234 ملاحظة | 10,005 ملاحظات | 1 مارس 2025");
}

#[test]
fn every_lens_has_words_in_every_language() {
    for (language, words) in TABLES {
        for lens in crate::page::lens::all() {
            assert_ne!(words.lens(lens.slug).title, lens.slug, "{language}");
        }
    }
}
