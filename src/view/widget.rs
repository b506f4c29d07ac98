//! The whole widget: the card when there is a campaign, and the page's own
//! content when there is none, or when more of the page is in it.

use leptos::prelude::*;
#[cfg(feature = "split")]
use wasm_split_macros::wasm_split;
use web_sys::HtmlElement;

use super::card::card;
use super::trouble::trouble_report;
use crate::app::attributes::Attributes;
use crate::app::campaign_source::{Source, follow};
use crate::app::chunks::Chunk;
use crate::app::clock::CardClock;
use crate::browser::host::Host;
use crate::campaign::Trouble;
use crate::ui::chunk;
use crate::ui::element::{El, Mounted};
use crate::ui::reactive::{Slot, effect};

/// Renders the widget into `parent`, and again whenever the page names another
/// campaign.
pub fn draw(attributes: Attributes, parent: HtmlElement) {
    let time = CardClock::start(attributes);
    let source = follow(attributes, time);

    let drawn = Slot::here();
    effect(move || {
        let source = source.get();
        drawn.let_go();
        drawn.keep(untrack(|| match source {
            Source::Awaited => vec![content(&parent)],
            Source::Ready(campaign) => {
                let card = Box::new(move || card(attributes, time, campaign));
                let mut drawn = vec![in_reset_root(&parent, card)];
                if attributes.host.try_with_value(Host::holds_more).unwrap_or_default() {
                    drawn.push(content(&parent));
                }
                drawn
            }
            Source::Failed(trouble) => {
                let report = Box::new(move || report(attributes, trouble));
                vec![in_reset_root(&parent, report), content(&parent)]
            }
        }));
    });
}

/// The report for the page's author, who waits so that readers need not: it comes with
/// the last chunk.
fn report(attributes: Attributes, trouble: Trouble) -> El {
    El::new("div", "").with_if(attributes.chunks.has(Chunk::Links), move || {
        chunk::made(late_trouble_report(attributes, trouble.clone()))
    })
}

#[cfg_attr(feature = "split", wasm_split(links, wasm_split_path = crate::ui::chunk))]
fn late_trouble_report(attributes: Attributes, trouble: Trouble) -> El {
    trouble_report(attributes, trouble)
}

/// The page's own content, in the page's style.
fn content(parent: &HtmlElement) -> Mounted {
    Mounted::into(parent, || El::new("slot", ""))
}

/// Mounts an element apart from the page's style. Its `lang` is set inside the
/// reset root, since browsers treat that as style as well.
fn in_reset_root(parent: &HtmlElement, make: Box<dyn FnOnce() -> El>) -> Mounted {
    Mounted::into(parent, || El::new("div", "reset-root").with(make()))
}
