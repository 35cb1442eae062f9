//! What holds for any input whatever: of paths, front matter, configuration, highlighting and recognition.

#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use std::path::Path;

use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use studyguide::config::{Config, ConfigFile, Overrides};
use studyguide::date::Date;
use studyguide::front::{self, Front};
use studyguide::markdown::highlight::Highlighter;
use studyguide::note::Note;
use studyguide::path::{GuidePath, SitePath, normalise, percent_encode};
use studyguide::recognise::{self, Vocabulary};
use studyguide::source::Source;

/// Texts as paths have them, good and bad.
fn path_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![Just(".".to_owned()), Just("..".to_owned()), Just(String::new()), "[a-c]{1,2}", "\\PC{1,6}"], 0..6)
        .prop_map(|parts| parts.join("/"))
}

/// Paths of files of the site.
fn site_path() -> impl Strategy<Value = SitePath> {
    prop::collection::vec(prop_oneof![3 => "[ab]{1,2}", 1 => "[^/\\p{C}.][^/\\p{C}]{0,5}"], 1..5)
        .prop_map(|parts| SitePath::new(&parts.join("/")).unwrap())
}

/// Front matter as people write it, with lines of all kinds.
fn block() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "(title|tags|date|draft|weight|level|slug|aliases|lang): [ -~]{0,12}",
        "(title|tags|date|draft|weight|level) = [ -~]{0,12}",
        "  - \\PC{0,8}",
        "[ -~]{0,16}",
        Just(String::new()),
    ];
    let fence = prop_oneof![Just("---"), Just("+++"), Just("...")];
    (fence.clone(), prop::collection::vec(line, 0..8), fence, "\\PC{0,12}")
        .prop_map(|(open, lines, close, body)| format!("{open}\n{}\n{close}\n{body}", lines.join("\n")))
}

/// Notes of pieces that questions are written with, in any order.
fn soup() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "(#|##|###) (Q[.]|[12][.]|Question:|Answer|Follow-ups|)? ?(Why|What is a heap|Heaps|Interview questions)[?]?( [{]#q-a[}]| [{]1, 2[}])?",
        "( {0,4}(-|[*]|[1-3][.]|- \\[[ x]\\]) )?([*]{2})?(Q|A|Question|Answer|Trap|Pitfall|Level|Interview Questions|Scenario)(:[*]{2}|[*]{2}:|:|[*]{2}) ?(\"?Why[?]\"?|one|hard|ToDo)?",
        " {0,4}(- |[AB12][.)] |> )?(Why two[?] [(]Because one fails[.][)]|Because\\. Answer: B|What[?]|[(]Answer: x[)]|\\PC{0,8})",
        "(### |- |)(\\[(Q1: |[1-3][.] )?\"?Why[?]\"?\\]\\(x\\)|`(Q1: |\")?Why\"?`)",
        "<(/?details|/?summary|b|/b|br|p)>(Answer|Why[?])?(</summary>)?",
        "<!-- (id|level|tags): \\PC{0,6} -->",
        Just("| Question | Answer |\n|---|---|\n| Why? | x |".to_owned()),
        Just("What is a heap?\n: A tree.".to_owned()),
        Just("```js\n// BAD: x\n// GOOD: y\n```".to_owned()),
        Just("---".to_owned()),
        Just(String::new()),
        Just(String::new()),
    ];
    let front = prop_oneof![
        4 => Just(String::new()),
        1 => Just("---\nid: q-1\nquestions: [Why?, {q: What, a: x, level: hard}]\n---\n".to_owned()),
    ];
    (front, prop::collection::vec(line, 0..24)).prop_map(|(front, lines)| front + &lines.join("\n"))
}

/// What holds of the questions and callouts of any note.
fn points_into_itself(note: &Note) -> Result<(), TestCaseError> {
    for (id, question) in note.questions.iter_ids() {
        prop_assert!(!question.span.of(&note.text).trim().is_empty(), "{:?} says nothing", question.span);
        prop_assert!(question.parent.is_none_or(|parent| parent < id), "a follow-up stands behind what it follows up");
        let answers = question.answers.iter().flat_map(|answer| &answer.blocks);
        for place in question.context.iter().chain(answers) {
            prop_assert_eq!(place.of(&note.document).len(), place.blocks.len());
        }
        prop_assert_eq!(question.place.of(&note.document).len(), question.place.blocks.len());
        for span in question.answers.iter().map(|answer| answer.span).chain(question.choices.iter().map(|choice| choice.span)) {
            prop_assert!(note.text.get(span.range()).is_some());
        }
    }
    for callout in &note.callouts {
        prop_assert!(!callout.span.of(&note.text).is_empty());
        prop_assert!(!callout.place.of(&note.document).is_empty());
    }
    Ok(())
}

fn read(text: &str) -> Front {
    front::read(&GuidePath::new("a.md").unwrap(), text)
}

/// What holds of the front matter of any text.
fn is_sound(text: &str) -> Result<(), TestCaseError> {
    let front = read(text);
    prop_assert!(text.is_char_boundary(front.body));
    for diagnostic in front.diagnostics {
        let span = diagnostic.place.unwrap().span.unwrap();
        prop_assert!(text.get(span.range()).is_some(), "{span:?} is no part of {text:?}");
        prop_assert!(span.range().end <= front.body, "what is wrong is wrong in the block");
    }
    Ok(())
}

proptest! {
    #[test]
    fn questions_and_callouts_stand_in_their_note(text in soup()) {
        let note = recognise::parse(Source { path: GuidePath::new("a.md").unwrap(), text }, Vocabulary::built_in());
        points_into_itself(&note)?;
    }

    #[test]
    fn a_normal_path_stays_and_never_climbs(text in path_text()) {
        if let Some(path) = normalise(&text) {
            prop_assert_eq!(normalise(&path), Some(path.clone()));
            prop_assert!(path.is_empty() || path.split('/').all(|part| !matches!(part, "" | "." | "..")));
        }
        let fixed = SitePath::fixed(&text);
        prop_assert!(fixed.as_str().split('/').all(|part| part != ".."));
    }

    #[test]
    fn the_parts_of_a_path_make_it_up(text in path_text()) {
        if let Some(path) = GuidePath::new(&text) {
            let slash = if path.folder().is_empty() { "" } else { "/" };
            prop_assert_eq!(format!("{}{slash}{}", path.folder(), path.name()), path.as_str());
            prop_assert!(path.name().starts_with(path.stem()));
        }
    }

    #[test]
    fn a_relative_link_leads_from_one_page_to_the_other(from in site_path(), to in site_path()) {
        let link = from.link_to(&to);
        prop_assert!(link.is_ascii() && !link.starts_with('/'));
        let decoded = percent_decode_str(&link).decode_utf8().unwrap();
        prop_assert_eq!(normalise(&format!("{}/{decoded}", from.folder())), Some(to.as_str().to_owned()));
    }

    #[test]
    fn an_escaped_path_is_read_back_and_breaks_no_attribute(text in "\\PC{0,20}") {
        let escaped = percent_encode(&text);
        prop_assert!(escaped.is_ascii() && !escaped.contains(['"', '<', '>', ' ', '#', '?']));
        prop_assert_eq!(percent_decode_str(&escaped).decode_utf8().unwrap(), text);
    }

    #[test]
    fn front_matter_of_any_text_is_sound(text in "\\PC{0,40}|(---|\\+\\+\\+)\n(\\PC|\n){0,60}") {
        is_sound(&text)?;
    }

    #[test]
    fn front_matter_of_any_block_is_sound_and_so_is_any_part_of_it(text in block(), cut in any::<prop::sample::Index>()) {
        is_sound(&text)?;
        let at = cut.index(text.len() + 1);
        if let Some((before, after)) = text.split_at_checked(at) {
            is_sound(before)?;
            is_sound(&format!("---\n{after}"))?;
        }
    }

    #[test]
    fn a_title_in_quotation_marks_is_read_as_it_stands(title in "[^\\p{C}\\p{Z}\u{feff}]{1,12}( [^\\p{C}\\p{Z}\u{feff}]{1,12}){0,2}", body in "\\PC{0,20}") {
        let quoted = serde_json::to_string(&title).unwrap();
        for text in [format!("---\ntitle: {quoted}\n---\n{body}"), format!("+++\ntitle = {quoted}\n+++\n{body}")] {
            let front = read(&text);
            prop_assert_eq!(front.diagnostics, []);
            prop_assert_eq!(front.matter.title.as_deref(), Some(title.as_str()));
            prop_assert_eq!(&text[front.body..], body.as_str());
        }
    }

    #[test]
    fn any_text_is_a_date_or_none(text in "\\PC{0,20}|[0-9]{1,5}[-/.][0-9]{1,3}[-/.][0-9]{1,3}") {
        if let Some(date) = Date::parse(&text) {
            prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        }
    }

    #[test]
    fn any_configuration_is_read_or_refused_with_its_place(text in "(\\PC|\n){0,60}|(notes|site|exclude|extra|output_dir)[ .=\\[\\]'\"a-z\n]{0,30}", value in "\\PC{0,10}") {
        let file = ConfigFile { path: "studyguide.toml".into(), text };
        let environment = [("STUDYGUIDE_SITE__TITLE".to_owned(), value.clone()), ("STUDYGUIDE_SITE__BASE_URL".to_owned(), value)];
        if let Err(error) = Config::new(Path::new("."), Some(&file), environment, Overrides::default(), None) {
            prop_assert!(error.to_string().starts_with("cannot use "), "{error}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn highlighting_loses_no_character(code in "(\\PC|\n){0,80}|([{}()\"'`/*#<>$@;:a-z0-9 =\n]){0,80}", language in "py|js|ts|rust|go|java|cpp|sql|sh|yaml|json|html|md|php") {
        let html = Highlighter::default().highlight(Some(&language), &code).unwrap();
        let mut text = String::new();
        for part in html.split('<') {
            let after = part.strip_prefix("/span>").or_else(|| part.strip_prefix("span class=")?.get(2..));
            text.push_str(after.unwrap_or(part));
        }
        prop_assert_eq!(text.replace("&lt;", "<").replace("&amp;", "&"), code);
    }
}
