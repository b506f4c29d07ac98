//! What holds for any text.

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{Rule, Rules, apply, repairs};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::parts::PARTS;
use super::tag::real;
use super::{GATE, invariants, rules};

/// A draft in NFC.
fn draft() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(prop::sample::select(PARTS), 0..24);
    prop_oneof![
        8 => parts.prop_map(|parts| parts.concat().nfc().collect()),
        1 => any::<String>().prop_map(|text| text.nfc().collect()),
    ]
}

fn tag() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        3 => Just(GATE),
        2 => Just("#GateAICreation"),
        1 => Just("#MyGateMoment#"),
        1 => Just("#Let's Gate!#"),
        1 => prop::sample::select(real()),
    ]
}

/// The campaign tag as hurried people write it.
fn slipped(tag: &'static str) -> impl Strategy<Value = String> {
    let changes = prop::collection::vec(0..6u8, tag.chars().count());
    changes.prop_map(move |changes| {
        let mut out = String::new();
        for (c, change) in tag.chars().zip(changes) {
            match (c, change) {
                ('#', 0) => out.push('＃'),
                ('#', 1) => out.push('﹟'),
                (' ', 0) => {}
                (' ', 1) => out.push('\u{3000}'),
                (' ', 2) => out.push_str("\u{a0} "),
                (c, 0) if c.is_ascii_lowercase() => out.push(c.to_ascii_uppercase()),
                (c, 0) => out.push(c.to_ascii_lowercase()),
                (c, 1) if !out.is_empty() => out.extend(['\u{200b}', c]),
                (c, 2) if !out.is_empty() => out.extend([' ', c]),
                (c, _) => out.push(c),
            }
        }
        out
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_agrees_with_itself(text in draft(), tag in tag(), count in 1..40u32, by_words: bool) {
        let unit = if by_words { Unit::Words } else { Unit::Characters };
        let rules = Rules { minimum: Minimum { count, unit }, ..rules(tag) };
        invariants::report_agrees(&text, &rules);
        invariants::marks_show_what_was_found(&text, &rules);
        invariants::a_removed_tag_takes_nothing_else(&text, &rules);
    }

    #[test]
    fn characters_and_words_are_counted_one_by_one(text in draft(), by_words: bool) {
        let unit = if by_words { Unit::Words } else { Unit::Characters };
        invariants::parts_add_up(&text, &Rules { minimum: Minimum { count: 20, unit }, ..rules(GATE) });
    }

    #[test]
    fn a_tag_between_spaces_always_counts(before in draft(), after in draft(), tag in tag()) {
        invariants::tag_between_spaces_counts(&before, &after, &rules(tag));
    }

    #[test]
    fn a_tag_between_two_signs_counts_wherever_it_stands(before in draft(), after in draft(), tag in tag()) {
        invariants::closed_tag_counts(&before, &after, &rules(tag));
    }

    #[test]
    fn a_slip_can_be_repaired((tag, slipped) in tag().prop_flat_map(|tag| (Just(tag), slipped(tag)))) {
        let text = format!("今天 {slipped} 很好");
        let after = apply(&text, &repairs(&text, &rules(tag), Rule::Tag));
        prop_assert_eq!(after, format!("今天 {tag} 很好"));
    }

    #[test]
    fn repaired_near_misses_pass(text in draft(), tag in tag()) {
        invariants::repaired_near_misses_pass(&text, &rules(tag));
    }

    #[test]
    fn without_other_tags_the_rule_passes(text in draft(), tag in tag()) {
        invariants::without_other_tags_the_rule_passes(&text, &rules(tag));
    }

    #[test]
    fn repairs_lead_to_the_same_in_any_order(text in draft(), tag in tag()) {
        invariants::order_of_repairs_does_not_matter(&text, &rules(tag));
    }

    #[test]
    fn an_inserted_tag_counts(text in draft(), tag in tag(), caret in 0..200usize) {
        invariants::inserted_tag_counts(&text, caret, &rules(tag));
    }

    #[test]
    fn what_nobody_sees_counts_nothing(text in draft(), unseen in "[\u{200b}\u{2060}\u{feff} \u{3000}]{1,30}") {
        invariants::unseen_counts_nothing(&text, &unseen, &rules(GATE));
    }

    #[test]
    fn x_adds_spaces_and_nothing_else(text in draft(), tag in tag()) {
        invariants::x_adds_spaces_only(&text, &rules(tag));
    }
}
