//! `build` and `clean`.

use insta::assert_snapshot;

use crate::desk::{Desk, Said};

#[test]
fn an_empty_folder_is_a_guide() {
    let desk = Desk::new(&[]);
    std::fs::create_dir_all(desk.path("empty")).unwrap();
    assert_snapshot!(desk.run(&["build", "empty"]), @r#"
    err: 0 notes → public in … s
    code: 0
    "#);
    assert!(desk.read("public/index.html").contains("<h1"));
}

#[test]
fn one_note_is_a_guide() {
    let desk = Desk::new(&[("gil.md", "# The GIL\n"), ("other.md", "# Other\n")]);
    assert_snapshot!(desk.run(&["build", "gil.md"]), @r#"
    err: 1 note → public in … s
    code: 0
    "#);
    assert!(desk.path("public/gil.html").is_file());
    assert!(!desk.path("public/other.html").exists());
}

#[test]
fn names_may_have_spaces_and_any_letters() {
    let desk = Desk::new(&[("mes notes/été à Łódź/索引 2.md", "# Титул\n\n[selbst](<索引 2.md>)\n")]);
    assert_snapshot!(desk.run(&["build", "mes notes", "-o", "le site"]), @r#"
    err: 1 note → le site in … s
    code: 0
    "#);
    assert!(desk.read("le site/été à Łódź/索引 2.html").contains("Титул"));
}

#[test]
fn a_second_build_writes_nothing_and_says_the_same() {
    let desk = Desk::new(&[("a.md", "# A\n\n```python\nx = 1\n```\n"), ("b/c.md", "# C\n\n[A](../a.md)\n")]);
    let first = desk.run(&["build"]).to_string();
    let files = desk.files("public");
    assert_eq!(desk.run(&["build"]).to_string(), first);
    assert_eq!(desk.files("public"), files);
    assert!(desk.run(&["build", "--verbose"]).err.contains("0 files written, "));
    std::fs::remove_file(desk.path("b/c.md")).unwrap();
    desk.run(&["build", "--no-cache", "--threads", "1"]);
    assert!(!desk.path("public/b").exists(), "what is stale goes");
}

#[test]
fn a_folder_of_somebody_elses_files_is_refused_and_left_alone() {
    let desk = Desk::new(&[("notes/a.md", "# A\n"), ("public/mine.txt", "mine")]);
    let said = desk.run(&["build", "notes"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.starts_with("error: ") && said.err.contains("was not made by studyguide"), "{said}");
    assert!(said.err.contains("\n  hint: choose another folder with --output-dir, or pass --force"), "{said}");
    assert_eq!(desk.files("public").len(), 1);

    assert_eq!(desk.run(&["build", "notes", "--force"]).code, Some(0));
    assert_eq!(desk.read("public/mine.txt"), "mine");
}

#[test]
fn a_broken_link_is_shown_with_its_place_and_fails_only_a_strict_build() {
    let desk = Desk::new(&[("notes/python.md", "# Python\n\nSee [the GIL](gill.md).\n"), ("notes/gil.md", "# GIL\n")]);
    assert_snapshot!(desk.run(&["build", "notes"]), @r#"
    err: warning[broken-link]: there is no note or file `gill.md`
    err:  --> notes/python.md:3:5
    err:   |
    err: 3 | See [the GIL](gill.md).
    err:   |     ^^^^^^^^^^^^^^^^^^
    err:   |
    err:   = hint: did you mean `gil.md`?
    err:
    err: 2 notes, 1 warning → public in … s
    code: 0
    "#);
    let strict = desk.run(&["build", "notes", "--strict", "--quiet"]);
    assert_eq!(strict.code, Some(1));
    assert!(strict.err.starts_with("warning[broken-link]"), "{strict}");
    assert_eq!(desk.run(&["build", "notes", "--quiet"]).to_string(), "code: 0");
    assert!(desk.path("public/python.html").is_file());
}

#[test]
fn an_unknown_key_stops_the_build_with_the_one_that_was_meant() {
    let desk = Desk::new(&[("studyguide.toml", "notes = \".\"\n\n[site]\ntitel = \"x\"\n"), ("deep/er/a.md", "# A\n")]);
    assert_snapshot!(Said::of(desk.command(&["build"]).current_dir(desk.path("deep/er"))), @r#"
    err: error: cannot use ../../studyguide.toml:4:1: there is no key `titel` here
    err:     |
    err:   4 | titel = "x"
    err:     | ^^^^^
    err:   hint: did you mean `title`?
    code: 2
    "#);
    let said = Said::of(desk.command(&["build", "deep"]).env("STUDYGUIDE_SITE__TITEL", "x"));
    assert!(said.err.contains("the environment variable STUDYGUIDE_SITE__TITEL"), "{said}");
}

#[test]
fn the_nearest_configuration_upwards_says_where_the_notes_are() {
    let desk = Desk::new(&[("studyguide.toml", "output_dir = \"site\"\n"), ("notes/a.md", "# A\n"), ("notes/b/c.md", "# C\n")]);
    assert_snapshot!(Said::of(desk.command(&["build"]).current_dir(desk.path("notes/b"))), @r#"
    err: 2 notes → ../../site in … s
    code: 0
    "#);
    assert!(desk.path("site/b/c.html").is_file());
    assert_eq!(desk.run(&["build", "--config", "studyguide.toml", "-o", "elsewhere"]).code, Some(0));
    assert!(desk.path("elsewhere/b/c.html").is_file());
}

#[test]
fn the_base_url_is_in_the_sitemap() {
    let desk = Desk::new(&[("a.md", "# A\n")]);
    desk.run(&["build", "-u", "https://example.org/repo"]);
    assert!(desk.read("public/sitemap.xml").contains("<loc>https://example.org/repo/a.html</loc>"));
    assert!(desk.read("public/404.html").contains("href=\"/repo/"));
    assert_eq!(desk.run(&["build", "-u", "example.org"]).code, Some(2));
}

#[test]
fn what_cannot_run_ends_with_two_and_says_why() {
    let desk = Desk::new(&[]);
    assert_snapshot!(desk.run(&["build", "nowhere"]), @r#"
    err: error: there are no notes in nowhere: it does not exist
    err:   hint: name the folder of notes on the command line, or as `notes` in studyguide.toml
    code: 2
    "#);
    assert_eq!(desk.run(&["bulid"]).code, Some(2));
    assert_eq!(desk.run(&["build", "--threads", "0"]).code, Some(2));
    assert_eq!(desk.run(&["build", "--quiet", "--verbose"]).code, Some(2));
    assert_eq!(desk.run(&[]).code, Some(2));
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let desk = Desk::new(&[("a.md", "[x](y.md)\n")]);
    let coloured = |said: Said| said.err.contains('\u{1b}');
    assert!(!coloured(desk.run(&["build"])));
    assert!(coloured(desk.run(&["build", "--color", "always"])));
    assert!(coloured(Said::of(desk.command(&["build"]).env("CLICOLOR_FORCE", "1"))));
    assert!(!coloured(Said::of(desk.command(&["build", "--color", "never"]).env("CLICOLOR_FORCE", "1"))));
}

#[test]
fn a_flood_of_one_finding_is_summed_up_unless_all_is_wanted() {
    let links = "[x](missing.md)\n".repeat(30);
    let desk = Desk::new(&[("a.md", &links)]);
    let said = desk.run(&["build"]);
    assert_eq!(said.err.matches("warning[broken-link]").count(), 20, "{said}");
    assert!(said.err.contains("note: 10 more of `broken-link` (pass --verbose to see all)"), "{said}");
    assert_eq!(desk.run(&["build", "-v"]).err.matches("warning[broken-link]").count(), 30);
}

#[test]
fn cleaning_removes_what_builds_wrote_and_nothing_else() {
    let desk = Desk::new(&[("a.md", "# A\n\n```python\nx = 1\n```\n")]);
    desk.run(&["build"]);
    desk.write("public/CNAME", "example.org");
    let said = desk.run(&["clean"]);
    assert!(said.err.starts_with("removed ") && said.err.contains(" files from public"), "{said}");
    assert_eq!(desk.files("public").len(), 1);
    assert_eq!(desk.read("public/CNAME"), "example.org");
    assert!(desk.run(&["clean"]).err.contains("removed 0 files"));
}
