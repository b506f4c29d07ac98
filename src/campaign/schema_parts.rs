//! The JSON Schema of the values in a campaign file.
//!
//! As strict as a pattern can be; [`super::Campaign::read`] checks the rest,
//! such as that April has 30 days.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::endpoint::PRESETS;
use super::options::Platform;

pub(super) fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^[A-Za-z0-9._-]{1,64}$",
        "examples": ["gate-xstocks-2025-07"],
    })
}

/// Matches text that is visible and was decoded without errors.
pub(super) const TEXT: &str = "^[^\\ufffd]*[^\\s\\u0085\\ufffd][^\\ufffd]*$";

pub(super) fn text(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": TEXT })
}

pub(super) fn texts(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": text(generator) })
}

pub(super) fn count(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 1, "maximum": u32::MAX })
}

pub(super) fn tag(_: &mut SchemaGenerator) -> Schema {
    // First a lookahead for a letter or digit, as `may_be_letter` approximates
    // them; then the signs at both ends, and inside neither another sign nor a
    // character that `tag::is_foreign` excludes.
    json_schema!({
        "type": "string",
        "pattern": concat!(
            "^(?=.*([0-9A-Za-z]|[^\\u0000-\\u00bf\\u2000-\\u206f\\u2190-\\u245f\\u2500-\\u2bff",
            "\\u3000-\\u303f\\ufe00-\\ufe0f\\uff00-\\uff0f\\uff1a-\\uff20\\uff5b-\\uff65",
            "\\u{1f000}-\\u{1faff}]))",
            "#[^\\s#＃﹟\\u0000-\\u001f\\u007f-\\u009f\\u200b\\u2060\\ufffd]",
            "([^#＃﹟\\u0000-\\u001f\\u007f-\\u009f\\u200b\\u2028\\u2029\\u2060\\ufeff\\ufffd]*",
            "[^\\s#＃﹟\\u0000-\\u001f\\u007f-\\u009f\\u200b\\u2060\\ufffd])?#?$",
        ),
        "examples": ["#Gate xStocks 交易体验#", "#CreatorLeaderboard"],
    })
}

pub(super) fn address(_: &mut SchemaGenerator) -> Schema {
    // A host, or for http a loopback host; a port up to 65535; then no white
    // space, control character or backslash.
    json_schema!({
        "type": "string",
        "pattern": concat!(
            "^(https://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])",
            "|http://(localhost|\\[::1\\]",
            "|127(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}))",
            "(:([0-5]?[0-9]{1,4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?",
            "([/?#][^\\s\\\\\\u0000-\\u001f\\u007f-\\u009f\\ufffd]*)?$",
        ),
    })
}

pub(super) fn moment(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": concat!(
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?",
            "([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        ),
        "examples": ["2025-07-03T16:00:00+08:00", "2025-07-09T24:00:00+08:00"],
    })
}

pub(super) fn platforms(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": generator.subschema_for::<Platform>(),
        "minItems": 1,
        "default": ["x"],
    })
}

pub(super) fn status(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 200, "maximum": 599 })
}

pub(super) fn preset(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": PRESETS })
}

pub(super) fn headers(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "propertyNames": { "pattern": "^[-!#$%&'*+.^_`|~0-9A-Za-z]+$" },
        "additionalProperties": text(generator),
        "examples": [{ "Idempotency-Key": "{key}" }],
    })
}

pub(super) fn body(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "additionalProperties": generator.subschema_for::<Template>(),
        "examples": [{ "data": { "url": "{link}", "post": "{postId}", "key": "{key}" } }],
    })
}

/// A value in the body.
struct Template;

impl JsonSchema for Template {
    fn schema_name() -> Cow<'static, str> {
        "Template".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let within = generator.subschema_for::<Template>();
        json_schema!({
            "description": "A constant, or a text with placeholders such as {link}.",
            "anyOf": [
                { "type": ["null", "boolean", "number"] },
                { "type": "string", "pattern": "^[^\\ufffd]*$" },
                { "type": "array", "items": within },
                { "type": "object", "additionalProperties": within },
            ],
        })
    }
}
