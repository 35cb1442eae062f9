//! Notes that were renamed: which note of the lock each note is.
//!
//! Takes the lock and the notes; gives the note that each of the lock's has become. Notes whose path is still there are
//! themselves; of the others, those whose text or questions are alike are one. Must not compare every note with every other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::lock::{Lock, LockedNote};
use super::sketch::Sketch;
use crate::guide::questions::Asked;
use crate::ids::{IdVec, NoteId};
use crate::note::Note;
use crate::path::{GuidePath, name_of};

/// How much two notes share at least that are one: as much as version control asks for.
const ALIKE: f64 = 0.5;

/// What the same title and the same file name add, each.
const SAME_NAME: f64 = 0.1;

/// How much less every other must share.
const MARGIN: f64 = 0.05;

/// How many notes that share something are looked at for each.
const CANDIDATES: usize = 32;

/// The notes of the lock as they are now.
#[derive(Debug, Default)]
pub(super) struct Homes<'a> {
    /// The note that each has become. Those that are gone are not here.
    pub(super) now: BTreeMap<&'a GuidePath, NoteId>,
    /// Notes that may be one of several of the lock, or share one with others.
    pub(super) unclear: BTreeMap<NoteId, Vec<&'a GuidePath>>,
}

/// A note that is not in the lock.
struct Fresh<'a> {
    id: NoteId,
    note: &'a Note,
    sketch: Sketch,
    asked: Vec<&'a Asked>,
}

/// Finds the notes of the lock. `hidden` are those that this build leaves out.
pub(super) fn find<'a>(
    lock: &'a Lock,
    notes: &'a IdVec<NoteId, Note>,
    asked: &IdVec<NoteId, Vec<&'a Asked>>,
    hidden: &BTreeSet<&GuidePath>,
) -> Homes<'a> {
    let by_path: HashMap<&GuidePath, NoteId> = notes.iter_ids().map(|(id, note)| (&note.path, id)).collect();
    let mut homes = Homes::default();
    let mut gone: Vec<(&GuidePath, &LockedNote)> = Vec::new();
    for (path, locked) in &lock.notes {
        match by_path.get(path) {
            Some(&id) => _ = homes.now.insert(path, id),
            None if hidden.contains(path) => {}
            None => gone.push((path, locked)),
        }
    }
    if gone.is_empty() {
        return homes;
    }
    let fresh: Vec<Fresh<'_>> = notes
        .iter_ids()
        .filter(|(_, note)| !lock.notes.contains_key(&note.path))
        .map(|(id, note)| Fresh { id, note, sketch: Sketch::of(&note.text), asked: asked[id].clone() })
        .collect();
    pair(&gone, &fresh, &mut homes);
    homes
}

fn pair<'a>(gone: &[(&'a GuidePath, &'a LockedNote)], fresh: &[Fresh<'a>], homes: &mut Homes<'a>) {
    let index = Index::new(fresh);
    let mut edges: Vec<(f64, usize, usize)> = Vec::new();
    for (old, &(path, locked)) in gone.iter().enumerate() {
        for new in index.like(path, locked) {
            let likeness = fresh.get(new).map_or(0.0, |fresh| likeness(path, locked, fresh));
            if likeness >= ALIKE {
                edges.push((likeness, old, new));
            }
        }
    }
    edges.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut olds, mut news) = (BTreeMap::<usize, Vec<(f64, usize)>>::new(), BTreeMap::<usize, Vec<(f64, usize)>>::new());
    for &(likeness, old, new) in &edges {
        olds.entry(old).or_default().push((likeness, new));
        news.entry(new).or_default().push((likeness, old));
    }
    let (mut taken, mut given) = (BTreeSet::new(), BTreeSet::new());
    for &(likeness, old, new) in &edges {
        let rival_new =
            olds.get(&old).into_iter().flatten().any(|&(other, id)| id != new && !given.contains(&id) && other > likeness - MARGIN);
        let rival_old =
            news.get(&new).into_iter().flatten().any(|&(other, id)| id != old && !taken.contains(&id) && other > likeness - MARGIN);
        if taken.contains(&old) || given.contains(&new) || rival_new || rival_old {
            continue;
        }
        if let (Some(&(path, _)), Some(note)) = (gone.get(old), fresh.get(new)) {
            homes.now.insert(path, note.id);
            taken.insert(old);
            given.insert(new);
        }
    }
    for (_, old, new) in edges.into_iter().filter(|(_, old, new)| !taken.contains(old) && !given.contains(new)) {
        if let (Some(&(path, _)), Some(note)) = (gone.get(old), fresh.get(new)) {
            homes.unclear.entry(note.id).or_default().push(path);
        }
    }
}

/// How much of a note of the lock a note has: of its text or of its questions, whichever is more.
fn likeness(path: &GuidePath, locked: &LockedNote, fresh: &Fresh<'_>) -> f64 {
    let has = |question: &&super::lock::LockedQuestion| fresh.asked.iter().any(|asked| asked.words == question.asked.words);
    let few = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let asked = match locked.questions.len() {
        0 | 1 => 0.0,
        all => few(locked.questions.iter().take(CANDIDATES).filter(has).count()) / few(all.min(CANDIDATES)),
    };
    let same = |same: bool| if same { SAME_NAME } else { 0.0 };
    locked.sketch.likeness(fresh.sketch).max(asked)
        + same(locked.title == fresh.note.outline.title.text)
        + same(name_of(path.as_str()) == fresh.note.path.name())
}

/// What notes have that others may share.
struct Index<'a> {
    marks: HashMap<(usize, u16), Vec<usize>>,
    words: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn new(fresh: &[Fresh<'a>]) -> Self {
        let mut index = Self { marks: HashMap::new(), words: HashMap::new() };
        for (at, fresh) in fresh.iter().enumerate() {
            fresh.sketch.marks().for_each(|mark| index.marks.entry(mark).or_default().push(at));
            let asked = fresh.asked.iter().map(|asked| asked.words.as_str());
            let words = asked.chain([fresh.note.outline.title.text.as_str(), fresh.note.path.name()]);
            words.collect::<BTreeSet<_>>().into_iter().for_each(|words| index.words.entry(words).or_default().push(at));
        }
        index
    }

    fn like(&self, path: &GuidePath, locked: &LockedNote) -> BTreeSet<usize> {
        let marks = locked.sketch.marks().filter_map(|mark| self.marks.get(&mark));
        let asked = locked.questions.iter().take(CANDIDATES).map(|question| question.asked.words.as_str());
        let words = asked.chain([locked.title.as_str(), name_of(path.as_str())]).filter_map(|words| self.words.get(words));
        marks.chain(words).flat_map(|notes| notes.iter().take(CANDIDATES)).copied().collect()
    }
}
