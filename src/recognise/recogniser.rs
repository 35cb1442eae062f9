//! The recognisers, in one table: order is priority.

use super::draft::Draft;
use super::reading::Reading;
use super::{
    bold, code_pair, definition, definition_list, details, flash_card, follow_up, front_matter, heading, item_heading, labelled, listed,
    numbered, plain, prompts, prose, quiz, scenario, table, whole_note,
};

/// A pattern that questions are written in.
pub struct Recogniser {
    /// Its name in data and messages.
    pub name: &'static str,
    /// What it finds, in one line.
    pub about: &'static str,
    /// How much its word weighs.
    pub(super) claim: Claim,
    /// Finds its questions.
    pub(super) find: fn(&Reading<'_>) -> Vec<Draft>,
}

/// How much a recogniser's word weighs: what stands first wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// The author said that it is a question.
    Label,
    /// The note repeats a shape that only questions have.
    Shape,
    /// Its line stands for itself, where no other shape holds it.
    Line,
    /// It reads as a question.
    Reading,
}

/// Every recogniser.
pub const RECOGNISERS: &[Recogniser] = &[
    Recogniser {
        name: labelled::NAME,
        about: "a label and the question behind it: `**Interview question:** …`, `**Q:** …`",
        claim: Claim::Label,
        find: labelled::find,
    },
    Recogniser {
        name: numbered::NAME,
        about: "a numbered question in strong words: `**Q1: …**`",
        claim: Claim::Label,
        find: numbered::find,
    },
    Recogniser {
        name: scenario::NAME, about: "a scenario and its answers: `**Scenario:** …`", claim: Claim::Label, find: scenario::find
    },
    Recogniser {
        name: follow_up::NAME,
        about: "a trap or other follow-up: `**Follow-up trap**: …`",
        claim: Claim::Label,
        find: follow_up::find,
    },
    Recogniser {
        name: whole_note::NAME,
        about: "`# Question` and `## Answer` as headings, or a title that asks",
        claim: Claim::Label,
        find: whole_note::find,
    },
    Recogniser {
        name: prompts::NAME,
        about: "a list under `Interview questions:` or `What interviewers test:`",
        claim: Claim::Label,
        find: prompts::find,
    },
    Recogniser { name: front_matter::NAME, about: "`questions` in front matter", claim: Claim::Label, find: front_matter::find },
    Recogniser { name: table::NAME, about: "a table with columns headed `Question` and `Answer`", claim: Claim::Label, find: table::find },
    Recogniser {
        name: flash_card::NAME,
        about: "cards of spaced repetition: `Why?::Because.`, or `?` on a line between question and answer",
        claim: Claim::Label,
        find: flash_card::find,
    },
    Recogniser {
        name: quiz::NAME,
        about: "choices below a question, in a task list or with letters",
        claim: Claim::Shape,
        find: quiz::find,
    },
    Recogniser {
        name: heading::NAME,
        about: "headings that ask, with what stands below as answer",
        claim: Claim::Shape,
        find: heading::find,
    },
    Recogniser { name: item_heading::NAME, about: "headings inside list items", claim: Claim::Shape, find: item_heading::find },
    Recogniser { name: details::NAME, about: "`<details>` whose summary asks", claim: Claim::Shape, find: details::find },
    Recogniser { name: bold::NAME, about: "strong lines that ask", claim: Claim::Shape, find: bold::find },
    Recogniser { name: listed::NAME, about: "lists whose items ask", claim: Claim::Shape, find: listed::find },
    Recogniser { name: definition_list::NAME, about: "definition lists", claim: Claim::Shape, find: definition_list::find },
    Recogniser {
        name: plain::NAME,
        about: "plain lines that ask, among their like or with an answer",
        claim: Claim::Line,
        find: plain::find,
    },
    Recogniser {
        name: heading::READ_NAME,
        about: "a heading of an article that ends in a question mark",
        claim: Claim::Reading,
        find: heading::find_read,
    },
    Recogniser { name: definition::NAME, about: "`**Definition**:` below a heading", claim: Claim::Reading, find: definition::find },
    Recogniser {
        name: code_pair::NAME,
        about: "code that shows what is bad and what is good",
        claim: Claim::Reading,
        find: code_pair::find,
    },
    Recogniser {
        name: prose::NAME,
        about: "a question in prose, answered on the spot: `Why two? (One fails.)`",
        claim: Claim::Reading,
        find: prose::find,
    },
];
