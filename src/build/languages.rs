//! Checks the languages against English, and writes what the
//! card needs of them:
//!
//! - `<tag>.txt` and `<tag>-forms.txt`, the sentences of the countdown and those of the rest
//!   in a language, which travel where that language is used: one a line, below a line
//!   with the format, the tag and the direction;
//! - `sentences.rs`, a function for each sentence, with its values, and those files;
//! - `scripts.json`, the sentences of the scripts beside the card.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Error, Result};
use std::path::Path;

use fluent_syntax::ast::{Entry, Pattern, Resource};
use fluent_syntax::parser;
use unicode_width::UnicodeWidthStr;

use super::bidi::isolated;
use super::message::{Message, Writer};
use super::pseudo::lengthened;

/// The languages, in the order in which a person would look for theirs.
const TAGS: [&str; 12] =
    ["zh-CN", "zh-TW", "en", "ja", "ko", "vi", "ru", "es", "pt-BR", "tr", "id", "ar"];

/// Those that are written from right to left.
const RIGHT_TO_LEFT: [&str; 1] = ["ar"];

/// The one that all others are checked against.
const REFERENCE: &str = "en";

/// The most columns of a button's text, which has to fit on a card of 280 px.
const BUTTON: usize = 28;

/// What a test calls the language that nobody speaks.
const PSEUDO: &str = "en-XA";

/// The scripts beside the card, by which their sentences' names begin.
const SCRIPTS: [&str; 2] = ["contrast", "frame"];

/// A sentence as English has it.
struct Sentence {
    id: String,
    english: String,
    values: Vec<Value>,
    /// Whether it comes with the countdown: the first group of a language file does.
    is_early: bool,
    /// Whether it is the text of a button.
    is_button: bool,
}

/// A value of a sentence.
#[derive(Hash)]
struct Value {
    name: String,
    is_number: bool,
    /// Whether a language may do without it.
    is_optional: bool,
}

impl Sentence {
    fn script(&self) -> Option<(&str, &str)> {
        let (script, name) = self.id.split_once('-')?;
        SCRIPTS.contains(&script).then_some((script, name))
    }
}

/// Writes the languages of the folder `locales` into `folder`.
///
/// # Errors
///
/// When a file cannot be read, or something is wrong with a sentence; the error says with
/// which, and what to do.
pub fn write(locales: &Path, folder: &Path) -> Result<()> {
    let mut sources = Vec::new();
    for tag in TAGS {
        let path = locales.join(tag).with_extension("ftl");
        let source = fs::read_to_string(&path)
            .map_err(|error| Error::other(format!("{}: {error}", path.display())))?;
        sources.push((tag, source));
    }
    let mut parsed = Vec::new();
    for (tag, source) in &sources {
        parsed.push((*tag, entries(tag, source)?));
    }
    let english = parsed.iter().find(|(tag, _)| *tag == REFERENCE);
    let english = english.ok_or_else(|| Error::other("there is no English"))?;
    let sentences = reference(&english.1)?;
    let format = format_of(&sentences);

    let mut scripts: BTreeMap<&str, BTreeMap<&str, BTreeMap<&str, String>>> = BTreeMap::new();
    let same: &dyn Fn(&str) -> String = &|text| text.to_owned();
    for (tag, resource) in &parsed {
        let pass = if RIGHT_TO_LEFT.contains(tag) { &isolated } else { same };
        let texts = texts(tag, resource, &sentences, pass)?;
        let too_wide = |(one, text): &(&Sentence, &String)| one.is_button && columns(text) > BUTTON;
        if let Some((sentence, _)) = sentences.iter().zip(&texts).find(too_wide) {
            let what = format!("is wider than {BUTTON} columns; shorten it");
            return Err(wrong(tag, &sentence.id, &what));
        }
        write_files(folder, &format, tag, &sentences, &texts)?;
        for (sentence, text) in sentences.iter().zip(texts) {
            if let Some((script, name)) = sentence.script() {
                let languages = scripts.entry(script).or_default();
                languages.entry(tag).or_default().insert(name, text);
            }
        }
    }
    let pseudo = texts(REFERENCE, &english.1, &sentences, &lengthened)?;
    let pseudo: Vec<_> = pseudo.into_iter().zip(&sentences).map(bracketed).collect();
    write_files(folder, &format, PSEUDO, &sentences, &pseudo)?;
    fs::write(folder.join("scripts.json"), serde_json::to_string(&scripts)?)?;
    fs::write(folder.join("sentences.rs"), code(&format, &sentences))
}

/// What stands between other texts is no sentence.
fn bracketed((text, sentence): (String, &Sentence)) -> String {
    if sentence.id.starts_with("between-") {
        return sentence.english.clone();
    }
    let form = |form: &str| match form.split_once('=') {
        Some((key, text)) => format!("{key}=⟦{text}⟧"),
        None => format!("⟦{form}⟧"),
    };
    match text.split_once('?') {
        // Of plural forms, each is a sentence.
        Some((place, forms)) if place.len() == 2 && place.starts_with('{') => {
            let forms: Vec<String> = forms.split('|').map(form).collect();
            format!("{place}?{}", forms.join("|"))
        }
        _ => format!("⟦{text}⟧"),
    }
}

fn entries<'s>(tag: &str, source: &'s str) -> Result<Resource<&'s str>> {
    parser::parse(source).map_err(|(_, errors)| {
        let first = errors.first().map(|error| {
            let before = source.get(..error.pos.start).unwrap_or_default();
            format!("line {}: {}", before.lines().count(), error.kind)
        });
        Error::other(format!("{tag}.ftl, {}", first.unwrap_or_default()))
    })
}

fn wrong(tag: &str, id: &str, what: &str) -> Error {
    Error::other(format!("{tag}.ftl: {id} {what}"))
}

/// The sentences of English, with what their comments say of their values.
fn reference(english: &Resource<&str>) -> Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut groups = 0;
    for entry in &english.body {
        let message = match entry {
            Entry::GroupComment(_) => {
                groups += 1;
                continue;
            }
            Entry::Message(message) => message,
            _ => continue,
        };
        let id = message.id.name;
        let Some(pattern) = &message.value else {
            return Err(wrong(REFERENCE, id, "has no text"));
        };
        let mut values = Vec::new();
        let comment = || message.comment.iter().flat_map(|comment| &comment.content);
        for line in comment() {
            let Some(value) = line.trim_start().strip_prefix('$') else { continue };
            let value = value.split_once(" (").and_then(|(name, rest)| {
                let (kind, _) = rest.split_once("):")?;
                let (kind, is_optional) = match kind.strip_suffix(", optional") {
                    Some(kind) => (kind, true),
                    None => (kind, false),
                };
                let is_number = kind == "number";
                let is_known = is_number || kind == "text";
                is_known.then(|| Value { name: name.to_owned(), is_number, is_optional })
            });
            values.push(value.ok_or_else(|| {
                wrong(REFERENCE, id, "has a value that its comment calls neither text nor number")
            })?);
        }
        let named = |name: &str| values.iter().any(|value| value.name == name).then(String::new);
        let read = Message::read(pattern, &Writer { place: &named, pass: &str::to_owned });
        let read = read.map_err(|what| wrong(REFERENCE, id, &what))?;
        sentences.push(Sentence {
            id: id.to_owned(),
            english: read.text,
            values,
            is_early: groups <= 1,
            is_button: comment().any(|line| line.contains("(button)")),
        });
    }
    Ok(sentences)
}

/// The sentences of a language, in the order of the reference.
fn texts(
    tag: &str,
    resource: &Resource<&str>,
    sentences: &[Sentence],
    pass: &dyn Fn(&str) -> String,
) -> Result<Vec<String>> {
    let mut patterns: BTreeMap<&str, &Pattern<&str>> = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &message.value
            && patterns.insert(message.id.name, pattern).is_some()
        {
            return Err(wrong(tag, message.id.name, "is there twice; keep one"));
        }
    }
    let mut texts = Vec::new();
    for sentence in sentences {
        let id = sentence.id.as_str();
        let pattern = patterns.remove(id).ok_or_else(|| wrong(tag, id, "is missing"))?;
        let place = |name: &str| {
            let index = sentence.values.iter().position(|value| value.name == name)?;
            Some(match sentence.script() {
                Some(_) => format!("{{{name}}}"),
                None => format!("{{{index}}}"),
            })
        };
        let message = Message::read(pattern, &Writer { place: &place, pass });
        let message = message.map_err(|what| wrong(tag, id, &what))?;
        let is_unused =
            |value: &&Value| !value.is_optional && !message.values.contains(&value.name);
        if let Some(unused) = sentence.values.iter().find(is_unused) {
            return Err(wrong(tag, id, &format!("does not say ${}", unused.name)));
        }
        let decides = |value: &&Value| Some(&value.name) == message.chosen_by.as_ref();
        if sentence.values.iter().find(decides).is_some_and(|value| !value.is_number) {
            return Err(wrong(tag, id, "chooses by a value that is no number"));
        }
        if message.chosen_by.is_some() && sentence.script().is_some() {
            return Err(wrong(tag, id, "chooses, which its script does not know"));
        }
        texts.push(message.text);
    }
    match patterns.keys().next() {
        Some(unknown) => Err(wrong(tag, unknown, "is not a sentence of the card; remove it")),
        None => Ok(texts),
    }
}

/// How wide a sentence is without its values, where a Han or kana character takes two
/// columns.
fn columns(text: &str) -> usize {
    let values = text.matches('{').count() * "{0}".len();
    text.width().saturating_sub(values)
}

/// Names the sentences and their values, so that a file of another build is known.
fn format_of(sentences: &[Sentence]) -> String {
    let mut hasher = DefaultHasher::new();
    for sentence in sentences.iter().filter(|sentence| sentence.script().is_none()) {
        (&sentence.id, &sentence.values).hash(&mut hasher);
    }
    format!("{:08x}", hasher.finish() >> 32)
}

fn write_files(
    folder: &Path,
    format: &str,
    tag: &str,
    sentences: &[Sentence],
    texts: &[String],
) -> Result<()> {
    let direction = if RIGHT_TO_LEFT.contains(&tag) { "rtl" } else { "ltr" };
    for (suffix, is_early) in [("", true), ("-forms", false)] {
        let mut file = format!("{format} {tag} {direction}");
        for (sentence, text) in sentences.iter().zip(texts) {
            if sentence.script().is_none() && sentence.is_early == is_early {
                file.push('\n');
                file.push_str(text);
            }
        }
        fs::write(folder.join(format!("{tag}{suffix}.txt")), file)?;
    }
    Ok(())
}

/// A function for each sentence of the card.
fn code(format: &str, sentences: &[Sentence]) -> String {
    let of_card: Vec<_> = sentences.iter().filter(|one| one.script().is_none()).collect();
    let mut functions = String::new();
    for (index, sentence) in of_card.iter().enumerate() {
        let Sentence { id, english, values, .. } = sentence;
        let name = id.replace('-', "_");
        let mut parameters = String::new();
        let mut given = Vec::new();
        for Value { name: value, is_number, .. } in values {
            let (kind, variant) = if *is_number { ("usize", "Number") } else { ("&str", "Text") };
            let _ = write!(parameters, ", {value}: {kind}");
            given.push(format!("Value::{variant}({value})"));
        }
        let (result, body) = match values.is_empty() {
            true => ("&'static str", format!("self.text({index})")),
            false => ("String", format!("self.with({index}, &[{}])", given.join(", "))),
        };
        let doc = format!("`{id}`: `{english}`");
        let _ = write!(
            functions,
            "    #[doc = {doc:?}]\n    pub fn {name}(&self{parameters}) -> {result} {{ {body} }}\n"
        );
    }
    let names: Vec<&str> = of_card.iter().map(|sentence| sentence.id.as_str()).collect();
    let include = |tag: &str| {
        let file =
            |suffix| format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{tag}{suffix}.txt\"))");
        format!("File {{ tag: {tag:?}, early: {}, forms: {} }}", file(""), file("-forms"))
    };
    let files: Vec<String> = TAGS.iter().map(|tag| include(tag)).collect();
    let early = of_card.iter().filter(|sentence| sentence.is_early).count();
    format!(
        "/// By which a file of another build is known.\n\
         pub const FORMAT: &str = {format:?};\n\n\
         /// The names of the sentences, as a language file has them.\n\
         pub static NAMES: [&str; {}] = {names:?};\n\n\
         /// How many of them come with the countdown.\n\
         const EARLY: usize = {early};\n\n\
         /// The languages of the card.\n\
         pub static FILES: [File; {}] = [{}];\n\n\
         /// A language that nobody speaks, for tests.\n\
         pub static PSEUDO: File = {};\n\n\
         /// The sentences of the scripts beside the card, by script and language, as JSON.\n\
         pub static SCRIPTS: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/scripts.json\"));\n\n\
         impl Language {{\n{functions}}}\n",
        names.len(),
        TAGS.len(),
        files.join(", "),
        include(PSEUDO),
    )
}
