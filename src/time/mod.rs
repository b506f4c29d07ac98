//! The true time, and how an instant is written.

mod clock;
mod moment;

pub use clock::{Clock, Reading};
pub use moment::{MomentError, read_moment, write_moment};
