//! Callouts: labelled blocks (`**Production Failure**: …`), as a note states them.
//!
//! Only types; `recognise/` finds them. What a callout holds is referred to by place, so nothing is copied but its label.

use std::ops::Range;

use crate::ids::SectionId;
use crate::markdown::{Block, BlockKind, Document, Inline, Place, label};
use crate::span::Span;

/// A labelled block.
#[derive(Clone, Debug)]
pub struct Callout {
    /// What its label means.
    pub kind: CalloutKind,
    /// The label as written, without its colon.
    pub label: String,
    /// What stands behind the colon inside the label (`**Trap: two locks** …`).
    pub subject: Option<String>,
    /// Where it stands, label included.
    pub span: Span,
    /// The section that it stands in.
    pub section: Option<SectionId>,
    /// The blocks that it takes up; its label stands in the first.
    pub place: Place,
    /// The running text of that block which it takes up, label included.
    pub inlines: Range<usize>,
}

impl Callout {
    /// The running text behind the label.
    #[must_use]
    pub fn lead(&self, document: &Document) -> Vec<Inline> {
        let line = match self.place.of(document).first().map(|block| &block.kind) {
            Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) => inlines.get(self.inlines.clone()).unwrap_or_default(),
            _ => &[],
        };
        label::strong(line).map(|label| label.content(line)).unwrap_or_default()
    }

    /// The blocks behind the one with the label.
    #[must_use]
    pub fn blocks<'d>(&self, document: &'d Document) -> &'d [Block] {
        self.place.of(document).get(1..).unwrap_or_default()
    }
}

macro_rules! callout_kinds {
    ($($(#[$doc:meta])+ $kind:ident $name:literal;)+) => {
        /// What the label of a callout means, whatever its words and language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum CalloutKind {
            $($(#[$doc])+ $kind,)+
        }

        impl CalloutKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// The word in data, classes and configuration.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }
        }
    };
}

callout_kinds! {
    /// What a term means.
    Definition "definition";
    /// The same in plainer words.
    Explanation "explanation";
    /// How it works inside.
    Mechanism "mechanism";
    /// What most people miss.
    Nuance "nuance";
    /// What goes wrong.
    Pitfall "pitfall";
    /// What to do.
    BestPractice "best-practice";
    /// What went wrong once, for real.
    ProductionFailure "production-failure";
    /// How a senior engineer sees it.
    SeniorPerspective "senior-perspective";
    /// How it compares with something else.
    Comparison "comparison";
    /// Where it is used.
    UseCase "use-case";
    /// What it costs.
    TradeOff "trade-off";
    /// An example.
    Example "example";
    /// What interviewers look for.
    InterviewFocus "interview-focus";
    /// What interviewers will not accept.
    Rejection "rejection";
    /// How to think of it.
    MentalModel "mental-model";
    /// What would break it.
    Breakage "breakage";
    /// What to remember.
    KeyPoint "key-point";
    /// Good advice.
    Tip "tip";
    /// A warning.
    Warning "warning";
    /// How fast it is and what it needs.
    Performance "performance";
    /// What attackers could do.
    Security "security";
    /// How to find out what is wrong.
    Debugging "debugging";
}
