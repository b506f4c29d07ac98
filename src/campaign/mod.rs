//! What a campaign asks for.
//!
//! A campaign file is JSON. The browser (or, on the host, `serde_json`) turns
//! its text into a [`Json`] tree; [`Campaign::read`] makes a [`Campaign`] of
//! the tree or reports every [`Problem`] of it at once.

mod address;
mod asks;
mod blank;
mod clock;
mod file;
mod json;
pub(crate) mod kept;
mod letter;
mod locale;
mod milestone;
mod moment;
mod nearest;
mod problem;
mod reader;
mod repeated;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod schema_parts;
mod tag;
mod trouble;
mod unseen;
mod window;

pub use asks::{Credentials, Encoding, Minimum, Platform, Unit};
pub use clock::{Clock, Reading};
pub use file::{Campaign, Fields, Questionnaire, Wording};
pub use json::{Json, Kind};
pub use letter::may_be_letter;
pub use locale::choose;
pub use milestone::Milestone;
pub use moment::{MomentError, read_moment, write_moment};
pub(crate) use nearest::distance;
pub use problem::{Flaw, Problem};
pub use repeated::repeated;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema_json;
pub use trouble::Trouble;
pub use unseen::is_unseen;
pub use window::{Phase, Window};
