//! The components: thin, one a file.

pub mod card;
pub mod composer;
pub mod context;
pub mod countdown;
pub mod field;
pub mod inputs;
pub mod language_switch;
pub mod link_helper;
pub mod outbox_list;
pub mod rule_list;
pub mod source;
pub mod time;
pub mod trouble;
pub mod widget;
