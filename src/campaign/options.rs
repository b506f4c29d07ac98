//! The enumerated values of a campaign file: units, platforms, encodings.

use schemars::JsonSchema;

use super::schema_parts;

/// The minimum length of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Minimum {
    /// The number: a whole number, at least 1.
    #[schemars(schema_with = "schema_parts::count")]
    pub count: u32,
    /// The unit: `characters` for 字, or `words`.
    pub unit: Unit,
}

/// What the minimum counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Unit {
    /// Characters as people see them: one 字, one letter or one emoji each
    /// (extended grapheme clusters, UAX #29).
    Characters,
    /// Words (UAX #29); each Han, Kana or Hangul-syllable character is one.
    Words,
}

/// A platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Platform {
    /// X, formerly Twitter.
    X,
    /// Gate Square.
    Gate,
}

/// How a link is submitted to the endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Encoding {
    /// As JSON (`application/json`), with the header `Idempotency-Key`.
    #[default]
    Json,
    /// As a web form (`application/x-www-form-urlencoded`): a simple request,
    /// without a preflight.
    Form,
}

/// Whether the browser sends its cookies for the endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Credentials {
    /// Cookies are never sent.
    #[default]
    Omit,
    /// Cookies are sent; the endpoint's answers must then name the page's
    /// origin and allow credentials.
    Include,
}
