//! How full the draft is, as a ring.

use crate::app::editor::Editor;
use crate::draft::Report;
use crate::twitter_text::LIMIT;
use crate::ui::element::El;
use crate::ui::reactive::text_signal;

/// The share of X's weight from which it grows short, in percent.
const SHORT: usize = 90;

/// Fills to the minimum, and then again to what X takes.
pub fn ring(editor: Editor) -> El {
    let part = text_signal(move || editor.report.with(|report| share(report).to_string()));
    let state = text_signal(move || editor.report.with(|report| state(report)));
    let filled = text_signal(move || [&part.get(), " 100"].concat());
    let circle = |class| {
        El::drawing("circle", class).attr("cx", "50%").attr("cy", "50%").attr("pathLength", "100")
    };
    El::drawing("svg", "ring")
        .attr("part", "ring")
        .attr("aria-hidden", "true")
        .bind_attr("data-state", state)
        .with(circle("way"))
        .with(circle("full").bind_attr("stroke-dasharray", filled))
}

/// How much of the ring is filled, in percent.
fn share(report: &Report) -> usize {
    let minimum = report.minimum.count as usize;
    let (filled, full) = match report.count < minimum {
        true => (report.count, minimum),
        false => (report.x.weight, LIMIT),
    };
    (filled * 100 / full.max(1)).min(100)
}

fn state(report: &Report) -> &'static str {
    let is_short = report.count < report.minimum.count as usize;
    match report.x.weight {
        _ if is_short => "filling",
        weight if weight > LIMIT => "over",
        weight if weight * 100 >= LIMIT * SHORT => "close",
        _ => "fits",
    }
}
