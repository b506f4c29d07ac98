//! Whether the step of writing is unfolded.

use leptos::prelude::*;
use web_sys::{Element, Event};

use super::editor::Editor;
use crate::browser::page::{self, Stage};
use crate::campaign::Phase;
use crate::ui::reactive::{Slot, effect};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::textarea;

/// A step that is done, and folds to a line: once the post is shared and the person has
/// come back, never under their hands.
#[derive(Clone, Copy)]
pub struct Fold {
    /// Whether it is unfolded.
    pub is_open: RwSignal<bool>,
}

impl Fold {
    /// Unfolded, unless the post was shared before, or the campaign has ended.
    pub fn new(editor: Editor) -> Fold {
        let card = editor.card;
        let is_shared = Memo::new(move |_| editor.shared_at().is_some());
        let is_over = move || card.phase() == Phase::Closed;
        let fold = Fold { is_open: RwSignal::new(!is_shared.get_untracked() && !untrack(is_over)) };
        effect(move || {
            // Another draft is one to write.
            if !is_shared.get() && !untrack(is_over) {
                fold.is_open.set(true);
            }
        });
        let come_back = move || {
            let is_writing = editor.field().is_some_and(|area| textarea::is_in_use(&area));
            if !is_writing && is_shared.try_with_untracked(|is_shared| *is_shared) == Some(true) {
                fold.is_open.try_set(false);
            }
        };
        Slot::here().keep(page::on(Stage::Stores, come_back));
        fold
    }

    /// The person folded or unfolded it.
    pub fn toggled(&self, event: &Event) {
        let is_open = event_target::<Element>(event).has_attribute("open");
        if self.is_open.try_get_untracked() == Some(!is_open) {
            self.is_open.set(is_open);
        }
    }
}
