//! Where front matter stands in a note.
//!
//! Takes a note's text; gives the block between its fences. A `---` that is a rule above prose is none. Must not read values.

use std::fmt;

use crate::span::Span;

/// How a block is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Between lines of `+++`.
    Toml,
    /// Between lines of `---`.
    Yaml,
}

impl Format {
    /// The line that opens and closes it.
    pub(super) fn fence(self) -> &'static str {
        match self {
            Self::Toml => "+++",
            Self::Yaml => "---",
        }
    }

    /// What stands between a key and its value.
    pub(super) fn separator(self) -> char {
        match self {
            Self::Toml => '=',
            Self::Yaml => ':',
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Toml => "TOML",
            Self::Yaml => "YAML",
        })
    }
}

/// A front matter block.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// How it is written.
    pub(super) format: Format,
    /// What stands between the fences.
    pub(super) text: &'a str,
    /// The byte of the note at which that starts.
    pub(super) start: usize,
    /// The byte of the note after the closing fence's line.
    pub(super) end: usize,
    /// Whether there is a closing fence.
    pub(super) closed: bool,
}

/// Finds the block at the head of a note.
pub(super) fn find(text: &str) -> Option<Block<'_>> {
    let first = text.split_inclusive('\n').next()?;
    let format = match first.trim_end() {
        "+++" => Format::Toml,
        "---" => Format::Yaml,
        _ => return None,
    };
    let start = first.len();
    let rest = text.get(start..)?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        let closes = line.trim_end() == format.fence() || format == Format::Yaml && line.trim_end() == "...";
        if closes {
            let block = Block { format, text: rest.get(..at)?, start, end: start + at + line.len(), closed: true };
            return if block.reads_as_prose() { unclosed(format, rest, start) } else { Some(block) };
        }
        at += line.len();
    }
    unclosed(format, rest, start)
}

/// Without a closing fence only lines right below the opening one that look like keys can be meant.
fn unclosed(format: Format, rest: &str, start: usize) -> Option<Block<'_>> {
    let lines = rest.split_inclusive('\n').take_while(|line| !line.trim().is_empty() && continues(line, format.separator()));
    let text = rest.get(..lines.map(str::len).sum())?;
    let block = Block { format, text, start, end: start + text.len(), closed: false };
    block.has_keys().then_some(block)
}

impl<'a> Block<'a> {
    /// The span of the opening fence.
    pub(super) fn first_line(&self) -> Span {
        Span::new(0..self.format.fence().len())
    }

    /// The lines with the bytes of the note at which they start.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let mut at = self.start;
        self.text.split_inclusive('\n').map(move |line| {
            let start = at;
            at += line.len();
            (start, line)
        })
    }

    /// The line that a key stands on.
    pub(super) fn line_of(&self, key: &str) -> Option<Span> {
        let (start, line) = self.lines().find(|(_, line)| key_of(line, self.format.separator()) == Some(key))?;
        Some(Span::new(start..start + line.trim_end().len()))
    }

    /// Whether any line starts with a key.
    pub(super) fn has_keys(&self) -> bool {
        self.lines().any(|(_, line)| key_of(line, self.format.separator()).is_some())
    }

    /// Whether this is a piece of the note between two rules: a line of prose after a blank one, or no line that could be
    /// front matter at all.
    fn reads_as_prose(&self) -> bool {
        if self.format == Format::Toml {
            return false;
        }
        let mut after_blank = false;
        let mut has_lines = false;
        for (_, line) in self.lines() {
            if line.trim().is_empty() {
                after_blank = has_lines;
                continue;
            }
            if after_blank && !continues(line, ':') {
                return true;
            }
            // A comment may as well be a heading: what follows it tells.
            if !line.starts_with('#') {
                after_blank = false;
                has_lines = true;
            }
        }
        has_lines && !self.has_keys() && !self.text.trim_start().starts_with('{')
    }
}

/// The key that a line starts with.
pub(super) fn key_of(line: &str, separator: char) -> Option<&str> {
    let (key, value) = line.split_once(separator)?;
    if separator == ':' && !value.starts_with(char::is_whitespace) && !value.is_empty() {
        return None;
    }
    let key = key.trim_end();
    let bare = match key.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.strip_suffix(['"', '\''])?,
        None => key,
    };
    let names_something = bare.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c)) && bare.chars().count() <= 40;
    // A key of several words is one only where people write such: `last updated`, not a sentence with a colon.
    (names_something && !bare.is_empty() && !bare.starts_with([' ', '-']) && bare.split(' ').count() <= 3).then_some(bare)
}

/// Whether a line can stand in a block: a key, what belongs to one above, or a comment.
fn continues(line: &str, separator: char) -> bool {
    line.starts_with([' ', '\t', '#', ']', '}', '[', '"', '\'', '?', ':'])
        || line.starts_with("- ")
        || line.trim_end() == "-"
        || key_of(line, separator).is_some()
}
