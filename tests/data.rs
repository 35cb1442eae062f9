//! The data files of a site: they hold to their schemas, and what they point at is there.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "the tests build sites on disk; a failed step fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use studyguide::cache::Memo;
use studyguide::config::{Config, Overrides};
use studyguide::output::Force;
use studyguide::progress::Silent;
use studyguide::{Request, build};

/// The data files that every site has.
const DATA: &[&str] = &["questions.json", "topics.json"];

/// A folder of fixtures, built.
fn site(fixtures: &str) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixtures);
    let config = Config::new(&root, None, [], Overrides::default(), None).unwrap();
    build(&config, Request { memo: &Memo::none(), force: Force::Refuse, site: Some(site.path()), progress: &Silent }).unwrap();
    site
}

fn json(site: &Path, name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(site.join(name)).unwrap()).unwrap()
}

#[test]
fn every_data_file_holds_to_the_schema_that_it_names() {
    for fixtures in ["questions", "shapes", "awkward", "links"] {
        let site = site(fixtures);
        for name in DATA {
            let data = json(site.path(), name);
            let schema = json(site.path(), data["$schema"].as_str().unwrap());
            let validator = jsonschema::draft202012::new(&schema).unwrap();
            let errors: Vec<_> = validator.iter_errors(&data).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{fixtures}/{name}: {errors:#?}");
        }
    }
}

#[test]
fn a_schema_refuses_what_is_not_data_of_its_kind() {
    let site = site("questions");
    let validator = jsonschema::draft202012::new(&json(site.path(), "questions.schema.json")).unwrap();
    let good = json(site.path(), "questions.json");
    assert!(validator.is_valid(&good));
    for (field, bad) in [("kind", Value::from("riddle")), ("line", Value::from(0)), ("answers", Value::Null), ("surprise", Value::Null)] {
        let mut data = good.clone();
        data["questions"][0][field] = bad;
        assert!(!validator.is_valid(&data), "{field}");
    }
}

#[test]
fn the_progress_that_readers_export_holds_to_its_schema() {
    let validator = jsonschema::draft202012::new(&json(site("questions").path(), "progress.schema.json")).unwrap();
    let written = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/js/progress.json");
    let good: Value = serde_json::from_str(&fs::read_to_string(written).unwrap()).unwrap();
    assert!(validator.is_valid(&good));
    for (field, bad) in [("version", Value::from(2)), ("read", Value::Null), ("left", Value::from("a.html")), ("surprise", Value::Null)] {
        let mut data = good.clone();
        data[field] = bad;
        assert!(!validator.is_valid(&data), "{field}");
    }
}

#[test]
fn ids_are_unique_and_every_reference_and_line_is_right() {
    let site = site("questions");
    let data = json(site.path(), "questions.json");
    let questions = data["questions"].as_array().unwrap();
    assert!(questions.len() > 50, "{}", questions.len());
    let ids: BTreeSet<&str> = questions.iter().map(|question| question["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), questions.len(), "ids are unique");
    for question in questions {
        for reference in ["same_as", "follow_ups"].iter().flat_map(|list| question[*list].as_array().unwrap()) {
            assert!(ids.contains(reference.as_str().unwrap()), "{question}");
        }
        let note = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/questions").join(question["note"].as_str().unwrap());
        let text = fs::read_to_string(note).unwrap();
        let line = text.lines().nth(usize::try_from(question["line"].as_u64().unwrap()).unwrap() - 1).unwrap();
        let word = question["text"].as_str().unwrap().split(|c: char| !c.is_alphanumeric()).find(|word| word.len() > 2);
        assert!(word.is_none_or(|word| line.contains(word)), "`{line}` does not ask {question}");
        let (page, anchor) = question["url"].as_str().unwrap().split_once('#').unwrap();
        assert!(site.path().join(page).is_file() && anchor.starts_with("q-"), "{question}");
    }
}
