//! JSON: the tree of a document, and stored records and their store.

pub(crate) mod fields;
mod store;
mod value;

pub use store::Store;
pub use value::{Json, Kind};
