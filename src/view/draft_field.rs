//! The field in which a post is written.

use crate::app::editor::Editor;
use crate::browser::paint::Painting;
use crate::draft::Mark;
use crate::language::Language;
use crate::ui::element::El;
use crate::ui::reactive::{effect, text_signal};

/// The longest text seen behind the field, in bytes: some 4,000 Han characters,
/// more than any post. A browser would lay out a longer one again at each key.
const LONGEST_BEHIND: usize = 12_000;

/// The frame of the field, whose foot has room for what is said of the draft.
///
/// The field is a plain one, so that input methods, spelling and undo are the browser's
/// own. What the rules find is shown by the same text behind it, out of which
/// only the marks are seen; it also makes the field as tall as the text.
pub fn draft_field(editor: Editor) -> El {
    let card = editor.card;
    let behind = El::new("div", "behind")
        .attr("aria-hidden", "true")
        .attr("dir", "auto")
        .bind_attr("lang", card.wording_lang());
    let painting = behind.element().map(Painting::on);
    effect(move || {
        let Some(painting) = &painting else { return };
        editor.latest.with(|report| {
            if report.text.len() > LONGEST_BEHIND {
                // For paper alone.
                return painting.show(&report.text, &[]);
            }
            let stretch = |mark: &Mark| (mark.range.clone(), mark.kind.name());
            let marks: Vec<_> = report.marks.iter().map(stretch).collect();
            // A last line without a character would have no height.
            painting.show(&[&report.text, "\n"].concat(), &marks);
        });
    });
    let class = move || match editor.draft.with(String::len) {
        ..=LONGEST_BEHIND => "draft",
        _ => "draft long",
    };
    let area = editor
        .area
        .attr("id", "draft")
        .attr("part", "draft")
        .attr("dir", "auto")
        .attr("aria-labelledby", "write")
        .attr("aria-describedby", "minimum what-counts")
        .bind_attr("lang", card.wording_lang())
        .bind_attr("spellcheck", text_signal(move || spellcheck(&card.wording_language())))
        .bind_attr("placeholder", card.phrase(Language::placeholder));
    let state = move || match editor.report.with(|report| report.passes()) {
        true => "pass",
        false => "fail",
    };
    El::new("div", "frame")
        .attr("part", "draft-field")
        .bind_attr("data-state", text_signal(state))
        .with(
            El::new("div", "")
                .bind_attr("class", text_signal(class))
                .with(El::new("div", "sheet").with(behind).with(editor.listen(area))),
        )
}

/// Languages of which a browser checks nothing, or only the Latin words between
/// as if they were English. Its red waves under the campaign's own tag would look
/// like the marks of the card.
const NOT_CHECKED: [&str; 8] = ["zh", "yue", "ja", "ko", "th", "lo", "km", "my"];

fn spellcheck(language: &str) -> &'static str {
    let subtag = language.split('-').next().unwrap_or_default();
    match NOT_CHECKED.iter().any(|not| subtag.eq_ignore_ascii_case(not)) {
        true => "false",
        false => "true",
    }
}
