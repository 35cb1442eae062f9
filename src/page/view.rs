//! What a template gets: one view a page.
//!
//! Takes a plan; gives the template's name and the values of the page's kind. Must not decide what a kind shows: its own file
//! does.

use serde::Serialize;

use crate::diagnostic::{Code, Diagnostic};
use crate::guide::Guide;
use crate::note::Note;
use crate::path::SitePath;

use super::bank::BankView;
use super::coverage::CoverageView;
use super::folder::FolderView;
use super::home::HomeView;
use super::lens::LensView;
use super::lens::index::LensesView;
use super::not_found::NotFoundView;
use super::note::NoteView;
use super::offline::OfflineView;
use super::question_page::QuestionView;
use super::redirect::RedirectView;
use super::search::SearchView;
use super::topic::TopicView;
use super::topics::TopicsView;
use super::{
    Context, Plan, Subject, bank, coverage, folder, home, lens, not_found, note, offline, question_page, redirect, search, topic, topics,
};

/// One page, ready for its template.
#[derive(Debug)]
pub struct View {
    /// Its address.
    pub route: SitePath,
    /// The template that renders it.
    pub template: String,
    /// What the template gets.
    pub data: Data,
}

/// The values of a page, by kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each is named after its kind")]
pub enum Data {
    Home(Box<HomeView>),
    Folder(Box<FolderView>),
    Note(Box<NoteView>),
    Topic(Box<TopicView>),
    Topics(Box<TopicsView>),
    Bank(Box<BankView>),
    Question(Box<QuestionView>),
    Coverage(Box<CoverageView>),
    Lenses(Box<LensesView>),
    Lens(Box<LensView>),
    Search(Box<SearchView>),
    NotFound(Box<NotFoundView>),
    Offline(Box<OfflineView>),
    Redirect(Box<RedirectView>),
}

/// Makes the view of a page.
#[must_use]
pub fn view(guide: &Guide, context: &Context<'_>, plan: &Plan) -> View {
    let route = &plan.route;
    let (kind, note, data) = match plan.subject {
        Subject::Home => (home::KIND, home::index_of(guide), Data::Home(Box::new(home::view(guide, context, route)))),
        Subject::Folder(id) => (folder::KIND, guide.folders[id].index, Data::Folder(Box::new(folder::view(guide, context, route, id)))),
        Subject::Note(id) => (note::KIND, Some(id), Data::Note(Box::new(note::view(guide, context, route, id)))),
        Subject::Topic(id) => (topic::KIND, None, Data::Topic(Box::new(topic::view(guide, context, route, id)))),
        Subject::Topics => (topics::KIND, None, Data::Topics(Box::new(topics::view(guide, context, route)))),
        Subject::Bank(number) => (bank::KIND, None, Data::Bank(Box::new(bank::view(guide, context, number)))),
        Subject::Question(id) => (question_page::KIND, None, Data::Question(Box::new(question_page::view(guide, context, route, id)))),
        Subject::SameQuestion(id) => (redirect::KIND, None, Data::Redirect(Box::new(question_page::redirect(guide, context, route, id)))),
        Subject::Coverage => (coverage::KIND, None, Data::Coverage(Box::new(coverage::view(guide, context, route)))),
        Subject::Lenses => (lens::index::KIND, None, Data::Lenses(Box::new(lens::index::view(guide, context, route)))),
        Subject::Lens(it, number) => (lens::KIND, None, Data::Lens(Box::new(lens::view(guide, context, it, number)))),
        Subject::Search => (search::KIND, None, Data::Search(Box::new(search::view(guide, context, route)))),
        Subject::NotFound => (not_found::KIND, None, Data::NotFound(Box::new(not_found::view(guide, context)))),
        Subject::Offline => (offline::KIND, None, Data::Offline(Box::new(offline::view(guide, context, route)))),
        Subject::Redirect(id) => (redirect::KIND, None, Data::Redirect(Box::new(redirect::view(guide, context, route, id)))),
    };
    let chosen = note.and_then(|note| template_of(&guide.notes[note], context).ok().flatten());
    let template = chosen.unwrap_or_else(|| format!("{}.html", kind.name));
    View { route: route.clone(), template, data }
}

/// A finding for each note that asks for a template that the site does not bring.
#[must_use]
pub fn missing_templates(guide: &Guide, context: &Context) -> Vec<Diagnostic> {
    let finding = |note: &Note| {
        let missing = template_of(note, context).err()?;
        let message = format!("the site has no template `{missing}`, so the page has its usual one");
        let hint = "`template` names a file of the site's own `templates/` folder";
        Some(Diagnostic::warning(Code::FrontMatterValue, message).hint(hint).in_file(&note.path))
    };
    guide.notes.iter().filter_map(finding).collect()
}

/// The template that front matter asks for, with or without `.html`; an error where the site does not bring it. The theme's
/// own are not for asking: each needs the values of its kind of page.
fn template_of(note: &Note, context: &Context) -> Result<Option<String>, String> {
    let Some(name) = note.front.template.as_deref() else { return Ok(None) };
    let name = format!("{}.html", name.strip_suffix(".html").unwrap_or(name));
    if context.templates.contains(&name) { Ok(Some(name)) } else { Err(name) }
}
