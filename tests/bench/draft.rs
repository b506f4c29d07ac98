//! How long the rules of a draft take: what a key that is pressed costs. The
//! time is linear in the length as long as a text is read at one speed whatever
//! its size.

#[path = "../draft/check.rs"]
mod check;

use std::fmt;

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{Rule, Rules, repairs};
use divan::Bencher;
use divan::counter::CharsCount;

const SIZES: [usize; 4] = [280, 2_500, 25_000, 100_000];

/// What is repeated up to the size.
const TEXTS: [(&str, &str); 8] = [
    ("chinese", "今天第一次在Gate买了TSLAx，成交很快，手续费也低。夜里也能交易，真的很方便！\n"),
    ("english", "I bought my first xStock on Gate today; it's quick, and the fee is low (0.1%).\n"),
    ("emoji", "👍🏽很快！👨‍👩‍👧‍👦🇨🇳 1️⃣ 成交了❤️\n"),
    ("signs", "#"),
    ("tags", "#a好 b# "),
    ("beginnings", "#Gate\u{3000}xSto "),
    ("misspelt", "#Gate xStock 交易体验# "),
    ("hosts", "a.好"),
];

/// One text of one size.
struct Draft {
    name: String,
    text: String,
}

impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

fn drafts() -> impl Iterator<Item = Draft> {
    TEXTS.into_iter().flat_map(|(name, part)| {
        SIZES.into_iter().map(move |size| Draft {
            name: format!("{name} {size}"),
            text: part.chars().cycle().take(size).collect(),
        })
    })
}

fn rules(unit: Unit) -> Rules<'static> {
    Rules { tag: "#Gate xStocks 交易体验#", account: "", minimum: Minimum { count: 20, unit } }
}

fn main() {
    divan::main();
}

#[divan::bench(args = drafts(), max_time = 0.3)]
fn check_in_characters(bencher: Bencher<'_, '_>, draft: &Draft) {
    let bencher = bencher.counter(CharsCount::of_str(&draft.text));
    bencher.bench_local(|| check::check(&draft.text, &rules(Unit::Characters)));
}

#[divan::bench(args = drafts(), max_time = 0.3)]
fn check_in_words(bencher: Bencher<'_, '_>, draft: &Draft) {
    let bencher = bencher.counter(CharsCount::of_str(&draft.text));
    bencher.bench_local(|| check::check(&draft.text, &rules(Unit::Words)));
}

#[divan::bench(args = drafts(), max_time = 0.3)]
fn repair_of_the_only_tag(bencher: Bencher<'_, '_>, draft: &Draft) {
    let bencher = bencher.counter(CharsCount::of_str(&draft.text));
    bencher.bench_local(|| repairs(&draft.text, &rules(Unit::Characters), Rule::OnlyTag));
}
