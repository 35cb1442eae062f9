//! The words of the interface, one table a language.
//!
//! Takes a language tag; gives the table that fits it best. A new word is a field of [`Words`] and a line in every table: one
//! that lacks it does not compile. Must not hold a word of any note.

mod ar;
mod de;
mod en;
mod es;
mod plural;
mod ru;
mod search;
#[cfg(test)]
mod tests;
mod writing;
mod zh;

use serde::Serialize;

use crate::date::Date;
use crate::guide::Reason;
use crate::markdown::html::Labels;
use crate::note::{Grade, Level, QuestionKind};

pub use plural::Plural;

use search::SearchWords;
use writing::Writing;

/// How many lenses have words.
const LENSES: usize = 15;

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
    pub offline: &'static str,
    pub offline_text: &'static str,
    pub try_again: &'static str,
    pub keep_offline: &'static str,
    pub keeping_offline: &'static str,
    pub kept_offline: &'static str,
    pub keeping_failed: &'static str,
    pub new_version: &'static str,
    pub reload: &'static str,
    pub later: &'static str,
    pub preview_alt: &'static str,
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
    pub reading_settings: &'static str,
    pub high_contrast: &'static str,
    pub text_size: &'static str,
    pub text_width: &'static str,
    pub narrow: &'static str,
    pub normal: &'static str,
    pub wide: &'static str,
    pub progress: &'static str,
    pub export_progress: &'static str,
    pub import_progress: &'static str,
    pub forget_progress: &'static str,
    pub forget_sure: &'static str,
    pub forgotten: &'static str,
    pub imported: &'static str,
    pub import_foreign: &'static str,
    pub import_newer: &'static str,
    pub not_kept: &'static str,
    pub mark_as_read: &'static str,
    pub mark_as_unread: &'static str,
    pub read: &'static str,
    pub unread: &'static str,
    pub n_of_m_read: &'static str,
    pub left_off: &'static str,
    pub enlarge: &'static str,
    pub shortcut_read: &'static str,
    pub shortcut_sidebar: &'static str,
    pub shortcut_choose: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub shortcuts: &'static str,
    pub shortcut_search: &'static str,
    pub shortcut_list: &'static str,
    pub shortcut_close: &'static str,
    pub single_keys: &'static str,
    pub source_repository: &'static str,
    pub answers: &'static str,
    pub correct_choices: &'static str,
    pub no_answer_yet: &'static str,
    pub answered_in: &'static str,
    pub also_asked_in: &'static str,
    pub link_to_question: &'static str,
    pub show_all_answers: &'static str,
    pub comma: &'static str,
    #[serde(skip)]
    pub writing: &'static Writing,
    #[serde(skip)]
    pub in_notes: Labels,
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
    pub lens_words: [LensWords; LENSES],
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

/// The tables by primary language tag; the first stands in for languages that have none.
static TABLES: &[(&str, Words)] =
    &[("en", en::WORDS), ("de", de::WORDS), ("es", es::WORDS), ("ru", ru::WORDS), ("zh", zh::WORDS), ("ar", ar::WORDS)];

impl Words {
    /// The table for a language tag; English where there is none.
    #[must_use]
    pub fn of(language: &str) -> &'static Self {
        let primary = language.split(['-', '_']).next().unwrap_or(language);
        TABLES.iter().find(|(language, _)| language.eq_ignore_ascii_case(primary)).map_or(&en::WORDS, |(_, words)| words)
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

    /// The words of a lens; its name where it has none.
    #[must_use]
    pub fn lens(&self, slug: &'static str) -> LensWords {
        let known = self.lens_words.iter().find(|words| words.slug == slug);
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

    /// A day as people write it.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.writing.date(date)
    }
}
