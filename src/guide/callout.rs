//! What the callouts of a guide are about, in the words of their notes.
//!
//! Takes a callout; gives a few words to know it by. Must not say what kind it is: its label does.

use crate::ids::CalloutId;
use crate::markdown::{BlockKind, Inline, InlineKind, text};

use super::Guide;

impl Guide {
    /// What a callout is about: its subject, else the item or section that it stands in, else its note.
    #[must_use]
    pub fn subject(&self, id: CalloutId) -> String {
        let callout = self.callout(id);
        let outline = &self.notes[self.callouts[id].note].outline;
        let section = || callout.section.map(|section| outline.sections[section].title.clone());
        callout.subject.clone().or_else(|| self.run_in(id)).or_else(section).unwrap_or_else(|| outline.title.text.clone())
    }

    /// The bold words that open the list item which a callout stands in (`- **Decorators:**` above `- **Concept:** …`).
    #[must_use]
    pub fn run_in(&self, id: CalloutId) -> Option<String> {
        let callout = self.callout(id);
        let note = &self.notes[self.callouts[id].note];
        let mut siblings = note.document.blocks.as_ref();
        let mut found = None;
        for step in &callout.place.steps {
            siblings = siblings.get(step.block)?.children(step.child)?;
            let Some(BlockKind::Paragraph(opening) | BlockKind::Plain(opening)) = siblings.first().map(|block| &block.kind) else {
                continue;
            };
            let Some(Inline { kind: InlineKind::Strong(bold), span, .. }) = opening.first() else { continue };
            // An item may open with the label of a callout, this one or another.
            let is_label = note.callouts.as_slice().binary_search_by_key(&span.start, |callout| callout.span.start).is_ok();
            let words = text::inlines(bold);
            let words = words.trim_end().trim_end_matches([':', '：']).trim();
            if !is_label && !words.is_empty() {
                found = Some(words.to_owned());
            }
        }
        found
    }
}
