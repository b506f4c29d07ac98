//! What holds of everything that the card says, in every language.

use campaign_widget::language::Language;

use super::all::all;
use super::{language, languages, pseudo};

/// What is wrong with everything that a language says.
fn flaws(it: &Language) -> Vec<String> {
    let mut flaws = Vec::new();
    for said in all(it) {
        let mut say = |flaw: &str| {
            flaws.push(format!("{} {}: {flaw}: {:?}", it.tag(), said.name, said.text));
        };
        let may_be_empty = said.name.contains("Original,");
        if said.text.trim().is_empty() && !may_be_empty {
            say("it is empty");
        }
        if said.text.trim() != said.text || said.text.contains("  ") {
            say("it has white space too much");
        }
        let own = said.given.iter().fold(said.text.clone(), |text, given| text.replace(given, ""));
        // Placeholders of an endpoint are told in their braces.
        let names_placeholders = said.name.starts_with("NotAPlaceholder");
        if own.contains(['{', '}', '|']) && !names_placeholders {
            say("it has what the card puts values in");
        }
        for given in said.given.iter().filter(|given| !said.text.contains(given.as_str())) {
            say(&format!("it does not say {given:?}"));
        }
    }
    flaws
}

#[test]
fn everything_is_said_with_its_values_in_every_language() {
    for language in languages() {
        assert_eq!(flaws(&language), [""; 0]);
    }
}

#[test]
fn nothing_is_said_alike_in_two_languages() {
    let english = all(&language("en"));
    for other in languages().iter().filter(|language| language.tag() != "en") {
        let alike = |(english, said): (&super::all::Said, &super::all::Said)| {
            // Names, and what has no words.
            let is_word = said.text.chars().filter(|c| c.is_alphabetic()).count() > 6;
            (is_word && english.text == said.text).then(|| said.text.clone())
        };
        let said = all(other);
        assert_eq!(said.len(), english.len());
        let alike: Vec<String> = english.iter().zip(&said).filter_map(alike).collect();
        assert_eq!(alike, [""; 0], "{}", other.tag());
    }
}

#[test]
fn what_is_put_together_is_made_of_sentences_of_the_language() {
    for said in all(&pseudo()) {
        // Separators between them are not in brackets, nor are times and values.
        let mut depth = 0;
        for c in said.text.chars() {
            match c {
                '⟦' => depth += 1,
                '⟧' => depth -= 1,
                c if c.is_alphabetic() => assert!(depth > 0, "{}: {}", said.name, said.text),
                _ => {}
            }
        }
    }
}
