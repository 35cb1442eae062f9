//! What a heading names: one concept, several, or none.
//!
//! Takes a heading's text without its numbering; gives the names in it and how each stands there. `phrase.rs` takes off what
//! stands around names, `generic.rs` knows headings that name nothing. Must not compare headings with each other.

use crate::guide::topics::generic::is_generic;
use crate::guide::topics::name::Name;
use crate::guide::topics::phrase::{is_decoration, stripped};

/// A heading, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// What the whole heading is about.
    pub(super) whole: Option<Name>,
    /// What else it names: the members of "A and B", of "A: B", of "A (B, C)".
    pub(super) parts: Vec<Name>,
    /// The name in brackets behind the whole, where it is a single one.
    pub(super) aside: Option<Name>,
    /// Whether the whole is itself made of the parts ("A and B").
    pub(super) is_compound: bool,
    /// What is set against each other ("A vs. B").
    pub(super) compared: Vec<Name>,
}

/// Words that stand between the members of a compound.
const JOINTS: &[&str] = &["and", "&", "/", "+", "|", "und", "et", "y", "и", "та", "oder", "or", "или", "और", "و"];

/// Words that stand between what is compared.
const AGAINST: &[&str] = &["vs", "vs.", "v.", "versus", "gegen", "contra", "против", "vs。"];

/// The same in scripts that do not part words.
const UNPARTED_JOINTS: &[&str] = &["和", "与", "與", "及", "と", "、"];

/// Words that begin sentences and no names. Not in capitals: IT is a name.
const SUBJECTS: &[&str] = &["It", "it", "They", "they", "We", "we", "You", "you", "There", "there"];

/// What stands between a lead and the rest.
const LEADS: &[&str] = &[": ", "：", " – ", " — ", " - "];

/// Reads a heading.
pub(super) fn read(heading: &str) -> Reading {
    let (head, inner) = brackets(heading);
    let holds_lead = head.contains([':', '：', '–', '—', '-']);
    let lead = LEADS.iter().filter(|_| holds_lead).find_map(|mark| head.split_once(mark));
    let mut reading = match lead {
        Some((lead, rest)) => with_lead(lead, rest),
        None => compound(&head),
    };
    if let Some(inner) = inner {
        let names: Vec<_> = inner.split([',', ';', '、', '，']).filter_map(name).collect();
        match <[Name; 1]>::try_from(names) {
            Ok([aside]) => reading.aside = Some(aside).filter(|aside| !is_version(&aside.text)),
            Err(names) => reading.parts.extend(names),
        }
    }
    reading
}

/// "Python 3.7+" says since when, not what.
fn is_version(text: &str) -> bool {
    text.split(' ').any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The heading without a pair of brackets, and what stands in it.
fn brackets(heading: &str) -> (String, Option<&str>) {
    let pair = heading.split_once(['(', '（']).and_then(|(before, rest)| Some((before, rest.split_once([')', '）'])?)));
    match pair {
        Some((before, (inner, after))) if before.contains(char::is_alphanumeric) => ([before, after].concat(), Some(inner)),
        Some((before, (inner, after))) => ([before, inner, after].concat(), None),
        None => (heading.to_owned(), None),
    }
}

/// "A: B" is about A and names B; where A says nothing, it is about B.
fn with_lead(lead: &str, rest: &str) -> Reading {
    let (lead, rest) = (compound(lead), compound(rest));
    if lead.whole.is_none() && lead.parts.is_empty() {
        return rest;
    }
    let named = if rest.parts.is_empty() { rest.whole.into_iter().collect() } else { rest.parts };
    let compared = if lead.compared.is_empty() { rest.compared } else { lead.compared.clone() };
    Reading { parts: lead.parts.into_iter().chain(named).collect(), compared, ..lead }
}

/// "A and B" names A and B.
fn compound(text: &str) -> Reading {
    let Some(text) = stripped(text) else {
        return Reading::default();
    };
    let text = unparted(&text);
    let mut members = vec![Vec::new()];
    let mut compares = false;
    for word in text.split_whitespace() {
        let (word, ends) = match word.strip_suffix([',', '，']) {
            Some(word) => (word, true),
            None => (word, false),
        };
        let lower = word.to_lowercase();
        let is_against = AGAINST.contains(&lower.as_str());
        if is_against || JOINTS.contains(&lower.as_str()) {
            compares |= is_against;
            members.push(Vec::new());
            continue;
        }
        if let Some(member) = members.last_mut() {
            member.push(word);
        }
        if ends {
            members.push(Vec::new());
        }
    }
    let members: Vec<String> = members.into_iter().filter(|member| !member.is_empty()).map(|member| member.join(" ")).collect();
    if members.len() < 2 {
        return Reading { whole: concept(&text), ..Reading::default() };
    }
    let parts: Vec<_> = members.iter().filter_map(|member| name(member)).collect();
    let against = if compares && parts.len() > 1 { parts.clone() } else { Vec::new() };
    let whole = match against.as_slice() {
        [a, b] => Some(Name { text: text.trim_matches(is_decoration).to_owned(), ..Name::versus(a, b) }),
        _ => concept(&text),
    };
    let is_compound = whole.is_some();
    Reading { whole, parts, aside: None, is_compound, compared: against }
}

/// The text with blanks around joints that stand between letters of a script which does not part words.
fn unparted(text: &str) -> String {
    if text.is_ascii() || text.contains(' ') {
        return text.to_owned();
    }
    UNPARTED_JOINTS.iter().fold(text.to_owned(), |text, joint| match text.split_once(joint) {
        Some((before, after)) if before.chars().count() > 1 && after.chars().count() > 1 => format!("{before} & {after}"),
        _ => text,
    })
}

/// The name that some words are, where they say something.
fn name(text: &str) -> Option<Name> {
    concept(&stripped(text)?)
}

/// The same, where no phrases stand around it.
fn concept(text: &str) -> Option<Name> {
    let text = text.trim_matches(is_decoration);
    let name = Name::new(text).filter(|_| !text.split(' ').next().is_some_and(|first| SUBJECTS.contains(&first)))?;
    (name.key.chars().count() > 1 && !is_generic(&name.key)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole, the parts, the aside.
    fn names(heading: &str) -> (Option<String>, Vec<String>, Option<String>) {
        let reading = read(heading);
        (
            reading.whole.map(|name| name.text),
            reading.parts.into_iter().map(|name| name.text).collect(),
            reading.aside.map(|name| name.text),
        )
    }

    #[test]
    fn a_name_in_brackets_is_an_aside_and_a_list_there_is_parts() {
        assert_eq!(names("GIL (Global Interpreter Lock)"), (Some("GIL".into()), vec![], Some("Global Interpreter Lock".into())));
        assert_eq!(
            names("Understanding the Global Interpreter Lock (GIL)"),
            (Some("Global Interpreter Lock".into()), vec![], Some("GIL".into()))
        );
        assert_eq!(names("Testing (unittest, pytest)"), (Some("Testing".into()), vec!["unittest".into(), "pytest".into()], None));
        assert_eq!(names("Basics (Warm-up)"), (None, vec![], None));
        assert_eq!(names("(GIL)"), (Some("GIL".into()), vec![], None));
    }

    #[test]
    fn compounds_name_their_members() {
        assert_eq!(
            names("Generators & Iterators"),
            (Some("Generators & Iterators".into()), vec!["Generators".into(), "Iterators".into()], None)
        );
        assert_eq!(names("Threading vs. Multiprocessing").1, ["Threading", "Multiprocessing"]);
        assert_eq!(names("Queues, Stacks and Heaps").1, ["Queues", "Stacks", "Heaps"]);
        assert_eq!(read("Generators & Iterators").whole.unwrap().key, read("generators and iterators").whole.unwrap().key);
    }

    #[test]
    fn a_lead_is_what_it_is_about_unless_it_says_nothing() {
        assert_eq!(
            names("Concurrency: Threading vs. Multiprocessing"),
            (Some("Concurrency".into()), vec!["Threading".into(), "Multiprocessing".into()], None)
        );
        assert_eq!(names("asyncio Deep Dive: Mastering the Event Loop"), (Some("asyncio".into()), vec!["Event Loop".into()], None));
        assert_eq!(names("Overview: Garbage Collection"), (Some("Garbage Collection".into()), vec![], None));
    }

    #[test]
    fn headings_that_say_nothing_name_nothing() {
        for heading in
            ["Overview", "Interview Questions & Answers", "Key Concepts", "1.", "🔥", "", "Why would anyone do that at all?", "It is slow"]
        {
            assert_eq!(read(heading), Reading::default(), "{heading}");
        }
        assert_eq!(names("IT Security"), (Some("IT Security".into()), vec![], None));
    }
}
