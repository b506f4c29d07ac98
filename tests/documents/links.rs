//! The links from a document to a file or a heading.

use std::collections::HashMap;
use std::path::Path;

use super::sources::{files, root, text};

/// The lines of a document that are no code.
fn prose(document: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    document.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    })
}

/// A line without its code.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect()
}

/// Where the links of a document lead.
fn links(document: &str) -> Vec<String> {
    let of_line = |line: &str| -> Vec<String> {
        let rest = without_code(line);
        let targets = rest.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        targets.map(str::to_owned).collect()
    };
    prose(document).flat_map(of_line).collect()
}

/// The anchors of a document's headings, as GitHub names them.
fn anchors(document: &str) -> Vec<String> {
    let mut seen = HashMap::new();
    let headings = prose(document).filter_map(|line| line.split_once("# "));
    let headings = headings.filter(|(signs, _)| signs.bytes().all(|sign| sign == b'#'));
    let mut anchors = Vec::new();
    for (_, heading) in headings {
        let heading = heading.trim().to_lowercase().replace(' ', "-");
        let is_kept = |letter: &char| letter.is_alphanumeric() || "-_".contains(*letter);
        let anchor: String = heading.chars().filter(is_kept).collect();
        let before: &mut u32 = seen.entry(anchor.clone()).or_default();
        anchors.push(if *before == 0 { anchor } else { format!("{anchor}-{before}") });
        *before += 1;
    }
    anchors
}

/// What is wrong with a link of the document in `folder`, if anything is.
fn flaw(link: &str, folder: &Path, document: &str) -> Option<&'static str> {
    if ["https:", "http:", "mailto:"].iter().any(|scheme| link.starts_with(scheme)) {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let file = folder.join(path);
    if !file.exists() {
        return Some("leads to no file");
    }
    if anchor.is_empty() {
        return None;
    }
    let anchors = if path.is_empty() { anchors(document) } else { anchors(&text(&file)) };
    (!anchors.iter().any(|known| known == anchor)).then_some("leads to no heading")
}

#[test]
fn every_link_leads_to_a_file_and_every_anchor_to_a_heading() {
    let documents = files(root(), "md");
    assert!(documents.len() > 5, "{documents:?}");
    let mut flaws = Vec::new();
    for file in documents {
        let document = text(&file);
        let folder = file.parent().expect("a folder");
        for link in links(&document) {
            if let Some(flaw) = flaw(&link, folder, &document) {
                flaws.push(format!("{}: {link} {flaw}", file.display()));
            }
        }
    }
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}

#[test]
fn a_link_is_found_where_a_reader_sees_one() {
    let document = "# A [title](a.md)\n\n| [`x`](b.md#c) | ![p](d.png) |\n\n`[no](e.md)`\n\n```md\n[no](f.md)\n```\n";
    assert_eq!(links(document), ["a.md", "b.md#c", "d.png"]);
}

#[test]
fn an_anchor_is_named_as_github_names_it() {
    let document =
        "# What is kept, and where\n## `dist/`\n```\n# no\n```\n### A_b-c\n# dist\n#no\n";
    assert_eq!(anchors(document), ["what-is-kept-and-where", "dist", "a_b-c", "dist-1"]);
}

#[test]
fn a_link_that_leads_nowhere_is_told() {
    let document = "# Here\n";
    let told = |link| flaw(link, root(), document);
    assert_eq!(told("LICENSE"), None);
    assert_eq!(told("#here"), None);
    assert_eq!(told("https://example.com/no#no"), None);
    assert_eq!(told("no.md"), Some("leads to no file"));
    assert_eq!(told("#there"), Some("leads to no heading"));
}
