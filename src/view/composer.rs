//! Writing a post that will be accepted.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::context::Card;
use super::counter::counter;
use super::draft_field::draft_field;
use super::editor::{Editor, Press, minimum};
use super::hand_over::hand_over;
use super::live::{effect, text, whether};
use super::note_list::note_list;
use super::on_x::on_x;
use super::piece::Piece;
use super::pieces::{button, heading, hint, notice};
use super::prompts::prompts;
use super::rule_list::rule_list;
use crate::browser::storage;
use crate::draft::{Finding, Report, Verdict};

/// The composer of one card.
pub fn composer(card: Card) -> Piece {
    let editor = Editor::new(card);
    let mut passed = false;
    effect(move || {
        let passes = editor.report.with(Report::passes);
        if passes != passed {
            card.fire("campaign-draft", &[("passes", JsValue::from_bool(passes))]);
        }
        passed = passes;
    });
    // What is nearly there is repaired rather than inserted again.
    let lacks_tag = whether(move || {
        let lacks = |verdict: &Verdict| verdict.finding == Finding::TagMissing;
        editor.report.with(|report| report.verdicts.iter().any(lacks))
    });
    // Storage tells nobody when it is full; so it is asked at every tick.
    let is_fleeting = whether(move || {
        card.time.now.track();
        !storage::is_lasting()
    });
    let insert_label =
        text(move || (card.phrases().insert_tag)(&card.wording(|wording| wording.tag.clone())));
    let insert = move || {
        button("insert-tag", "small tag", insert_label, move || editor.press(Press::Insert))
    };
    let what_counts = text(move || (card.phrases().what_counts)(minimum(card).unit));
    Piece::new("section", "composer")
        .with(heading("draft", card.phrase(|phrases| phrases.write)))
        .with_if(is_fleeting, move || {
            notice("storage-notice", "notice", card.phrase(|phrases| phrases.not_lasting))
        })
        .with(prompts(editor))
        .with(draft_field(editor))
        .with(Piece::new("div", "row spread").with(counter(editor)).with_if(lacks_tag, insert))
        .with(hint("what-counts", what_counts))
        .with(rule_list(editor))
        .with(on_x(editor))
        .with_all(hand_over(editor))
        .with(note_list(editor))
}
