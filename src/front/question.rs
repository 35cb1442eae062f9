//! Questions in front matter: `questions: [What is a heap?]`, or with `q`, `a`, `level` and `id`.
//!
//! Takes a value and the block that it stands in; gives its questions with their places. Must not read the note's body.

use crate::span::Span;

use super::Level;
use super::block::Block;
use super::value::{Value, Values};

/// A question that front matter asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontQuestion {
    /// Its words.
    pub words: String,
    /// Where they stand; the line of their key where they are written in another way than they read.
    pub span: Span,
    /// Its answer.
    pub answer: Option<String>,
    /// How hard it is.
    pub level: Option<Level>,
    /// The id that the author gave it.
    pub id: Option<String>,
}

const WANTED: &str = "a list of questions: texts, or tables with `q` and `a`";

/// The questions of a list.
pub(super) fn read(value: Value, key: &str, block: &Block<'_>) -> Result<Vec<FrontQuestion>, &'static str> {
    let values = match value {
        Value::List(values) => values,
        // `questions: 12` counts them.
        Value::Text(text) if !text.contains(['?', '？', '؟']) => Vec::new(),
        one => vec![one],
    };
    let mut from = 0;
    let mut found = Vec::new();
    for value in values {
        let Some(mut question) = one(value)? else { continue };
        let place = block.text.get(from..).and_then(|rest| rest.find(&question.words)).map(|at| from + at);
        question.span = match place {
            Some(at) => {
                from = at + question.words.len();
                Span::new(block.start + at..block.start + from)
            }
            None => block.line_of(key).unwrap_or_else(|| block.first_line()),
        };
        found.push(question);
    }
    Ok(found)
}

fn one(value: Value) -> Result<Option<FrontQuestion>, &'static str> {
    let mut table = match value {
        Value::Table(table) => table,
        value => Values::from([("q".to_owned(), value)]),
    };
    let mut take = |names: &[&str]| names.iter().find_map(|name| table.remove(*name)).unwrap_or(Value::Nothing);
    let words = take(&["q", "question", "prompt", "text", "title"]).text().map_err(|_| WANTED)?;
    let answer = take(&["a", "answer", "solution"]).prose().map_err(|_| WANTED)?;
    let level = take(&["level", "difficulty"]).level().ok();
    let id = take(&["id", "slug", "key"]).text().map_err(|_| WANTED)?;
    Ok(words.map(|words| FrontQuestion { words, span: Span::default(), answer, level, id }))
}
