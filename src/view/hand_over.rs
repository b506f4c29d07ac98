//! Where a post goes from here.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::editor::{Editor, Press, Status};
use super::live::{self, text, whether};
use super::note_list::open_button;
use super::notes::Place;
use super::piece::Piece;
use super::pieces::{button, link, said};
use super::rule_list::failures;
use crate::browser::share::Shared;
use crate::browser::{address, clipboard, share};
use crate::draft::Report;
use crate::language::Phrases;
use crate::notebook::Way;

/// Copying, posting on Gate Square, sharing; and what comes after that.
pub fn hand_over(editor: Editor) -> Vec<Piece> {
    let card = editor.card;
    let status = editor.status;
    // Who stays on the page sees in time what is wrong. Who is about to leave
    // it is told before, and goes on by pressing again.
    let may_go = move |way: Way| {
        let is_warned = status
            .with_untracked(|status| matches!(status, Status::Warned(warned) if *warned == way));
        let goes = is_warned || editor.latest.with_untracked(Report::passes);
        if !goes {
            status.set(Status::Warned(way));
        }
        goes
    };
    // Some ways take a while; the person may have opened another note by then, or
    // the page may have taken the card down.
    let done_and =
        move |beside: fn(&Phrases) -> &'static str, way: Way, place: &Place, text: &str| {
            if status.try_set(Status::Done(way, beside)).is_some() {
                return;
            }
            if !text.trim().is_empty() {
                editor.notes.handed_over(place, text, way);
                editor.tell();
            }
            match way {
                Way::Copy => card.fire("campaign-copy", &[]),
                way => card.fire("campaign-share", &[("to", JsValue::from_str(way.name()))]),
            }
        };
    let done = move |way: Way, place: &Place, text: &str| done_and(|_| "", way, place, text);
    let failed = move |next: Status| {
        let _ = status.try_set(next);
        // A selection would take from an input method what it composes.
        if let Some(area) = editor.field().filter(|_| !editor.composes()) {
            let _ = area.focus();
            area.select();
        }
    };
    let copy_it = move |text: String, place: Place| {
        live::start(async move {
            match clipboard::copy(&text).await {
                true => done(Way::Copy, &place, &text),
                false => failed(Status::NotCopied),
            }
        });
    };
    let copy = move || {
        let (text, place) = (editor.take(), editor.notes.place());
        if text.trim().is_empty() {
            // Whatever is on the clipboard is worth more than nothing.
            return failed(Status::Empty);
        }
        copy_it(text, place);
    };
    let open_compose = move |event: &web_sys::Event| {
        let text = editor.take();
        if text.trim().is_empty() {
            return;
        }
        if !may_go(Way::Compose) {
            return event.prevent_default();
        }
        // At once, for the other page will have the focus.
        if clipboard::copy_now(&text) {
            done(Way::Compose, &editor.notes.place(), &text);
        } else {
            event.prevent_default();
            failed(Status::NotCopied);
        }
    };
    let for_x = move || editor.latest.with_untracked(|report| report.x.text.clone());
    let share_x = move || {
        let draft = editor.take();
        if !may_go(Way::X) {
            return;
        }
        // X's apps drop the text of an address. At once, for X will have the focus.
        let text = for_x();
        let is_copied = !text.trim().is_empty() && clipboard::copy_now(&text);
        let address = share::on_x(&text);
        let beside: fn(&Phrases) -> &'static str = match (&address, is_copied) {
            (Some(_), true) => |phrases| phrases.copied_too,
            (Some(_), false) => |_| "",
            (None, true) => |phrases| phrases.too_long_for_x,
            (None, false) => return failed(Status::NotCopied),
        };
        address::open(address.as_deref().unwrap_or(share::X));
        done_and(beside, Way::X, &editor.notes.place(), &draft);
    };
    let share_sheet = move || {
        let draft = editor.take();
        if !may_go(Way::Sheet) {
            return;
        }
        let (text, place) = (for_x(), editor.notes.place());
        live::start(async move {
            match share::share(&text).await {
                Shared::Sent => done(Way::Sheet, &place, &draft),
                Shared::Dismissed => {}
                Shared::Failed => copy_it(draft, place),
            }
        });
    };
    let sentence = move || {
        let phrases = card.phrases();
        match status.get() {
            Status::None => String::new(),
            Status::Cleared(_) | Status::Deleted(..) => phrases.gone.to_owned(),
            Status::Clash => phrases.clash.to_owned(),
            Status::Empty => phrases.placeholder.to_owned(),
            Status::NotCopied => phrases.not_copied.to_owned(),
            Status::Done(way, beside) => {
                let done = match editor.report.with(Report::passes) {
                    true => (phrases.handed_over)(way).to_owned(),
                    false => (phrases.handed_over_but)(&failures(editor, |_| true)),
                };
                match beside(phrases) {
                    "" => done,
                    beside => [&done, phrases.between_sentences, beside].concat(),
                }
            }
            Status::Warned(_) => (phrases.not_yet)(&failures(editor, |_| true)),
        }
    };
    let class = move || match status.get() {
        Status::Warned(_) | Status::NotCopied | Status::Clash => "said notice",
        _ => "said",
    };
    let is_done = whether(move || matches!(status.get(), Status::Done(..)));
    let can_undo =
        whether(move || matches!(status.get(), Status::Cleared(_) | Status::Deleted(..)));
    let undo = move || match status.get_untracked() {
        Status::Cleared(text) => editor.press(Press::Restore(text)),
        Status::Deleted(place, note) => {
            let button = open_button(&note.id);
            editor.notes.bring_back(&place, note);
            editor.tell();
            status.set(editor.standing());
            card.focus_soon(button);
        }
        _ => {}
    };
    let is_begun = whether(move || editor.draft.with(|draft| !draft.is_empty()));
    let label = |read| card.phrase(read);
    let mut ways = Piece::new("div", "row").with(button(
        "copy",
        "primary",
        label(|phrases| phrases.copy),
        copy,
    ));
    if let Some(compose) = card.campaign.with_value(|campaign| campaign.compose.clone()) {
        let open = label(|phrases| phrases.open_compose);
        ways = ways.with(link("open-compose", "button", &compose, open, open_compose));
    }
    ways = ways.with(button("share-x", "", label(|phrases| phrases.share_x), share_x));
    if share::is_there() {
        ways = ways.with(button("share", "", label(|phrases| phrases.share), share_sheet));
    }
    let next_step = label(|phrases| phrases.next_step);
    let start = move || editor.press(Press::Start);
    let clear = move || editor.press(Press::Clear);
    let after = Piece::new("div", "row")
        .with(
            button("next-step", "small primary", next_step, move || card.go_to("link"))
                .shown_if(is_done),
        )
        .with(button("undo", "small", label(|phrases| phrases.undo), undo).shown_if(can_undo))
        .with(button("new-draft", "small", label(|p| p.new_draft), start).shown_if(is_begun))
        .with(button("clear", "small", label(|phrases| phrases.clear), clear).shown_if(is_begun));
    vec![ways, said("handed-over", "", text(sentence)).live_attr("class", text(class)), after]
}
