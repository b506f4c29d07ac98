//! What became of the last press, and of the person's drafts.

use crate::notebook::{Draft, ShareTarget};

/// What became of the last press, and of the person's drafts.
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    /// Nothing to say.
    None,
    /// There is nothing to share.
    Empty,
    /// The draft breaks a rule; another press of the same goes on.
    Warned(ShareTarget),
    /// The draft was shared.
    Shared(ShareTarget, Beside),
    /// The browser refused to copy, or did not answer.
    NotCopied,
    /// This text was cleared, and can be brought back.
    Cleared(String),
    /// This draft was deleted, and can be brought back.
    Deleted(Draft),
    /// Two tabs wrote on one draft, and both texts are kept.
    Conflict,
}

/// What there is to say beside that a draft was shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Nothing.
    Nothing,
    /// It is on the clipboard, too.
    Copied,
    /// It is too long for an address of X, and on the clipboard.
    TooLongForX,
}

impl Status {
    /// What is still to be said once the text is another one, of which by itself
    /// there is `next` to say.
    pub(super) fn after_change(self, is_empty: bool, next: Status) -> Status {
        let stays = match (&self, &next) {
            // Until the person writes on.
            (Status::Cleared(_), _) => is_empty,
            (Status::Deleted(..) | Status::Conflict, Status::None) => true,
            (Status::Shared(before, _), Status::Shared(now, _)) => before == now,
            _ => false,
        };
        if stays { self } else { next }
    }
}
