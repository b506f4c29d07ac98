//! The announcement page and the local questionnaire, as two HTTP services
//! on two origins, so that the widget meets the rules between origins that
//! it meets in the world.

pub mod pages;
pub mod questionnaire;
mod service;

pub use service::{listen, listen_from};
