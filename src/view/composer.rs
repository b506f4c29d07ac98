//! Writing a post that will be accepted.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::context::Card;
use super::counter::Counter;
use super::draft_field::DraftField;
use super::editor::{Editor, Press, minimum};
use super::hand_over::HandOver;
use super::live::{effect, text, whether};
use super::note_list::NoteList;
use super::on_x::OnX;
use super::pieces::{heading, hint, notice};
use super::prompts::Prompts;
use super::rule_list::RuleList;
use crate::browser::storage;
use crate::draft::{Finding, Report, Verdict};

/// The composer of one card.
#[component]
pub fn Composer(
    /// The card that it belongs to.
    card: Card,
) -> impl IntoView {
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
    let not_lasting = card.phrase(|phrases| phrases.not_lasting);
    let insert_tag =
        move || (card.phrases().insert_tag)(&card.wording(|wording| wording.tag.clone()));
    view! {
        <section class="composer">
            {heading("draft", card.phrase(|phrases| phrases.write))}
            {notice(is_fleeting, "storage-notice", "notice", not_lasting)}
            <Prompts editor />
            <DraftField editor />
            <div class="row spread">
                <Counter editor />
                {move || lacks_tag.get().then(|| view! {
                    <button
                        type="button"
                        class="small tag"
                        part="insert-tag"
                        on:click=move |_| editor.press(Press::Insert)
                    >
                        {text(insert_tag)}
                    </button>
                })}
            </div>
            {hint("what-counts", text(move || (card.phrases().what_counts)(minimum(card).unit)))}
            <RuleList editor />
            <OnX editor />
            <HandOver editor />
            <NoteList editor />
        </section>
    }
}
