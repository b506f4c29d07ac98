//! The small pieces of which the card is made. Each is of one type wherever it
//! stands, so that a browser loads its code once.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::live::whether;

/// What happens at a press.
type Pressed = Box<dyn FnMut(MouseEvent)>;

/// A button, in the look of the classes.
pub fn button(
    part: &'static str,
    class: &'static str,
    label: Signal<String>,
    mut pressed: impl FnMut() + 'static,
) -> impl IntoView {
    plain_button(part, class, label, Signal::stored(false), Box::new(move |_| pressed()))
}

/// A button that is out of sight at times.
pub fn button_if(
    is_there: Signal<bool>,
    part: &'static str,
    class: &'static str,
    label: Signal<String>,
    mut pressed: impl FnMut() + 'static,
) -> impl IntoView {
    let hidden = whether(move || !is_there.get());
    plain_button(part, class, label, hidden, Box::new(move |_| pressed()))
}

fn plain_button(
    part: &'static str,
    class: &'static str,
    label: Signal<String>,
    hidden: Signal<bool>,
    pressed: Pressed,
) -> impl IntoView {
    view! {
        <button type="button" part=part class=class hidden=hidden on:click=pressed>
            {label}
        </button>
    }
}

/// A link to another page, which cannot reach back into this one.
pub fn link(
    part: &'static str,
    class: &'static str,
    address: String,
    label: Signal<String>,
    pressed: impl FnMut(MouseEvent) + 'static,
) -> impl IntoView {
    plain_link(part, class, address, label, Box::new(pressed))
}

fn plain_link(
    part: &'static str,
    class: &'static str,
    address: String,
    label: Signal<String>,
    pressed: Pressed,
) -> impl IntoView {
    view! {
        <a part=part class=class href=address target="_blank" rel="noopener" on:click=pressed>
            {label}
        </a>
    }
}

/// A line in which something is said once it happens, also aloud.
pub fn said(part: &'static str, class: Signal<String>, sentence: Signal<String>) -> impl IntoView {
    view! { <p class=class part=part role="status">{sentence}</p> }
}

/// A paragraph that is there only at times.
pub fn notice(
    is_there: Signal<bool>,
    part: &'static str,
    class: &'static str,
    sentence: Signal<String>,
) -> impl IntoView {
    move || is_there.get().then(|| view! { <p class=class part=part>{sentence}</p> })
}

/// The heading of a field, which is its label too.
pub fn heading(field: &'static str, label: Signal<String>) -> impl IntoView {
    view! { <h3><label for=field>{label}</label></h3> }
}

/// A quiet line that describes a field.
pub fn hint(id: &'static str, sentence: Signal<String>) -> impl IntoView {
    view! { <p class="quiet" id=id>{sentence}</p> }
}
