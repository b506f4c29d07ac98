//! End-to-end tests: the built widget in a real browser, on a page under the
//! strictest policy, with a real questionnaire on another origin.
//!
//! `CAMPAIGN_WIDGET_DIST` names the built `dist` directory, `CHROME` the
//! browser and `CHROMEDRIVER` the driver where they are not on the path; so do
//! `FIREFOX` and `GECKODRIVER` where `CAMPAIGN_WIDGET_ENGINE` is `firefox`.
//! `CAMPAIGN_WIDGET_HOSTS` names what `tests/hosts/build.mjs` has built.

mod accessibility;
mod aloud;
mod announcement;
mod answers;
mod any_time;
mod attributes;
mod backends;
mod browsers;
mod by_hand;
mod card;
mod chosen_language;
mod chunks;
mod clipboard;
mod composing;
mod connections;
mod contrast;
mod countdown;
mod crowd;
mod data_layer;
mod delivery;
mod desktop;
mod draft;
mod drafts;
mod elements;
mod ending;
mod endpoint_options;
mod engine;
mod engines;
mod failures;
mod findings;
mod form_backend;
mod frame;
mod gallery;
mod harness;
mod hosts;
mod input_methods;
mod keyboard;
mod language_files;
mod languages;
mod leaks;
mod lifecycle;
mod links;
mod loader;
mod nothing_lost;
mod offline_worker;
mod outbox;
#[path = "../conformance/packages.rs"]
mod packages;
mod pictures;
mod places;
#[path = "../support/plural_category.rs"]
mod plural_category;
mod policy;
mod published;
mod reader;
mod screen_reader;
mod scripts;
mod setup;
mod share;
mod shown;
mod sources;
mod steady;
mod steps;
mod storage;
mod strange_pages;
mod strange_scripts;
mod surface;
mod table_of_answers;
mod trouble;
mod typing;
mod unannounced;
mod wait;
mod window;
