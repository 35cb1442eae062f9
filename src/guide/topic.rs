//! A topic: a concept with all that the guide says about it.
//!
//! Only types; `topics/` finds them.

use crate::ids::{CalloutId, NoteId, QuestionId, SectionId, TopicId};
use crate::path::SitePath;
use crate::span::Span;

/// A concept with all that the guide says about it.
#[derive(Debug)]
pub struct Topic {
    /// The name in its address.
    pub slug: String,
    /// The name as people write it.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The address of its page.
    pub route: SitePath,
    /// What it is, in a sentence, where the author declares it.
    pub summary: Option<String>,
    /// The wider topic, where that is declared or evident.
    pub parent: Option<TopicId>,
    /// The narrower topics, by slug.
    pub children: Vec<TopicId>,
    /// Where notes speak about it, in note order and then source order; a section stands here once.
    pub sections: Box<[TopicSection]>,
    /// The notes that are about it as a whole, as their front matter or their title says, in path order.
    pub notes: Vec<NoteId>,
    /// Where others mention it in passing, in note order; a note stands here once.
    pub mentions: Box<[Mention]>,
    /// The questions that belong to it, in note order and then source order.
    pub questions: Vec<QuestionId>,
    /// The callouts that belong to it, in note order and then source order.
    pub callouts: Vec<CalloutId>,
    /// The topics that notes compare it with, by slug.
    pub comparisons: Vec<TopicId>,
    /// The topics that a reader of this one may want next, best first.
    pub related: Vec<Related>,
}

/// A place that speaks about a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TopicSection {
    /// The note.
    pub note: NoteId,
    /// The section; none before a note's first heading.
    pub section: Option<SectionId>,
    /// Where the topic is named: the heading, the term, the question.
    pub span: Span,
    /// What names it.
    pub naming: Naming,
}

/// What names a topic, the plainest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Naming {
    /// The section's heading: the whole section is about it.
    Heading,
    /// A bold term that opens an item of a list, or the term of a definition list.
    Term,
    /// A callout's subject.
    Callout,
    /// A question.
    Question,
    /// A short item of a list.
    Item,
    /// Words that the author made bold in running text.
    Emphasis,
}

impl Naming {
    /// The word in data and in what the command prints.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Term => "term",
            Self::Callout => "callout",
            Self::Question => "question",
            Self::Item => "item",
            Self::Emphasis => "emphasis",
        }
    }
}

/// A place that mentions a topic in passing: the first of its note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The note.
    pub note: NoteId,
    /// The section; none before a note's first heading.
    pub section: Option<SectionId>,
    /// The words.
    pub span: Span,
}

/// A topic that has to do with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The other topic.
    pub topic: TopicId,
    /// Why, the strongest reason first; never empty.
    pub reasons: Vec<Reason>,
}

/// Why two topics have to do with each other, the strongest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Notes compare them.
    Compared,
    /// Questions name both.
    AskedTogether,
    /// Notes explain them side by side.
    ExplainedBeside,
    /// They are parts of one topic.
    SameParent,
}

impl Reason {
    /// The word in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Compared => "compared",
            Self::AskedTogether => "asked-together",
            Self::ExplainedBeside => "explained-beside",
            Self::SameParent => "same-parent",
        }
    }
}
