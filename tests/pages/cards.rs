//! What every note's page must hold of its questions: nothing that the note says is lost, and each has its anchor once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use studyguide::markdown::{Block, BlockKind, text};
use studyguide::note::{AnswerState, Explicit, Note, Role};
use studyguide::path::GuidePath;
use studyguide::recognise::{self, Vocabulary};
use studyguide::source::Source;

use crate::site::{GUIDES, Site};

/// How often each word stands in a text.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// The text of some HTML. Elements that stand in a line do not part words.
fn text_of(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let (tag, behind) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        if tag != "sup" && !["a", "b", "code", "del", "em", "i", "kbd", "mark", "span", "strong", "sub", "u"].contains(&name) {
            out.push(' ');
        }
        if name == "img"
            && let Some(alt) = tag.split("alt=\"").nth(1).and_then(|alt| alt.split('"').next())
        {
            out.push_str(alt);
        }
        rest = behind;
    }
    out.push_str(rest);
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The words of a note that its page must show, and how often.
fn said(note: &Note) -> BTreeMap<String, usize> {
    let (mut all, mut facts) = (String::new(), String::new());
    for (block, role) in note.document.blocks.iter().zip(&note.outline.roles) {
        match role {
            Role::Contents => {}
            Role::Facts => text::push_block(block, &mut facts),
            Role::Body | Role::Title | Role::Residue => text::push_block(block, &mut all),
        }
    }
    for footnote in &note.document.footnotes {
        footnote.blocks.iter().for_each(|block| text::push_block(block, &mut all));
    }
    let mut said = words(&all);
    // A fact that a note states twice is stated once.
    for word in words(&facts).into_keys() {
        said.entry(word).or_insert(1);
    }
    // A card says once what its labels say, in its own way: they may stand in the note more often.
    for question in &note.questions {
        let answers = question.answers.iter().map(|answer| answer.label.as_deref().unwrap_or("answer"));
        let number = question.number.as_deref().unwrap_or_default();
        let placeholders = question.answers.iter().filter(|answer| answer.state == AnswerState::Placeholder);
        let placeholders: String = placeholders.map(|answer| answer.span.of(&note.text)).collect();
        // Nor does it name the columns that its words and its answer stand in.
        let heads: String = match question.place.of(&note.document) {
            [Block { kind: BlockKind::Table(table), .. }] => table.head.iter().map(|cell| cell.span.of(&note.text)).collect(),
            _ => String::new(),
        };
        let abbreviations = ["q", "a", "ans", "answer", "问", "答", "س", "ج"];
        for label in answers.chain(question.label.as_deref()).chain([number, &placeholders, &heads]).chain(abbreviations) {
            for word in words(label).into_keys() {
                said.remove(&word);
            }
        }
    }
    // A link back to the top is of no use among cards.
    if note.questions.iter().any(|question| question.explicit == Explicit::Yes) {
        for back in recognise::leads_back(&note.document) {
            for (word, count) in words(back.of(&note.text)) {
                said.entry(word).and_modify(|said| *said = said.saturating_sub(count));
            }
        }
    }
    // What a formula is written with is not what it shows.
    for formula in note.text.replace("$$", "$").split('$').skip(1).step_by(2) {
        for word in words(formula).into_keys() {
            said.remove(&word);
        }
    }
    said
}

fn notes_of(folder: &Path, below: &str, found: &mut Vec<Note>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            notes_of(&path, &format!("{name}/"), found);
        } else if let (Some(name), Ok(text)) = (GuidePath::new(&name), fs::read_to_string(&path))
            && path.extension().is_some_and(|extension| extension == "md")
        {
            found.push(recognise::parse(Source { path: name, text: text.replace("\r\n", "\n") }, Vocabulary::built_in()));
        }
    }
}

#[test]
fn nothing_that_a_note_says_is_lost_on_its_page() {
    let mut missing = Vec::new();
    let mut cards = 0;
    for guide in GUIDES.iter().chain(&["tests/fixtures/questions"]) {
        let site = Site::of(guide);
        let mut notes = Vec::new();
        notes_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(guide), "", &mut notes);
        for note in notes {
            let route = note.path.as_str().replace("README.md", "index.md").replace(".md", ".html");
            let Some((_, page)) = site.pages().find(|(path, _)| *path == route) else { continue };
            cards += page.matches("<div class=\"question question-").count();
            let shown = words(&text_of(site.main_of(&route)));
            for (word, count) in said(&note) {
                let found = shown.get(&word).copied().unwrap_or_default();
                if found < count {
                    missing.push(format!("{guide}/{}: `{word}` {found} of {count} times", note.path));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(cards > 100, "the fixtures hold questions: {cards}");
}

#[test]
fn links_back_to_the_top_stand_in_no_card() {
    let site = Site::of("tests/fixtures/questions");
    let page = site.main_of("en-rated.html");
    assert!(page.contains("A pawn is taken in passing.") && !page.contains("Back to top"), "{page}");
}

#[test]
fn each_id_stands_once_on_a_page() {
    for guide in GUIDES.iter().chain(&["tests/fixtures/questions"]) {
        let site = Site::of(guide);
        for (path, page) in site.pages() {
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            ids.sort_unstable();
            let all = ids.len();
            ids.dedup();
            assert_eq!(ids.len(), all, "{guide}/{path}");
        }
    }
}
