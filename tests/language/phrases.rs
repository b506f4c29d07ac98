//! The card's own sentences.

use campaign_widget::language::{Language, Midnight, ThisYear};
use chrono::DateTime;

use super::all::all;
use super::check::flaws;

#[test]
fn every_sentence_is_written_as_its_language_is() {
    for language in Language::ALL {
        let all = all(language);
        assert!(all.len() > 150, "{} sentences", all.len());
        let flaws: Vec<String> = all.iter().flat_map(|one| flaws(language, one)).collect();
        assert_eq!(flaws, [""; 0]);
    }
}

#[test]
fn no_sentence_stands_in_two_languages() {
    let (chinese, english) = (all(Language::ZhCn), all(Language::En));
    assert_eq!(chinese.len(), english.len());
    for (chinese, english) in chinese.iter().zip(&english) {
        assert_eq!(chinese.name, english.name);
        assert_ne!(chinese.text, english.text, "{}", chinese.name);
    }
}

#[test]
fn the_end_of_a_day_is_24_00_in_every_language() {
    let midnight = DateTime::parse_from_rfc3339("2025-07-10T00:00:00+08:00").unwrap();
    let reads = |language: Language, at| (language.phrases().moment)(midnight, at, ThisYear(2025));
    assert_eq!(reads(Language::ZhCn, Midnight::EndsDay), "7月9日 24:00");
    assert_eq!(reads(Language::ZhCn, Midnight::StartsDay), "7月10日 00:00");
    assert_eq!(reads(Language::En, Midnight::EndsDay), "July 9, 24:00");
    assert_eq!(reads(Language::En, Midnight::StartsDay), "July 10, 00:00");
}

#[test]
fn a_card_speaks_the_language_that_is_wanted_most() {
    for (wanted, spoken) in [
        (["zh-TW", "en"].as_slice(), Language::ZhCn),
        (&["en-GB", "zh"], Language::En),
        (&["fr", "zh-CN"], Language::ZhCn),
        (&["fr"], Language::En),
        (&[], Language::En),
    ] {
        let wanted: Vec<String> = wanted.iter().map(|&tag| tag.to_owned()).collect();
        assert_eq!(Language::choose(&wanted), spoken, "{wanted:?}");
    }
}
