//! `topics.json`: every topic of the guide with all places that name it, for programs that study, link or count.
//!
//! Takes the guide; gives an entry for each topic, by slug. `schema/topics.json` documents the file and stands beside it.
//! Must not quote the notes: it says where to look.

use serde::Serialize;

use crate::artifact::Output;
use crate::guide::{Guide, Mention, Topic, TopicSection};
use crate::ids::{NoteId, SectionId, TopicId};
use crate::note::{Note, QuestionKey};
use crate::page::Origin;
use crate::path::SitePath;

use super::data;

const NAME: &str = "topics.json";
const SCHEMA: (&str, &str) = ("topics.schema.json", include_str!("schema/topics.json"));

/// A topic, as data.
#[derive(Debug, Serialize)]
pub struct TopicData<'a> {
    /// The name in its address.
    pub slug: &'a str,
    /// The name as people write it.
    pub name: &'a str,
    /// Other names.
    pub aliases: &'a [String],
    /// What it is, where the author declares it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<&'a str>,
    /// The slug of the wider topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<&'a str>,
    /// The address of its page, relative to the site's root.
    pub url: String,
    /// Where notes speak about it; a note that is about it as a whole stands here by its title.
    pub sections: Vec<SectionData<'a>>,
    /// Where others mention it in passing.
    pub mentions: Vec<MentionData<'a>>,
    /// The ids of its questions.
    pub questions: Vec<&'a QuestionKey>,
    /// The slugs of the topics that notes compare it with.
    pub compared: Vec<&'a str>,
    /// The slugs of the topics that have to do with it, best first.
    pub related: Vec<&'a str>,
}

/// A place that speaks about a topic, as data.
#[derive(Debug, Serialize)]
pub struct SectionData<'a> {
    /// The note, as a path below the guide's root.
    pub note: &'a str,
    /// The line that names the topic, from 1.
    pub line: u32,
    /// The heading of the section; the note's title before its first heading.
    pub heading: &'a str,
    /// What names the topic there.
    pub named_by: &'static str,
    /// The address of the section, relative to the site's root.
    pub url: String,
}

/// A place that mentions a topic, as data.
#[derive(Debug, Serialize)]
pub struct MentionData<'a> {
    /// The note, as a path below the guide's root.
    pub note: &'a str,
    /// The line, from 1.
    pub line: u32,
    /// The address of the section, relative to the site's root.
    pub url: String,
}

/// The file with its schema.
pub(super) fn outputs(guide: &Guide) -> [Output; 2] {
    data::outputs(NAME, "topics", topics(guide), SCHEMA)
}

/// Every topic of the guide, as data; one at a time, as they name every place that names them.
pub fn topics(guide: &Guide) -> impl Iterator<Item = TopicData<'_>> {
    guide.topics.iter().map(move |topic| Writer { guide }.topic(topic))
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    guide: &'a Guide,
}

impl<'a> Writer<'a> {
    fn topic(self, topic: &'a Topic) -> TopicData<'a> {
        let slug = |id: &TopicId| self.guide.topics[*id].slug.as_str();
        let whole = topic.notes.iter().map(|note| self.whole(*note));
        TopicData {
            slug: &topic.slug,
            name: &topic.name,
            aliases: &topic.aliases,
            summary: topic.summary.as_deref(),
            parent: topic.parent.as_ref().map(slug),
            url: origin().to(&topic.route),
            sections: whole.chain(topic.sections.iter().map(|place| self.section(place))).collect(),
            mentions: topic.mentions.iter().map(|mention| self.mention(mention)).collect(),
            questions: topic.questions.iter().map(|id| &self.guide.questions[*id].key).collect(),
            compared: topic.comparisons.iter().map(slug).collect(),
            related: topic.related.iter().map(|related| slug(&related.topic)).collect(),
        }
    }

    /// A note that is about the topic as a whole.
    fn whole(self, id: NoteId) -> SectionData<'a> {
        let note = self.note(id);
        let heading = note.outline.title.heading.and_then(|heading| note.document.headings.find(heading));
        SectionData {
            note: note.path.as_str(),
            line: heading.map_or(1, |heading| note.lines.line(heading.span.start)),
            heading: &note.outline.title.text,
            named_by: "note",
            url: origin().to(&self.guide.entries[id].route),
        }
    }

    fn section(self, place: &TopicSection) -> SectionData<'a> {
        let note = self.note(place.note);
        let section = place.section.and_then(|id| note.outline.sections.find(id));
        SectionData {
            note: note.path.as_str(),
            line: note.lines.line(place.span.start),
            heading: section.map_or(note.outline.title.text.as_str(), |section| &section.title),
            named_by: place.naming.name(),
            url: self.url(place.note, place.section),
        }
    }

    fn mention(self, mention: &Mention) -> MentionData<'a> {
        let note = self.note(mention.note);
        MentionData { note: note.path.as_str(), line: note.lines.line(mention.span.start), url: self.url(mention.note, mention.section) }
    }

    fn url(self, id: NoteId, section: Option<SectionId>) -> String {
        let note = self.note(id);
        let section = section.and_then(|section| note.outline.sections.find(section));
        let anchor = section.and_then(|section| note.document.headings.find(section.heading)).map_or("", |heading| &heading.anchor);
        origin().to_anchor(&self.guide.entries[id].route, anchor)
    }

    fn note(self, id: NoteId) -> &'a Note {
        &self.guide.notes[id]
    }
}

/// The file stands at the site's root, and so do its links.
fn origin() -> Origin {
    Origin::Page(SitePath::fixed(NAME))
}
