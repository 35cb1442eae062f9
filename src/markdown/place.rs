//! Where blocks stand in the tree, as a value: what refers to blocks needs no copy of them.
//!
//! Takes a document; gives the blocks of a [`Place`]. A place made for another document gives no blocks.

use std::ops::Range;

use super::{Block, BlockKind, Document};

/// A run of sibling blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The way from the document's own blocks down to the siblings.
    pub steps: Box<[Step]>,
    /// Which of the siblings.
    pub blocks: Range<usize>,
}

/// One step down the tree: into a child of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// The block, among its siblings.
    pub block: usize,
    /// Which of its children: the item of a list, the description of a term; 0 elsewhere.
    pub child: usize,
}

impl Place {
    /// The blocks that stand here.
    #[must_use]
    pub fn of<'d>(&self, document: &'d Document) -> &'d [Block] {
        let mut siblings = document.blocks.as_ref();
        for step in &self.steps {
            let children = siblings.get(step.block).and_then(|block| block.children(step.child));
            let Some(children) = children else { return &[] };
            siblings = children;
        }
        siblings.get(self.blocks.clone()).unwrap_or_default()
    }
}

impl Block {
    /// The blocks that stand in the child of that number: an item of a list, a description of a term, or what a quotation or
    /// element holds.
    #[must_use]
    pub fn children(&self, number: usize) -> Option<&[Block]> {
        let only = |blocks| Some(blocks).filter(|_| number == 0);
        match &self.kind {
            BlockKind::List(list) => list.items.get(number).map(|item| item.blocks.as_ref()),
            BlockKind::Quote(_, blocks) | BlockKind::Html(_, blocks) => only(blocks.as_ref()),
            BlockKind::Details(details) => only(details.blocks.as_ref()),
            BlockKind::Definitions(terms) => terms.iter().flat_map(|term| &term.details).nth(number).map(AsRef::as_ref),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{parse, text};
    use crate::path::GuidePath;

    #[test]
    fn a_place_leads_to_its_blocks() {
        let (document, _) = parse(&GuidePath::new("a.md").unwrap(), "Text.\n\n- one\n- two\n\n  > deep\n  >\n  > deeper", 0);
        let place = Place { steps: [Step { block: 1, child: 1 }, Step { block: 1, child: 0 }].into(), blocks: 1..2 };
        assert_eq!(text::blocks(place.of(&document)).trim(), "deeper");
        let nowhere = Place { steps: [Step { block: 7, child: 0 }].into(), blocks: 0..1 };
        assert!(nowhere.of(&document).is_empty());
    }
}
