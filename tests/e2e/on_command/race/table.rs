//! What was measured, side by side, and what becomes of the targets.

use std::collections::BTreeMap;

use super::peer::Peer;
use super::target;

/// What is measured of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    BytesLive,
    BytesDraft,
    BytesAll,
    Live,
    Draft,
    Key,
    KeyWork,
    PlainKey,
    AddressKey,
    AddressKeyWork,
    LongKey,
    LongKeyWork,
    Heap,
    Wasm,
    Mount,
    Timers,
}

/// The middle of the values.
pub const MEDIAN: usize = 50;
/// All but the slowest twentieth are below it.
pub const MOST: usize = 95;

/// One line of the table.
struct Row {
    name: &'static str,
    measure: Measure,
    percentile: usize,
    /// What one of the printed unit is in the measured one.
    unit: f64,
}

/// Bytes, as the budget counts them.
pub const KB: f64 = 1024.0;
pub const MB: f64 = KB * KB;

const ROWS: [Row; 20] = [
    row("KB until the countdown lives", Measure::BytesLive, MEDIAN, KB),
    row("KB until the draft has its rules", Measure::BytesDraft, MEDIAN, KB),
    row("KB in all, everything used", Measure::BytesAll, MEDIAN, KB),
    row("live countdown, slow, ms", Measure::Live, MEDIAN, 1.0),
    row("first letter with its rules, slow, ms", Measure::Draft, MEDIAN, 1.0),
    row("key at 280, 4× CPU, median, ms", Measure::Key, MEDIAN, 1.0),
    row("key at 280, 4× CPU, 95 %, ms", Measure::Key, MOST, 1.0),
    row("all work of such a key, ms", Measure::KeyWork, MEDIAN, 1.0),
    row("the same in a plain field, median, ms", Measure::PlainKey, MEDIAN, 1.0),
    row("the same in a plain field, 95 %, ms", Measure::PlainKey, MOST, 1.0),
    row("… with an address, median, ms", Measure::AddressKey, MEDIAN, 1.0),
    row("… with an address, 95 %, ms", Measure::AddressKey, MOST, 1.0),
    row("all work of such a key, ms", Measure::AddressKeyWork, MEDIAN, 1.0),
    row("key at 25,000, median, ms", Measure::LongKey, MEDIAN, 1.0),
    row("key at 25,000, 95 %, ms", Measure::LongKey, MOST, 1.0),
    row("all work of such a key, ms", Measure::LongKeyWork, MEDIAN, 1.0),
    row("JS heap, MB", Measure::Heap, MEDIAN, MB),
    row("wasm memory, MB", Measure::Wasm, MEDIAN, MB),
    row("100 cards live, ms", Measure::Mount, MEDIAN, 1.0),
    row("timers a second, 100 cards", Measure::Timers, MEDIAN, 1.0),
];

const fn row(name: &'static str, measure: Measure, percentile: usize, unit: f64) -> Row {
    Row { name, measure, percentile, unit }
}

/// All values of all measures.
#[derive(Debug, Default)]
pub struct Table(BTreeMap<(Measure, &'static str), Vec<f64>>);

impl Table {
    /// Notes one value.
    pub fn add(&mut self, measure: Measure, peer: Peer, value: f64) {
        self.0.entry((measure, peer.name())).or_default().push(value);
    }

    /// A percentile of what was noted.
    pub fn get(&self, measure: Measure, peer: Peer, percentile: usize) -> f64 {
        let mut values = self.0.get(&(measure, peer.name())).cloned().unwrap_or_default();
        values.sort_by(f64::total_cmp);
        values.get(values.len() * percentile / 100).copied().unwrap_or(f64::NAN)
    }

    /// The heap and the wasm memory together, in bytes.
    pub fn memory(&self, peer: Peer) -> f64 {
        self.get(Measure::Heap, peer, MEDIAN) + self.get(Measure::Wasm, peer, MEDIAN)
    }

    /// Prints all of it, as a table of Markdown.
    pub fn print(&self) {
        println!("\n| | ours | React | Preact | ours / React | ours / Preact |");
        println!("| --- | ---: | ---: | ---: | ---: | ---: |");
        for row in &ROWS {
            let of = |peer| self.get(row.measure, peer, row.percentile) / row.unit;
            let [ours, react, preact] = Peer::ALL.map(of);
            let ratio = |peer: f64| match peer {
                0.0 => String::new(),
                _ => format!("{:.2}", ours / peer),
            };
            println!(
                "| {} | {ours:.1} | {react:.1} | {preact:.1} | {} | {} |",
                row.name,
                ratio(react),
                ratio(preact)
            );
        }
        println!();
        target::print(self);
    }
}
