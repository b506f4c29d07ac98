//! What became of all links, and what it took.

use super::arrivals::Arrival;
use super::time::{DEADLINE, MINUTE, Micros, SECOND};

/// What became of all links.
pub struct Outcome {
    pub links: Vec<Fate>,
    /// How many requests came in each second.
    pub load: Vec<u32>,
    /// The work of the endpoint, in links that could have been stored for it.
    pub work: u64,
}

/// What became of one link.
#[derive(Clone)]
pub struct Fate {
    handed_in: Micros,
    /// When the reader saw that it had arrived.
    pub delivered: Option<Micros>,
    pub attempts: u32,
}

/// The figures of an outcome. Times are in seconds, and infinite for what was
/// not delivered.
pub struct Figures {
    /// From handing in until 50, 95 and 99 of 100 links were delivered, and all.
    pub waits: [f64; 4],
    /// From the deadline until all were.
    pub all_done: f64,
    /// Requests in the worst second.
    pub greatest_load: u32,
    /// The part of the endpoint's work after which no reader saw a link arrive.
    pub in_vain: f64,
    /// How often a link was sent: the mean, and 99 of 100 at most.
    pub attempts: [f64; 2],
    /// The part delivered 1, 5 and 30 minutes after the deadline.
    pub delivered: [f64; 3],
    /// The part that would be lost if everybody left after 30 s, 2 min and
    /// 10 min.
    pub left: [f64; 3],
}

impl Outcome {
    pub fn new(arrivals: &[Arrival], end: Micros) -> Outcome {
        let links = arrivals
            .iter()
            .flat_map(|arrival| {
                let fate = Fate { handed_in: arrival.at, delivered: None, attempts: 0 };
                std::iter::repeat_n(fate, arrival.links)
            })
            .collect();
        Outcome { links, load: vec![0; (end / SECOND) as usize + 1], work: 0 }
    }

    pub fn count_request(&mut self, at: Micros) {
        if let Some(count) = self.load.get_mut((at / SECOND) as usize) {
            *count += 1;
        }
    }

    pub fn delivered_by(&self, at: Micros) -> f64 {
        let count = self.links.iter().filter(|link| link.delivered.is_some_and(|it| it <= at));
        count.count() as f64 / self.links.len() as f64
    }

    /// All waits together. What is not delivered by `end` has waited until then.
    pub fn total_wait(&self, end: Micros) -> Micros {
        self.links.iter().map(|link| link.delivered.unwrap_or(end) - link.handed_in).sum()
    }

    pub fn figures(&self) -> Figures {
        let mut waits: Vec<f64> = self.links.iter().map(|link| link.wait()).collect();
        waits.sort_by(f64::total_cmp);
        let mut attempts: Vec<f64> =
            self.links.iter().map(|link| f64::from(link.attempts)).collect();
        attempts.sort_by(f64::total_cmp);
        let all = self.links.len() as f64;
        let last = self.links.iter().map(|link| link.delivered.unwrap_or(Micros::MAX)).max();
        Figures {
            waits: [0.5, 0.95, 0.99, 1.0].map(|part| quantile(&waits, part)),
            all_done: match last {
                Some(Micros::MAX) | None => f64::INFINITY,
                Some(last) => last.saturating_sub(DEADLINE) as f64 / SECOND as f64,
            },
            greatest_load: self.load.iter().copied().max().unwrap_or(0),
            in_vain: 1.0 - self.delivered_by(Micros::MAX) * all / self.work as f64,
            attempts: [attempts.iter().sum::<f64>() / all, quantile(&attempts, 0.99)],
            delivered: [1, 5, 30].map(|minutes| self.delivered_by(DEADLINE + minutes * MINUTE)),
            left: [30.0, 120.0, 600.0]
                .map(|stay| waits.iter().filter(|&&wait| wait > stay).count() as f64 / all),
        }
    }
}

impl Fate {
    fn wait(&self) -> f64 {
        self.delivered.map_or(f64::INFINITY, |at| (at - self.handed_in) as f64 / SECOND as f64)
    }
}

fn quantile(sorted: &[f64], part: f64) -> f64 {
    let at = (sorted.len().saturating_sub(1) as f64 * part).ceil() as usize;
    sorted.get(at).copied().unwrap_or(f64::NAN)
}
