//! How far several links at once have come.

use super::{ID, now, post, status, until};
use campaign_widget::outbox::{Answer, Batch, Body, Outbox, Progress};

fn add(outbox: &mut Outbox, key: &str, id: u64) {
    outbox.add(&post(id), key.to_owned(), now()).unwrap();
}

fn answer(outbox: &mut Outbox, key: &str, answer: &Answer) {
    let sent = outbox.begin(key, until(), now()).unwrap().clone();
    outbox.settle(&sent, answer, now(), 0).unwrap();
}

#[test]
fn a_batch_counts_from_its_first_link_to_its_last() {
    let (mut outbox, mut batch) = (Outbox::default(), Batch::default());
    let mut follow = |outbox: &Outbox| {
        batch.follow(outbox, until(), now()).map(|Progress { done, all }| (done, all))
    };
    assert_eq!(follow(&outbox), None);
    add(&mut outbox, "a", ID);
    assert_eq!(follow(&outbox), None, "one link needs no figures");
    add(&mut outbox, "b", ID + 1);
    add(&mut outbox, "c", ID + 2);
    assert_eq!(follow(&outbox), Some((0, 3)));
    answer(&mut outbox, "a", &status(201, Body::Json));
    assert_eq!(follow(&outbox), Some((1, 3)));
    answer(&mut outbox, "b", &Answer::TimedOut);
    assert_eq!(follow(&outbox), Some((1, 3)), "what waits is not done");
    // Another one joins.
    add(&mut outbox, "d", ID + 3);
    assert_eq!(follow(&outbox), Some((1, 4)));
    answer(&mut outbox, "c", &status(422, Body::Json));
    assert_eq!(follow(&outbox), Some((2, 4)));
    outbox.remove("d", now());
    assert_eq!(follow(&outbox), Some((2, 3)));
    outbox.retry_now("b", now());
    answer(&mut outbox, "b", &status(200, Body::Json));
    assert_eq!(follow(&outbox), None, "all of it is through");
    // What came through before is no part of the next.
    add(&mut outbox, "e", ID + 4);
    assert_eq!(follow(&outbox), None);
}

#[test]
fn what_can_no_longer_be_delivered_holds_nothing_up() {
    let (mut outbox, mut batch) = (Outbox::default(), Batch::default());
    add(&mut outbox, "a", ID);
    add(&mut outbox, "b", ID + 1);
    let over = until() + chrono::TimeDelta::days(1);
    assert!(batch.follow(&outbox, until(), now()).is_some());
    assert_eq!(batch.follow(&outbox, until(), over), None);
}
