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

/// The widget up to its countdown.
pub const CORE_WASM: &str = concat!("campaign-widget-core-", env!("CARGO_PKG_VERSION"), ".wasm");

/// The chunks that come after the countdown: their names for the splitter, which are
/// those in `src/view/card.rs`, and when they are published.
pub const CHUNKS: [(&str, &str); 3] =
    [("shared", SHARED_WASM), ("composer", COMPOSER_WASM), ("links", LINKS_WASM)];

/// What the composer and the link helper both need.
pub const SHARED_WASM: &str =
    concat!("campaign-widget-shared-", env!("CARGO_PKG_VERSION"), ".wasm");

/// The composer.
pub const COMPOSER_WASM: &str =
    concat!("campaign-widget-composer-", env!("CARGO_PKG_VERSION"), ".wasm");

/// The link helper.
pub const LINKS_WASM: &str = concat!("campaign-widget-links-", env!("CARGO_PKG_VERSION"), ".wasm");

/// What the loader imports in a preview, for the page's author.
pub const CONTRAST: &str = concat!("campaign-widget-contrast-", env!("CARGO_PKG_VERSION"), ".js");

/// The hashes of all files.
pub const INTEGRITY: &str = "integrity.json";

/// Whose code is compiled in, under which licences.
pub const NOTICES: &str = "THIRD-PARTY-NOTICES.txt";
