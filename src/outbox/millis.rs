//! Times in stored entries: milliseconds since 1970 UTC, as in JavaScript.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

pub(super) fn serialize<S: Serializer>(time: &DateTime<Utc>, to: S) -> Result<S::Ok, S::Error> {
    time.timestamp_millis().serialize(to)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<DateTime<Utc>, D::Error> {
    let millis = i64::deserialize(from)?;
    DateTime::from_timestamp_millis(millis).ok_or_else(|| Error::custom("no such time"))
}

/// The same for a time that may be missing.
pub(super) mod optional {
    use super::{DateTime, Deserialize, Deserializer, Error, Serialize, Serializer, Utc};

    pub(in super::super) fn serialize<S: Serializer>(
        time: &Option<DateTime<Utc>>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        time.map(|time| time.timestamp_millis()).serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<DateTime<Utc>>, D::Error> {
        let Some(millis) = Option::<i64>::deserialize(from)? else {
            return Ok(None);
        };
        let time = DateTime::from_timestamp_millis(millis);
        time.ok_or_else(|| Error::custom("no such time")).map(Some)
    }
}
