//! Every `href` and `src` of every page names a file of the site and an anchor that is there.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};
use percent_encoding::percent_decode_str;
use studyguide::path::{folder_of, normalise};

use crate::site::{GUIDES, Site};

/// What a page offers and asks for.
#[derive(Default)]
struct Page {
    anchors: Vec<String>,
    links: Vec<String>,
}

fn read(html: &str) -> Page {
    let mut page = Page::default();
    for token in Tokenizer::new(html).flatten() {
        let Token::StartTag(tag) = token else { continue };
        for (name, value) in &tag.attributes {
            let value = String::from_utf8_lossy(value).into_owned();
            match name.as_slice() {
                b"id" => page.anchors.push(value),
                b"name" if tag.name.as_slice() == b"a" => page.anchors.push(value),
                b"href" | b"src" => page.links.push(value),
                _ => {}
            }
        }
    }
    page
}

fn is_elsewhere(link: &str) -> bool {
    ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme))
}

/// What is wrong with a link, if anything.
fn fault(from: &str, link: &str, site: &Site, pages: &BTreeMap<&str, Page>) -> Option<&'static str> {
    if is_elsewhere(link) {
        return None;
    }
    if link.starts_with('/') {
        return Some("would break below a path");
    }
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let path = percent_decode_str(path).decode_utf8_lossy();
    let target = if path.is_empty() { Some(from.to_owned()) } else { normalise(&format!("{}/{path}", folder_of(from))) };
    let Some(target) = target else { return Some("leaves the site") };
    if !site.files.contains_key(&target) {
        return Some("names no file of the site");
    }
    let fragment = percent_decode_str(fragment).decode_utf8_lossy();
    let page = pages.get(target.as_str())?;
    let is_there = matches!(fragment.as_ref(), "" | "top") || page.anchors.iter().any(|anchor| *anchor == fragment);
    (!is_there).then_some("names no anchor of the page")
}

/// Every link of a site that leads nowhere. `404.html` is left to the browser tests: it is served at any depth, so its links
/// are the base URL's.
pub(crate) fn faults(site: &Site) -> Vec<String> {
    let pages: BTreeMap<_, _> = site.pages().map(|(path, html)| (path, read(html))).collect();
    let asked =
        pages.iter().filter(|(path, _)| **path != "404.html").flat_map(|(path, page)| page.links.iter().map(move |link| (path, link)));
    asked.filter_map(|(path, link)| fault(path, link, site, &pages).map(|what| format!("{path}: `{link}` {what}"))).collect()
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    for guide in GUIDES {
        let faults = faults(&Site::of(guide));
        assert!(faults.is_empty(), "{guide}:\n{}", faults.join("\n"));
    }
}

#[test]
fn no_page_holds_an_id_twice() {
    for guide in GUIDES {
        let site = Site::of(guide);
        for (path, html) in site.pages() {
            let mut seen = BTreeSet::new();
            let twice: Vec<_> = read(html).anchors.into_iter().filter(|anchor| !seen.insert(anchor.clone())).collect();
            assert!(twice.is_empty(), "{guide}/{path}: {twice:?}");
        }
    }
}

#[test]
fn the_shipped_guide_has_no_findings() {
    let findings: Vec<_> =
        Site::of("notes").report.diagnostics.iter().map(|finding| format!("{:?}: {}", finding.place, finding.message)).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}
