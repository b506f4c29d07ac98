//! Where an account is followed.

use super::Wording;

/// Whether X would take it for the name of an account.
pub(crate) fn is_handle(word: &str) -> bool {
    (1..=15).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

impl Wording {
    /// Returns the page on which the account of the campaign is followed: that of the file,
    /// or the one on X, for a name that X would take.
    pub fn page_to_follow(&self) -> Option<String> {
        let on_x = || {
            let name = self.follow.as_deref()?.trim().strip_prefix('@')?;
            is_handle(name).then(|| ["https://x.com/", name].concat())
        };
        self.follow_page.clone().or_else(on_x)
    }
}
