//! The title of a note.
//!
//! Takes what front matter says, the headings and the path; gives the title and the heading that it was taken from. The steps:
//! front matter; else a first heading that stands above all others; else the file's name; else, where the name says nothing,
//! the folder's name or the first heading, which stays a section.

use super::heading::TopHeading;
use super::levels::{self, Written};
use super::{Role, Roles, Title, facts, name};
use crate::markdown::{BlockKind, Document};
use crate::path::{GuidePath, name_of};

/// How much may stand before a title that is no first-level heading.
const BEFORE: usize = 3;

/// Finds the title. `headings` are those that may make sections.
pub(super) fn find(given: Option<&str>, headings: &[TopHeading], document: &Document, roles: &Roles, path: &GuidePath) -> Title {
    let above = headings.first().filter(|_| stands_above(headings, document, roles));
    let given = given.map(str::trim).filter(|given| !given.is_empty());
    if let Some(given) = given {
        // A heading that says no more than front matter does would be the title twice.
        let heading = above.filter(|heading| says_no_more(heading.title(), given)).map(|heading| heading.id);
        return Title { text: given.to_owned(), number: None, heading };
    }
    if let Some(heading) = above {
        return Title { heading: Some(heading.id), ..of(heading) };
    }
    let (stem, folder) = (path.stem(), name_of(path.folder()));
    let by_folder = || Some(folder).filter(|folder| !name::says_nothing(folder)).map(titled);
    // The heading stays a section, and its numbering stays with it.
    let by_heading = || headings.first().map(|heading| Title { number: None, ..of(heading) });
    let found = if !name::says_nothing(stem) {
        Some(titled(stem))
    } else if name::is_index(stem) {
        by_folder().or_else(by_heading)
    } else {
        by_heading().or_else(by_folder)
    };
    found.unwrap_or_else(|| titled(stem))
}

fn titled(name: &str) -> Title {
    Title { text: name::readable_name(name), number: None, heading: None }
}

fn of(heading: &TopHeading) -> Title {
    Title { text: heading.title().to_owned(), number: heading.shown_number().map(str::to_owned), heading: None }
}

/// Whether every word of `heading` is one of `title`'s.
fn says_no_more(heading: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let title = words(title);
    words(heading).iter().all(|word| title.contains(word))
}

/// Whether the first heading stands above all others: by levels once numbering has mended them, or by having nothing of its
/// own below it.
fn stands_above(headings: &[TopHeading], document: &Document, roles: &Roles) -> bool {
    let Some((first, others)) = headings.split_first() else { return false };
    let written = |heading: &TopHeading| (heading.level, heading.number().cloned());
    let numbers: Vec<_> = headings.iter().map(written).collect();
    let rebuilt: Vec<Written<'_>> = numbers.iter().map(|(level, number)| Written { level: *level, number: number.as_ref() }).collect();
    let depths = levels::depths(&rebuilt);
    if depths.iter().skip(1).all(|&depth| depth > 0) {
        return first.level == 1 || body_before(first.block, document, roles) <= BEFORE;
    }
    let Some(second) = others.first().filter(|_| first.number().is_none()) else { return false };
    if !is_bare(first.block, second.block, document, roles) {
        return false;
    }
    let below = depths.get(1).is_some_and(|&depth| depth > 0);
    let ruled = |block: usize| matches!(document.blocks.get(block + 1).map(|block| &block.kind), Some(BlockKind::Rule));
    let alike = || headings.iter().zip(&depths).skip(1).filter(|&(_, &depth)| depth == 0).any(|(heading, _)| ruled(heading.block));
    !below || (ruled(first.block) && !alike())
}

fn body_before(end: usize, document: &Document, roles: &Roles) -> usize {
    let blocks = document.blocks.iter().enumerate().take(end);
    blocks.filter(|&(position, block)| roles.is(position, Role::Body) && !matches!(block.kind, BlockKind::Rule)).count()
}

/// Whether nothing but rules, facts and a table of contents stands between two blocks.
fn is_bare(from: usize, to: usize, document: &Document, roles: &Roles) -> bool {
    let mut between = document.blocks.iter().enumerate().take(to).skip(from + 1);
    between
        .all(|(position, block)| matches!(block.kind, BlockKind::Rule) || !roles.is(position, Role::Body) || facts::read(block).is_some())
}
