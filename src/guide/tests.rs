//! Routes, folders, order and the rest of linking that is not links or topics.

use crate::guide::Guide;
use crate::guide::fixture::notes;
use crate::ids::FolderId;

fn reading_order(guide: &Guide) -> Vec<&str> {
    let mut order = Vec::new();
    let mut at = guide.entries.iter_ids().find(|(_, entry)| entry.previous.is_none()).map(|(id, _)| id);
    while let Some(id) = at {
        order.push(guide.notes[id].path.as_str());
        at = guide.entries[id].next;
    }
    order
}

fn folder<'a>(guide: &'a Guide, path: &str) -> (FolderId, &'a crate::guide::Folder) {
    guide.folders.iter_ids().find(|(_, folder)| folder.path == path).unwrap()
}

#[test]
fn no_notes_are_a_guide_with_a_root() {
    let guide = notes::<&str, &str>([]).link();
    assert_eq!(guide.folders.len(), 1);
    assert_eq!(folder(&guide, "").1.route.as_str(), "index.html");
    assert_eq!(guide.title, "My notes");
}

#[test]
fn a_note_keeps_its_path_and_an_index_is_its_folders_page() {
    let guide = notes([("a b/Ünïcode & co.md", ""), ("README.md", "# Home"), ("x/_INDEX.md", ""), ("y/Readme.markdown", "")]).link();
    assert_eq!(guide.route("a b/Ünïcode & co.md"), "a b/Ünïcode & co.html");
    assert_eq!(guide.route("README.md"), "index.html");
    assert_eq!(guide.route("x/_INDEX.md"), "x/index.html");
    assert_eq!(guide.route("y/Readme.markdown"), "y/index.html");
    assert_eq!(guide.title, "Home");
    assert_eq!(guide.said(), [""; 0]);
}

#[test]
fn index_wins_over_readme_which_stays_a_page() {
    let guide = notes([("README.md", ""), ("index.md", ""), ("_index.md", "")]).link();
    assert_eq!(guide.route("index.md"), "index.html");
    assert_eq!(guide.route("README.md"), "README.html");
    assert_eq!(guide.route("_index.md"), "_index.html");
    assert_eq!(guide.codes(), [""; 0]);
}

#[test]
fn a_slug_replaces_the_name() {
    let guide = notes([("a/b.md", "---\nslug: c d\n---\n"), ("a/README.md", "---\nslug: e\n---\n")]).link();
    assert_eq!(guide.route("a/b.md"), "a/c d.html");
    assert_eq!(guide.route("a/README.md"), "a/index.html");
    assert_eq!(guide.codes(), ["front-matter-value"]);
}

#[test]
fn of_two_that_want_one_address_the_file_of_that_name_keeps_it() {
    let guide = notes([("a.markdown", ""), ("a.md", ""), ("0.md", "---\nslug: A\n---\n")]).link();
    assert_eq!(guide.route("a.md"), "a.html");
    assert_eq!(guide.route("a.markdown"), "a-2.html");
    assert_eq!(guide.route("0.md"), "A-3.html");
    assert_eq!(
        guide.said()[0],
        "duplicate-route: `a.html` is the address of `a.md`, so the page of this note is `a-2.html` [rename the file, or give the note another `slug`]"
    );
    assert_eq!(guide.codes(), ["duplicate-route"; 2]);
}

#[test]
fn the_sites_own_addresses_are_not_for_notes() {
    let guide =
        notes([("404.md", ""), ("topics/gil.md", ""), ("Assets/a/b.md", ""), ("x/topics/gil.md", ""), ("topics-2/x.md", "")]).link();
    assert_eq!(guide.route("404.md"), "404-2.html");
    assert_eq!(guide.route("topics/gil.md"), "topics-3/gil.html");
    assert_eq!(guide.route("Assets/a/b.md"), "Assets-2/a/b.html");
    assert_eq!(guide.route("x/topics/gil.md"), "x/topics/gil.html");
    assert_eq!(guide.codes(), ["duplicate-route"; 3]);
}

#[test]
fn folders_have_titles_parents_and_pages() {
    let guide = notes([("02_async/deep/a.md", ""), ("system-design/README.md", "# Designing systems")]).link();
    let (root, _) = folder(&guide, "");
    let (async_id, async_folder) = folder(&guide, "02_async");
    assert_eq!(
        (async_folder.title.as_str(), async_folder.route.as_str(), async_folder.parent),
        ("Async", "02_async/index.html", Some(root))
    );
    assert_eq!(folder(&guide, "02_async/deep").1.parent, Some(async_id));
    assert_eq!(folder(&guide, "system-design").1.title, "Designing systems");
    assert!(folder(&guide, "system-design").1.notes.is_empty());
}

#[test]
fn reading_goes_depth_first_by_weight_and_then_by_natural_names() {
    let guide = notes([
        ("10.md", ""),
        ("2.md", ""),
        ("z.md", "---\nweight: 1\n---\n"),
        ("README.md", ""),
        ("b/x.md", ""),
        ("b/c/y.md", ""),
        ("a/README.md", "---\nweight: 9\n---\n"),
        ("a10/x.md", ""),
        ("a9/x.md", ""),
    ])
    .link();
    assert_eq!(reading_order(&guide), ["README.md", "z.md", "2.md", "10.md", "a/README.md", "a9/x.md", "a10/x.md", "b/x.md", "b/c/y.md"]);
}

#[test]
fn aliases_lead_to_their_note_unless_a_page_stands_there() {
    let guide =
        notes([("a.md", "---\naliases: [/old/a, gone/, b.html, ../x, a.html]\n---\n"), ("b.md", "---\naliases: [old/a.html]\n---\n")])
            .link();
    let redirects: Vec<_> = guide.redirects.iter().map(|redirect| (redirect.from.as_str(), redirect.to)).collect();
    assert_eq!(redirects, [("old/a.html", guide.id("a.md")), ("gone/index.html", guide.id("a.md"))]);
    assert_eq!(guide.codes(), ["duplicate-route", "front-matter-value", "duplicate-route"]);
}

#[test]
fn drafts_are_left_out_unless_asked_for() {
    let all = [("a.md", "[b](b.md) [[Bee]]"), ("b.md", "---\ndraft: true\n---\n# Bee")];
    let guide = notes(all).link();
    assert_eq!(guide.notes.len(), 1);
    assert_eq!(guide.first_link("a.md"), "broken");
    assert_eq!(
        guide.said(),
        vec!["broken-link: `b.md` is a draft, and is not part of this site [build with `--drafts`, or publish the note]"; 2]
    );
    let guide = notes(all).with_drafts().link();
    assert_eq!(guide.first_link("a.md"), "b.html");
    assert_eq!(guide.codes(), [""; 0]);
}

#[test]
fn a_note_is_as_new_as_its_front_matter_or_history_says() {
    let guide = notes([
        ("a.md", "---\nupdated: 2025-01-02\ndate: 2020-01-01\n---\n"),
        ("b.md", "---\ndate: 2020-01-01\n---\n"),
        ("c.md", "---\ndate: 2020-01-01\n---\n"),
        ("d.md", ""),
    ])
    .changed("a.md", "2025-05-05")
    .changed("b.md", "2025-05-05")
    .link();
    let updated = |path: &str| guide.entries[guide.id(path)].updated.map(|day| day.to_string());
    assert_eq!(updated("a.md").as_deref(), Some("2025-01-02"));
    assert_eq!(updated("b.md").as_deref(), Some("2025-05-05"));
    assert_eq!(updated("c.md").as_deref(), Some("2020-01-01"));
    assert_eq!(updated("d.md"), None);
}
