//! Checking a draft.
