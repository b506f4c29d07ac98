//! Hashes by which a page, and the loader, knows the files of a build: those
//! of [Subresource Integrity](https://www.w3.org/TR/SRI/).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384};

use crate::names;

/// Integrity metadata of a content: the value of the attribute `integrity`.
pub fn of(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

/// The same with SHA-256, which is shorter: the loader knows two dozen of them.
pub fn short_of(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// The metadata of one file, by [`of`] or [`short_of`].
///
/// # Errors
///
/// When it cannot be read.
pub fn of_file(file: &Path, of: fn(&[u8]) -> String) -> Result<String> {
    Ok(of(&fs::read(file).with_context(|| format!("cannot read {}", file.display()))?))
}

/// What `integrity.json` says of a folder: each file in it but itself.
///
/// # Errors
///
/// When a file cannot be read, or has a name that is not UTF-8.
pub fn of_folder(folder: &Path) -> Result<Value> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    files.remove(names::INTEGRITY);
    Ok(json!({ "version": names::VERSION, "files": files }))
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = format!("{prefix}{}", name.to_str().context("a file's name is not UTF-8")?);
        match entry.file_type()?.is_dir() {
            true => collect(&entry.path(), &format!("{name}/"), files)?,
            false => drop(files.insert(name, of_file(&entry.path(), of)?)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::json;

    use super::{of, of_folder, short_of};

    /// From section 1.2.1 of the specification.
    #[test]
    fn a_hash_is_the_one_that_browsers_compute() {
        assert_eq!(
            of(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        // FIPS 180-4, of the empty message.
        assert_eq!(short_of(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_folder_names_every_file_but_the_list_itself() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str| fs::write(folder.path().join(name), name).unwrap();
        fs::create_dir(folder.path().join("themes")).unwrap();
        for name in ["b.js", "a.wasm", "themes/c.css", "integrity.json"] {
            write(name);
        }
        let list = of_folder(folder.path()).unwrap();
        let expected: Vec<_> =
            ["a.wasm", "b.js", "themes/c.css"].map(|name| (name, of(name.as_bytes()))).into();
        assert_eq!(list["version"], json!(env!("CARGO_PKG_VERSION")));
        let files: Vec<_> = list["files"].as_object().unwrap().iter().collect();
        assert_eq!(files.len(), expected.len());
        for ((name, hash), (expected_name, expected_hash)) in files.into_iter().zip(expected) {
            assert_eq!((name.as_str(), hash), (expected_name, &json!(expected_hash)));
        }
    }
}
