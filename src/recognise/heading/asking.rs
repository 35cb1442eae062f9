//! Where a note's headings ask: the note is judged as a whole, level by level.
//!
//! Takes the headings, and the introduction above them; says which of them are questions beside their like. Must not read what stands below them.

use std::collections::{BTreeSet, HashMap};

use super::candidate::{Below, Candidate, Says, Sign, Stance};
use crate::ids::{Id, SectionId};
use crate::markdown::outline::Section;
use crate::markdown::{Block, BlockKind, text};
use crate::recognise::reading::Reading;
use crate::recognise::vocabulary::{Part, introduces_questions, says_questions};

/// How many paragraphs an introduction has at most.
const LONGEST: usize = 6;

/// Where a note's headings ask.
pub(super) struct Asking {
    /// Of each level: whether its headings are the note's questions.
    levels: [bool; 8],
    /// The same, so that names among them are questions too.
    dense: [bool; 8],
    /// The same, so that names with nothing below them are questions too: most have nothing.
    bare: [bool; 8],
    /// The same for levels whose questions stand below the headings.
    levels_below: [bool; 8],
    /// The same, so that headings with statements below are questions too.
    dense_below: [bool; 8],
    /// Of each level: whether most of its headings say themselves that they are questions, so that names are none.
    said: [bool; 8],
    /// Of each level: whether headings that ask about the notes themselves are none of its questions.
    asides: [bool; 8],
    /// Of each level: whether its headings are questions where a heading further up announces them.
    under: [bool; 8],
    /// The sections whose sub-sections are questions.
    parents: BTreeSet<SectionId>,
    /// The sections without a number whose heading comes again among numbered ones: no question does.
    repeated: BTreeSet<SectionId>,
}

#[derive(Clone, Copy, Default)]
struct Tally {
    all: usize,
    numbered: usize,
    told: usize,
    asks: usize,
    wonders: usize,
    below: usize,
    rated: usize,
    /// How many ask with nothing below them.
    bare: usize,
    /// How many have no words of their own, only sub-sections.
    grouping: usize,
    silent: usize,
    said: usize,
    asides: usize,
}

impl Tally {
    fn add(&mut self, candidate: &Candidate) {
        if candidate.sign == Sign::Other {
            return;
        }
        self.all += 1;
        self.numbered += usize::from(candidate.numbered);
        self.told += usize::from(candidate.sign == Sign::Told);
        self.asks += usize::from(candidate.sign >= Sign::Asks);
        self.wonders += usize::from(candidate.sign >= Sign::Wonders);
        self.below += usize::from(candidate.says == Says::Name);
        self.rated += usize::from(candidate.rated);
        self.bare += usize::from(candidate.sign >= Sign::Wonders && candidate.below == Below::Nothing);
        self.grouping += usize::from(candidate.below == Below::Sections);
        self.silent += usize::from(candidate.silent || candidate.sign >= Sign::Asks);
        self.said += usize::from(candidate.stance == Stance::Question);
        self.asides += usize::from(candidate.stance == Stance::Aside);
    }

    /// Whether most have a number.
    fn is_counted(&self) -> bool {
        self.numbered * 2 >= self.all && self.numbered > 2
    }

    /// Whether so many ask that those that do not are questions too, merely put as names.
    fn nearly_all_ask(&self) -> bool {
        self.all >= 5 && self.wonders * 3 >= self.all * 2
    }

    /// The same where nothing announces questions.
    fn asks_throughout(&self) -> bool {
        self.all >= 10 && self.wonders * 10 >= self.all * 9 && self.numbered * 2 < self.all
    }

    /// Whether so many ask that what the note says of itself below its title counts.
    fn may_be_introduced(&self) -> bool {
        self.wonders >= 8 && self.wonders * 2 >= self.all
    }

    /// Whether nearly all end in a level, as only questions do.
    fn is_rated(&self) -> bool {
        self.rated >= 4 && self.rated * 5 >= self.all * 4 && self.wonders >= 3
    }

    /// Whether all are numbered and none asks below: where questions are announced, it is the headings that are.
    fn counts_names(&self) -> bool {
        self.all >= 5 && self.numbered == self.all && self.silent * 4 >= self.all * 3 && self.grouping * 4 <= self.all
    }

    /// Whether half of the few that ask do so about the notes themselves, so that the others do too.
    fn is_about_the_notes(&self) -> bool {
        self.asides > 1 && self.asides * 2 >= self.wonders && self.said + self.numbered + self.told == 0
    }

    /// Whether the headings counted are questions.
    fn asks(&self, announced: bool) -> bool {
        if self.is_rated() {
            true
        } else if self.is_about_the_notes() {
            false
        } else if announced {
            (self.wonders > 0 && self.wonders * 2 >= self.all) || self.counts_names()
        } else if self.numbered * 2 >= self.all {
            // An article has numbers too, and a heading or two that begins as questions do.
            (self.asks >= 3 || self.wonders >= if self.wonders == self.all { 3 } else { 5 }) && self.wonders * 5 >= self.all * 3
        } else {
            (self.asks >= 4 && (self.asks * 3 >= self.all * 2 || (self.asks * 2 >= self.all && self.wonders * 5 >= self.all * 4)))
                || (self.wonders >= 8 && self.wonders * 4 >= self.all * 3)
        }
    }
}

impl Asking {
    pub(super) fn of(reading: &Reading<'_>, candidates: &[Candidate]) -> Self {
        let sections = &reading.outline.sections;
        let mut levels = [Tally::default(); 8];
        let mut under = [Tally::default(); 8];
        let mut children: Vec<Tally> = vec![Tally::default(); sections.len()];
        for candidate in candidates {
            let section = &sections[candidate.section];
            if let Some(tally) = levels.get_mut(usize::from(section.level)) {
                tally.add(candidate);
            }
            if let Some(tally) = under.get_mut(usize::from(section.level)).filter(|_| reading.is_announced(section.parent)) {
                tally.add(candidate);
            }
            if let Some(tally) = section.parent.and_then(|parent| children.get_mut(parent.position())) {
                tally.add(candidate);
            }
        }
        let asks_as_children = |&(id, tally): &(SectionId, &Tally)| {
            tally.asks(true) && (says_questions(&sections[id].title) || reading.part_of_section(id) == Some(Part::Prompts))
        };
        let parents = (0..sections.len()).map(SectionId::at).zip(&children).filter(asks_as_children).map(|(id, _)| id).collect();
        let below = |tally: Tally| {
            reading.announced
                && tally.below + tally.wonders >= 3
                && tally.below > tally.wonders
                && (tally.below + tally.wonders) * 2 >= tally.all
        };
        let introduced = !reading.announced && levels.iter().any(Tally::may_be_introduced) && is_introduced(reading);
        let announced = |tally: &Tally| reading.announced || (introduced && tally.may_be_introduced());
        Self {
            levels: levels.map(|tally| tally.asks(announced(&tally))),
            dense: levels.map(|tally| (announced(&tally) && tally.nearly_all_ask()) || tally.asks_throughout() || tally.is_rated()),
            bare: levels.map(|tally| tally.bare * 2 > tally.wonders),
            levels_below: levels.map(below),
            dense_below: levels.map(|tally| below(tally) && (tally.below + tally.wonders) * 10 >= tally.all * 7),
            said: levels.map(|tally| tally.said > 2 && tally.said * 2 >= tally.all),
            asides: levels.map(|tally| tally.said > 2 || tally.wonders < tally.asides + 5),
            under: under.map(|tally| tally.asks(true)),
            parents,
            repeated: repeated(reading, candidates, &levels),
        }
    }

    pub(super) fn takes(&self, reading: &Reading<'_>, candidate: &Candidate) -> bool {
        if !candidate.numbered && candidate.sign < Sign::Told && self.repeated.contains(&candidate.section) {
            return false;
        }
        let section = &reading.outline.sections[candidate.section];
        let of_level = self.levels.get(usize::from(section.level)).copied().unwrap_or(false);
        let below = self.levels_below.get(usize::from(section.level)).copied().unwrap_or(false);
        let dense = self.dense.get(usize::from(section.level)).copied().unwrap_or(false);
        let bare = self.bare.get(usize::from(section.level)).copied().unwrap_or(false);
        let of_parent = section.parent.is_some_and(|parent| self.parents.contains(&parent));
        let under = self.under.get(usize::from(section.level)).copied().unwrap_or(false) && reading.is_announced(section.parent);
        let grouped = of_level || of_parent || under;
        let asides = self.asides.get(usize::from(section.level)).copied().unwrap_or(false);
        if candidate.stance == Stance::Aside && asides && !of_parent {
            return false;
        }
        match candidate.sign {
            Sign::Told => true,
            Sign::Asks | Sign::Wonders => grouped || below,
            // A name among questions: it has an answer of its own and the same numbering.
            Sign::Nothing => {
                let said = self.said.get(usize::from(section.level)).copied().unwrap_or(false);
                let among = match candidate.below {
                    Below::Blocks => candidate.numbered || dense || of_parent,
                    Below::Nothing => candidate.numbered || (dense && bare),
                    Below::Sections => false,
                };
                (grouped && among && !said) || (below && candidate.says == Says::Name)
            }
            Sign::Other => false,
        }
    }

    /// Whether the questions of a heading's level stand below the headings.
    pub(super) fn stands_below(&self, reading: &Reading<'_>, candidate: &Candidate) -> bool {
        let level = usize::from(reading.outline.sections[candidate.section].level);
        self.levels_below.get(level).copied().unwrap_or(false)
    }

    /// Whether a heading is the name of what stands below it, as its siblings are, though that does not read as a question.
    pub(super) fn takes_what_stands_below(&self, reading: &Reading<'_>, candidate: &Candidate) -> bool {
        let level = usize::from(reading.outline.sections[candidate.section].level);
        let dense = self.dense_below.get(level).copied().unwrap_or(false);
        dense && candidate.sign == Sign::Nothing && candidate.below == Below::Blocks
    }
}

/// Whether the note says below its title, before its first section, that it gathers questions.
fn is_introduced(reading: &Reading<'_>) -> bool {
    let mut headings = 0;
    let before = reading.document.blocks.iter().take_while(|block| {
        headings += usize::from(matches!(block.kind, BlockKind::Heading(..)));
        headings < 2
    });
    let says_so = |block: &Block| matches!(&block.kind, BlockKind::Paragraph(inlines) if introduces_questions(&text::inlines(inlines)));
    before.filter(|block| matches!(block.kind, BlockKind::Paragraph(_))).take(LONGEST).any(says_so)
}

/// The sections without a number whose heading comes again, where most of their level have one.
fn repeated(reading: &Reading<'_>, candidates: &[Candidate], levels: &[Tally; 8]) -> BTreeSet<SectionId> {
    let sections = &reading.outline.sections;
    let mut repeated = BTreeSet::new();
    let counts = |section: &Section| levels.get(usize::from(section.level)).is_some_and(Tally::is_counted);
    // Few notes number their headings.
    if !levels.iter().any(Tally::is_counted) {
        return repeated;
    }
    let mut first: HashMap<&str, SectionId> = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| !candidate.numbered) {
        let section = &sections[candidate.section];
        if counts(section)
            && let Some(&other) = first.get(section.title.as_str())
        {
            repeated.extend([other, candidate.section]);
        }
        first.entry(&section.title).or_insert(candidate.section);
    }
    repeated
}
