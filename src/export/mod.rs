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

/// All files that a site has beside its pages, but for the [`copies()`] of the notes.
#[must_use]
pub fn outputs(guide: &Guide, pages: &[Plan], remote_images: RemoteImages) -> Vec<Output> {
    let sitemap = guide.site.base_url.as_deref().map(|base| sitemap::outputs(guide, pages, base)).unwrap_or_default();
    let mut outputs = vec![host::no_jekyll(), robots::output(sitemap.first(), guide.site.base_url.as_deref())];
    outputs.extend(sitemap);
    outputs.extend(feed::output(guide));
    outputs.push(llms::output(guide));
    outputs.extend(opensearch::output(guide));
    outputs.extend(questions::outputs(guide, remote_images));
    outputs.extend(topics::outputs(guide));
    outputs.push(progress::schema());
    outputs
}
