//! The top-level domains are those of twitter-text. With `UPDATE_TABLES` set, what
//! differs is written instead.

use std::env;
use std::fs;
use std::path::Path;

const FILE: &str = "src/twitter_text/url/top_level.rs";

/// The longest line of a table, in bytes, without its backslash.
const WIDTH: usize = 96;

/// All that a module of twitter-text lists.
fn listed(module: &str) -> Vec<String> {
    let path = super::node_modules().join(format!("twitter-text/dist/regexp/{module}.js"));
    let code = fs::read_to_string(path).expect("a module of twitter-text");
    let (_, list) = code.split_once("RegExp('(?:(?:' + '").expect("the beginning of the list");
    let (list, _) = list.split_once(")(?=").expect("its end");
    let list = list.replace("' + '", "").replace("'\n    + '", "");
    list.trim_end_matches("' + '").trim_end_matches('\'').split('|').map(str::to_owned).collect()
}

/// Each begins with the number (in base 36) of the letters that it shares with the
/// one before.
fn packed(words: &[String]) -> String {
    let mut packed = String::new();
    let mut before = "";
    for word in words {
        let shared = word.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
        let number = char::from_digit(shared as u32, 36).expect("short words");
        packed.push(number.to_ascii_uppercase());
        packed.push_str(&word[shared..]);
        before = word;
    }
    packed
}

fn hold(name: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let code = fs::read_to_string(&path).expect("a source file");
    let start = format!("const {name}: &str = \"\\\n");
    let (before, rest) = code.split_once(&start).expect("the table");
    let (table, after) = rest.split_once("\";\n").expect("its end");
    // A backslash takes up the line break and the white space behind it.
    let found: String =
        table.lines().map(|line| line.trim_start().trim_end_matches('\\')).collect();
    if found == wanted {
        return;
    }
    let hint = "UPDATE_TABLES=1 cargo xtask test conformance writes it";
    assert!(
        env::var_os("UPDATE_TABLES").is_some(),
        "{name} in {FILE} is not what twitter-text has: {hint}"
    );
    let mut lines = vec![String::new()];
    for c in wanted.chars() {
        // A line must not begin with white space, which would be lost.
        if lines.last().is_some_and(|line| line.len() + 4 >= WIDTH) && c != ' ' {
            lines.push(String::new());
        }
        lines.last_mut().expect("a line").push(c);
    }
    let table = lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\\\n");
    fs::write(&path, [before, &start, &table, "\";\n", after].concat()).expect("a source file");
}

#[test]
#[ignore = "needs twitter-text: cargo xtask test conformance"]
fn top_level_domains() {
    let all = listed("validGTLD").into_iter().chain(listed("validCCTLD"));
    let (mut latin, mut other): (Vec<String>, Vec<String>) = all
        .filter(|word| !word.is_empty())
        .partition(|word| word.bytes().all(|b| b.is_ascii_lowercase()));
    latin.sort();
    latin.dedup();
    other.sort_by(|a, b| b.cmp(a));
    other.dedup();
    hold("LATIN", &packed(&latin));
    hold("OTHER", &other.join(" "));
}
