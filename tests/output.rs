//! Writing a site: only what changed, all at once, and never over what is somebody else's.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "the tests look at folders on disk; a failed step fails the test")]

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use studyguide::artifact::Output;
use studyguide::error::Error;
use studyguide::output::{self, Force, Writer, Written};
use studyguide::path::SitePath;

fn output(path: &str, text: &str) -> Output {
    Output::new(SitePath::fixed(path), text)
}

fn build(dir: &Path, outputs: &[(&str, &str)]) -> Written {
    let writer = Writer::open(dir, &[], Force::Refuse).unwrap();
    outputs.par_iter().try_for_each(|(path, text)| writer.put(output(path, text))).unwrap();
    writer.finish().unwrap()
}

fn read(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join(path)).unwrap()
}

/// All files below a folder.
fn tree(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(dir).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Makes everything in a folder look older, as if the build had ended a while ago.
fn age(dir: &Path) {
    let then = SystemTime::now() - Duration::from_mins(1);
    for path in tree(dir) {
        let older = if path.starts_with(".studyguide") { then } else { then - Duration::from_secs(1) };
        fs::File::options().write(true).open(dir.join(path)).unwrap().set_modified(older).unwrap();
    }
}

const MANIFEST: &str = ".studyguide-manifest.json";

#[test]
fn a_second_build_of_the_same_site_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let site = [("index.html", "home"), ("a/b.html", "b"), ("a/ü.html", "ü")];
    assert_eq!(build(dir.path(), &site), Written { written: 3, unchanged: 0, pruned: 0 });
    assert_eq!(tree(dir.path()), [MANIFEST, "a/b.html", "a/ü.html", "index.html"]);
    age(dir.path());
    let times = || tree(dir.path()).iter().map(|path| dir.path().join(path).metadata().unwrap().modified().unwrap()).collect::<Vec<_>>();
    let before = times();
    assert_eq!(build(dir.path(), &site), Written { written: 0, unchanged: 3, pruned: 0 });
    assert_eq!(times(), before);
}

#[test]
fn changed_files_are_written_and_stale_ones_removed_with_their_folders() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), &[("index.html", "1"), ("a/b/c.html", "c"), ("a/d.html", "d"), ("same.html", "s")]);
    fs::write(dir.path().join("a/own.txt"), "mine").unwrap();
    let second = build(dir.path(), &[("index.html", "2"), ("same.html", "s"), ("new.html", "n")]);
    assert_eq!(second, Written { written: 2, unchanged: 1, pruned: 2 });
    assert_eq!(tree(dir.path()), [MANIFEST, "a/own.txt", "index.html", "new.html", "same.html"]);
    assert_eq!(read(dir.path(), "index.html"), "2");
    assert!(!dir.path().join("a/b").exists());
}

#[test]
fn a_file_that_was_changed_or_removed_behind_our_back_is_written_again() {
    let dir = tempfile::tempdir().unwrap();
    let site = [("a.html", "aaa"), ("b.html", "bbb")];
    build(dir.path(), &site);
    age(dir.path());
    fs::write(dir.path().join("a.html"), "xxx").unwrap();
    fs::remove_file(dir.path().join("b.html")).unwrap();
    assert_eq!(build(dir.path(), &site), Written { written: 2, unchanged: 0, pruned: 0 });
    assert_eq!(read(dir.path(), "a.html"), "aaa");
}

#[test]
fn a_build_that_fails_leaves_the_last_site_whole() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), &[("index.html", "1"), ("old.html", "o")]);
    let before = tree(dir.path());
    let writer = Writer::open(dir.path(), &[], Force::Refuse).unwrap();
    writer.put(output("index.html", "2")).unwrap();
    let missing = writer.put(Output::copy(SitePath::fixed("x.png"), dir.path().join("no.png"))).unwrap_err();
    assert!(matches!(missing, Error::Read { .. }), "{missing}");
    drop(writer);
    assert_eq!(read(dir.path(), "index.html"), "1");
    assert_eq!(tree(dir.path()), before);
}

#[test]
fn what_a_killed_build_left_is_in_nobody_s_way() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(".studyguide-staging")).unwrap();
    fs::write(dir.path().join(".studyguide-staging/0"), "left").unwrap();
    build(dir.path(), &[("index.html", "1")]);
    assert_eq!(tree(dir.path()), [MANIFEST, "index.html"]);
}

#[test]
fn two_builds_cannot_write_into_one_folder_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let first = Writer::open(dir.path(), &[], Force::Refuse).unwrap();
    let second = Writer::open(dir.path(), &[], Force::Refuse).err().unwrap();
    assert!(second.to_string().contains("another build"), "{second}");
    first.put(output("index.html", "1")).unwrap();
    first.finish().unwrap();
    assert!(Writer::open(dir.path(), &[], Force::Refuse).is_ok());
}

#[test]
fn a_folder_that_we_did_not_make_is_refused_unless_forced_and_even_then_kept() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("own.txt"), "mine").unwrap();
    assert!(matches!(Writer::open(dir.path(), &[], Force::Refuse), Err(Error::ForeignOutput { .. })));
    fs::write(dir.path().join(MANIFEST), r#"{"studyguide_manifest":99,"files":{}}"#).unwrap();
    assert!(matches!(Writer::open(dir.path(), &[], Force::Refuse), Err(Error::ForeignOutput { .. })));
    let writer = Writer::open(dir.path(), &[], Force::Overwrite).unwrap();
    writer.put(output("index.html", "1")).unwrap();
    writer.finish().unwrap();
    assert_eq!(read(dir.path(), "own.txt"), "mine");
    assert_eq!(build(dir.path(), &[("index.html", "2")]).written, 1);
    assert_eq!(read(dir.path(), "own.txt"), "mine");
}

#[test]
fn what_belongs_to_the_repository_is_neither_foreign_nor_touched() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(".git")).unwrap();
    fs::write(dir.path().join(".git/config"), "git").unwrap();
    fs::write(dir.path().join("CNAME"), "example.org").unwrap();
    build(dir.path(), &[("index.html", "1"), ("CNAME", "evil"), (".git/config", "evil"), (MANIFEST, "evil")]);
    assert_eq!(read(dir.path(), "CNAME"), "example.org");
    assert_eq!(read(dir.path(), ".git/config"), "git");
    assert_eq!(output::clean(dir.path()).unwrap(), 1);
    assert_eq!(tree(dir.path()), [".git/config", "CNAME"]);
}

#[test]
fn a_domain_of_the_site_is_written_where_none_stands() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), &[("index.html", "1"), ("CNAME", "example.org")]);
    build(dir.path(), &[("index.html", "1"), ("CNAME", "other.example.org")]);
    assert_eq!(read(dir.path(), "CNAME"), "other.example.org");
    build(dir.path(), &[("index.html", "1")]);
    assert_eq!(tree(dir.path()), [MANIFEST, "index.html"]);
}

#[test]
fn the_guide_is_never_built_over() {
    let dir = tempfile::tempdir().unwrap();
    let notes = dir.path().join("notes");
    fs::create_dir(&notes).unwrap();
    let open = |at: &Path| Writer::open(at, &[&notes], Force::Overwrite).map(drop);
    for unsafe_folder in [notes.as_path(), &notes.join("."), &notes.join("no/.."), dir.path(), Path::new("/")] {
        let error = open(unsafe_folder).unwrap_err();
        assert!(matches!(error, Error::UnsafeOutput { .. }), "{error}");
    }
    open(&notes.join("public")).unwrap();
    open(&dir.path().join("public")).unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    assert!(open(&dir.path().join("file")).unwrap_err().to_string().contains("it is a file"));
}

#[test]
fn copies_are_made_again_only_when_their_source_changed() {
    let dir = tempfile::tempdir().unwrap();
    let picture = dir.path().join("p.png");
    let site = dir.path().join("site");
    fs::write(&picture, "one").unwrap();
    let copy = || {
        let writer = Writer::open(&site, &[], Force::Refuse).unwrap();
        writer.put(Output::copy(SitePath::fixed("img/p.png"), picture.clone())).unwrap();
        writer.finish().unwrap().written
    };
    assert_eq!(copy(), 1);
    assert_eq!(copy(), 0);
    fs::write(&picture, "two").unwrap();
    assert_eq!(copy(), 1);
    assert_eq!(read(&site, "img/p.png"), "two");
}

#[test]
fn a_page_may_take_the_place_of_a_folder_and_the_other_way_round() {
    let dir = tempfile::tempdir().unwrap();
    build(dir.path(), &[("a/b", "1"), ("c", "2")]);
    build(dir.path(), &[("a", "3"), ("c/d", "4")]);
    assert_eq!(tree(dir.path()), [MANIFEST, "a", "c/d"]);
}

#[test]
fn of_two_outputs_with_one_path_the_same_one_wins_whatever_the_order() {
    let winner = |outputs: [&str; 2]| {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::open(dir.path(), &[], Force::Refuse).unwrap();
        for text in outputs {
            writer.put(output("a.html", text)).unwrap();
        }
        assert_eq!(writer.finish().unwrap().written, 1);
        read(dir.path(), "a.html")
    };
    assert_eq!(winner(["one", "two"]), winner(["two", "one"]));
}

#[test]
fn cleaning_removes_what_was_written_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let site = dir.path().join("site");
    assert_eq!(output::clean(&site).unwrap(), 0);
    build(&site, &[("a/b.html", "1"), ("index.html", "2")]);
    fs::write(site.join("own.txt"), "mine").unwrap();
    assert_eq!(output::clean(&site).unwrap(), 2);
    assert_eq!(tree(&site), ["own.txt"]);
    fs::remove_file(site.join("own.txt")).unwrap();
    build(&site, &[("index.html", "2")]);
    output::clean(&site).unwrap();
    assert!(!site.exists());
}

#[cfg(unix)]
#[test]
fn no_write_or_removal_follows_a_link_out_of_the_folder() {
    use std::os::unix::fs::symlink;

    let dir = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("x.html"), "theirs").unwrap();
    build(dir.path(), &[("a/x.html", "1"), ("b.html", "2")]);
    fs::remove_dir_all(dir.path().join("a")).unwrap();
    symlink(outside.path(), dir.path().join("a")).unwrap();
    fs::remove_file(dir.path().join("b.html")).unwrap();
    symlink(outside.path().join("x.html"), dir.path().join("b.html")).unwrap();

    let writer = Writer::open(dir.path(), &[], Force::Refuse).unwrap();
    writer.put(output("a/x.html", "3")).unwrap();
    let error = writer.finish().unwrap_err();
    assert!(matches!(error, Error::UnsafeOutput { .. }), "{error}");

    // The link in place of a file goes; the one in place of a folder keeps what it leads to.
    build(dir.path(), &[("b.html", "4")]);
    assert_eq!(read(outside.path(), "x.html"), "theirs");
    assert_eq!(read(dir.path(), "b.html"), "4");
}
