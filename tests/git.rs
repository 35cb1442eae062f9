//! What git tells of notes: in a repository, below its root, in a shallow clone, and outside of any.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "the tests lay out repositories on disk; a failed step fails the test")]

use std::fs;
use std::path::Path;
use std::process::Command;

use studyguide::git::{history, repository};

/// Runs git without anybody's own configuration; whether there is a git at all.
fn git(folder: &Path, day: &str, arguments: &[&str]) -> bool {
    let time = format!("{day}T12:00:00Z");
    let command = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=trunk"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_AUTHOR_DATE", &time)
        .env("GIT_COMMITTER_DATE", &time)
        .output();
    command.is_ok_and(|output| output.status.success())
}

fn commit(folder: &Path, day: &str, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    assert!(git(folder, day, &["add", "."]) && git(folder, day, &["commit", "-q", "-m", "x"]));
}

#[test]
fn notes_have_the_day_of_their_last_commit_and_the_repository_its_address() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    if !git(root, "2025-01-01", &["init", "-q"]) {
        return;
    }
    commit(root, "2025-01-01", &[("notes/a.md", "1"), ("notes/日本 x.md", "1"), ("README.md", "1")]);
    commit(root, "2025-02-02", &[("notes/a.md", "2"), ("notes/sub/b.md", "1")]);
    let notes = root.join("notes");
    let days: Vec<_> = history(&notes).last_change.into_iter().map(|(path, day)| format!("{path} {day}")).collect();
    assert_eq!(days, ["a.md 2025-02-02", "sub/b.md 2025-02-02", "日本 x.md 2025-01-01"]);
    assert_eq!(history(&notes.join("a.md")).last_change.len(), 3);

    assert_eq!(repository(&notes), None);
    git(root, "2025-02-02", &["remote", "add", "origin", "https://ann:secret@github.com/ann/notes.git"]);
    let found = repository(&notes).unwrap();
    assert_eq!((found.url.as_str(), found.branch.as_str(), found.prefix.as_str()), ("https://github.com/ann/notes", "trunk", "notes"));
    assert_eq!(repository(root).unwrap().prefix, "");

    let clone = tempfile::tempdir().unwrap();
    let source = format!("file://{}", root.display());
    assert!(git(clone.path(), "2025-02-02", &["clone", "-q", "--depth", "1", &source, "."]));
    let shallow = history(clone.path());
    assert!(shallow.last_change.is_empty());
    assert!(shallow.diagnostic.unwrap().message.contains("shallow"));
}

#[test]
fn without_a_repository_there_is_nothing_to_tell() {
    let folder = tempfile::tempdir().unwrap();
    let found = history(folder.path());
    assert!(found.last_change.is_empty() && found.diagnostic.is_none());
    assert!(history(&folder.path().join("no")).last_change.is_empty());
    assert_eq!(repository(folder.path()), None);
}
