//! What nobody can do better: one queue that is never idle while a link waits,
//! and to which each link is sent once, when its turn has come.

use super::arrivals::Arrival;
use super::outcome::Outcome;
use super::scenario::Scenario;
use super::time::{Micros, SECOND};

/// What becomes of the crowd in that queue.
pub fn best(scenario: &Scenario, arrivals: &[Arrival]) -> Outcome {
    let mut outcome = Outcome::new(arrivals, scenario.end);
    let mut queue: Vec<(Micros, usize, Micros)> = arrivals
        .iter()
        .flat_map(|arrival| std::iter::repeat_n(arrival, arrival.links))
        .enumerate()
        .map(|(link, arrival)| (arrival.at + arrival.way, link, arrival.way))
        .collect();
    queue.sort_unstable();
    let work = SECOND / scenario.capacity.a_second;
    let mut free_at = 0;
    for (at, link, way) in queue {
        let mut stored_at = free_at.max(at) + work;
        for outage in &scenario.outages {
            if outage.from < stored_at && stored_at - work < outage.to {
                stored_at = outage.to + work;
            }
        }
        free_at = stored_at;
        outcome.count_request(stored_at - work);
        let fate = &mut outcome.links[link];
        fate.attempts = 1;
        fate.delivered = Some(stored_at + way).filter(|&at| at < scenario.end);
    }
    outcome.work = outcome.links.len() as u64;
    outcome
}
