//! The development server: builds, watches, rebuilds, and tells open pages.
//!
//! Takes a [`Builder`] that writes the site into a folder; serves that folder until it is interrupted. `listener.rs` takes
//! the port; `rebuild.rs` builds on a thread of its own whenever `changes.rs` says that something changed; `status.rs` is what
//! the last build came to; `http.rs` answers requests, with `host.rs` at the door and `page.rs` putting the script of `client/`
//! into pages. Must not know how a site is built.

mod changes;
mod host;
mod http;
mod listener;
mod native;
mod page;
mod poll;
mod rebuild;
mod status;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::{oneshot, watch};

use crate::error::{Error, Result};

pub use changes::{Watched, Watching};
pub use listener::{Listener, Port};
pub use status::{Finding, Outcome};

use status::Status;

/// Builds the site that is served.
pub trait Builder: Send + 'static {
    /// What the site is made of, as far as it is known now.
    fn watched(&mut self) -> Watched;

    /// Builds. Where it fails, the site of the last build is still whole.
    fn build(&mut self) -> Outcome;

    /// The first build is done, and the site can be looked at.
    fn ready(&mut self);
}

/// Serves `site`, the folder that `builder` builds into, until the process is interrupted.
pub fn serve(listener: Listener, site: &Path, watching: Watching, builder: impl Builder) -> Result<()> {
    let address = listener.address();
    let failed = |source| Error::Listen { address: address.to_string(), source };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(failed)?;
    let (publish, status) = watch::channel(Arc::new(Status::nothing_yet()));
    let router = http::router(PathBuf::from(site), status, host::Guard::new(address.ip()));
    let ended = build_on_a_thread(watching, builder, publish);

    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener.into_std()).map_err(failed)?;
        tokio::select! {
            served = axum::serve(listener, router).into_future() => served.map_err(failed),
            ended = ended => ended.unwrap_or(Ok(())),
            () = interrupted() => Ok(()),
        }
    })
}

/// Rebuilds until watching fails, and then says why.
fn build_on_a_thread(watching: Watching, builder: impl Builder, publish: watch::Sender<Arc<Status>>) -> oneshot::Receiver<Result<()>> {
    let (end, ended) = oneshot::channel();
    std::thread::spawn(move || end.send(rebuild::forever(watching, builder, &publish)));
    ended
}

/// Waits for Ctrl-C, or whatever else the system ends programs with.
async fn interrupted() {
    let ctrl_c = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        use tokio::signal::unix::{SignalKind, signal};
        match (signal(SignalKind::terminate()), signal(SignalKind::hangup())) {
            (Ok(mut terminate), Ok(mut hangup)) => {
                tokio::select! { _ = terminate.recv() => {}, _ = hangup.recv() => {} }
            }
            _ => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! { () = ctrl_c => {}, () = terminated => {} }
}
