//! What the files of a build are called.
//!
//! A name with the version in it belongs to one content for ever: it may be
//! cached without end, and a page may hold it to its hash.

/// The version of the widget, Semantic Versioning 2.0.0.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The loader, under a name that stays from version to version.
pub const LOADER: &str = "campaign-widget.js";

/// The same loader, under the name of this version.
pub const LOADER_OF_VERSION: &str = concat!("campaign-widget-", env!("CARGO_PKG_VERSION"), ".js");

/// The same loader, for pages that a bundler makes. What a bundler publishes of
/// the glue is its own, so this one does not hold it to a hash.
pub const LOADER_FOR_BUNDLERS: &str = "campaign-widget-bundled.js";

/// What the loader imports: the glue of wasm-bindgen.
pub const CORE_JS: &str = concat!("campaign-widget-core-", env!("CARGO_PKG_VERSION"), ".js");

/// The widget itself.
pub const CORE_WASM: &str = concat!("campaign-widget-core-", env!("CARGO_PKG_VERSION"), ".wasm");

/// The parts of the widget that come later, by the name of the splitter, in the order
/// in which they come. The first two come together.
pub const PARTS: [(&str, &str); 3] = [
    ("chunk_3.wasm", concat!("campaign-widget-shared-", env!("CARGO_PKG_VERSION"), ".wasm")),
    (
        "split_composing.wasm",
        concat!("campaign-widget-composing-", env!("CARGO_PKG_VERSION"), ".wasm"),
    ),
    (
        "split_handing_in.wasm",
        concat!("campaign-widget-handing-in-", env!("CARGO_PKG_VERSION"), ".wasm"),
    ),
];

/// What the loader imports in a preview, for the page's author.
pub const CONTRAST: &str = concat!("campaign-widget-contrast-", env!("CARGO_PKG_VERSION"), ".js");

/// The hashes of all files.
pub const INTEGRITY: &str = "integrity.json";

/// Whose code is compiled in, under which licences.
pub const NOTICES: &str = "THIRD-PARTY-NOTICES.txt";
