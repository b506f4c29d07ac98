//! Numbers that went through a floating-point number.

use super::x_post;
use campaign_widget::link::Post;
use proptest::prelude::*;

fn may_be_rounded(id: u64) -> bool {
    x_post(id).may_be_rounded()
}

/// What JavaScript prints of a number, and every other language that prints the
/// fewest digits that give the same number again, as Rust does.
fn printed(id: u64) -> u64 {
    format!("{}", id as f64).parse().unwrap()
}

/// The first `digits` digits of a number and zeros, as spreadsheets keep 15.
fn cut(id: u64, digits: u32) -> u64 {
    let unit = 10u64.pow(id.ilog10() + 1 - digits);
    id / unit * unit
}

#[test]
fn a_number_is_in_doubt_after_javascript_or_a_spreadsheet_had_it() {
    for (id, printed_by_javascript, in_a_spreadsheet) in [
        (1_941_067_044_198_711_296, 1_941_067_044_198_711_300, 1_941_067_044_198_710_000),
        (1_790_637_656_616_943_991, 1_790_637_656_616_943_900, 1_790_637_656_616_940_000),
        (2_056_443_242_976_022_531, 2_056_443_242_976_022_500, 2_056_443_242_976_020_000),
        (1_349_794_411_333_394_432, 1_349_794_411_333_394_400, 1_349_794_411_333_390_000),
    ] {
        assert_eq!(printed(id), printed_by_javascript);
        assert!(!may_be_rounded(id), "{id}");
        assert!(may_be_rounded(printed_by_javascript), "{printed_by_javascript}");
        assert!(may_be_rounded(in_a_spreadsheet), "{in_a_spreadsheet}");
    }
}

/// Zeros at the end alone are no doubt: JavaScript would have printed another.
#[test]
fn a_number_that_only_ends_in_zeros_is_taken() {
    for id in [1_941_067_044_198_711_200, 1_941_067_044_198_711_400, 1_941_067_044_198_711_100] {
        assert!(!may_be_rounded(id), "{id}");
    }
}

/// Up to 2^53 nothing is ever rounded; nor are numbers of Gate Square so long.
#[test]
fn a_number_that_javascript_keeps_is_taken() {
    for id in [1, 20, 11_992_460, 8_138_669_971, 9_007_199_254_740_992] {
        assert!(!may_be_rounded(id), "{id}");
    }
    assert!(may_be_rounded(9_007_199_254_740_994));
}

/// The numbers that people copied, of every year.
#[test]
fn real_numbers_are_taken() {
    let table = include_str!("../fixtures/link/links.tsv");
    let mut real = 0;
    for row in table.lines().skip(1).filter(|row| row.contains("twitter.com/")) {
        let canonical = row.split('\t').nth(1).unwrap();
        let Some((_, id)) = canonical.split_once("/status/") else { continue };
        let Ok(id) = id.parse::<u64>() else { continue };
        if id != 1_941_000_000_000_000_000 {
            assert!(!may_be_rounded(id), "{row}");
            real += 1;
        }
    }
    assert!(real > 15, "only {real}");
}

/// One in 256, while the numbers are below 2^61: until April 2028.
#[test]
fn hardly_any_genuine_number_is_in_doubt() {
    let first = 2_000_000_000_000_000_000u64;
    let genuine = (0..1_000_000).map(|index| first + index * 104_729);
    let doubtful = genuine.filter(|id| may_be_rounded(*id)).count();
    assert!((3_700..4_100).contains(&doubtful), "{doubtful} of 1000000");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn in_doubt_is_what_javascript_prints_of_itself(
        id in prop_oneof![(1u64 << 53) + 1..=i64::MAX as u64, 1_900_000_000_000_000_000u64..2_300_000_000_000_000_000],
        by in 0u32..7,
    ) {
        for id in [id, cut(id, 19.min(id.ilog10() + 1) - by)] {
            prop_assert_eq!(may_be_rounded(id), id > 1 << 53 && printed(id) == id, "{}", id);
            prop_assert!(printed(id) <= 1 << 53 || may_be_rounded(printed(id)), "{}", id);
        }
    }

    #[test]
    fn what_a_spreadsheet_keeps_of_a_number_is_in_doubt(id in 1_000_000_000_000_000_000u64..=i64::MAX as u64) {
        prop_assert!(may_be_rounded(cut(id, 15)));
    }

    #[test]
    fn no_number_is_too_much(id in any::<u64>()) {
        let _: bool = Post { id, ..x_post(1) }.may_be_rounded();
    }
}
