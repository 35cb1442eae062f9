//! The memo: results of pure functions, kept on disk between builds.
//!
//! Takes the hash of *all* inputs of a function with its result; gives the result again. Deleting it changes nothing but time,
//! and so nothing about it is ever an error: a memo that cannot be read is empty, one that cannot be written is not. `pack.rs`
//! is the file of results, `index.rs` says what stands where in it. Must not know what the results mean.

mod index;
mod pack;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{PoisonError, RwLock};

use pack::Pack;

/// The hash of all inputs of a function, the function and its version among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key([u8; 16]);

impl Key {
    /// The key of a result. `function` names what was computed, and has to change when its results do.
    #[must_use]
    pub fn new(function: &str, inputs: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in [env!("CARGO_PKG_VERSION").as_bytes(), function.as_bytes()].iter().chain(inputs) {
            // With its length, so that no two lists of inputs read the same.
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        let mut key = [0; 16];
        hasher.finalize_xof().fill(&mut key);
        Self(key)
    }
}

/// Results by key. Threads may share it.
pub struct Memo(Store);

/// Where results are kept.
enum Store {
    Nowhere,
    Memory(RwLock<HashMap<Key, Vec<u8>>>),
    Disk(RwLock<Pack>),
}

impl Memo {
    /// A memo that remembers nothing.
    #[must_use]
    pub fn none() -> Self {
        Self(Store::Nowhere)
    }

    /// A memo of one build, for `--no-cache`: what many pages show is still made once.
    #[must_use]
    pub fn of_one_build() -> Self {
        Self(Store::Memory(RwLock::default()))
    }

    /// The memo in a folder. Nothing is written there before there is a result to keep.
    #[must_use]
    pub fn open(folder: &Path) -> Self {
        Self(Store::Disk(RwLock::new(Pack::open(folder))))
    }

    /// The result for a key.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<Vec<u8>> {
        match &self.0 {
            Store::Nowhere => None,
            Store::Memory(results) => results.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned(),
            Store::Disk(pack) => pack.read().unwrap_or_else(PoisonError::into_inner).get(key),
        }
    }

    /// Keeps a result.
    pub fn put(&self, key: Key, result: &[u8]) {
        match &self.0 {
            Store::Nowhere => {}
            Store::Memory(results) => _ = results.write().unwrap_or_else(PoisonError::into_inner).insert(key, result.to_vec()),
            Store::Disk(pack) => pack.write().unwrap_or_else(PoisonError::into_inner).put(key, result),
        }
    }

    /// The text for a key, made and kept where there is none.
    pub fn text(&self, key: Key, make: impl FnOnce() -> String) -> String {
        if let Some(text) = self.get(key).and_then(|bytes| String::from_utf8(bytes).ok()) {
            return text;
        }
        let text = make();
        self.put(key, text.as_bytes());
        text
    }

    /// Ends a build: what is new stays for the next one; what no build since [`open`](Self::open) asked for is dropped when
    /// it is most of the memo. A memo of one build forgets.
    pub fn save(&self) {
        match &self.0 {
            Store::Nowhere => {}
            Store::Memory(results) => *results.write().unwrap_or_else(PoisonError::into_inner) = HashMap::new(),
            Store::Disk(pack) => pack.write().unwrap_or_else(PoisonError::into_inner).save(),
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at the folder on disk")]
mod tests {
    use std::fs;

    use super::*;

    fn key(text: &str) -> Key {
        Key::new("test", &[text.as_bytes()])
    }

    fn size(folder: &Path) -> u64 {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum()
    }

    #[test]
    fn results_are_there_at_once_and_in_the_next_build() {
        let folder = tempfile::tempdir().unwrap();
        let memo = Memo::open(folder.path());
        assert_eq!(memo.get(key("a")), None);
        memo.put(key("a"), b"result");
        memo.put(key("empty"), b"");
        assert_eq!(memo.get(key("a")).as_deref(), Some(&b"result"[..]));
        memo.save();
        memo.put(key("late"), b"after a first save");
        memo.save();
        let next = Memo::open(folder.path());
        assert_eq!(next.get(key("a")).as_deref(), Some(&b"result"[..]));
        assert_eq!(next.get(key("empty")).as_deref(), Some(&b""[..]));
        assert_eq!(next.text(key("late"), || unreachable!()), "after a first save");
        assert_eq!(next.get(key("b")), None);
    }

    #[test]
    fn keys_tell_functions_and_inputs_apart() {
        let keys = [Key::new("f", &[b"ab", b"c"]), Key::new("f", &[b"a", b"bc"]), Key::new("f", &[b"abc"]), Key::new("g", &[b"abc"])];
        for (position, key) in keys.iter().enumerate() {
            assert!(!keys[..position].contains(key));
        }
    }

    #[test]
    fn what_was_not_saved_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let memo = Memo::open(folder.path());
        memo.put(key("a"), b"result");
        drop(memo);
        assert_eq!(Memo::open(folder.path()).get(key("a")), None);
    }

    #[test]
    fn a_memo_that_remembers_nothing_remembers_nothing() {
        let memo = Memo::none();
        memo.put(key("a"), b"result");
        assert_eq!(memo.get(key("a")), None);
        assert_eq!(memo.text(key("a"), || "made".to_owned()), "made");
    }

    #[test]
    fn nothing_is_written_before_there_is_a_result() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("deep/cache");
        let memo = Memo::open(&place);
        memo.save();
        assert!(!place.exists());
        memo.put(key("a"), b"result");
        memo.save();
        assert_eq!(fs::read_to_string(place.join(".gitignore")).unwrap(), "*\n");
        assert!(fs::read_to_string(place.join("CACHEDIR.TAG")).unwrap().starts_with("Signature: 8a477f597d28d172789f06886806bc55"));
    }

    #[test]
    fn damage_makes_an_empty_memo_that_can_be_filled_again() {
        for (file, at) in [("index", 40), ("index", 3), ("results-0", 2)] {
            let folder = tempfile::tempdir().unwrap();
            let memo = Memo::open(folder.path());
            memo.put(key("a"), b"result");
            memo.save();
            drop(memo);
            let path = folder.path().join(file);
            let mut bytes = fs::read(&path).unwrap();
            bytes[at] ^= 1;
            fs::write(&path, bytes).unwrap();

            let memo = Memo::open(folder.path());
            assert_eq!(memo.get(key("a")), None, "{file} {at}");
            memo.put(key("a"), b"again");
            memo.save();
            assert_eq!(Memo::open(folder.path()).get(key("a")).as_deref(), Some(&b"again"[..]), "{file} {at}");
        }
    }

    #[test]
    fn a_lost_or_short_file_of_results_is_an_empty_memo() {
        for shorten in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let memo = Memo::open(folder.path());
            memo.put(key("a"), b"result");
            memo.save();
            let path = folder.path().join("results-0");
            if shorten {
                fs::write(path, "r").unwrap();
            } else {
                fs::remove_file(path).unwrap();
            }
            assert_eq!(Memo::open(folder.path()).get(key("a")), None);
        }
    }

    #[test]
    fn what_nobody_asks_for_is_dropped_when_it_is_most_of_the_memo() {
        let folder = tempfile::tempdir().unwrap();
        let memo = Memo::open(folder.path());
        let big = vec![7; 3 << 20];
        memo.put(key("big"), &big);
        memo.put(key("small"), b"small");
        memo.save();
        drop(memo);

        let memo = Memo::open(folder.path());
        assert!(memo.get(key("small")).is_some());
        memo.put(key("new"), b"new");
        memo.save();
        assert!(size(folder.path()) < 1000);
        for memo in [memo, Memo::open(folder.path())] {
            assert_eq!(memo.get(key("big")), None);
            assert_eq!(memo.get(key("small")).as_deref(), Some(&b"small"[..]));
            assert_eq!(memo.get(key("new")).as_deref(), Some(&b"new"[..]));
        }
    }

    #[test]
    fn a_second_build_at_the_same_time_reads_and_keeps_out_of_the_way() {
        let folder = tempfile::tempdir().unwrap();
        let first = Memo::open(folder.path());
        first.put(key("a"), b"first");
        let second = Memo::open(folder.path());
        second.put(key("b"), b"second");
        second.save();
        first.save();
        let next = Memo::open(folder.path());
        assert_eq!(next.get(key("a")).as_deref(), Some(&b"first"[..]));
        assert_eq!(next.get(key("b")), None);
    }
}
