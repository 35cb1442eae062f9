//! Phrases that count, in as many forms as a language has.
//!
//! Takes a number; gives the form that the language's rule names, after CLDR's rules for whole numbers below a million. Which
//! forms a phrase must have is in its type: a table cannot leave one out. Must not hold a phrase.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::writing::Writing;

/// A phrase that counts; `{n}` stands for the number.
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// Its forms.
    pub forms: Forms,
    /// How its language writes numbers.
    pub writing: &'static Writing,
}

/// The forms of a phrase that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forms {
    /// One form for every number: Chinese, and phrases that do not bend elsewhere.
    Same(&'static str),
    /// One and the others: English, German, Spanish.
    OneOther {
        /// For 1.
        one: &'static str,
        /// For any other number.
        other: &'static str,
    },
    /// By the last digits: Russian.
    Slavic {
        /// For 1, 21, 31, 101.
        one: &'static str,
        /// For 2 to 4, 22 to 24, 102.
        few: &'static str,
        /// For 0, 5 to 20, 25, 111.
        many: &'static str,
    },
    /// Arabic.
    Arabic {
        /// For 0.
        zero: &'static str,
        /// For 1.
        one: &'static str,
        /// For 2.
        two: &'static str,
        /// For 3 to 10, 103 to 110.
        few: &'static str,
        /// For 11 to 99, 111.
        many: &'static str,
        /// For 100 to 102, 200.
        other: &'static str,
    },
}

/// CLDR's names for the forms that numbers take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// The phrase for a number.
    #[must_use]
    pub fn of(self, n: usize) -> String {
        self.forms.form(n).replace("{n}", &self.writing.number(n))
    }
}

impl Forms {
    /// The form for a number, with `{n}` in it.
    #[must_use]
    pub fn form(self, n: usize) -> &'static str {
        match self {
            Self::Same(other) => other,
            Self::OneOther { one, other } => {
                if n == 1 {
                    one
                } else {
                    other
                }
            }
            Self::Slavic { one, few, many } => match (n % 10, n % 100) {
                (_, 11..=14) => many,
                (1, _) => one,
                (2..=4, _) => few,
                _ => many,
            },
            Self::Arabic { zero, one, two, few, many, other } => match (n, n % 100) {
                (0, _) => zero,
                (1, _) => one,
                (2, _) => two,
                (_, 3..=10) => few,
                (_, 11..=99) => many,
                _ => other,
            },
        }
    }

    /// Every form, in CLDR's order.
    #[must_use]
    pub fn named(self) -> Vec<(Category, &'static str)> {
        match self {
            Self::Same(other) => vec![(Category::Other, other)],
            Self::OneOther { one, other } => vec![(Category::One, one), (Category::Other, other)],
            Self::Slavic { one, few, many } => {
                vec![(Category::One, one), (Category::Few, few), (Category::Many, many), (Category::Other, many)]
            }
            Self::Arabic { zero, one, two, few, many, other } => vec![
                (Category::Zero, zero),
                (Category::One, one),
                (Category::Two, two),
                (Category::Few, few),
                (Category::Many, many),
                (Category::Other, other),
            ],
        }
    }
}

/// As scripts read it: the forms by the names that `Intl.PluralRules` gives; `other` is always there.
impl Serialize for Plural {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let forms = self.forms.named();
        let mut map = serializer.serialize_map(Some(forms.len()))?;
        for (category, form) in forms {
            map.serialize_entry(&category, form)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers that CLDR gives as samples of a form, as it writes them.
    fn samples(text: &str) -> Vec<usize> {
        let number = |text: &str| text.parse::<usize>().unwrap();
        let range = |part: &str| match part.split_once('~') {
            Some((from, to)) => (number(from)..=number(to)).collect::<Vec<_>>(),
            None => vec![number(part)],
        };
        text.split(", ").flat_map(range).collect()
    }

    fn assert_forms(forms: Forms, expected: &[(&str, &str)]) {
        for (form, numbers) in expected {
            for n in samples(numbers) {
                assert_eq!(forms.form(n), *form, "{n}");
            }
        }
    }

    #[test]
    fn numbers_take_the_forms_that_cldr_gives_as_samples() {
        assert_forms(Forms::Same("other"), &[("other", "0~15, 100, 1000, 10000, 100000")]);
        let two = Forms::OneOther { one: "one", other: "other" };
        assert_forms(two, &[("one", "1"), ("other", "0, 2~16, 100, 1000, 10000, 100000")]);
        let slavic = Forms::Slavic { one: "one", few: "few", many: "many" };
        let expected = [
            ("one", "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001"),
            ("few", "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002"),
            ("many", "0, 5~19, 100, 1000, 10000, 100000"),
        ];
        assert_forms(slavic, &expected);
        let arabic = Forms::Arabic { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" };
        let expected = [
            ("zero", "0"),
            ("one", "1"),
            ("two", "2"),
            ("few", "3~10, 103~110, 1003"),
            ("many", "11~26, 111, 1011"),
            ("other", "100~102, 200~202, 300~302, 400~402, 500~502, 600, 1000, 10000, 100000"),
        ];
        assert_forms(arabic, &expected);
    }

    #[test]
    fn scripts_get_the_forms_by_their_names() {
        let forms = Forms::Slavic { one: "a", few: "b", many: "c" };
        let json = serde_json::to_value(Plural { forms, writing: &crate::page::words::ru::WRITING }).unwrap();
        assert_eq!(json, serde_json::json!({ "one": "a", "few": "b", "many": "c", "other": "c" }));
    }
}
