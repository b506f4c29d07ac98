//! The countdown, and what a press answers.

use super::Language;
use crate::campaign::{Milestone, Phase};
use crate::outbox::Cause;

/// Feedback after a press on a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feedback {
    /// The field is empty.
    NothingThere,
    /// No link can be submitted.
    NoneAccepted,
    /// The campaign has not started.
    TooSoon,
    /// The time to submit is over.
    TooLate,
    /// A preview submits nothing.
    Preview,
    /// It asked the endpoint instead, which does not let the page in, cannot be
    /// reached, or answers.
    PreviewChecked(Option<Cause>),
    /// This many links were queued.
    Added(usize),
    /// All links were submitted before.
    AlreadyThere,
    /// The link is copied and the form was opened.
    Copied,
    /// The link is copied.
    LinkCopied,
    /// The link could not be copied.
    NotCopied,
}

impl Language {
    /// The names of days, hours, minutes and seconds, below their digits.
    pub fn units(&self) -> [&'static str; 4] {
        [self.unit_days(), self.unit_hours(), self.unit_minutes(), self.unit_seconds()]
    }

    /// The heading of the countdown.
    pub fn phase(&self, phase: Phase) -> &'static str {
        match phase {
            Phase::Before => self.phase_before(),
            Phase::Open => self.phase_open(),
            Phase::Closed => self.phase_closed(),
        }
    }

    /// What is said at a milestone.
    pub fn milestone(&self, milestone: Milestone) -> &'static str {
        match milestone {
            Milestone::Before => self.milestone_before(),
            Milestone::Open => self.milestone_open(),
            Milestone::Day => self.milestone_day(),
            Milestone::Hour => self.milestone_hour(),
            Milestone::TenMinutes => self.milestone_ten_minutes(),
            Milestone::Minute => self.milestone_minute(),
            Milestone::Closed => self.milestone_closed(),
        }
    }

    /// What is said after a press on a button.
    pub fn feedback(&self, feedback: Feedback) -> String {
        match feedback {
            Feedback::NothingThere => self.nothing_there(),
            Feedback::NoneAccepted => self.none_accepted(),
            Feedback::TooSoon => self.too_soon(),
            Feedback::TooLate => self.too_late(),
            Feedback::Preview => self.preview_submits_nothing(),
            Feedback::PreviewChecked(cause) => {
                return self.preview_checked(match cause {
                    Some(cause) => self.cause(cause),
                    None => self.preview_reachable(),
                });
            }
            Feedback::Added(count) => return self.submitting(count),
            Feedback::AlreadyThere => self.already_there(),
            Feedback::Copied => self.link_copied_for_form(),
            Feedback::LinkCopied => self.link_copied(),
            Feedback::NotCopied => self.link_not_copied(),
        }
        .into()
    }
}
