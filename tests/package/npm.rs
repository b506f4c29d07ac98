//! `package.json`, by which npm and bundlers find the package's files.

use std::fs;
use std::path::Path;

use serde_json::Value;

fn package() -> Value {
    serde_json::from_str(include_str!("../../src/package/package.json")).expect("JSON")
}

#[test]
fn it_is_the_version_and_the_licence_that_cargo_knows() {
    let package = package();
    assert_eq!(package["name"], env!("CARGO_PKG_NAME"));
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(package["license"], env!("CARGO_PKG_LICENSE"));
    assert_eq!(package["description"], env!("CARGO_PKG_DESCRIPTION"));
}

#[test]
fn the_loader_keeps_what_it_does_when_it_is_imported_for_that_alone() {
    // A bundler may drop an import without names unless it has side effects.
    assert_eq!(package()["sideEffects"], true);
}

#[test]
fn each_framework_finds_its_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/package");
    for framework in ["react", "vue", "svelte"] {
        let types = package()["exports"][format!("./{framework}")]["types"].clone();
        let file = types.as_str().expect("types");
        let text = fs::read_to_string(folder.join(file)).expect(file);
        // One place knows attributes and events; these only pass them on.
        for name in ["CampaignWidgetAttributes", "CampaignWidgetEventMap"] {
            assert!(text.contains(&format!("keyof {name}")), "{file} does without {name}");
        }
    }
}

/// A bundler may write the glue anew, as the development server of Vite and the
/// minimizer of webpack do: the loader that holds it to a hash would refuse it.
#[test]
fn an_import_gives_the_loader_that_is_made_for_bundlers() {
    assert_eq!(package()["exports"]["."]["default"], "./campaign-widget-bundled.js");
}
