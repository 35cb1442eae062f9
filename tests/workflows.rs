//! This repository's own workflows: they are YAML, every action is pinned to a commit and says its version, and no job may do
//! more than it needs.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads the repository's own files; a failed step fails the test"
)]

use std::fs;
use std::path::Path;

use serde_json::Value;

/// What a job of ours may ever ask for.
const ALLOWED: &[(&str, &str)] = &[("contents", "read"), ("pages", "write"), ("id-token", "write")];

fn workflows() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn workflows_are_yaml_with_bounded_jobs() {
    let names: Vec<_> = workflows().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["pages.yml", "tests.yml"]);
    for (name, text) in workflows() {
        let workflow: Value = serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(workflow["permissions"], serde_json::json!({}), "{name}: the workflow as a whole may do nothing");
        assert!(workflow["on"]["pull_request_target"].is_null(), "{name}: code of strangers never runs with our rights");
        for (job, definition) in workflow["jobs"].as_object().unwrap() {
            assert!(definition["timeout-minutes"].is_u64(), "{name}: {job} has a time limit");
            for (permission, access) in definition["permissions"].as_object().unwrap() {
                assert!(ALLOWED.contains(&(permission, access.as_str().unwrap())), "{name}: {job} asks for {permission}: {access}");
            }
        }
    }
}

#[test]
fn actions_are_pinned_and_say_their_version() {
    for (name, text) in workflows() {
        for (number, line) in text.lines().enumerate() {
            let Some((_, action)) = line.split_once("uses: ") else { continue };
            assert!(is_pinned(action), "{name}:{}: `{action}` is not `owner/action@commit # vX.Y.Z`", number + 1);
        }
    }
}

#[test]
fn a_tag_is_no_pin() {
    assert!(is_pinned("actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"));
    assert!(!is_pinned("actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1"));
    assert!(!is_pinned("actions/checkout@v7 # v7.0.1"));
    assert!(!is_pinned("actions/checkout@3d3c42e # v7.0.1"));
}

fn is_pinned(action: &str) -> bool {
    let Some((reference, version)) = action.split_once(" # v") else { return false };
    let commit = reference.rsplit_once('@').map_or("", |(_, commit)| commit);
    let is_version = version.split('.').count() == 3 && version.chars().all(|c| c.is_ascii_digit() || c == '.');
    commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit()) && is_version
}
