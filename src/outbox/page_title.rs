//! The title of a page that came instead of an answer.

/// Returns the text of the first `title` or, without one, of the first heading: what a
/// proxy, a login or a framework's guard says of itself.
pub(super) fn page_title(page: &str) -> Option<String> {
    ["title", "h1"].into_iter().find_map(|name| text_of(page, name))
}

fn text_of(page: &str, name: &str) -> Option<String> {
    // ASCII keeps its length in lower case.
    let lower = page.to_ascii_lowercase();
    let start = lower.find(&["<", name].concat())?;
    let from = start + lower.get(start..)?.find('>')? + 1;
    let to = from + lower.get(from..)?.find('<')?;
    let text = page.get(from..to)?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
