//! The last line of a build: what there is, where it went, how long it took.

use std::time::Duration;

use crate::Report;
use crate::diagnostic::Severity;

/// Says it, as in `112 notes, 940 questions, 37 topics, 3 warnings → public in 0.4 s`. What there is none of is left out.
pub(super) fn line(report: &Report, target: &str, elapsed: Duration) -> String {
    let found = |severity| report.diagnostics.iter().filter(|found| found.severity == severity).count();
    let counts = [
        (report.questions, "question"),
        (report.topics, "topic"),
        (found(Severity::Error), "error"),
        (found(Severity::Warning), "warning"),
    ];
    let mut parts = vec![count(report.notes, "note")];
    parts.extend(counts.into_iter().filter(|&(number, _)| number > 0).map(|(number, noun)| count(number, noun)));
    format!("{} → {target} in {:.1} s", parts.join(", "), elapsed.as_secs_f64())
}

/// What became of the files, for those who want to know more.
pub(super) fn files(report: &Report) -> String {
    let written = &report.written;
    format!("{} written, {} as they were, {} removed", count(written.written, "file"), written.unchanged, written.pruned)
}

fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic};

    #[test]
    fn the_line_counts_what_there_is() {
        let mut report = Report { notes: 1, topics: 0, ..Report::default() };
        assert_eq!(line(&report, "public", Duration::from_millis(449)), "1 note → public in 0.4 s");
        report.notes = 112;
        report.questions = 940;
        report.topics = 37;
        report.diagnostics = vec![Diagnostic::warning(Code::BrokenLink, "x"), Diagnostic::note(Code::GitHistory, "y")];
        assert_eq!(line(&report, "public", Duration::from_millis(1)), "112 notes, 940 questions, 37 topics, 1 warning → public in 0.0 s");
    }
}
