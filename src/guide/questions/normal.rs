//! A question's words, brought to the form in which they are compared.
//!
//! Takes running text; gives words in lower case without punctuation, code in backticks as it stands: `del` is not
//! `__del__`. Must not know of other questions.

use unicode_normalization::UnicodeNormalization;

use crate::markdown::{Inline, InlineKind};

/// What stands at the edge of a word and means something: `c++`, `c#`, `*args`, `@property`, `_id`, `&`.
const MEANING: &str = "+#*=<>/&%$@_|^~\\-";

/// A run of text or a piece of code.
enum Piece {
    Text(String),
    Code(String),
}

/// The words of a question, parted by single spaces. `source` is the text of the note that the inlines stand in.
pub(super) fn words(inlines: &[Inline], source: &str) -> String {
    let mut pieces = Vec::new();
    read(inlines, source, &mut pieces);
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Code(code) => {
                let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
                push(&mut out, &["`", &code, "`"].concat());
            }
            Piece::Text(text) => push_text(&mut out, &text),
        }
    }
    out
}

fn read(inlines: &[Inline], source: &str, pieces: &mut Vec<Piece>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => add(pieces, text),
            InlineKind::SoftBreak | InlineKind::HardBreak => add(pieces, " "),
            InlineKind::Code(code) | InlineKind::Math(_, code) => pieces.push(Piece::Code(code.to_string())),
            // `__init__` without backticks reads as strong text; whoever wrote it meant the name.
            InlineKind::Strong(inner) => match name_of(inline, inner, source) {
                Some(name) => pieces.push(Piece::Code(name.to_owned())),
                None => read(inner, source, pieces),
            },
            InlineKind::Emphasis(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => read(inner, source, pieces),
            InlineKind::Image(_, image) => read(&image.alt, source, pieces),
            InlineKind::Html(html) => read(&html.inlines, source, pieces),
            InlineKind::Footnote(..) => {}
        }
    }
}

/// Words may be parted by markup, so that text goes on with text.
fn add(pieces: &mut Vec<Piece>, more: &str) {
    match pieces.last_mut() {
        Some(Piece::Text(text)) => text.push_str(more),
        _ => pieces.push(Piece::Text(more.to_owned())),
    }
}

/// The name that strong text was meant to be, underscores included.
fn name_of<'s>(strong: &Inline, inner: &[Inline], source: &'s str) -> Option<&'s str> {
    let written = strong.span.of(source);
    let name = written.strip_prefix("__")?.strip_suffix("__")?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    (is_name && inner.len() == 1).then_some(written)
}

fn push_text(out: &mut String, text: &str) {
    let text: String =
        text.nfkc().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’' | 'ʼ' | '‘' | '´' | '\u{200b}')).collect();
    let parts =
        |c: char| c.is_whitespace() || matches!(c, '—' | '–' | '…' | '、' | '。' | '「' | '」' | '『' | '』' | '《' | '》' | '【' | '】');
    for word in text.split(parts) {
        let word = word.trim_end_matches(['.', ',', ';', ':', '?', '!', '"', '”', '؟', '،', '।']);
        let is_edge = |c: char| !c.is_alphanumeric() && !MEANING.contains(c);
        let word = if word.ends_with("()") { word.trim_start_matches(is_edge) } else { word.trim_matches(is_edge) };
        if word.chars().any(|c| c != '-') {
            push(out, word);
        }
    }
}

fn push(out: &mut String, word: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

/// The words of a normal form: pieces of code with their backticks, plain words one by one.
pub(in crate::guide) fn split(normal: &str) -> impl Iterator<Item = &str> {
    let mut rest = normal;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(' ');
        let end = match rest.strip_prefix('`').and_then(|code| code.find("` ")) {
            Some(end) => end + 2,
            None if rest.starts_with('`') => rest.len(),
            None => rest.find(' ').unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{BlockKind, parse};
    use crate::path::GuidePath;

    fn normal(text: &str) -> String {
        let (document, _) = parse(&GuidePath::new("a.md").unwrap(), text, 0);
        let BlockKind::Paragraph(inlines) = &document.blocks[0].kind else { panic!("{text}") };
        words(inlines, text)
    }

    #[test]
    fn case_punctuation_and_markup_do_not_count() {
        for text in [
            "How does Python's garbage collection work?",
            "*how* does **Python’s** garbage  collection\nwork",
            "“How does pythons Garbage Collection work…”",
        ] {
            assert_eq!(normal(text), "how does pythons garbage collection work");
        }
        assert_eq!(normal("什么是闭包？"), "什么是闭包");
        assert_eq!(normal("ما هو الذاكرة؟"), "ما هو الذاكرة");
    }

    #[test]
    fn code_counts_as_it_is_written() {
        assert_eq!(normal("What is `del`, and `__del__`?"), "what is `del` and `__del__`");
        assert_eq!(normal("What is __del__?"), "what is `__del__`");
        assert_eq!(normal("**Is** `x  is  None` right?"), "is `x is None` right");
        assert_eq!(normal("C++ or C#? Or (C)! foo() & *args\\*"), "c++ or c# or c foo() & *args*");
    }

    #[test]
    fn a_normal_form_falls_apart_into_words_and_code() {
        let normal = "what does `a + b` mean in c++ and `x`";
        assert_eq!(split(normal).collect::<Vec<_>>(), ["what", "does", "`a + b`", "mean", "in", "c++", "and", "`x`"]);
        assert_eq!(split("`a `` b").collect::<String>().len(), 6);
        assert_eq!(split("").count(), 0);
    }
}
