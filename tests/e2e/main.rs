//! End-to-end tests: the built widget in a real browser, on a page under the
//! strictest policy, with a real questionnaire on another origin.
//!
//! `CAMPAIGN_WIDGET_DIST` names the built `dist` directory, `CHROMEDRIVER`
//! the driver where it is not on the path.

mod announcement;
mod by_hand;
mod card;
mod countdown;
mod draft;
mod driver;
mod harness;
mod links;
mod screenshots;
mod wait;
