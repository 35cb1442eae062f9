//! The file of results, one after the other, and the index beside it.
//!
//! Results are read by position, each when it is asked for: a guide of 10,000 notes keeps 50 MB. New ones are appended as they
//! come; the index, put into place by a rename, makes them count. What a killed build appended is never looked at. Must not
//! fail: whatever the disk says, the worst is an empty memo.

#![expect(clippy::disallowed_methods, reason = "the memo lives on disk")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::Key;
use super::index::{Entry, Index, check};

/// The index's name in the folder.
const INDEX: &str = "index";

/// The start of the names of files of results; their generation follows.
const RESULTS: &str = "results-";

/// Below this size it is not worth dropping anything.
const SMALL: u64 = 1 << 20;

/// What tells backup programs that the folder can be made again.
const TAG: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Results that studyguide keeps between builds. The folder can be deleted.\n";

/// Results on disk.
pub(super) struct Pack {
    folder: PathBuf,
    index: Index,
    /// The file of results; none while there is none.
    file: Option<File>,
    appending: Appending,
}

/// Whether results are being appended.
enum Appending {
    /// There was none yet.
    NotYet,
    /// After byte `end`, under a lock.
    After { end: u64, _lock: File },
    /// They cannot be: the folder is not writable, or another build is at it.
    Refused,
}

impl Pack {
    /// Opens the memo in a folder.
    pub(super) fn open(folder: &Path) -> Self {
        let index = fs::read(folder.join(INDEX)).ok().and_then(|bytes| Index::parse(&bytes));
        let file = index.as_ref().and_then(|index| File::open(results(folder, index.generation)).ok());
        let index = index.filter(|_| file.is_some()).unwrap_or_default();
        Self { folder: folder.to_owned(), index, file, appending: Appending::NotYet }
    }

    /// Reads a result.
    pub(super) fn get(&self, key: Key) -> Option<Vec<u8>> {
        let entry = self.index.entries.get(&key)?;
        let bytes = read(self.file.as_ref()?, entry)?;
        entry.used.store(true, Ordering::Relaxed);
        Some(bytes)
    }

    /// Appends a result.
    pub(super) fn put(&mut self, key: Key, result: &[u8]) {
        if matches!(self.appending, Appending::NotYet) {
            self.appending = self.start_appending().unwrap_or(Appending::Refused);
        }
        let (Appending::After { end, .. }, Some(file)) = (&mut self.appending, &mut self.file) else { return };
        let Some(entry) = Entry::new(*end, result) else { return };
        if file.write_all(result).is_ok() {
            *end += u64::from(entry.length);
            self.index.entries.insert(key, entry);
        } else {
            // Nobody knows how much of it was written.
            self.appending = Appending::Refused;
        }
    }

    fn start_appending(&mut self) -> io::Result<Appending> {
        fs::create_dir_all(&self.folder)?;
        let lock = File::create(self.folder.join("lock"))?;
        lock.try_lock().map_err(io::Error::from)?;
        for (name, text) in [("CACHEDIR.TAG", TAG), (".gitignore", "*\n")] {
            let path = self.folder.join(name);
            if !path.exists() {
                fs::write(path, text)?;
            }
        }
        let path = results(&self.folder, self.index.generation);
        if self.file.is_none() {
            self.remove_results()?;
            File::create(&path)?;
        }
        let file = File::options().read(true).append(true).open(path)?;
        let end = file.metadata()?.len();
        self.file = Some(file);
        Ok(Appending::After { end, _lock: lock })
    }

    /// Removes what no index that can be read speaks of.
    fn remove_results(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(RESULTS) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Makes what was appended count.
    pub(super) fn save(&mut self) {
        let Appending::After { end, .. } = self.appending else { return };
        let used: u64 = self.index.entries.values().filter(|entry| entry.is_used()).map(|entry| u64::from(entry.length)).sum();
        if end > SMALL && used < end / 2 {
            let old = results(&self.folder, self.index.generation);
            if self.rewrite().is_ok() {
                let _stays_until_the_next_time = fs::remove_file(old);
            }
        } else {
            let _forgotten = write_index(&self.folder, &self.index);
        }
        // Lets go of the lock; the next result takes it again.
        self.appending = Appending::NotYet;
    }

    /// Copies what was asked for into a new file of results.
    fn rewrite(&mut self) -> io::Result<()> {
        let mut index = Index { generation: self.index.generation.wrapping_add(1), ..Index::default() };
        let path = results(&self.folder, index.generation);
        let mut file = io::BufWriter::new(File::create(&path)?);
        let mut end = 0;
        for (key, entry) in self.index.in_order().into_iter().filter(|(_, entry)| entry.is_used()) {
            let Some(bytes) = self.file.as_ref().and_then(|file| read(file, entry)) else { continue };
            file.write_all(&bytes)?;
            index.entries.extend(Entry::new(end, &bytes).map(|entry| (key, entry)));
            end += u64::from(entry.length);
        }
        file.into_inner().map_err(io::IntoInnerError::into_error)?;
        write_index(&self.folder, &index)?;
        self.file = Some(File::open(path)?);
        self.index = index;
        Ok(())
    }
}

fn results(folder: &Path, generation: u64) -> PathBuf {
    folder.join(format!("{RESULTS}{generation}"))
}

fn write_index(folder: &Path, index: &Index) -> io::Result<()> {
    let new = folder.join("index.new");
    fs::write(&new, index.bytes())?;
    fs::rename(new, folder.join(INDEX))
}

/// Reads a result, if it is what was written.
fn read(file: &File, entry: &Entry) -> Option<Vec<u8>> {
    // Not before the file is known to hold so much: a damaged length must not cost memory.
    let end = entry.offset.checked_add(u64::from(entry.length))?;
    if end > file.metadata().ok()?.len() {
        return None;
    }
    let mut bytes = vec![0; entry.length as usize];
    read_exact_at(file, &mut bytes, entry.offset).ok()?;
    (check(&bytes) == entry.check).then_some(bytes)
}

#[cfg(unix)]
fn read_exact_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_exact_at(file: &File, mut bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let count = std::os::windows::fs::FileExt::seek_read(file, bytes, offset)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = bytes.get_mut(count..).unwrap_or_default();
        offset += count as u64;
    }
    Ok(())
}
