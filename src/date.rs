//! Calendar dates: the only user of jiff.
//!
//! Takes what people and git write; gives a day. Must not read the clock.

use std::fmt;

use jiff::civil;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(civil::Date);

impl Date {
    /// Reads `2025-03-01`, `2025/3/1` or `2025.03.01`, with or without a time after it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let day = text.split(['T', ' ']).next().unwrap_or(text);
        let mut parts = day.split(['-', '/', '.']);
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if year.len() != 4 || parts.next().is_some() {
            return None;
        }
        civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok().map(Self)
    }

    /// The day, in UTC, of a time in seconds since 1970.
    #[must_use]
    pub fn from_epoch(seconds: i64) -> Option<Self> {
        let time = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Self(time.to_zoned(jiff::tz::TimeZone::UTC).date()))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> usize {
        self.0.month().unsigned_abs().into()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }
}

impl fmt::Display for Date {
    /// Writes `2025-03-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_with_and_without_a_time() {
        let day = Date::parse("2025-03-01").unwrap();
        assert_eq!(Date::parse("2025-03-01T10:00:00+02:00"), Some(day));
        assert_eq!(Date::parse("2025-03-01 10:00"), Some(day));
        assert_eq!(Date::parse("2025/3/1"), Some(day));
        assert_eq!(Date::parse("1 March"), None);
        assert_eq!(Date::parse("2025-13-01"), None);
        assert_eq!(Date::parse("01-03-2025"), None);
        assert_eq!(Date::from_epoch(1_740_787_200), Some(day));
        assert_eq!(day.to_string(), "2025-03-01");
    }
}
