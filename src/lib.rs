//! An embeddable card for "post and win" campaigns: a countdown to the
//! deadline, a composer that checks the draft as it is typed, and a helper
//! that delivers the link of the post.
//!
//! # The rooms
//!
//! Each module is a room. A room may use the rooms below it in this drawing, and
//! none above; `tests/documents` holds the imports to that.
//!
//! ```text
//!            src/element.js
//!                  |
//!               element
//!                  |
//!                view --------.
//!                  |          |
//!                 app --------+
//!                  |          |
//!                  ui         |          in the browser only
//!                  |          |
//!               browser       |
//!  -----------------|---------|-------------------------------
//!                   |         |          pure: compiled anywhere
//!                   |     language
//!                   |         |
//!                   v         v
//!      editor --> notebook    outbox
//!         |          |           |
//!         '--------> draft      link       calendar
//!                    |   |       |            |
//!         twitter_text   '----> campaign      |
//!                    |           |            |
//!                    v           v            v
//!                 unicode      json         time
//! ```
//!
//! What the pure rooms need of the world (the time, randomness, storage, the
//! parsing of URLs) comes in as an argument or a trait. So they compile and are
//! tested on any machine, in seconds.
//!
//! | room | what it is |
//! | --- | --- |
//! | `element` | What `src/element.js` calls: mounts a card, and tells it what the page changes. |
//! | `view` | The components: thin, one a file. |
//! | `app` | What a card is, without its markup: the state that its components share. |
//! | [`language`] | Every sentence that a person reads: one data file a language, and what they depend on. Used by `view` and `app`. |
//! | `ui` | The toolkit of the components: elements, signals, the text field. |
//! | `browser` | The edge: storage, requests, clipboard, clocks, the life of the page. |
//! | [`editor`] | The model of the field: which draft is in it, and what each action makes of both. |
//! | [`notebook`] | A person's drafts, and the posts that they became. |
//! | [`outbox`] | Links to deliver: their states, what an answer means, when to retry, and the delivery loop over a trait. |
//! | [`draft`] | Checks a draft against the campaign's rules, and repairs it. |
//! | [`link`] | Finds links to posts in what was pasted, and proves from the link when the post was made. |
//! | [`calendar`] | Writes the deadline as a file for calendars: iCalendar. |
//! | [`twitter_text`] | What X makes of a text: weighted length, links, hashtags. |
//! | [`campaign`] | Reads the campaign file, reports all of its problems at once, knows the window and its phases. |
//! | [`unicode`] | Properties of characters, and the segmentation of text. |
//! | [`json`] | The tree of a document, and the fields and the store of what outlives a reload. |
//! | [`time`] | The true time, and how an instant is written. |
//!
//! # From a key press to the screen
//!
//! The browser owns the text field. `ui` hears the input, `app` waits while an
//! input method composes and hands the field to the [`editor`], which asks
//! [`draft`] for a report and says how the field changes. The components of
//! `view` show the report by signals, in the words of [`language`].
//!
//! # From a link to the questionnaire
//!
//! [`link`] reads what was pasted. `app` adds the post to the [`outbox`], which is
//! stored before anything is sent. The delivery loop sends one entry at a time
//! through the trait that `browser` implements, and settles each answer; one tab
//! holds the lock.
//!
//! # The scripts
//!
//! - `src/element.js` defines the custom element, and loads the module when a card
//!   comes near the visible part of the page.
//! - `src/loader` is a part of it: which language is loaded, and the chunks.
//! - `src/choose.js` chooses the language, for it and for the card in a frame.
//! - `src/guard.js` stands in front of the module. After a trap it says which card
//!   caused it, so that the others can restart.
//! - `src/contrast.js` tells a page author, in previews only, which colours are hard
//!   to read.
//! - `src/frame` is the card in a frame, and the script of the page around it.
//!
//! # What comes when
//!
//! `dist` splits the module: the countdown first, then the composer, then the link
//! helper. `src/view/card.rs` says where; `app` knows what has come; `ui::chunk` is the
//! door between a chunk and the rest; `src/loader/chunks.js` brings them. The sentences
//! of the card's language come in two files: those of the countdown, and all others.
//!
//! # What is made while the widget is built
//!
//! `src/build` makes one line of each style sheet, and checks the language files and turns
//! them into the functions and the files that [`language`] includes.
//!
//! `src/package` is what makes `dist/` an npm package, `style` the custom properties,
//! the style sheet and the themes, `xtask` the commands and the local questionnaire.

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod calendar;
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
