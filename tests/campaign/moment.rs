//! Instants as text.

use campaign_widget::time::{MomentError, read_moment, write_moment};
use chrono::{DateTime, FixedOffset, SecondsFormat, TimeDelta, Utc};
use proptest::prelude::*;

const TABLE: &str = include_str!("../fixtures/campaign/moments.tsv");

/// The years 1 to 9998, so that no offset leaves what four digits can write.
fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    let seconds = -62_135_596_800_i64 + 86_400..253_370_764_800_i64;
    (seconds, 0..1_000_000_000_u32)
        .prop_map(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos).expect("in range"))
}

fn offset() -> impl Strategy<Value = FixedOffset> {
    (-1439..=1439).prop_map(|minutes| FixedOffset::east_opt(minutes * 60).expect("in range"))
}

#[test]
fn every_row_of_the_table_reads_as_it_says() {
    let mut rows = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let text = columns.next().expect("a text");
        let verdict = columns.next().expect("a verdict");
        let found = match read_moment(text) {
            Ok(moment) => write_moment(moment.to_utc()),
            Err(error) => format!("{error:?}"),
        };
        assert_eq!(found, verdict, "{line}");
        rows += 1;
    }
    assert!(rows > 70, "only {rows} rows");
}

#[test]
fn the_offset_is_kept() {
    let moment = read_moment("2025-07-09T24:00:00+08:00").expect("a moment");
    assert_eq!(moment.offset().local_minus_utc(), 8 * 3600);
    assert_eq!(moment.to_rfc3339(), "2025-07-10T00:00:00+08:00");
}

#[test]
fn neither_an_empty_nor_a_padded_text_is_a_moment() {
    for text in ["", " ", "\u{0}", " 2025-07-03T16:00:00Z", "2025-07-03T16:00:00Z\n"] {
        assert_eq!(read_moment(text), Err(MomentError::Shape), "{text:?}");
    }
    // A text that ends inside the bytes of a character.
    assert_eq!(read_moment("202字"), Err(MomentError::Shape));
}

#[test]
fn a_leap_second_of_chrono_is_written_as_the_end_of_its_second() {
    let leap = DateTime::from_timestamp(1_483_228_799, 1_500_000_000).expect("a leap second");
    assert_eq!(write_moment(leap), "2016-12-31T23:59:59.999Z");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn reads_what_chrono_writes(instant in instant(), offset in offset()) {
        let written = instant.with_timezone(&offset);
        let read = read_moment(&written.to_rfc3339()).expect("chrono writes RFC 3339");
        prop_assert_eq!(read.timestamp_millis(), instant.timestamp_millis());
        prop_assert_eq!(read.offset(), &offset);
        for format in [SecondsFormat::Secs, SecondsFormat::Millis, SecondsFormat::Nanos] {
            let text = written.to_rfc3339_opts(format, true);
            let read = read_moment(&text).expect("chrono writes RFC 3339");
            prop_assert!((instant - read.to_utc()) < TimeDelta::seconds(1), "{}", text);
        }
    }

    #[test]
    fn agrees_with_chrono_where_both_read(
        text in "20[0-9]{2}-[0-1][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-5][0-9](\\.[0-9]{1,4})?([Zz]|[+-][0-2][0-9]:[0-6][0-9])"
    ) {
        match (read_moment(&text), DateTime::parse_from_rfc3339(&text)) {
            (Ok(ours), Ok(theirs)) => {
                prop_assert_eq!(ours.timestamp_millis(), theirs.timestamp_millis());
            }
            (Ok(_), Err(_)) => prop_assert!(text.contains("24:00:00"), "{}", text),
            (Err(error), Err(_)) => prop_assert_eq!(error, MomentError::NoSuchTime),
            (Err(_), Ok(_)) => prop_assert!(false, "chrono reads {}", text),
        }
    }

    #[test]
    fn midnight_has_two_names(instant in instant(), offset in offset()) {
        let date = instant.with_timezone(&offset).date_naive();
        let Some(next) = date.succ_opt() else { return Ok(()) };
        let end = read_moment(&format!("{date}T24:00:00{offset}"));
        let start = read_moment(&format!("{next}T00:00:00{offset}"));
        prop_assert!(end.is_ok());
        prop_assert_eq!(end, start);
    }

    #[test]
    fn what_is_written_reads_back_to_the_millisecond(instant in instant()) {
        let text = write_moment(instant);
        prop_assert_eq!(&text, &instant.to_rfc3339_opts(SecondsFormat::Millis, true));
        let read = read_moment(&text).expect("a moment");
        prop_assert_eq!(read.timestamp_millis(), instant.timestamp_millis());
        prop_assert_eq!(write_moment(read.to_utc()), text);
    }

    #[test]
    fn no_text_is_too_much(text in any::<String>()) {
        let _ = read_moment(&text);
    }

    #[test]
    fn no_damage_to_a_moment_is_too_much(
        at in 0_usize..26, cut in 0_usize..3, put in any::<String>()
    ) {
        let mut text: Vec<char> = "2025-07-09T24:00:00.5+08:00".chars().collect();
        text.splice(at..(at + cut).min(text.len()), put.chars());
        let _ = read_moment(&text.into_iter().collect::<String>());
    }
}
