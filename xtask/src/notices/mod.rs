//! Whose code is compiled into the widget, under which licences, and the texts
//! that these ask to travel along: `THIRD-PARTY-NOTICES.txt`.
//!
//! What is compiled in is asked of Cargo, as the units of the very build that
//! makes `dist/`, the standard library included. Code that only builds is not
//! named: macros and build scripts run on the machine that builds.
//!
//! cargo-about 0.8 reads `cargo metadata` instead, which knows nothing of the
//! standard library and its seven crates, and counts 53 crates for macros as
//! compiled in. Where a crate ships no text, as 25 here, it takes the SPDX text
//! without the authors' names; here the build fails or names them.

mod package;
mod texts;
mod units;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

use self::package::Package;
use self::texts::{Text, Texts};

const TOP: &str = "\
Third-party notices

The widget (campaign-widget-core-*.wasm) is compiled with code of the packages
below, or may be: of some, the compiler leaves nothing. The glue
(campaign-widget-core-*.js) is written by the tools of the package wasm-bindgen.
The widget's own licence is in LICENSE.

After each package: its version, its licence as an SPDX expression, and the
numbers of the texts that it comes with, which follow the list. Where a package
leaves the choice between licences, all of its texts are here.
";

const RULE: &str =
    "--------------------------------------------------------------------------------";

/// The notices for what `units` compiles for the browser.
///
/// `units` is what `cargo build --unit-graph` prints, `toolchain` the folder of
/// the toolchain that it builds with, and `version` that one's version.
///
/// # Errors
///
/// When `units` or a manifest cannot be read, or when a package comes without
/// the text of its licence; the error names it.
pub fn notices(units: &str, toolchain: &Path, version: &str) -> Result<String> {
    let compiled = units::compiled(units)?;
    let mut packages = BTreeMap::new();
    for package in package::of(&compiled, toolchain, version)? {
        packages.insert((package.name.clone(), package.version.clone()), package);
    }
    let mut texts = Texts::default();
    let mut list = String::new();
    for package in packages.values() {
        let numbers = texts.number(package.texts()?);
        let Package { name, version, licence, .. } = package;
        // Writing to a text cannot fail.
        let _ = writeln!(list, "{name} {version}: {licence} {numbers}");
    }
    let mut notices = format!("{TOP}\n{list}");
    for (index, Text(text)) in texts.in_order().enumerate() {
        let _ = write!(notices, "\n{RULE}\n[{}]\n{RULE}\n\n{text}\n", index + 1);
    }
    Ok(notices)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use serde_json::{Value, json};
    use tempfile::TempDir;

    use super::notices;

    const MIT: &str = "Copyright (c) Somebody\n\nPermission is hereby granted\n";

    /// Some packages on disk, and the units that Cargo would make of them.
    struct World {
        folder: TempDir,
        units: Vec<Value>,
    }

    impl World {
        /// A package of ours, which depends on the units of these numbers.
        fn new(dependencies: &[usize]) -> Self {
            let mut world = Self { folder: tempfile::tempdir().unwrap(), units: Vec::new() };
            world.package("widget", "MIT", &[]);
            world.unit("path+file:///widget#1.0.0", "widget", true, "build", dependencies);
            world
        }

        fn package(&self, name: &str, licence: &str, files: &[(&str, &str)]) -> PathBuf {
            let folder = self.folder.path().join(name);
            fs::create_dir_all(folder.join("src")).unwrap();
            let manifest = format!(
                "[package]\nname = \"{name}\"\nversion = \"1.0.0\"\nlicense = \"{licence}\"\n\
                 authors = [\"A. Author <a@example.com>\", \"B. Author\"]\n"
            );
            fs::write(folder.join("Cargo.toml"), manifest).unwrap();
            for (file, text) in files {
                fs::write(folder.join(file), text).unwrap();
            }
            folder
        }

        fn unit(&mut self, id: &str, package: &str, wasm: bool, mode: &str, needs: &[usize]) {
            let source = self.folder.path().join(package).join("src/lib.rs");
            let needs: Vec<Value> = needs.iter().map(|index| json!({ "index": index })).collect();
            self.units.push(json!({
                "pkg_id": id,
                "target": { "src_path": source },
                "platform": wasm.then_some("wasm32-unknown-unknown"),
                "mode": mode,
                "dependencies": needs,
            }));
        }

        /// A crate for the browser, from a registry.
        fn compiled(&mut self, package: &str, needs: &[usize]) {
            self.unit(&format!("registry+x#{package}@1.0.0"), package, true, "build", needs);
        }

        fn notices(&self) -> anyhow::Result<String> {
            let graph = json!({ "version": 1, "units": self.units, "roots": [0] });
            notices(&graph.to_string(), Path::new("/"), "1.0.0")
        }

        /// The lines of the list.
        fn listed(&self) -> Vec<String> {
            let notices = self.notices().unwrap();
            let list = notices.split("\n\n").nth(3).unwrap();
            list.lines().map(str::to_owned).collect()
        }

        fn assert_refused(&self, reason: &str) {
            let error = format!("{:#}", self.notices().unwrap_err());
            assert!(error.contains(reason), "{error}");
        }
    }

    #[test]
    fn a_package_is_named_when_it_is_compiled_for_the_browser_and_reached() {
        let mut world = World::new(&[1, 2, 4]);
        for name in ["direct", "macro", "behind-macro", "indirect", "not-reached"] {
            world.package(name, "MIT", &[("LICENSE", MIT)]);
        }
        world.compiled("direct", &[5, 6]);
        world.unit("registry+x#macro@1.0.0", "macro", false, "build", &[3]);
        world.unit("registry+x#behind-macro@1.0.0", "behind-macro", false, "build", &[]);
        world.unit("registry+x#direct@1.0.0", "direct", true, "run-custom-build", &[7]);
        world.compiled("indirect", &[]);
        world.compiled("indirect", &[]);
        world.compiled("not-reached", &[]);
        assert_eq!(world.listed(), ["direct 1.0.0: MIT [1]", "indirect 1.0.0: MIT [1]"]);
    }

    #[test]
    fn each_text_is_there_once_and_whole() {
        let mut world = World::new(&[1, 2]);
        let other_layout = format!("\u{feff}  {}\r\n", MIT.replace('\n', "\r\n"));
        let notice = "This product includes\n    something\n";
        world.package("b", "MIT/Apache-2.0", &[("LICENSE-MIT", MIT), ("NOTICE", notice)]);
        world.package("a", "MIT", &[("license.md", &other_layout), ("src/COPYING", "not this")]);
        world.compiled("b", &[]);
        world.compiled("a", &[]);
        assert_eq!(world.listed(), ["a 1.0.0: MIT [1]", "b 1.0.0: MIT OR Apache-2.0 [1] [2]"]);
        let notices = world.notices().unwrap();
        assert_eq!(notices.matches("Permission is hereby granted").count(), 1);
        assert!(notices.ends_with("\n\nThis product includes\n    something\n"), "{notices}");
    }

    #[test]
    fn the_order_in_which_cargo_tells_its_units_changes_nothing() {
        let [mut one, mut other] = [&[1, 2], &[2, 1]].map(|needs| World::new(needs));
        for (world, names) in [(&mut one, ["a", "b"]), (&mut other, ["b", "a"])] {
            for name in names {
                world.package(name, "MIT", &[("LICENSE", &format!("{MIT}{name}"))]);
                world.compiled(name, &[]);
            }
        }
        assert_eq!(one.notices().unwrap(), other.notices().unwrap());
    }

    #[test]
    fn a_package_without_the_text_of_its_licence_is_refused_by_name() {
        let mut world = World::new(&[1]);
        world.package("bare", "MIT", &[("README.md", "MIT")]);
        world.compiled("bare", &[]);
        world.assert_refused("bare 1.0.0 comes without the text");
    }

    #[test]
    fn a_text_is_supplied_where_a_package_is_known_to_have_none() {
        let mut world = World::new(&[1]);
        let folder = world.package("leptos", "MIT", &[]);
        world.compiled("leptos", &[]);
        let notices = world.notices().unwrap();
        assert!(notices.contains("Copyright (c) A. Author, B. Author\n\nPermission is"));
        fs::write(folder.join("LICENSE"), MIT).unwrap();
        world.assert_refused("leptos 1.0.0 has the text of its licence now");
        fs::remove_file(folder.join("LICENSE")).unwrap();
        world.package("leptos", "Apache-2.0", &[]);
        world.assert_refused("leptos 1.0.0 is not under the MIT licence");
    }

    #[test]
    fn what_cargo_may_print_one_day_is_not_guessed_at() {
        let graph = json!({ "version": 2, "units": [], "roots": [] }).to_string();
        assert!(notices(&graph, Path::new("/"), "1.0.0").is_err());
        assert!(notices("", Path::new("/"), "1.0.0").is_err());
    }
}
