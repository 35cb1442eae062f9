//! How far a build is, told to whoever waits for it.
//!
//! A build tells; the one who asked for it shows (a bar in the terminal) or does not. Must not decide anything: a build goes
//! the same way whoever listens.

/// Listens to a build. Steps come from many threads at once.
pub trait Progress: Sync {
    /// A phase begins that will take so many steps.
    fn begin(&self, phase: Phase, steps: usize);

    /// A step of the phase is done.
    fn step(&self);
}

/// A phase that can take long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Notes are read from disk.
    Read,
    /// Notes are parsed.
    Parse,
    /// Notes are linked.
    Link,
    /// Pages are rendered and written.
    Render,
}

impl Phase {
    /// What is being done, for people.
    #[must_use]
    pub fn doing(self) -> &'static str {
        match self {
            Self::Read => "reading notes",
            Self::Parse => "parsing notes",
            Self::Link => "linking notes",
            Self::Render => "writing pages",
        }
    }
}

/// Nobody waits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Phase, _: usize) {}

    fn step(&self) {}
}
