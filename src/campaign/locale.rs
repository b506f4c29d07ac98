//! Choosing among languages.

/// The index of the language that suits best, if any does.
///
/// `wanted` and `available` are language tags (BCP 47), the best first. Each
/// wanted tag is looked up as RFC 4647 section 3.4 does, whole and then
/// shortened from its end; failing that, any available tag of the same
/// language will do. For Chinese, a tag in the wanted script goes before one
/// in the other, even before a bare `zh`.
///
/// # Examples
///
/// ```
/// use campaign_widget::campaign::choose;
///
/// assert_eq!(choose(&["pt-BR", "en-GB"], &["zh-CN", "en"]), Some(1));
/// assert_eq!(choose(&["zh-HK"], &["zh-CN", "zh-Hant"]), Some(1));
/// assert_eq!(choose(&["ar"], &["zh-CN", "en"]), None);
/// ```
pub fn choose<W: AsRef<str>>(wanted: &[W], available: &[&str]) -> Option<usize> {
    wanted.iter().find_map(|wanted| lookup(wanted.as_ref(), available))
}

fn lookup(wanted: &str, available: &[&str]) -> Option<usize> {
    let position = |suits: &dyn Fn(&str) -> bool| available.iter().position(|tag| suits(tag));
    let mut range = wanted;
    while let Some((shorter, _)) = range.rsplit_once('-') {
        if let Some(index) = position(&|tag| tag.eq_ignore_ascii_case(range)) {
            return Some(index);
        }
        range = shorter;
    }
    let same_language = |tag: &str| primary(tag).eq_ignore_ascii_case(range);
    let same_script = |tag: &str| is_traditional(tag) == is_traditional(wanted);
    position(&|tag| tag.eq_ignore_ascii_case(range) && same_script(tag))
        .or_else(|| position(&|tag| same_language(tag) && same_script(tag)))
        .or_else(|| position(&same_language))
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// Whether this is a tag of Chinese in Traditional characters.
fn is_traditional(tag: &str) -> bool {
    if !primary(tag).eq_ignore_ascii_case("zh") {
        return false;
    }
    let mut traditional = false;
    for subtag in tag.split('-').skip(1) {
        match subtag.to_ascii_lowercase().as_str() {
            "hans" => return false,
            "hant" => return true,
            "tw" | "hk" | "mo" => traditional = true,
            _ => {}
        }
    }
    traditional
}

/// Whether `text` has the form of a language tag, RFC 5646 section 2.1.
pub(super) fn is_language(text: &str) -> bool {
    let subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let first = primary(text);
    first.len() >= 2
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && text.split('-').all(subtag)
}
