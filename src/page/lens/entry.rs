//! A passage as the page of a lens shows it.
//!
//! Takes a passage; gives its words as HTML with links that start from the page, and where it comes from. Must not show more
//! of a long passage than helps to revise: the note has the rest.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{NoteId, SectionId};
use crate::markdown::{Block, Inline, Place, html};
use crate::note::AnswerState;
use crate::page::Context;
use crate::page::bank::row;
use crate::page::chrome::Link;
use crate::page::hrefs::{NoteHrefs, Origin, hrefs};

use super::gather::{LONGEST, Passage, callout_title, term};

/// A passage.
#[derive(Debug, Serialize)]
pub struct EntryView {
    /// What it is about, where what stands above does not say it.
    pub title: Option<String>,
    /// Where it stands.
    pub href: String,
    /// Its label as written.
    pub label: Option<String>,
    /// What it says, as HTML.
    pub html: String,
    /// Whether its note says more.
    pub more: bool,
    /// The note, at this place.
    pub source: Link,
}

/// Makes the view of a passage.
pub(super) fn entry(guide: &Guide, context: &Context<'_>, origin: &Origin, passage: Passage) -> EntryView {
    match passage {
        Passage::Callout(id) => {
            let (known, callout) = (&guide.callouts[id], guide.callout(id));
            let mut text = Text::new(guide, context, origin, known.note);
            text.lead(&callout.lead);
            callout.blocks.iter().for_each(|place| text.place(place));
            let href = section_href(guide, origin, known.note, callout.section);
            text.view(callout_title(guide, id), href, Some(callout.label.clone()))
        }
        Passage::Section(note, id) => {
            let section = &guide.notes[note].outline.sections[id];
            let mut text = Text::new(guide, context, origin, note);
            let blocks = guide.notes[note].document.blocks.get(section.blocks.start + 1..section.blocks.end).unwrap_or_default();
            text.blocks(blocks);
            text.view(section.title.clone(), section_href(guide, origin, note, Some(id)), None)
        }
        Passage::Definition(id) => {
            let mut text = Text::new(guide, context, origin, guide.questions[id].note);
            for answer in guide.question(id).answers.iter().filter(|answer| answer.state == AnswerState::Given) {
                text.lead(&answer.lead);
                answer.blocks.iter().for_each(|place| text.place(place));
            }
            text.view(term(guide, passage), row::place(guide, origin, id), None)
        }
    }
}

/// The address of a section; of the note itself where there is none.
fn section_href(guide: &Guide, origin: &Origin, id: NoteId, section: Option<SectionId>) -> String {
    let note = &guide.notes[id];
    let route = &guide.entries[id].route;
    let heading = section.and_then(|section| note.document.headings.find(note.outline.sections[section].heading));
    heading.map_or_else(|| origin.to(route), |heading| origin.to_anchor(route, &heading.anchor))
}

/// The text of a passage while it is written.
struct Text<'a> {
    guide: &'a Guide,
    context: &'a Context<'a>,
    note: NoteId,
    hrefs: NoteHrefs<'a>,
    html: String,
    /// How many bytes of the note it shows.
    weight: usize,
    more: bool,
}

impl<'a> Text<'a> {
    fn new(guide: &'a Guide, context: &'a Context<'a>, origin: &'a Origin, note: NoteId) -> Self {
        let hrefs = hrefs(guide, origin, note);
        Self { guide, context, note, hrefs, html: String::new(), weight: 0, more: false }
    }

    fn writer(&self) -> html::Context<'_> {
        let note = &self.guide.notes[self.note];
        html::Context {
            document: &note.document,
            outline: &note.outline,
            hrefs: &self.hrefs,
            highlighter: self.context.highlighter,
            remote_images: self.context.remote_images,
        }
    }

    fn lead(&mut self, lead: &[Inline]) {
        if !lead.is_empty() {
            let html = html::inlines(self.writer(), lead);
            self.html.push_str(&["<p>", &html, "</p>\n"].concat());
        }
    }

    fn place(&mut self, place: &Place) {
        let document = &self.guide.notes[self.note].document;
        self.blocks(place.of(document));
    }

    /// Adds blocks as long as the passage stays short.
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if self.weight > 0 && self.weight + block.span.range().len() > LONGEST {
                self.more = true;
                return;
            }
            self.weight += block.span.range().len();
            let html = html::excerpt(self.writer(), std::slice::from_ref(block));
            self.html.push_str(&html);
        }
    }

    fn view(self, title: String, href: String, label: Option<String>) -> EntryView {
        let source = Link { title: self.guide.notes[self.note].outline.title.text.clone(), href: href.clone() };
        EntryView { title: Some(title), href, label, html: self.html, more: self.more, source }
    }
}
