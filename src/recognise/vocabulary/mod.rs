//! What labels mean: the words of questions, answers and callouts in every language that notes are written in.
//!
//! Takes a label as written; gives its [`Meaning`]. The words are data (`part_words.rs`, `callout_words.rs`), which a site
//! extends. Must not read the tree.

mod asking;
mod callout_words;
mod hints;
mod lexicon;
mod part_words;

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::config::{Labels, meant};
use crate::error::{Error, Result};
use crate::note::{CalloutKind, Grade};

pub(super) use self::asking::{Look, begins_question, holds_mark, look, marks};
pub(crate) use self::hints::level_of;
pub(super) use self::hints::{introduces_questions, is_instruction, is_no_question, is_own_affair, is_placeholder, says_questions};
pub(super) use self::lexicon::Lexicon;

/// What a label says about what follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// Its part in a question.
    pub part: Option<Part>,
    /// What it is as a callout.
    pub callout: Option<CalloutKind>,
}

/// A label's part in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A question follows.
    Question,
    /// A situation follows, as a question.
    Scenario,
    /// A question that follows up another.
    FollowUp,
    /// Several questions follow.
    Prompts,
    /// Several follow-ups do.
    FollowUps,
    /// An answer follows.
    Answer(Option<Grade>),
    /// A level follows.
    Level,
    /// Something follows that is an answer where a question stands before it: a solution, an explanation.
    Solution,
}

/// The labels that are known.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    meanings: Lexicon<Meaning>,
}

static BUILT_IN: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary { meanings: Lexicon::default() };
    for &(part, words) in part_words::PARTS {
        words.split('|').for_each(|word| vocabulary.meanings.entry(word.to_owned()).part = Some(part));
    }
    for &(kind, words) in callout_words::CALLOUTS {
        words.split('|').for_each(|word| vocabulary.meanings.entry(word.to_owned()).callout = Some(kind));
    }
    vocabulary
});

/// Labels are short: what is longer is a sentence.
const LONGEST: usize = 90;

impl Vocabulary {
    /// The labels that every guide knows.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The same with labels of a site's own, whose word counts before the tool's.
    pub fn new(labels: &Labels) -> Result<Self> {
        let mut vocabulary = Self::built_in().clone();
        for (part, labels) in [
            (Part::Question, &labels.question),
            (Part::Scenario, &labels.scenario),
            (Part::FollowUp, &labels.follow_up),
            (Part::Prompts, &labels.questions),
            (Part::Answer(None), &labels.answer),
            (Part::Answer(Some(Grade::Weak)), &labels.weak_answer),
            (Part::Answer(Some(Grade::Strong)), &labels.strong_answer),
        ] {
            for label in labels {
                vocabulary.entry(label).part = Some(part);
            }
        }
        for (name, labels) in &labels.callouts {
            let kind = CalloutKind::ALL.iter().copied().find(|kind| kind.name() == name).ok_or_else(|| no_such_kind(name))?;
            for label in labels {
                vocabulary.entry(label).callout = Some(kind);
            }
        }
        Ok(vocabulary)
    }

    fn entry(&mut self, label: &str) -> &mut Meaning {
        self.meanings.entry(normalised(label).to_lowercase())
    }

    /// What a label means, without its colon. Nothing where it is not known.
    #[must_use]
    pub fn meaning(&self, label: &str) -> Option<Meaning> {
        if label.len() > LONGEST {
            return None;
        }
        if let Some(&meaning) = self.meanings.get(label) {
            return Some(meaning);
        }
        let normal = normalised(label);
        let written_otherwise = || if *normal == *label { None } else { self.meanings.get(&normal).copied() };
        written_otherwise().or_else(|| by_ending(&normal))
    }
}

/// The kinds of callouts, with the labels that every guide knows.
pub fn callout_labels() -> impl Iterator<Item = (CalloutKind, Vec<&'static str>)> {
    callout_words::CALLOUTS.iter().map(|&(kind, words)| (kind, words.split('|').collect()))
}

fn no_such_kind(name: &str) -> Error {
    let known: Vec<&str> = CalloutKind::ALL.iter().map(|kind| kind.name()).collect();
    let hint = meant(name, &known, "the kinds are");
    Error::Config { place: "`[labels.callouts]`".to_owned(), message: format!("`{name}` is not a kind of callout\n  hint: {hint}") }
}

/// `Killer interview question`, `The answer they expect` and their like: what English puts in front matters less than the end.
fn by_ending(label: &str) -> Option<Meaning> {
    let tail = |length: usize| label.get(label.len().checked_sub(length)?..);
    let ends = |end: &str| tail(end.len()).is_some_and(|tail| tail.eq_ignore_ascii_case(end));
    let begins = |start: &str| label.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    let words = || label.split(' ').count();
    let part = if ends(" interview question") {
        Part::Question
    } else if ends(" interview questions") || ends(" questions and answers") {
        Part::Prompts
    } else if ends(" answer") && words() <= 3 {
        Part::Answer(None)
    } else if begins("scenario ") && words() <= 6 {
        Part::Scenario
    } else {
        return None;
    };
    Some(Meaning { part: Some(part), callout: None })
}

/// A label as it is looked up: without quotation marks, ornaments, what stands in brackets, a leading article or a trailing number.
fn normalised(label: &str) -> Cow<'_, str> {
    if is_plain(label.as_bytes()) {
        return Cow::Borrowed(core(label));
    }
    let open = label.find(['(', '（', '[']).filter(|&at| at > 0).unwrap_or(label.len());
    let label = label.get(..open).unwrap_or_default();
    let mut words = String::with_capacity(open);
    for c in label.chars() {
        match c {
            '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '*' | '_' | '`' => {}
            '’' => words.push('\''),
            '‑' | '–' => words.push('-'),
            ' ' if words.ends_with(' ') => {}
            _ => words.push(c),
        }
    }
    Cow::Owned(core(&words).to_owned())
}

/// Whether nothing stands within a label that it is looked up without.
fn is_plain(label: &[u8]) -> bool {
    let is_special = |byte: u8| !byte.is_ascii() | matches!(byte, b'"' | b'*' | b'_' | b'`' | b'(' | b'[');
    let is_doubled = |(one, next): (&u8, &u8)| u8::from(*one == b' ') & u8::from(*next == b' ');
    let pairs = label.iter().zip(label.get(1..).unwrap_or_default());
    // Numbers, unlike truths, are joined for many bytes at once.
    label.iter().fold(0, |found, &byte| found | u8::from(is_special(byte))) == 0
        && pairs.fold(0, |found, pair| found | is_doubled(pair)) == 0
}

/// Whether a number may stand right behind a label: `A7`, as behind `Q7`.
fn is_answer(label: &str) -> bool {
    ["a", "ans"].iter().any(|answer| label.eq_ignore_ascii_case(answer))
}

/// What is left of a label's words without ornaments at their ends, article and number.
fn core(words: &str) -> &str {
    const ARTICLES: [&str; 5] = ["the ", "a ", "an ", "my ", "your "];
    let ends = |c: char| !c.is_alphanumeric() && !('\u{900}'..'\u{97f}').contains(&c);
    let is_bare = matches!(words.as_bytes(), [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric());
    let mut trimmed = if is_bare { words } else { words.trim_matches(ends) };
    let may_be_numbered = trimmed.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit() || !byte.is_ascii());
    if may_be_numbered && trimmed.ends_with(char::is_numeric) {
        let unnumbered = trimmed.trim_end_matches(char::is_numeric);
        trimmed = if unnumbered.ends_with([' ', '#']) || is_answer(unnumbered) { unnumbered.trim_end_matches(ends) } else { trimmed };
    }
    let unled = |article: &&&str| trimmed.get(..article.len()).is_some_and(|head| head.eq_ignore_ascii_case(article));
    // Most first words are longer than any article.
    if !trimmed.as_bytes().iter().take(5).any(|&byte| byte == b' ') {
        return trimmed;
    }
    ARTICLES.iter().find(unled).and_then(|article| trimmed.get(article.len()..)).unwrap_or(trimmed)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn a_label_means_the_same_however_it_is_written() {
        let part = |label: &str| Vocabulary::built_in().meaning(label).and_then(|meaning| meaning.part);
        for label in [
            "Answer",
            "A",
            "ANSWER",
            "✅ Answer",
            "The \"Ideal\" Answer",
            "Answer 2",
            "Antwort",
            "Respuesta",
            "Réponse",
            "Resposta",
            "Ответ",
            "Відповідь",
            "答案",
            "回答",
            "답변",
            "उत्तर",
            "الإجابة",
        ] {
            assert_eq!(part(label), Some(Part::Answer(None)), "{label}");
        }
        for label in
            ["Question", "The \"Killer\" Interview Question", "Frage", "Pregunta", "Вопрос", "问题", "質問", "질문", "प्रश्न", "السؤال"]
        {
            assert_eq!(part(label), Some(Part::Question), "{label}");
        }
        assert_eq!(part("Strong Answer"), Some(Part::Answer(Some(Grade::Strong))));
        assert_eq!(part("Follow‑up Trap"), Some(Part::FollowUp));
        assert_eq!(part("Sample Interview Questions"), Some(Part::Prompts));
        assert_eq!(part("Scenario they may pose"), Some(Part::Scenario));
        assert_eq!(part("Heaps"), None);
    }

    #[test]
    fn a_site_adds_labels() {
        let callouts = |kind: &str| [(kind.to_owned(), vec!["Ärgernis".to_owned()])].into();
        let labels = Labels { question: vec!["Grill me".to_owned()], callouts: callouts("pitfall"), ..Labels::default() };
        let vocabulary = Vocabulary::new(&labels).unwrap();
        assert_eq!(vocabulary.meaning("Grill me").unwrap().part, Some(Part::Question));
        assert_eq!(vocabulary.meaning("Ärgernis:"), Some(Meaning { part: None, callout: Some(CalloutKind::Pitfall) }));
        assert_eq!(Vocabulary::built_in().meaning("Ärgernis"), None);
        let error = Vocabulary::new(&Labels { callouts: callouts("pit-fall"), ..Labels::default() }).unwrap_err().to_string();
        assert_eq!(error, "cannot use `[labels.callouts]`: `pit-fall` is not a kind of callout\n  hint: did you mean `pitfall`?");
    }

    #[test]
    fn no_word_has_two_meanings_of_one_sort() {
        let mut seen: HashMap<String, Part> = HashMap::new();
        for &(part, words) in part_words::PARTS {
            for word in words.split('|') {
                assert_eq!(normalised(word).to_lowercase(), word, "words are kept as they are looked up");
                assert_eq!(*seen.entry(word.to_owned()).or_insert(part), part, "{word}");
            }
        }
        let mut seen: HashMap<String, CalloutKind> = HashMap::new();
        for &(kind, words) in callout_words::CALLOUTS {
            for word in words.split('|') {
                assert_eq!(normalised(word).to_lowercase(), word, "words are kept as they are looked up");
                assert_eq!(*seen.entry(word.to_owned()).or_insert(kind), kind, "{word}");
            }
        }
    }
}
