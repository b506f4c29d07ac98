//! The card's verdicts are those of the rules compiled for this machine, and so alike
//! wherever a reader is; and so are its times.

mod drafts;
mod languages;
mod links;
mod texts;
