//! What the scripts and the page of a frame say, and the languages of the card.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use campaign_widget::language::{FILES, Language, SCRIPTS};
use serde_json::{Map, Value};

use crate::names::LANGUAGES;

/// The sentences of a script in every language, as JSON.
///
/// # Errors
///
/// When the script has none, or a language is missing.
pub fn of_script(script: &str) -> Result<String> {
    let mut sentences = all(script)?;
    // In the order in which a language is chosen.
    let in_order = FILES.iter().filter_map(|file| sentences.remove_entry(file.tag));
    let in_order: Map<String, Value> = in_order.collect();
    Ok(Value::Object(in_order).to_string())
}

/// The page of a frame. A line of the template that says `{lang}` is written
/// once for every language, with the sentences that it names.
///
/// # Errors
///
/// When it names one that there is not.
pub fn page(template: &str) -> Result<String> {
    let of_frame = all("frame")?;
    let mut page = String::with_capacity(template.len());
    for line in template.split_inclusive('\n') {
        if !line.contains("{lang}") {
            page.push_str(line);
            continue;
        }
        for file in FILES {
            // Nothing of it depends on a plural form.
            let language = Language::read(file.early, |_, _| String::new());
            page.push_str(&filled(line, &language, &of_frame)?);
        }
    }
    Ok(page)
}

/// Writes the files of the languages into `folder`, under their plain names.
///
/// # Errors
///
/// When a name is missing, or one cannot be written.
pub fn write_languages(folder: &Path) -> Result<()> {
    ensure!(
        FILES.iter().map(|file| file.tag).eq(LANGUAGES.iter().map(|language| language.tag)),
        "xtask/src/names.rs does not have the languages of src/build/languages.rs"
    );
    for (file, language) in FILES.iter().zip(LANGUAGES) {
        fs::write(folder.join(language.early.plain()), file.early)?;
        fs::write(folder.join(language.forms.plain()), file.forms)?;
    }
    Ok(())
}

fn all(script: &str) -> Result<Map<String, Value>> {
    let mut scripts: Map<String, Value> = serde_json::from_str(SCRIPTS)?;
    match scripts.remove(script) {
        Some(Value::Object(sentences)) => Ok(sentences),
        _ => anyhow::bail!("there are no sentences of {script}"),
    }
}

fn filled(line: &str, language: &Language, of_frame: &Map<String, Value>) -> Result<String> {
    let mut parts = line.split(['{', '}']);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    while let Some(name) = parts.next() {
        let sentence = match name {
            "lang" => language.tag(),
            "details" => language.details(),
            "questionnaire" => language.open_questionnaire(),
            _ => of_frame
                .get(language.tag())
                .and_then(|sentences| sentences.get(name)?.as_str())
                .with_context(|| format!("the frame has no sentence {name:?}"))?,
        };
        filled.push_str(&escaped(sentence));
        filled.push_str(parts.next().with_context(|| format!("{name:?} has no end"))?);
    }
    Ok(filled)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use campaign_widget::language::FILES;

    use super::{of_script, page};

    #[test]
    fn a_line_with_a_language_is_written_for_every_language() {
        let template = "<p>\n  <b lang=\"{lang}\">{needsScript}</b>\n</p>\n";
        let page = page(template).unwrap();
        assert_eq!(page.lines().count(), FILES.len() + 2);
        for line in [
            "  <b lang=\"zh-CN\">卡片需要 JavaScript。</b>\n",
            "  <b lang=\"en\">The card needs JavaScript.</b>\n",
        ] {
            assert!(page.contains(line), "{page}");
        }
    }

    #[test]
    fn a_sentence_that_nobody_wrote_is_not_published() {
        assert!(page("<p lang=\"{lang}\">{greeting}</p>").is_err());
        assert!(page("<p lang=\"{lang}\">{needsScript</p>").is_err());
        assert!(of_script("greeter").is_err());
    }

    #[test]
    fn what_a_script_is_given_is_one_line_without_what_is_for_another() {
        let contrast = of_script("contrast").unwrap();
        assert!(contrast.contains("noColour") && !contrast.contains("needsScript"), "{contrast}");
        assert!(!contrast.contains('\n'), "{contrast}");
    }
}
