//! The whole widget: the card when there is a campaign, and the page's own
//! content when there is none, or when more of the page is in it.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::card::card;
use super::inputs::Inputs;
use super::live::{Keeper, effect};
use super::piece::{Mounted, Piece};
use super::source::{Source, follow};
use super::time::Time;
use super::trouble::trouble_report;
use crate::browser::host::Host;
use crate::language::Language;

/// Draws the widget into `parent`, and draws it anew whenever the page names
/// another campaign.
pub fn draw(inputs: Inputs, parent: HtmlElement) {
    let time = Time::start(inputs);
    let source = follow(inputs, time);
    let language = Memo::new(move |_| Language::choose(&inputs.languages.get()));

    let drawn = Keeper::here();
    effect(move || {
        let source = source.get();
        drawn.let_go();
        drawn.keep(untrack(|| match source {
            Source::Awaited => vec![content(&parent)],
            Source::Ready(campaign) => {
                let card = Box::new(move || card(inputs, time, language, campaign));
                let mut drawn = vec![on_own_ground(&parent, card)];
                if inputs.host.try_with_value(Host::holds_more).unwrap_or_default() {
                    let says = language.get_untracked().phrases().holds_more;
                    leptos::logging::error!("<campaign-widget>: {says}");
                    drawn.push(content(&parent));
                }
                drawn
            }
            Source::Failed(trouble) => vec![
                on_own_ground(&parent, Box::new(move || trouble_report(inputs, language, trouble))),
                content(&parent),
            ],
        }));
    });
}

/// The page's own content, in the page's style.
fn content(parent: &HtmlElement) -> Mounted {
    Mounted::into(parent, || Piece::new("slot", ""))
}

/// A piece that is away from the page's style. What says its language stands
/// inside the ground, for a browser counts that as style as well.
fn on_own_ground(parent: &HtmlElement, make: Box<dyn FnOnce() -> Piece>) -> Mounted {
    Mounted::into(parent, || Piece::new("div", "ground").with(make()))
}
