//! Golden pages: what stands in `<main>`, compared with what was read and found good.
//!
//! After a wanted change: `INSTA_UPDATE=always cargo test --test pages`, and read the difference.

use crate::site::Site;

fn compare(guide: &str, pages: &[&str]) {
    let site = Site::of(&format!("tests/fixtures/{guide}"));
    for page in pages {
        let name = format!("{guide}-{}", page.trim_end_matches(".html").replace('/', "-"));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, {
            insta::assert_snapshot!(name, site.main_of(page));
        });
    }
}

#[test]
fn notes_in_the_shapes_that_people_write() {
    compare("shapes", &["a7f3c1d09b.html", "bread.html", "coffee.html", "cheese.html", "knives.html", "index.html"]);
}

#[test]
fn what_is_gathered_from_all_notes() {
    compare(
        "shapes",
        &[
            "questions/index.html",
            "questions/coverage.html",
            "lenses/index.html",
            "lenses/cheat-sheet.html",
            "lenses/glossary.html",
            "lenses/pitfalls.html",
        ],
    );
}

#[test]
fn links_of_every_kind() {
    compare("links", &["index.html", "guides/plain.html"]);
}

#[test]
fn notes_that_nobody_planned_for() {
    let pages =
        ["arabic.html", "crlf.html", "broken-front-matter.html", "everything.html", "raw-html.html", "unclosed.html", "wrong-values.html"];
    compare("awkward", &pages);
}

#[test]
fn findings_name_their_place() {
    for guide in ["links", "awkward"] {
        let site = Site::of(&format!("tests/fixtures/{guide}"));
        let lines: Vec<_> = site
            .report
            .diagnostics
            .iter()
            .map(|finding| {
                let place = finding.place.as_ref().map(|place| {
                    let text = site.report.texts.get(&place.path).map_or("", String::as_str);
                    let quoted = place.span.map_or("", |span| span.of(text)).lines().next().unwrap_or_default();
                    let line = place.span.map_or(0, |span| text[..span.range().start.min(text.len())].matches('\n').count() + 1);
                    format!("{}:{line} `{quoted}`", place.path)
                });
                let hint = finding.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
                format!("{:?} {} {}: {}{hint}", finding.severity, finding.code.name(), place.unwrap_or_default(), finding.message)
            })
            .collect();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots" }, {
            insta::assert_snapshot!(format!("{guide}-findings"), lines.join("\n"));
        });
    }
}
