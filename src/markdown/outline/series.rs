//! Which headings of a note are numbered, seen together.
//!
//! Takes the headings' texts in order; gives each its number or none. `C. elegans` alone is a name, behind `A.` and `B.` it
//! is the third of a series. Must not know levels.

use std::collections::HashSet;

use super::number::{Certainty, Number, Numbered, Series, readings};

/// How many bare numbers in a row (`1 Intro`, `2 Method`, `3 Results`) make a series; with a mark or a word two do.
const BARE_RUN: usize = 3;
const RUN: usize = 2;

/// The number of each heading, in order.
pub(super) fn settle<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Option<Numbered>> {
    let mut all: Vec<Vec<Numbered>> = texts.map(readings).collect();
    let mut confirmed: Vec<Option<Series>> = sections(&all);
    for series in doubtful(&all) {
        for position in runs(&all, series) {
            if let Some(slot) = confirmed.get_mut(position) {
                slot.get_or_insert(series);
            }
        }
    }
    let choose = |(readings, series): (&mut Vec<Numbered>, Option<Series>)| {
        let holds = |reading: &Numbered| reading.certainty == Certainty::Certain || Some(reading.number.series) == series;
        readings.iter().position(holds).map(|at| readings.swap_remove(at))
    };
    all.iter_mut().zip(confirmed).map(choose).collect()
}

/// The series that need their neighbours. Roman ones come first: `I.` with `II.` is no letter.
fn doubtful(all: &[Vec<Numbered>]) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    for reading in all.iter().flatten() {
        if reading.certainty == Certainty::InSeries && !found.contains(&reading.number.series) {
            found.push(reading.number.series);
        }
    }
    found.sort_by_key(|series| !matches!(series, Series::UpperRoman | Series::LowerRoman));
    found
}

/// The positions of one series that stand in a row that begins at its first number.
fn runs(all: &[Vec<Numbered>], series: Series) -> Vec<usize> {
    let needed = if series == Series::Plain { BARE_RUN } else { RUN };
    let mut found = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    let mut last = 0;
    for (position, readings) in all.iter().enumerate() {
        let Some(reading) = readings.iter().find(|reading| reading.number.series == series) else { continue };
        let &[value] = reading.number.parts.as_slice() else { continue };
        if !run.is_empty() && value == last + 1 {
            run.push(position);
        } else if value <= 1 || reading.certainty == Certainty::Certain {
            if run.len() >= needed {
                found.append(&mut run);
            }
            run.clear();
            run.push(position);
        } else {
            continue;
        }
        last = value;
    }
    if run.len() >= needed {
        found.append(&mut run);
    }
    found
}

/// `2.2 Heaps` is numbered where `2.` is a heading too, or `2.1`; `3.11 features` is not.
fn sections(all: &[Vec<Numbered>]) -> Vec<Option<Series>> {
    let present: HashSet<&Number> = all.iter().flatten().map(|reading| &reading.number).collect();
    let has = |number: &Number, parts: Vec<u32>| present.contains(&Number { series: number.series, parts });
    let holds = |number: &Number| {
        let Some((&last, above)) = number.parts.split_last().filter(|(_, above)| !above.is_empty()) else { return false };
        let sibling = |last: u32| has(number, above.iter().copied().chain([last]).collect());
        has(number, above.to_vec()) || if last <= 1 { sibling(last + 1) } else { sibling(1) || sibling(0) }
    };
    let confirm = |readings: &Vec<Numbered>| readings.iter().find(|reading| holds(&reading.number)).map(|reading| reading.number.series);
    all.iter().map(confirm).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shown numbers, in order.
    fn shown(texts: &[&'static str]) -> Vec<&'static str> {
        let settled = settle(texts.iter().copied());
        texts.iter().zip(settled).map(|(text, numbered)| numbered.and_then(|numbered| numbered.split(text).0).unwrap_or("-")).collect()
    }

    #[test]
    fn what_may_be_a_number_needs_its_series() {
        for (texts, expected) in [
            (vec!["C. elegans", "E. coli"], vec!["-", "-"]),
            (vec!["A. Worms", "B. Flies", "C. Mice"], vec!["A.", "B.", "C."]),
            (vec!["A. Worms", "Notes"], vec!["-", "-"]),
            (vec!["I. Worms", "II. Flies", "III. Mice"], vec!["I.", "II.", "III."]),
            (
                vec!["A. a", "B. b", "C. c", "D. d", "E. e", "F. f", "G. g", "H. h", "I. i"],
                vec!["A.", "B.", "C.", "D.", "E.", "F.", "G.", "H.", "I."],
            ),
            (vec!["2. Types", "2.2 Numbers"], vec!["2.", "2.2"]),
            (vec!["2.1 Numbers", "2.2 Strings"], vec!["2.1", "2.2"]),
            (vec!["3.11 Features", "3.12 Features"], vec!["-", "-"]),
            (vec!["1 Aims", "2 Methods", "3 Results"], vec!["1", "2", "3"]),
            (vec!["5 Aims", "7 Methods"], vec!["-", "-"]),
            (vec!["Step 1 Install", "Step 2 Configure"], vec!["Step 1", "Step 2"]),
            (vec!["Step 2 Configure"], vec!["-"]),
            (vec!["1. One", "2. Two"], vec!["1.", "2."]),
        ] {
            assert_eq!(shown(&texts), expected, "{texts:?}");
        }
    }
}
