//! The server's time, and the text form of an instant.

mod clock;
mod moment;

pub use clock::{Clock, Reading};
pub use moment::{MomentError, read_moment, write_moment};
