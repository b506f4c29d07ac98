//! What a campaign asks for.

mod asks;
mod window;

pub use asks::{Encoding, Minimum, Platform, Unit};
pub use window::{Phase, Window};
