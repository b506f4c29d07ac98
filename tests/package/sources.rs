//! What the widget's own sources say of its hooks.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A set of names.
pub type Names = BTreeSet<String>;

/// The text of a file of the repository.
pub fn text(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The attributes that the element observes.
pub fn attributes() -> Names {
    let loader = text("src/element.js");
    let (_, list) = loader.split_once("ATTRIBUTES = [").expect("the attributes");
    quoted(list.split(']').next().unwrap_or_default())
}

/// The custom properties that a page may set, each with what it is otherwise:
/// by the first rule that reads it, which those for some browsers come after.
pub fn tokens() -> Vec<(String, String)> {
    let sheet = text("style/tokens.css");
    let mut tokens: Vec<(String, String)> = Vec::new();
    for line in sheet.lines() {
        let read = line.trim().split_once("var(--campaign-widget-").map(|(_, read)| read);
        let read = read.and_then(|read| read.strip_suffix(");"));
        let Some((name, otherwise)) = read.and_then(|read| read.split_once(", ")) else { continue };
        let name = format!("--campaign-widget-{name}");
        if tokens.iter().all(|(known, _)| *known != name) {
            tokens.push((name, otherwise.to_owned()));
        }
    }
    tokens
}

/// The parts that the components name: by the attribute `part`, or as the first
/// argument of a function that takes one.
pub fn parts() -> Names {
    let folder = |name| Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
    let list = |name| fs::read_dir(folder(name)).expect("the components");
    let files = ["ui", "view"].into_iter().flat_map(list).map(|entry| entry.unwrap().path());
    let code: String = files.map(|file| fs::read_to_string(file).expect("a component")).collect();
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(");
    // What comes before a parameter `part` is the name of its function.
    let before = code.split("part: &str").filter_map(|before| before.rsplit_once("fn "));
    let functions = before.map(|(_, name)| name.trim_end()).filter(|name| name.ends_with('('));
    let calls = functions.chain(["attr(\"part\","]);
    let mut parts = Names::new();
    for call in calls {
        parts.extend(code.split(call).skip(1).flat_map(first_argument));
    }
    // What the page's author sees in a preview is not of the components.
    let of_author = text("src/contrast.js");
    parts.extend(of_author.split("setAttribute(\"part\",").skip(1).flat_map(first_argument));
    parts
}

/// The names in the first argument: one between quotes, or several of which an
/// expression gives one.
fn first_argument(after: &str) -> Names {
    let after = after.trim_start();
    match after.strip_prefix('"') {
        Some(literal) => literal.split('"').take(1).map(str::to_owned).collect(),
        None if after.starts_with("text_signal(") => {
            quoted(after.split("))").next().unwrap_or_default())
        }
        None => Names::new(),
    }
}

/// What stands between double quotes.
pub fn quoted(text: &str) -> Names {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}
