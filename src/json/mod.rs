//! JSON: the tree of a document, and the fields and the store of what is kept
//! over a reload.

pub(crate) mod fields;
mod store;
mod value;

pub use store::Store;
pub use value::{Json, Kind};
