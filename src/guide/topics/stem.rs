//! Endings: what is left of words that differ in them alone.
//!
//! Takes a lower-case word; gives what it shares with its kin (`hinting` and `hints`, `collector` and `collection`, `сборка` and
//! `сборки`). Only for comparison: a stem is no word. Must not judge which names are one.

/// What a stem keeps at least, in letters: `string` is no kin of `str`.
const SHORTEST: usize = 4;

/// Endings of what does a thing and of doing it.
const DOING: &[&str] = &["ization", "isation", "ations", "ation", "ators", "ator", "ions", "ion", "ors", "or", "ings", "ing", "ers", "er"];

/// Endings of case and number, longest first.
const CASES: &[&str] = &[
    "иями", "ями", "ами", "ией", "иям", "иях", "ого", "его", "ому", "ему", "ыми", "ими", "ов", "ев", "ей", "ой", "ам", "ям", "ах", "ях",
    "ом", "ем", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ых", "их", "ия", "ии", "ию", "а", "я", "ы", "и", "о", "е",
    "у", "ю", "ь", "й",
];

/// The word without the ending of the plural or of an activity.
pub(super) fn gerund(word: &str) -> &str {
    let stem = without(word, &["ings", "ing", "es", "s"]);
    let stem = without(stem, &["e"]);
    undoubled(stem)
}

/// The same, and without the ending of what does it: where other words stand before, `collector` is kin of `collection`.
pub(super) fn agent(word: &str) -> &str {
    gerund(without(word, DOING))
}

/// A Russian word without the ending of its case.
pub(super) fn russian(word: &str) -> &str {
    without(word, CASES)
}

fn without<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending));
    stem.filter(|stem| stem.chars().count() >= SHORTEST).unwrap_or(word)
}

/// `scann` of `scanning` is `scan`, while `call` keeps what it has.
fn undoubled(stem: &str) -> &str {
    ["nn", "pp", "tt", "gg", "bb", "mm"]
        .iter()
        .find_map(|pair| stem.strip_suffix(pair).and_then(|_| stem.get(..stem.len() - 1)))
        .filter(|stem| stem.len() >= SHORTEST)
        .unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kin_share_a_stem() {
        for (a, b) in [("threading", "threads"), ("scoping", "scope"), ("caching", "caches"), ("scanning", "scan"), ("indexing", "index")] {
            assert_eq!(gerund(a), gerund(b), "{a} and {b}");
        }
        for (a, b) in [("collector", "collection"), ("balancer", "balancing"), ("hints", "hinting"), ("pool", "pooling")] {
            assert_eq!(agent(a), agent(b), "{a} and {b}");
        }
        for (a, b) in [("сборка", "сборки"), ("индекс", "индексов"), ("транзакция", "транзакции")]
        {
            assert_eq!(russian(a), russian(b), "{a} and {b}");
        }
    }

    #[test]
    fn others_do_not() {
        for (a, b) in [("string", "str"), ("typing", "types"), ("iterator", "iteration"), ("generator", "generation")] {
            assert_ne!(gerund(a), gerund(b), "{a} and {b}");
        }
    }
}
