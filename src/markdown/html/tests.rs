//! What a note's body looks like as HTML.

use super::*;
use crate::markdown::parse;
use crate::path::GuidePath;

/// The body of a note whose links lead where they say.
const LABELS: Labels = Labels {
    link_to_section: "Link to this section",
    table: "Table",
    footnotes: "Footnotes",
    back_to_text: "Back to the text",
    details: "Details",
    done: "done",
    to_do: "to do",
    alerts: ["Note", "Tip", "Important", "Warning", "Caution"],
};

fn html(text: &str) -> String {
    let (document, _) = parse(&GuidePath::new("n.md").unwrap(), text, 0);
    let hrefs: IdVec<_, _> = document
        .links
        .iter()
        .map(|link| match link.target.as_str() {
            "broken" => Href::None("no such note".to_owned()),
            target if target.contains(':') => Href::Outside(target.to_owned()),
            target if target.ends_with("x.png") => Href::Picture(target.to_owned(), Pixels { width: 400, height: 100 }),
            target => Href::Site(target.to_owned()),
        })
        .collect();
    let highlighter = Highlighter::default();
    let outline = Outline::default();
    let context = Context {
        document: &document,
        outline: &outline,
        hrefs: &hrefs,
        highlighter: &highlighter,
        remote_images: RemoteImages::Show,
        labels: &LABELS,
    };
    let body = body(context, &Layout::default());
    format!("{}{}", body.main.html, body.footnotes.unwrap_or_default()).replace('\n', "")
}

#[test]
fn everything_is_escaped() {
    assert_eq!(html("a < b & \"c\""), "<p>a &lt; b &amp; &quot;c&quot;</p>");
    assert_eq!(html("`<script>`"), "<p><code>&lt;script&gt;</code></p>");
    assert_eq!(html("[x](a\"b 't<i>')"), "<p><a href=\"a&quot;b\" title=\"t&lt;i&gt;\">x</a></p>");
    assert!(html("![a\"b](x.png \"t\\\"u\")").contains("alt=\"a&quot;b\""));
    assert!(html("```a\"b\n<x>\n```").contains("data-language=\"a&quot;b\""));
}

#[test]
fn a_picture_keeps_its_room_free() {
    let sizes = |text| html(text).split_once("async\"").unwrap().1.to_owned();
    assert_eq!(sizes("![](x.png)"), " width=\"400\" height=\"100\"></p>");
    assert_eq!(sizes("<p><img src=x.png width=200></p>"), " width=\"200\" height=\"50\"></p>");
    assert_eq!(sizes("<p><img src=x.png height=10></p>"), " width=\"40\" height=\"10\"></p>");
    assert_eq!(sizes("<p><img src=x.png width=10 height=10></p>"), " width=\"10\" height=\"10\"></p>");
    assert_eq!(sizes("![](https://x.org/y)"), "></p>");
}

#[test]
fn links_say_where_they_lead() {
    assert_eq!(html("[a](b.html)"), "<p><a href=\"b.html\">a</a></p>");
    assert_eq!(html("[a](https://x.org)"), "<p><a class=\"external\" href=\"https://x.org\" rel=\"noopener noreferrer\">a</a></p>");
    assert_eq!(html("[a](broken)"), "<p><a class=\"broken\" role=\"link\" aria-disabled=\"true\" title=\"no such note\">a</a></p>");
    assert_eq!(html("[[Note#Part]]"), "<p><a href=\"Note#Part\">Note › Part</a></p>");
}

#[test]
fn lists_and_tasks() {
    assert_eq!(html("3. a\n4. b"), "<ol start=\"3\"><li>a</li><li>b</li></ol>");
    assert!(html("- [x] a").contains("<span class=\"box done\" role=\"img\" aria-label=\"done\">"));
}

#[test]
fn footnotes_lead_there_and_back() {
    let page = html("a[^1] b[^1]\n\n[^1]: note");
    assert!(page.contains("<a id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\">1</a>"), "{page}");
    assert!(page.contains("<a id=\"fnref-1-2\""), "{page}");
    assert!(page.contains("href=\"#fnref-1-2\" role=\"doc-backlink\""), "{page}");
}

#[test]
fn fences_say_language_title_marks_and_numbers() {
    let page = html("```text title=\"x.txt\" {2} linenos=7\na\nb\n```");
    assert!(page.contains("<span class=\"code-title\">x.txt</span><span class=\"code-language\">"), "{page}");
    assert!(page.contains("<span class=\"line\" data-line=\"7\">a</span><span class=\"line marked\" data-line=\"8\">b</span>"), "{page}");
}

#[test]
fn no_markup_of_a_note_passes_through() {
    for attack in [
        "<img src=x onerror=alert(1)>",
        "<div onclick='x()'>a</div>",
        "<a href='javascript:x()' onmouseover=x()>a</a>",
        "<svg onload=x()>",
        "<style>*{}</style>",
        "<b style='x' onclick=x()>a</b>",
        "<iframe srcdoc='<script>x</script>'></iframe>",
        "<details ontoggle=x()><summary onclick=x()>s</summary></details>",
    ] {
        let page = html(attack);
        for word in ["onerror", "onclick", "onmouseover", "onload", "ontoggle", "<style", "style=", "<svg", "<iframe", "<script"] {
            assert!(!page.contains(word), "{attack} gave {page}");
        }
    }
}
