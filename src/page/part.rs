//! A note's body in parts: cut where something of the page's own stands.
//!
//! Takes stretches of HTML with what begins where; gives parts, each with the topics of the sections that end behind it and the
//! cards that stand there. Must not write HTML.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{NoteId, SectionId, TopicId};
use crate::markdown::html::Anchors;

use super::article::topic_link;
use super::chrome::Link;
use super::hrefs::Origin;
use super::question::CardView;

/// A stretch of a note's body, up to a card or to the end of a section that has topics.
#[derive(Debug, Default, Serialize)]
pub struct Part {
    /// Its HTML.
    pub html: String,
    /// The topics of the sections that end here.
    pub topics: Vec<Link>,
    /// The questions that stand here.
    pub cards: Vec<CardView>,
}

/// Parts in the making.
pub(super) struct Parts<'a> {
    guide: &'a Guide,
    origin: &'a Origin,
    note: NoteId,
    /// Whether the page is the note's own; another says the topics of sections in its own way.
    anchors: Anchors,
    /// The sections that have begun and not ended, innermost last, each with who says its topics.
    open: Vec<(SectionId, Says)>,
    made: Vec<Part>,
}

/// Who says the topics of a section.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// The part that it ends with.
    Part,
    /// The card that it is.
    Card,
}

impl<'a> Parts<'a> {
    pub(super) fn new(guide: &'a Guide, origin: &'a Origin, note: NoteId, anchors: Anchors) -> Self {
        Self { guide, origin, note, anchors, open: Vec::new(), made: Vec::new() }
    }

    /// Begins a section behind some HTML; gives whether that was cut off, as sections with topics end there.
    pub(super) fn section(&mut self, section: SectionId, html: &str) -> bool {
        let ended = self.close(self.guide.notes[self.note].outline.sections[section].level);
        self.open.push((section, Says::Part));
        let cut = !ended.is_empty();
        if cut {
            self.push(html, ended, Vec::new());
        }
        cut
    }

    /// Puts cards behind some HTML; the first may be the heading of a section.
    pub(super) fn cards(&mut self, section: Option<SectionId>, html: &str, before: Vec<Part>, cards: Vec<CardView>) {
        let ended = section.map(|section| self.close(self.guide.notes[self.note].outline.sections[section].level));
        self.open.extend(section.map(|section| (section, Says::Card)));
        self.push(html, ended.unwrap_or_default(), Vec::new());
        self.made.extend(before);
        self.push("", Vec::new(), cards);
    }

    /// The parts, the last with some HTML.
    pub(super) fn end(mut self, html: &str) -> Vec<Part> {
        let ended = self.close(0);
        self.push(html, ended, Vec::new());
        self.made
    }

    fn push(&mut self, html: &str, topics: Vec<TopicId>, cards: Vec<CardView>) {
        if html.is_empty() && topics.is_empty() && cards.is_empty() {
            return;
        }
        let topics = topics.into_iter().map(|topic| topic_link(self.guide, self.origin, topic)).collect();
        self.made.push(Part { html: html.to_owned(), topics, cards });
    }

    /// Ends the sections of a level and above; gives their topics.
    fn close(&mut self, level: u8) -> Vec<TopicId> {
        let sections = &self.guide.notes[self.note].outline.sections;
        let known = &self.guide.entries[self.note].section_topics;
        let mut ended = Vec::new();
        while let Some((section, says)) = self.open.pop_if(|(section, _)| sections[*section].level >= level) {
            if self.anchors == Anchors::LeftOut || says == Says::Card {
                continue;
            }
            for &topic in known.find(section).into_iter().flatten() {
                if !ended.contains(&topic) {
                    ended.push(topic);
                }
            }
        }
        ended
    }
}
