//! Plural forms, against the rules of Unicode CLDR.

use std::collections::BTreeSet;

use campaign_widget::language::NAMES;

use super::languages;
use super::plural_category::category;

/// The plural forms of a sentence, each with its key, if it has some.
fn forms(sentence: &str) -> Option<Vec<(&str, &str)>> {
    let (place, forms) = sentence.split_once('?')?;
    let is_choice = place.strip_prefix('{')?.bytes().all(|b| b.is_ascii_digit());
    is_choice.then(|| forms.split('|').map(|form| form.split_once('=').expect("a key")).collect())
}

/// What a sentence says in all of its plural forms.
pub fn texts(sentence: &str) -> Vec<&str> {
    match forms(sentence) {
        Some(forms) => forms.into_iter().map(|(_, text)| text).collect(),
        None => vec![sentence],
    }
}

/// A form that CLDR does not have is never chosen; one that is missing is replaced by
/// that of all others, which is wrong as a rule.
#[test]
fn every_choice_has_the_forms_of_its_language_and_no_other() {
    let numbers = (0..=1_000).chain([1_000_000, 2_000_000]);
    for language in languages() {
        let categories: BTreeSet<_> =
            numbers.clone().map(|number| category(language.tag(), number)).collect();
        let mut categories: BTreeSet<&str> = categories.iter().map(String::as_str).collect();
        // Where only fractions are other, the last form still is that of all others.
        categories.insert("other");
        for (name, sentence) in NAMES.iter().zip(language.sentences()) {
            if let Some(forms) = forms(sentence) {
                let keys = forms.into_iter().map(|(key, _)| key).collect();
                assert_eq!(categories, keys, "{} {name}: {sentence}", language.tag());
            }
        }
    }
}

#[test]
fn the_forms_of_a_sentence_are_read_as_the_card_reads_them() {
    let some = forms("{0?one={0} b: {1} a=b|other={0} c");
    assert_eq!(some, Some(vec![("one", "{0} b: {1} a=b"), ("other", "{0} c")]));
    assert_eq!(texts("{0}: 12:00 {1}?"), ["{0}: 12:00 {1}?"]);
}
