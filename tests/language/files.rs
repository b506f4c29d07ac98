//! The files of a language.

use campaign_widget::language::{FILES, FORMAT, Language, NAMES, PSEUDO, own_name};

use super::languages;
use super::plural_category::category;

/// By which the loader knows that a file is of its build.
#[test]
fn each_file_begins_with_the_format() {
    for file in FILES.iter().chain([&PSEUDO]) {
        for text in [file.early, file.forms] {
            let (head, _) = text.split_once('\n').expect("sentences");
            assert!(head.starts_with(&format!("{FORMAT} {} ", file.tag)), "{head}");
        }
    }
}

#[test]
fn the_sentences_of_the_countdown_do_without_the_others() {
    for file in FILES {
        let language = Language::read(file.early, category);
        assert_eq!(language.tag(), file.tag);
        assert!(!language.is_whole());
        assert_ne!(language.window(), "");
        assert_eq!(language.submit(), "", "a sentence that has not come");
        language.add(file.forms);
        assert!(language.is_whole());
        assert_ne!(language.submit(), "");
        assert_eq!(language.sentences().count(), NAMES.len());
    }
}

/// The loader finds there by which name the other file is published.
#[test]
fn the_first_line_may_say_more() {
    let file = FILES[0].early.replacen('\n', " ./forms.txt sha256-abc\n", 1);
    let language = Language::read(file.leak(), category);
    assert_eq!((language.tag(), language.direction()), (FILES[0].tag, "ltr"));
    assert_eq!(language.unit_days(), "天");
}

#[test]
fn each_language_has_a_name_and_a_direction() {
    for language in languages() {
        let tag = language.tag();
        assert!(own_name(tag).is_some(), "{tag}");
        let expected = if tag == "ar" { "rtl" } else { "ltr" };
        assert_eq!(language.direction(), expected, "{tag}");
    }
}
