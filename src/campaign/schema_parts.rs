//! What the JSON Schema says of the texts in a campaign file.
//!
//! As strict as a pattern can be; [`super::Campaign::read`] knows the rest,
//! such as that April has 30 days.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::asks::Platform;

pub(super) fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$" })
}

pub(super) fn text(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "\\S" })
}

pub(super) fn texts(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": text(generator) })
}

pub(super) fn tag(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^#[^\\s#＃﹟]([^#＃﹟\\r\\n]*[^\\s#＃﹟])?#?$",
        "examples": ["#Gate xStocks 交易体验#", "#CreatorLeaderboard"],
    })
}

pub(super) fn address(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^(https://[^\\s/?#@\\\\]+|http://(localhost|127\\.[0-9.]+|\\[::1\\])(:[0-9]+)?)([/?#][^\\s\\\\]*)?$",
    })
}

pub(super) fn moment(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        "examples": ["2025-07-09T24:00:00+08:00"],
    })
}

pub(super) fn platforms(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": generator.subschema_for::<Platform>(),
        "minItems": 1,
    })
}
