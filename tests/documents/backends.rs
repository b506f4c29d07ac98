//! The page about servers shows what the tests run.

use std::collections::BTreeSet;
use std::path::Path;

use super::sources::{root, text};

const PAGE: &str = "src/outbox/backends.md";

/// The heading of each server, and its folder in `tests/backends`.
const SERVERS: [(&str, &str); 9] = [
    ("Datasette", "datasette"),
    ("Directus", "directus"),
    ("Django REST framework", "django"),
    ("Express", "express"),
    ("FastAPI", "fastapi"),
    ("json-server", "json-server"),
    ("Kinto", "kinto"),
    ("Node-RED", "node-red"),
    ("Strapi", "strapi"),
];

/// What only the test needs: how to start it, what it is installed from, and what a click
/// does in Strapi.
const NOT_SHOWN: [&str; 5] =
    ["index.js", "package.json", "package-lock.json", "requirements.txt", "start.sh"];

fn folder(name: &str) -> std::path::PathBuf {
    root().join("tests/backends").join(name)
}

/// What the page says under a heading.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let (_, section) = page.split_once(&format!("\n## {heading}\n")).expect(heading);
    section.split("\n## ").next().expect("its end")
}

/// The listings in a section.
fn listings(section: &str) -> Vec<String> {
    let blocks = section.split("\n```").skip(1).step_by(2);
    blocks.map(|block| block.split_once('\n').expect("a language").1.to_owned() + "\n").collect()
}

/// The names and texts of the files that the page may show.
fn fixtures(folder: &Path) -> Vec<(String, String)> {
    let entries = folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").path());
    let files = entries.filter(|path| path.is_file());
    files
        .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), text(&path)))
        .collect()
}

#[test]
fn each_server_that_is_tested_has_its_section() {
    let tested: BTreeSet<String> = folder("")
        .read_dir()
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name != "node")
        .collect();
    let described = SERVERS.map(|(_, folder)| folder.to_owned());
    assert_eq!(tested, described.into());
}

#[test]
fn it_shows_what_the_tests_run_and_nothing_else() {
    let page = text(&root().join(PAGE));
    for (heading, name) in SERVERS {
        let files = fixtures(&folder(name));
        let shown = listings(section(&page, heading));
        for listing in &shown {
            assert!(files.iter().any(|(_, text)| text == listing), "{heading}: {listing}");
        }
        for (file, text) in files {
            let is_shown = NOT_SHOWN.contains(&file.as_str()) || shown.contains(&text);
            assert!(is_shown, "{heading}: {file} of the test is another, or not there");
        }
    }
}

/// As `Tested: fastapi 0.165.0, with uvicorn 0.54.0.`
#[test]
fn its_versions_are_those_that_are_installed() {
    let page = text(&root().join(PAGE));
    for (heading, name) in SERVERS {
        let section = section(&page, heading);
        let tested = section.lines().find(|line| line.starts_with("Tested: ")).expect(heading);
        let list = ["requirements.txt", "package.json"]
            .map(|file| folder(name).join(file))
            .into_iter()
            .find(|file| file.is_file())
            .expect("a list of packages");
        let list = text(&list).to_lowercase();
        let words: Vec<&str> = tested.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let mut versions = 0;
        for pair in words.windows(2) {
            let [package, version] = pair else { panic!("two words") };
            let version = version.trim_end_matches('.');
            if version.contains('.') && version.starts_with(|c: char| c.is_ascii_digit()) {
                let package = package.to_lowercase();
                let is_listed = list.contains(&format!("{package}=={version}"))
                    || list.contains(&format!("\"{package}\": \"{version}\""));
                assert!(is_listed, "{heading}: {package} {version}");
                versions += 1;
            }
        }
        assert!(versions > 0, "{tested}");
    }
}
