//! The command as people meet it: what it says on each stream, the code it ends with, the files it leaves.

#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the tests lay out folders on disk; a failed step fails the test"
)]

mod build;
mod desk;
mod ids;
mod init;
mod list;
mod new;
mod serve;
mod topics;
