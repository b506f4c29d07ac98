//! The campaign file and the campaign's window.
//!
//! A campaign file is JSON. The browser (or, on the host, `serde_json`) parses
//! it into a [`Json`](crate::json::Json) tree; [`Campaign::read`] reads a
//! [`Campaign`] from the tree, or reports every [`Problem`] at once.

mod address;
mod endpoint;
mod file;
mod follow;
mod locale;
mod milestone;
mod nearest;
mod options;
mod problem;
mod reader;
mod repeated;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod schema_parts;
mod step;
mod tag;
mod trouble;
mod window;

pub use endpoint::{AnswerRule, Credentials, Encoding, Endpoint, Meaning, Method};
pub(crate) use endpoint::{PLACEHOLDERS, fill, fill_json};
pub use file::{Campaign, Questionnaire, Wording};
pub(crate) use follow::is_handle;
pub use locale::choose;
pub use milestone::Milestone;
pub(crate) use nearest::distance;
pub use options::{Minimum, Platform, Unit};
pub use problem::{Flaw, Problem};
pub use repeated::repeated;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema_json;
pub use step::{Progress, Standing, Step};
pub use trouble::Trouble;
pub use window::{Phase, Window};
