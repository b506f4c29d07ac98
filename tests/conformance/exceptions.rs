//! Where the widget is meant to differ from twitter-text, or does not follow it.

use std::collections::{HashMap, HashSet};

use super::oracle::Oracle;

/// The last version of Emoji whose pictographs twitter-text 3.1.0 knows.
pub const LAST: u32 = 11;

/// All emoji of Unicode, with all skin tones.
pub fn emoji_of_unicode() -> Vec<String> {
    let all = emojis::iter().flat_map(|emoji| match emoji.skin_tones() {
        Some(tones) => tones.collect(),
        None => vec![emoji],
    });
    all.map(|emoji| emoji.as_str().to_owned()).collect()
}

/// Texts that may be read differently: those with one of these emoji, and those
/// that [`is_cut`] names.
pub struct Exceptions {
    /// Emoji of Unicode of which twitter-text counts the parts, because they are
    /// newer than its list or missing there (♾️). X's servers know them. By their
    /// first character.
    unknown: HashMap<char, Vec<String>>,
    /// Newer pictographs. With a joiner before or behind them or a skin tone behind
    /// them, the widget makes one emoji of them whether Unicode lists it or not, so
    /// that it will know those of next year.
    newer: HashSet<char>,
}

impl Exceptions {
    pub fn new(oracle: &mut Oracle) -> Self {
        let all = emoji_of_unicode();
        let mut unknown: HashMap<_, Vec<_>> = HashMap::new();
        for (emoji, reading) in all.iter().zip(oracle.ask(&all)) {
            if reading.weight != 2 {
                let first = emoji.chars().next().expect("an emoji");
                unknown.entry(first).or_default().push(emoji.clone());
            }
        }
        let newer = emojis::iter().filter(|emoji| emoji.unicode_version().major() > LAST);
        let alone = |emoji: &emojis::Emoji| {
            let mut chars = emoji.as_str().chars();
            chars.next().filter(|_| chars.next().is_none())
        };
        Self { unknown, newer: newer.filter_map(alone).collect() }
    }

    pub fn cover(&self, text: &str) -> bool {
        let emoji = text.char_indices().any(|(at, c)| {
            let (before, rest) = text.split_at(at);
            let binds = |c: char| c == '\u{200D}' || matches!(c, '🏻'..='🏿');
            let unknown = self.unknown.get(&c);
            unknown.is_some_and(|list| list.iter().any(|emoji| rest.starts_with(emoji)))
                || self.newer.contains(&c)
                    && (before.ends_with('\u{200D}') || rest[c.len_utf8()..].starts_with(binds))
        });
        emoji || is_cut(text)
    }
}

/// Whether there may be a path behind a host without a scheme that holds an emoji
/// sequence, as in `x.com👩🏽.jp/a`. There twitter-text ends the URL as many
/// characters too early as are between `x.com` and the path, which may be in the
/// middle of that sequence; the rest of it is then no emoji any more.
fn is_cut(text: &str) -> bool {
    let modifies = |c| matches!(c, '\u{200D}' | '\u{FE0F}' | '\u{20E3}' | '🏻'..='🏿' | '🇦'..='🇿');
    let hosts = text.match_indices('/').map(|(at, _)| {
        let before = &text[..at];
        let start = before.rfind(|c: char| c.is_whitespace() || matches!(c, '/' | '@' | '#'));
        &before[start.unwrap_or_default()..]
    });
    hosts
        .into_iter()
        .any(|host| host.split_once('.').is_some_and(|(_, rest)| rest.contains(modifies)))
}
