//! Whether an answer is given, or only stands where one is still to be written.
//!
//! Takes an answer that was read; gives its state. Must not look at the question.

use super::links::leads_off;
use super::reading::Reading;
use super::vocabulary::is_placeholder;
use crate::markdown::{Block, BlockKind, Inline, InlineKind, text};
use crate::note::{Answer, AnswerState};

/// Whether an answer is one, or stands for one that is still to be written.
pub(super) fn state(reading: &Reading<'_>, answer: &Answer) -> AnswerState {
    // Cheap to see, and most answers are a sentence or more.
    if let Some(Inline { kind: InlineKind::Text(text), .. }) = answer.lead.first()
        && text.len() > 100
        && text.starts_with(char::is_alphanumeric)
    {
        return AnswerState::Given;
    }
    // Whoever marks an answer and gives an address has it elsewhere.
    if answer.blocks.is_empty() && leads_off(reading.document, &answer.lead) {
        return AnswerState::Placeholder;
    }
    let blocks = || answer.blocks.iter().flat_map(|place| place.of(reading.document));
    let short = |block: &Block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Plain(_)) && block.span.range().len() < 80;
    if !blocks().all(short) || blocks().nth(1).is_some() {
        return AnswerState::Given;
    }
    let mut all = text::inlines(&answer.lead);
    blocks().for_each(|block| text::push_block(block, &mut all));
    if is_placeholder(&all) && !(answer.lead.iter().any(shows) || blocks().any(is_picture)) {
        AnswerState::Placeholder
    } else {
        AnswerState::Given
    }
}

/// Whether a paragraph shows a picture.
fn is_picture(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) if inlines.iter().any(shows))
}

fn shows(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Image(..) => true,
        InlineKind::Link(_, inner) | InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => inner.iter().any(shows),
        InlineKind::Html(html) => html.inlines.iter().any(shows),
        _ => false,
    }
}
