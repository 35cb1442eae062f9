//! Files beside the pages that programs read: for hosts and search engines now, for study programs later.
//!
//! Takes the guide and its planned pages; gives [`Output`]s, one kind a file. Must not render pages.

mod callouts;
mod copies;
mod data;
mod feed;
mod host;
mod llms;
mod opensearch;
mod progress;
mod questions;
mod robots;
mod sitemap;
mod topics;
mod web_manifest;
mod worker;
mod xml;

use crate::artifact::Output;
use crate::config::RemoteImages;
use crate::guide::Guide;
use crate::page::Plan;

pub use callouts::{CalloutData, callouts};
pub use copies::copies;
pub use questions::{AnswerData, ChoiceData, QuestionData, questions};
pub use topics::{MentionData, SectionData, TopicData, topics};
pub use web_manifest::web_manifest;
pub use worker::{no_worker, worker};

/// All files that a site has beside its pages, but for the [`copies()`] of the notes. Each is made when it is asked for: of a
/// large guide some are larger than all that is known of it.
pub fn outputs(guide: &Guide, pages: &[Plan], remote_images: RemoteImages) -> impl Iterator<Item = Output> {
    let base = guide.site.base_url.as_deref();
    let sitemap = base.map(|base| sitemap::outputs(guide, pages, base)).unwrap_or_default();
    [host::no_jekyll(), robots::output(sitemap.first(), base), llms::output(guide), progress::schema()]
        .into_iter()
        .chain(sitemap)
        .chain(feed::output(guide))
        .chain(opensearch::output(guide))
        .chain(std::iter::once_with(move || questions::outputs(guide, remote_images)).flatten())
        .chain(std::iter::once_with(move || topics::outputs(guide)).flatten())
}
