//! The sentences of the scripts beside the card.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use campaign_widget::language::SCRIPTS;
use serde_json::{Map, Value};

use super::literals::{is_sentence, literals};

/// Who says the sentences with which beginning.
const SPEAKERS: [(&str, &[&str]); 2] = [
    ("contrast", &["src/contrast.js"]),
    ("frame", &["src/frame/frame.js", "src/frame/frame.html"]),
];

/// How what looks like a sentence, and is none, begins: CSS, and the head of what
/// the console is told.
const NO_SENTENCES: [&str; 5] = [
    "\n  .contrast {",
    "color-mix(in srgb,",
    "light dark",
    "<campaign-widget>: ",
    "<campaign-widget> frame: ",
];

/// Only its page's author hears what it says, on the console and by an event,
/// and in English: it speaks before the card, and so any language, is there.
const FOR_AUTHORS: [&str; 4] =
    ["src/element.js", "src/loader/languages.js", "src/loader/chunks.js", "src/gallery/cards.js"];

/// What the gallery's campaign, its readers and its endpoint say: each would say it in
/// words of its own.
const OF_OTHERS: [&str; 2] = ["src/gallery/states.js", "src/gallery/stand-in.js"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

fn sentences() -> Map<String, Value> {
    serde_json::from_str(SCRIPTS).expect("JSON")
}

/// The names in braces of a text.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn scripts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.unwrap().path();
        if path.is_dir() {
            scripts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "js") {
            found.push(path);
        }
    }
}

#[test]
fn every_sentence_is_said_with_all_its_values_and_no_other_is() {
    let all = sentences();
    for (speaker, files) in SPEAKERS {
        let code: String = files.iter().map(|file| text(file)).collect();
        let english = all[speaker]["en"].as_object().unwrap();
        for (name, sentence) in english {
            let is_said =
                [format!("sentences.{name}"), format!("{{{name}}}"), format!("\"{name}\"")]
                    .iter()
                    .any(|way| code.contains(way));
            assert!(is_said, "nobody says {speaker} {name}");
            for place in places(sentence.as_str().unwrap()) {
                let is_given = code.split(|c: char| !c.is_ascii_alphanumeric()).any(|w| w == place);
                assert!(is_given, "{speaker} {name} is not given {place}");
            }
        }
        for name in code.split("sentences.").skip(1) {
            let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap();
            assert!(english.contains_key(name), "{speaker} says {name:?}, which is not there");
        }
    }
}

/// A reader who does not know English would not understand it, and a
/// translator would not find it.
#[test]
fn no_script_has_a_sentence_of_its_own() {
    let mut files = Vec::new();
    scripts(&root().join("src"), &mut files);
    assert!(files.len() >= 5, "{files:?}");
    let is_ours = |file: &PathBuf| !OF_OTHERS.iter().any(|script| file.ends_with(script));
    for file in files.into_iter().filter(is_ours) {
        let script = fs::read_to_string(&file).expect("a script");
        let mut own: Vec<_> =
            literals(&script).into_iter().filter(|one| is_sentence(one)).collect();
        own.retain(|one| {
            let begins = |begin: &&str| one.strip_prefix(begin);
            match NO_SENTENCES.iter().find_map(begins) {
                // A sentence after the head would be one, all the same.
                Some(rest) => one.starts_with('<') && is_sentence(rest),
                None => true,
            }
        });
        match FOR_AUTHORS.iter().any(|script| file.ends_with(script)) {
            true => assert!(own.iter().all(|one| one.is_ascii()), "{own:?}"),
            false => assert_eq!(own, [""; 0], "{}", file.display()),
        }
    }
}

#[test]
fn the_page_of_a_frame_has_no_sentence_of_its_own() {
    let page = text("src/frame/frame.html");
    let (_, body) = page.split_once("<body>").expect("a body");
    let mut said = String::new();
    let mut rest = body;
    while let Some((before, tag)) = rest.split_once('<') {
        said.push_str(before);
        let end = if tag.starts_with("!--") { "-->" } else { ">" };
        (_, rest) = tag.split_once(end).expect("the end of a tag");
    }
    let said: Vec<&str> = said.split_whitespace().collect();
    assert!(said.iter().all(|word| word.starts_with('{') && word.ends_with('}')), "{said:?}");
    assert!(said.contains(&"{fallback}"), "{said:?}");
}
