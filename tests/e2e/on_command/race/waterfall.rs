//! What a page waits for until its countdown lives: the load of the median.

use super::load::{Load, Phase};
use super::peer::Peer;

/// Prints it for each.
pub fn print(loads: &[(Peer, Vec<Load>)]) {
    for (peer, loads) in loads {
        let mut loads = loads.clone();
        loads.sort_by(|one, other| one.times.live.total_cmp(&other.times.live));
        if let Some(load) = loads.get(loads.len() / 2) {
            println!("\n{}: live after {:.0} ms", peer.name(), load.times.live);
            of(load);
        }
    }
}

fn of(load: &Load) {
    let mut lines = Vec::new();
    for file in &load.files {
        let sent = format!("{:>6.1} KB", file.bytes / 1024.0);
        lines.push((file.start, file.end, file.name.clone(), sent));
    }
    for Phase { name, start, end } in &load.phases {
        lines.push((*start, *end, name.clone(), String::new()));
    }
    let at = |time, name: &str| (time, time, name.to_owned(), String::new());
    lines.push(at(load.times.in_the_document, "DIGITS IN THE DOCUMENT"));
    lines.push(at(load.times.live, "COUNTDOWN PAINTED"));
    lines.push(at(load.times.draft, "FIRST LETTER WITH ITS RULES PAINTED"));
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (start, end, name, more) in lines {
        println!("{start:>6.0} to {end:>6.0} ms  {name:<48}{more}");
    }
}
