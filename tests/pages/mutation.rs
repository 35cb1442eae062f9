//! Notes that nobody wrote: real ones with pieces cut, doubled, swapped and strewn with markup, and long runs of what makes
//! parsers slow. Each must parse, keep its spans in bounds, and build.
//!
//! Work is counted in nodes and bytes, never in time. The long runs are so long that quadratic work would not end.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use studyguide::note::Note;
use studyguide::path::GuidePath;
use studyguide::recognise;
use studyguide::source::Source;

use crate::links;
use crate::site::{GUIDES, Site};
use crate::tree;

/// What is strewn over notes: the beginnings and ends of everything that has any.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "\t",
    "    ",
    "#",
    "## ",
    "###### ",
    "- ",
    "* ",
    "1. ",
    "- [ ] ",
    "> ",
    "> [!NOTE]\n",
    "```",
    "~~~\n",
    "```rust {1,",
    "`",
    "``",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "[",
    "]",
    "](",
    ")",
    "![",
    "[[",
    "]]",
    "[^a]",
    "[^a]: ",
    "<",
    ">",
    "<b>",
    "</b>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<table>",
    "<td>",
    "<!--",
    "-->",
    "<script>",
    "|",
    "\n|---|\n",
    "$",
    "$$",
    "\\",
    "&",
    "&amp;",
    ":smile:",
    "http://a.b",
    "www.",
    "a@b.c",
    "---",
    "---\n",
    "+++\n",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "é",
    "日本",
    "🦀",
    "e\u{301}",
    "\r",
    ": ",
    "{#",
    "{{",
    "Term\n: ",
    "**L**: ",
    "===\n",
    "a\tb\tc\na\tb\tc\n",
    "\u{a0}",
];

/// One change to a note. Places are fractions of its length, in 1/65536.
#[derive(Clone, Debug)]
enum Edit {
    Cut(u16, u16),
    Insert(u16, usize),
    Repeat(u16, u16, u8),
    Move(u16, u16, u16),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        2 => (any::<u16>(), any::<u16>()).prop_map(|(a, b)| Edit::Cut(a, b)),
        5 => (any::<u16>(), 0..PIECES.len()).prop_map(|(a, piece)| Edit::Insert(a, piece)),
        1 => (any::<u16>(), 0..600_u16, 1..6_u8).prop_map(|(a, length, times)| Edit::Repeat(a, length, times)),
        1 => (any::<u16>(), any::<u16>(), any::<u16>()).prop_map(|(a, b, c)| Edit::Move(a, b, c)),
    ]
}

/// The place in a text, moved down to where a character begins.
fn place(text: &str, at: u16) -> usize {
    text.floor_char_boundary(text.len() * usize::from(at) / 65_536)
}

fn apply(text: &mut String, edit: &Edit) {
    match *edit {
        Edit::Cut(a, b) => {
            let start = place(text, a);
            let end = text.floor_char_boundary(start + usize::from(b % 200)).max(start);
            text.replace_range(start..end, "");
        }
        Edit::Insert(at, piece) => text.insert_str(place(text, at), PIECES[piece]),
        Edit::Repeat(at, length, times) => {
            let start = place(text, at);
            let end = text.floor_char_boundary((start + usize::from(length)).min(text.len())).max(start);
            let piece = text[start..end].repeat(usize::from(times));
            text.insert_str(start, &piece);
        }
        Edit::Move(a, b, to) => {
            let (start, end) = (place(text, a.min(b)), place(text, a.max(b)));
            let piece = text[start..end].to_owned();
            text.replace_range(start..end, "");
            text.insert_str(place(text, to), &piece);
        }
    }
}

/// The texts of all notes of all guides, as reading gives them.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let notes = |guide: &&str| studyguide::source::read(&root.join(guide), &studyguide::source::Skip::default()).unwrap().notes;
    GUIDES.iter().flat_map(notes).map(|source| source.text).collect()
}

fn parse(text: String) -> Note {
    recognise::parse(Source { path: GuidePath::new("note.md").unwrap(), text }, recognise::Vocabulary::built_in())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: Some(Box::new(FileFailurePersistence::Off)), ..ProptestConfig::default() })]

    #[test]
    fn a_mangled_note_parses_with_its_spans_in_bounds(note in any::<prop::sample::Index>(), edits in prop::collection::vec(edit(), 1..40)) {
        let mut text = note.get(&texts()).clone();
        for edit in &edits {
            apply(&mut text, edit);
        }
        let bytes = text.len();
        let nodes = tree::check(&parse(text));
        prop_assert!(nodes <= 4 * bytes + 8, "{nodes} nodes from {bytes} bytes");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: Some(Box::new(FileFailurePersistence::Off)), ..ProptestConfig::default() })]

    #[test]
    fn a_guide_of_mangled_notes_builds_with_every_link_alive(edits in prop::collection::vec(prop::collection::vec(edit(), 1..12), 24)) {
        let room = tempfile::tempdir().unwrap();
        let texts = texts();
        for (number, edits) in edits.iter().enumerate() {
            let mut text = texts[number % texts.len()].clone();
            for edit in edits {
            apply(&mut text, edit);
        }
            fs::write(room.path().join(format!("{number}.md")), text).unwrap();
        }
        let site = Site::build(room.path());
        prop_assert_eq!(site.report.notes, edits.len());
        let faults = links::faults(&site);
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn long_runs_of_markup_end() {
    for piece in PIECES {
        let note = parse(piece.repeat(60_000 / piece.len()));
        tree::check(&note);
    }
    // Openers that wait for an end which never comes.
    for piece in [
        "[a](",
        "![a](<",
        "<a href=\"",
        "**a _b ",
        "`a ``b ",
        "$a $$b ",
        "<b><i>",
        "> - ",
        "| a ",
        "[^1]: [^2]",
        "<!-- ",
        "&#x",
        "{#a ",
        "<details>\n\n",
    ] {
        tree::check(&parse(piece.repeat(20_000 / piece.len())));
        tree::check(&parse(format!("{piece}\n").repeat(20_000 / piece.len())));
    }
}

#[test]
fn twice_the_notes_are_twice_the_work() {
    let texts = texts();
    let guide = texts.join("\n\n");
    let nodes = |times: usize| tree::check(&parse(vec![guide.as_str(); times].join("\n\n")));
    let (one, eight) = (nodes(1), nodes(8));
    assert!(eight <= 9 * one, "{one} nodes for one, {eight} for eight");

    let bytes = |times: usize| {
        let room = tempfile::tempdir().unwrap();
        for (number, text) in texts.iter().enumerate() {
            for copy in 0..times {
                fs::create_dir_all(room.path().join(copy.to_string())).unwrap();
                fs::write(room.path().join(format!("{copy}/{number}.md")), text).unwrap();
            }
        }
        Site::build(room.path()).pages().map(|(_, page)| page.len()).sum::<usize>()
    };
    let (two, eight) = (bytes(2), bytes(8));
    assert!(eight <= 5 * two, "{two} bytes of pages for two copies, {eight} for eight");
}
