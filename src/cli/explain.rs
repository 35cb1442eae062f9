//! `studyguide explain`: prints what was recognised in a note, line by line, by what, and what lost to what.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use crate::config::{Config, Overrides};
use crate::error::{Error, Result};
use crate::guide::Guide;
use crate::ids::{NoteId, TopicId};
use crate::markdown::text;
use crate::note::{AnswerState, Correctness, Explicit, Note, Role};
use crate::path::percent_decode;
use crate::progress::Silent;
use crate::recognise::{self, Vocabulary};

use super::console::Console;
use super::project::GuideArgs;
use super::verb::{Exit, Named, Run};

/// Print what was recognised in a note, line by line, by what, and what lost to what
#[derive(Args)]
pub(super) struct Explain {
    /// The note: its file, its path in the guide, or its address on the site
    #[arg(value_hint = ValueHint::FilePath)]
    note: String,
    #[command(flatten)]
    guide: GuideArgs,
}

impl Named for Explain {
    const NAME: &'static str = "explain";
}

impl Run for Explain {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        let config = self.guide.locate()?.config(Overrides::default())?;
        let vocabulary = Vocabulary::new(&config.labels)?;
        let guide = crate::build::read(&config, &Silent)?;
        if let Some(note) = find(&guide, &config.root, &self.note) {
            console.print(&Explanation::of(&guide, note, &vocabulary).to_string())?;
            return Ok(Exit::Fine);
        }
        // A file outside the guide is explained as a guide of its own.
        let file = PathBuf::from(&self.note);
        if !file.is_file() {
            return Err(Error::UnknownNote { name: self.note, known: guide.notes.iter().map(|note| note.path.clone()).collect() });
        }
        let alone = crate::build::read(&Config { root: file.clone(), ..config }, &Silent)?;
        let note = alone.notes.ids().next().ok_or(Error::NoNotes { path: file })?;
        console.print(&Explanation::of(&alone, note, &vocabulary).to_string())?;
        Ok(Exit::Fine)
    }
}

/// The note of that file, that path below the guide's root or that address.
fn find(guide: &Guide, root: &Path, name: &str) -> Option<NoteId> {
    let file = Path::new(name).canonicalize().ok();
    let is_file = |note: &Note| file.is_some() && root.join(note.path.as_str()).canonicalize().ok() == file;
    let path = name.trim_start_matches("./");
    let address = name.split(['#', '?']).next().unwrap_or_default();
    let base = guide.site.base_url.as_deref().unwrap_or("/");
    let address = percent_decode(address.strip_prefix(base).unwrap_or(address));
    let address = address.trim_start_matches('/');
    let is_address = |route: &str| {
        let folder = address.is_empty() || address.ends_with('/');
        route == address || (folder && route.strip_prefix(address) == Some("index.html"))
    };
    guide.notes.ids().find(|&id| {
        let note = &guide.notes[id];
        note.path.as_str() == path || is_file(note) || is_address(guide.entries[id].route.as_str())
    })
}

/// What was recognised, by line.
struct Explanation {
    head: String,
    findings: Vec<Finding>,
}

struct Finding {
    line: u32,
    /// What was found, in a word.
    what: &'static str,
    /// Its words.
    words: String,
    /// What is known of it.
    details: Vec<String>,
}

impl Explanation {
    fn of(guide: &Guide, id: NoteId, vocabulary: &Vocabulary) -> Self {
        let note = &guide.notes[id];
        let head = format!("{} → {}", note.path, guide.entries[id].route);
        let mut findings: Vec<_> = roles(note).chain(sections(guide, id)).collect();
        findings.extend(questions(guide, id));
        findings.extend(guide.entries[id].callouts.iter().map(|&callout| {
            let entry = &guide.callouts[callout];
            let callout = guide.callout(callout);
            let words = callout.subject.as_ref().map_or_else(|| callout.label.clone(), |subject| format!("{}: {subject}", callout.label));
            let details = vec![callout.kind.name().to_owned(), topics(guide, &entry.topics)];
            Finding { line: note.lines.line(callout.span.start), what: "callout", words, details }
        }));
        findings.extend(recognise::lost(note, vocabulary).into_iter().map(|lost| {
            let line = note.lines.line(lost.kept.start);
            let details = vec![format!("{} lost to {} on line {line}", lost.recogniser, lost.winner)];
            Finding { line: note.lines.line(lost.span.start), what: "(lost)", words: lost.span.of(&note.text).to_owned(), details }
        }));
        findings.sort_by_key(|finding| finding.line);
        Self { head, findings }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.head)?;
        for Finding { line, what, words, details } in &self.findings {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            writeln!(f, "{}", format!("{line:>6}  {what:<9} {words}").trim_end())?;
            let details = details.iter().filter(|detail| !detail.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ");
            if !details.is_empty() {
                writeln!(f, "{:>18}{details}", "")?;
            }
        }
        Ok(())
    }
}

/// The title, and what is no part of the body.
fn roles(note: &Note) -> impl Iterator<Item = Finding> {
    let title = &note.outline.title;
    let from = title.heading.map(|heading| note.document.headings[heading].span.start);
    let details = vec![if from.is_some() { String::new() } else { "no heading says so".to_owned() }];
    let title = Finding { line: note.lines.line(from.unwrap_or(0)), what: "title", words: title.text.clone(), details };
    let blocks = note.document.blocks.iter().zip(&note.outline.roles).map(|(block, role)| (*role, block.span.start));
    let mut last = Role::Body;
    let firsts = blocks.filter(move |&(role, _)| std::mem::replace(&mut last, role) != role).filter_map(|(role, start)| {
        let (what, detail) = match role {
            Role::Body | Role::Title => return None,
            Role::Facts => ("facts", "stand in the line under the title"),
            Role::Contents => ("contents", "left out: the page has its own"),
            Role::Residue => ("residue", "of a chat: folded at the end of the page"),
        };
        Some(Finding { line: note.lines.line(start), what, words: String::new(), details: vec![detail.to_owned()] })
    });
    std::iter::once(title).chain(firsts)
}

fn sections(guide: &Guide, id: NoteId) -> impl Iterator<Item = Finding> {
    let note = &guide.notes[id];
    note.outline.sections.iter_ids().map(move |(section, outlined)| {
        let heading = &note.document.headings[outlined.heading];
        let level = if heading.level == outlined.level {
            format!("level {}", outlined.level)
        } else {
            format!("level {}, written as {}", outlined.level, heading.level)
        };
        let details = vec![level, topics(guide, &guide.entries[id].section_topics[section])];
        Finding { line: note.lines.line(heading.span.start), what: "section", words: outlined.title.clone(), details }
    })
}

fn questions(guide: &Guide, id: NoteId) -> Vec<Finding> {
    let note = &guide.notes[id];
    let line = |start: u32| note.lines.line(start);
    let mut findings = Vec::new();
    for &id in &guide.entries[id].questions {
        let (entry, question) = (&guide.questions[id], guide.question(id));
        let parent = entry.parent.map(|parent| format!("follows up line {}", line(guide.question(parent).span.start)));
        let same = entry.same_as.iter().map(|&same| {
            let other = &guide.notes[guide.questions[same].note];
            format!("same as {}:{}", other.path, other.lines.line(guide.question(same).span.start))
        });
        let explicit = if question.explicit == Explicit::Yes { "explicit" } else { "merely reads as one" };
        let mut details = vec![question.recogniser.to_owned(), question.kind.name().to_owned(), explicit.to_owned()];
        details.extend(question.level.map(|level| level.name().to_owned()));
        details.extend(parent);
        details.extend(same);
        details.push(topics(guide, &entry.topics));
        details.push(format!("#{}", entry.key.anchor()));
        findings.push(Finding { line: line(question.span.start), what: "question", words: text::inlines(&question.words), details });
        findings.extend(question.choices.iter().map(|choice| {
            let details = vec![if choice.correctness == Correctness::Correct { "correct" } else { "" }.to_owned()];
            Finding { line: line(choice.span.start), what: "  choice", words: text::inlines(&choice.words), details }
        }));
        findings.extend(question.answers.iter().map(|answer| {
            let state = if answer.state == AnswerState::Placeholder { "a placeholder: unanswered" } else { "" };
            let grade = answer.grade.map_or("", |grade| grade.name());
            let details = vec![grade.to_owned(), state.to_owned()];
            Finding { line: line(answer.span.start), what: "  answer", words: answer.label.clone().unwrap_or_default(), details }
        }));
    }
    findings
}

fn topics(guide: &Guide, topics: &[TopicId]) -> String {
    match topics {
        [] => String::new(),
        topics => format!("topics: {}", topics.iter().map(|&topic| guide.topics[topic].name.as_str()).collect::<Vec<_>>().join(", ")),
    }
}
