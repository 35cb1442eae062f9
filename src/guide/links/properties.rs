//! What holds for every link, whatever is written in it.

use proptest::prelude::*;

use crate::guide::fixture::notes;
use crate::guide::{Guide, Target};
use crate::ids::NoteId;
use crate::markdown::LinkKind;

const NOTES: &[(&str, &str)] = &[
    ("a/from.md", "# From\n\n## Here"),
    ("a/gil.md", "---\naliases: [old/gil, Lock]\n---\n# The GIL\n\n## Über Threads\n\n## Why?\n\n## Why?"),
    ("b/README.md", "# Bee\n\n## Locks"),
    ("b/deep/my note.md", "# Mine\n\n## Locks"),
    ("b/draft.md", "---\ndraft: true\n---\n"),
];

/// Text that looks like a target: pieces of real ones, with noise between them.
fn target() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "gil", "GIL", ".md", ".html", "/", "../", "./", "a", "b", "deep", "my note", "my%20note", "draft", "img/x.png", "#", "?", "why", "Why-1", "here",
            "%C3%BCber-threads", "user-content-", "L3", "^", ":", "//", "\\", "javascript:", "java\nscript:", "data:image/png,", "https://", "mailto:", "%2e%2e/", "%00",
            "https://github.com/owner/repo/blob/main/notes/", "https://owner.github.io/repo/", "locks", "Lock", "old/gil", "\u{1}", "\u{301}", "%",
        ])
        .prop_map(str::to_owned),
        1 => ".{0,4}",
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn kind() -> impl Strategy<Value = LinkKind> {
    prop::sample::select(vec![LinkKind::Link, LinkKind::Image, LinkKind::Wiki, LinkKind::Embed, LinkKind::Url, LinkKind::Email])
}

/// Whether a target is on the site, or an address that a page may use.
fn is_sound(guide: &Guide, target: &Target) -> bool {
    let on_page = |id: &NoteId, anchor: &str| {
        let document = &guide.notes[*id].document;
        document.headings.iter().any(|heading| heading.anchor == anchor) || document.anchors.iter().any(|known| known == anchor)
    };
    match target {
        Target::Note(id, anchor) => id_exists(guide, *id) && anchor.as_deref().is_none_or(|anchor| on_page(id, anchor)),
        Target::Folder(id) => guide.folders.find(*id).is_some(),
        Target::Topic(id) => guide.topics.find(*id).is_some(),
        Target::File(id, _) => guide.files.find(*id).is_some_and(|file| file.path.as_str() == "img/x.png"),
        Target::Url(url) => {
            let allowed = ["https://", "http://", "mailto:", "tel:", "data:image/png"];
            allowed.iter().any(|scheme| url.starts_with(scheme)) && !url.contains(|c: char| c.is_control() || c.is_whitespace())
        }
        Target::Broken(why) => !why.is_empty() && !why.contains(char::is_control),
    }
}

fn id_exists(guide: &Guide, id: NoteId) -> bool {
    guide.notes.find(id).is_some() && guide.entries.find(id).is_some()
}

proptest! {
    #[test]
    fn a_resolved_link_lands_on_something_that_exists(links in prop::collection::vec((kind(), target()), 1..20)) {
        let guide = notes(NOTES.iter().copied()).files(&["img/x.png"]).repository("notes").base_url("https://owner.github.io/repo/").raw_links(links.clone()).link();
        let entry = &guide.entries[guide.id("a/from.md")];
        prop_assert_eq!(entry.links.len(), links.len());
        for (target, written) in entry.links.iter().zip(&links) {
            prop_assert!(is_sound(&guide, target), "{:?} leads to {:?}", written, target);
        }
    }

    #[test]
    fn a_broken_link_is_always_found(links in prop::collection::vec((kind(), target()), 1..20)) {
        let guide = notes(NOTES.iter().copied()).raw_links(links).link();
        let broken = guide.entries.iter().flat_map(|entry| &entry.links).filter(|target| matches!(target, Target::Broken(_))).count();
        prop_assert!(broken <= guide.diagnostics.len());
    }

    #[test]
    fn any_paths_make_a_guide_with_addresses_of_their_own(
        paths in prop::collection::btree_set("(topics/|a/|A/|é/){0,2}(index|README|404|a|A|é|e\u{301}|1)(\\.html)?\\.(md|markdown)", 0..25),
        slug in "[a-cA-C]{1,2}",
    ) {
        let texts = paths.iter().enumerate().map(|(at, path)| (path.clone(), if at % 3 == 0 { format!("---\nslug: {slug}\naliases: [{slug}]\n---\n") } else { String::new() }));
        let guide = notes(texts).link();
        let pages = guide.entries.iter().map(|entry| &entry.route);
        let bare_folders = guide.folders.iter().filter(|folder| folder.index.is_none()).map(|folder| &folder.route);
        let all: Vec<_> = pages.chain(bare_folders).chain(guide.redirects.iter().map(|redirect| &redirect.from)).map(|route| route.as_str().to_lowercase()).collect();
        let distinct: std::collections::BTreeSet<_> = all.iter().collect();
        prop_assert_eq!(distinct.len(), all.len(), "{:?}", all);
        prop_assert_eq!(guide.notes.len(), paths.len());
    }
}
