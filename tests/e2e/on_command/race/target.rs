//! What the card is to reach, and whether it does.

use super::peer::Peer::{Ours, Preact, React};
use super::table::{KB, MB, MEDIAN, MOST, Measure, Table};

/// A key at 25,000 characters of the card, in times of React's: what it was when
/// the race began, 0.52 to 0.64 from run to
/// run, rounded up. It shall not get worse.
const LONG_KEY: f64 = 0.7;

/// One target: what is compared, the figure, and the most that it may be.
struct Target {
    name: &'static str,
    figure: f64,
    most: f64,
}

/// Prints a line for each.
pub fn print(table: &Table) {
    for Target { name, figure, most } in targets(table) {
        let met = if figure <= most { "met    " } else { "NOT met" };
        println!("{met}  {name}: {figure:.2}, at most {most}");
    }
}

fn targets(table: &Table) -> Vec<Target> {
    let ours = |measure, percentile| table.get(measure, Ours, percentile);
    let to = |peer, measure, percentile| {
        ours(measure, percentile) / table.get(measure, peer, percentile)
    };
    let more = table.memory(Ours) - table.memory(Preact);
    let target = |name, figure, most| Target { name, figure, most };
    vec![
        target("live countdown / React", to(React, Measure::Live, MEDIAN), 0.8),
        target("live countdown / Preact", to(Preact, Measure::Live, MEDIAN), 1.0),
        target("key, median / React", to(React, Measure::Key, MEDIAN), 0.5),
        target("key, 95 % / React", to(React, Measure::Key, MOST), 0.5),
        target("key with an address, median / React", to(React, Measure::AddressKey, MEDIAN), 0.5),
        target("key with an address, 95 % / React", to(React, Measure::AddressKey, MOST), 0.5),
        target("key at 25,000, median / React", to(React, Measure::LongKey, MEDIAN), LONG_KEY),
        target("KB until the countdown lives", ours(Measure::BytesLive, MEDIAN) / KB, 60.0),
        target("KB until the draft has its rules", ours(Measure::BytesDraft, MEDIAN) / KB, 96.0),
        target("KB in all", ours(Measure::BytesAll, MEDIAN) / KB, 120.0),
        target("MB of heap and wasm, more than Preact", more / MB, 1.0),
        target("ms until 100 cards live", ours(Measure::Mount, MEDIAN), 60.0),
        // One timer fires once a second, and perhaps once more at the edge.
        target("timers a second, 100 cards", ours(Measure::Timers, MEDIAN), 1.25),
    ]
}
