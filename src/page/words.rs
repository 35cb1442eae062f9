//! The words of the interface, one table a language.
//!
//! Takes a language tag; gives the table that fits it best. Must not hold a word of any note.

use serde::Serialize;

use crate::date::Date;
use crate::guide::Reason;
use crate::note::{Grade, Level, QuestionKind};

use super::search_words::{self, SearchWords};

/// A phrase that counts; `{n}` stands for the number.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Plural {
    /// For one.
    pub one: &'static str,
    /// For any other number.
    pub other: &'static str,
}

impl Plural {
    /// The phrase for a number.
    #[must_use]
    pub fn of(self, n: usize) -> String {
        let phrase = if n == 1 { self.one } else { self.other };
        phrase.replace("{n}", &grouped(n))
    }
}

/// A number with thin spaces between its thousands, from five digits on.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::with_capacity(digits.len() * 2);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// What a lens is called and what it is for.
#[derive(Clone, Copy, Debug)]
pub struct LensWords {
    /// The lens.
    pub slug: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What it gathers, in a sentence.
    pub about: &'static str,
}

/// The words of the interface in one language. Templates read them as `words`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "each field is named after what it says in English")]
pub struct Words {
    pub skip_to_content: &'static str,
    pub search: &'static str,
    pub search_the_guide: &'static str,
    pub search_needs_javascript: &'static str,
    pub menu: &'static str,
    pub close: &'static str,
    pub contents: &'static str,
    pub on_this_page: &'static str,
    pub breadcrumbs: &'static str,
    pub home: &'static str,
    pub topics: &'static str,
    pub topic: &'static str,
    pub all_topics: &'static str,
    pub also_called: &'static str,
    pub level: &'static str,
    pub companies: &'static str,
    pub updated: &'static str,
    pub edit_this_page: &'static str,
    pub mentioned_in: &'static str,
    pub read_next: &'static str,
    pub links_there: &'static str,
    pub links_here: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub previous_and_next: &'static str,
    pub back_to_top: &'static str,
    pub residue: &'static str,
    pub notes: &'static str,
    pub folders: &'static str,
    pub start_reading: &'static str,
    pub recently_changed: &'static str,
    pub by_letter: &'static str,
    pub questions: &'static str,
    pub all_questions: &'static str,
    pub question_bank_text: &'static str,
    pub filter_questions: &'static str,
    pub question_text: &'static str,
    pub kind: &'static str,
    pub note: &'static str,
    pub any: &'static str,
    pub answer: &'static str,
    pub answered: &'static str,
    pub unanswered: &'static str,
    pub no_level: &'static str,
    pub clear_filters: &'static str,
    pub show_more: &'static str,
    pub nothing_matches: &'static str,
    pub filter_failed: &'static str,
    pub n_of_m_questions: &'static str,
    pub open_in_note: &'static str,
    pub improve_answer: &'static str,
    pub answer_it: &'static str,
    pub follow_up_to: &'static str,
    pub follow_ups: &'static str,
    pub previous_and_next_question: &'static str,
    pub worth_knowing: &'static str,
    pub related_questions: &'static str,
    pub coverage: &'static str,
    pub coverage_text: &'static str,
    pub unanswered_questions: &'static str,
    pub asked_more_than_once: &'static str,
    pub questions_by_topic: &'static str,
    pub no_topic: &'static str,
    pub revise: &'static str,
    pub lenses: &'static str,
    pub lenses_text: &'static str,
    pub read_on: &'static str,
    pub pages: &'static str,
    pub not_found: &'static str,
    pub not_found_text: &'static str,
    pub moved: &'static str,
    pub moved_text: &'static str,
    pub empty_guide: &'static str,
    pub no_topics: &'static str,
    pub what_notes_say: &'static str,
    pub more_places: &'static str,
    pub compared_with: &'static str,
    pub code_examples: &'static str,
    pub related_topics: &'static str,
    pub narrower_topics: &'static str,
    pub topic_map: &'static str,
    pub map_as_list: &'static str,
    pub by_weight: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub zoom_whole: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub shortcuts: &'static str,
    pub shortcut_search: &'static str,
    pub shortcut_list: &'static str,
    pub shortcut_close: &'static str,
    pub single_keys: &'static str,
    pub source_repository: &'static str,
    pub made_with: &'static str,
    pub answers: &'static str,
    pub correct_choices: &'static str,
    pub no_answer_yet: &'static str,
    pub answered_in: &'static str,
    pub also_asked_in: &'static str,
    pub link_to_question: &'static str,
    pub show_all_answers: &'static str,
    #[serde(skip)]
    pub in_search: SearchWords,
    #[serde(skip)]
    pub levels: [&'static str; 3],
    #[serde(skip)]
    pub kinds: [&'static str; 6],
    #[serde(skip)]
    pub reasons: [&'static str; 4],
    #[serde(skip)]
    pub grades: [&'static str; 2],
    #[serde(skip)]
    pub lens_words: &'static [LensWords],
    #[serde(skip)]
    pub months: [&'static str; 12],
    #[serde(skip)]
    pub n_notes: Plural,
    #[serde(skip)]
    pub n_topics: Plural,
    #[serde(skip)]
    pub n_questions: Plural,
    #[serde(skip)]
    pub n_entries: Plural,
    #[serde(skip)]
    pub n_answered: Plural,
    #[serde(skip)]
    pub n_sections: Plural,
    #[serde(skip)]
    pub n_minutes: Plural,
    #[serde(skip)]
    pub all_n_notes: Plural,
    #[serde(skip)]
    pub n_more: Plural,
}

/// The tables by primary language tag.
static TABLES: &[(&str, Words)] = &[("en", ENGLISH)];

const ENGLISH: Words = Words {
    skip_to_content: "Skip to content",
    search: "Search",
    search_the_guide: "Search the guide",
    search_needs_javascript: "Search needs JavaScript, and browsers run none of it in pages opened from a disk: there, “studyguide serve” shows the guide with its search. Without it, start here:",
    menu: "Menu",
    close: "Close",
    contents: "Contents",
    on_this_page: "On this page",
    breadcrumbs: "Breadcrumbs",
    home: "Home",
    topics: "Topics",
    topic: "Topic",
    all_topics: "All topics",
    also_called: "Also called",
    level: "Level",
    companies: "Asked at",
    updated: "Updated",
    edit_this_page: "Edit this page",
    mentioned_in: "Mentioned in",
    read_next: "Read next",
    links_there: "linked from here",
    links_here: "links here",
    previous: "Previous",
    next: "Next",
    previous_and_next: "Previous and next note",
    back_to_top: "Back to top",
    residue: "Left over from the conversation that this note came from",
    notes: "Notes",
    folders: "Folders",
    start_reading: "Start reading",
    recently_changed: "Recently changed",
    by_letter: "By letter",
    questions: "Questions",
    all_questions: "All questions",
    question_bank_text: "Every question that the notes ask, in reading order.",
    filter_questions: "Filter questions",
    question_text: "Words of the question",
    kind: "Kind",
    note: "Note",
    any: "Any",
    answer: "Answer",
    answered: "Answered",
    unanswered: "Unanswered",
    no_level: "No level",
    clear_filters: "Clear filters",
    show_more: "Show more",
    nothing_matches: "No question matches. Take a filter away.",
    filter_failed: "The questions could not be loaded. Check the connection and try again.",
    n_of_m_questions: "{n} of {m} questions",
    open_in_note: "Open in the note",
    improve_answer: "Improve this answer",
    answer_it: "Write an answer",
    follow_up_to: "Follow-up to",
    follow_ups: "Follow-ups",
    previous_and_next_question: "Previous and next question",
    worth_knowing: "Worth knowing here",
    related_questions: "Related questions",
    coverage: "Coverage",
    coverage_text: "For those who write the notes: what is asked, and what waits for an answer.",
    unanswered_questions: "Unanswered questions",
    asked_more_than_once: "Asked more than once",
    questions_by_topic: "Questions by topic",
    no_topic: "No topic",
    revise: "Revise",
    lenses: "Lenses",
    lenses_text: "What the notes say of one kind, gathered from all of them.",
    read_on: "Read on",
    pages: "Pages",
    not_found: "There is no such page",
    not_found_text: "The address may have been mistyped, or the note may have been moved or renamed.",
    moved: "This page has moved",
    moved_text: "It is now at",
    empty_guide: "There are no notes here yet. Add a Markdown file to the folder and build again.",
    what_notes_say: "What the notes say",
    more_places: "More places",
    compared_with: "Compared with",
    code_examples: "Code",
    related_topics: "Related topics",
    narrower_topics: "Narrower topics",
    topic_map: "Map",
    map_as_list: "The map as a list",
    by_weight: "By weight",
    zoom_in: "Closer",
    zoom_out: "Farther",
    zoom_whole: "The whole map",
    no_topics: "No topics were found. Headings that recur across notes become topics, and so do `topics` in front matter.",
    theme: "Theme",
    theme_auto: "Automatic",
    theme_light: "Light",
    theme_dark: "Dark",
    copy: "Copy",
    copied: "Copied",
    shortcuts: "Keyboard shortcuts",
    shortcut_search: "Open search",
    shortcut_list: "Show this list",
    shortcut_close: "Close what is open",
    single_keys: "Use single keys",
    source_repository: "Repository",
    made_with: "Made with",
    answers: "Answers",
    correct_choices: "Correct",
    no_answer_yet: "No answer yet",
    answered_in: "Answered in",
    also_asked_in: "Also asked in",
    link_to_question: "Link to this question",
    show_all_answers: "Show all answers",
    in_search: search_words::ENGLISH,
    levels: ["Basic", "Intermediate", "Advanced"],
    kinds: ["Question", "Scenario", "Follow-up", "Quiz", "Code", "Definition"],
    reasons: ["compared", "asked together", "explained side by side", "parts of one topic"],
    grades: ["Weak", "Strong"],
    lens_words: &[
        LensWords {
            slug: "cheat-sheet",
            title: "Cheat sheet",
            about: "What to remember, on as few pages as it takes. Made to be printed.",
        },
        LensWords { slug: "glossary", title: "Glossary", about: "What terms mean, by letter." },
        LensWords { slug: "pitfalls", title: "Pitfalls", about: "What goes wrong, and what most people trip over." },
        LensWords { slug: "production-failures", title: "Production failures", about: "What broke for real, and why." },
        LensWords { slug: "best-practices", title: "Best practices", about: "What to do, and what experience recommends." },
        LensWords { slug: "comparisons", title: "Comparisons and trade-offs", about: "One thing against another, and what each costs." },
        LensWords { slug: "senior-perspectives", title: "Senior perspectives", about: "How experienced engineers look at it." },
        LensWords { slug: "interviewers", title: "What interviewers look for", about: "What is tested, and what is not accepted." },
        LensWords { slug: "mental-models", title: "In plain words", about: "How to think of it." },
        LensWords { slug: "nuances", title: "Nuances", about: "What most answers leave out." },
        LensWords { slug: "internals", title: "How it works", about: "What happens inside." },
        LensWords { slug: "use-cases", title: "Use cases", about: "Where it is used." },
        LensWords { slug: "performance", title: "Performance", about: "How fast it is, and what it needs." },
        LensWords { slug: "security", title: "Security", about: "What attackers could do, and what stops them." },
        LensWords { slug: "debugging", title: "Debugging", about: "How to find out what is wrong." },
    ],
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    n_notes: Plural { one: "{n} note", other: "{n} notes" },
    n_topics: Plural { one: "{n} topic", other: "{n} topics" },
    n_questions: Plural { one: "{n} question", other: "{n} questions" },
    n_entries: Plural { one: "{n} entry", other: "{n} entries" },
    n_answered: Plural { one: "{n} answered", other: "{n} answered" },
    n_sections: Plural { one: "{n} section", other: "{n} sections" },
    n_minutes: Plural { one: "{n} min read", other: "{n} min read" },
    all_n_notes: Plural { one: "The one note", other: "All {n} notes" },
    n_more: Plural { one: "and {n} more", other: "and {n} more" },
};

impl Words {
    /// The table for a language tag; English where there is none.
    #[must_use]
    pub fn of(language: &str) -> &'static Self {
        let primary = language.split(['-', '_']).next().unwrap_or(language);
        TABLES.iter().find(|(language, _)| language.eq_ignore_ascii_case(primary)).map_or(&ENGLISH, |(_, words)| words)
    }

    /// The word for a level.
    #[must_use]
    pub fn level(&self, level: Level) -> &'static str {
        let [basic, intermediate, advanced] = self.levels;
        match level {
            Level::Basic => basic,
            Level::Intermediate => intermediate,
            Level::Advanced => advanced,
        }
    }

    /// The words of a lens; English ones where the language has none, and its name where nobody has any.
    #[must_use]
    pub fn lens(&self, slug: &'static str) -> LensWords {
        let known = self.lens_words.iter().chain(ENGLISH.lens_words).find(|words| words.slug == slug);
        known.copied().unwrap_or(LensWords { slug, title: slug, about: "" })
    }

    /// The word for what a question is.
    #[must_use]
    pub fn kind(&self, kind: QuestionKind) -> &'static str {
        let [open, scenario, follow_up, quiz, code, definition] = self.kinds;
        match kind {
            QuestionKind::Open => open,
            QuestionKind::Scenario => scenario,
            QuestionKind::FollowUp => follow_up,
            QuestionKind::Quiz => quiz,
            QuestionKind::Code => code,
            QuestionKind::Definition => definition,
        }
    }

    /// The word for how good an answer is.
    #[must_use]
    pub fn grade(&self, grade: Grade) -> &'static str {
        let [weak, strong] = self.grades;
        match grade {
            Grade::Weak => weak,
            Grade::Strong => strong,
        }
    }

    /// Why two topics have to do with each other.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> &'static str {
        let [compared, asked, explained, parent] = self.reasons;
        match reason {
            Reason::Compared => compared,
            Reason::AskedTogether => asked,
            Reason::ExplainedBeside => explained,
            Reason::SameParent => parent,
        }
    }

    /// A day as people write it: `1 March 2025`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.months.get(date.month().saturating_sub(1)).copied().unwrap_or_default();
        format!("{} {month} {}", date.day(), date.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_days_read_as_people_write_them() {
        let words = Words::of("en");
        assert_eq!(words.n_notes.of(1), "1 note");
        assert_eq!(words.n_notes.of(1234), "1234 notes");
        assert_eq!(words.n_notes.of(10_000), "10\u{202f}000 notes");
        assert_eq!(words.date(Date::parse("2025-03-01").unwrap()), "1 March 2025");
    }
}
