//! Native suite: a person's drafts, and the posts that they became.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests are tests, too")]

use campaign_widget::json::Json;
use campaign_widget::notebook::{Draft, Post, ShareTarget, Versions, newest_first};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};

#[path = "../support/disk.rs"]
mod disk;
#[path = "../support/random.rs"]
mod random;
mod simulation;

const STORY: &str = "周末睡不着，试着买了一点特斯拉，居然两秒就成交了，手续费几乎感觉不到。";
const OTHER: &str = "今天挂了限价单买英伟达，等了半小时，省下一点钱，下次还这么买。";

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_751_600_000 + seconds, 0).unwrap()
}

fn draft(id: &str, text: &str, seconds: i64) -> Draft {
    Draft {
        id: id.into(),
        text: text.into(),
        changed_at: at(seconds),
        post: None,
        versions: Versions::default(),
    }
}

fn stored(note: &Draft) -> Value {
    serde_json::to_value(note.to_json()).unwrap()
}

fn read(value: Value) -> Option<Draft> {
    Draft::from_json("n", &serde_json::from_value::<Json>(value).unwrap())
}

#[test]
fn a_note_is_kept_in_a_form_that_lasts() {
    let mut kept = draft("n", "第一行\n第二行", 0);
    assert_eq!(
        stored(&kept),
        json!({ "text": "第一行\n第二行", "changedAt": 1_751_600_000_000_i64, "post": null, "versions": {} })
    );
    kept.post = Some(Post { text: STORY.into(), at: at(1), way: ShareTarget::Compose });
    assert_eq!(
        stored(&kept)["post"],
        json!({ "text": STORY, "at": 1_751_600_001_000_i64, "way": "compose" })
    );
    assert_eq!(read(stored(&kept)), Some(kept));
}

#[test]
fn what_may_be_null_may_be_left_out_and_more_may_be_there() {
    let read = read(json!({ "text": "a", "changedAt": 1_751_600_000_000_i64, "later": [1] }));
    assert_eq!(read, Some(draft("n", "a", 0)));
}

#[test]
fn what_was_never_stored_is_no_draft() {
    for value in [
        json!(null),
        json!([]),
        json!("a text"),
        json!({}),
        json!({ "text": "a" }),
        json!({ "text": 1, "changedAt": 0 }),
        json!({ "text": "a", "changedAt": "2025-07-04" }),
        json!({ "text": "a", "changedAt": 0.5 }),
        json!({ "text": "a", "changedAt": 1e300 }),
        json!({ "text": "a", "changedAt": 0, "post": {} }),
        json!({ "text": "a", "changedAt": 0, "post": { "text": "a", "at": 0, "way": "fax" } }),
    ] {
        assert_eq!(read(value.clone()), None, "{value}");
    }
}

#[test]
fn the_ways_keep_their_names() {
    let ways = [ShareTarget::Copy, ShareTarget::Compose, ShareTarget::X, ShareTarget::Sheet];
    assert_eq!(ways.map(ShareTarget::name), ["copy", "compose", "x", "sheet"]);
}

#[test]
fn only_an_empty_note_that_never_went_out_is_blank() {
    for (text, blank) in [("", true), (" \n", true), ("a", false)] {
        assert_eq!(draft("n", text, 0).is_blank(), blank, "{text:?}");
    }
    let mut note = draft("n", "", 0);
    note.mark_shared("", ShareTarget::Copy, at(1));
    assert!(!note.is_blank(), "the post is still compared with the next");
}

#[test]
fn what_goes_out_is_remembered_with_its_way() {
    let mut note = draft("n", STORY, 0);
    assert_eq!(note.shared_to(), None);
    for way in [ShareTarget::Copy, ShareTarget::X] {
        note.mark_shared(STORY, way, at(1));
        assert_eq!(note.post, Some(Post { text: STORY.into(), at: at(1), way }));
        assert_eq!(note.shared_to(), Some(way));
    }
}

#[test]
fn a_correction_belongs_to_the_same_post() {
    let mut note = draft("n", STORY, 0);
    note.mark_shared(STORY, ShareTarget::Copy, at(1));
    for (text, way) in [
        (STORY.replace("特斯拉", "英伟达"), None),
        (format!("{STORY}真的很快。"), None),
        (STORY.chars().take(20).collect(), None),
        (STORY.to_owned(), Some(ShareTarget::Copy)),
    ] {
        assert_eq!(note.write(&text, at(2), "m".into()), None, "{text}");
        assert_eq!((note.id.as_str(), note.text.as_str()), ("n", text.as_str()));
        assert_eq!(note.shared_to(), way, "{text}");
        assert_eq!(note.post.as_ref().map(|post| post.text.as_str()), Some(STORY));
    }
}

#[test]
fn another_text_in_the_same_field_leaves_the_post_as_it_was() {
    for text in ["", "今", OTHER] {
        let mut note = draft("n", STORY, 0);
        note.mark_shared(STORY, ShareTarget::X, at(1));
        note.write(&format!("{STORY}！"), at(2), "m".into());
        let posted = note.write(text, at(3), "m".into()).expect("the post is a note by itself");
        assert_eq!((posted.id.as_str(), posted.text.as_str()), ("n", STORY));
        assert_eq!(posted.shared_to(), Some(ShareTarget::X));
        assert_eq!(note, self::draft("m", text, 3));
    }
}

proptest! {
    #[test]
    fn any_note_comes_back_as_it_was_kept(text: String, seconds in -1_000_000_000..1_000_000_000_i64, way in prop::option::of(0..4_usize)) {
        let ways = [ShareTarget::Copy, ShareTarget::Compose, ShareTarget::X, ShareTarget::Sheet];
        let post = way.map(|way| Post { text: text.clone(), at: at(seconds), way: ways[way] });
        let note = Draft { post, ..draft("n", &text, seconds) };
        prop_assert_eq!(read(stored(&note)), Some(note));
    }

    #[test]
    fn the_newest_comes_first_and_none_is_lost(times in prop::collection::vec(0..50_i64, 0..30)) {
        let notes = times.iter().enumerate().map(|(id, &time)| draft(&id.to_string(), "", time));
        let sorted = newest_first(notes.clone());
        let mut expected: Vec<Draft> = notes.collect();
        expected.sort_by_key(|note| std::cmp::Reverse(note.changed_at));
        prop_assert_eq!(sorted, expected);
    }
}
