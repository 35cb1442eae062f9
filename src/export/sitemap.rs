//! `sitemap.xml`: the pages that a search engine should know, with the days on which they changed.
//!
//! Takes the planned pages and the site's address; gives one file, or, past the limit that the protocol sets, a list of files.
//! Must not list what leads elsewhere or says nothing: redirects, the search page, the page for missing addresses.

use std::fmt::Write;

use crate::artifact::Output;
use crate::date::Date;
use crate::guide::Guide;
use crate::ids::NoteId;
use crate::page::{Plan, Subject};
use crate::path::SitePath;

use super::xml::escape;

/// How many addresses one file may hold.
const LIMIT: usize = 50_000;

const NAME: &str = "sitemap.xml";

/// The file that robots are told of, and those that it names.
pub(super) fn outputs(guide: &Guide, pages: &[Plan], base: &str) -> Vec<Output> {
    split(&entries(guide, pages, base), base, LIMIT)
}

/// The entry of each page.
fn entries(guide: &Guide, pages: &[Plan], base: &str) -> Vec<String> {
    let listed = pages.iter().filter(|page| is_listed(guide, page.subject));
    listed.map(|page| entry("url", &page.route.url(base), updated(guide, page.subject))).collect()
}

fn is_listed(guide: &Guide, subject: Subject) -> bool {
    match subject {
        Subject::Coverage | Subject::Search | Subject::NotFound | Subject::Offline | Subject::Redirect(_) | Subject::SameQuestion(_) => {
            false
        }
        Subject::Question(id) => guide.question(id).is_answered(),
        Subject::Home
        | Subject::Folder(_)
        | Subject::Note(_)
        | Subject::Topic(_)
        | Subject::Topics
        | Subject::Bank(_)
        | Subject::Lenses
        | Subject::Lens(..) => true,
    }
}

fn split(entries: &[String], base: &str, limit: usize) -> Vec<Output> {
    if entries.len() <= limit {
        return vec![file(NAME, "urlset", entries)];
    }
    let parts = entries.chunks(limit).enumerate();
    let parts: Vec<_> = parts.map(|(number, part)| file(&format!("sitemap-{}.xml", number + 1), "urlset", part)).collect();
    let list: Vec<_> = parts.iter().map(|part| entry("sitemap", &part.path.url(base), None)).collect();
    let mut outputs = vec![file(NAME, "sitemapindex", &list)];
    outputs.extend(parts);
    outputs
}

fn file(name: &str, element: &str, entries: &[String]) -> Output {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let entries = entries.concat();
    let text = format!("{head}<{element} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</{element}>\n");
    Output::new(SitePath::fixed(name), text)
}

fn entry(element: &str, url: &str, updated: Option<Date>) -> String {
    let mut entry = format!("<{element}><loc>{}</loc>", escape(url));
    if let Some(day) = updated {
        // Writing to a string cannot fail.
        let _ = write!(entry, "<lastmod>{day}</lastmod>");
    }
    entry + &format!("</{element}>\n")
}

/// The day on which the note changed that a page shows.
fn updated(guide: &Guide, subject: Subject) -> Option<Date> {
    guide.entries[shown(guide, subject)?].updated
}

fn shown(guide: &Guide, subject: Subject) -> Option<NoteId> {
    match subject {
        Subject::Note(note) => Some(note),
        Subject::Question(question) => Some(guide.questions[question].note),
        Subject::Folder(folder) => guide.folders[folder].index,
        Subject::Home => guide.folders.iter().next()?.index,
        Subject::Topic(_)
        | Subject::Topics
        | Subject::Bank(_)
        | Subject::Coverage
        | Subject::Lenses
        | Subject::Lens(..)
        | Subject::SameQuestion(_)
        | Subject::Search
        | Subject::NotFound
        | Subject::Offline
        | Subject::Redirect(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::Body;
    use crate::config::RemoteImages;
    use crate::export;
    use crate::guide::Redirect;
    use crate::page::{plan, sample};

    fn text(outputs: &[Output], path: &str) -> String {
        let output = outputs.iter().find(|output| output.path.as_str() == path).unwrap();
        match &output.body {
            Body::Bytes(bytes) => String::from_utf8(bytes.clone()).unwrap(),
            Body::Copy(_) => panic!("{path} is made, not copied"),
        }
    }

    fn exported(base: Option<&str>) -> Vec<Output> {
        let mut guide = sample::guide(&["README.md", "a & b.md", "x/y.md"]);
        guide.site.base_url = base.map(str::to_owned);
        let note = guide.notes.ids().nth(1).unwrap();
        guide.entries[note].updated = Date::parse("2025-03-01");
        guide.redirects.push(Redirect { from: SitePath::fixed("old.html"), to: note });
        export::outputs(&guide, &plan(&guide).pages, RemoteImages::Show).collect()
    }

    #[test]
    fn the_sitemap_lists_pages_with_full_addresses_and_days() {
        let outputs = exported(Some("https://example.org/repo/"));
        let sitemap = text(&outputs, NAME);
        assert!(sitemap.contains("<url><loc>https://example.org/repo/</loc></url>\n"), "{sitemap}");
        assert!(sitemap.contains("/a%20&amp;%20b.html</loc><lastmod>2025-03-01</lastmod></url>\n"), "{sitemap}");
        for unlisted in ["404.html", "search.html", "old.html"] {
            assert!(!sitemap.contains(unlisted), "{unlisted}");
        }
        assert!(text(&outputs, "robots.txt").ends_with("\nSitemap: https://example.org/repo/sitemap.xml\n"));
    }

    #[test]
    fn a_site_that_does_not_know_its_address_has_neither_sitemap_nor_feed() {
        let outputs = exported(None);
        assert!(outputs.iter().all(|output| !["sitemap.xml", "feed.xml"].contains(&output.path.as_str())));
        assert_eq!(text(&outputs, "robots.txt"), "User-agent: *\nAllow: /\n");
    }

    #[test]
    fn a_long_list_is_split_and_listed() {
        let entries: Vec<_> = ["a", "b", "c"].iter().map(|url| entry("url", url, None)).collect();
        let outputs = split(&entries, "https://example.org/", 2);
        let index = text(&outputs, NAME);
        assert!(index.contains("<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>\n"), "{index}");
        assert!(text(&outputs, "sitemap-1.xml").contains("<loc>b</loc>") && text(&outputs, "sitemap-2.xml").contains("<loc>c</loc>"));
    }
}
