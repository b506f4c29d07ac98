//! The editor of a draft: what is in the field, which draft that is, and what
//! becomes of both when something happens.
//!
//! The browser owns the text: input methods, spelling and undo are its own. So a
//! [`Model`] is told what the field holds with each [`Action`], and answers with an
//! [`Update`], which says how to change the field. Whoever shows the editor makes
//! that change and shows the rest.

mod action;
mod composition;
mod edits;
mod field;
mod model;
mod status;

pub use action::{Action, Press};
pub use composition::counts_while_composed;
pub use field::{Field, Replacement, selection};
pub use model::{Change, Environment, Model, Terms, Update};
pub use status::{Beside, Status};
