//! The documents of `dist/`. In the repository each stands beside what it
//! describes; published, all of them are in one folder.

use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};
use xtask::names;

/// The documents, each published under the name of its file.
const DOCUMENTS: [&str; 6] = [
    "src/package/README.md",
    "src/package/CHANGELOG.md",
    "src/campaign/campaign-file.md",
    "src/frame/frame.md",
    "src/outbox/endpoint.md",
    "src/outbox/backends.md",
];

/// Writes the documents of the repository at `root` into `dist`. What else of the
/// repository is published, `published` says: from where, and under which name.
///
/// # Errors
///
/// When one cannot be read or written.
pub fn documents(root: &Path, dist: &Path, published: &[(&str, &str)]) -> Result<()> {
    for path in DOCUMENTS {
        let path = Path::new(path);
        let text = fs::read_to_string(root.join(path))
            .with_context(|| format!("cannot read {}", path.display()))?;
        let folder = path.parent().unwrap_or(path);
        let name = path.file_name().context("a document without a name")?;
        let text = with_links(&text, folder, published);
        fs::write(dist.join(name), with_names(text, dist)?)?;
    }
    Ok(())
}

/// The text with the names that the files in `dist` have.
fn with_names(mut text: String, dist: &Path) -> Result<String> {
    for file in names::HASHED {
        let documented = file.documented();
        if text.contains(&documented) {
            text = text.replace(&documented, &file.find(dist)?);
        }
    }
    Ok(text)
}

/// The text of the document in `folder`, with the links that it has in `dist/`: to
/// the published name of a file. One to a file that is not published becomes text.
fn with_links(text: &str, folder: &Path, published: &[(&str, &str)]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let (Some((target, behind)), Some((lead, label))) =
            (after.split_once(')'), before.rsplit_once('['))
        else {
            written.extend([before, "]("]);
            rest = after;
            continue;
        };
        let new = if target.contains(':') || target.starts_with('#') {
            Some(target.to_owned())
        } else {
            let (path, anchor) = target.split_at(target.find('#').unwrap_or(target.len()));
            name(&folder.join(path), published).map(|name| format!("{name}{anchor}"))
        };
        match new {
            Some(target) => written.extend([before, "](", &target, ")"]),
            None => written.extend([lead, label]),
        }
        rest = behind;
    }
    written.push_str(rest);
    written
}

/// The name in `dist/` of a file of the repository.
fn name(file: &Path, published: &[(&str, &str)]) -> Option<String> {
    let file = normal(file);
    if DOCUMENTS.iter().any(|document| file == Path::new(document)) {
        return Some(file.file_name()?.to_str()?.to_owned());
    }
    published.iter().find_map(|(from, name)| {
        let inside = file.strip_prefix(from).ok()?;
        // Each on its own: Path would write the separator of the machine.
        let parts = Path::new(name).components().chain(inside.components());
        let parts = parts.filter(|part| *part != Component::CurDir);
        let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
        Some(parts?.join("/"))
    })
}

/// The path without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                normal.pop();
            }
            Component::CurDir => {}
            part => normal.push(part),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{DOCUMENTS, with_links};

    const PUBLISHED: [(&str, &str); 3] =
        [("src/package", "."), ("src/campaign/examples", "campaigns"), ("LICENSE", "LICENSE")];

    /// A document in src/campaign.
    fn published(text: &str) -> String {
        with_links(text, Path::new("src/campaign"), &PUBLISHED)
    }

    #[test]
    fn a_link_leads_to_the_published_file() {
        for (written, expected) in [
            ("[a](examples/b.json), [c](../../LICENSE)", "[a](campaigns/b.json), [c](LICENSE)"),
            ("see [the page](../package/README.md#parts).", "see [the page](README.md#parts)."),
            ("[`e`](../outbox/endpoint.md)", "[`e`](endpoint.md)"),
            ("[types](../package/vue.d.ts)", "[types](vue.d.ts)"),
        ] {
            assert_eq!(published(written), expected);
        }
    }

    #[test]
    fn a_link_to_what_is_not_published_becomes_text() {
        assert_eq!(published("the [map](../lib.rs), and [more](../../a.md)"), "the map, and more");
    }

    #[test]
    fn no_document_leads_out_of_the_folder_that_is_published() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for path in DOCUMENTS {
            let text = fs::read_to_string(root.join(path)).unwrap();
            let folder = Path::new(path).parent().unwrap();
            let text = with_links(&text, folder, &PUBLISHED);
            assert!(!text.contains("](.") && !text.contains("](src/"), "{path}");
        }
    }

    #[test]
    fn every_other_link_stays() {
        for text in ["[x](https://example.com/a#b)", "[y](#fields)", "a[0](b", "]( and [", ""] {
            assert_eq!(published(text), text);
        }
    }
}
