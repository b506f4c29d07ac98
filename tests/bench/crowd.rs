//! What becomes of the links when a whole crowd hands in at the deadline:
//! 100,000 outboxes as they ship, event by event, against an endpoint that can
//! store 500 links a second and fails in between. Beside them stand others,
//! which wait otherwise, and the best that could be: the backoff was chosen by
//! that. The same in every run. Prints the tables, and draws `crowd.svg`.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a benchmark may stop")]

#[path = "crowd/arrivals.rs"]
mod arrivals;
#[path = "crowd/best.rs"]
mod best;
#[path = "crowd/endpoint.rs"]
mod endpoint;
#[path = "crowd/outcome.rs"]
mod outcome;
#[path = "crowd/plot.rs"]
mod plot;
#[path = "crowd/policy.rs"]
mod policy;
#[path = "crowd/random.rs"]
mod random;
#[path = "crowd/scenario.rs"]
mod scenario;
#[path = "crowd/simulation.rs"]
mod simulation;
#[path = "crowd/table.rs"]
mod table;
#[path = "crowd/time.rs"]
mod time;

use std::thread;

use outcome::Outcome;
use policy::{Jitter, Policy};
use scenario::Scenario;
use time::{MINUTE, SECOND};

const BEST: &str = "the best possible";
const EVERY_SECOND: &str = "every second";
const AT_ONCE: (&str, Policy) = ("at once", Policy::Fixed(0));

/// Those that are compared at full size.
const COMPARED: [(&str, Policy); 5] = [
    ("the outbox", Policy::Outbox),
    ("full jitter, 1 s to 5 min", Policy::Doubling(1, 300, Jitter::Full)),
    ("no jitter, 1 s to 5 min", Policy::Doubling(1, 300, Jitter::None)),
    ("every minute", Policy::Fixed(MINUTE)),
    (EVERY_SECOND, Policy::Fixed(SECOND)),
];

/// Those that come to it at a tenth of the size.
const OTHERS: [(&str, Policy); 6] = [
    ("half jitter, 1 s to 5 min", Policy::Doubling(1, 300, Jitter::Half)),
    ("half jitter, 8 s to 5 min", Policy::Doubling(8, 300, Jitter::Half)),
    ("half jitter, 4 s to 2 min", Policy::Doubling(4, 120, Jitter::Half)),
    ("half jitter, 4 s to 10 min", Policy::Doubling(4, 600, Jitter::Half)),
    ("full jitter, 4 s to 5 min", Policy::Doubling(4, 300, Jitter::Full)),
    ("decorrelated jitter, 1 s to 5 min", Policy::Decorrelated(1, 300)),
];

fn main() {
    println!("{}", table::LEGEND);
    let refusing = scenario::refusing();
    let refused = run(&refusing, &[&COMPARED[..], &[AT_ONCE]].concat());
    let hanging = run(&scenario::hanging(), &COMPARED);
    plot::draw(&refusing.outages, &refused, &hanging);
    let all = [&COMPARED[..], &OTHERS].concat();
    for scenario in scenario::at_a_tenth() {
        run(&scenario, &all);
    }
}

/// Prints, and gives, the best possible and what comes of each policy.
fn run(scenario: &Scenario, policies: &[(&'static str, Policy)]) -> Vec<(&'static str, Outcome)> {
    let arrivals = arrivals::arrivals(scenario.readers, scenario.coming, &mut random::Random(1));
    let mut outcomes = vec![(BEST, best::best(scenario, &arrivals))];
    let cores = thread::available_parallelism().map_or(1, usize::from);
    for some in policies.chunks(cores) {
        thread::scope(|scope| {
            let simulate = |policy| simulation::simulate(scenario, &arrivals, policy);
            let start = |&(name, policy)| (name, scope.spawn(move || simulate(policy)));
            let running: Vec<_> = some.iter().map(start).collect();
            outcomes.extend(running.into_iter().map(|(name, it)| (name, it.join().unwrap())));
        });
    }
    println!("{}\n", scenario.name);
    let rows: Vec<_> = outcomes.iter().map(|(name, it)| (*name, it.figures())).collect();
    table::print(&rows);
    check(scenario, &outcomes);
    outcomes
}

/// A simulation in which somebody is better than the best, or the endpoint does
/// more than it can, would be wrong.
fn check(scenario: &Scenario, outcomes: &[(&str, Outcome)]) {
    let best = outcomes[0].1.total_wait(scenario.end);
    let most = scenario.capacity.a_second * scenario.end / SECOND;
    for (name, outcome) in outcomes {
        assert!(outcome.total_wait(scenario.end) >= best, "{name}: better than the best");
        assert!(outcome.work <= most, "{name}: more work than can be done");
    }
}
