//! Where notes name topics that are known by now in what is about them.
//!
//! Takes a note and a finder; gives the places that speak about topics, and the topics that each question and callout names.
//! An everyday word says what a passage is about only where nothing more telling does. Must not decide what is a topic. Of running text it reads what the author made bold, no more.

use crate::guide::topic::{Naming, TopicSection};
use crate::guide::topics::finder::Finder;
use crate::guide::topics::label::is_label;
use crate::guide::topics::passage::{self, PassageKind, is_bold};
use crate::ids::{IdVec, NoteCalloutId, NoteId, NoteQuestionId, SectionId};
use crate::markdown::{Inline, InlineKind, text};
use crate::note::Note;

/// What a note says of known topics.
#[derive(Debug)]
pub(super) struct Occurrences<T> {
    /// The places that are about topics, by what they are called.
    pub(super) sections: Vec<(T, TopicSection)>,
    /// The topics that each question names.
    pub(super) questions: IdVec<NoteQuestionId, Vec<T>>,
    /// The topics that each callout's label names.
    pub(super) callouts: IdVec<NoteCalloutId, Vec<T>>,
}

/// How many bytes of bold text name something; more is a sentence that matters.
const LONGEST_EMPHASIS: usize = 60;

impl<T> Occurrences<T> {
    fn new() -> Self {
        Self { sections: Vec::new(), questions: IdVec::new(), callouts: IdVec::new() }
    }
}

/// Reads a note. `is_everyday` tells the topics that have no name but everyday words.
pub(super) fn of_note<T: Copy + Eq>(id: NoteId, note: &Note, finder: &Finder<T>, is_everyday: &dyn Fn(T) -> bool) -> Occurrences<T> {
    let mut search = Search { note: id, finder, is_everyday, found: Occurrences::new() };
    passage::visit(note, &mut |passage| {
        let place = |naming| TopicSection { note: id, section: passage.section, span: passage.span, naming };
        match passage.kind {
            PassageKind::Heading(title) => search.name(title, place(Naming::Heading)),
            PassageKind::Term(words, subject) => {
                search.term(&words, place(Naming::Term));
                search.name(&subject.unwrap_or_default(), place(Naming::Term));
            }
            PassageKind::Item(words) => search.name(&words, place(Naming::Item)),
            PassageKind::Text(inlines) => search.read(inlines, passage.section),
        }
    });
    for asked in &note.questions {
        let place = TopicSection { note: id, section: asked.section, span: asked.span, naming: Naming::Question };
        let named = search.named(&text::inlines(&asked.words));
        search.found.sections.extend(named.iter().map(|topic| (*topic, place)));
        search.found.questions.push(named);
    }
    for callout in &note.callouts {
        let named = match &callout.subject {
            Some(subject) => search.named(subject),
            None => search.named(&callout.label),
        };
        let place = TopicSection { note: id, section: callout.section, span: callout.span, naming: Naming::Callout };
        search.found.sections.extend(named.iter().map(|topic| (*topic, place)));
        search.found.callouts.push(named);
    }
    search.found
}

struct Search<'a, T> {
    note: NoteId,
    finder: &'a Finder<T>,
    is_everyday: &'a dyn Fn(T) -> bool,
    found: Occurrences<T>,
}

impl<T: Copy + Eq> Search<'_, T> {
    /// The topics that a text names, each once.
    fn named(&self, text: &str) -> Vec<T> {
        let mut named = Vec::new();
        for topic in self.telling(text) {
            if !named.contains(&topic) {
                named.push(topic);
            }
        }
        named
    }

    /// The topics that a text names, those by everyday words only where they are all.
    fn telling(&self, text: &str) -> Vec<T> {
        let mut found: Vec<_> = self.finder.find(text).map(|(_, topic)| topic).collect();
        if found.iter().any(|topic| !(self.is_everyday)(*topic)) {
            found.retain(|topic| !(self.is_everyday)(*topic));
        }
        found
    }

    /// What the words name, the place is about.
    fn name(&mut self, words: &str, place: TopicSection) {
        let named = self.telling(words).into_iter().map(|topic| (topic, place));
        self.found.sections.extend(named);
    }

    /// The same, unless the words are a label.
    fn term(&mut self, words: &str, place: TopicSection) {
        let before = self.found.sections.len();
        self.name(words, place);
        // Most words name nothing, and then nobody needs to know whether they are a label.
        if self.found.sections.len() > before && is_label(words) {
            self.found.sections.truncate(before);
        }
    }

    fn emphasised(&mut self, whole: &Inline, inner: &[Inline], section: Option<SectionId>) {
        if is_bold(whole) && whole.span.range().len() <= LONGEST_EMPHASIS {
            let place = TopicSection { note: self.note, section, span: whole.span, naming: Naming::Emphasis };
            self.term(&text::inlines(inner), place);
        }
        self.read(inner, section);
    }

    /// What the author made bold, the place is about.
    fn read(&mut self, inlines: &[Inline], section: Option<SectionId>) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => self.emphasised(inline, inner, section),
                InlineKind::Html(html) => self.emphasised(inline, &html.inlines, section),
                InlineKind::Strike(inner) | InlineKind::Link(_, inner) => self.read(inner, section),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::fixture::notes;
    use crate::ids::Id;

    const NAMES: [&str; 2] = ["Event Loop", "Queue"];

    /// Where a note names the two: the name, and what names it. Queues are an everyday word.
    fn named(text: &str) -> Vec<String> {
        let guide = notes([("a.md", format!("# Overview\n\n{text}"))]).link();
        let note = guide.notes.iter().next().unwrap();
        let finder = Finder::new(NAMES.into_iter().enumerate());
        let found = of_note(NoteId::at(0), note, &finder, &|topic| NAMES[topic] == "Queue");
        found.sections.iter().map(|(topic, place)| format!("{} {}", NAMES[*topic], place.naming.name())).collect()
    }

    #[test]
    fn headings_terms_items_and_bold_words_name_what_they_are_about() {
        assert_eq!(named("## The event loop\n"), ["Event Loop heading"]);
        assert_eq!(named("- **Event loop**: waits\n")[0], "Event Loop term");
        assert_eq!(named("- event loops\n- tasks\n"), ["Event Loop item"]);
        assert_eq!(named("It is the **event loop** that waits.\n"), ["Event Loop emphasis"]);
        assert_eq!(named("It is the event loop that waits.\n"), [""; 0]);
    }

    #[test]
    fn an_everyday_word_counts_where_nothing_more_telling_stands() {
        assert_eq!(named("## The queue\n"), ["Queue heading"]);
        assert_eq!(named("## The queue of the event loop\n"), ["Event Loop heading"]);
    }

    #[test]
    fn a_question_names_each_topic_once() {
        let asked = "**Q1: Is an event loop faster than another event loop?**\n\n**A:** No.\n";
        assert_eq!(named(asked).iter().filter(|line| line.ends_with("question")).count(), 1);
    }
}
