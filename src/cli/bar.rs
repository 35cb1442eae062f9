//! Progress on a terminal, for work that takes longer than a moment. The only user of indicatif.
//!
//! Takes what a build tells; draws one line on stderr and wipes it at the end. Must not draw for quick work, nor into a file.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::progress::{Phase, Progress};

use super::console::Console;

/// Work that is done before this shows no bar.
const MOMENT: Duration = Duration::from_secs(1);

/// A bar that appears when the work turns out to be long.
pub(super) struct Bar {
    line: ProgressBar,
    began: Instant,
    /// Whether it may be drawn at all, and is not yet.
    waiting: AtomicBool,
}

impl Bar {
    /// A bar that is not drawn yet.
    pub(super) fn new(console: Console) -> Self {
        let line = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} [{wide_bar}] {pos}/{len}") {
            line.set_style(style.progress_chars("=> "));
        }
        Self { line, began: Instant::now(), waiting: AtomicBool::new(console.shows_progress()) }
    }

    /// How long the work took so far.
    pub(super) fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }

    fn appear(&self) {
        if self.waiting.load(Ordering::Relaxed) && self.elapsed() >= MOMENT && self.waiting.swap(false, Ordering::Relaxed) {
            self.line.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Progress for Bar {
    fn begin(&self, phase: Phase, steps: usize) {
        self.line.set_message(phase.doing());
        self.line.set_length(steps as u64);
        self.line.set_position(0);
        self.appear();
    }

    fn step(&self) {
        self.line.inc(1);
        self.appear();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.line.finish_and_clear();
    }
}
