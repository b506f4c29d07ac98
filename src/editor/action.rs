//! What happens to an editor.

use crate::draft::Rule;
use crate::notebook::ShareTarget;

use super::Beside;

/// What happens to an editor.
#[derive(Debug, Clone)]
pub enum Action {
    /// The field may hold another text: dictation, password managers, extensions
    /// and scripts write there without a word.
    Read,
    /// The person wrote.
    Type,
    /// What the field holds is to be stored now.
    Save,
    /// An input method begins to compose.
    StartComposing,
    /// An input method is done, or gave up.
    EndComposing,
    /// Other tabs have stored something, or may have. Whether the field has the
    /// focus of a page that has the person's.
    Refresh {
        /// So it is.
        is_focused: bool,
    },
    /// The campaign is shown in this language.
    SwitchLanguage(String),
    /// A button was pressed.
    Press(Press),
    /// This draft was shared, as this text.
    Share {
        /// The draft's id.
        id: String,
        /// The text that was shared.
        text: String,
        /// Where to.
        target: ShareTarget,
        /// What else there is to say.
        beside: Beside,
    },
}

/// A press on a button of the card.
#[derive(Debug, Clone)]
pub enum Press {
    /// Puts the campaign tag where the caret is.
    InsertTag,
    /// Repairs a rule's failure.
    Fix(Rule),
    /// Takes out this one of the other tags, which is written so.
    RemoveTag(usize, String),
    /// Puts the campaign tag in the place of this one.
    ReplaceTag(usize, String),
    /// Takes out everything.
    Clear,
    /// Begins another draft.
    Start,
    /// Opens another draft.
    Open(String),
    /// Deletes one of the other drafts.
    Delete(String),
    /// Takes back what was cleared or deleted last.
    Undo,
}
