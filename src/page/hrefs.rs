//! Links from a page to the rest of the site.
//!
//! Takes where a page stands and what it links to; gives escaped addresses, relative wherever they can be. Must not look up
//! what an author wrote: the guide has resolved that.

use crate::guide::{Guide, LinkedFile, Target};
use crate::ids::{LinkId, NoteId, TopicId};
use crate::markdown::html::{AutoLink, Embedded, Href, Hrefs};
use crate::note::Role;
use crate::path::{SitePath, percent_encode};

/// Where links start from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A page with an address of its own: links are relative to it.
    Page(SitePath),
    /// A page that the host shows at any address: links start at the site's own path (`/`, `/repo/`).
    Anywhere(String),
}

impl Origin {
    /// The origin for a page that is shown at any address of the site.
    #[must_use]
    pub fn anywhere(guide: &Guide) -> Self {
        let path = guide
            .site
            .base_url
            .as_deref()
            .and_then(|url| url.split_once("://"))
            .map_or("/", |(_, rest)| rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"));
        Self::Anywhere(path.to_owned())
    }

    /// What leads back to the site's root, to be put in front of a path from there.
    #[must_use]
    pub fn root(&self) -> String {
        match self {
            Self::Page(page) => page.to_root(),
            Self::Anywhere(path) => path.clone(),
        }
    }

    /// Whether the page itself stands at an address.
    pub(super) fn is(&self, target: &SitePath) -> bool {
        matches!(self, Self::Page(page) if page == target)
    }

    /// The link to a file of the site.
    #[must_use]
    pub fn to(&self, target: &SitePath) -> String {
        match self {
            Self::Page(page) => page.link_to(target),
            Self::Anywhere(path) => format!("{path}{}", percent_encode(target.as_str())),
        }
    }

    /// The link to an anchor of a page.
    #[must_use]
    pub fn to_anchor(&self, target: &SitePath, anchor: &str) -> String {
        let fragment = percent_encode(anchor);
        match self {
            Self::Page(page) if page == target => format!("#{fragment}"),
            _ => format!("{}#{fragment}", self.to(target)),
        }
    }
}

/// Where what stands in a note leads, as seen from a page that shows the note.
#[derive(Clone, Debug)]
pub struct NoteHrefs<'a> {
    guide: &'a Guide,
    origin: Origin,
    note: NoteId,
    auto_links: &'a [AutoLink],
    embeds: Embeds,
}

/// What becomes of embeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Embeds {
    /// They show what they embed.
    Shown,
    /// They are links: the text is embedded itself, or goes where no other note's text belongs.
    Links,
}

/// Where what stands in a note leads, as seen from a page that shows the note.
#[must_use]
pub fn hrefs<'a>(guide: &'a Guide, origin: &Origin, note: NoteId) -> NoteHrefs<'a> {
    NoteHrefs { guide, origin: origin.clone(), note, auto_links: &guide.entries[note].auto_links, embeds: Embeds::Shown }
}

impl NoteHrefs<'_> {
    /// The same, but for what the author wrote alone: no words lead to topics, and no other note is shown.
    #[must_use]
    pub fn written(mut self) -> Self {
        self.auto_links = &[];
        self.embeds = Embeds::Links;
        self
    }
}

impl Hrefs for NoteHrefs<'_> {
    fn link(&self, link: LinkId) -> Option<Href> {
        self.guide.entries[self.note].links.find(link).map(|target| href(self.guide, &self.origin, target))
    }

    fn auto_links(&self) -> &[AutoLink] {
        self.auto_links
    }

    fn topic(&self, topic: TopicId) -> Option<String> {
        let route = &self.guide.topics[topic].route;
        let is_here = matches!(&self.origin, Origin::Page(page) if page == route);
        (!is_here).then(|| self.origin.to(route))
    }

    fn embedded(&self, link: LinkId) -> Option<Embedded<'_>> {
        let Target::Note(id, anchor) = self.guide.entries[self.note].links.find(link)? else { return None };
        // Without its heading, a section would be the whole note.
        let names_place = self.guide.notes[self.note].document.links[link].target.contains('#');
        if self.embeds == Embeds::Links || anchor.is_none() && (names_place || *id == self.note) {
            return None;
        }
        let note = &self.guide.notes[*id];
        let (title, blocks) = match anchor {
            None => {
                let body = note.document.blocks.iter().zip(&note.outline.roles).filter(|(_, role)| **role == Role::Body);
                (note.outline.title.text.clone(), body.map(|(block, _)| block).collect())
            }
            Some(anchor) => {
                let at = |heading| note.document.headings.find(heading).is_some_and(|heading| heading.anchor == *anchor);
                let section = note.outline.sections.iter().find(|section| at(section.heading))?;
                let blocks = note.document.blocks.get(section.blocks.clone())?;
                (format!("{} › {}", note.outline.title.text, section.title), blocks.iter().skip(1).collect())
            }
        };
        let Href::Site(href) = self.link(link)? else { return None };
        let hrefs = Box::new(hrefs(self.guide, &self.origin, *id).written());
        Some(Embedded { title, href, blocks, document: &note.document, outline: &note.outline, hrefs })
    }
}

fn href(guide: &Guide, origin: &Origin, target: &Target) -> Href {
    match target {
        Target::Note(note, None) => Href::Site(origin.to(&guide.entries[*note].route)),
        Target::Note(note, Some(anchor)) => Href::Site(origin.to_anchor(&guide.entries[*note].route, anchor)),
        Target::Folder(folder) => Href::Site(origin.to(&guide.folders[*folder].route)),
        Target::Topic(topic) => Href::Site(origin.to(&guide.topics[*topic].route)),
        Target::File(file, None) => {
            let LinkedFile { route, pixels, .. } = &guide.files[*file];
            pixels.map_or_else(|| Href::Site(origin.to(route)), |pixels| Href::Picture(origin.to(route), pixels))
        }
        Target::File(file, Some(fragment)) => Href::Site(origin.to_anchor(&guide.files[*file].route, fragment)),
        Target::Url(url) => Href::Outside(url.clone()),
        Target::Broken(reason) => Href::None(reason.clone()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::config::RemoteImages;
    use crate::markdown::highlight::Highlighter;
    use crate::markdown::html::{Context, Layout, body};
    use crate::page::sample;

    /// The page of a note in a guide that has topics, with its links to them and without.
    fn bodies(text: &str) -> [String; 2] {
        let guide = sample::written(&[("a.md", "---\ntopics: [GIL, Event Loop]\n---\n# Overview\n"), ("n.md", text)]);
        let id = sample::note_at(&guide, "n.html");
        let note = &guide.notes[id];
        let leads = hrefs(&guide, &Origin::Page(guide.entries[id].route.clone()), id);
        [leads.clone(), leads.written()].map(|hrefs| {
            let highlighter = Highlighter::default();
            let context = Context {
                document: &note.document,
                outline: &note.outline,
                hrefs: &hrefs,
                highlighter: &highlighter,
                remote_images: RemoteImages::Show,
                labels: &crate::page::Words::of("en").in_notes,
            };
            let body = body(context, &Layout::default());
            [Some(body.main.html), body.footnotes, body.residue].into_iter().flatten().collect()
        })
    }

    /// The page without the links that nobody wrote; a message where one stands in a link, in code or in a heading.
    fn without_mentions(html: &str) -> Result<String, String> {
        let (mut out, mut open, mut rest) = (String::new(), Vec::new(), html);
        while let Some((before, from)) = rest.find('<').map(|at| rest.split_at(at)) {
            out.push_str(before);
            let (tag, after) = from.split_at(from.find('>').unwrap() + 1);
            let name: String = tag.chars().skip(1).take_while(char::is_ascii_alphanumeric).collect();
            let is_mention = tag.starts_with("<a class=\"mention\"");
            if is_mention && open.iter().any(|(name, _): &(String, bool)| matches!(name.as_str(), "a" | "code" | "h2" | "h3" | "summary")) {
                return Err(format!("a link in {open:?}: {html}"));
            }
            let is_mentions_end = tag == "</a>" && matches!(open.last(), Some((name, true)) if name == "a");
            if !is_mention && !is_mentions_end {
                out.push_str(tag);
            }
            if tag.starts_with("</") {
                open.pop();
            } else if !matches!(name.as_str(), "br" | "hr" | "img") {
                open.push((name, is_mention));
            }
            rest = after;
        }
        Ok(out + rest)
    }

    proptest! {
        #[test]
        fn links_to_topics_change_nothing_but_themselves(pieces in prop::collection::vec(prop::sample::select(vec![
            "GIL", "the GIL.", "event loop", "event-loops", "`GIL`", "[GIL](a.md)", "[[GIL]]", "**GIL**", "*event", "loop*", "\n\n", "\n# ", "\n## ", "\n- ",
            "\n> ", "|", "\n```\n", "&amp;", "&", "<", "\\*", "<b>", "</b>", "<kbd>", "</kbd>", "<a name=x>", "</a>", "~~", ": ", "<details>", "<summary>", "</summary>",
        ]), 0..25)) {
            let [with, without] = bodies(&pieces.join(" "));
            prop_assert_eq!(without_mentions(&with).map_err(TestCaseError::fail)?, without);
        }
    }

    #[test]
    fn an_embed_shows_a_note_or_a_section_once() {
        let notes = [
            ("a.md", "# A\n\nIn a: ![[b#Two]] stays a link.\n\n![[b#Two]]\n\n- ![[b]]\n\n![[b#Three]]\n\n![[a]]\n"),
            ("b.md", "# B\n\nOne[^1].\n\n## Two\n\n### Deep\n\n![[a]] [c](a.md)\n\n![[a]]\n\n[^1]: Foot.\n"),
        ];
        let guide = sample::written(&notes);
        let crate::page::Data::Note(view) = sample::view_of(&guide, "a.html").data else { panic!("no note") };
        let html: String = view.article.parts.into_iter().map(|part| part.html).collect();
        let two =
            "<p class=\"heading\">Deep</p>\n<p><a href=\"a.html\">a</a> <a href=\"a.html\">c</a></p>\n<p><a href=\"a.html\">a</a></p>\n";
        assert_eq!(
            html,
            format!(
                "<p>In a: <a href=\"b.html#two\">b#Two</a> stays a link.</p>\n\
                <figure class=\"embed\"><figcaption><a href=\"b.html#two\">B › Two</a></figcaption>\n{two}</figure>\n\
                <ul>\n<li><figure class=\"embed\"><figcaption><a href=\"b.html\">B</a></figcaption>\n<p>One.</p>\n<p class=\"heading\">Two</p>\n{two}</figure>\n</li>\n</ul>\n\
                <p><a href=\"b.html\">b#Three</a></p>\n<p><a href=\"a.html\">a</a></p>\n"
            )
        );
        assert_eq!(guide.diagnostics.len(), 1, "the heading that is not there is a finding: {:?}", guide.diagnostics);
    }

    #[test]
    fn words_lead_to_topics_but_on_their_own_page() {
        let [with, _] = bodies("No <b>GIL</b> & two event loops.");
        assert_eq!(
            with,
            "<p>No <b><a class=\"mention\" href=\"topics/gil.html\">GIL</a></b> &amp; two <a class=\"mention\" href=\"topics/event-loop.html\">event loops</a>.</p>\n"
        );
        let guide = sample::written(&[("a.md", "---\ntopics: [GIL]\n---\n"), ("n.md", "The GIL.")]);
        let topic = guide.topics.ids().next().unwrap();
        let origin = Origin::Page(guide.topics[topic].route.clone());
        assert_eq!(hrefs(&guide, &origin, sample::note_at(&guide, "n.html")).topic(topic), None);
    }

    #[test]
    fn a_page_shown_anywhere_links_from_the_sites_own_path() {
        let mut guide = sample::guide(&["a b.md"]);
        let target = SitePath::fixed("a b.html");
        assert_eq!(Origin::anywhere(&guide).to(&target), "/a%20b.html");
        guide.site.base_url = Some("https://me.github.io/repo/".to_owned());
        assert_eq!(Origin::anywhere(&guide).to(&target), "/repo/a%20b.html");
        assert_eq!(Origin::anywhere(&guide).to_anchor(&target, "ä"), "/repo/a%20b.html#%C3%A4");
    }

    #[test]
    fn an_anchor_of_the_same_page_is_a_fragment_alone() {
        let page = SitePath::fixed("x/a.html");
        assert_eq!(Origin::Page(page.clone()).to_anchor(&page, "gil"), "#gil");
        assert_eq!(Origin::Page(page).to_anchor(&SitePath::fixed("b.html"), "gil"), "../b.html#gil");
    }
}
