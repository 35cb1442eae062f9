//! Stemming: which forms are one word.
//!
//! Takes the sorted vocabulary of the guide; gives for each term the form that it belongs to. English is reduced to forms that
//! the guide itself uses, so that `iterator` and `iterable` stay apart; other languages go through their Snowball stemmer.
//! Happens at build time only: the index maps forms to classes, and the reader needs no stemmer. The only user of
//! rust-stemmers.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// The stemmer of a site.
pub(super) struct Forms<'v> {
    vocabulary: &'v [&'v str],
    latin: Option<Stemmer>,
    cyrillic: Stemmer,
    greek: Stemmer,
    arabic: Stemmer,
}

impl<'v> Forms<'v> {
    /// The stemmer for a sorted vocabulary, mostly of a language.
    pub(super) fn new(vocabulary: &'v [&'v str], language: &str) -> Self {
        Self {
            vocabulary,
            latin: latin(language).map(Stemmer::create),
            cyrillic: Stemmer::create(Algorithm::Russian),
            greek: Stemmer::create(Algorithm::Greek),
            arabic: Stemmer::create(Algorithm::Arabic),
        }
    }

    /// The form that a term belongs to. Terms with the same form are one word.
    pub(super) fn of(&self, term: &'v str) -> Cow<'v, str> {
        if term.len() < 4 || !term.chars().all(char::is_alphabetic) {
            return Cow::Borrowed(term);
        }
        match term.chars().next() {
            Some('a'..='z') => match &self.latin {
                Some(stemmer) => stemmer.stem(term),
                None => self.english(term),
            },
            Some('\u{400}'..='\u{4ff}') => self.cyrillic.stem(term),
            Some('\u{370}'..='\u{3ff}') => self.greek.stem(term),
            Some('\u{600}'..='\u{6ff}') => self.arabic.stem(term),
            _ => Cow::Borrowed(term),
        }
    }

    fn knows(&self, term: &str) -> bool {
        self.vocabulary.binary_search(&term).is_ok()
    }

    /// The shortest form of an English word that the guide uses.
    fn english(&self, term: &'v str) -> Cow<'v, str> {
        let mut form = Cow::Borrowed(term);
        // Two endings at most: `settings` is of `setting`, which is of `set`.
        for _ in 0..2 {
            let Some(shorter) = candidates(&form).into_iter().flatten().find(|candidate| self.knows(candidate)) else { break };
            form = Cow::Owned(shorter);
        }
        form
    }
}

/// What an English word may be a form of, the likeliest first.
fn candidates(word: &str) -> [Option<String>; 3] {
    let swap = |base: &str, ending: &str| (base.len() > 2).then(|| format!("{base}{ending}"));
    if let Some(base) = word.strip_suffix("ies") {
        [swap(base, "y"), swap(base, "ie"), None]
    } else if let Some(base) = word.strip_suffix("ices") {
        [swap(base, "ex"), swap(base, "ix"), swap(base, "ice")]
    } else if let Some(base) = word.strip_suffix("es") {
        [swap(base, "e"), swap(base, ""), swap(base, "is")]
    } else if let Some(base) = word.strip_suffix('s').filter(|base| !base.ends_with(['s', 'u', 'i'])) {
        [swap(base, ""), None, None]
    } else if let Some(base) = word.strip_suffix("ied") {
        [swap(base, "y"), None, None]
    } else if let Some(base) = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed")).filter(|base| has_vowel(base)) {
        [single(base), swap(base, ""), swap(base, "e")]
    } else {
        [None, None, None]
    }
}

fn has_vowel(base: &str) -> bool {
    base.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// `stopp` without its doubled letter.
fn single(base: &str) -> Option<String> {
    let mut letters = base.chars().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    (last == before && base.len() > 3).then(|| base.strip_suffix(last).unwrap_or(base).to_owned())
}

/// The Snowball stemmer of a language in Latin letters; none for English and for languages that have none.
fn latin(language: &str) -> Option<Algorithm> {
    let primary = language.split(['-', '_']).next().unwrap_or(language);
    Some(match primary.to_ascii_lowercase().as_str() {
        "da" => Algorithm::Danish,
        "nl" => Algorithm::Dutch,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "de" => Algorithm::German,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "es" => Algorithm::Spanish,
        "sv" => Algorithm::Swedish,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(vocabulary: &[&str], language: &str) -> Vec<String> {
        let forms = Forms::new(vocabulary, language);
        vocabulary.iter().map(|term| forms.of(term).into_owned()).collect()
    }

    #[test]
    fn english_words_take_the_shortest_form_in_use() {
        let vocabulary = ["cache", "cached", "caches", "caching", "queries", "query", "set", "setting", "settings", "stop", "stopped"];
        let expected = ["cache", "cache", "cache", "cache", "query", "query", "set", "set", "set", "stop", "stop"];
        assert_eq!(forms(&vocabulary, "en"), expected);
    }

    #[test]
    fn words_that_only_look_alike_stay_apart() {
        let vocabulary = ["bus", "class", "iterable", "iteration", "iterator", "process", "string", "thing"];
        assert_eq!(forms(&vocabulary, "en"), vocabulary);
    }

    #[test]
    fn other_languages_have_their_stemmers() {
        assert_eq!(forms(&["schnittstelle", "schnittstellen"], "de"), ["schnittstell", "schnittstell"]);
        let russian = forms(&["декоратор", "декораторы"], "en");
        assert_eq!(russian.first(), russian.last());
    }
}
