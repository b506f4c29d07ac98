//! Where a post goes from here.

use wasm_bindgen::JsValue;

use super::draft_list::open_button;
use super::rule_list::failures;
use super::step::{heading, step};
use crate::app::editor::Editor;
use crate::browser::share::Shared;
use crate::browser::{address, clipboard, share};
use crate::campaign::Step;
use crate::editor::{Beside, Press, Status};
use crate::language::Language;
use crate::notebook::ShareTarget;
use crate::ui::element::El;
use crate::ui::reactive::{self, text_signal};
use crate::ui::signal::Signal;
use crate::ui::widgets::{button, link, said};

/// Copying, posting on Gate Square, sharing; and what comes after that.
pub fn share_bar(editor: Editor) -> El {
    let card = editor.card;
    let status = editor.status;
    // Who stays on the page sees in time what is wrong. Who is about to leave
    // it is told before, and goes on by pressing again.
    let may_go = move |target: ShareTarget| {
        let is_warned = status
            .with_untracked(|status| matches!(status, Status::Warned(warned) if *warned == target));
        let goes = is_warned || editor.latest.with_untracked(|report| report.passes());
        if !goes {
            editor.say(Status::Warned(target));
        }
        goes
    };
    // Some ways take a while; the person may have opened another draft by then, or
    // the page may have taken the card down.
    let done_and = move |beside: Beside, target: ShareTarget, id: &str, text: &str| {
        if editor.field().is_none() {
            return;
        }
        editor.share(id.to_owned(), text.to_owned(), target, beside);
        match target {
            ShareTarget::Copy => card.fire("campaign-copy", &[]),
            target => card.fire("campaign-share", &[("to", JsValue::from_str(target.name()))]),
        }
    };
    let done = move |target: ShareTarget, id: &str, text: &str| {
        done_and(Beside::Nothing, target, id, text)
    };
    let failed = move |next: Status| {
        editor.say(next);
        // A selection would take from an input method what it composes.
        if let Some(area) = editor.field().filter(|_| !editor.composes()) {
            let _ = area.focus();
            area.select();
        }
    };
    let open_id = move || editor.open(|draft| draft.id.clone()).unwrap_or_default();
    let copy_it = move |text: String, id: String| {
        reactive::start(async move {
            match clipboard::copy(&text).await {
                true => done(ShareTarget::Copy, &id, &text),
                false => failed(Status::NotCopied),
            }
        });
    };
    let copy = move || {
        let (text, id) = (editor.take(), open_id());
        if text.trim().is_empty() {
            // Whatever is on the clipboard is worth more than nothing.
            return failed(Status::Empty);
        }
        copy_it(text, id);
    };
    let open_compose = move |event: &web_sys::Event| {
        let text = editor.take();
        if text.trim().is_empty() {
            return;
        }
        if !may_go(ShareTarget::Compose) {
            return event.prevent_default();
        }
        // At once, for the other page will have the focus.
        if clipboard::copy_now(&text) {
            done(ShareTarget::Compose, &open_id(), &text);
        } else {
            event.prevent_default();
            failed(Status::NotCopied);
        }
    };
    let for_x = move || editor.latest.with_untracked(|report| report.x.text.clone());
    let share_x = move || {
        let draft = editor.take();
        if !may_go(ShareTarget::X) {
            return;
        }
        // X's apps drop the text of an address. At once, for X will have the focus.
        let text = for_x();
        let is_copied = !text.trim().is_empty() && clipboard::copy_now(&text);
        let address = share::on_x(&text);
        let beside = match (&address, is_copied) {
            (Some(_), true) => Beside::Copied,
            (Some(_), false) => Beside::Nothing,
            (None, true) => Beside::TooLongForX,
            (None, false) => return failed(Status::NotCopied),
        };
        address::open(address.as_deref().unwrap_or(share::X));
        done_and(beside, ShareTarget::X, &open_id(), &draft);
    };
    let share_sheet = move || {
        let draft = editor.take();
        if !may_go(ShareTarget::Sheet) {
            return;
        }
        let (text, id) = (for_x(), open_id());
        reactive::start(async move {
            match share::share(&text).await {
                Shared::Sent => done(ShareTarget::Sheet, &id, &draft),
                Shared::Dismissed => {}
                Shared::Failed => copy_it(draft, id),
            }
        });
    };
    let sentence =
        move || {
            let language = card.language();
            match status.get() {
                Status::None => String::new(),
                Status::Cleared(_) | Status::Deleted(..) => language.deleted().to_owned(),
                Status::Conflict => language.conflict().to_owned(),
                Status::Empty => language.placeholder().to_owned(),
                Status::NotCopied => language.not_copied().to_owned(),
                Status::Shared(target, beside) => {
                    let done = match editor.report.with(|report| report.passes()) {
                        true => language.shared(target).to_owned(),
                        false => language
                            .shared_failing(&failures(editor).join(language.between_failures())),
                    };
                    let beside = match beside {
                        Beside::Nothing => return done,
                        Beside::Copied => language.also_copied(),
                        Beside::TooLongForX => language.too_long_for_x(),
                    };
                    [&done, language.between_sentences(), beside].concat()
                }
                Status::Warned(_) => language
                    .fails_before_sharing(&failures(editor).join(language.between_failures())),
            }
        };
    let class = move || match status.get() {
        Status::Warned(_) | Status::NotCopied | Status::Conflict => "said notice",
        _ => "said",
    };
    let is_done = Signal::derive(move || matches!(status.get(), Status::Shared(..)));
    let can_undo =
        Signal::derive(move || matches!(status.get(), Status::Cleared(_) | Status::Deleted(..)));
    let undo = move || {
        let deleted = status.with_untracked(|status| match status {
            Status::Deleted(draft) => Some(open_button(&draft.id)),
            _ => None,
        });
        editor.press(Press::Undo);
        if let Some(button) = deleted {
            card.focus_soon(button);
        }
    };
    // A campaign with a page of its own has the post there first.
    let compose = card.campaign.with_value(|campaign| campaign.compose.clone());
    let has_page = compose.is_some();
    let class_of = move |way: ShareTarget| {
        text_signal(move || {
            let is_composed = matches!(editor.shared(), Some((ShareTarget::Compose, _)));
            let next = match has_page && !is_composed {
                true => ShareTarget::Compose,
                false => ShareTarget::X,
            };
            if way == next { "primary button" } else { "button" }
        })
    };
    let mut ways = El::new("div", "row ways");
    if let Some(compose) = compose {
        let open = card.phrase(Language::open_compose);
        let compose = link("open-compose", "", &compose, open, open_compose);
        ways = ways.with(compose.bind_attr("class", class_of(ShareTarget::Compose)));
    }
    let share_x = button("share-x", "", card.phrase(Language::share_x), share_x);
    ways = ways.with(share_x.bind_attr("class", class_of(ShareTarget::X))).with(button(
        "copy",
        "",
        card.phrase(Language::copy),
        copy,
    ));
    if share::is_there() {
        ways = ways.with(button("share", "plain", card.phrase(Language::share), share_sheet));
    }
    let next_step = card.phrase(Language::next_step);
    let after = El::new("div", "row")
        .with(button("next-step", "small", next_step, move || card.go_to("link")).shown_if(is_done))
        .with(button("undo", "small", card.phrase(Language::undo), undo).shown_if(can_undo));
    step(card, Step::Share, El::new("section", "step share"))
        .with(heading(card, Step::Share, "share", card.phrase(Language::share_heading)))
        .with(ways)
        .with(
            said("share-status", "", text_signal(sentence)).bind_attr("class", text_signal(class)),
        )
        .with(after)
}
