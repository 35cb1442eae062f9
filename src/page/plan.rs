//! The list of pages: every kind's addresses, each taken once.
//!
//! Takes the guide; gives plans in a fixed order, and a finding for each address that two pages want. Must not look at what
//! a page will say.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::diagnostic::{Code, Diagnostic};
use crate::guide::Guide;
use crate::ids::{FolderId, NoteId, QuestionId, TopicId};
use crate::path::SitePath;

use super::lens::Lens;

/// One HTML file that will be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its address.
    pub route: SitePath,
    /// What it is about.
    pub subject: Subject,
}

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The guide as a whole.
    Home,
    /// A folder, with its index note's text where it has one.
    Folder(FolderId),
    /// A note that is no folder's index.
    Note(NoteId),
    /// A topic.
    Topic(TopicId),
    /// All topics.
    Topics,
    /// A page of the question bank, from 0.
    Bank(usize),
    /// A question, with all that ask the same.
    Question(QuestionId),
    /// A question that another one stands for.
    SameQuestion(QuestionId),
    /// What the questions cover.
    Coverage,
    /// All lenses.
    Lenses,
    /// A page of a lens, from 0.
    Lens(&'static Lens, usize),
    /// The search page.
    Search,
    /// What the host shows where there is no page.
    NotFound,
    /// What is shown where a page cannot be had without a network.
    Offline,
    /// An old address of a note.
    Redirect(NoteId),
}

/// A kind of page.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name, and that of its template without `.html`.
    pub name: &'static str,
    /// What it shows, for people who list the kinds.
    pub about: &'static str,
    /// The pages of this kind that a guide has.
    pub plans: fn(&Guide) -> Vec<Plan>,
}

/// Every kind of page. Where two want one address, the earlier one gets it.
pub const KINDS: &[Kind] = &[
    super::home::KIND,
    super::topics::KIND,
    super::bank::KIND,
    super::coverage::KIND,
    super::lens::index::KIND,
    super::search::KIND,
    super::not_found::KIND,
    super::offline::KIND,
    super::folder::KIND,
    super::note::KIND,
    super::topic::KIND,
    super::question_page::KIND,
    super::lens::KIND,
    super::redirect::KIND,
];

/// The pages of a guide.
#[derive(Debug)]
pub struct Plans {
    /// The pages; no two have one address.
    pub pages: Vec<Plan>,
    /// The addresses that more than one page wanted.
    pub diagnostics: Vec<Diagnostic>,
}

/// Plans the pages of a guide.
#[must_use]
pub fn plan(guide: &Guide) -> Plans {
    let mut pages: Vec<Plan> = Vec::new();
    let mut diagnostics = Vec::new();
    let mut taken: HashMap<SitePath, Subject> = HashMap::new();
    for plan in KINDS.iter().flat_map(|kind| (kind.plans)(guide)) {
        match taken.entry(plan.route.clone()) {
            Entry::Vacant(place) => {
                place.insert(plan.subject);
                pages.push(plan);
            }
            Entry::Occupied(place) => diagnostics.push(duplicate(guide, &plan, *place.get())),
        }
    }
    Plans { pages, diagnostics }
}

fn duplicate(guide: &Guide, plan: &Plan, first: Subject) -> Diagnostic {
    let (first, second) = (first.describe(guide), plan.subject.describe(guide));
    let finding =
        Diagnostic::warning(Code::DuplicateRoute, format!("{second} has the address of {first}, so it has no page: {}", plan.route));
    let finding = match plan.subject {
        Subject::Note(note) | Subject::Redirect(note) => finding.in_file(&guide.notes[note].path),
        Subject::Question(id) | Subject::SameQuestion(id) => {
            return finding.in_file(&guide.notes[guide.questions[id].note].path).hint("give one of them another id");
        }
        _ => finding,
    };
    finding.hint("give one of them another `slug`, or take the address out of `aliases`")
}

impl Subject {
    /// What the page is about, in words for a finding.
    #[must_use]
    pub fn describe(self, guide: &Guide) -> String {
        match self {
            Self::Home => "the home page".to_owned(),
            Self::Folder(folder) => format!("the page of the folder `{}`", guide.folders[folder].path),
            Self::Note(note) => format!("the note `{}`", guide.notes[note].path),
            Self::Topic(topic) => format!("the topic “{}”", guide.topics[topic].name),
            Self::Topics => "the list of topics".to_owned(),
            Self::Bank(_) => "the question bank".to_owned(),
            Self::Question(question) | Self::SameQuestion(question) => {
                let entry = &guide.questions[question];
                format!("the question `{}` of the note `{}`", entry.key, guide.notes[entry.note].path)
            }
            Self::Coverage => "the coverage page".to_owned(),
            Self::Lenses => "the list of lenses".to_owned(),
            Self::Lens(lens, _) => format!("the lens `{}`", lens.slug),
            Self::Search => "the search page".to_owned(),
            Self::NotFound => "the page for missing addresses".to_owned(),
            Self::Offline => "the page for those without a network".to_owned(),
            Self::Redirect(note) => format!("an alias of the note `{}`", guide.notes[note].path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Redirect;
    use crate::page::sample;

    #[test]
    fn an_index_note_is_shown_on_its_folders_page_alone() {
        let guide = sample::guide(&["README.md", "python/README.md", "python/gil.md"]);
        let routes: Vec<_> = plan(&guide).pages.iter().map(|plan| plan.route.to_string()).collect();
        let expected =
            ["index.html", "topics/index.html", "search.html", "404.html", "unavailable.html", "python/index.html", "python/gil.html"];
        assert_eq!(routes, expected);
    }

    #[test]
    fn an_address_that_two_pages_want_goes_to_the_first_and_is_reported() {
        let mut guide = sample::guide(&["a.md"]);
        let note = guide.notes.ids().next().unwrap();
        guide.redirects.push(Redirect { from: SitePath::fixed("a.html"), to: note });
        let plans = plan(&guide);
        assert_eq!(plans.pages.iter().filter(|plan| plan.route.as_str() == "a.html").count(), 1);
        assert_eq!(plans.diagnostics.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::DuplicateRoute]);
    }
}
