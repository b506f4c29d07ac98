//! Native suite: the figures of a draft against the world's own, which are
//! Unicode's test files, the cases of twitter-text, and twitter-text itself; and
//! the calendar file against ical.js.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "helpers of tests are tests, too"
)]

mod boundaries;
mod calendar;
#[path = "../calendar/texts.rs"]
mod calendar_texts;
mod cases;
mod differential;
mod emoji;
mod exceptions;
mod oracle;
mod packages;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/ranges.rs"]
mod ranges;
mod tables;
mod texts;

use std::path::PathBuf;

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{self, Known, OnX, Rules};

/// The folder of npm packages that holds twitter-text and ical.js.
fn node_modules() -> PathBuf {
    let folder = std::env::var_os("CAMPAIGN_WIDGET_NODE_MODULES").expect(
        "CAMPAIGN_WIDGET_NODE_MODULES is not set: run `cargo xtask test conformance`, which \
         installs what it compares with",
    );
    PathBuf::from(folder)
}

fn report(text: &str, unit: Unit) -> draft::Report {
    // A tag that is in none of the texts, so that they are shared as they are.
    let rules = Rules { tag: "#nowhere else#", account: "", minimum: Minimum { count: 20, unit } };
    draft::check(text, &rules, &Known::default())
}

fn on_x(text: &str) -> OnX {
    report(text, Unit::Characters).x
}
