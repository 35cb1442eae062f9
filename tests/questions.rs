//! Specs of the recognisers: every Markdown file in `tests/specs/questions/` is prose, examples and what must come out.
//!
//! `tests/specs/questions/README.md` tells how to write one.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "the tests read specs from disk; a failed step fails the test")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use studyguide::markdown::text;
use studyguide::note::{Answer, Correctness, Explicit, Note, Question};
use studyguide::path::GuidePath;
use studyguide::recognise::{self, Vocabulary};
use studyguide::source::Source;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/specs/questions");

/// One fenced block of a spec.
struct Fence {
    info: String,
    text: String,
    line: usize,
}

/// Reads the fences of a spec; a fence may hold shorter ones.
fn fences(spec: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut lines = spec.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let info = line.trim_start_matches('`');
        let marks = line.len() - info.len();
        if marks >= 3 {
            let closing = "`".repeat(marks);
            let text = lines
                .by_ref()
                .map(|(_, line)| line)
                .take_while(|line| *line != closing)
                .fold(String::new(), |text, line| text + line + "\n");
            found.push(Fence { info: info.to_owned(), text, line: number + 1 });
        }
    }
    found
}

fn parse(text: &str) -> Note {
    // Two blanks at a line's end, which editors would trim.
    let text = text.replace('␠', " ");
    recognise::parse(Source { path: GuidePath::new("example-note.md").unwrap(), text }, Vocabulary::built_in())
}

/// The questions of a note as specs write them.
fn questions(note: &Note, recogniser: &str) -> String {
    let mut out = String::new();
    for question in &note.questions {
        if question.parent.is_some() {
            out.push_str("  ");
        }
        if question.explicit == Explicit::No {
            out.push('~');
        }
        let answered = if question.is_answered() { "answered" } else { "open" };
        write!(out, "{} {} {answered}", note.lines.line(question.span.start), question.kind.name()).unwrap();
        if question.recogniser != recogniser {
            write!(out, " @{}", question.recogniser).unwrap();
        }
        write!(out, ": {}", text::inlines(&question.words)).unwrap();
        if let Some(level) = question.level {
            write!(out, " [{}]", level.name()).unwrap();
        }
        out.push_str(&right_choices(question));
        out.push('\n');
    }
    out
}

fn right_choices(question: &Question) -> String {
    let mark = |(position, choice): (usize, &studyguide::note::Choice)| choice.mark.clone().unwrap_or_else(|| (position + 1).to_string());
    let right = question.choices.iter().enumerate().filter(|(_, choice)| choice.correctness == Correctness::Correct);
    let marks: Vec<String> = right.map(mark).collect();
    if marks.is_empty() { String::new() } else { format!(" ={}", marks.join(",")) }
}

/// The labels of a note's questions and of their answers, with how good the author says that an answer is.
fn labels(note: &Note) -> String {
    let mut out = String::new();
    for question in &note.questions {
        let grade = |answer: &Answer| answer.grade.map_or_else(String::new, |grade| format!(" ({})", grade.name()));
        let answers = question.answers.iter().map(|answer| answer.label.as_deref().unwrap_or("-").to_owned() + &grade(answer));
        let labels: Vec<String> = std::iter::once(question.label.as_deref().unwrap_or("-").to_owned()).chain(answers).collect();
        writeln!(out, "{} {}", note.lines.line(question.span.start), labels.join(" | ")).unwrap();
    }
    out
}

/// The ids that a note gives its questions.
fn ids(note: &Note) -> String {
    let mut out = String::new();
    for question in &note.questions {
        let id = question.id.as_ref().map_or("-", |id| id.as_str());
        writeln!(out, "{} {id}", note.lines.line(question.span.start)).unwrap();
    }
    out
}

fn callouts(note: &Note) -> String {
    let mut out = String::new();
    for callout in &note.callouts {
        writeln!(out, "{} {}: {}", note.lines.line(callout.span.start), callout.kind.name(), callout.label).unwrap();
    }
    out
}

fn specs() -> Vec<(String, String)> {
    let mut specs: Vec<(String, String)> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .filter(|(name, _)| name != "README")
        .collect();
    specs.sort();
    specs
}

#[test]
fn every_spec_holds() {
    let mut wrong = String::new();
    for (name, spec) in specs() {
        let mut example: Option<Note> = None;
        for fence in fences(&spec) {
            let found = match (fence.info.as_str(), &example) {
                ("markdown", _) => {
                    example = Some(parse(&fence.text));
                    continue;
                }
                ("questions", Some(note)) => questions(note, &name),
                ("callouts", Some(note)) => callouts(note),
                ("labels", Some(note)) => labels(note),
                ("ids", Some(note)) => ids(note),
                _ => continue,
            };
            if found != fence.text {
                write!(wrong, "\n{name}.md:{}: expected\n{}found\n{found}", fence.line, fence.text).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_recogniser_has_a_spec() {
    for recogniser in recognise::RECOGNISERS {
        let shown = specs().iter().any(|(name, spec)| name == recogniser.name || spec.contains(&format!("@{}:", recogniser.name)));
        assert!(shown, "{}: write {FOLDER}/{}.md", recogniser.name, recogniser.name);
    }
    assert!(Path::new(FOLDER).join("README.md").exists());
}

/// The notes in `tests/fixtures/questions/`, and what a reader would call their questions: `truth.tsv` says it.
const NOTES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/questions");

/// What was found and what was there, over all fixture notes.
#[derive(Default)]
struct Score {
    found: usize,
    right: usize,
    there: usize,
    answered_right: usize,
    said: String,
}

impl Score {
    fn add(&mut self, name: &str, note: &Note, mut truth: Vec<(String, bool)>) {
        self.there += truth.len();
        for question in note.questions.iter().filter(|question| question.explicit == Explicit::Yes) {
            let words = text::inlines(&question.words);
            self.found += 1;
            match truth.iter().position(|(wanted, _)| *wanted == words) {
                Some(at) => {
                    self.right += 1;
                    let (_, answered) = truth.swap_remove(at);
                    self.answered_right += usize::from(answered == question.is_answered());
                }
                None => writeln!(self.said, "{name}: false, by {}: {words}", question.recogniser).unwrap(),
            }
        }
        for (words, _) in truth {
            writeln!(self.said, "{name}: missed: {words}").unwrap();
        }
    }
}

/// `cargo test --test questions -- --nocapture precision` prints the figures.
#[test]
fn precision_and_recall_over_fixture_notes() {
    let truth = fs::read_to_string(format!("{NOTES}/truth.tsv")).unwrap();
    let rows: Vec<(&str, bool, &str)> = truth
        .lines()
        .skip(1)
        .map(|line| line.split_once('\t').unwrap())
        .map(|(note, rest)| (note, rest.starts_with("yes"), rest.split_once('\t').unwrap().1))
        .collect();
    let mut score = Score::default();
    let mut names: Vec<_> = fs::read_dir(NOTES).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    for name in names.iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "md")) {
        let text = fs::read_to_string(format!("{NOTES}/{name}")).unwrap();
        let note = recognise::parse(Source { path: GuidePath::new(name).unwrap(), text }, Vocabulary::built_in());
        let truth = rows.iter().filter(|(of, ..)| of == name).map(|&(_, answered, words)| (words.to_owned(), answered)).collect();
        score.add(name, &note, truth);
    }
    let share = |part: usize, whole: usize| format!("{part}/{whole}");
    println!(
        "precision {}, recall {}, answered {}",
        share(score.right, score.found),
        share(score.right, score.there),
        share(score.answered_right, score.right)
    );
    assert!(score.said.is_empty() && score.answered_right == score.right, "{}", score.said);
}
