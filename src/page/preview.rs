//! What a link to the site looks like where it is shared.
//!
//! Takes the site; gives the address of the picture and the language as Open Graph names it. Must not name anything without a
//! whole address: who shares a link knows no other.

use crate::path::SitePath;

/// The picture: the theme's, or a file of that name that the site brings.
pub const ROUTE: &str = "preview.png";

/// The whole address of the picture, where the site's is known.
pub(super) fn image(base_url: Option<&str>) -> Option<String> {
    base_url.map(|base| SitePath::fixed(ROUTE).url(base))
}

/// Where a language is mostly spoken, as far as Open Graph has a name for it.
const TERRITORIES: &[(&str, &str)] = &[
    ("ar", "AR"),
    ("de", "DE"),
    ("en", "US"),
    ("es", "ES"),
    ("fa", "IR"),
    ("fr", "FR"),
    ("he", "IL"),
    ("hi", "IN"),
    ("it", "IT"),
    ("ja", "JP"),
    ("ko", "KR"),
    ("pl", "PL"),
    ("pt", "PT"),
    ("ru", "RU"),
    ("tr", "TR"),
    ("uk", "UA"),
    ("zh", "CN"),
];

/// A language tag as Open Graph writes it: `pt_BR` for `pt-BR`, `de_DE` for `de`.
pub(super) fn locale(language: &str) -> Option<String> {
    let mut parts = language.split('-');
    let primary = parts.next()?.to_ascii_lowercase();
    let named = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    let usual = || TERRITORIES.iter().find(|(language, _)| *language == primary).map(|(_, territory)| (*territory).to_owned());
    Some(format!("{primary}_{}", named.or_else(usual)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_with_its_territory() {
        assert_eq!(["pt-BR", "de", "zh-Hans-SG", "en-GB"].map(|tag| locale(tag).unwrap()), ["pt_BR", "de_DE", "zh_SG", "en_GB"]);
        assert_eq!(locale("tlh"), None);
    }
}
