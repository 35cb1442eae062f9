//! The plan phase: the guide becomes a list of pages, and each page the view that its template gets.
//!
//! Takes the [`Guide`](crate::guide::Guide); gives [`Plan`]s (an address and a subject) and, for each, a [`View`] of plain serialisable values. One
//! page kind is one file with its [`Kind`]; [`KINDS`] lists them. Must not write HTML (but for the notes' bodies, which
//! `markdown` writes), and must not know the template engine.

mod article;
mod bank;
mod chrome;
mod context;
mod coverage;
mod excerpt;
mod folder;
mod home;
mod hrefs;
mod image_hosts;
mod lens;
mod listing;
mod map;
mod not_found;
mod note;
mod offline;
mod outline;
mod part;
mod passage;
mod plan;
mod preview;
mod question;
mod question_page;
mod reading;
mod redirect;
mod renamed;
#[cfg(test)]
pub(crate) mod sample;
mod script;
mod search;
mod sidebar;
mod structured_data;
mod topic;
mod topics;
mod view;
mod words;

pub use article::description;
pub use context::{Context, SiteView};
pub use home::ROUTE as HOME;
pub use hrefs::{NoteHrefs, Origin, hrefs};
pub use offline::ROUTE as OFFLINE;
pub use plan::{KINDS, Kind, Plan, Plans, Subject, plan};
pub use preview::ROUTE as PREVIEW;
pub use search::{OPENSEARCH, ROUTE as SEARCH};
pub use view::{Data, View, missing_templates, view};
pub use words::{Plural, Words};
