//! The milestones of the countdown.

use super::Phase;

/// A milestone that is announced to screen readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone {
    /// Before the start.
    Before,
    /// Open, with more than a day left.
    Open,
    /// At most a day left.
    Day,
    /// At most an hour left.
    Hour,
    /// At most ten minutes left.
    TenMinutes,
    /// At most a minute left.
    Minute,
    /// Ended.
    Closed,
}

impl Milestone {
    /// Returns the last milestone, with this many seconds left in the phase.
    pub fn at(phase: Phase, seconds: i64) -> Milestone {
        match (phase, seconds) {
            (Phase::Before, _) => Milestone::Before,
            (Phase::Closed, _) => Milestone::Closed,
            (Phase::Open, ..=60) => Milestone::Minute,
            (Phase::Open, ..=600) => Milestone::TenMinutes,
            (Phase::Open, ..=3600) => Milestone::Hour,
            (Phase::Open, ..=86_400) => Milestone::Day,
            (Phase::Open, _) => Milestone::Open,
        }
    }
}
