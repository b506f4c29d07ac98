//! Choosing among languages.

/// Returns the index of the best match in `available`, if any matches.
///
/// Both are language tags (BCP 47), the preferred first, or names as systems
/// write them, such as `zh_CN.UTF-8`. Each wanted tag is looked up as RFC 4647
/// section 3.4 describes, whole and then shortened from its end; failing that,
/// any available tag of the same language matches. For Chinese, a tag in the
/// wanted script precedes one in the other, and even a bare `zh`.
///
/// # Examples
///
/// ```
/// use campaign_widget::campaign::choose;
///
/// assert_eq!(choose(&["pt-BR", "en-GB"], &["zh-CN", "en"]), Some(1));
/// assert_eq!(choose(&["zh_CN.UTF-8"], &["en", "zh-CN"]), Some(1));
/// assert_eq!(choose(&["zh-HK"], &["zh-CN", "zh-Hant"]), Some(1));
/// assert_eq!(choose(&["ar"], &["zh-CN", "en"]), None);
/// ```
pub fn choose<W: AsRef<str>>(wanted: &[W], available: &[&str]) -> Option<usize> {
    let available: Vec<String> = available.iter().map(|tag| plain(tag)).collect();
    wanted.iter().find_map(|wanted| lookup(&plain(wanted.as_ref()), &available))
}

fn lookup(wanted: &str, available: &[String]) -> Option<usize> {
    let position = |suits: &dyn Fn(&str) -> bool| available.iter().position(|tag| suits(tag));
    let mut range = wanted;
    while let Some((shorter, _)) = range.rsplit_once('-') {
        if let Some(index) = position(&|tag| tag == range) {
            return Some(index);
        }
        range = shorter;
    }
    let same_language = |tag: &str| primary(tag) == range;
    let same_script = |tag: &str| is_traditional(tag) == is_traditional(wanted);
    position(&|tag| tag == range && same_script(tag))
        .or_else(|| position(&|tag| same_language(tag) && same_script(tag)))
        .or_else(|| position(&same_language))
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// Deprecated language codes and codes of macrolanguages, each with the code by
/// which it is compared: CLDR's aliases and language matching, for languages
/// that people post in. Cantonese is matched to the Chinese of Hong Kong.
const SAME: [(&str, &str); 14] = [
    ("cmn", "zh"),
    ("zho", "zh"),
    ("chi", "zh"),
    ("wuu", "zh"),
    ("hak", "zh"),
    ("nan", "zh"),
    ("yue", "zh-hk"),
    ("eng", "en"),
    ("iw", "he"),
    ("in", "id"),
    ("ji", "yi"),
    ("nb", "no"),
    ("tl", "fil"),
    ("mo", "ro"),
];

/// Normalizes a tag for comparison: lower case, without what POSIX and Java add
/// (`zh_CN.UTF-8@pinyin`, `zh_HK_#Hans`), and with one code per language, even
/// behind its macrolanguage (`zh-cmn-Hans`).
fn plain(tag: &str) -> String {
    let tag = tag.trim().chars().take_while(|c| !matches!(c, '.' | '@' | ',' | ';'));
    let sign = |c: char| if c == '_' { '-' } else { c.to_ascii_lowercase() };
    let tag: String = tag.filter(|&c| c != '#').map(sign).collect();
    let known = |tag: &str| {
        let (_, same) = SAME.iter().find(|(other, _)| *other == primary(tag))?;
        Some([same, tag.get(primary(tag).len()..)?].concat())
    };
    let kind = tag.strip_prefix("zh-").and_then(known).filter(|kind| primary(kind) == "zh");
    kind.or_else(|| known(&tag)).unwrap_or(tag)
}

/// Whether this is a normalized tag of Chinese in Traditional characters.
fn is_traditional(tag: &str) -> bool {
    if primary(tag) != "zh" {
        return false;
    }
    let mut traditional = false;
    for subtag in tag.split('-') {
        match subtag {
            "hans" => return false,
            "hant" => return true,
            "tw" | "hk" | "mo" => traditional = true,
            // Also of Cantonese, which stands as zh-hk-cn here.
            "cn" => traditional = false,
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
