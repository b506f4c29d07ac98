//! The crates whose data is read.

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// Each package of the workspace and of what it is locked to.
static PACKAGES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let metadata = metadata(&["--offline"]).or_else(|| metadata(&[])).expect("cargo metadata");
    metadata["packages"].as_array().expect("a list").clone()
});

/// The content of a file that the crate `package` ships.
pub fn file(package: &str, path: &str) -> String {
    let package = PACKAGES.iter().find(|found| found["name"] == package).expect(package);
    let manifest = PathBuf::from(package["manifest_path"].as_str().expect("a path"));
    let file = manifest.with_file_name(path);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn metadata(more: &[&str]) -> Option<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("Cargo runs");
    serde_json::from_slice(&output.stdout).ok().filter(|_| output.status.success())
}
