//! Looks for a draft that breaks what holds for any draft. See
//! `cargo xtask fuzz`, which builds and runs this.
#![no_main]

#[path = "../draft/check.rs"]
mod check;
#[path = "../draft/invariants.rs"]
mod invariants;

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::Rules;
use libfuzzer_sys::fuzz_target;
use unicode_normalization::UnicodeNormalization;

/// Campaign tags of both kinds, with and without what makes a tag hard to find.
const TAGS: [&str; 10] = [
    "#Gate xStocks 交易体验#",
    "#GateAICreation",
    "#MyGateMoment#",
    "#Gate品牌蓝创作挑战#",
    "#我的2026第一条帖",
    "#わたSHIGA輝く666日",
    "#Gate 2025 Semi-Year Community Gala#",
    "#24時間短冊",
    "#Let's Gate: buy-and-hold...#",
    "#BTC/USDT_2025",
];

// The text comes last, so that a file of the corpus reads as one.
fuzz_target!(|input: &[u8]| {
    let [tag, minimum, caret, text @ ..] = input else { return };
    let tag = TAGS[usize::from(*tag) % TAGS.len()];
    let unit = if minimum % 2 == 0 { Unit::Characters } else { Unit::Words };
    let minimum = Minimum { count: 1 + u32::from(minimum / 2), unit };
    let rules = Rules { tag, account: "@Gate广场_Official", minimum };
    let text: String = text.utf8_chunks().map(|chunk| chunk.valid()).collect();
    let text: String = text.nfc().collect();

    invariants::report_agrees(&text, &rules);
    invariants::marks_show_what_was_found(&text, &rules);
    invariants::a_removed_tag_takes_nothing_else(&text, &rules);
    invariants::parts_add_up(&text, &rules);
    invariants::repaired_near_misses_pass(&text, &rules);
    invariants::without_other_tags_the_rule_passes(&text, &rules);
    invariants::order_of_repairs_does_not_matter(&text, &rules);
    invariants::inserted_tag_counts(&text, usize::from(*caret), &rules);
    invariants::unseen_counts_nothing(&text, "\u{200b} \u{feff}", &rules);
    invariants::x_adds_spaces_only(&text, &rules);
    let (before, after) = text.split_at(text.floor_char_boundary(usize::from(*caret)));
    invariants::tag_between_spaces_counts(before, after, &rules);
    invariants::closed_tag_counts(before, after, &rules);
});
