//! What of the tests can be run alone, and what each layer needs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::with_backends::{CONTENT_SYSTEMS, SMALL};
use crate::setup::backends::{self, Installed};
use crate::setup::browser::{self, Browser};
use crate::setup::engine::Engines;
use crate::setup::workspace::Workspace;
use crate::setup::{
    self, for_auditing, for_building, for_comparing, for_documenting, for_hosting, for_linting,
    for_rating,
};
use crate::setup::{input_methods, screen_reader};

/// A part of `cargo xtask test` that can be run alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layer {
    /// What may come in from outside.
    Dependencies,
    /// Format and lints.
    Lints,
    /// The documentation and its examples.
    Documentation,
    /// The suites that need no browser, or the one of this name.
    Native(Option<String>),
    /// The components, in a browser.
    Components,
    /// What is built, in the browsers of each engine.
    EndToEnd,
    /// What is built, with real servers as its endpoint.
    Backends,
    /// What is built, with real content management systems as its endpoint.
    ContentSystems,
    /// The announcement pages, in Lighthouse.
    Lighthouse,
    /// What is built, with drafts that are written by input methods.
    InputMethods,
    /// What is built, as a screen reader reads it out.
    ScreenReader,
    /// The size of what is built.
    Size,
}

/// A layer with what it needs.
pub enum Check {
    Dependencies,
    Lints,
    Documentation,
    Native { suite: Option<String>, compared: Option<PathBuf> },
    Components { browser: Browser },
    EndToEnd { engines: Engines, host_packages: PathBuf, axe: PathBuf },
    Backends { browser: Browser, installed: Option<Installed>, tests: &'static str },
    Lighthouse { browser: Browser, packages: PathBuf },
    InputMethods { engines: Engines, are_here: bool },
    ScreenReader { engines: Engines, is_here: bool },
    Size,
}

/// The only native suite that needs something that Cargo does not bring.
const CONFORMANCE: &str = "conformance";

/// The suites that are layers of their own.
const IN_A_BROWSER: [&str; 3] = ["e2e", "lighthouse", "web"];

impl Layer {
    /// All layers, in the order in which they are run.
    pub const ALL: [Layer; 12] = [
        Layer::Dependencies,
        Layer::Lints,
        Layer::Documentation,
        Layer::Native(None),
        Layer::Components,
        Layer::EndToEnd,
        Layer::Backends,
        Layer::Lighthouse,
        Layer::Size,
        Layer::ContentSystems,
        Layer::InputMethods,
        Layer::ScreenReader,
    ];

    /// Whether it runs only when it is named: it needs windows on a desktop, or much to be
    /// installed, and time.
    pub fn is_run_by_name(&self) -> bool {
        matches!(self, Layer::ContentSystems | Layer::InputMethods | Layer::ScreenReader)
    }

    /// The layer of this name, which may be that of a native suite in `tests`.
    ///
    /// # Errors
    ///
    /// When there is none; the error names all that there are.
    pub fn named(name: &str, tests: &Path) -> Result<Layer> {
        if let Some(layer) = Layer::ALL.into_iter().find(|layer| layer.name() == name) {
            return Ok(layer);
        }
        let suites = native_suites(tests)?;
        if suites.iter().any(|suite| suite == name) {
            return Ok(Layer::Native(Some(name.to_owned())));
        }
        let layers = Layer::ALL.each_ref().map(Layer::name).join(", ");
        bail!("no layer `{name}`; there are {layers}, and the suites {}", suites.join(", "))
    }

    fn name(&self) -> &str {
        match self {
            Layer::Dependencies => "dependencies",
            Layer::Lints => "lints",
            Layer::Documentation => "documentation",
            Layer::Native(suite) => suite.as_deref().unwrap_or("native"),
            Layer::Components => "components",
            Layer::EndToEnd => "e2e",
            Layer::Backends => "backends",
            Layer::ContentSystems => "cms",
            Layer::Lighthouse => "lighthouse",
            Layer::InputMethods => "ime",
            Layer::ScreenReader => "screen-reader",
            Layer::Size => "size",
        }
    }

    /// Whether it runs tests, of which some can be chosen by their names.
    pub fn has_tests(&self) -> bool {
        !matches!(self, Layer::Dependencies | Layer::Lints | Layer::Documentation | Layer::Size)
    }

    /// Whether it runs in several engines, of which one can be chosen.
    pub fn has_engines(&self) -> bool {
        matches!(self, Layer::EndToEnd | Layer::InputMethods | Layer::ScreenReader)
    }

    /// Finds or installs what the layer needs, and nothing else.
    ///
    /// # Errors
    ///
    /// When something is missing and cannot be installed.
    pub fn prepare(self, workspace: &mut Workspace) -> Result<Check> {
        Ok(match self {
            Layer::Dependencies => {
                setup::for_judging_dependencies(workspace)?;
                Check::Dependencies
            }
            Layer::Lints => {
                for_linting()?;
                Check::Lints
            }
            Layer::Documentation => {
                for_documenting()?;
                Check::Documentation
            }
            Layer::Native(suite) => {
                let compares = suite.as_deref().is_none_or(|suite| suite == CONFORMANCE);
                let compared = compares.then(|| for_comparing(workspace)).transpose()?;
                Check::Native { suite, compared }
            }
            Layer::Components => {
                setup::for_components(workspace)?;
                Check::Components { browser: browser::find_or_install()? }
            }
            Layer::EndToEnd => Check::EndToEnd {
                engines: for_playing(workspace)?,
                host_packages: for_hosting(workspace)?,
                axe: for_auditing(workspace)?,
            },
            Layer::Backends => {
                for_building(workspace)?;
                Check::Backends {
                    browser: browser::find_or_install()?,
                    installed: backends::find_or_install(workspace, &backends::SMALL)?,
                    tests: SMALL,
                }
            }
            Layer::ContentSystems => {
                for_building(workspace)?;
                Check::Backends {
                    browser: browser::find_or_install()?,
                    installed: backends::find_or_install(workspace, &backends::CONTENT_SYSTEMS)?,
                    tests: CONTENT_SYSTEMS,
                }
            }
            Layer::Lighthouse => {
                for_building(workspace)?;
                Check::Lighthouse {
                    browser: browser::find_or_install()?,
                    packages: for_rating(workspace)?,
                }
            }
            Layer::InputMethods => Check::InputMethods {
                engines: for_playing(workspace)?,
                are_here: input_methods::find_or_install(),
            },
            Layer::ScreenReader => Check::ScreenReader {
                engines: for_playing(workspace)?,
                is_here: screen_reader::find_or_install(),
            },
            Layer::Size => {
                for_building(workspace)?;
                Check::Size
            }
        })
    }
}

/// What it takes to build the widget, and to test it in the engines that it gives.
fn for_playing(workspace: &mut Workspace) -> Result<Engines> {
    for_building(workspace)?;
    Engines::find_or_install(workspace)
}

/// The names of the suites in `tests` that need no browser: `<name>.rs` or
/// `<name>/main.rs`. Since the manifest lists its targets, Cargo refuses one
/// that it forgets.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn native_suites(tests: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(tests).with_context(|| format!("cannot list {}", tests.display()))? {
        let path = entry?.path();
        let is_suite = path.extension().is_some_and(|extension| extension == "rs")
            || path.join("main.rs").is_file();
        let name = path.file_stem().and_then(|name| name.to_str());
        names.extend(
            name.filter(|name| is_suite && !IN_A_BROWSER.contains(name)).map(str::to_owned),
        );
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Layer, native_suites};

    fn tests() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")
    }

    #[test]
    fn a_suite_is_a_file_or_a_folder_with_a_main() {
        let names = native_suites(&tests()).unwrap();
        for expected in ["campaign", "conformance", "draft", "link", "outbox"] {
            assert!(names.iter().any(|name| name == expected), "{expected} is not in {names:?}");
        }
        for other in ["e2e", "lighthouse", "web", "fixtures", "hosts"] {
            assert!(!names.iter().any(|name| name == other), "{other} is in {names:?}");
        }
    }

    #[test]
    fn a_layer_is_known_by_its_name_and_a_suite_by_its_own() {
        for layer in Layer::ALL {
            assert_eq!(Layer::named(layer.name(), &tests()).unwrap(), layer);
        }
        let outbox = Layer::named("outbox", &tests()).unwrap();
        assert_eq!(outbox, Layer::Native(Some("outbox".to_owned())));
    }

    #[test]
    fn an_unknown_layer_is_told_with_all_that_there_are() {
        let error = Layer::named("outbux", &tests()).unwrap_err().to_string();
        for expected in ["`outbux`", "lints", "e2e", "outbox"] {
            assert!(error.contains(expected), "{error}");
        }
    }
}
