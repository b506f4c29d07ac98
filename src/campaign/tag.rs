//! The campaign's hashtag, as the file gives it.

/// Whether `text` can be a campaign's hashtag: a `#`, something after it that
/// neither begins nor ends with white space, and at most one more `#`, at the
/// very end. `#one`, `#two words#`.
pub(super) fn is_tag(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('#') else {
        return false;
    };
    let inside = inside.strip_suffix('#').unwrap_or(inside);
    let one_line = !inside.chars().any(|c| c.is_control() || matches!(c, '#' | '＃' | '﹟'));
    one_line && inside.trim() == inside && inside.chars().any(char::is_alphanumeric)
}
