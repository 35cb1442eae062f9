//! `ids`, and what builds make of the lock.

use insta::assert_snapshot;

use crate::desk::{Desk, Said};

const HEAPS: &str = "\
# Heaps

**Q1: What is a binary heap?**

**Answer:** A complete tree in which no child is smaller than its parent.

**Q2: How do you build a heap in linear time?**

**Answer:** Sift down from the last parent to the root.
";

const QUEUES: &str = "# Queues\n\n**Q1: When does a queue beat a stack?**\n\n**Answer:** When what came first must go first.\n";

fn desk() -> Desk {
    Desk::new(&[("studyguide.toml", ""), ("notes/heaps.md", HEAPS), ("notes/queues.md", QUEUES)])
}

#[test]
fn a_lock_is_begun_and_kept_and_nothing_but_ids_writes_it() {
    let desk = desk();
    assert_eq!(desk.run(&["build"]).code, Some(0));
    assert!(!desk.path("studyguide.lock").exists());
    assert_snapshot!(desk.run(&["ids"]), @r#"
    out: 0 reset, 0 reworded, 0 moved, 0 retired, 3 new
    out: notes/heaps.md:3: new `kjmk6nras0`: What is a binary heap?
    out: notes/heaps.md:7: new `pkhdg1e89v`: How do you build a heap in linear time?
    out: notes/queues.md:3: new `qwtg6e2kyt`: When does a queue beat a stack?
    err: studyguide.lock is out of date: run `studyguide ids --write`, and commit it with the notes
    code: 0
    "#);
    assert_snapshot!(desk.run(&["ids", "--write"]), @r#"
    out: 0 reset, 0 reworded, 0 moved, 0 retired, 3 new
    out: notes/heaps.md:3: new `kjmk6nras0`: What is a binary heap?
    out: notes/heaps.md:7: new `pkhdg1e89v`: How do you build a heap in linear time?
    out: notes/queues.md:3: new `qwtg6e2kyt`: When does a queue beat a stack?
    err: wrote studyguide.lock
    code: 0
    "#);
    assert_snapshot!(desk.read("studyguide.lock"), @r#"
    # The id of each question, kept while its words, its answer or its place change; and the pages of notes, kept when they are renamed.
    # `studyguide ids --write` writes this file. Commit it with the notes. When a merge meets a conflict here, keep the lines of both sides.
    version = 1

    [notes."heaps.md"]
    page = "heaps.html"
    title = "Heaps"
    sketch = "6b4ea6tyns0gw1tkatf702nxyqeeee1k"
    questions = [
      { id = "kjmk6nras0", asks = "what is a binary heap", answer = "mfkzp0tz57" },
      { id = "pkhdg1e89v", asks = "how do you build a heap in linear time", answer = "qa2gwbpgc5" },
    ]

    [notes."queues.md"]
    page = "queues.html"
    title = "Queues"
    sketch = "hf97j2ee3kfa68nfs3ghj1eec2f1z4ee"
    questions = [
      { id = "qwtg6e2kyt", asks = "when does a queue beat a stack", answer = "9cqj5xav3e" },
    ]
    "#);
    assert_snapshot!(desk.run(&["ids", "notes/.."]), @r#"
    out: 0 reset, 0 reworded, 0 moved, 0 retired, 0 new
    err: studyguide.lock is up to date
    code: 0
    "#);
    assert!(desk.run(&["ids", "--write"]).err.contains("up to date"));
}

#[test]
fn what_a_change_would_do_is_shown_before_it_is_written() {
    let desk = desk();
    desk.run(&["ids", "--write"]);
    let lock = desk.read("studyguide.lock");
    let heaps = HEAPS.replace("What is a binary heap?", "What exactly is a binary heap?").replace(
        "**Q2: How do you build a heap in linear time?**\n\n**Answer:** Sift down from the last parent to the root.\n",
        "**Q2: Which sorting algorithm uses one?**\n\n**Answer:** Heapsort, in place.\n",
    );
    desk.write("notes/heaps.md", &heaps);
    std::fs::remove_file(desk.path("notes/queues.md")).unwrap();
    desk.write("notes/fifo.md", QUEUES);
    assert_snapshot!(desk.run(&["ids"]), @r#"
    out: 0 reset, 1 reworded, 0 moved, 1 retired, 1 new, 1 note renamed
    out: notes/heaps.md:3: reworded `kjmk6nras0`: What exactly is a binary heap? (was: what is a binary heap)
    out: notes/heaps.md:7: new `nv30sb1abm`: Which sorting algorithm uses one?
    out: notes/heaps.md: retired `pkhdg1e89v`: how do you build a heap in linear time
    out: notes/fifo.md: renamed: its page was queues.html
    err: studyguide.lock is out of date: run `studyguide ids --write`, and commit it with the notes
    code: 0
    "#);
    assert_eq!(desk.read("studyguide.lock"), lock);

    desk.run(&["build"]);
    assert_eq!(desk.read("studyguide.lock"), lock, "a build only reads it");
    assert!(desk.read("public/queues.html").contains("fifo.html"), "a renamed note leaves a redirect");
    desk.run(&["ids", "--write"]);
    assert_snapshot!(desk.run(&["ids"]), @r#"
    out: 0 reset, 0 reworded, 0 moved, 0 retired, 0 new
    err: studyguide.lock is up to date
    code: 0
    "#);
    desk.run(&["build"]);
    assert!(desk.read("public/queues.html").contains("fifo.html"));
}

#[test]
fn in_ci_the_lock_is_only_read_and_must_be_up_to_date() {
    let desk = desk();
    assert_snapshot!(Said::of(desk.command(&["ids", "--write"]).env("CI", "true")), @r#"
    err: error: cannot use --write: in CI the lock is only read, and CI is set here
    err:   hint: run `studyguide ids --write` where the notes are edited, and commit studyguide.lock with them
    code: 2
    "#);
    assert_eq!(Said::of(desk.command(&["ids"]).env("CI", "true")).code, Some(1));
    desk.run(&["ids", "--write"]);
    assert_eq!(Said::of(desk.command(&["ids"]).env("CI", "true")).code, Some(0));
    desk.write("notes/heaps.md", &HEAPS.replace("linear time", "no time"));
    assert_eq!(desk.run(&["ids"]).code, Some(0));
    assert_eq!(Said::of(desk.command(&["ids", "--quiet"]).env("CI", "true")).code, Some(1));
}

#[test]
fn a_broken_lock_stops_a_build_with_its_line_and_is_left_as_it_is() {
    let desk = desk();
    desk.run(&["ids", "--write"]);
    let lock = desk.read("studyguide.lock");
    desk.write("studyguide.lock", &lock.replace("title = \"Heaps\"", "<<<<<<< ours\ntitle = \"Heaps\""));
    assert_snapshot!(desk.run(&["build"]), @r#"
    err: error: cannot use studyguide.lock:7:1: a merge has left its marks here
    err:     |
    err:   7 | <<<<<<< ours
    err:     | ^^^^^^^^^^^^
    err:   hint: keep the lines of both sides, but each id once, and run `studyguide ids --write`
    code: 2
    "#);
    desk.write("studyguide.lock", &lock.replace("version = 1", "version = 9"));
    assert_snapshot!(desk.run(&["ids", "--write"]), @r#"
    err: error: cannot use studyguide.lock:3:11: version 9 is not known, for this studyguide writes version 1
    err:     |
    err:   3 | version = 9
    err:     |           ^
    err:   hint: install the studyguide that wrote it, or a newer one
    code: 2
    "#);
    let line = lock.lines().find(|line| line.contains("linear time")).unwrap();
    desk.write("studyguide.lock", &lock.replace(line, &format!("{line}\n{line}")));
    let said = desk.run(&["ids", "--write"]);
    assert!(said.code == Some(2) && said.err.contains("is that of line") && said.err.contains("keep the lines of both sides"), "{said}");
    desk.write("studyguide.lock", "");
    assert!(desk.run(&["ids", "--write"]).err.contains("it does not say its version"));
}

#[test]
fn one_note_has_no_lock() {
    let desk = Desk::new(&[("heaps.md", HEAPS), ("queues.md", QUEUES)]);
    assert_snapshot!(desk.run(&["ids", "--write", "heaps.md"]), @r#"
    err: error: cannot use heaps.md: one note of a guide says nothing of the others
    err:   hint: name the folder of the notes
    code: 2
    "#);
    assert_eq!(desk.run(&["ids", "--write"]).code, Some(0));
    assert!(desk.read("studyguide.lock").contains("[notes.\"queues.md\"]"));
}

#[test]
fn an_id_that_stands_twice_is_told() {
    let twice = HEAPS.replace("**Q", "<!-- id: heaps -->\n\n**Q");
    let desk = Desk::new(&[("heaps.md", &twice)]);
    assert_snapshot!(desk.run(&["ids"]), @r#"
    out: 0 reset, 0 reworded, 0 moved, 0 retired, 2 new
    out: heaps.md:5: new `heaps`: What is a binary heap?
    out: heaps.md:11: new `pkhdg1e89v`: How do you build a heap in linear time?
    err: warning[question-id]: the id `heaps` is that of the question at heaps.md:5 already, so this one gets another
    err:   --> heaps.md:11:7
    err:    |
    err: 11 | **Q2: How do you build a heap in linear time?**
    err:    |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    err:    |
    err:    = hint: write each id once
    err:
    err: studyguide.lock is out of date: run `studyguide ids --write`, and commit it with the notes
    code: 0
    "#);
}
