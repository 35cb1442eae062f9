//! Which notes link to a topic or a question.
//!
//! Takes where every link leads; gives the notes, in path order, each once. A link to a question's anchor, or to the heading
//! that asks it, is one to the question. Must not count words that nobody made a link.

use std::collections::HashMap;

use crate::guide::{QuestionEntry, Target};
use crate::ids::{IdVec, LinkId, NoteId, QuestionId, TopicId};
use crate::note::{Note, Question};

/// The notes that link to what is no note.
#[derive(Debug)]
pub struct Backlinks {
    /// Those that link to each topic.
    pub topics: IdVec<TopicId, Vec<NoteId>>,
    /// Those that link to each question; a note's links to itself are left out.
    pub questions: IdVec<QuestionId, Vec<NoteId>>,
}

/// Turns links round.
pub(super) fn gather(
    notes: &IdVec<NoteId, Note>,
    targets: &IdVec<NoteId, IdVec<LinkId, Target>>,
    questions: &IdVec<QuestionId, QuestionEntry>,
    topics: usize,
) -> Backlinks {
    let mut backlinks =
        Backlinks { topics: (0..topics).map(|_| Vec::new()).collect(), questions: questions.iter().map(|_| Vec::new()).collect() };
    let anchors = anchors(notes, questions);
    for (from, links) in targets.iter_ids() {
        for target in links {
            let lists = match target {
                Target::Topic(topic) => vec![&mut backlinks.topics[*topic]],
                Target::Note(to, Some(anchor)) if *to != from => {
                    let asked = anchors.get(&(*to, anchor.clone()));
                    asked.map(|&question| &mut backlinks.questions[question]).into_iter().collect()
                }
                _ => Vec::new(),
            };
            for list in lists {
                if list.last() != Some(&from) {
                    list.push(from);
                }
            }
        }
    }
    backlinks
}

/// The questions by their anchors, and by those of the headings that they are the words of.
fn anchors(notes: &IdVec<NoteId, Note>, questions: &IdVec<QuestionId, QuestionEntry>) -> HashMap<(NoteId, String), QuestionId> {
    let mut anchors = HashMap::new();
    for (id, entry) in questions.iter_ids() {
        for key in std::iter::once(&entry.key).chain(&entry.former) {
            anchors.entry((entry.note, key.anchor())).or_insert(id);
        }
        if let Some(anchor) = heading_anchor(&notes[entry.note], &notes[entry.note].questions[entry.question]) {
            anchors.entry((entry.note, anchor.to_owned())).or_insert(id);
        }
    }
    anchors
}

/// The anchor of the heading that a question's words stand in.
fn heading_anchor<'n>(note: &'n Note, question: &Question) -> Option<&'n str> {
    let section = note.outline.sections.find(question.section?)?;
    let heading = note.document.headings.find(section.heading)?;
    heading.span.contains(question.span).then_some(heading.anchor.as_str())
}

#[cfg(test)]
mod tests {
    use crate::guide::fixture::notes;
    use crate::ids::{Id, QuestionId, TopicId};

    #[test]
    fn topics_and_questions_know_the_notes_that_link_to_them() {
        let guide = notes([
            ("a.md", "---\ntopics: [GIL]\n---\n# Interview Questions\n\n## What is a mutex?\n\nA lock.\n\n## What is a heap?\n\nA tree.\n\n## What is a trie? {#q-trie}\n\nA tree.\n"),
            ("b.md", "[[GIL]] and [[GIL]], [a question](a.md#what-is-a-heap), [[a#q-trie]]"),
            ("c.md", "the GIL"),
        ])
        .link();
        let b = guide.id("b.md");
        assert_eq!(guide.backlinks.topics[TopicId::at(0)], [b]);
        let counts: Vec<_> = guide.backlinks.questions.iter().map(Vec::len).collect();
        assert_eq!(counts, [0, 1, 1]);
        assert_eq!(guide.backlinks.questions[QuestionId::at(1)], [b]);
    }
}
