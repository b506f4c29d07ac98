//! Crowds and endpoints.

use super::arrivals::Coming;
use super::endpoint::{Capacity, Outage, Overload, Says};
use super::time::{DEADLINE, MINUTE, Micros, SECOND};

/// A crowd, and the endpoint that it meets.
pub struct Scenario {
    pub name: &'static str,
    pub readers: usize,
    pub coming: Coming,
    pub capacity: Capacity,
    pub outages: Vec<Outage>,
    /// When nobody looks any more.
    pub end: Micros,
}

/// 100,000 readers and an endpoint that stores 500 links a second and refuses
/// more. A minute before the deadline it is down for 20 s, a minute after it a
/// deploy answers 502 for 15 s.
pub fn refusing() -> Scenario {
    Scenario {
        name: "100,000 readers, 500 links a second, and it refuses what is too much",
        readers: 100_000,
        coming: Coming::EverMore,
        capacity: Capacity { a_second: 500, overload: Overload::Refuses { retry_after: None } },
        outages: vec![
            Outage { from: DEADLINE - MINUTE, to: DEADLINE - 40 * SECOND, says: Says::Nothing },
            Outage { from: DEADLINE + MINUTE, to: DEADLINE + 75 * SECOND, says: Says::BadGateway },
        ],
        end: DEADLINE + 31 * MINUTE,
    }
}

/// The same with an endpoint that lets everybody wait.
pub fn hanging() -> Scenario {
    let scenario = refusing();
    let capacity = Capacity { overload: Overload::Hangs, ..scenario.capacity };
    Scenario { name: "The same, and it lets wait what is too much", capacity, ..scenario }
}

/// These two and other cases at a tenth of the size, where the waits are the
/// same and the loads a tenth.
pub fn at_a_tenth() -> Vec<Scenario> {
    let tenth = || {
        let whole = refusing();
        let capacity = Capacity { a_second: 50, ..whole.capacity };
        Scenario { readers: 10_000, capacity, ..whole }
    };
    let asks = |seconds| Capacity {
        a_second: 50,
        overload: Overload::Refuses { retry_after: Some(seconds) },
    };
    let hangs = Capacity { a_second: 50, overload: Overload::Hangs };
    let closed = |says| {
        let from = DEADLINE - 2 * MINUTE;
        vec![Outage { from, to: from + 5 * MINUTE, says }]
    };
    vec![
        Scenario { name: "10,000 readers, 50 links a second, and it refuses", ..tenth() },
        Scenario { name: "It lets wait", capacity: hangs, ..tenth() },
        Scenario { name: "They come evenly", coming: Coming::Evenly, ..tenth() },
        Scenario { name: "All in the last minute", coming: Coming::LastMinute, ..tenth() },
        Scenario {
            name: "All in the last minute, and it lets wait",
            coming: Coming::LastMinute,
            capacity: hangs,
            ..tenth()
        },
        Scenario { name: "1,000 readers", readers: 1_000, ..tenth() },
        Scenario {
            name: "Ten times slower: 5 links a second",
            capacity: Capacity { a_second: 5, ..tenth().capacity },
            end: DEADLINE + 2 * 60 * MINUTE,
            ..tenth()
        },
        Scenario { name: "It asks to wait 20 s", capacity: asks(20), ..tenth() },
        Scenario { name: "It asks to wait 5 min", capacity: asks(300), ..tenth() },
        Scenario { name: "Down for 5 minutes", outages: closed(Says::Nothing), ..tenth() },
        Scenario {
            name: "The same, and it says when it is back",
            outages: closed(Says::BackAtTheEnd),
            ..tenth()
        },
    ]
}
