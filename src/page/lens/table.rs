//! The lenses: what is gathered from all notes, one line a lens.
//!
//! A newcomer who wants another one adds a line here and its words to each file of `page/words/`.

use crate::note::CalloutKind;

/// A way to look at the whole guide.
#[derive(Debug, PartialEq, Eq)]
pub struct Lens {
    /// Its name in addresses.
    pub slug: &'static str,
    /// The callouts that it gathers.
    pub(super) callouts: &'static [CalloutKind],
    /// The sections that it gathers, by their headings: lower case, without numbering and signs.
    pub(super) headings: &'static [&'static str],
    /// A word in headings of sections that it gathers, too.
    pub(super) heading_words: &'static [&'static str],
    /// How it is laid out.
    pub form: Form,
}

/// How the page of a lens is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Passages by topic.
    Passages,
    /// In columns, to be printed.
    Sheet,
    /// Terms by letter, with the definitions that notes give.
    Glossary,
}

const fn lens(slug: &'static str, callouts: &'static [CalloutKind], headings: &'static [&'static str]) -> Lens {
    Lens { slug, callouts, headings, heading_words: &[], form: Form::Passages }
}

/// Every lens, in the order in which they are listed.
pub(super) static LENSES: &[Lens] = &[
    Lens {
        form: Form::Sheet,
        ..lens(
            "cheat-sheet",
            &[CalloutKind::KeyPoint],
            &[
                "quick revision",
                "quick review",
                "quick recap",
                "quick reference",
                "revision",
                "recap",
                "cheat sheet",
                "cheatsheet",
                "summary",
                "in short",
                "in a nutshell",
                "at a glance",
                "key points",
                "key takeaways",
                "takeaways",
                "tl dr",
                "tldr",
                "zusammenfassung",
                "resumen",
                "résumé",
                "en résumé",
                "resumo",
                "итоги",
                "кратко",
                "підсумок",
                "总结",
                "小结",
                "まとめ",
                "요약",
                "सारांश",
                "الخلاصة",
            ],
        )
    },
    Lens { form: Form::Glossary, ..lens("glossary", &[CalloutKind::Definition], &[]) },
    lens(
        "pitfalls",
        &[CalloutKind::Pitfall, CalloutKind::Warning, CalloutKind::Breakage],
        &[
            "common mistakes",
            "mistakes",
            "pitfalls",
            "common pitfalls",
            "gotchas",
            "traps",
            "anti patterns",
            "antipatterns",
            "what would break",
            "häufige fehler",
            "errores comunes",
            "erreurs courantes",
            "erros comuns",
            "частые ошибки",
            "типичные ошибки",
            "常见错误",
            "よくある間違い",
        ],
    ),
    lens(
        "production-failures",
        &[CalloutKind::ProductionFailure],
        &[
            "production failures",
            "production failure",
            "how concepts fail in production",
            "failures in production",
            "war stories",
            "incidents",
            "outages",
            "postmortems",
        ],
    ),
    lens(
        "best-practices",
        &[CalloutKind::BestPractice, CalloutKind::Tip],
        &[
            "best practices",
            "good practices",
            "best practice",
            "dos and donts",
            "tips",
            "tips and tricks",
            "buenas prácticas",
            "bonnes pratiques",
            "boas práticas",
            "лучшие практики",
            "最佳实践",
            "ベストプラクティス",
        ],
    ),
    Lens {
        heading_words: &["vs", "versus"],
        ..lens("comparisons", &[CalloutKind::Comparison, CalloutKind::TradeOff], &["comparison", "comparisons", "trade offs", "tradeoffs"])
    },
    lens(
        "senior-perspectives",
        &[CalloutKind::SeniorPerspective],
        &["senior perspective", "senior engineer perspectives", "how senior engineers think"],
    ),
    lens(
        "interviewers",
        &[CalloutKind::InterviewFocus, CalloutKind::Rejection],
        &["what interviewers look for", "what interviewers test", "red flags"],
    ),
    lens("mental-models", &[CalloutKind::MentalModel, CalloutKind::Explanation], &["mental model", "mental models"]),
    lens("nuances", &[CalloutKind::Nuance], &[]),
    lens("internals", &[CalloutKind::Mechanism], &["how it works", "how it works internally", "under the hood", "internals"]),
    lens("use-cases", &[CalloutKind::UseCase], &["use cases", "when to use", "real world use cases"]),
    lens("performance", &[CalloutKind::Performance], &[]),
    lens("security", &[CalloutKind::Security], &[]),
    lens("debugging", &[CalloutKind::Debugging], &["debugging", "troubleshooting"]),
];

impl Lens {
    /// Whether it gathers callouts of that kind.
    pub(in crate::page) fn tells(&self, kind: CalloutKind) -> bool {
        self.callouts.contains(&kind)
    }

    /// Whether it gathers the section with this heading.
    pub(super) fn gathers(&self, PlainHeading(plain): &PlainHeading) -> bool {
        self.headings.contains(&plain.as_str())
            || !self.heading_words.is_empty() && plain.split(' ').any(|word| self.heading_words.contains(&word))
    }
}

/// A heading as it is compared with those of the table.
#[derive(Debug)]
pub(super) struct PlainHeading(String);

impl PlainHeading {
    pub(super) fn of(heading: &str) -> Self {
        let heading = heading.to_lowercase();
        let letters = heading.chars().filter(|letter| !matches!(letter, '\'' | '’'));
        let spaced: String =
            letters.map(|letter| if letter.is_alphanumeric() || !letter.is_ascii() && !is_sign(letter) { letter } else { ' ' }).collect();
        Self(spaced.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Whether a character beyond ASCII is a picture or a mark of punctuation, not part of a word of some script.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe0f}' | '\u{ff00}'..='\u{ff0f}' | '\u{1f000}'..='\u{1ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_however_they_are_decorated() {
        let gathers = |slug: &str, heading: &str| LENSES.iter().find(|lens| lens.slug == slug).unwrap().gathers(&PlainHeading::of(heading));
        for heading in ["Quick Revision", "🚀 TL;DR", "Key takeaways:", "सारांश", "Résumé"] {
            assert!(gathers("cheat-sheet", heading), "{heading}");
        }
        assert!(gathers("best-practices", "Do's and Don’ts ✅"));
        assert!(gathers("comparisons", "Lists vs. tuples") && !gathers("comparisons", "Versioning"));
        assert!(!gathers("cheat-sheet", "Summary statistics"));
    }
}
