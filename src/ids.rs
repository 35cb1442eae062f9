//! Ids: `u32` newtypes, and the vectors that they index.
//!
//! An id is handed out by the vector that holds its value and by nothing else, so a lookup cannot miss. Strings are for
//! edges (files, addresses, messages). Must not know what the values are.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// An id of one kind.
pub trait Id: Copy {
    /// The id of the value at a position.
    fn at(position: usize) -> Self;
    /// The position of its value.
    fn position(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl Id for $name {
            fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
            fn position(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

ids! {
    /// A note of the guide, in path order.
    NoteId;
    /// A folder of the guide; the root is the first.
    FolderId;
    /// A heading of one note, in document order, wherever it stands.
    HeadingId;
    /// A section of one note, in document order.
    SectionId;
    /// A link or image of one note, in document order.
    LinkId;
    /// A footnote of one note, in the order of first reference.
    FootnoteId;
    /// A question of one note, in source order.
    NoteQuestionId;
    /// A callout of one note, in source order.
    NoteCalloutId;
    /// A topic of the guide.
    TopicId;
    /// A file that is not a note and that notes link to.
    FileId;
    /// A question of the guide, in note order and then source order.
    QuestionId;
    /// A question of the lock.
    LockedId;
    /// A callout of the guide, in note order and then source order.
    CalloutId;
}

impl NoteCalloutId {
    /// The id of the callout's element on its note's page; no heading has one like it.
    #[must_use]
    pub fn anchor(self) -> String {
        format!("callout:{}", self.position() + 1)
    }
}

/// A vector whose positions are ids of one kind.
#[derive(Clone, Debug)]
pub struct IdVec<I, T> {
    values: Vec<T>,
    ids: PhantomData<fn(I) -> I>,
}

impl<I: Id, T> IdVec<I, T> {
    /// An empty vector.
    #[must_use]
    pub fn new() -> Self {
        Self::from(Vec::new())
    }

    /// Adds a value and gives its id.
    pub fn push(&mut self, value: T) -> I {
        let id = I::at(self.values.len());
        self.values.push(value);
        id
    }

    /// Adds a value that knows its own id.
    pub fn push_with(&mut self, value: impl FnOnce(I) -> T) -> I {
        let id = I::at(self.values.len());
        self.values.push(value(id));
        id
    }

    /// Moves the values to where they have the room that they need. Shrinking in place would leave them most of the room that they
    /// grew into, as allocators keep classes of sizes.
    pub fn drop_spare_room(&mut self) {
        let mut exact = Vec::with_capacity(self.values.len());
        exact.append(&mut self.values);
        self.values = exact;
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The values in id order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.values.iter()
    }

    /// The values in id order, to be changed.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.values.iter_mut()
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + use<I, T> {
        (0..self.values.len()).map(I::at)
    }

    /// Ids with their values.
    #[must_use]
    pub fn iter_ids(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.values.iter().enumerate().map(|(position, value)| (I::at(position), value))
    }

    /// The values as a slice, in id order.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.values
    }

    /// The value, where the id may be of another vector. It is not called `get`, for clippy takes indexing into whatever has
    /// a `get` for one that may miss.
    #[must_use]
    pub fn find(&self, id: I) -> Option<&T> {
        self.values.get(id.position())
    }
}

impl<I: Id, T> Default for IdVec<I, T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I: Id, T> From<Vec<T>> for IdVec<I, T> {
    fn from(values: Vec<T>) -> Self {
        Self { values, ids: PhantomData }
    }
}

impl<I: Id, T> FromIterator<T> for IdVec<I, T> {
    fn from_iter<S: IntoIterator<Item = T>>(values: S) -> Self {
        Self::from(values.into_iter().collect::<Vec<_>>())
    }
}

impl<'a, I: Id, T> IntoIterator for &'a IdVec<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, I: Id, T> IntoIterator for &'a mut IdVec<I, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<I: Id, T> IntoIterator for IdVec<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}

#[expect(clippy::indexing_slicing, reason = "an id is handed out by the vector that holds its value")]
impl<I: Id, T> Index<I> for IdVec<I, T> {
    type Output = T;
    fn index(&self, id: I) -> &T {
        &self.values[id.position()]
    }
}

#[expect(clippy::indexing_slicing, reason = "an id is handed out by the vector that holds its value")]
impl<I: Id, T> IndexMut<I> for IdVec<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.values[id.position()]
    }
}
