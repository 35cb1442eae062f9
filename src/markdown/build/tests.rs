//! What comes out of the builder, as a short notation of the tree.

use super::*;
use crate::markdown::{BlockKind, Task};

fn parsed(text: &str) -> (Document, Vec<Diagnostic>) {
    parse(&GuidePath::new("note.md").unwrap(), text, 0)
}

/// The blocks as `p(a *b*) ul[…]`.
fn tree(text: &str) -> String {
    blocks(&parsed(text).0.blocks)
}

fn blocks(list: &[Block]) -> String {
    list.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading(id, text) => format!("{id:?}({})", inlines(text)).replace("HeadingId(", "h").replacen(')', "", 1),
        BlockKind::Paragraph(text) => format!("p({})", inlines(text)),
        BlockKind::Plain(text) => format!("plain({})", inlines(text)),
        BlockKind::List(list) => {
            let items = list.items.iter().map(|item| {
                let task = match item.task {
                    Some(Task::Open) => "[ ]",
                    Some(Task::Done) => "[x]",
                    None => "",
                };
                format!("{task}{}", blocks(&item.blocks))
            });
            format!("{}[{}]", if list.start.is_some() { "ol" } else { "ul" }, items.collect::<Vec<_>>().join(" | "))
        }
        BlockKind::Quote(alert, inner) => format!("{}[{}]", alert.map_or("quote".to_owned(), |alert| format!("{alert:?}")), blocks(inner)),
        BlockKind::Code(code) => format!("code:{}({:?})", code.fence.language.as_deref().unwrap_or(""), code.text),
        BlockKind::Table(table) => {
            let row = |cells: &[crate::markdown::Cell]| cells.iter().map(|cell| inlines(&cell.inlines)).collect::<Vec<_>>().join(",");
            format!("table[{} / {}]", row(&table.head), table.rows.iter().map(|cells| row(cells)).collect::<Vec<_>>().join("; "))
        }
        BlockKind::Rule => "rule".to_owned(),
        BlockKind::Definitions(list) => {
            let each = list
                .iter()
                .map(|d| format!("{}: {}", inlines(&d.term), d.details.iter().map(|b| blocks(b)).collect::<Vec<_>>().join(" / ")));
            format!("dl[{}]", each.collect::<Vec<_>>().join("; "))
        }
        BlockKind::Details(details) => {
            format!("details{}({})[{}]", if details.open { "!" } else { "" }, inlines(&details.summary), blocks(&details.blocks))
        }
        BlockKind::Html(element, inner) => format!("<{}{}>[{}]", element.tag(), attributes(element), blocks(inner)),
    }
}

fn attributes(element: &crate::markdown::raw_html::Element) -> String {
    let each = element.attributes().iter().map(|(name, value)| format!(" {name}={value}"));
    each.collect::<Vec<_>>().concat()
}

fn inlines(list: &[Inline]) -> String {
    list.iter()
        .map(|inline| match &inline.kind {
            InlineKind::Text(text) => text.to_string(),
            InlineKind::Code(code) => format!("`{code}`"),
            InlineKind::Emphasis(inner) => format!("_{}_", inlines(inner)),
            InlineKind::Strong(inner) => format!("*{}*", inlines(inner)),
            InlineKind::Strike(inner) => format!("~{}~", inlines(inner)),
            InlineKind::Link(_, inner) => format!("({})", inlines(inner)),
            InlineKind::Image(_, image) => format!("!({})", inlines(&image.alt)),
            InlineKind::SoftBreak => "⏎".to_owned(),
            InlineKind::HardBreak => "⏎⏎".to_owned(),
            InlineKind::Math(_, tex) => format!("${tex}$"),
            InlineKind::Footnote(id, nth) => format!("^{id:?}.{nth}"),
            InlineKind::Html(html) => format!("<{}{}>{}</>", html.element.tag(), attributes(&html.element), inlines(&html.inlines)),
        })
        .collect()
}

fn links(text: &str) -> Vec<(LinkKind, String)> {
    parsed(text).0.links.iter().map(|link| (link.kind, link.target.clone())).collect()
}

#[test]
fn commonmark_and_githubs_extensions() {
    assert_eq!(tree("# A\n\nb *c* **d** ~~e~~ `f`"), "h0(A) p(b _c_ *d* ~e~ `f`)");
    assert_eq!(tree("- a\n  - b\n- [x] c\n- [ ] d"), "ul[plain(a) ul[plain(b)] | [x]plain(c) | [ ]plain(d)]");
    assert_eq!(tree("| a | b |\n|---|:-:|\n| 1 | 2 |"), "table[a,b / 1,2]");
    assert_eq!(tree("> [!WARNING]\n> x"), "Warning[p(x)]");
    assert_eq!(tree("t\n: d"), "dl[t: plain(d)]");
    assert_eq!(tree("```py\nx\n```"), "code:py(\"x\\n\")");
}

#[test]
fn spans_are_those_of_the_whole_text() {
    let text = "---\na: 1\n---\n# Title\n\nA [link](x.md).";
    let (document, _) = parse(&GuidePath::new("n.md").unwrap(), text, 13);
    assert_eq!(document.blocks[0].span.of(text).trim_end(), "# Title");
    assert_eq!(document.links.iter().next().unwrap().span.of(text), "[link](x.md)");
}

#[test]
fn details_hold_markdown() {
    assert_eq!(tree("<details><summary><b>Q</b></summary>\n\n*a*\n\n</details>\n\nnext"), "details(<b>Q</>)[p(_a_)] p(next)");
    assert_eq!(tree("<details open>\n<summary>Q</summary>\ntext\n</details>"), "details!(Q)[p(text)]");
    // `<b>` around blocks ends where the blocks begin; the closing tags at the end of a paragraph still count.
    assert_eq!(tree("<details><summary>Q</summary><br><b>\n\na</b></details>\n\nnext"), "details(Q)[p(a)] p(next)");
}

#[test]
fn a_summary_left_open_ends_where_a_block_begins() {
    assert_eq!(tree("<details><summary>Q\n\n- a\n\n| b |\n|---|\n\n```\nc\n```"), "details(Q)[ul[plain(a)] table[b / ] code:(\"c\\n\")]");
    assert_eq!(tree("<details><summary>\n\n**Q**\n\n</summary>\n\na\n\n</details>"), "details(*Q*)[p(a)]");
}

#[test]
fn an_emoji_at_the_start_of_a_line_defines_nothing() {
    assert_eq!(tree("a\n\n:rocket: go"), "p(a) p(🚀 go)");
}

#[test]
fn a_lost_footnote_is_told() {
    let codes = |text: &str| parsed(text).1.into_iter().map(|finding| finding.code).collect::<Vec<_>>();
    assert_eq!(codes("a[^none] b"), [Code::BrokenFootnote]);
    assert!(codes("a\\[^none] `[^x]` [^a-z]").is_empty());
}

#[test]
fn an_anchor_that_a_heading_has_is_the_headings() {
    let (document, _) = parsed("<a name=\"x\"></a><a name=\"y\"></a>\n\n# X");
    assert_eq!(document.anchors.iter().collect::<Vec<_>>(), ["y"]);
}

#[test]
fn a_closing_tag_inside_a_list_ends_what_holds_the_list() {
    assert_eq!(tree("<details><summary>Q</summary>\n\n- a\n- b</details>\n\nnext"), "details(Q)[ul[plain(a) | plain(b)]] p(next)");
}

#[test]
fn details_left_open_hide_nothing_that_follows() {
    assert_eq!(tree("<details><summary>Q</summary>\n\na\n\n## Next\n\nb"), "details(Q)[p(a)] h0(Next) p(b)");
}

#[test]
fn scripts_vanish_and_generics_stay() {
    assert_eq!(tree("<script>alert(1)</script>\n\nx"), "p(x)");
    assert_eq!(tree("a <script>alert(1)</script> b"), "p(a  b)");
    assert_eq!(tree("Use List<String> here"), "p(Use List<String> here)");
    assert_eq!(tree("a <form>b</form>"), "p(a b)");
    let codes: Vec<_> = parsed("<script>x</script>\n\n<iframe src=x></iframe>").1.into_iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::DroppedHtml, Code::DroppedHtml]);
}

#[test]
fn raw_elements_nest_even_when_their_tags_do_not() {
    assert_eq!(tree("a <b>b <i>c</b> d</i>"), "p(a <b>b <i>c</></> d)");
    assert_eq!(tree("*a <b>b* c</b>"), "p(_a <b>b</>_ c)");
    assert_eq!(tree("<table><tr><td>a<td>b</table>"), "<table>[<tr>[<td>[plain(a)] <td>[plain(b)]]]");
    assert_eq!(tree("<td>alone</td>"), "p(alone)");
}

#[test]
fn a_centred_title_is_still_a_heading() {
    let (document, _) = parsed("<div align=\"center\">\n\n# T\n\n</div>\n\n<h2 align=\"center\">U</h2>");
    assert_eq!(blocks(&document.blocks), "h0(T) h1(U)");
    assert!(document.headings.iter().all(|heading| heading.place == crate::markdown::HeadingPlace::Top));
    assert_eq!(tree("<p align=\"center\">\n\n**b**\n\n</p>"), "<div class=center>[p(*b*)]");
}

#[test]
fn bare_addresses_and_emoji_become_links_and_emoji() {
    assert_eq!(tree("see https://a.org/c_d. And me@x.org :tada: :nope:"), "p(see (https://a.org/c_d). And (me@x.org) 🎉 :nope:)");
    assert_eq!(
        links("www.a.org me@x.org foo.py javascript://x"),
        [(LinkKind::Url, "https://www.a.org".to_owned()), (LinkKind::Email, "mailto:me@x.org".to_owned())]
    );
    assert_eq!(links("http://localhost:8000/x"), [(LinkKind::Url, "http://localhost:8000/x".to_owned())]);
    assert_eq!(links("[https://a.org](https://c.org) `https://e.org`"), [(LinkKind::Link, "https://c.org".to_owned())]);
}

#[test]
fn wiki_links_keep_their_target_as_written() {
    assert_eq!(
        links("[[My Note#Part|label]] ![[pic.png]] [[0, 1]]"),
        [(LinkKind::Wiki, "My Note#Part".to_owned()), (LinkKind::Embed, "pic.png".to_owned())]
    );
    assert_eq!(tree("m[[0, 1]]"), "p(m[[0, 1]])");
}

#[test]
fn footnotes_are_numbered_by_reference() {
    let (document, _) = parsed("a[^x] b[^y] c[^x]\n\n[^y]: why\n\n[^x]: ex");
    let notes: Vec<_> = document.footnotes.iter().map(|note| (note.label.as_str(), note.references, blocks(&note.blocks))).collect();
    assert_eq!(notes, [("x", 2, "p(ex)".to_owned()), ("y", 1, "p(why)".to_owned())]);
}

#[test]
fn dollars_of_a_shell_are_no_formula() {
    let (document, _) = parsed("a $x$ $HOME/$USER, $5 and $10");
    let Some(Block { kind: BlockKind::Paragraph(text), .. }) = document.blocks.first() else { panic!("a paragraph") };
    assert_eq!(text.iter().filter(|inline| matches!(inline.kind, InlineKind::Math(..))).count(), 1);
}

#[test]
fn any_depth_ends() {
    let deep = format!("{} x", ">".repeat(5_000));
    assert!(!tree(&deep).is_empty());
    let tags = "<div>".repeat(5_000);
    let _ = tree(&tags);
    let nested = (0..2_000).map(|n| format!("{}- x\n", "  ".repeat(n))).collect::<Vec<_>>().concat();
    assert!(!tree(&nested).is_empty());
}

#[test]
fn comments_are_kept_apart() {
    let (document, _) = parsed("a <!-- id: q-x --> b\n\n<!-- tags: (js) -->\n");
    let comments: Vec<_> = document.comments.iter().map(|comment| comment.text.trim()).collect();
    assert_eq!(comments, ["id: q-x", "tags: (js)"]);
}
