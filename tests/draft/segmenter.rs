//! The boundaries of UAX #29 on the host, where there is no browser to ask.

use campaign_widget::campaign::Unit;
use campaign_widget::draft::{self, Known, Report, Rules};
use unicode_segmentation::UnicodeSegmentation;

/// The parts of `text`, as a segmenter returns them.
pub fn segments(text: &str, unit: Unit) -> Vec<usize> {
    match unit {
        Unit::Characters => text.graphemes(true).map(str::len).collect(),
        Unit::Words => text.split_word_bounds().map(str::len).collect(),
    }
}

/// Checks a draft with these boundaries.
pub fn check(text: &str, rules: &Rules<'_>) -> Report {
    draft::check(text, rules, &Known::default(), segments)
}
