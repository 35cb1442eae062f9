//! Outline repair: real notes have no title, start at the third level or jump levels among siblings; the page has one title
//! and no skipped level.
//!
//! Takes a note's block tree; gives the [`Outline`] that the page shows and the [`Fact`]s that leave the body. The tree
//! itself stays as written: heading ids are GitHub's, whatever level a heading ends on. Must not know how a page looks.

mod contents;
mod facts;
mod heading;
mod levels;
pub mod name;
mod number;
mod numeral;
mod residue;
mod sections;
mod series;
mod title;
mod unit;

use std::ops::Range;

pub use self::number::{Prefix, prefix};
use crate::ids::{HeadingId, IdVec, SectionId};
use crate::markdown::{Document, Inline};
use crate::path::GuidePath;
use crate::span::Span;

/// What repair gives.
#[derive(Clone, Debug)]
pub struct Repaired {
    /// Title, sections and what each block is for.
    pub outline: Outline,
    /// What the note says of itself, top first.
    pub facts: Vec<Fact>,
}

/// Repairs the outline of a note. `given_title` is front matter's; `text` is what the document's spans count in.
#[must_use]
pub fn repair(document: &Document, text: &str, given_title: Option<&str>, path: &GuidePath) -> Repaired {
    let mut roles = Roles::new(document);
    let mut headings = heading::top_headings(document);
    contents::mark(document, &headings, &mut roles);
    residue::mark(document, &headings, &mut roles);
    headings.retain(|heading| roles.is(heading.block, Role::Body));
    let title = title::find(given_title, &headings, document, &roles, path);
    let facts = facts::take(document, title.heading, &mut roles);
    if let Some(heading) = headings.first().filter(|heading| Some(heading.id) == title.heading) {
        roles.mark(heading.block..heading.block + 1, Role::Title);
        headings.remove(0);
    }
    let sections = sections::build(document, text, &headings, &roles);
    let levels = sections::levels(document, title.heading, &sections);
    Repaired { outline: Outline { title, sections, levels, roles: roles.of_blocks }, facts }
}

/// What each of the document's own blocks is for, while it is being found out.
struct Roles {
    of_blocks: Vec<Role>,
}

impl Roles {
    fn new(document: &Document) -> Self {
        Self { of_blocks: vec![Role::Body; document.blocks.len()] }
    }

    fn is(&self, block: usize, role: Role) -> bool {
        self.of_blocks.get(block) == Some(&role)
    }

    /// Marks blocks that nobody has claimed yet.
    fn mark(&mut self, blocks: Range<usize>, role: Role) {
        for of_block in self.of_blocks.get_mut(blocks).into_iter().flatten() {
            if *of_block == Role::Body {
                *of_block = role;
            }
        }
    }
}

/// A note's title and sections as the page shows them: one level-1 title, no level skipped.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The note's title.
    pub title: Title,
    /// The sections, in document order. The title's heading is none.
    pub sections: IdVec<SectionId, Section>,
    /// The level of every heading on the page, nested ones too.
    pub levels: IdVec<HeadingId, u8>,
    /// What each of the document's own blocks is for, in order.
    pub roles: Vec<Role>,
}

/// A note's title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// The plain text, without numbering.
    pub text: String,
    /// The numbering in front of it (`Chapter 3:`), shown on its own page only.
    pub number: Option<String>,
    /// The heading that is the title; it is not shown a second time.
    pub heading: Option<HeadingId>,
}

/// A heading with all that follows it up to the next heading of the same or a higher level.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading.
    pub heading: HeadingId,
    /// Its level on the page, 2 to 6.
    pub level: u8,
    /// The section that holds it.
    pub parent: Option<SectionId>,
    /// The numbering in front of the heading's text (`2.2`, `Part 1:`), shown on the page only.
    pub number: Option<String>,
    /// The heading's plain text without numbering.
    pub title: String,
    /// Its bytes, sub-sections included.
    pub span: Span,
    /// Its blocks in [`Document::blocks`], the heading and sub-sections included. Blocks that are no [`Role::Body`] may stand
    /// among them; at its end none does.
    pub blocks: Range<usize>,
}

/// What one of a document's own blocks is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Part of the note.
    Body,
    /// The heading that became the title.
    Title,
    /// Metadata, shown in the line under the title.
    Facts,
    /// A table of contents made by hand; the page has its own.
    Contents,
    /// What a chat left behind; kept, folded at the end.
    Residue,
}

/// A labelled fact that a note states about itself.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The label as written, without its colon.
    pub label: String,
    /// What it says.
    pub value: Vec<Inline>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{parse, text};

    fn repaired(path: &str, given: Option<&str>, note: &str) -> (Document, Repaired) {
        let path = GuidePath::new(path).unwrap();
        let (document, _) = parse(&path, note, 0);
        let repaired = repair(&document, note, given, &path);
        (document, repaired)
    }

    /// One letter a block: body, title, facts, contents, residue.
    pub(super) fn roles(note: &str) -> String {
        let letter = |role: &Role| match role {
            Role::Body => 'B',
            Role::Title => 'T',
            Role::Facts => 'F',
            Role::Contents => 'C',
            Role::Residue => 'R',
        };
        repaired("heaps.md", None, note).1.outline.roles.iter().map(letter).collect()
    }

    /// `label=value; …`
    pub(super) fn facts(note: &str) -> String {
        let facts = repaired("heaps.md", None, note).1.facts;
        facts.iter().map(|fact| format!("{}={}", fact.label, text::inlines(&fact.value))).collect::<Vec<_>>().join("; ")
    }

    /// The title, then one line a section: its level, number and title.
    fn outline(path: &str, given: Option<&str>, note: &str) -> Vec<String> {
        let outline = repaired(path, given, note).1.outline;
        let section = |section: &Section| {
            format!("{} {}{}", section.level, section.number.as_deref().map(|n| format!("[{n}] ")).unwrap_or_default(), section.title)
        };
        std::iter::once(format!("1 {}", outline.title.text)).chain(outline.sections.iter().map(section)).collect()
    }

    #[test]
    fn titles_come_from_the_best_source() {
        for (path, given, note, title, from_heading) in [
            ("x.md", Some("Soil"), "# Water\n\n## Rain", "Soil", false),
            ("x.md", Some("All about Soil"), "# Soil\n\n## Clay", "All about Soil", true),
            ("x.md", None, "Preface.\n\n# Soil\n\n## Clay\n\n## Sand", "Soil", true),
            ("x.md", None, "### Soil (for Juniors)\n\n#### Clay\n\n#### Sand", "Soil (for Juniors)", true),
            ("x.md", None, "# Chapter 2: Soil\n\n## Clay", "Soil", true),
            ("x.md", None, "# Deep Soil\n\n---\n\n## Part 1: Clay\n\n### 1. Red\n\n# Part 2: Sand\n\n## 1. Dune", "Deep Soil", true),
            ("x.md", None, "# Soil Notes\n\n# Clay\n\nText.\n\n# Sand\n\nText.", "Soil Notes", true),
            ("x.md", None, "## Contents\n\n- [Soil](#soil)\n\n# Soil\n\n## Clay", "Soil", true),
            ("soil-types.md", None, "# Clay\n\nText.\n\n# Sand\n\nText.", "Soil types", false),
            ("soil.md", None, "# Clay\n\n## Red\n\n# Sand\n\n## Dune", "Soil", false),
            ("soil.md", None, "Text only.", "Soil", false),
            ("soil.md", None, "", "Soil", false),
            ("soil/README.md", None, "## Clay\n\nText.\n\n## Sand", "Soil", false),
            ("README.md", None, "## Clay\n\nText.\n\n## Sand", "Clay", false),
            ("soil/007_1234abcd5678ef90.md", None, "### 1. Clay\n\n### 2. Sand", "Clay", false),
            ("soil/007.md", None, "Text.", "Soil", false),
            ("007.md", None, "Text.", "007", false),
        ] {
            let (_, repaired) = repaired(path, given, note);
            assert_eq!(
                (repaired.outline.title.text.as_str(), repaired.outline.title.heading.is_some()),
                (title, from_heading),
                "{path}: {note}"
            );
        }
    }

    #[test]
    fn sections_nest_from_the_second_level_without_skips() {
        assert_eq!(
            outline(
                "x.md",
                None,
                "# Soil\n\n## Part 1: Ground\n\n### 1. Clay\n\n## 2. Sand\n\n##### Dune\n\n# Part 2: Air\n\n#### 1. Wind"
            ),
            ["1 Soil", "2 [Part 1:] Ground", "3 [1.] Clay", "3 [2.] Sand", "4 Dune", "2 [Part 2:] Air", "3 [1.] Wind"]
        );
        assert_eq!(outline("x.md", None, "### 1. Clay\n\n### 2. Sand"), ["1 X", "2 [1.] Clay", "2 [2.] Sand"]);
        assert_eq!(
            outline("x.md", None, "# Soil\n\n## Contents\n\n- [a](#clay)\n\n## Clay\n\n## Next\n\nWould you like me to go on?"),
            ["1 Soil", "2 Clay"]
        );
    }

    #[test]
    fn sections_know_their_blocks_and_bytes() {
        let note = "# Soil\n\n## Clay\n\nRed.\n\n### Use\n\nPots.\n\n## Sand\n\nDry.\n\n---\n\n**Author**: Ada";
        let (_, repaired) = repaired("x.md", None, note);
        let held =
            |section: &Section| (section.title.clone(), section.blocks.clone(), section.span.of(note).lines().last().unwrap().to_owned());
        assert_eq!(
            repaired.outline.sections.iter().map(held).collect::<Vec<_>>(),
            [
                ("Clay".to_owned(), 1..5, String::new()),
                ("Use".to_owned(), 3..5, String::new()),
                ("Sand".to_owned(), 5..7, "**Author**: Ada".to_owned())
            ]
        );
        assert_eq!(repaired.outline.sections.iter().map(|section| section.parent.is_some()).collect::<Vec<_>>(), [false, true, false]);
    }

    #[test]
    fn nested_headings_stand_below_their_section() {
        let note = "# Soil\n\n## Clay\n\n1. ### What is it?\n\n   ##### Red\n\n2. ### Why?\n\n> ###### Quoted\n\n## Sand\n\n- ###### Dune";
        let (document, repaired) = repaired("x.md", None, note);
        assert_eq!(repaired.outline.levels.as_slice(), [1, 2, 3, 4, 3, 4, 2, 3]);
        assert_eq!(document.headings.len(), 8);
    }
}
