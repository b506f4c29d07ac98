//! The components: thin, one a file.

pub mod calendar;
pub mod card;
pub mod composer;
pub mod countdown;
pub mod counter;
pub mod draft_field;
pub mod draft_list;
pub mod ending;
pub mod follow;
pub mod language_switch;
pub mod link_helper;
pub mod on_x;
pub mod outbox_entry;
pub mod outbox_list;
pub mod prompts;
pub mod ring;
pub mod rule_list;
pub mod share_bar;
pub mod step;
pub mod time_left;
pub mod timeline;
pub mod trouble;
pub mod widget;
