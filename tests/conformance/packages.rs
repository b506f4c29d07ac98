//! The crates whose data is read.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests are tests, too")]

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

/// The lines of a test file of Unicode's for the boundaries of UAX #29, each as
/// its segments; of those that hold no surrogates.
pub fn break_test(file: &str) -> Vec<Vec<String>> {
    let text = self::file("icu_segmenter", &format!("tests/testdata/{file}"));
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let segment = |segment: &str| {
        let code = |code: &str| char::from_u32(u32::from_str_radix(code, 16).expect("hexadecimal"));
        segment.split('×').map(|part| code(part.trim())).collect::<Option<String>>()
    };
    let parts = |line: &str| {
        line.split('÷').map(str::trim).filter(|part| !part.is_empty()).map(segment).collect()
    };
    lines.filter(|line| !line.is_empty()).filter_map(parts).collect()
}
