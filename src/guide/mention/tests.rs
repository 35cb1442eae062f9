//! Links to topics, from notes to words.

use proptest::prelude::*;

use crate::guide::Guide;
use crate::guide::fixture::{Fixture, notes};
use crate::guide::topics::key;

/// A guide in which one note declares topics and another says something.
fn about(topics: &str, text: &str) -> Fixture {
    notes([("declared.md", format!("---\ntopics: [{topics}]\n---\n# Overview\n")), ("n.md", text.to_owned())])
}

/// The words of `n.md` that lead to topics, in their text.
fn shown(guide: &Guide) -> String {
    let id = guide.id("n.md");
    let text = &guide.notes[id].text;
    guide.entries[id].auto_links.iter().rev().fold(text.to_string(), |mut shown, link| {
        shown.insert(link.span.end as usize, ']');
        shown.insert(link.span.start as usize, '[');
        shown
    })
}

/// Each text shows its links in square brackets; without them it is what the note says.
#[track_caller]
fn check(topics: &str, cases: &[&str]) {
    for case in cases {
        let plain = case.replace(['[', ']'], "");
        assert_eq!(shown(&about(topics, &plain).link()), *case, "with the topics {topics}");
    }
}

#[test]
fn the_first_mention_in_a_section_becomes_a_link() {
    check(
        "GIL, Event Loop",
        &[
            "The [GIL] and an [event loop]; the GIL again.",
            "# T\n\n## A\n\nThe [GIL].\n\n## B\n\nThe [GIL].\n",
            "# T\n\n## A\n\nThe [GIL].\n\n### Within A\n\nThe GIL, an [event loop].\n\n### Also within A\n\nAn [event loop].\n",
            "The *[GIL]* and the **[event loop]** of it",
            "- the [GIL]\n- the GIL\n\n> an [event loop]\n",
        ],
    );
}

#[test]
fn what_something_has_is_another_thing() {
    check(
        "Caching, Event Loop",
        &[
            "Docker's layer caching",
            "Docker’s layer caching",
            "Docker's [caching]",
            "It's only [caching]",
            "Docker's and [caching]'s",
            "Docker's @x, [caching]",
        ],
    );
    check("Event Loop", &["Docker's own [event loop]"]);
}

#[test]
fn headings_code_and_links_hold_none() {
    for text in [
        "## The GIL of it\n\ntext\n",
        "> ### The GIL of it\n",
        "`GIL` and ``x GIL``",
        "```\nGIL\n```\n",
        "see [the GIL](https://example.org) and https://example.org/GIL",
        "![GIL](x.png)",
        "<kbd>GIL</kbd> <code>GIL</code> ~~GIL~~ $GIL$",
        "| GIL | b |\n|---|---|\n| the GIL | c |\n",
        "<details><summary>the GIL</summary>\n\ntext\n\n</details>\n",
        "text[^1]\n\n[^1]: the GIL\n",
        "x_GIL, GIL.acquire, non-GIL, gil, a/GIL, GIL()",
    ] {
        assert_eq!(shown(&about("GIL", text).link()), text);
    }
}

#[test]
fn what_is_about_a_topic_does_not_lead_to_it() {
    check(
        "GIL, Mutex, Decorators",
        &[
            "# The GIL\n\nThe GIL is a [mutex].\n",
            "## GIL\n\nThe GIL.\n\n### Cost\n\nThe GIL, a [mutex].\n",
            "## Why the GIL is there\n\nThe GIL is a [mutex].\n",
            "- **GIL**: the GIL is a [mutex]\n- the [GIL]\n",
            "- **Mutex**\n  - a mutex is a lock, as the [GIL] is\n",
            "GIL: a [mutex]. The GIL.\n",
            "GIL\n: the GIL is a [mutex].\n",
            "| Name | What |\n|---|---|\n| GIL | the GIL is a [mutex] |\n",
            "## Questions\n\n**Q: What is a decorator?**\n\n**A:** A decorator wraps; it has no [mutex].\n",
        ],
    );
    let declared = notes([("n.md", "---\ntopics: [GIL, Mutex]\n---\nThe GIL is a mutex."), ("b.md", "")]).link();
    assert_eq!(declared.entries[declared.id("n.md")].auto_links, []);
}

#[test]
fn authors_links_to_topics_count_as_the_first() {
    let text = "A [[GIL]] and the GIL.\n";
    assert_eq!(shown(&about("GIL", text).link()), text);
}

#[test]
fn a_word_of_another_name_is_left_alone() {
    check(
        "Decorators, Descriptors",
        &["- Adapter\n- Decorator\n- Facade\n", "- Metaclasses\n- [Descriptors]\n", "The Descriptor Pattern and [decorators]."],
    );
}

#[test]
fn every_script_has_links() {
    check("垃圾回收, 引用计数", &["Python使用[引用计数]和[垃圾回收]机制。"]);
    check("Сборка мусора, GIL", &["[Сборка мусора] и [GIL] в Python."]);
    check("ジェネレータ", &["[ジェネレータ]を使う。"]);
    check("إدارة الذاكرة", &["هذه [إدارة الذاكرة] في بايثون."]);
}

#[test]
fn links_can_be_turned_off_for_a_site_a_note_and_a_word() {
    let text = "The GIL and an event loop.";
    assert_eq!(shown(&about("GIL, Event Loop", text).without_auto_links().link()), text);
    let off = "---\nauto_links: false\n---\nThe GIL.";
    assert_eq!(shown(&about("GIL", off).link()), off);
    let never = about("GIL, Event Loop", "The GIL and two event loops.").never_linking(&["Event-Loop"]).link();
    assert_eq!(shown(&never), "The [GIL] and two event loops.");
}

#[test]
fn a_word_that_every_section_uses_is_vocabulary() {
    let sections = |times: usize| "## Part\n\nThe iterators and the GIL.\n\n".repeat(times);
    let links = |times: usize| {
        let guide = about("GIL, Iterators", &sections(times)).link();
        guide.entries[guide.id("n.md")].auto_links.len()
    };
    assert_eq!(links(10), 20);
    assert_eq!(links(40), 40, "only the acronym is left");
}

/// Markdown made of pieces that names, code and links are mixed into.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "GIL",
        "the GIL",
        "event loop",
        "event-loops",
        "Event\nLoop",
        "垃圾回收",
        "Сборка мусора",
        "`GIL`",
        "[GIL](a.md)",
        "[[GIL]]",
        "**GIL**",
        "*event",
        "loop*",
        "\n\n",
        "\n## ",
        "\n- ",
        "\n> ",
        "|",
        "\n```\n",
        "&amp;",
        "\\*",
        "<b>",
        "</b>",
        "_",
        "~~",
        ": ",
        ". ",
        "?",
        "\u{301}",
        "é",
        ":rocket:",
        "<details>",
        "$",
        "\t",
    ]);
    prop::collection::vec(prop_oneof![4 => piece.prop_map(str::to_owned), 1 => ".{0,3}"], 0..30).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn links_are_words_in_order_that_name_their_topic(text in markdown()) {
        let guide = about("GIL, Event Loop, 垃圾回收, Сборка мусора", &text).link();
        let id = guide.id("n.md");
        let mut end = 0;
        for link in &guide.entries[id].auto_links {
            prop_assert!(link.span.start >= end);
            end = link.span.end;
            let words = key(link.span.of(&guide.notes[id].text));
            let topic = &guide.topics[link.topic];
            let is_named = std::iter::once(&topic.name).chain(&topic.aliases).any(|name| key(name) == words);
            prop_assert!(is_named, "{words} is not {topic:?}");
        }
    }
}
