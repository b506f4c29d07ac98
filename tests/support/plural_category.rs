//! The plural rules of Unicode CLDR, which browsers have in `Intl.PluralRules`.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// The plural category of a whole number; `tests/e2e/engines` asks the engines for the
/// same.
pub fn category(tag: &str, number: usize) -> String {
    let locale: Locale = tag.parse().expect("a language tag");
    let rules = PluralRules::try_new_cardinal(locale.into()).expect("a language of CLDR");
    match rules.category_for(number) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
    .to_owned()
}
