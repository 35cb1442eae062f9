//! How deep each section lies.
//!
//! Takes the headings' levels as written with their numbers; gives depths from 0 that skip none. Numbering tells siblings
//! where the written levels contradict it; elsewhere the written levels decide. Must not know texts or blocks.

use super::number::{Number, Series};

/// A heading as the rebuild sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
    /// The level in the source.
    pub level: u8,
    /// Its number.
    pub number: Option<&'a Number>,
}

/// The deepest section: the title is level 1, and HTML ends at level 6.
const DEEPEST: usize = 4;

/// The depth of each heading, in order: 0 stands directly below the title.
pub(super) fn depths(headings: &[Written<'_>]) -> Vec<usize> {
    let above = Precedence::of(headings);
    let mut open: Vec<Rank<'_>> = Vec::new();
    let mut found = Vec::with_capacity(headings.len());
    for (position, heading) in headings.iter().enumerate() {
        let next = || headings.get(position + 1..).unwrap_or_default().iter().find_map(|heading| heading.number);
        let depth = match heading.number {
            Some(number) => numbered_depth(&open, heading.level, number, &above),
            None => plain_depth(&open, heading.level, next),
        };
        let depth = depth.min(DEEPEST).min(open.len());
        open.truncate(depth + 1);
        match open.get_mut(depth) {
            Some(rank) => rank.replace(heading),
            None => open.push(Rank::of(heading)),
        }
        found.push(depth);
    }
    found
}

/// The open section at one depth, and the series that its elder siblings began.
struct Rank<'a> {
    level: u8,
    number: Option<&'a Number>,
    series: Vec<Member<'a>>,
}

/// The last member of a series.
struct Member<'a> {
    number: &'a Number,
    /// The levels that the series was written at, one bit each.
    levels: u8,
}

impl<'a> Rank<'a> {
    fn of(heading: &Written<'a>) -> Self {
        let mut rank = Self { level: heading.level, number: None, series: Vec::new() };
        rank.replace(heading);
        rank
    }

    fn replace(&mut self, heading: &Written<'a>) {
        self.level = heading.level;
        self.number = heading.number;
        let Some(number) = heading.number else { return };
        match self.series.iter_mut().find(|member| member.number.is_like(number)) {
            Some(member) => {
                member.number = number;
                member.levels |= bit(heading.level);
            }
            None => self.series.push(Member { number, levels: bit(heading.level) }),
        }
    }

    /// The series that `number` goes on with.
    fn continued_by(&self, number: &Number) -> Option<&Member<'a>> {
        self.series.iter().find(|member| number.follows(member.number))
    }
}

fn bit(level: u8) -> u8 {
    1 << level.min(7)
}

fn numbered_depth(open: &[Rank<'_>], level: u8, number: &Number, above: &Precedence) -> usize {
    let is_above = |rank: &Rank<'_>| rank.number.is_some_and(|other| above.holds(other.series, number.series));
    let floor = open.iter().rposition(is_above).map_or(0, |depth| depth + 1);
    let mut sibling = None;
    for (depth, rank) in open.iter().enumerate().skip(floor) {
        if let Some(member) = rank.continued_by(number) {
            sibling = Some(depth);
            if member.levels & bit(level) != 0 {
                break;
            }
        }
    }
    sibling
        .or_else(|| open.iter().rposition(|rank| rank.number.is_some_and(|other| number.is_part_of(other))).map(|depth| depth + 1))
        .unwrap_or_else(|| written_depth(open, level))
        .max(floor)
}

/// A heading without a number stands where its level says, but does not break up a series that goes on behind it.
fn plain_depth<'a>(open: &[Rank<'_>], level: u8, next: impl FnOnce() -> Option<&'a Number>) -> usize {
    let depth = written_depth(open, level);
    if depth + 1 >= open.len() {
        return depth;
    }
    let Some(next) = next() else { return depth };
    let goes_on = |rank: &Rank<'_>| rank.continued_by(next).is_some_and(|member| level >= lowest(member.levels));
    open.iter().rposition(goes_on).map_or(depth, |kept| kept.max(depth))
}

fn lowest(levels: u8) -> u8 {
    u8::try_from(levels.trailing_zeros()).unwrap_or(u8::MAX)
}

fn written_depth(open: &[Rank<'_>], level: u8) -> usize {
    let kept = open.iter().rposition(|rank| rank.level < level);
    kept.map_or(0, |depth| depth + 1)
}

/// Which series stand above which, whatever their written levels: parts 1, 2, 3 between whose headings numbers restart.
#[derive(Debug, Default)]
struct Precedence {
    pairs: Vec<(Series, Series)>,
}

impl Precedence {
    fn of(headings: &[Written<'_>]) -> Self {
        let mut all: Vec<Use> = Vec::new();
        for (position, heading) in headings.iter().enumerate() {
            let Some(&[value]) = heading.number.map(|number| number.parts.as_slice()) else { continue };
            let Some(number) = heading.number else { continue };
            match all.iter_mut().find(|used| used.series == number.series) {
                Some(used) => used.add(position, value, heading.level),
                None => all.push(Use::of(number.series, position, value, heading.level)),
            }
        }
        let mut pairs = Vec::new();
        for upper in all.iter().filter(|used| used.count > 1 && used.rising) {
            for lower in &all {
                let inside = upper.first < lower.first && lower.first < upper.last;
                if upper.series != lower.series && inside && lower.deepest >= upper.shallowest {
                    pairs.push((upper.series, lower.series));
                }
            }
        }
        Self { pairs }
    }

    fn holds(&self, upper: Series, lower: Series) -> bool {
        self.pairs.contains(&(upper, lower))
    }
}

/// How a note uses a series.
struct Use {
    series: Series,
    first: usize,
    last: usize,
    count: usize,
    value: u32,
    rising: bool,
    shallowest: u8,
    deepest: u8,
}

impl Use {
    fn of(series: Series, position: usize, value: u32, level: u8) -> Self {
        Self { series, first: position, last: position, count: 1, value, rising: true, shallowest: level, deepest: level }
    }

    fn add(&mut self, position: usize, value: u32, level: u8) {
        self.rising &= value > self.value;
        self.value = value;
        self.last = position;
        self.count += 1;
        self.shallowest = self.shallowest.min(level);
        self.deepest = self.deepest.max(level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::outline::series::settle;

    /// Writes headings as Markdown has them; gives one dot a depth in front of each.
    fn rebuilt(note: &str) -> String {
        let headings: Vec<(u8, &str)> = note
            .lines()
            .map(|line| line.trim().split_once(' ').unwrap())
            .map(|(marks, text)| (u8::try_from(marks.len()).unwrap(), text))
            .collect();
        let numbers = settle(headings.iter().map(|&(_, text)| text));
        let written: Vec<Written<'_>> = headings
            .iter()
            .zip(&numbers)
            .map(|(&(level, _), number)| Written { level, number: number.as_ref().map(|n| &n.number) })
            .collect();
        let lines = headings.iter().zip(depths(&written)).map(|((_, text), depth)| format!("{}{text}", ". ".repeat(depth)));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    fn check(note: &str, expected: &str) {
        let expected: Vec<&str> = expected.lines().map(str::trim).collect();
        assert_eq!(rebuilt(note.trim()), expected.join("\n").trim());
    }

    #[test]
    fn numbered_siblings_are_siblings_whatever_their_levels() {
        check(
            "## Part 1: Soil
             ### 1. Clay
             ## 2. Loam
             ### 3. Sand
             ## Part 2: Water
             ### 1. Rain
             ## 2. Rivers
             #### 3. Wells
             # Part 3: Air
             ## 1. Wind
             #### 2. Gas",
            "Part 1: Soil
             . 1. Clay
             . 2. Loam
             . 3. Sand
             Part 2: Water
             . 1. Rain
             . 2. Rivers
             . 3. Wells
             Part 3: Air
             . 1. Wind
             . 2. Gas",
        );
    }

    #[test]
    fn consistent_levels_stay_as_written() {
        check(
            "## 1. Soil
             ### Why soil
             ### How soil
             ## 2. Water
             ### 2.1 Rain
             ### 2.2 Wells
             ## 12. Air
             ### A. Easy
             ### B. Hard
             ## 5. Fire
             ### What is fire
             ## Afterword",
            "1. Soil
             . Why soil
             . How soil
             2. Water
             . 2.1 Rain
             . 2.2 Wells
             12. Air
             . A. Easy
             . B. Hard
             5. Fire
             . What is fire
             Afterword",
        );
    }

    #[test]
    fn equal_numbers_at_two_levels_are_two_series() {
        check(
            "## 1. Soil
             ### 1. Clay
             ### 2. Loam
             ## 2. Water
             ### 1. Rain
             ### 2. Wells
             ## 3. Air",
            "1. Soil
             . 1. Clay
             . 2. Loam
             2. Water
             . 1. Rain
             . 2. Wells
             3. Air",
        );
    }

    #[test]
    fn parts_and_letters_stand_above_the_numbers_between_them() {
        check(
            "## Part 1
             ## 1. Soil
             ## 2. Water
             ## Part 2
             ## 3. Air",
            "Part 1
             . 1. Soil
             . 2. Water
             Part 2
             . 3. Air",
        );
        check(
            "## A. Easy
             ## Q1. Soil
             ## Q2. Water
             ## B. Hard
             # Q3. Air",
            "A. Easy
             . Q1. Soil
             . Q2. Water
             B. Hard
             . Q3. Air",
        );
        check(
            "# 一、土
             # 1、沙
             # 2、泥
             # 二、水
             # 1、雨",
            "一、土
             . 1、沙
             . 2、泥
             二、水
             . 1、雨",
        );
    }

    #[test]
    fn dotted_numbers_stand_below_their_section() {
        check(
            "## 1. Soil
             ## 1.1 Clay
             ## 1.2 Loam
             ## 1.2.1 Mixed
             ## 2. Water
             ### 2.1 Rain
             ## Afterword",
            "1. Soil
             . 1.1 Clay
             . 1.2 Loam
             . . 1.2.1 Mixed
             2. Water
             . 2.1 Rain
             Afterword",
        );
    }

    #[test]
    fn levels_without_numbers_close_up() {
        check(
            "### Soil
             ##### Clay
             ###### Red
             #### Loam
             ### Water
             # Air
             ###### Wind",
            "Soil
             . Clay
             . . Red
             . Loam
             Water
             Air
             . Wind",
        );
    }

    #[test]
    fn a_heading_without_number_does_not_end_a_series_that_goes_on() {
        check(
            "## Part 1: Ground
             ### 1. Soil
             ## 2. Water
             ## In between
             ## 3. Air
             ## Part 2: Sky",
            "Part 1: Ground
             . 1. Soil
             . 2. Water
             . In between
             . 3. Air
             Part 2: Sky",
        );
    }

    #[test]
    fn no_depth_is_skipped_and_none_is_below_the_sixth_level() {
        let note = "# a\n## b\n### c\n#### d\n##### e\n###### f\n###### g\n# h\n###### i";
        let written: Vec<Written<'_>> =
            note.lines().map(|line| Written { level: u8::try_from(line.len() - 2).unwrap(), number: None }).collect();
        assert_eq!(depths(&written), [0, 1, 2, 3, 4, 4, 4, 0, 1]);
    }
}
