//! The figures as a table, in Markdown.

use super::outcome::Figures;

/// What stands above the columns.
const HEAD: [&str; 16] = [
    "", "50 %", "95 %", "99 %", "all", "at rest", "peak", "in vain", "sent", "99 %", "+1 min",
    "+5 min", "+30 min", "30 s", "2 min", "10 min",
];

/// What that means.
pub const LEGEND: &str = "\
    50 %, 95 %, 99 %, all: within how many seconds so many links are delivered;
      never is not within half an hour after the deadline, or within two hours
      where the endpoint is ten times slower
    at rest: how many seconds after the deadline all are
    peak: requests in the worst second
    in vain: the part of the endpoint's work after which nobody saw a link arrive
    sent, 99 %: how often a link is sent on average, and at most 99 of 100
    +1, +5, +30 min: the part that is delivered so long after the deadline
    30 s, 2 min, 10 min: the part that is not delivered yet when its reader,
      who stays so long, leaves
";

/// Prints one row a policy.
pub fn print(rows: &[(&str, Figures)]) {
    print_row(&HEAD.map(str::to_owned));
    print_row(&HEAD.map(|name| if name.is_empty() { "---" } else { "---:" }.to_owned()));
    for (name, figures) in rows {
        let mut cells = vec![(*name).to_owned()];
        cells.extend(figures.waits.map(seconds));
        cells.push(seconds(figures.all_done));
        cells.push(thousands(figures.greatest_load));
        cells.push(percent(figures.in_vain));
        let [mean, most] = figures.attempts;
        cells.extend([format!("{mean:.1}"), format!("{most:.0}")]);
        cells.extend(figures.delivered.map(percent));
        cells.extend(figures.left.map(percent));
        print_row(&cells);
    }
    println!();
}

fn print_row(cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at == 0 {
            print!("| {cell:<34} |");
        } else {
            print!(" {cell:>7} |");
        }
    }
    println!();
}

fn seconds(seconds: f64) -> String {
    match seconds {
        f64::INFINITY => "never".to_owned(),
        ..9.95 => format!("{seconds:.1}"),
        _ => format!("{seconds:.0}"),
    }
}

fn percent(part: f64) -> String {
    let percent = 100.0 * part;
    if percent > 99.0 && percent < 100.0 {
        // Nearly all is not all.
        format!("{:.1} %", (10.0 * percent).floor() / 10.0)
    } else {
        format!("{percent:.0} %")
    }
}

fn thousands(number: u32) -> String {
    match number {
        ..1_000 => number.to_string(),
        _ => format!("{},{:03}", number / 1_000, number % 1_000),
    }
}
