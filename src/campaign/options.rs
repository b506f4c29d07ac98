//! The enumerated values of a campaign file: units and platforms.

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
