//! What the files of a build are called.
//!
//! A name with the version or a hash in it belongs to one content for ever: it may be
//! cached without end, and a page may hold it to its hash.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

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
pub const CORE_JS: Hashed = Hashed::new("campaign-widget-core", "js");

/// The widget up to its countdown.
pub const CORE_WASM: Hashed = Hashed::new("campaign-widget-core", "wasm");

/// The chunks that come after the countdown: their names for the splitter, which are
/// those in `src/view/card.rs`, and when they are published.
pub const CHUNKS: [(&str, Hashed); 3] =
    [("shared", SHARED_WASM), ("composer", COMPOSER_WASM), ("links", LINKS_WASM)];

/// What the composer and the link helper both need.
pub const SHARED_WASM: Hashed = Hashed::new("campaign-widget-shared", "wasm");

/// The composer.
pub const COMPOSER_WASM: Hashed = Hashed::new("campaign-widget-composer", "wasm");

/// The link helper.
pub const LINKS_WASM: Hashed = Hashed::new("campaign-widget-links", "wasm");

/// What the loader imports in a preview, for the page's author.
pub const CONTRAST: Hashed = Hashed::new("campaign-widget-contrast", "js");

/// What the loader asks for, apart from the languages.
pub const HASHED: [Hashed; 6] =
    [CORE_JS, CORE_WASM, SHARED_WASM, COMPOSER_WASM, LINKS_WASM, CONTRAST];

/// The languages of the card.
pub const LANGUAGES: [Language; 12] = [
    Language::new("zh-CN", "campaign-widget-zh-cn", "campaign-widget-zh-cn-forms"),
    Language::new("zh-TW", "campaign-widget-zh-tw", "campaign-widget-zh-tw-forms"),
    Language::new("en", "campaign-widget-en", "campaign-widget-en-forms"),
    Language::new("ja", "campaign-widget-ja", "campaign-widget-ja-forms"),
    Language::new("ko", "campaign-widget-ko", "campaign-widget-ko-forms"),
    Language::new("vi", "campaign-widget-vi", "campaign-widget-vi-forms"),
    Language::new("ru", "campaign-widget-ru", "campaign-widget-ru-forms"),
    Language::new("es", "campaign-widget-es", "campaign-widget-es-forms"),
    Language::new("pt-BR", "campaign-widget-pt-br", "campaign-widget-pt-br-forms"),
    Language::new("tr", "campaign-widget-tr", "campaign-widget-tr-forms"),
    Language::new("id", "campaign-widget-id", "campaign-widget-id-forms"),
    Language::new("ar", "campaign-widget-ar", "campaign-widget-ar-forms"),
];

/// The files of a language of the card.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    /// Its tag, BCP 47.
    pub tag: &'static str,
    /// The sentences of the countdown.
    pub early: Hashed,
    /// All others.
    pub forms: Hashed,
}

impl Language {
    const fn new(tag: &'static str, early: &'static str, forms: &'static str) -> Language {
        Language { tag, early: Hashed::new(early, "txt"), forms: Hashed::new(forms, "txt") }
    }
}

/// The hashes of all files.
pub const INTEGRITY: &str = "integrity.json";

/// Whose code is compiled in, under which licences.
pub const NOTICES: &str = "THIRD-PARTY-NOTICES.txt";

/// How many letters and digits of a file's hash are in its name.
const DIGITS: usize = 8;

/// A file that the loader asks for. Its name has a part of the hash of its content, so
/// that no cache serves the file of one build to the loader of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hashed {
    stem: &'static str,
    extension: &'static str,
}

impl Hashed {
    const fn new(stem: &'static str, extension: &'static str) -> Hashed {
        Hashed { stem, extension }
    }

    /// Whether the loader knows the shorter hash of it, as of the files of languages.
    pub fn is_short_hashed(self) -> bool {
        self.extension == "txt"
    }

    /// Its name as long as its content changes: `campaign-widget-core.js`.
    pub fn plain(self) -> String {
        format!("{}.{}", self.stem, self.extension)
    }

    /// Its name in documents: `campaign-widget-core-….js`.
    pub fn documented(self) -> String {
        self.with("…")
    }

    /// Its name with a content of this hash, the value of the attribute `integrity`:
    /// `campaign-widget-core-oqvuafxa.js`.
    pub fn published(self, integrity: &str) -> String {
        let (_, hash) = integrity.split_once('-').unwrap_or_default();
        let digits = hash.chars().filter(char::is_ascii_alphanumeric).take(DIGITS);
        self.with(&digits.collect::<String>().to_ascii_lowercase())
    }

    /// Its name in a folder with the files of a build.
    ///
    /// # Errors
    ///
    /// When it is not there, or more than once.
    pub fn find(self, folder: &Path) -> Result<String> {
        let mut found = None;
        for entry in fs::read_dir(folder).context("there is no such folder")? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if self.is_name(&name) && found.replace(name).is_some() {
                bail!("{} has more than one {}", folder.display(), self.documented());
            }
        }
        found.with_context(|| format!("{} has no {}", folder.display(), self.documented()))
    }

    fn is_name(self, name: &str) -> bool {
        let stem = name.strip_suffix(self.extension).and_then(|name| name.strip_suffix('.'));
        let digits = stem.and_then(|stem| stem.strip_prefix(self.stem)?.strip_prefix('-'));
        digits.is_some_and(|digits| {
            digits.len() == DIGITS && digits.chars().all(|c| c.is_ascii_alphanumeric())
        })
    }

    fn with(self, digits: &str) -> String {
        format!("{}-{digits}.{}", self.stem, self.extension)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{CORE_JS, CORE_WASM};

    const INTEGRITY: &str = "sha384-oq+vU/AFXAB4MKhE9KGYzCcS";

    #[test]
    fn a_name_has_the_first_letters_and_digits_of_the_hash() {
        assert_eq!(CORE_JS.published(INTEGRITY), "campaign-widget-core-oqvuafxa.js");
    }

    #[test]
    fn a_file_is_found_by_the_name_that_it_was_given() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str| fs::write(folder.path().join(name), "").unwrap();
        for other in ["campaign-widget-core.js", "campaign-widget-core-1.0.0.js", "x.js"] {
            write(other);
        }
        assert!(CORE_JS.find(folder.path()).is_err());
        let name = CORE_JS.published(INTEGRITY);
        write(&name);
        write(&CORE_WASM.published(INTEGRITY));
        assert_eq!(CORE_JS.find(folder.path()).unwrap(), name);
        write("campaign-widget-core-01234567.js");
        assert!(CORE_JS.find(folder.path()).is_err(), "of another build");
    }
}
