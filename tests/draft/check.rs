//! Checking a draft of a person who wrote nothing else.

use campaign_widget::draft::{self, Known, Report, Rules};

/// Checks a draft where nothing else is known.
pub fn check(text: &str, rules: &Rules<'_>) -> Report {
    draft::check(text, rules, &Known::default())
}
