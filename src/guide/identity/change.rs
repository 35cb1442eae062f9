//! What became of the questions and notes that the lock knows.
//!
//! Only types; matching makes them, `studyguide ids` shows them.

use crate::ids::{NoteId, QuestionId};
use crate::note::QuestionKey;
use crate::path::{GuidePath, SitePath};

/// Something that the lock says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A question has another id than before.
    Reset {
        /// The question.
        question: QuestionId,
        /// The ids that it may have had: several where it is not clear which question of the lock it is.
        was: Vec<QuestionKey>,
    },
    /// A question is asked in other words, or beside other code or choices.
    Reworded {
        /// The question.
        question: QuestionId,
        /// Its words before.
        was: String,
    },
    /// A question stands in another note.
    Moved {
        /// The question.
        question: QuestionId,
        /// The note that it stood in.
        from: GuidePath,
    },
    /// A question is no longer asked.
    Retired {
        /// Its id.
        key: QuestionKey,
        /// Its words.
        was: String,
        /// The note that it stood in.
        from: GuidePath,
    },
    /// A question is new, or is asked again.
    New {
        /// The question.
        question: QuestionId,
    },
    /// A note's page has another address.
    Renamed {
        /// The note.
        note: NoteId,
        /// The address before.
        from: SitePath,
    },
}
