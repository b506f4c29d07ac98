//! Adding the deadline to the reader's calendar.

use crate::app::card::Card;
use crate::browser::download;
use crate::calendar::Deadline;
use crate::campaign::Phase;
use crate::language::{self, Language, Midnight, ThisYear};
use crate::ui::element::El;
use crate::ui::signal::Signal;
use crate::ui::widgets::button;

/// A button that gives the calendar a file, as long as the deadline is ahead.
pub fn calendar(card: Card) -> El {
    let is_ahead = Signal::derive(move || card.phase() != Phase::Closed);
    button("add-to-calendar", "small plain", card.phrase(Language::add_to_calendar), move || {
        add(card)
    })
    .shown_if(is_ahead)
}

fn add(card: Card) {
    let language = card.language();
    let end = card.window.end;
    // With the year: an entry may be read much later.
    let moment = language.moment_of(end, Midnight::EndsDay, ThisYear(0));
    let moment = language.moment_in_zone(&moment, &language::zone(*end.offset()));
    let (title, tag) = card.wording(|wording| (wording.title.clone(), wording.tag.clone()));
    let file = card.campaign.with_value(|campaign| {
        let form = &campaign.questionnaire.page;
        Deadline {
            campaign: &campaign.id,
            host: form.split('/').nth(2).unwrap_or_default(),
            start: (
                card.window.start.to_utc(),
                &[&title, " · ", language.milestone_open()].concat(),
            ),
            end: end.to_utc(),
            summary: &[&language.calendar_summary(&title), " · ", &moment].concat(),
            description: &language.calendar_description(&tag, &moment),
            page: campaign.details.as_deref().or(Some(form)),
            day_left: &language.calendar_day_left(&title),
            hour_left: &language.calendar_hour_left(&title),
        }
        .file(card.time.exactly())
    });
    let name = card.campaign.with_value(|campaign| [&campaign.id, ".ics"].concat());
    download::offer(&name, "text/calendar", &file);
}
