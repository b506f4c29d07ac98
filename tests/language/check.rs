//! What holds of every sentence.

use campaign_widget::language::Language;

/// A sentence with what it was given to say.
pub struct Sentence {
    /// Which it is, alike in all languages.
    pub name: String,
    /// How it reads.
    pub text: String,
    /// What must stand in it.
    pub given: Vec<String>,
}

/// Latin words that are names in Chinese, too.
const NAMES: &[&str] = &[
    "X",
    "Gate",
    "Space",
    "CSV",
    "UTC",
    "HTML",
    "JSON",
    "CORS",
    "CSP",
    "JavaScript",
    "t",
    "co",
    "x",
    "com",
    "connect",
    "src",
    "campaign",
    "widget",
    "script",
    "type",
    "application",
    "json",
    "https",
    "http",
    "null",
    "HTML",
    "UTF",
    "zh",
    "CN",
    "en",
    "T",
    "frame",
    "html",
    "campaigns",
];

/// What is wrong with a sentence of this language.
pub fn flaws(language: Language, sentence: &Sentence) -> Vec<String> {
    let Sentence { name, text, given } = sentence;
    let mut flaws = Vec::new();
    let mut say = |flaw: &str| flaws.push(format!("{} {name}: {flaw}: {text:?}", language.tag()));
    if text.trim().is_empty() {
        say("it is empty");
    }
    if text.trim() != text || text.contains("  ") {
        say("it has white space too much");
    }
    for given in given.iter().filter(|given| !text.contains(given.as_str())) {
        say(&format!("it does not say {given:?}"));
    }
    let own = given.iter().fold(text.clone(), |text, given| text.replace(given.as_str(), "⟦⟧"));
    match language {
        Language::En => {
            if own.chars().any(|c| is_han(c) || is_full_width(c)) {
                say("it has Chinese in it");
            }
        }
        Language::ZhCn => {
            if !own.chars().any(is_han) {
                say("it has no Chinese in it");
            }
            for word in own.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()) {
                if !NAMES.contains(&word) {
                    say(&format!("it has English in it, {word:?}"));
                }
            }
            let letters: Vec<char> = own.chars().collect();
            for pair in letters.windows(2) {
                let &[one, other] = pair else { continue };
                if is_half_width(one) && is_han(other) || is_han(one) && is_half_width(other) {
                    say(&format!("its punctuation is half-width, {one}{other}"));
                }
                if is_full_width(one) && other == ' ' || one == ' ' && is_full_width(other) {
                    say(&format!("there is a space beside full-width punctuation, {one}{other}"));
                }
            }
        }
    }
    flaws
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn is_full_width(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '？' | '！' | '（' | '）' | '、')
}

fn is_half_width(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | '(' | ')' | '"' | '\'')
}

/// So that the suite can fail.
#[test]
fn each_flaw_is_seen() {
    let see = |language, text: &str, given: &[&str]| {
        let given = given.iter().map(|&given| given.to_owned()).collect();
        flaws(language, &Sentence { name: "test".into(), text: text.into(), given }).len()
    };
    for (text, given) in
        [("", [].as_slice()), ("Copy ", &[]), ("Copied.", &["7"]), ("复制", &[]), ("Copied。", &[])]
    {
        assert_eq!(see(Language::En, text, given), 1, "{text:?}");
    }
    for text in ["Copied", "已复制 copied", "已复制,去发帖", "已复制， 去发帖", "打开(问卷）"]
    {
        assert!(see(Language::ZhCn, text, &[]) > 0, "{text:?}");
    }
    assert_eq!(see(Language::En, "3 of 7 done", &["3", "7"]), 0);
    assert_eq!(see(Language::ZhCn, "已处理 3/7，请看 X", &["3", "7"]), 0);
}
