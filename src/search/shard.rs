//! The dictionary in files: sorted terms, cut into shards that a reader can fetch one by one.
//!
//! Takes the vocabulary and the postings; gives shards of front-coded terms with their lists. A class of terms is not
//! cut in two, and the pairs of a word stand right after it: one fetch answers for a word, its forms and its neighbours. Where
//! these are too many for that, each shard that holds a form of the word names the others too, so that a reader knows them all.
//! Must not know where the files will lie.

use rayon::prelude::*;

use super::bytes::{pack, push_number};
use super::gather::narrow;
use super::postings::Postings;
use super::vocabulary::Vocabulary;

/// How many bytes a shard has before it is packed.
const SIZE: usize = 6_000;

/// A shard of the dictionary.
#[derive(Debug)]
pub(super) struct Shard {
    /// A text that sorts after all terms of the shards before, and not after any of this one.
    pub(super) from: String,
    /// The file.
    pub(super) bytes: Vec<u8>,
}

/// A term or pair of the dictionary.
struct Key<'a> {
    first: &'a str,
    second: Option<&'a str>,
    list: &'a [u8],
    /// The class; none of a pair.
    class: Option<u32>,
}

impl Key<'_> {
    fn text(&self) -> String {
        // A space sorts before every sign that a term may hold.
        self.second.map_or_else(|| self.first.to_owned(), |second| format!("{} {second}", self.first))
    }

    /// Filters stand first, behind a space; no word begins with one.
    fn is_filter(&self) -> bool {
        self.first.starts_with(' ')
    }

    fn cost(&self) -> usize {
        self.second.map_or(6, |second| second.len() + 3) + self.list.len()
    }
}

/// Writes the dictionary: the filters, in order, then the words.
pub(super) fn shards(filters: &[(String, Vec<u8>)], vocabulary: &Vocabulary<'_>, postings: &Postings) -> Vec<Shard> {
    let keys = keys(filters, vocabulary, postings);
    let ends = cuts(&keys, vocabulary.class_count());
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let ranges: Vec<_> = starts.zip(ends.iter().copied()).collect();
    let before = |start: usize| start.checked_sub(1).and_then(|last| keys.get(last)).map(Key::text);
    let parted = parted(&keys, &ends, vocabulary.class_count());
    ranges
        .par_iter()
        .map(|&(start, end)| {
            let own = keys.get(start..end).unwrap_or_default();
            let first = own.first().map(Key::text).unwrap_or_default();
            let mut classes: Vec<u32> = own.iter().filter_map(|key| key.class).collect();
            classes.sort_unstable();
            let others = parted.iter().filter(|&&at| !(start..end).contains(&at)).filter_map(|&at| keys.get(at));
            let others = others.filter(|key| key.class.is_some_and(|class| classes.binary_search(&class).is_ok()));
            let mut all: Vec<&Key<'_>> = own.iter().chain(others).collect();
            // Stable, so that pairs stay behind their word.
            all.sort_by_key(|key| key.first);
            Shard { from: separator(before(start).as_deref(), &first), bytes: pack(&encode(&all)) }
        })
        .collect()
}

/// All keys in order.
fn keys<'a>(filters: &'a [(String, Vec<u8>)], vocabulary: &Vocabulary<'a>, postings: &'a Postings) -> Vec<Key<'a>> {
    let mut keys = Vec::with_capacity(filters.len() + vocabulary.terms().len() + postings.pairs.len());
    keys.extend(filters.iter().map(|(name, list)| Key { first: name, second: None, list, class: None }));
    let mut pairs = postings.pairs.iter().enumerate().peekable();
    for (term, class) in vocabulary.terms() {
        let list = postings.words.get(class as usize);
        keys.push(Key { first: term, second: None, list, class: Some(class) });
        if vocabulary.name(class) == term {
            while let Some((number, pair)) = pairs.next_if(|(_, pair)| pair.0 <= class) {
                let list = postings.of_pairs.get(number);
                keys.push(Key { first: term, second: Some(vocabulary.name(pair.1)), list, class: None });
            }
        }
    }
    keys
}

/// Where shards end: after enough bytes, at the first key that ends every class begun before it.
fn cuts(keys: &[Key<'_>], classes: usize) -> Vec<usize> {
    let mut last = vec![0; classes];
    for (position, key) in keys.iter().enumerate() {
        if let Some(last) = key.class.and_then(|class| last.get_mut(class as usize)) {
            *last = position;
        }
    }
    let (mut ends, mut size, mut open) = (Vec::new(), 0, 0);
    for (position, key) in keys.iter().enumerate() {
        size += key.cost();
        open = open.max(key.class.and_then(|class| last.get(class as usize)).copied().unwrap_or(0));
        let pair_follows = keys.get(position + 1).is_some_and(|next| next.second.is_some());
        let fits = open <= position && !pair_follows;
        // Nobody who looks for a word needs a filter's list, which may be long.
        let filters_end = key.is_filter() && keys.get(position + 1).is_some_and(|next| !next.is_filter());
        if filters_end || size >= SIZE && (fits || size >= 2 * SIZE) {
            ends.push(position + 1);
            size = 0;
        }
    }
    if ends.last().is_none_or(|&end| end < keys.len()) {
        ends.push(keys.len());
    }
    ends
}

/// Where the terms of classes stand that are cut in two all the same.
fn parted(keys: &[Key<'_>], ends: &[usize], classes: usize) -> Vec<usize> {
    let shard = |at: usize| ends.partition_point(|&end| end <= at);
    let mut homes: Vec<Option<usize>> = vec![None; classes];
    let mut is_parted = vec![false; classes];
    for (at, key) in keys.iter().enumerate() {
        let Some(class) = key.class.map(|class| class as usize) else { continue };
        if let (Some(home), Some(is_parted)) = (homes.get_mut(class), is_parted.get_mut(class)) {
            *is_parted |= *home.get_or_insert(shard(at)) != shard(at);
        }
    }
    let holds = |key: &Key<'_>| key.class.and_then(|class| is_parted.get(class as usize)).copied().unwrap_or(false);
    keys.iter().enumerate().filter(|(_, key)| holds(key)).map(|(at, _)| at).collect()
}

/// The shortest text that tells a shard's first key from the one before it.
fn separator(before: Option<&str>, first: &str) -> String {
    let Some(before) = before else { return String::new() };
    let ends = first.char_indices().map(|(at, letter)| at + letter.len_utf8());
    ends.filter_map(|end| first.get(..end)).find(|start| *start > before).unwrap_or(first).to_owned()
}

/// Writes the keys of one shard, then the lists that they lead to in the order of their first key.
fn encode(keys: &[&Key<'_>]) -> Vec<u8> {
    let mut out = Vec::with_capacity(SIZE * 2);
    let mut lists: Vec<(Option<u32>, &[u8])> = Vec::new();
    let mut before = String::new();
    push_number(narrow(keys.len()), &mut out);
    for key in keys {
        let text = key.text();
        let shared = before.chars().zip(text.chars()).take_while(|(a, b)| a == b).map(|(letter, _)| letter);
        // Scripts count letters in UTF-16.
        let (units, length) = shared.fold((0, 0), |(units, length), letter| (units + letter.len_utf16(), length + letter.len_utf8()));
        push_number(narrow(units), &mut out);
        push_number(narrow(text.len() - length), &mut out);
        out.extend_from_slice(text.as_bytes().get(length..).unwrap_or_default());
        // 0 opens a new list; n is the nth list back.
        let known = key.class.and_then(|class| lists.iter().rev().position(|(of, _)| *of == Some(class)));
        push_number(known.map_or(0, |back| narrow(back + 1)), &mut out);
        if known.is_none() {
            lists.push((key.class, key.list));
        }
        before = text;
    }
    for (_, list) in &lists {
        out.extend_from_slice(list);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_separator_is_short_and_stands_between() {
        assert_eq!(separator(None, "gil"), "");
        assert_eq!(separator(Some("gather"), "generator"), "ge");
        assert_eq!(separator(Some("gil"), "gil lock"), "gil ");
        assert_eq!(separator(Some("日"), "日本"), "日本");
    }

    #[test]
    fn no_cut_parts_a_class_or_a_word_from_its_pairs() {
        let list = vec![0; SIZE / 3];
        let key = |first, second, class| Key { first, second, list: &list, class };
        let keys = [
            key("lock", None, Some(0)),
            key("lock", Some("wait"), None),
            key("locker", None, Some(1)),
            key("locks", None, Some(0)),
            key("log", None, Some(2)),
        ];
        assert_eq!(cuts(&keys, 3), [4, 5]);
        assert!(parted(&keys, &[4, 5], 3).is_empty());
        assert_eq!(parted(&keys, &[2, 5], 3), [0, 3]);
    }
}
