//! The only room that touches the page: it implements what the pure rooms are
//! given, and what components ask of the browser.

pub mod active_card;
pub mod address;
pub mod channel;
pub mod clipboard;
pub mod delivery;
pub mod device;
pub mod download;
pub mod fetch;
pub mod host;
pub mod json;
pub mod listener;
pub mod loader;
pub mod lock;
pub mod page;
pub mod paint;
pub mod share;
pub mod storage;
pub mod store;
pub mod style;
pub mod task;
pub mod text;
pub mod ticker;
pub mod timers;
pub mod visible;
