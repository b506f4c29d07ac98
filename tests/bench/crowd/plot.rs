//! The curves, as SVG.

use std::fmt::Write;
use std::fs;

use super::endpoint::Outage;
use super::outcome::Outcome;
use super::time::{DEADLINE, MINUTE, Micros, SECOND};
use super::{BEST, EVERY_SECOND};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/crowd.svg");

const WIDTH: f64 = 760.0;
/// Where the panels begin, and how wide and high they are.
const LEFT: f64 = 62.0;
const INNER: f64 = WIDTH - LEFT - 18.0;
const HEIGHT: f64 = 170.0;

/// From the arrival of the first to ten minutes after the deadline.
const SHOWN: Micros = DEADLINE + 10 * MINUTE;

/// The colours follow the reader's: light, or dark.
const STYLE: &str = "\
text{font:12px system-ui,sans-serif;fill:#59636e}.title{font-weight:600;fill:#1f2328}\
.paper{fill:#fff}.grid{stroke:#d1d9e0}.deadline{stroke:#59636e;stroke-dasharray:2 3}.outage{fill:#d1d9e0;opacity:.55}\
path{fill:none;stroke-width:2;stroke-linejoin:round}.best,.limit{stroke:#8250df}.limit{stroke-dasharray:6 4}\
.outbox{stroke:#0a7d5a}.naive{stroke:#cf4a0c}\
@media(prefers-color-scheme:dark){text{fill:#9198a1}.title{fill:#f0f6fc}.paper{fill:#0d1117}.grid{stroke:#3d444d}\
.deadline{stroke:#9198a1}.outage{fill:#3d444d}.best,.limit{stroke:#b78aff}.outbox{stroke:#5fd3a8}.naive{stroke:#ff8a4c}}";

/// Draws the load and the links of an endpoint that refuses, and the links of
/// one that lets wait, into `crowd.svg`.
pub fn draw(outages: &[Outage], refused: &[(&str, Outcome)], hanging: &[(&str, Outcome)]) {
    let mut svg = String::new();
    legend(&mut svg);

    let load = Panel { top: 62.0, outages };
    load.frame(&mut svg, "Requests a second, where the endpoint refuses what is too much");
    for (power, label) in [(1, "≤ 10"), (2, "100"), (3, "1,000"), (4, "10,000"), (5, "100,000")] {
        load.line(&mut svg, height_of_load(10f64.powi(power)), label);
    }
    let limit = load.y(height_of_load(500.0));
    let right = LEFT + INNER;
    add(&mut svg, &format!(r#"<path class="limit" d="M{LEFT} {limit:.1}H{right}"/>"#));
    for (class, outcome) in curves(refused, &[("naive", EVERY_SECOND), ("outbox", "the outbox")]) {
        let seconds = outcome.load.iter().zip(0..SHOWN / SECOND);
        load.curve(
            &mut svg,
            class,
            seconds
                .map(|(&requests, second)| (second * SECOND, height_of_load(f64::from(requests)))),
        );
    }

    let all = [("best", BEST), ("naive", EVERY_SECOND), ("outbox", "the outbox")];
    for (top, title, outcomes) in [
        (288.0, "Delivered, where the endpoint refuses what is too much", refused),
        (514.0, "Delivered, where it lets wait what is too much", hanging),
    ] {
        let panel = Panel { top, outages };
        panel.frame(&mut svg, title);
        for quarter in 0..=4 {
            let part = f64::from(quarter) / 4.0;
            panel.line(&mut svg, part, &format!("{} %", 25 * quarter));
        }
        for (class, outcome) in curves(outcomes, &all) {
            let times = (0..=SHOWN / SECOND).step_by(5).map(|second| second * SECOND);
            panel.curve(&mut svg, class, times.map(|at| (at, outcome.delivered_by(at))));
        }
    }

    let height = 514.0 + HEIGHT + 30.0;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\"><style>{STYLE}</style>\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n{svg}</svg>\n"
    );
    fs::write(FILE, svg).unwrap();
}

/// What the colours mean.
fn legend(svg: &mut String) {
    let keys = [
        (LEFT, "outbox", "the outbox"),
        (LEFT + 112.0, "naive", "again every second"),
        (LEFT + 270.0, "best", "the best possible"),
        (LEFT + 414.0, "limit", "what the endpoint can store"),
    ];
    for (x, class, name) in keys {
        let (end, text) = (x + 24.0, x + 31.0);
        add(svg, &format!(r#"<path class="{class}" d="M{x} 20H{end}"/>"#));
        add(svg, &format!(r#"<text x="{text}" y="24">{name}</text>"#));
    }
    let (band, text) = (LEFT + 628.0, LEFT + 644.0);
    add(svg, &format!(r#"<rect class="outage" x="{band}" y="11" width="10" height="18"/>"#));
    add(svg, &format!(r#"<text x="{text}" y="24">it fails</text>"#));
}

/// The outcomes of those that are drawn, each with the class of its curve.
fn curves<'o>(
    outcomes: &'o [(&str, Outcome)],
    drawn: &'o [(&'static str, &str)],
) -> impl Iterator<Item = (&'static str, &'o Outcome)> {
    drawn.iter().map(|&(class, wanted)| {
        let (_, outcome) = outcomes.iter().find(|(name, _)| *name == wanted).unwrap();
        (class, outcome)
    })
}

/// A logarithmic scale from 10 to 100,000. What is below lies on the ground.
fn height_of_load(requests: f64) -> f64 {
    requests.max(10.0).log10().mul_add(0.25, -0.25)
}

/// One diagram over time.
struct Panel<'o> {
    top: f64,
    outages: &'o [Outage],
}

impl Panel<'_> {
    fn y(&self, part: f64) -> f64 {
        self.top + HEIGHT * (1.0 - part)
    }

    /// The title, the outages, and the minutes before and after the deadline.
    fn frame(&self, svg: &mut String, title: &str) {
        let (above, bottom) = (self.top - 10.0, self.top + HEIGHT);
        add(svg, &format!(r#"<text class="title" x="{LEFT}" y="{above}">{title}</text>"#));
        for outage in self.outages {
            let (from, width, top) = (x(outage.from), x(outage.to) - x(outage.from), self.top);
            add(
                svg,
                &format!(
                    r#"<rect class="outage" x="{from:.1}" y="{top}" width="{width:.1}" height="{HEIGHT}"/>"#
                ),
            );
        }
        for minute in (0..=SHOWN / MINUTE).step_by(5) {
            let label = match minute {
                0 => "5 min before".to_owned(),
                5 => "deadline".to_owned(),
                _ => format!("{} min after", minute - 5),
            };
            let (at, below) = (x(minute * MINUTE), bottom + 17.0);
            let anchor = match minute {
                0 => "start",
                5 => "middle",
                _ if minute * MINUTE == SHOWN => "end",
                _ => "middle",
            };
            add(
                svg,
                &format!(r#"<text x="{at:.1}" y="{below}" text-anchor="{anchor}">{label}</text>"#),
            );
        }
        let (deadline, top) = (x(DEADLINE), self.top);
        add(svg, &format!(r#"<path class="deadline" d="M{deadline:.1} {top}V{bottom}"/>"#));
    }

    /// A line across, with its value before it.
    fn line(&self, svg: &mut String, part: f64, label: &str) {
        let y = self.y(part);
        let (end, before, base) = (LEFT + INNER, LEFT - 8.0, y + 4.0);
        add(
            svg,
            &format!(r#"<path class="grid" style="stroke-width:1" d="M{LEFT} {y:.1}H{end}"/>"#),
        );
        add(svg, &format!(r#"<text x="{before}" y="{base:.1}" text-anchor="end">{label}</text>"#));
    }

    fn curve(&self, svg: &mut String, class: &str, points: impl Iterator<Item = (Micros, f64)>) {
        let mut path = String::new();
        for (at, part) in points {
            let pen = if path.is_empty() { 'M' } else { 'L' };
            write!(path, "{pen}{:.1} {:.1}", x(at), self.y(part)).unwrap();
        }
        add(svg, &format!(r#"<path class="{class}" d="{path}"/>"#));
    }
}

fn x(at: Micros) -> f64 {
    LEFT + INNER * at as f64 / SHOWN as f64
}

fn add(svg: &mut String, element: &str) {
    svg.push_str(element);
    svg.push('\n');
}
