//! `topics` and `topics.toml`.

use insta::assert_snapshot;

use crate::desk::Desk;

/// Two notes that speak of locks.
fn desk() -> Desk {
    Desk::new(&[
        ("a.md", "# Doors\n\n## Mutual exclusion lock (MEL)\n\nOne at a time.\n\n## Hinges\n\nSee MEL.\n"),
        ("b.md", "# Gates\n\n- **MEL**: one at a time\n\nWhat is a latch?\n"),
    ])
}

#[test]
fn topics_are_printed_with_what_speaks_for_them() {
    assert_snapshot!(desk().run(&["topics"]), @r#"
    out: Mutual exclusion lock (MEL): 2 sections, 0 questions, 1 mention
    out:   a.md:3: heading in “Mutual exclusion lock (MEL)”
    out:   b.md:3: term in “Gates”
    out:   a.md:9: mention
    out:
    err: 1 topic
    code: 0
    "#);
}

#[test]
fn a_starter_file_changes_nothing_and_is_never_overwritten() {
    let desk = desk();
    let before = desk.run(&["topics"]).out;
    assert_snapshot!(desk.run(&["topics", "--write"]), @r#"
    err: wrote topics.toml
    code: 0
    "#);
    assert_eq!(desk.run(&["topics"]).out, before);
    desk.write("topics.toml", "# mine");
    assert_snapshot!(desk.run(&["topics", "--write"]), @r#"
    err: error: topics.toml exists already, and is left as it is
    code: 2
    "#);
    assert_eq!(desk.read("topics.toml"), "# mine");
}

#[test]
fn declared_topics_have_the_name_and_the_parent_that_the_author_gives() {
    let desk = desk();
    desk.write(
        "topics.toml",
        "ignore = ['Gates']\n\n[[topic]]\nname = 'Lock'\naliases = ['MEL']\nparent = 'Hinges'\n\n[[topic]]\nname = 'Hinges'\n\n[[topic]]\nname = 'Bolts'\n",
    );
    assert_snapshot!(desk.run(&["topics"]), @r#"
    out: Bolts: 0 sections, 0 questions, 0 mentions
    out:
    out: Hinges: 3 sections, 0 questions, 0 mentions
    out:   a.md:3: heading in “Mutual exclusion lock (MEL)”
    out:   a.md:7: heading in “Hinges”
    out:   b.md:3: term in “Gates”
    out:
    out: Lock (MEL, Mutual exclusion lock): 2 sections, 0 questions, 1 mention
    out:   a.md:3: heading in “Mutual exclusion lock (MEL)”
    out:   b.md:3: term in “Gates”
    out:   a.md:9: mention
    out:
    err: 3 topics
    code: 0
    "#);
    assert_snapshot!(desk.run(&["build", "-v"]), @r#"
    err: note[declared-topic]: no note names the declared topic `Bolts` (topics.toml, line 12)
    err:  |
    err:  = hint: add a name that the notes use to its `aliases`
    err:
    err: … files written, 0 as they were, 0 removed
    err: 2 notes, 3 topics → public in … s
    code: 0
    "#);
}

#[test]
fn a_broken_file_is_an_error_with_its_place() {
    let desk = desk();
    desk.write("topics.toml", "[[topic]]\nnames = 'Lock'\n");
    assert_snapshot!(desk.run(&["build"]), @r#"
    err: error: cannot use topics.toml:2:1: there is no key `names` here
    err:     |
    err:   2 | names = 'Lock'
    err:     | ^^^^^
    err:   hint: did you mean `name`?
    code: 2
    "#);
}

#[test]
fn a_parent_that_nobody_knows_is_told_with_what_may_be_meant() {
    let desk = desk();
    desk.write("topics.toml", "[[topic]]\nname = 'Hinges'\n\n[[topic]]\nname = 'Lock'\naliases = ['MEL']\nparent = 'Hinge pins'\n");
    let said = desk.run(&["build"]);
    assert!(
        said.err.contains("warning[declared-topic]: there is no topic `Hinge pins` for `Lock` to be a part of (topics.toml, line 5)"),
        "{said}"
    );
    desk.write("topics.toml", "[[topic]]\nname = 3\n");
    let said = desk.run(&["build"]);
    assert!(said.err.contains("topics.toml:2:8"), "{said}");
    assert_eq!(said.code, Some(2));
}
