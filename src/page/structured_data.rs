//! What a question's page tells search engines, as JSON-LD in the words of schema.org.
//!
//! Takes a question that stands for all that ask the same; gives the text of a `<script type="application/ld+json">`: a quiz
//! of one flashcard or of choices, with all its answers. Must not tell more than the page shows.

use serde::Serialize;
use serde_json::{Value, json};

use crate::guide::Guide;
use crate::ids::QuestionId;
use crate::markdown::text;
use crate::note::{AnswerState, Choice, Correctness, Level};

use super::bank::roll;

/// A quiz that holds one question.
#[derive(Serialize)]
struct Quiz {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(rename = "educationalLevel", skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<Value>,
    #[serde(rename = "hasPart")]
    parts: [Question; 1],
}

#[derive(Serialize)]
struct Question {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    text: String,
    #[serde(rename = "eduQuestionType")]
    answered_by: &'static str,
    #[serde(rename = "acceptedAnswer")]
    accepted: Vec<Value>,
    #[serde(rename = "suggestedAnswer", skip_serializing_if = "Vec::is_empty")]
    suggested: Vec<Value>,
}

/// The text of the script; none where there is no answer to tell.
pub(super) fn structured_data(guide: &Guide, id: QuestionId) -> Option<String> {
    let question = guide.question(id);
    let asked = one_line(&text::inlines(&question.words));
    let choices = |correctness: Correctness| {
        let of_kind = question.choices.iter().filter(move |choice| choice.correctness == correctness);
        of_kind.map(|choice: &Choice| answer(&one_line(&text::inlines(&choice.words)))).collect::<Vec<_>>()
    };
    let right = choices(Correctness::Correct);
    let (answered_by, accepted, suggested) = match right.len() {
        0 => ("Flashcard", roll::group(guide, id).flat_map(|id| answers(guide, id)).map(|text| answer(&text)).collect(), Vec::new()),
        1 => ("Multiple choice", right, choices(Correctness::Wrong)),
        _ => ("Checkbox", right, choices(Correctness::Wrong)),
    };
    if accepted.is_empty() {
        return None;
    }
    let level = |level: Level| match level {
        Level::Basic => "beginner",
        Level::Intermediate => "intermediate",
        Level::Advanced => "advanced",
    };
    let about = roll::topics(guide, id).into_iter().map(|topic| json!({ "@type": "Thing", "name": guide.topics[topic].name }));
    let quiz = Quiz {
        context: "https://schema.org",
        kind: "Quiz",
        name: asked.clone(),
        level: question.level.map(level),
        about: about.collect(),
        parts: [Question { kind: "Question", name: asked.clone(), text: asked, answered_by, accepted, suggested }],
    };
    // No text may end the script that it stands in.
    serde_json::to_string(&quiz).ok().map(|text| text.replace('<', "\\u003c"))
}

/// The answers of one place, as plain text.
fn answers(guide: &Guide, id: QuestionId) -> impl Iterator<Item = String> + '_ {
    let document = &guide.notes[guide.questions[id].note].document;
    let given = guide.question(id).answers.iter().filter(|answer| answer.state == AnswerState::Given);
    given.map(|answer| answer.text(document)).filter(|text| !text.is_empty())
}

fn answer(text: &str) -> Value {
    json!({ "@type": "Answer", "text": text })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;

    fn data(markdown: &str) -> Option<Value> {
        let guide = sample::written(&[("a.md", markdown)]);
        let text = structured_data(&guide, guide.questions.ids().next().unwrap())?;
        assert!(!text.contains('<'), "{text}");
        Some(serde_json::from_str(&text).unwrap())
    }

    #[test]
    fn a_question_is_a_flashcard_with_its_answers() {
        let data = data("# A\n\n**Q1: What is `<b>`?**\n\n**Short Answer**: An element.</script>\n\n**Q2: And `<i>`?**\n").unwrap();
        let card = &data["hasPart"][0];
        assert_eq!((&card["name"], &card["eduQuestionType"]), (&json!("What is <b>?"), &json!("Flashcard")));
        assert!(card["acceptedAnswer"][0]["text"].as_str().unwrap().starts_with("An element."), "{card}");
    }

    #[test]
    fn choices_are_answers_that_are_right_or_suggested() {
        let data =
            data("# Quiz\n\n### Q1. Which is a fruit?\n\n- [ ] Leek\n- [x] Pear\n\n### Q2. Which is not?\n\n- [x] Leek\n- [ ] Pear\n")
                .unwrap();
        let card = &data["hasPart"][0];
        assert_eq!(card["acceptedAnswer"][0]["text"], "Pear");
        assert_eq!(card["suggestedAnswer"][0]["text"], "Leek");
    }

    #[test]
    fn what_nobody_answered_is_not_told() {
        assert_eq!(data("# A\n\n**Q1: Why?**\n\n**Q2: How?**\n"), None);
    }
}
