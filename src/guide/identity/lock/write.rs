//! The lock as text: TOML, a line a question, in the order of the notes.
//!
//! Takes a lock; gives text that a person can review as a difference, and that two branches can both change: a question's
//! line stands where the question stands, so that lines meet only where the notes themselves do. Must not leave anything to
//! chance.

use std::fmt::Write as _;

use crate::guide::questions::Asked;

use super::Lock;

/// The version of the format.
pub(super) const VERSION: i64 = 1;

const HEAD: &str = "\
# The id of each question, kept while its words, its answer or its place change; and the pages of notes, kept when they are renamed.
# `studyguide ids --write` writes this file. Commit it with the notes. When a merge meets a conflict here, keep the lines of both sides.
";

impl Lock {
    /// The text of the lock.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = format!("{HEAD}version = {VERSION}\n");
        self.write(&mut out).unwrap_or_default();
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        if !self.moved.is_empty() {
            writeln!(out, "\n# Pages that notes had once.\n[moved]")?;
            for (page, note) in &self.moved {
                writeln!(out, "{} = {}", quoted(page.as_str()), quoted(note.as_str()))?;
            }
        }
        if !self.replaced.is_empty() {
            writeln!(out, "\n# Ids in whose place others were written. Links to them lead to the same questions.\n[replaced]")?;
            for (former, now) in &self.replaced {
                writeln!(out, "{} = {}", quoted(former.as_str()), quoted(now.as_str()))?;
            }
        }
        if !self.retired.is_empty() {
            writeln!(out, "\n# Questions that are no longer asked. No other question gets their ids.\n[retired]")?;
            for (key, question) in &self.retired {
                writeln!(out, "{} = {{ note = {}, {} }}", quoted(key.as_str()), quoted(question.note.as_str()), known_by(&question.asked))?;
            }
        }
        for (path, note) in &self.notes {
            writeln!(out, "\n[notes.{}]", quoted(path.as_str()))?;
            writeln!(out, "page = {}", quoted(note.page.as_str()))?;
            writeln!(out, "title = {}", quoted(&note.title))?;
            writeln!(out, "sketch = \"{}\"", note.sketch)?;
            if !note.questions.is_empty() {
                writeln!(out, "questions = [")?;
                for question in &note.questions {
                    writeln!(out, "  {{ id = {}, {} }},", quoted(question.key.as_str()), known_by(&question.asked))?;
                }
                writeln!(out, "]")?;
            }
        }
        Ok(())
    }
}

fn known_by(asked: &Asked) -> String {
    let mut out = format!("asks = {}", quoted(&asked.words));
    for (name, fingerprint) in [("beside", asked.beside), ("answer", asked.answer)] {
        if let Some(fingerprint) = fingerprint {
            // Writing to a string cannot fail.
            let _ = write!(out, ", {name} = \"{fingerprint}\"");
        }
    }
    out
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_read_as_it_was_quoted() {
        for text in ["", "a \"b\" \\n `x`", "tab\tnul\0del\u{7f}\u{85}\u{202e}é索"] {
            let table: toml::Table = format!("x = {}", quoted(text)).parse().unwrap();
            assert_eq!(table["x"].as_str(), Some(text));
        }
    }
}
