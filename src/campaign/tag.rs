//! The campaign hashtag of the file.

use crate::unicode::is_blank;
use crate::unicode::may_be_letter;

/// Whether `text` can be a campaign hashtag: a `#`, text that neither begins
/// nor ends with white space, and at most one more `#`, at the very end.
/// `#one`, `#two words#`.
pub(super) fn is_tag(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('#') else {
        return false;
    };
    let inside = inside.strip_suffix('#').unwrap_or(inside);
    inside.trim_matches(is_blank) == inside
        && inside.chars().any(may_be_letter)
        && !inside.chars().any(is_foreign)
}

/// Whether `c` cannot be in a hashtag: another sign, a control or line
/// separator, or an invisible character that is pasted by accident.
fn is_foreign(c: char) -> bool {
    let unseen = matches!(c, '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}');
    unseen || c.is_control() || matches!(c, '#' | '＃' | '﹟')
}
