//! Who comes, when, and with how many links.

use super::random::Random;
use super::time::{DEADLINE, MINUTE, Micros, SECOND};

/// How a crowd is spread over the time before the deadline.
#[derive(Clone, Copy)]
pub enum Coming {
    /// Over five minutes, ever more. That people come as the inverse of the
    /// time that is left is known from conferences (Alfi, Parisi and
    /// Pietronero, Nature Physics 3, 746, 2007). Here it is the inverse of half
    /// a minute more, since nobody hands in at the very last instant: that
    /// brings 46 % of them in the last minute.
    EverMore,
    /// Evenly over five minutes.
    Evenly,
    /// Evenly over the last minute.
    LastMinute,
}

/// One reader.
pub struct Arrival {
    pub at: Micros,
    /// 1.2 on average.
    pub links: usize,
    /// How long a message takes to the endpoint, or back.
    pub way: Micros,
}

/// Everybody, in the order in which they come.
pub fn arrivals(readers: usize, coming: Coming, random: &mut Random) -> Vec<Arrival> {
    let mut arrivals: Vec<Arrival> = (0..readers).map(|_| arrival(coming, random)).collect();
    arrivals.sort_by_key(|arrival| arrival.at);
    arrivals
}

fn arrival(coming: Coming, random: &mut Random) -> Arrival {
    let left = match coming {
        Coming::EverMore => {
            let margin = (30 * SECOND) as f64;
            let all = (DEADLINE as f64 + margin) / margin;
            margin * (all.powf(random.share()) - 1.0)
        }
        Coming::Evenly => random.share() * DEADLINE as f64,
        Coming::LastMinute => random.share() * MINUTE as f64,
    };
    let links = match random.share() {
        ..0.85 => 1,
        ..0.95 => 2,
        _ => 3,
    };
    let way = (SECOND as f64 * (0.025 + 0.125 * random.share())) as Micros;
    Arrival { at: DEADLINE.saturating_sub(left as Micros), links, way }
}
