//! When a link is sent again: as the outbox says, or as others do it.

use super::random::Random;
use super::time::{Micros, SECOND};

/// Who chooses the wait after an attempt that failed.
#[derive(Clone, Copy)]
pub enum Policy {
    /// The outbox, as it ships.
    Outbox,
    /// So long after each answer.
    Fixed(Micros),
    /// A bound that doubles with each attempt, from seconds to seconds.
    Doubling(u64, u64, Jitter),
    /// Between the first bound and three times the last wait, up to the second
    /// bound, all in seconds.
    Decorrelated(u64, u64),
}

/// Where below the bound a wait is.
#[derive(Clone, Copy)]
pub enum Jitter {
    /// At the bound.
    None,
    /// Anywhere.
    Full,
    /// In the upper half, as it is with the outbox.
    Half,
}

impl Policy {
    /// The wait after so many attempts, of which the last came after the wait
    /// `last`, where it is not the outbox that chooses. All but the fixed ones
    /// wait as long as the endpoint asks for, before that.
    pub fn wait(
        self,
        attempts: u32,
        last: Micros,
        retry_after: Micros,
        random: &mut Random,
    ) -> Option<Micros> {
        let own = match self {
            Policy::Outbox => return None,
            Policy::Fixed(wait) => return Some(wait),
            Policy::Doubling(first, longest, jitter) => {
                let bound = (first << (attempts - 1).min(16)).min(longest) * SECOND;
                match jitter {
                    Jitter::None => bound,
                    Jitter::Full => within(0, bound, random),
                    Jitter::Half => within(bound / 2, bound, random),
                }
            }
            Policy::Decorrelated(first, longest) => {
                let first = first * SECOND;
                within(first, 3 * last.max(first), random).min(longest * SECOND)
            }
        };
        Some(retry_after + own)
    }
}

fn within(least: Micros, most: Micros, random: &mut Random) -> Micros {
    least + ((most - least) as f64 * random.share()) as Micros
}
