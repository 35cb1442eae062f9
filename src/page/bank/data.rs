//! The questions as the bank's filter reads them.
//!
//! Takes the roll; gives one compact file, named by what it holds, that a reader's browser fetches when someone means to
//! filter. It is written in columns, which pack better than rows. Must not hold answers.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::artifact::Output;
use crate::guide::Guide;
use crate::ids::{Id, IdVec, NoteId, QuestionId};
use crate::markdown::{Inline, InlineKind};
use crate::page::article::Tag;
use crate::page::words::Words;
use crate::path::SitePath;

use super::facet::{kind_tag, level_tag};
use super::roll::{self, Roll};

/// The file that the filter reads.
#[derive(Debug)]
pub(in crate::page) struct Data {
    /// Its address.
    pub(in crate::page) path: SitePath,
    /// What it holds.
    json: Vec<u8>,
}

impl Data {
    /// The file, to be written.
    pub(in crate::page) fn output(&self) -> Output {
        Output::new(self.path.clone(), self.json.clone())
    }
}

#[derive(Serialize)]
struct Columns<'g> {
    /// Whether questions have pages of their own, named in `names`; else those are their ids.
    pages: bool,
    topics: Vec<&'g str>,
    notes: Vec<NoteColumn<'g>>,
    /// The words, with code between backticks, one question a line.
    words: String,
    /// The name of the page or the id, one a line.
    names: String,
    /// The position in `notes` of each question's note.
    note: Vec<usize>,
    levels: Vec<Tag>,
    /// The position in `levels` of each question's level.
    level: Vec<usize>,
    kinds: Vec<Tag>,
    /// The position in `kinds` of each question's kind.
    kind: Vec<usize>,
    /// 1 for each question that is answered.
    answered: Vec<u8>,
    /// Positions in `topics`.
    about: Vec<Vec<usize>>,
    /// The position of the question that each follows up, from 1; 0 for none.
    parent: Vec<usize>,
    /// Positions in `notes` of other notes that ask the same, by question.
    also: BTreeMap<usize, Vec<usize>>,
}

/// A note that asks something: title, page from the site's root, path.
#[derive(Serialize)]
struct NoteColumn<'g>(&'g str, String, &'g str);

/// Writes the file.
pub(in crate::page) fn data(guide: &Guide, roll: &Roll, words: &Words) -> Data {
    let mut columns = Columns {
        pages: roll.has_pages(),
        topics: guide.topics.iter().map(|topic| topic.slug.as_str()).collect(),
        notes: Vec::new(),
        words: String::new(),
        names: String::new(),
        note: Vec::new(),
        levels: Vec::new(),
        level: Vec::new(),
        kinds: Vec::new(),
        kind: Vec::new(),
        answered: Vec::new(),
        about: Vec::new(),
        parent: Vec::new(),
        also: BTreeMap::new(),
    };
    let mut notes: IdVec<NoteId, Option<usize>> = guide.notes.iter().map(|_| None).collect();
    let mut rows: IdVec<QuestionId, usize> = guide.questions.iter().map(|_| 0).collect();
    for (position, id) in roll.all().enumerate() {
        let (entry, question) = (&guide.questions[id], guide.question(id));
        rows[id] = position + 1;
        let mut note = |note: NoteId| {
            *notes[note].get_or_insert_with(|| {
                let (text, route) = (&guide.notes[note], &guide.entries[note].route);
                columns.notes.push(NoteColumn(&text.outline.title.text, SitePath::fixed("index.html").link_to(route), text.path.as_str()));
                columns.notes.len() - 1
            })
        };
        columns.note.push(note(entry.note));
        let others: Vec<_> = entry.same_as.iter().map(|&other| note(guide.questions[other].note)).collect();
        if !others.is_empty() {
            columns.also.insert(position, others);
        }
        push_words(&question.words, &mut columns.words);
        columns.words.push('\n');
        let key = entry.key.as_str();
        columns.names.push_str(&if roll.has_pages() { roll::page_name(key) } else { key.to_owned() });
        columns.names.push('\n');
        columns.level.push(position_of(level_tag(question.level, words), &mut columns.levels));
        columns.kind.push(position_of(kind_tag(question.kind, words), &mut columns.kinds));
        columns.answered.push(u8::from(question.is_answered()));
        columns.about.push(roll::topics(guide, id).into_iter().map(Id::position).collect());
        columns.parent.push(roll.parent(id).map_or(0, |parent| rows[parent]));
    }
    // Texts and numbers can always be written.
    let json = serde_json::to_vec(&columns).unwrap_or_default();
    let hash = blake3::hash(&json).to_hex();
    Data { path: SitePath::fixed(&format!("questions/data-{}.json", hash.get(..10).unwrap_or_default())), json }
}

/// Where a value stands in a list of few, at whose end it is put where it is not there yet.
fn position_of(tag: Tag, tags: &mut Vec<Tag>) -> usize {
    tags.iter().position(|known| known.name == tag.name).unwrap_or_else(|| {
        tags.push(tag);
        tags.len() - 1
    })
}

/// The words on one line, code between backticks.
fn push_words(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => out.extend(text.chars().map(plain)),
            InlineKind::Code(code) | InlineKind::Math(_, code) => {
                out.push('`');
                out.extend(code.chars().map(plain));
                out.push('`');
            }
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => {
                push_words(inner, out);
            }
            InlineKind::Image(_, image) => push_words(&image.alt, out),
            InlineKind::Html(html) => push_words(&html.inlines, out),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::Footnote(..) => {}
        }
    }
}

/// What would be taken for the file's own marks, as something like it.
fn plain(letter: char) -> char {
    match letter {
        '\n' | '\r' => ' ',
        '`' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use crate::page::words::Words;

    #[test]
    fn the_file_holds_a_column_a_property_and_is_named_by_what_it_holds() {
        let guide = sample::written(&[
            ("a.md", "---\nlevel: basic\n---\n# A\n\n- **Q:** What is `a` lock?\n  - **A:** A gate.\n- **Q:** Who opens it?\n"),
            ("x y/b.md", "# B\n\n- **Q:** What is a latch?\n  - **A:** A bolt.\n- **Q:** And a bolt?\n  - **A:** A bar.\n"),
        ]);
        let roll = Roll::of(&guide);
        let file = data(&guide, &roll, Words::of("en"));
        let read: serde_json::Value = serde_json::from_slice(&file.json).unwrap();
        assert_eq!(read["words"], "What is `a` lock?\nWho opens it?\nWhat is a latch?\nAnd a bolt?\n");
        assert_eq!(read["notes"], serde_json::json!([["A", "a.html", "a.md"], ["B", "x%20y/b.html", "x y/b.md"]]));
        assert_eq!(read["note"], serde_json::json!([0, 0, 1, 1]));
        assert_eq!(read["answered"], serde_json::json!([1, 0, 1, 1]));
        assert_eq!(read["levels"][0]["name"], "basic");
        assert_eq!(file.path, data(&guide, &roll, Words::of("en")).path);
        assert_ne!(file.path, data(&sample::guide(&["a.md"]), &Roll::of(&sample::guide(&["a.md"])), Words::of("en")).path);
    }
}
