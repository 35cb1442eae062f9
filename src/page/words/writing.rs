//! How a language writes numbers, days and lists.
//!
//! Takes numbers and days; gives text. Must not ask the reader's machine: a build writes the same everywhere.

use crate::date::Date;

/// How numbers, days and lists are written.
#[derive(Clone, Copy, Debug)]
pub struct Writing {
    /// What scripts hand to `Intl`, so that they write as the pages do.
    pub locale: &'static str,
    /// What stands between thousands.
    pub thousands: char,
    /// From how many digits on it stands there.
    pub grouped_from: usize,
    /// The names of the months, as they stand in a date.
    pub months: [&'static str; 12],
    /// A day: `{day}`, `{month}`, `{year}`.
    pub day: &'static str,
}

impl Writing {
    /// A number with its thousands apart.
    #[must_use]
    pub fn number(&self, n: usize) -> String {
        let digits = n.to_string();
        if digits.len() < self.grouped_from {
            return digits;
        }
        let mut out = String::with_capacity(digits.len() * 2);
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                out.push(self.thousands);
            }
            out.push(digit);
        }
        out
    }

    /// A day as people write it.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.months.get(date.month().saturating_sub(1)).copied().unwrap_or_default();
        let day = self.day.replace("{day}", &date.day().to_string());
        day.replace("{month}", month).replace("{year}", &date.year().to_string())
    }
}
