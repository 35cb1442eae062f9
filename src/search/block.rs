//! How units are numbered: in blocks of a few, so that a number alone tells which files its title and text are in.
//!
//! Takes how many units each page has; gives their numbers. A page begins a block and takes as many as it needs, so some
//! numbers belong to no unit. Must not know what stands in the files.

use super::gather::narrow;

/// How many units a block has.
pub(super) const UNITS: usize = 16;

/// The numbers of all units.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// For each unit its number.
    numbers: Vec<u32>,
    /// For each block whether a page begins with it (`-`) or goes on (`+`).
    blocks: String,
}

impl Numbering {
    /// Numbers the units of pages that have so many each.
    pub(super) fn new(sizes: impl Iterator<Item = usize>) -> Self {
        let mut numbering = Self::default();
        for size in sizes {
            let first = numbering.blocks.len() * UNITS;
            numbering.numbers.extend((first..first + size).map(narrow));
            numbering.blocks.push('-');
            numbering.blocks.extend((1..size.div_ceil(UNITS)).map(|_| '+'));
        }
        numbering
    }

    /// The number of a unit, counted without gaps.
    pub(super) fn of(&self, unit: u32) -> u32 {
        self.numbers.get(unit as usize).copied().unwrap_or_default()
    }

    /// The first block of each page.
    pub(super) fn pages(&self) -> impl Iterator<Item = usize> {
        self.blocks.match_indices('-').map(|(block, _)| block)
    }

    /// What each block is, a letter each.
    pub(super) fn blocks(&self) -> &str {
        &self.blocks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_a_block_and_takes_as_many_as_it_needs() {
        let numbering = Numbering::new([2, 17, 16, 1].into_iter());
        assert_eq!(numbering.blocks(), "--+--");
        assert_eq!(numbering.pages().collect::<Vec<_>>(), [0, 1, 3, 4]);
        assert_eq!([0, 1, 2, 17, 18, 19, 35].map(|unit| numbering.of(unit)), [0, 1, 16, 31, 32, 48, 64]);
    }
}
