//! What stands where in the file of results.
//!
//! Takes and gives the bytes of the index file. Must not touch the disk, and must not trust a byte of what it reads.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Key;

/// The start of an index file, with the version of its form.
const MAGIC: &[u8; 16] = b"studyguide-memo1";

/// How many bytes an entry takes: key, offset, length, check.
const ENTRY: usize = 16 + 8 + 4 + 8;

/// The hash of an index that ends its file.
const SEAL: usize = 32;

/// Where a result stands.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its first byte in the file of results.
    pub(super) offset: u64,
    /// Its length.
    pub(super) length: u32,
    /// What its bytes must hash to.
    pub(super) check: u64,
    /// Whether anybody asked for it, or made it, since the memo was opened.
    pub(super) used: AtomicBool,
}

impl Entry {
    /// A new result's entry.
    pub(super) fn new(offset: u64, bytes: &[u8]) -> Option<Self> {
        Some(Self { offset, length: u32::try_from(bytes.len()).ok()?, check: check(bytes), used: AtomicBool::new(true) })
    }

    /// Whether anybody asked for it.
    pub(super) fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }
}

/// A short hash of a result, to tell a damaged one.
pub(super) fn check(bytes: &[u8]) -> u64 {
    let mut start = [0; 8];
    blake3::Hasher::new().update(bytes).finalize_xof().fill(&mut start);
    u64::from_le_bytes(start)
}

/// An index.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The number in the name of the file of results.
    pub(super) generation: u64,
    /// The results.
    pub(super) entries: HashMap<Key, Entry>,
}

impl Index {
    /// Reads an index; `None` where anything about it is wrong.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let (content, seal) = bytes.split_at_checked(bytes.len().checked_sub(SEAL)?)?;
        if blake3::hash(content).as_bytes() != seal {
            return None;
        }
        let (generation, entries) = content.strip_prefix(MAGIC)?.split_first_chunk::<8>()?;
        let (entries, rest) = entries.as_chunks::<ENTRY>();
        let entries: Option<HashMap<_, _>> = entries.iter().map(read_entry).collect();
        rest.is_empty().then_some(Self { generation: u64::from_le_bytes(*generation), entries: entries? })
    }

    /// The entries in the order of their results in the file.
    pub(super) fn in_order(&self) -> Vec<(Key, &Entry)> {
        let mut entries: Vec<_> = self.entries.iter().map(|(key, entry)| (*key, entry)).collect();
        entries.sort_by_key(|(key, entry)| (entry.offset, *key));
        entries
    }

    /// The bytes of the index file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.generation.to_le_bytes());
        for (key, entry) in self.in_order() {
            bytes.extend(key.0);
            bytes.extend(entry.offset.to_le_bytes());
            bytes.extend(entry.length.to_le_bytes());
            bytes.extend(entry.check.to_le_bytes());
        }
        bytes.extend(blake3::hash(&bytes).as_bytes());
        bytes
    }
}

fn read_entry(entry: &[u8; ENTRY]) -> Option<(Key, Entry)> {
    let (key, rest) = entry.split_first_chunk()?;
    let (offset, rest) = rest.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    let (check, _) = rest.split_first_chunk()?;
    let entry = Entry {
        offset: u64::from_le_bytes(*offset),
        length: u32::from_le_bytes(*length),
        check: u64::from_le_bytes(*check),
        used: AtomicBool::new(false),
    };
    Some((Key(*key), entry))
}
