//! Why there is nothing to show.

use super::Problem;

/// Why there is no campaign to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// Neither `src` nor a file inside the element nor the property.
    NoSource,
    /// No answer for the file: no connection, or not allowed.
    Unreachable {
        /// The value of `src`.
        src: String,
    },
    /// The server did not give the file.
    Status {
        /// The value of `src`.
        src: String,
        /// The HTTP status of its answer.
        code: u16,
    },
    /// The file is neither UTF-8 nor what its header says.
    Undecodable {
        /// The value of `src`.
        src: String,
    },
    /// An attribute of the element is no instant.
    NotAMoment {
        /// Which attribute.
        attribute: &'static str,
    },
    /// The file is not JSON.
    NotJson {
        /// The browser's own words.
        words: String,
    },
    /// The file is JSON, but describes no campaign.
    Invalid(Vec<Problem>),
}

impl Trouble {
    /// The `code` of `campaign-error`.
    pub fn code(&self) -> &'static str {
        match self {
            Trouble::NoSource => "no-source",
            Trouble::Unreachable { .. } => "unreachable",
            Trouble::Status { .. } => "status",
            Trouble::Undecodable { .. } => "encoding",
            Trouble::NotAMoment { .. } => "attribute",
            Trouble::NotJson { .. } => "not-json",
            Trouble::Invalid(_) => "invalid",
        }
    }
}
