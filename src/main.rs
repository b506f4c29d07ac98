//! The browser's module. Everything that it exports is in
//! `campaign_widget::element`; there is nothing to do at the start.

use campaign_widget as _;

fn main() {}
