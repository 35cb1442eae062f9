//! Words that announce questions: in a title, a heading or the first lines of a note.
//!
//! Takes plain texts and a note's first blocks; says whether they announce. Must not look for the questions.

use super::vocabulary::{Look, look, says_questions};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, text};

/// Whether a heading announces questions: one that asks itself does not, nor does `How to answer a question`.
pub(super) fn announces(title: &str) -> bool {
    const ABOUT: [&str; 4] = ["how", "why", "tips", "preparing"];
    let first = || title.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    says_questions(title) && look(title) < Look::Asks && !ABOUT.iter().any(|about| first().eq_ignore_ascii_case(about))
}

/// Whether the first words of a note announce questions, as a heading would: `**Fifty questions on heaps**`, or a line that ends
/// in a colon.
pub(super) fn opens_with_announcement(document: &Document) -> bool {
    /// How many blocks may stand before them: a title, or a rule.
    const BEFORE: usize = 2;
    const LONGEST: usize = 80;
    let announces = |inlines: &[Inline]| {
        let leads = |text: &str| says_questions(text) && text.trim_end().ends_with(':');
        match inlines {
            [Inline { kind: InlineKind::Strong(inner), .. }] => says_questions(&text::words(inner)),
            // `Questions on heaps` on a line of its own.
            [Inline { kind: InlineKind::Text(text), .. }] if text.len() <= LONGEST && !text.trim_end().ends_with(['.', '?', '!', ':']) => {
                says_questions(text)
            }
            [.., Inline { kind: InlineKind::Text(last), .. }] if last.trim_end().ends_with(':') => leads(&text::words(inlines)),
            _ => false,
        }
    };
    let opening = |block: &&Block| !matches!(block.kind, BlockKind::List(_) | BlockKind::Code(_));
    document.blocks.iter().take(BEFORE + 1).take_while(opening).any(|block| match &block.kind {
        BlockKind::Paragraph(inlines) => announces(inlines),
        _ => false,
    })
}
