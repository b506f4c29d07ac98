//! What languages call themselves.

/// The languages that campaigns are written in most: a browser takes 16 ms to load the
/// names that it has (Chromium 156), while a reader waits for the countdown. As in CLDR,
/// Chinese by its script, which is what readers choose.
const NAMES: [(&str, &str); 16] = [
    ("en", "English"),
    ("zh", "中文"),
    ("zh-CN", "简体中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("zh-TW", "繁體中文"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("vi", "Tiếng Việt"),
    ("ru", "Русский"),
    ("es", "Español"),
    ("pt", "Português"),
    ("pt-BR", "Português (Brasil)"),
    ("tr", "Türkçe"),
    ("id", "Bahasa Indonesia"),
    ("ar", "العربية"),
];

/// The name of a language for itself, of those that are known here.
pub fn own_name(tag: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(tag)).map(|&(_, name)| name)
}
