//! How the sentences of each language are written.

use campaign_widget::language::{NAMES, SCRIPTS};
use serde_json::Value;

use super::languages;
use super::plurals::texts;

/// What stands between other texts, or follows one, begins or ends with a space.
fn is_joint(name: &str) -> bool {
    name.starts_with("between-") || name == "also-your-time"
}

/// Every sentence by its language and name, those of the scripts too.
fn sentences() -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for language in languages() {
        for (name, sentence) in NAMES.iter().zip(language.sentences()) {
            for text in texts(sentence) {
                all.push((language.tag().to_owned(), (*name).to_owned(), text.to_owned()));
            }
        }
    }
    let scripts: Value = serde_json::from_str(SCRIPTS).unwrap();
    for (script, languages) in scripts.as_object().unwrap() {
        for (tag, said) in languages.as_object().unwrap() {
            for (name, text) in said.as_object().unwrap() {
                let text = text.as_str().unwrap();
                all.push((tag.clone(), format!("{script}-{name}"), text.to_owned()));
            }
        }
    }
    all
}

/// In the place of a value.
const VALUE: char = '\u{FFFC}';

/// A sentence without its values.
fn words(text: &str) -> String {
    let mut words = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => {
                depth += 1;
                words.push(VALUE);
            }
            '}' => depth -= 1,
            c if depth == 0 => words.push(c),
            _ => {}
        }
    }
    words
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn is_kana(c: char) -> bool {
    ('\u{3041}'..='\u{30FF}').contains(&c)
}

fn is_full_width(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '？' | '！' | '（' | '）' | '、' | '「' | '」')
}

fn is_half_width(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | '(' | ')' | '"' | '\'')
}

/// What is wrong with a sentence of this language.
fn flaw(tag: &str, name: &str, text: &str) -> Option<String> {
    if text.contains("  ") || text.contains('\t') {
        return Some("it has two spaces".into());
    }
    if !is_joint(name) && text.trim() != text {
        return Some("it begins or ends with a space".into());
    }
    // A question mark in an address asks nothing.
    let words = words(&text.replace("html?src", ""));
    let letters: Vec<char> = words.chars().collect();
    let pairs = || letters.windows(2).map(|pair| (pair[0], pair[1]));
    let count = |of: char| letters.iter().filter(|&&c| c == of).count();
    let has = |is: fn(char) -> bool| letters.iter().any(|&c| is(c));
    match tag {
        "zh-CN" | "zh-TW" | "ja" => {
            for (one, other) in pairs() {
                let is_wide = |c| is_han(c) || is_kana(c);
                if is_half_width(one) && is_wide(other) || is_wide(one) && is_half_width(other) {
                    return Some(format!("its punctuation is half-width, {one}{other}"));
                }
                if is_full_width(one) && other == ' ' || one == ' ' && is_full_width(other) {
                    return Some(format!("a space is beside full-width punctuation, {one}{other}"));
                }
                let is_latin = |c: char| c.is_ascii_alphanumeric();
                let meet = is_wide(one) && is_latin(other) || is_latin(one) && is_wide(other);
                if tag != "ja" && !name.starts_with("month-") && meet {
                    return Some(format!("no space is between Han and Latin, {one}{other}"));
                }
            }
            let traditional = ["们", "发", "连", "链", "这", "个", "复", "间", "点", "击"];
            let simplified = ["們", "發", "連", "鏈", "這", "個", "複", "間", "點", "擊"];
            let others = if tag == "zh-CN" { simplified } else { traditional };
            let foreign = (tag != "ja").then(|| others.iter().find(|c| text.contains(**c)));
            foreign.flatten().map(|c| format!("it has {c}, which is of the other characters"))
        }
        "es" => [('¿', '?'), ('¡', '!')]
            .into_iter()
            .find(|&(open, close)| count(open) != count(close))
            .map(|(open, _)| format!("it has too many or too few {open}")),
        "ar" => {
            let latin = letters.windows(2).find(|pair| {
                ('\u{0600}'..='\u{06FF}').contains(&pair[0]) && matches!(pair[1], ',' | '?' | ';')
            });
            let digits = letters.iter().any(|c| ('\u{0660}'..='\u{0669}').contains(c));
            let marks = has(|c| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'));
            latin
                .map(|_| "its punctuation is Latin".to_owned())
                .or_else(|| digits.then(|| "its digits are not Latin".to_owned()))
                .or_else(|| marks.then(|| "it has marks of direction".to_owned()))
        }
        "ru" if count('«') != count('»') || text.contains(['“', '”']) => {
            Some("its quotation marks are not «»".into())
        }
        "en" if has(|c| is_han(c) || is_full_width(c)) => Some("it has Chinese in it".into()),
        _ => None,
    }
}

#[test]
fn every_sentence_is_written_as_its_language_is() {
    let sentences = sentences();
    assert!(sentences.len() > 240 * languages().len());
    let flaws: Vec<String> = sentences
        .iter()
        .filter_map(|(tag, name, text)| {
            flaw(tag, name, text).map(|flaw| format!("{tag} {name}: {flaw}: {text}"))
        })
        .collect();
    assert_eq!(flaws, [""; 0]);
}

/// So that the suite can fail.
#[test]
fn each_flaw_is_seen() {
    for (tag, text) in [
        ("en", "Copied. "),
        ("en", "Copied  now"),
        ("en", "Copied。"),
        ("zh-CN", "已复制,去发帖"),
        ("zh-CN", "已复制， 去发帖"),
        ("zh-CN", "分享到X"),
        ("zh-CN", "複製連結"),
        ("zh-TW", "复制链接"),
        ("ja", "コピーしました."),
        ("es", "Seguro?"),
        ("ar", "هل نشرته?"),
        ("ar", "٢٤ ساعة"),
        ("ru", "Нажмите “Открыть”"),
    ] {
        assert!(flaw(tag, "test", text).is_some(), "{tag} {text}");
    }
    for (tag, text) in [
        ("zh-CN", "已处理 {0}/{1}，请看 X（{2}）"),
        ("ja", "Xで{0}件"),
        ("es", "¿Ya lo publicaste?"),
        ("ar", "هل نشرته؟ {0}"),
        ("ru", "Нажмите «Открыть»"),
    ] {
        assert_eq!(flaw(tag, "test", text), None, "{tag} {text}");
    }
}
