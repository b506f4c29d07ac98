//! The map of the rooms in `src/lib.rs`: a room uses those below it alone.

use std::collections::BTreeSet;
use std::path::Path;

use super::sources::{files, root, text};

/// The rooms from the top of the drawing to its bottom.
const ROOMS: [&str; 17] = [
    "element",
    "view",
    "app",
    "ui",
    "browser",
    "language",
    "editor",
    "notebook",
    "outbox",
    "draft",
    "link",
    "calendar",
    "twitter_text",
    "campaign",
    "unicode",
    "json",
    "time",
];

/// Those that compile for the browser alone.
const IN_THE_BROWSER: &[&str] = ROOMS.first_chunk::<5>().unwrap();

/// The room that a file belongs to.
fn room(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).expect("a file of src");
    let first = inside.components().next().expect("a name");
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The rooms that a source uses.
fn used(source: &str) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let mut used = BTreeSet::new();
    for rest in source.split("crate::").skip(1) {
        if let Some(list) = rest.strip_prefix('{') {
            used.extend(names_of_list(list));
        } else {
            used.extend(rest.split(|letter| !is_name(letter)).next().map(str::to_owned));
        }
    }
    used.retain(|name| !name.is_empty());
    used
}

/// The first names of a list such as `{a::{b, c}, d}`, without its first brace.
fn names_of_list(list: &str) -> Vec<String> {
    let (mut depth, mut names, mut name) = (1, Vec::new(), String::new());
    for letter in list.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 1 && letter != ',' {
            name.push(letter);
        } else if depth == 0 || (depth == 1 && letter == ',') {
            names.extend(name.trim().split("::").next().map(str::to_owned));
            name.clear();
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn sources() -> impl Iterator<Item = (String, String, String)> {
    let files = files(&root().join("src"), "rs").into_iter();
    let files = files.map(|file| (room(&file), text(&file), file.display().to_string()));
    // What runs while the widget is built belongs to no room.
    files.filter(|(room, ..)| !["lib", "main", "build"].contains(&room.as_str()))
}

#[test]
fn the_drawing_has_every_room() {
    let rooms: BTreeSet<String> = sources().map(|(room, ..)| room).collect();
    assert_eq!(rooms, ROOMS.map(str::to_owned).into());
    let map = text(&root().join("src/lib.rs"));
    let (_, drawing) = map.split_once("```text").expect("a drawing");
    let (drawing, rest) = drawing.split_once("```").expect("its end");
    for room in ROOMS {
        assert!(drawing.contains(room), "{room} is not in the drawing");
        assert!(rest.contains(&format!("`{room}`")), "{room} is not in the table");
    }
}

#[test]
fn a_room_uses_those_below_it_alone() {
    let place = |room: &str| ROOMS.iter().position(|known| *known == room);
    for (room, source, file) in sources() {
        for other in used(&source) {
            assert!(place(&room) <= place(&other), "{file} uses {other}, which is above");
        }
    }
}

#[test]
fn a_room_is_pure_but_in_the_browser() {
    for (room, source, file) in sources() {
        let is_pure = !IN_THE_BROWSER.contains(&room.as_str());
        for world in ["leptos::", "web_sys::", "js_sys::", "wasm_bindgen::", "gloo_"] {
            assert!(!is_pure || !source.contains(world), "{file} uses {world}");
        }
    }
}

#[test]
fn what_a_source_uses_is_found_in_paths_and_in_lists() {
    let source = "use crate::browser::{a, b};\nuse crate::{\n    app::x,\n    view::{y, z},\n    time,\n};\n\
        /// [`Json`](crate::json::Json)\nuse other::{draft};";
    let expected = ["app", "browser", "json", "time", "view"].map(str::to_owned);
    assert_eq!(used(source), expected.into());
}
