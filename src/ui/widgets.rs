//! The pieces of which the card is made again and again.

use web_sys::Event;

use super::element::El;
use super::signal::Signal;

/// Creates a button with classes.
pub fn button(
    part: &str,
    class: &str,
    label: Signal<String>,
    pressed: impl FnMut() + 'static,
) -> El {
    boxed_button(part, class, label, Box::new(pressed))
}

fn boxed_button(
    part: &str,
    class: &str,
    label: Signal<String>,
    mut pressed: Box<dyn FnMut()>,
) -> El {
    El::new("button", class)
        .attr("type", "button")
        .attr("part", part)
        .bind_text(label)
        .on("click", move |_| pressed())
}

/// Creates a link to another page, which cannot reach back into this one.
pub fn link(
    part: &str,
    class: &str,
    address: &str,
    label: Signal<String>,
    pressed: impl FnMut(&Event) + 'static,
) -> El {
    boxed_link(part, class, address, label, Box::new(pressed))
}

fn boxed_link(
    part: &str,
    class: &str,
    address: &str,
    label: Signal<String>,
    pressed: Box<dyn FnMut(&Event)>,
) -> El {
    away(address).attr("part", part).attr("class", class).bind_text(label).on("click", pressed)
}

/// Creates a link to another page, without its text.
pub fn away(address: &str) -> El {
    El::new("a", "").attr("href", address).attr("target", "_blank").attr("rel", "noopener")
}

/// Creates a status line, which screen readers announce.
pub fn said(part: &str, class: &str, sentence: Signal<String>) -> El {
    announced(El::new("p", class)).attr("part", part).bind_text(sentence)
}

/// Has screen readers announce an element, as a whole, when it changes. The role
/// `status` would do the same, but some of them read that out where there is nothing
/// in it.
pub fn announced(element: El) -> El {
    element.attr("aria-live", "polite").attr("aria-atomic", "true")
}

/// Creates a notice.
pub fn notice(part: &str, class: &str, sentence: Signal<String>) -> El {
    El::new("p", class).attr("part", part).bind_text(sentence)
}

/// Creates a list of lines of text.
pub fn lines(class: &str, lines: Signal<Vec<String>>) -> El {
    // Two lines may read alike.
    let keys = move || {
        let key = |(at, line): (usize, String)| format!("{at} {line}");
        lines.get().into_iter().enumerate().map(key).collect()
    };
    El::new("ul", class).with_each(Signal::derive(keys), |key| {
        let line = key.split_once(' ').map_or("", |(_, line)| line);
        El::new("li", "").with(El::new("span", "").attr("dir", "auto").text(line))
    })
}

/// Creates the description of a field.
pub fn hint(id: &str, sentence: Signal<String>) -> El {
    El::new("p", "quiet").attr("id", id).bind_text(sentence)
}
