//! The whole widget: the card when there is a campaign, and the page's own
//! content when there is none.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::card::card;
use super::inputs::Inputs;
use super::live::{Keeper, effect};
use super::piece::{Mounted, Piece};
use super::source::{Source, follow};
use super::time::Time;
use super::trouble::trouble_report;
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
            Source::Awaited => vec![Mounted::into(&parent, || Piece::new("slot", ""))],
            Source::Ready(campaign) => {
                vec![Mounted::into(&parent, || {
                    on_own_ground(card(inputs, time, language, campaign))
                })]
            }
            Source::Failed(trouble) => vec![
                Mounted::into(&parent, || on_own_ground(trouble_report(inputs, language, trouble))),
                Mounted::into(&parent, || Piece::new("slot", "")),
            ],
        }));
    });
}

/// Away from the page's style. The page's own content keeps it, and so stands
/// beside; what says its language stands inside, for a browser counts that as
/// style as well.
fn on_own_ground(piece: Piece) -> Piece {
    Piece::new("div", "ground").with(piece)
}
