//! Questions in front matter: `questions:` with a list of them.

use super::draft::{Body, Draft, Finding};
use super::reading::Reading;
use super::words::words;
use crate::front::FrontQuestion;
use crate::markdown::{Inline, InlineKind};
use crate::note::{Answer, Explicit, QuestionKey, QuestionKind};

pub(super) const NAME: &str = "front-matter";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    reading.front.questions.iter().map(draft).collect()
}

fn draft(question: &FrontQuestion) -> Draft {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let text = |text: &str| vec![Inline { span: question.span, kind: InlineKind::Text(text.into()) }];
    let answers = question.answer.iter().map(|answer| Answer::of_text(question.span, text(answer))).collect();
    let mut draft = Draft::unplaced(finding, words(text(&question.words)), Body { answers, ..Body::default() });
    draft.question.level = question.level;
    draft.question.id = question.id.as_deref().and_then(QuestionKey::written);
    draft
}
