//! Delivering links.
