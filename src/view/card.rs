//! The card: its parts, in their order.

use std::sync::Arc;

#[cfg(feature = "split")]
use wasm_split_macros::wasm_split;

use super::composer::composer;
use super::countdown::countdown;
use super::ending::ending;
use super::language_switch::language_switch;
use super::link_helper::link_helper;
use crate::app::attributes::Attributes;
use crate::app::card::Card;
use crate::app::chunks::Chunk;
use crate::app::clock::CardClock;
use crate::browser::host::Host;
use crate::browser::page::{self, Stage};
use crate::browser::{device, storage};
use crate::campaign::{Campaign, Phase};
use crate::language::Language;
use crate::ui::chunk;
use crate::ui::element::El;
use crate::ui::reactive::{Slot, effect, text_signal};
use crate::ui::signal::{RwSignal, Signal};
use crate::ui::stored_value::StoredValue;
use crate::ui::widgets::{button, lines, link, notice};

/// The card of one campaign.
pub fn card(attributes: Attributes, time: CardClock, campaign: Arc<Campaign>) -> El {
    let window = campaign.window;
    let kept = storage::get(&format!("{}:language", campaign.id));
    let chosen = kept.and_then(|kept| campaign.languages.iter().position(|(tag, _)| *tag == kept));
    if let Some((tag, _)) = chosen.and_then(|chosen| campaign.languages.get(chosen)) {
        attributes.chunks.prefer(tag);
    }
    let card = Card {
        window,
        chosen: RwSignal::new(chosen),
        campaign: StoredValue::new(campaign),
        progress: RwSignal::default(),
        summary: RwSignal::default(),
        timeline: El::drawing("svg", "timeline"),
        time,
        attributes,
    };
    let chunks = attributes.chunks;
    effect(move || card.fire("campaign-ready", &[]));
    let mut before = None;
    effect(move || {
        let phase = card.phase();
        if before.replace(phase) != Some(phase) {
            card.fire("campaign-phase", &[("phase", phase.name().into())]);
            card.keep_focus();
        }
    });
    let title = text_signal(move || card.wording(|wording| wording.title.clone()));
    let header = El::new("header", "")
        .with_if(time.preview.into(), move || {
            notice("preview", "preview", card.phrase(Language::preview))
        })
        .with(
            El::new("h2", "")
                .attr("part", "title")
                .attr("dir", "auto")
                .bind_attr("lang", card.wording_lang())
                .bind_text(title),
        )
        .with_all(language_switch(card).into_iter().collect());
    let is_unfolded = RwSignal::new(false);
    let unfold = text_signal(move || match card.phase() {
        Phase::Closed => card.language().my_posts(),
        _ => card.language().take_part(),
    });
    let unfold = button("take-part", "primary", unfold, move || {
        is_unfolded.set(true);
        // What is there for other campaigns, or folded, takes no focus.
        let first = match card.phase() {
            Phase::Closed => ":is(summary, .address):not([hidden] *)",
            _ => ":is(input, textarea, a):not([hidden] *, details:not([open]) *)",
        };
        card.focus_soon([".steps ", first].concat());
    });
    let class = text_signal(move || if is_unfolded.get() { "card" } else { "card folded" });
    let steps = El::new("div", "steps")
        .with_if(chunks.draws(Chunk::Composer), move || chunk::made(late_composer(card)))
        .with_if(chunks.awaits(Chunk::Composer), || room("composer"))
        .with_if(chunks.draws(Chunk::Links), move || chunk::made(late_link_helper(card)))
        .with_if(chunks.awaits(Chunk::Links), || room("links"))
        .with_if(chunks.are_missing(), move || missing(card));
    let article = El::new("article", "")
        .bind_attr("class", class)
        .bind_attr("lang", text_signal(move || card.language().tag()))
        .bind_attr("dir", card.phrase(Language::direction))
        .bind_attr("data-phase", text_signal(move || card.phase().name()))
        .with(header)
        .with(
            countdown(card)
                .with_if(chunks.draws(Chunk::Composer), move || chunk::made(late_ending(card)))
                .with_if(chunks.awaits(Chunk::Composer), || room("ending")),
        )
        .with(unfold)
        .with(steps)
        .with(facts(card));
    El::new("div", "room").with(article)
}

#[cfg_attr(feature = "split", wasm_split(composer, wasm_split_path = crate::ui::chunk))]
fn late_ending(card: Card) -> El {
    ending(card)
}

#[cfg_attr(feature = "split", wasm_split(composer, wasm_split_path = crate::ui::chunk))]
fn late_composer(card: Card) -> El {
    if card.attributes.host.try_with_value(Host::holds_more).unwrap_or_default() {
        // More of the page is in the element, and stays in sight.
        device::report(card.language().not_closed());
    }
    composer(card)
}

#[cfg_attr(feature = "split", wasm_split(links, wasm_split_path = crate::ui::chunk))]
fn late_link_helper(card: Card) -> El {
    link_helper(card)
}

/// The room of what is on its way, so that the page moves little when it is there.
fn room(class: &str) -> El {
    El::new("div", &["awaited ", class].concat())
}

/// What stands for chunks that cannot be loaded. They are loaded by a press, and when
/// the person comes back to the page or the connection does.
fn missing(card: Card) -> El {
    let chunks = card.attributes.chunks;
    Slot::here().keep(page::on(Stage::Stores, move || chunks.load_missing()));
    let form = card.campaign.with_value(|campaign| campaign.questionnaire.page.clone());
    let load = card.phrase(Language::load_again);
    let to_form = card.phrase(Language::open_questionnaire);
    El::new("div", "missing")
        .attr("part", "load-notice")
        .attr("role", "alert")
        .with(El::new("p", "notice").bind_text(card.phrase(Language::not_loaded)))
        .with(
            El::new("div", "row")
                .with(button("load-again", "primary", load, move || chunks.load_missing()))
                .with(link("open-questionnaire", "button", &form, to_form, |_| ())),
        )
}

/// What can be won, and where to read more.
fn facts(card: Card) -> El {
    let rewards = move || card.wording(|wording| wording.rewards.clone());
    let details = card.campaign.with_value(|campaign| campaign.details.clone());
    let label = card.phrase(Language::details);
    let details = details.map(|details| link("details", "", &details, label, |_| ()));
    El::new("footer", "facts")
        .with(lines("rewards", Signal::derive(rewards)).bind_attr("lang", card.wording_lang()))
        .with_all(details.into_iter().collect())
}
