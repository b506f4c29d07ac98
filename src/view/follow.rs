//! Following the account of the campaign.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::step::step;
use crate::app::card::Card;
use crate::browser::storage;
use crate::campaign::Step;
use crate::ui::element::El;
use crate::ui::reactive::{effect, text_signal};
use crate::ui::signal::{RwSignal, Signal};
use crate::ui::widgets::link;

/// What is kept once the person has followed.
const FOLLOWED: &str = "followed";

/// A line to tick, with a link to the account, which ticks it too: whether someone
/// follows is not told to a page.
pub fn follow(card: Card) -> El {
    let is_followed = RwSignal::new(storage::get(&card.key(FOLLOWED)).is_some());
    let tick = move |is_ticked: bool| {
        is_followed.set(is_ticked);
        let key = card.key(FOLLOWED);
        match is_ticked {
            true => storage::set(&key, "1"),
            false => storage::remove(&key),
        }
    };
    let account = move || card.wording(|wording| wording.follow.clone());
    effect(move || {
        let should_follow = account().is_some() && !is_followed.get();
        card.note(|progress| progress.should_follow = should_follow);
    });
    let sentence = text_signal(move || {
        account().map(|account| card.language().follow(&account)).unwrap_or_default()
    });
    let tick_box = El::new("input", "")
        .attr("type", "checkbox")
        .attr("id", "followed")
        .attr("part", "followed")
        .bind_flag("checked", is_followed.into())
        .on("change", move |event| tick(event_target::<HtmlInputElement>(event).checked()));
    let page =
        text_signal(move || card.wording(|wording| wording.page_to_follow()).unwrap_or_default());
    let name = text_signal(move || {
        page.get().split_once("://").map(|(_, name)| name.to_owned()).unwrap_or_default()
    });
    let has_page = Signal::derive(move || !page.get().is_empty());
    let to_account = link("follow", "", "", name, move |_| tick(true))
        .bind_attr("href", page)
        .attr("dir", "ltr")
        .shown_if(has_page);
    let label = El::new("label", "").attr("for", "followed").bind_text(sentence);
    step(card, Step::Follow, El::new("p", "step follow"))
        .with(tick_box)
        .with(El::new("span", "row").with(label).with(to_account))
        .shown_if(Signal::derive(move || account().is_some()))
}
