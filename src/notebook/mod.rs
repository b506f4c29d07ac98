//! A person's drafts, and the posts that they became.
//!
//! A campaign invites several posts. Each is a [`Draft`] of its own: it begins
//! as a draft, and once it was copied or shared it remembers the text that
//! went out, so that the next post can be held against it.
//!
//! Drafts are stored one by one, so that two tabs that write on different ones
//! never meet; where they write on the same one, [`Versions`] tell. [`Drafts`] is
//! what one card works on.

mod draft;
mod draft_json;
mod drafts;
mod versions;

pub use draft::{Draft, Post, ShareTarget, newest_first};
pub use drafts::{Drafts, Environment, Refreshed};
pub use versions::Versions;
