//! What a card is, without its markup: the state that its components share, and
//! what becomes of it.

pub mod attributes;
pub mod campaign_source;
pub mod card;
pub mod chunks;
pub mod clock;
pub mod editor;
mod environment;
pub mod expiry;
pub mod fold;
pub mod input_method;
pub mod language;
pub mod links;
pub mod typing;
