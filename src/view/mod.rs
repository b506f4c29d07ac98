//! The components: thin, one a file.

pub mod card;
pub mod composer;
pub mod context;
pub mod countdown;
pub mod counter;
pub mod delivery;
pub mod draft_field;
pub mod editor;
pub mod field;
pub mod hand_over;
pub mod inputs;
pub mod language_switch;
pub mod link_helper;
pub mod live;
pub mod note_list;
pub mod notes;
pub mod on_x;
pub mod outbox_list;
pub mod piece;
pub mod pieces;
pub mod prompts;
pub mod rule_list;
pub mod source;
pub mod time;
pub mod trouble;
pub mod widget;
