//! Short plain-text passages: descriptions and excerpts.
//!
//! Takes blocks; gives their first words. Must not cut inside a word where there is a gap to cut at.

use crate::markdown::{Block, BlockKind, text};

/// The letters of a page's description.
const DESCRIPTION: usize = 160;

/// The letters of a title.
const TITLE: usize = 100;

/// A description from the first paragraph that says enough.
pub(super) fn description<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Option<String> {
    passage(blocks, DESCRIPTION)
}

/// The first words of a text, for a title.
pub(super) fn title(text: &str) -> String {
    shorten(&text.split_whitespace().collect::<Vec<_>>().join(" "), TITLE)
}

/// The first words of a text, for a description.
pub(super) fn sentence(text: &str) -> String {
    shorten(&text.split_whitespace().collect::<Vec<_>>().join(" "), DESCRIPTION)
}

fn passage<'a>(blocks: impl IntoIterator<Item = &'a Block>, limit: usize) -> Option<String> {
    let mut text = String::new();
    for block in blocks {
        if text.chars().count() > limit {
            break;
        }
        prose(block, limit, &mut text);
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| shorten(&text, limit))
}

/// Adds the running text of a block; headings, code and tables are none.
fn prose(block: &Block, limit: usize, out: &mut String) {
    if out.len() > limit * 4 {
        return;
    }
    match &block.kind {
        BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => {
            text::push_inlines(inlines, out);
            out.push(' ');
        }
        BlockKind::List(list) => list.items.iter().flat_map(|item| &item.blocks).for_each(|block| prose(block, limit, out)),
        BlockKind::Quote(_, blocks) | BlockKind::Html(_, blocks) => blocks.iter().for_each(|block| prose(block, limit, out)),
        _ => {}
    }
}

/// The first `limit` letters, cut between words where the last word is not most of the text.
fn shorten(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or(text);
    let cut = head.rfind(' ').filter(|&at| at > end / 2).and_then(|at| head.get(..at)).unwrap_or(head);
    format!("{}…", cut.trim_end_matches(|letter: char| letter.is_whitespace() || ",;:.–—-(".contains(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_words_and_says_so() {
        assert_eq!(shorten("one two, three", 9), "one two…");
        assert_eq!(shorten("short", 9), "short");
        assert_eq!(shorten("字字字字字", 3), "字字字…");
    }
}
