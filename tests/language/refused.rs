//! What the build refuses of a language file, in words that say what to do.

use std::fs;
use std::path::{Path, PathBuf};

// What makes the languages while the widget is built.
#[path = "../../src/build/bidi.rs"]
mod bidi;
#[path = "../../src/build/languages.rs"]
mod languages;
#[path = "../../src/build/message.rs"]
mod message;
#[path = "../../src/build/pseudo.rs"]
mod pseudo;

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/locales")
}

/// What the build says where one file has this instead of that.
fn refusal(name: &str, tag: &str, this: &str, that: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("locales-{name}"));
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(locales()).unwrap() {
        let file = file.unwrap();
        let text = fs::read_to_string(file.path()).unwrap();
        let is_it = file.file_name().to_string_lossy() == format!("{tag}.ftl");
        assert!(!is_it || text.contains(this), "{tag} has no {this:?}");
        let text = if is_it { text.replacen(this, that, 1) } else { text };
        fs::write(folder.join(file.file_name()), text).unwrap();
    }
    let made = folder.join("made");
    fs::create_dir_all(&made).unwrap();
    languages::write(&folder, &made).err().map(|error| error.to_string())
}

#[test]
fn the_files_as_they_are_are_taken() {
    assert_eq!(refusal("whole", "ja", "", ""), None);
}

#[test]
fn a_wrong_file_is_refused_with_the_sentence_and_what_to_do() {
    for (name, tag, this, that, words) in [
        ("missing", "ja", "\nsubmit =", "\n# submit =", "ja.ftl: submit is missing"),
        (
            "unknown",
            "ko",
            "\nsubmit =",
            "\nsubmitt = x\nsubmit =",
            "ko.ftl: submitt is not a sentence of the card; remove it",
        ),
        (
            "twice",
            "ru",
            "\nsubmit =",
            "\nsubmit = x\nsubmit =",
            "ru.ftl: submit is there twice; keep one",
        ),
        ("unsaid", "es", "{ $account }", "@x", "es.ftl: follow does not say $account"),
        (
            "invented",
            "es",
            "{ $account }",
            "{ $account } { $who }",
            "es.ftl: follow names $who, which it is not given",
        ),
        (
            "brace",
            "tr",
            "{ $account }",
            "{ $account } {\"{\"}",
            "tr.ftl: follow has '{' in its text; write it in another way",
        ),
        (
            "function",
            "tr",
            "{ $account }",
            "{ $account } { NUMBER(1) }",
            "tr.ftl: follow has braces around something",
        ),
        (
            "wide",
            "id",
            "\nsubmit =",
            "\nsubmit = Kirim tautan ke formulir sekarang",
            "id.ftl: submit is wider than 28 columns; shorten it",
        ),
        ("syntax", "vi", "\nsubmit =", "\nsubmit", "vi.ftl, line "),
        (
            "text-choice",
            "pt-BR",
            "{ $account }",
            "{ $account ->\n   *[other] x\n}",
            "pt-BR.ftl: follow chooses by a value that is no number",
        ),
        (
            "comment",
            "en",
            "$account (text)",
            "$account (word)",
            "en.ftl: follow has a value that its comment calls neither text nor number",
        ),
    ] {
        let refused = refusal(name, tag, this, that).unwrap_or_default();
        assert!(refused.contains(words), "{name}: {refused:?}");
    }
}

#[test]
fn latin_in_a_language_from_right_to_left_is_isolated_without_its_surroundings() {
    for (text, isolated) in [
        ("أغلقه بكتابة </campaign-widget>.", "أغلقه بكتابة \u{2066}</campaign-widget>\u{2069}."),
        (
            "يجب أن يبدأ (https://)، ثم X.",
            "يجب أن يبدأ (\u{2066}https://\u{2069})، ثم \u{2066}X\u{2069}.",
        ),
        ("ساعة 24 :", "ساعة 24 :"),
        ("لا شيء", "لا شيء"),
    ] {
        assert_eq!(bidi::isolated(text), isolated);
    }
}
