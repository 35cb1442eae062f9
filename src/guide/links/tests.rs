//! Links of every kind, as people write them.

use crate::guide::fixture::{leads, notes};
use crate::ids::{Id, LinkId};
use crate::markdown::LinkKind;

#[track_caller]
fn check(cases: &[(&str, &str, &[&'static str])], others: &[(&str, &str)]) {
    for (written, target, codes) in cases {
        assert_eq!(leads("a/from.md", written, others), ((*target).to_owned(), codes.to_vec()), "{written}");
    }
}

const OTHERS: &[(&str, &str)] = &[
    ("a/gil.md", "# The GIL\n\n## Über Threads\n\n## Why?\n\n<a name=\"Old-Anchor\"></a>\n\n## Why?"),
    ("a/my note.md", ""),
    ("a/100%25.md", ""),
    ("b/README.md", "# Bee\n\n## Part"),
    ("b/deep/x.md", ""),
    ("c/y.md", "---\nslug: why\naliases: [old/y]\n---\n"),
    ("root.md", ""),
];

#[test]
fn paths_are_followed_however_they_are_written() {
    check(
        &[
            ("[x](gil.md)", "a/gil.html", &[]),
            ("[x](./gil.md?plain=1)", "a/gil.html", &[]),
            ("[x](gil)", "a/gil.html", &[]),
            ("[x](gil/)", "a/gil.html", &[]),
            ("[x](my%20note.md)", "a/my note.html", &[]),
            ("[x](<my note.md>)", "a/my note.html", &[]),
            ("[x](100%25.md)", "a/100%25.html", &[]),
            ("[x](../root.md)", "root.html", &[]),
            ("[x](../a/../b/deep/x.md)", "b/deep/x.html", &[]),
            ("[x](/root.md)", "root.html", &[]),
            ("[x](/b/deep/x)", "b/deep/x.html", &[]),
            ("<a href=\"gil.md\">x</a>", "a/gil.html", &[]),
        ],
        OTHERS,
    );
}

#[test]
fn folders_lead_to_their_pages() {
    check(
        &[
            ("[x](../b/)", "b/index.html", &[]),
            ("[x](../b)", "b/index.html", &[]),
            ("[x](../b/#part)", "b/index.html#part", &[]),
            ("[x](../b/deep/)", "b/deep/index.html", &[]),
            ("[x](./)", "a/index.html", &[]),
            ("[x](/)", "index.html", &[]),
            ("[x](..)", "index.html", &[]),
        ],
        OTHERS,
    );
}

#[test]
fn addresses_of_pages_lead_to_their_notes() {
    check(
        &[
            ("[x](gil.html#why)", "a/gil.html#why", &[]),
            ("[x](../c/why.html)", "c/why.html", &[]),
            ("[x](../c/y.html)", "c/why.html", &[]),
            ("[x](../b/index.html)", "b/index.html", &[]),
            ("[x](/old/y.html)", "c/why.html", &[]),
            ("[x](Gil.HTML)", "broken", &["broken-link"]),
        ],
        OTHERS,
    );
}

#[test]
fn anchors_are_githubs() {
    check(
        &[
            ("[x](gil.md#über-threads)", "a/gil.html#über-threads", &[]),
            ("[x](gil.md#%C3%BCber-threads)", "a/gil.html#über-threads", &[]),
            ("[x](gil.md#why-1)", "a/gil.html#why-1", &[]),
            ("[x](gil.md#user-content-why)", "a/gil.html#why", &[]),
            ("[x](gil.md#Old-Anchor)", "a/gil.html#Old-Anchor", &[]),
            ("[x](gil.md#)", "a/gil.html", &[]),
            ("[x](gil.md#top)", "a/gil.html", &[]),
            ("[x](gil.md#:~:text=the%20lock)", "a/gil.html", &[]),
            ("[x](gil.md?plain=1#L4-L5)", "a/gil.html#über-threads", &[]),
            ("[x](gil.md#whi)", "a/gil.html", &["broken-anchor"]),
            ("[x](#here)\n\n# Here", "a/from.html#here", &[]),
            ("[x](#)", "a/from.html", &[]),
            ("[x](#nowhere)", "broken", &["broken-anchor"]),
        ],
        OTHERS,
    );
}

#[test]
fn what_the_page_does_not_show_is_its_top() {
    let note = "# <a name=\"start\"></a>A\n\n## <a id=\"toc\"></a>Table of Contents\n\n- [b](#b)\n- [c](#c)\n\n## B\n\n[x](#table-of-contents) [y](#toc) [z](#start) [a](#a)\n\n## C\n";
    let guide = notes([("a.md", note)]).link();
    let links: Vec<_> = guide.entries[guide.id("a.md")].links.iter().map(|target| guide.shown(target)).collect();
    assert_eq!(links, ["a.html#b", "a.html#c", "a.html", "a.html", "a.html", "a.html#a"]);
    assert_eq!(guide.codes(), [""; 0]);
}

#[test]
fn other_letter_case_is_repaired_with_a_word() {
    check(
        &[
            ("[x](GIL.md)", "a/gil.html", &["link-case"]),
            ("[x](../A/Gil.md#Why)", "a/gil.html#why", &["link-case", "link-case"]),
            ("[x](gil.md#WHY)", "a/gil.html#why", &["link-case"]),
            ("[x](#HERE)\n\n# Here", "a/from.html#here", &["link-case"]),
        ],
        OTHERS,
    );
    let guide = notes([("é.md", "[x](e\u{301}.md)")]).link();
    assert_eq!((guide.first_link("é.md").as_str(), guide.codes().len()), ("é.html", 0), "composition is nobody's mistake");
}

#[test]
fn broken_links_come_with_the_nearest_match() {
    let said = |written: &str| notes([("a/from.md", written)].into_iter().chain(OTHERS.iter().copied())).link().said();
    assert_eq!(said("[x](gill.md)"), ["broken-link: there is no note or file `a/gill.md` [did you mean `gil.md`?]"]);
    assert_eq!(said("[x](my_note.md)"), ["broken-link: there is no note or file `a/my_note.md` [did you mean `my%20note.md`?]"]);
    assert_eq!(said("[x](../gone/x.md)"), ["broken-link: there is no note or file `gone/x.md` [did you mean `../b/deep/x.md`?]"]);
    assert_eq!(said("[[gill]]"), ["broken-link: no note, topic or file is called `gill` [did you mean `gil`?]"]);
    assert_eq!(said("[[My Notes]]"), ["broken-link: no note, topic or file is called `My Notes` [did you mean `my note`?]"]);
    assert_eq!(said("[x](nothing-like-it.md)"), ["broken-link: there is no note or file `a/nothing-like-it.md`"]);
    assert_eq!(said("[x](www.example.com)"), ["broken-link: there is no note or file `www.example.com` [write `https://www.example.com`]"]);
    assert_eq!(
        said("[x](gil.md#uber-threads)"),
        [
            "broken-anchor: `a/gil.md` has no heading or anchor `#uber-threads`, so the link leads to its top [did you mean `#über-threads`?]"
        ]
    );
    assert_eq!(said("[x]()"), ["broken-link: this link leads nowhere: its target is empty"]);
}

#[test]
fn findings_stand_at_their_links() {
    let guide = notes([("a.md", "text [x](gone.md) text")]).link();
    let place = guide.diagnostics[0].place.clone().unwrap();
    assert_eq!(place.span.unwrap().of("text [x](gone.md) text"), "[x](gone.md)");
}

#[test]
fn files_are_copied_once_and_never_over_a_page() {
    let guide =
        notes([("a.md", "![x](img/a%20b.png) [y](./img/a%20b.png#page=2) [z](b.html) [w](/search/x.json)"), ("b.md", "[x](code.py)")])
            .files(&["b.html", "code.py", "img/a b.png", "img/unused.png", "search/x.json"])
            .link();
    let routes: Vec<_> = guide.files.iter().map(|file| (file.path.as_str(), file.route.as_str())).collect();
    assert_eq!(
        routes,
        [("img/a b.png", "img/a b.png"), ("b.html", "b-2.html"), ("search/x.json", "search-2/x.json"), ("code.py", "code.py")]
    );
    let links: Vec<_> = guide.entries[guide.id("a.md")].links.iter().map(|target| guide.shown(target)).collect();
    assert_eq!(links, ["file:img/a b.png", "file:img/a b.png#page=2", "file:b-2.html", "file:search-2/x.json"]);
    assert_eq!(guide.files.iter().next().unwrap().from, std::path::Path::new("/guides/my-notes/img/a b.png"));
}

#[test]
fn images_are_files_or_addresses_and_never_notes() {
    check(
        &[
            ("![x](gil.md)", "broken", &["broken-link"]),
            ("![x](#why)", "broken", &["broken-link"]),
            ("![x](https://example.com/x.png)", "url:https://example.com/x.png", &[]),
            ("![x](data:image/png;base64,AA==)", "url:data:image/png;base64,AA==", &[]),
            ("![x](data:image/svg+xml,x)", "broken", &["unsafe-link"]),
            ("[x](data:image/png;base64,AA==)", "broken", &["unsafe-link"]),
            ("<img src=\"javascript:x\">", "broken", &["unsafe-link"]),
        ],
        OTHERS,
    );
}

#[test]
fn only_known_schemes_are_followed() {
    check(
        &[
            ("[x](https://example.com/a?b=c#d)", "url:https://example.com/a?b=c#d", &[]),
            ("<https://example.com>", "url:https://example.com", &[]),
            ("[x](//example.com/x)", "url:https://example.com/x", &[]),
            ("[x](mailto:a@b.c)", "url:mailto:a@b.c", &[]),
            ("<a@b.example>", "url:mailto:a@b.example", &[]),
            ("[x](tel:+1)", "url:tel:+1", &[]),
            ("[x](javascript:alert)", "broken", &["unsafe-link"]),
            ("[x](<java\tscript:alert>)", "broken", &["unsafe-link"]),
            ("[x](javascript&#58;alert)", "broken", &["unsafe-link"]),
            ("[x](&#1;javascript:alert)", "broken", &["unsafe-link"]),
            ("[x](javascript%3Aalert)", "broken", &["broken-link"]),
            ("<a href=\"java&#10;script:alert\">x</a>", "broken", &["unsafe-link"]),
            ("[x](file:///etc/passwd)", "broken", &["unsafe-link"]),
            ("[x](obsidian://open)", "broken", &["unsafe-link"]),
            ("[x](https://)", "broken", &["broken-link"]),
        ],
        OTHERS,
    );
}

#[test]
fn a_note_may_be_called_like_a_scheme() {
    check(
        &[("[x](<GIL: a story.md>)", "a/GIL: a story.html", &[]), ("[x](<gil: a story.md>)", "broken", &["unsafe-link"])],
        &[("a/GIL: a story.md", "")],
    );
}

#[test]
fn nothing_climbs_out_of_the_guide() {
    check(&[("[x](../../etc/passwd)", "broken", &["broken-link"]), ("[x](%2e%2e/%2e%2e/x)", "broken", &["broken-link"])], OTHERS);
}

#[test]
fn what_lies_in_the_repository_but_not_on_the_site_is_shown_there() {
    let lead = |written: &str| {
        let guide = notes([("a/from.md", written), ("b.md", "# B\n\n## C")])
            .files(&["img/x.png", "bare/y.txt"])
            .excluded(&["old", "c.md"])
            .repository("notes")
            .link();
        (guide.first_link("a/from.md"), guide.codes())
    };
    let repository = "url:https://github.com/owner/repo";
    for (written, target) in [
        ("[x](../../src/main.rs#L3)", format!("{repository}/blob/main/src/main.rs#L3")),
        ("[x](../../a%20b)", format!("{repository}/blob/main/a%20b")),
        ("![x](../../x.png)", format!("{repository}/raw/main/x.png")),
        ("[x](../../)", format!("{repository}/tree/main")),
        ("[x](/LICENSE)", format!("{repository}/blob/main/LICENSE")),
        ("[x](../.github/ci.yml)", format!("{repository}/blob/main/notes/.github/ci.yml")),
        ("[x](../bare)", format!("{repository}/blob/main/notes/bare")),
        ("[x](../old/x/y.md)", format!("{repository}/blob/main/notes/old/x/y.md")),
        ("[x](../c)", format!("{repository}/blob/main/notes/c")),
        ("[x](../../notes/b.md)", "b.html".to_owned()),
        ("[x](/notes/b.md#c)", "b.html#c".to_owned()),
        ("[x](/b.md)", "b.html".to_owned()),
    ] {
        assert_eq!(lead(written), (target, vec![]), "{written}");
    }
    for written in ["[x](/a/gone.md)", "[x](../../../x)", "[x](/notes/gone.md)", "[x](../../notes/gone.md)"] {
        assert_eq!(lead(written), ("broken".to_owned(), vec!["broken-link"]), "{written}");
    }
}

#[test]
fn addresses_of_the_repository_lead_into_the_guide() {
    let lead = |written: &str| {
        notes([("a.md", written), ("b.md", "# B\n\ntext\n\n## C\n\ntext\n\n## D"), ("c/README.md", "")])
            .files(&["img/x.png"])
            .repository("notes")
            .base_url("https://owner.github.io/repo/")
            .link()
            .first_link("a.md")
    };
    let view = "https://github.com/owner/repo/blob/main";
    for (address, target) in [
        (format!("{view}/notes/b.md"), "b.html".to_owned()),
        (format!("{view}/notes/b.md#c"), "b.html#c".to_owned()),
        (format!("{view}/notes/b.md?plain=1#L7-L8"), "b.html#c".to_owned()),
        ("https://github.com/Owner/Repo/tree/main/notes/c".to_owned(), "c/index.html".to_owned()),
        (format!("{view}/notes/img/x.png"), "file:img/x.png".to_owned()),
        (format!("{view}/src/main.rs"), format!("url:{view}/src/main.rs")),
        (format!("{view}/notes/gone.md"), format!("url:{view}/notes/gone.md")),
        ("https://github.com/owner/repo/blob/v1/notes/b.md".to_owned(), "url:https://github.com/owner/repo/blob/v1/notes/b.md".to_owned()),
        ("https://owner.github.io/repo/b.html#c".to_owned(), "b.html#c".to_owned()),
        ("https://owner.github.io/repo/c/".to_owned(), "c/index.html".to_owned()),
        ("https://owner.github.io/repo/gone.html".to_owned(), "url:https://owner.github.io/repo/gone.html".to_owned()),
    ] {
        assert_eq!(lead(&format!("[x]({address})")), target, "{address}");
    }
    assert_eq!(lead(&format!("![x]({view}/img/y.png)")), "url:https://github.com/owner/repo/raw/main/img/y.png");
}

const WIKI: &[(&str, &str)] = &[
    ("a/gil.md", "# Global Interpreter Lock\n\n## Over & Under"),
    ("b/event-loop.md", "---\naliases: [Reactor, old/ev.html]\n---\n# The loop of events"),
    ("b/deep/notes.md", ""),
    ("c/deep/notes.md", ""),
    ("d/README.md", "# Dee"),
    ("e/f/x.md", ""),
];

#[test]
fn wiki_links_go_by_path_name_title_and_alias() {
    check(
        &[
            ("[[gil]]", "a/gil.html", &[]),
            ("[[GIL|the lock]]", "a/gil.html", &[]),
            ("[[gil.md]]", "a/gil.html", &[]),
            ("[[a/gil#Over & Under|label]]", "a/gil.html#over--under", &[]),
            ("[[gil#over under]]", "a/gil.html", &["broken-anchor"]),
            ("[[gil#X#Over & Under]]", "a/gil.html#over--under", &[]),
            ("[[gil#^block]]", "a/gil.html", &[]),
            ("[[global interpreter lock]]", "a/gil.html", &[]),
            ("[[Event Loop]]", "b/event-loop.html", &[]),
            ("[[The loop of events]]", "b/event-loop.html", &[]),
            ("[[reactor]]", "b/event-loop.html", &[]),
            ("[[ev]]", "b/event-loop.html", &[]),
            ("[[Dee]]", "d/index.html", &[]),
            ("[[d]]", "d/index.html", &[]),
            ("[[f]]", "e/f/index.html", &[]),
            ("[[b/deep/notes]]", "b/deep/notes.html", &[]),
            ("[[../d/]]", "d/index.html", &[]),
            ("[[#Here we are]]\n\n# Here we are", "a/from.html#here-we-are", &[]),
            ("[[gone]]", "broken", &["broken-link"]),
            ("[[https://example.com]]", "url:https://example.com", &[]),
        ],
        WIKI,
    );
}

#[test]
fn of_namesakes_the_nearest_is_meant() {
    assert_eq!(leads("b/from.md", "[[notes]]", WIKI), ("b/deep/notes.html".to_owned(), vec![]));
    assert_eq!(leads("b/from.md", "[[c/deep/notes]]", WIKI), ("c/deep/notes.html".to_owned(), vec![]));
    let guide = notes([("from.md", "[[notes]]")].into_iter().chain(WIKI.iter().copied())).link();
    assert_eq!(guide.first_link("from.md"), "b/deep/notes.html");
    assert_eq!(
        guide.said(),
        [
            "ambiguous-link: `notes` names `b/deep/notes.md`, `c/deep/notes.md`; the link leads to `b/deep/notes.md` [say which: `[[b/deep/notes]]`]"
        ]
    );
}

#[test]
fn wiki_links_find_files_and_topics() {
    let guide = notes([("a.md", "# A\n\n![[pic.png]] [[locks]] [[pic.png]]\n\n## Locks"), ("b.md", "# B\n\n## Locks\n")])
        .files(&["img/pic.png"])
        .link();
    let links: Vec<_> = guide.entries[guide.id("a.md")].links.iter().map(|target| guide.shown(target)).collect();
    assert_eq!(links, ["file:img/pic.png", "topic:locks", "file:img/pic.png"]);
    assert_eq!(guide.notes[guide.id("a.md")].document.links[LinkId::at(0)].kind, LinkKind::Embed);
}

#[test]
fn backlinks_are_notes_each_once_and_not_oneself() {
    let guide = notes([("a.md", "[b](b.md) [b](b.md#x) [a](a.md)"), ("b.md", "# x"), ("c.md", "[[b]]"), ("d.md", "[a](a.md)")]).link();
    let backlinks =
        |path: &str| guide.entries[guide.id(path)].backlinks.iter().map(|id| guide.notes[*id].path.as_str()).collect::<Vec<_>>();
    assert_eq!(backlinks("b.md"), ["a.md", "c.md"]);
    assert_eq!(backlinks("a.md"), ["d.md"]);
}
