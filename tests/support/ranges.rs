//! Tables of ranges of characters in the source, held to where they come from.

use std::env;
use std::fs;
use std::path::Path;

/// How wide the code is.
const WIDTH: usize = 100;

/// The ranges of the characters that are `in_it`, each going on `over` others that
/// make no difference.
pub fn ranges(in_it: impl Fn(char) -> bool, over: impl Fn(char) -> bool) -> Vec<(u32, u32)> {
    let mut ranges = Vec::new();
    let mut open: Option<(u32, u32)> = None;
    for c in '\0'..=char::MAX {
        let code = u32::from(c);
        if in_it(c) {
            open = Some((open.map_or(code, |(first, _)| first), code));
        } else if !over(c) {
            ranges.extend(open.take());
        }
    }
    ranges.extend(open);
    ranges
}

/// Holds the table of this name in a file of `src` to `ranges`; with `UPDATE_TABLES`
/// set, writes it. `command` is what runs the test.
pub fn hold(file: &str, name: &str, ranges: &[(u32, u32)], command: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
    let code = fs::read_to_string(&path).expect("a source file");
    let (before, rest) =
        code.split_once(&format!("const {name}: &[u8] = ranges![\n")).expect("the table");
    let (table, after) = rest.split_once("];").expect("the end of the table");
    let wanted = written(ranges);
    if env::var_os("UPDATE_TABLES").is_none() {
        assert!(
            table == wanted,
            "{name} in src/{file} is not what its source has: UPDATE_TABLES=1 {command} writes it"
        );
        return;
    }
    let code = format!("{before}const {name}: &[u8] = ranges![\n{wanted}];{after}");
    fs::write(&path, code).expect("a file that can be written");
}

fn written(ranges: &[(u32, u32)]) -> String {
    let mut table = String::new();
    let mut line = String::new();
    for (first, last) in ranges {
        let range = format!(" (0x{first:X}, 0x{last:X}),");
        if 3 + line.len() + range.len() > WIDTH {
            table.extend(["   ", &line, "\n"]);
            line.clear();
        }
        line.push_str(&range);
    }
    table + "   " + &line + "\n"
}
