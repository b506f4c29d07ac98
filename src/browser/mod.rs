//! The one place that touches the page: everything that the pure rooms are
//! given and everything that a component asks of the browser.

pub mod address;
pub mod channel;
pub mod clipboard;
pub mod courier;
pub mod culprit;
pub mod device;
pub mod download;
pub mod fetch;
pub mod host;
pub mod json;
pub mod kept_notes;
pub mod kept_outbox;
pub mod later;
pub mod lock;
pub mod page;
pub mod paint;
pub mod share;
pub mod storage;
pub mod style;
pub mod text;
pub mod ticker;
