//! The question bank: every question that an author wrote as one, by note, in plain lists that a reader's browser can filter.
//!
//! `roll.rs` says which questions those are, `row.rs` shows one, `facet.rs` says what they can be filtered by, and `data.rs`
//! writes them for the filter. Takes the guide; gives one page for small guides and several for large ones. Must not show
//! answers: each question leads to its own.

mod data;
mod facet;
pub(super) mod related;
pub(super) mod roll;
pub(super) mod row;

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::QuestionId;

use super::article::note_link;
use super::chrome::{About, Link, Page, PageLink};
use super::hrefs::Origin;
use super::topics::{TopicLink, heaviest_asked};
use super::{Context, Kind, Plan, Subject};

pub(super) use data::{Data, data};
use facet::Facets;
use roll::Roll;
use row::Row;

/// The kind.
pub(super) const KIND: Kind = Kind { name: "bank", about: "the question bank: all questions by note, with filters", plans };

/// Its address.
pub(super) const ROUTE: &str = "questions/index.html";

/// How many questions one page lists, or some more where the last has many follow-ups.
const PER_PAGE: usize = 400;

/// How many topics are named.
const TOPICS: usize = 24;

/// What a page of the bank shows.
#[derive(Debug, Serialize)]
pub struct BankView {
    /// What surrounds the content.
    pub page: Page,
    /// How many questions there are.
    pub count: String,
    /// What they can be filtered by; on the first page only.
    pub filter: Option<Filter>,
    /// The topics that most questions are about; on the first page only.
    pub topics: Vec<TopicLink>,
    /// The questions by note.
    pub groups: Vec<Group>,
    /// The pages of the bank, where there are several.
    pub pages: Vec<PageLink>,
}

/// What the filter needs.
#[derive(Debug, Serialize)]
pub struct Filter {
    /// The file that holds the questions, from this page.
    pub data: String,
    /// What to choose from.
    pub facets: Facets,
}

/// The questions of one note.
#[derive(Debug, Serialize)]
pub struct Group {
    /// The note.
    pub note: Link,
    /// Its questions, each with those that follow it up.
    pub rows: Vec<Row>,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    let pages = pages(guide, &Roll::of(guide)).len();
    (0..pages).map(|number| Plan { route: roll::page_route(number), subject: Subject::Bank(number) }).collect()
}

/// The questions of each page, without those beneath them. None where nothing was asked.
fn pages<'r>(guide: &Guide, roll: &'r Roll) -> Vec<&'r [QuestionId]> {
    let mut cuts = vec![0];
    let mut listed = 0;
    let mut last = None;
    for (position, &root) in roll.roots.iter().enumerate() {
        let note = guide.questions[root].note;
        // A note that would fill most of a page begins a new one sooner than it is torn.
        let is_full =
            listed >= PER_PAGE || (listed >= PER_PAGE / 2 && last != Some(note) && listed + guide.entries[note].questions.len() > PER_PAGE);
        if is_full {
            cuts.push(position);
            listed = 0;
        }
        listed += 1 + count_beneath(roll, root);
        last = Some(note);
    }
    let ends = cuts.iter().skip(1).copied().chain([roll.roots.len()]);
    cuts.iter().zip(ends).filter_map(|(&start, end)| roll.roots.get(start..end)).filter(|page| !page.is_empty()).collect()
}

fn count_beneath(roll: &Roll, id: QuestionId) -> usize {
    let beneath = roll.follow_ups(id);
    beneath.len() + beneath.iter().map(|&id| count_beneath(roll, id)).sum::<usize>()
}

/// Makes the view of a page, from 0.
pub(super) fn view(guide: &Guide, context: &Context<'_>, number: usize) -> BankView {
    let route = roll::page_route(number);
    let origin = Origin::Page(route);
    let words = context.words;
    let title = if number == 0 { words.questions.to_owned() } else { format!("{} · {}", words.questions, number + 1) };
    let description = Some(words.question_bank_text.to_owned());
    let about = About { kind: KIND.name, origin: &origin, title, description, folder: None, note: None };
    let pages = pages(guide, &context.roll);
    let shown = pages.get(number).copied().unwrap_or_default();
    let is_first = number == 0;
    BankView {
        page: Page::new(guide, context, about),
        count: words.n_questions.of(context.roll.count),
        filter: is_first.then(|| Filter { data: origin.to(&context.bank_data.path), facets: facet::facets(guide, context) }),
        topics: if is_first { heaviest_asked(guide, context, &origin, TOPICS) } else { Vec::new() },
        groups: groups(guide, context, &origin, shown),
        pages: PageLink::list(pages.len(), number, |number| (origin.to(&roll::page_route(number)), first_on(guide, pages.get(number)))),
    }
}

fn groups(guide: &Guide, context: &Context<'_>, origin: &Origin, shown: &[QuestionId]) -> Vec<Group> {
    let same_note = |a: &QuestionId, b: &QuestionId| guide.questions[*a].note == guide.questions[*b].note;
    let group = |asked: &[QuestionId]| {
        let first = asked.first()?;
        let note = note_link(guide, origin, guide.questions[*first].note);
        Some(Group { note, rows: asked.iter().map(|&id| row::row(guide, context, origin, id)).collect() })
    };
    shown.chunk_by(same_note).filter_map(group).collect()
}

/// The note that a page begins with.
fn first_on(guide: &Guide, page: Option<&&[QuestionId]>) -> String {
    let first = page.and_then(|page| page.first());
    first.map_or_else(String::new, |&id| guide.notes[guide.questions[id].note].outline.title.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Data, sample};

    fn bank(guide: &Guide, route: &str) -> BankView {
        match sample::view_of(guide, route).data {
            Data::Bank(view) => *view,
            other => panic!("no bank: {other:?}"),
        }
    }

    fn note(questions: usize) -> String {
        let list: Vec<_> = (0..questions).map(|n| format!("- **Q:** What is number {n}?\n  - **A:** {n}\n")).collect();
        format!("# Note\n\n{}", list.concat())
    }

    #[test]
    fn questions_stand_by_note_and_lead_to_their_pages() {
        let guide = sample::written(&[("a.md", &note(2)), ("b.md", &note(1).replace("number", "figure"))]);
        let view = bank(&guide, ROUTE);
        assert_eq!(view.groups.iter().map(|group| group.rows.len()).collect::<Vec<_>>(), [2, 1]);
        let first = &guide.questions[guide.questions.ids().next().unwrap()];
        assert_eq!(view.groups[0].rows[0].href, format!("{}.html", first.key));
        assert!(view.pages.is_empty() && view.filter.is_some());
    }

    #[test]
    fn a_long_bank_is_cut_where_a_note_begins_and_a_long_note_where_it_must() {
        let guide = sample::written(&[("a.md", &note(PER_PAGE / 2 + 1)), ("b.md", &note(PER_PAGE + 10).replace("number", "figure"))]);
        let lengths = |route: &str| bank(&guide, route).groups.iter().map(|group| group.rows.len()).collect::<Vec<_>>();
        assert_eq!(lengths(ROUTE), [PER_PAGE / 2 + 1]);
        assert_eq!(lengths("questions/page-2.html"), [PER_PAGE]);
        assert_eq!(lengths("questions/page-3.html"), [10]);
        let last = bank(&guide, "questions/page-3.html");
        assert_eq!(last.pages.iter().map(|page| page.href.as_str()).collect::<Vec<_>>(), ["index.html", "page-2.html", "page-3.html"]);
        assert!(last.filter.is_none() && last.pages[2].here);
    }

    #[test]
    fn a_guide_that_asks_nothing_has_no_bank() {
        let guide = sample::guide(&["a.md"]);
        assert!(!crate::page::plan(&guide).pages.iter().any(|plan| plan.route.as_str().starts_with("questions/")));
    }
}
