//! The few moments of a countdown that are worth saying aloud.

use super::Phase;

/// What is announced to those who do not see the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone {
    /// The window has not opened yet.
    Before,
    /// Open, with more than a day left.
    Open,
    /// A day at most.
    Day,
    /// An hour at most.
    Hour,
    /// Ten minutes at most.
    TenMinutes,
    /// A minute at most.
    Minute,
    /// Over.
    Closed,
}

impl Milestone {
    /// The milestone last reached, with this many seconds left in the phase.
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
