//! The next step, and where each stands.

use campaign_widget::campaign::Standing::{self, Done, Later, Now};
use campaign_widget::campaign::{Progress, Step};
use chrono::{DateTime, Utc};

fn at(second: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(1_751_529_600 + second, 0)
}

fn nothing() -> Progress {
    Progress::default()
}

fn to_follow() -> Progress {
    Progress { should_follow: true, ..nothing() }
}

fn begun() -> Progress {
    Progress { is_begun: true, ..nothing() }
}

fn passing() -> Progress {
    Progress { passes: true, ..begun() }
}

fn shared() -> Progress {
    Progress { shared_at: at(10), ..passing() }
}

/// The standing of following, writing, sharing and handing in.
fn standings(progress: &Progress) -> [Standing; 4] {
    [Step::Follow, Step::Write, Step::Share, Step::HandIn].map(|step| progress.standing(step))
}

#[test]
fn what_was_done_says_what_is_next() {
    let done = [Done; 4];
    let table = [
        ("nothing", nothing(), Step::Write, [Done, Now, Later, Later]),
        ("an account", to_follow(), Step::Follow, [Now, Later, Later, Later]),
        ("a text", begun(), Step::Write, [Done, Now, Later, Later]),
        (
            "a text before the account",
            Progress { should_follow: true, ..begun() },
            Step::Write,
            [Later, Now, Later, Later],
        ),
        ("a text that passes", passing(), Step::Share, [Done, Done, Now, Later]),
        (
            "that before the account",
            Progress { should_follow: true, ..passing() },
            Step::Share,
            [Later, Done, Now, Later],
        ),
        ("a post", shared(), Step::HandIn, [Done, Done, Done, Now]),
        (
            "a post before the account",
            Progress { should_follow: true, ..shared() },
            Step::HandIn,
            [Later, Done, Done, Now],
        ),
        (
            "a post that breaks a rule",
            Progress { passes: false, ..shared() },
            Step::HandIn,
            [Done, Done, Done, Now],
        ),
        (
            "a link of it",
            Progress { is_pasted: true, ..shared() },
            Step::HandIn,
            [Done, Done, Done, Now],
        ),
        ("a link sent", Progress { handed_in_at: at(20), ..shared() }, Step::Done, done),
        (
            "a link sent in the same second",
            Progress { handed_in_at: at(10), ..shared() },
            Step::Done,
            done,
        ),
        // A refused link is none that was handed in.
        (
            "a link refused",
            Progress { handed_in_at: None, ..shared() },
            Step::HandIn,
            [Done, Done, Done, Now],
        ),
        (
            "the link of an earlier post",
            Progress { handed_in_at: at(5), ..shared() },
            Step::HandIn,
            [Done, Done, Done, Now],
        ),
        (
            "a link of a post from elsewhere",
            Progress { is_pasted: true, ..nothing() },
            Step::HandIn,
            [Done, Later, Later, Now],
        ),
        (
            "a link over a text",
            Progress { is_pasted: true, ..begun() },
            Step::HandIn,
            [Done, Later, Later, Now],
        ),
        (
            "a link of a post from elsewhere, sent",
            Progress { handed_in_at: at(20), ..nothing() },
            Step::Done,
            [Done, Later, Later, Done],
        ),
        (
            "that before the account",
            Progress { handed_in_at: at(20), ..to_follow() },
            Step::Done,
            [Later, Later, Later, Done],
        ),
        (
            "a new text after a link",
            Progress { handed_in_at: at(20), ..begun() },
            Step::Write,
            [Done, Now, Later, Later],
        ),
        (
            "a new text that passes",
            Progress { handed_in_at: at(20), ..passing() },
            Step::Share,
            [Done, Done, Now, Later],
        ),
        (
            "a second link",
            Progress { handed_in_at: at(20), is_pasted: true, ..shared() },
            Step::HandIn,
            [Done, Done, Done, Now],
        ),
    ];
    for (done, progress, next, standing) in table {
        assert_eq!(progress.next(), next, "{done}");
        assert_eq!(standings(&progress), standing, "{done}");
    }
}

/// Every state of a person there is.
fn all() -> impl Iterator<Item = Progress> {
    let instants = [None, at(10), at(20)];
    (0..16).flat_map(move |bits| {
        instants.into_iter().flat_map(move |shared_at| {
            instants.into_iter().map(move |handed_in_at| Progress {
                should_follow: bits & 1 != 0,
                is_begun: bits & 2 != 0,
                passes: bits & 4 != 0,
                is_pasted: bits & 8 != 0,
                shared_at,
                handed_in_at,
            })
        })
    })
}

#[test]
fn one_step_at_most_is_the_next() {
    for progress in all() {
        let standings = standings(&progress);
        let now = standings.iter().filter(|standing| **standing == Now).count();
        assert_eq!(now, usize::from(progress.next() != Step::Done), "{progress:?}");
        // What is shared was written.
        let [_, write, share, _] = standings;
        assert!(share != Done || write == Done, "{progress:?}");
    }
}

#[test]
fn steps_have_the_names_of_the_hooks() {
    let names = [Step::Follow, Step::Write, Step::Share, Step::HandIn, Step::Done].map(Step::name);
    assert_eq!(names, ["follow", "write", "share", "hand-in", "done"]);
    assert_eq!([Done, Now, Later].map(Standing::name), ["done", "now", "later"]);
}
