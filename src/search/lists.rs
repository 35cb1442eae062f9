//! Encoded lists, one after another in one stretch of bytes: a guide has a million of them, most of a few bytes.
//!
//! Takes what writes each list; gives them back by number. Must not know what they say.

use rayon::prelude::*;

use super::gather::narrow;

/// How many lists are written at once by one thread.
const AT_ONCE: usize = 2048;

/// Encoded lists.
#[derive(Debug, Default)]
pub(super) struct Lists {
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Lists {
    /// Writes a list for each item, in parallel.
    pub(super) fn new<T: Sync>(items: &[T], write: impl Fn(&T, &mut Vec<u8>) + Sync) -> Self {
        let write_some = |items: &[T]| {
            let mut lists = Self::default();
            for item in items {
                lists.push(|out| write(item, out));
            }
            lists
        };
        let parts: Vec<Self> = items.par_chunks(AT_ONCE).map(write_some).collect();
        let mut lists =
            Self { bytes: Vec::with_capacity(parts.iter().map(|part| part.bytes.len()).sum()), ends: Vec::with_capacity(items.len()) };
        for part in parts {
            lists.append(part);
        }
        lists
    }

    /// Writes one list more.
    pub(super) fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.ends.push(narrow(self.bytes.len()));
    }

    /// Puts other lists behind these.
    pub(super) fn append(&mut self, others: Self) {
        let first = narrow(self.bytes.len());
        self.bytes.extend(others.bytes);
        self.ends.extend(others.ends.into_iter().map(|end| first + end));
    }

    /// Gives back the room that was taken ahead.
    pub(super) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// A list, as the reader gets it.
    pub(super) fn get(&self, number: usize) -> &[u8] {
        let end = |number: usize| self.ends.get(number).map(|&end| end as usize);
        let start = number.checked_sub(1).and_then(end).unwrap_or(0);
        end(number).and_then(|end| self.bytes.get(start..end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_back_by_number() {
        let items: Vec<usize> = (0..5000).collect();
        let lists = Lists::new(&items, |&item, out| out.extend((0..item % 7).map(|_| item.to_le_bytes()[0])));
        assert!(items.iter().all(|&item| lists.get(item) == vec![item.to_le_bytes()[0]; item % 7]));
        assert!(lists.get(5000).is_empty());
    }
}
