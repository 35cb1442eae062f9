//! Builds at first, and then whenever something changed.
//!
//! Takes the builder and what it watches; gives every outcome to whoever listens. Must not serve anything.

use std::sync::Arc;

use tokio::sync::watch;

use crate::error::Result;

use super::Builder;
use super::changes::{Changes, Watching};
use super::status::Status;

/// Runs until nothing can be watched any more.
pub(super) fn forever(watching: Watching, mut builder: impl Builder, publish: &watch::Sender<Arc<Status>>) -> Result<()> {
    let mut changes = Changes::new(watching)?;
    // Watching comes before building, each time: what changes while a build runs is built next.
    changes.follow(&builder.watched())?;
    publish_build(&mut builder, publish);
    builder.ready();
    while changes.wait() {
        changes.follow(&builder.watched())?;
        publish_build(&mut builder, publish);
    }
    Ok(())
}

fn publish_build(builder: &mut impl Builder, publish: &watch::Sender<Arc<Status>>) {
    let outcome = builder.build();
    publish.send_modify(|status| *status = Arc::new(status.after(&outcome)));
}
