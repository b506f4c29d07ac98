//! A person's drafts, and the posts that they became.
//!
//! A campaign invites several posts. Each is a [`Note`] of its own: it begins
//! as a draft, and once it was copied or shared it remembers the text that
//! went out, so that the next post can be held against it.
//!
//! Notes are kept one by one, so that two tabs that write on different ones
//! never meet; where they write on the same one, [`changed_elsewhere`] tells.

mod note;
mod stored;

pub use note::{Note, Post, Way, changed_elsewhere, newest_first};
