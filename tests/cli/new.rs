//! `new note`.

use insta::assert_snapshot;

use crate::desk::{Desk, Said};

#[test]
fn a_note_starts_in_the_folder_of_the_notes_and_is_never_overwritten() {
    let desk = Desk::new(&[("studyguide.toml", ""), ("notes/python/README.md", "# Python\n")]);
    let said = Said::of(desk.command(&["new", "note", "The GIL, explained"]).current_dir(desk.path("notes/python")));
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (Some(0), "../../notes/the-gil-explained.md\n", ""));
    assert!(desk.read("notes/the-gil-explained.md").starts_with("# The GIL, explained\n"));

    desk.write("notes/the-gil-explained.md", "mine");
    assert_snapshot!(desk.run(&["new", "note", "The GIL, explained"]), @r#"
    err: error: notes/the-gil-explained.md exists already, and is left as it is
    code: 2
    "#);
    assert_eq!(desk.read("notes/the-gil-explained.md"), "mine");

    assert_eq!(desk.run(&["new", "note", "python/event-loop.md"]).out, "notes/python/event-loop.md\n");
    assert_eq!(desk.run(&["build", "--strict"]).code, Some(0), "a starter note has no findings");
}

#[test]
fn no_note_starts_outside_the_guide() {
    let desk = Desk::new(&[("guide/a.md", "# A\n")]);
    assert_snapshot!(desk.run(&["new", "note", "../b.md", "guide"]), @r#"
    err: error: cannot use `../b.md` as a note: it would lie outside the folder of the notes
    err:   hint: give a path below it, such as `python/gil.md`
    code: 2
    "#);
    assert!(!desk.path("b.md").exists());
}
