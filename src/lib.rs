//! An embeddable card for "post and win" campaigns: a countdown to the
//! deadline, a composer that checks the draft as it is typed, and a helper
//! that delivers the link of the post.
//!
//! # A map of the rooms
//!
//! The pure rooms know neither a browser nor the current time; both come in
//! as arguments. They compile and are tested on any machine.
//!
//! - [`campaign`]: what a campaign asks for. Reads the campaign file, reports
//!   everything that is wrong with it at once, and knows the window and its
//!   phases.
//! - [`draft`]: checks the text of a draft against the campaign's rules, and
//!   says what X will make of the same text.
//! - [`notebook`]: a person's drafts, and the posts that they became.
//! - [`link`]: finds links to posts in whatever was pasted, and proves from
//!   the link alone when the post was made.
//! - [`outbox`]: what is to be delivered, what each answer of the
//!   questionnaire means, and when to try again.
//!
//! - [`language`]: every sentence that a person reads, one file a language.
//!
//! The rooms below exist in the browser only.
//!
//! - `browser`: the one place that touches the page: clock, storage,
//!   requests, clipboard, events.
//! - `view`: the components, thin, one a file.
//!
//! `src/element.js` defines the custom element, loads all of this when it is
//! needed and calls `element`. `src/frame` puts that element into a page that
//! others can embed. Arrows point one way: `view` → `browser` →
//! `outbox`, `notebook` → `link`, `draft` → `campaign`; `language` is read by
//! `view` alone.

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod campaign;
pub mod draft;
pub mod editor;
#[cfg(target_arch = "wasm32")]
pub mod element;
pub mod json;
pub mod language;
pub mod link;
pub mod notebook;
pub mod outbox;
pub mod time;
pub mod twitter_text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod unicode;
#[cfg(target_arch = "wasm32")]
pub mod view;
