//! Where an account is followed.

use super::Wording;

/// The longest name of an account on X, in characters.
const LONGEST_ON_X: usize = 15;

impl Wording {
    /// Returns the page on which the account of the campaign is followed: that of the file,
    /// or the one on X, for a name that X would take.
    pub fn page_to_follow(&self) -> Option<String> {
        let on_x = || {
            let name = self.follow.as_deref()?.trim().strip_prefix('@')?;
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let is_on_x = (1..=LONGEST_ON_X).contains(&name.len()) && name.chars().all(is_name);
            is_on_x.then(|| ["https://x.com/", name].concat())
        };
        self.follow_page.clone().or_else(on_x)
    }
}
