//! Reading a folder of notes: what is part of the guide, what is left out, and what cannot stop the reading.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "the tests lay out folders on disk; a failed step fails the test")]

use std::fs;
use std::path::Path;

use studyguide::diagnostic::Code;
use studyguide::error::Error;
use studyguide::source::{self, Skip, SourceSet};
use tempfile::TempDir;

/// A folder with files; names that end in `/` are empty folders.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn read(root: &Path) -> SourceSet {
    source::read(root, &Skip::default()).unwrap()
}

fn notes(set: &SourceSet) -> Vec<&str> {
    set.notes.iter().map(|note| note.path.as_str()).collect()
}

fn files(set: &SourceSet) -> Vec<&str> {
    set.files.iter().map(studyguide::path::GuidePath::as_str).collect()
}

#[test]
fn notes_and_files_are_found_in_path_order() {
    let folder =
        folder(&[("b.md", "B"), ("a/z.MARKDOWN", ""), ("a.md", ""), ("a/é ü.Md", ""), ("日本/x.md", ""), ("a/pic.png", ""), ("md", "")]);
    let set = read(folder.path());
    assert_eq!(notes(&set), ["a.md", "a/z.MARKDOWN", "a/é ü.Md", "b.md", "日本/x.md"]);
    assert_eq!(files(&set), ["a/pic.png", "md"]);
    assert_eq!(set.notes[3].text, "B");
    assert!(set.diagnostics.is_empty());
}

#[test]
fn what_tools_made_is_no_part_of_the_guide() {
    let folder = folder(&[
        (".hidden.md", ""),
        (".obsidian/x.md", ""),
        ("node_modules/x.md", ""),
        ("a/target/x.md", ""),
        ("vendor/x.md", ""),
        ("out/site/x.md", ""),
        ("out/x.md", ""),
        ("target.md", ""),
    ]);
    let skip = Skip { output_dir: folder.path().join("a/../out/site"), ..Skip::default() };
    assert_eq!(notes(&source::read(folder.path(), &skip).unwrap()), ["out/x.md", "target.md"]);
}

#[test]
fn excluded_paths_are_left_out_with_all_that_they_hold() {
    let folder = folder(&[("a.md", ""), ("drafts/b.md", ""), ("c/d.draft.md", ""), ("c/e.md", "")]);
    let skip = Skip { exclude: vec!["./drafts/".into(), "*.draft.md".into()], ..Skip::default() };
    let set = source::read(folder.path(), &skip).unwrap();
    assert_eq!(notes(&set), ["a.md", "c/e.md"]);
    let excluded: Vec<_> = set.excluded.iter().map(studyguide::path::GuidePath::as_str).collect();
    assert_eq!(excluded, ["c/d.draft.md", "drafts"]);
    let broken = Skip { exclude: vec!["a[".into()], ..Skip::default() };
    let error = source::read(folder.path(), &broken).unwrap_err();
    assert!(matches!(&error, Error::Pattern { pattern, .. } if pattern == "a["), "{error}");
}

#[test]
fn ignore_files_count_as_in_git_nested_and_from_above() {
    let folder = folder(&[
        (".git/HEAD", ""),
        (".gitignore", "*.tmp.md\n/guide/old/\n"),
        ("guide/.gitignore", "scratch\n!keep.tmp.md\n"),
        ("guide/a.md", ""),
        ("guide/a.tmp.md", ""),
        ("guide/keep.tmp.md", ""),
        ("guide/old/b.md", ""),
        ("guide/scratch/c.md", ""),
        ("guide/sub/.gitignore", "only-here.md\n"),
        ("guide/sub/only-here.md", ""),
        ("guide/zub/only-here.md", ""),
    ]);
    assert_eq!(notes(&read(&folder.path().join("guide"))), ["a.md", "keep.tmp.md", "zub/only-here.md"]);
}

#[test]
fn an_ignored_folder_that_is_named_as_the_guide_is_meant() {
    let folder = folder(&[(".git/HEAD", ""), (".gitignore", "/build/\n*.md"), ("build/guide/a.md", "")]);
    assert_eq!(notes(&read(&folder.path().join("build/guide"))), ["a.md"]);
}

#[test]
fn one_file_is_a_guide_of_one_note() {
    let folder = folder(&[("a.md", "A"), ("b.md", "B"), ("img/p.png", "")]);
    let set = read(&folder.path().join("a.md"));
    assert_eq!(set.root, folder.path());
    assert_eq!(notes(&set), ["a.md"]);
    assert_eq!(files(&set), ["b.md", "img/p.png"]);
}

#[test]
fn an_empty_folder_is_an_empty_guide_and_a_missing_one_an_error() {
    let folder = folder(&[]);
    let set = read(folder.path());
    assert!(set.notes.is_empty() && set.files.is_empty() && set.diagnostics.is_empty());
    let error = source::read(&folder.path().join("no"), &Skip::default()).unwrap_err();
    assert!(matches!(error, Error::NoNotes { .. }), "{error}");
}

#[test]
fn bytes_that_are_not_utf8_earn_a_diagnostic_and_lose_nothing_else() {
    let folder = folder(&[("b.md", "fine")]);
    fs::write(folder.path().join("a.md"), b"caf\xE9\r\n").unwrap();
    let set = read(folder.path());
    assert_eq!(set.notes[0].text, "caf\u{FFFD}\n");
    assert_eq!(set.diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(), [Code::InvalidUtf8]);
    assert_eq!(set.notes[1].text, "fine");
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_that_leave_the_guide_are_refused() {
        let outside = folder(&[("secret.md", "secret")]);
        let folder = folder(&[("a.md", "")]);
        symlink(outside.path(), folder.path().join("out")).unwrap();
        symlink(outside.path().join("secret.md"), folder.path().join("s.md")).unwrap();
        symlink("nowhere", folder.path().join("t.md")).unwrap();
        let set = read(folder.path());
        assert_eq!(notes(&set), ["a.md"]);
        let found: Vec<_> = set.diagnostics.iter().map(|found| (found.place.as_ref().unwrap().path.as_str(), found.code)).collect();
        assert_eq!(found, [("out", Code::EscapingSymlink), ("s.md", Code::EscapingSymlink), ("t.md", Code::Unreadable)]);
    }

    #[test]
    fn links_inside_the_guide_are_followed_once_and_never_round() {
        let folder = folder(&[("a/n.md", "N"), ("b/m.md", ""), (".git/x.md", ""), ("public/p.md", "")]);
        let link = |to: &str, from: &str| symlink(to, folder.path().join(from)).unwrap();
        link("../a", "b/up");
        link("../b", "a/down");
        link("..", "a/round");
        link(".", "self");
        link("a/n.md", "n.md");
        link(".git", "git");
        link("public", "made");
        let skip = Skip { output_dir: folder.path().join("public"), ..Skip::default() };
        let set = source::read(folder.path(), &skip).unwrap();
        assert_eq!(notes(&set), ["a/down/m.md", "a/n.md", "b/m.md", "b/up/n.md", "n.md"]);
        assert_eq!(set.notes[4].text, "N");
    }

    #[test]
    fn names_that_are_no_text_are_read_all_the_same() {
        let folder = folder(&[]);
        for name in [&b"x\xFF.md"[..], b"x\xFE.md", b"y\xFF.png"] {
            // Some file systems refuse such names.
            if fs::write(folder.path().join(OsStr::from_bytes(name)), "text").is_err() {
                return;
            }
        }
        let set = read(folder.path());
        assert_eq!(notes(&set), ["x\u{FFFD}.md"]);
        assert_eq!(set.diagnostics.len(), 1);
        assert!(files(&set).is_empty());
    }

    #[test]
    fn a_root_that_is_a_link_is_the_guide_that_it_leads_to() {
        let folder = folder(&[("real/a.md", "")]);
        symlink("real", folder.path().join("guide")).unwrap();
        let set = read(&folder.path().join("guide"));
        assert_eq!(notes(&set), ["a.md"]);
        assert_eq!(set.root, folder.path().join("guide"));
    }
}
