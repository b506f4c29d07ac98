//! Why there is no campaign to show.

use super::Problem;
use crate::json::Json;

/// Why there is no campaign to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// There is neither `src`, nor a file inside the element, nor the property.
    NoSource,
    /// The file could not be fetched: no connection, or blocked.
    Unreachable {
        /// The value of `src`.
        src: String,
    },
    /// The server answered with an error.
    Status {
        /// The value of `src`.
        src: String,
        /// The HTTP status.
        code: u16,
    },
    /// The file is neither UTF-8 nor in the charset of its header.
    Undecodable {
        /// The value of `src`.
        src: String,
    },
    /// An attribute of the element is not an instant.
    NotAMoment {
        /// The attribute.
        attribute: &'static str,
    },
    /// The file is not JSON.
    NotJson {
        /// The browser's message.
        words: String,
    },
    /// The file is JSON, but not a valid campaign.
    Invalid {
        /// What is wrong with it.
        problems: Vec<Problem>,
        /// Its endpoint, whose own problems are not among them.
        endpoint: Option<Json>,
    },
}

impl Trouble {
    /// Returns the `code` of `campaign-error`.
    pub fn code(&self) -> &'static str {
        match self {
            Trouble::NoSource => "no-source",
            Trouble::Unreachable { .. } => "unreachable",
            Trouble::Status { .. } => "status",
            Trouble::Undecodable { .. } => "encoding",
            Trouble::NotAMoment { .. } => "attribute",
            Trouble::NotJson { .. } => "not-json",
            Trouble::Invalid { .. } => "invalid",
        }
    }
}
