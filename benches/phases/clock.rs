//! Time as it passes, and as processors spend it; and memory.

#![expect(clippy::disallowed_methods, reason = "the kernel tells in files what processors did")]

use std::fs;
use std::ops::AddAssign;
use std::time::{Duration, Instant};

/// What something cost.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    wall: Duration,
    /// Time of all threads together; none where the system does not tell.
    cpu: Option<Duration>,
    /// Bytes of memory that it took at most, above what was in use; none where the system does not tell.
    memory: Option<u64>,
}

impl Cost {
    /// A row of the table.
    pub(crate) fn row(self, notes: usize, phase: &str) -> String {
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        let cpu = self.cpu.map_or_else(|| "-".to_owned(), |cpu| format!("{:.1}", ms(cpu)));
        let each = self.cpu.unwrap_or(self.wall) / u32::try_from(notes).unwrap_or(u32::MAX).max(1);
        let memory = self.memory.map_or_else(|| "-".to_owned(), |bytes| (bytes >> 20).to_string());
        format!("{notes:>7}  {phase:<10} {:>10.1} {cpu:>10} {:>10.1} {memory:>8}", ms(self.wall), ms(each) * 1e3)
    }
}

impl From<Duration> for Cost {
    /// The cost of work whose time was taken with [`Stopwatch::lap`].
    fn from(spent: Duration) -> Self {
        Self { wall: spent, cpu: Some(spent), memory: None }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.wall += other.wall;
        self.cpu = match (self.cpu, other.cpu) {
            (Some(one), Some(two)) => Some(one + two),
            (one, two) => one.or(two),
        };
        self.memory = self.memory.max(other.memory);
    }
}

/// Measures a piece of work.
pub(crate) struct Stopwatch;

impl Stopwatch {
    /// Does it, and says what it cost.
    pub(crate) fn time<T>(work: impl FnOnce() -> T) -> (T, Cost) {
        // Makes the kernel forget the highest point so far.
        let forgotten = fs::write("/proc/self/clear_refs", "5").ok();
        let held = status("VmRSS:");
        let (began, spent) = (Instant::now(), spent());
        let done = work();
        let wall = began.elapsed();
        let cpu = self::spent().zip(spent).map(|(after, before)| after.saturating_sub(before));
        let highest = forgotten.and(status("VmHWM:"));
        let memory = highest.zip(held).map(|(highest, held)| highest.saturating_sub(held));
        (done, Cost { wall, cpu, memory })
    }

    /// Does a small piece of work on this thread, and says how long it took: the kernel counts a thread's time in ticks, which
    /// are longer than one note takes.
    pub(crate) fn lap<T>(work: impl FnOnce() -> T) -> (T, Duration) {
        let began = Instant::now();
        let done = work();
        (done, began.elapsed())
    }
}

/// What all threads of this process have spent; the pool's live as long as it does, so none is missed.
fn spent() -> Option<Duration> {
    let tasks = fs::read_dir("/proc/self/task").ok()?;
    let nanoseconds = tasks.flatten().filter_map(|task| {
        let text = fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    });
    Some(Duration::from_nanos(nanoseconds.sum()))
}

/// A number of bytes that the kernel tells of this process.
fn status(name: &str) -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().trim_end_matches("kB").trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
