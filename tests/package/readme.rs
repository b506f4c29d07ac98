//! The tables of the README.

use super::sources::{Names, text};

/// A table of the README, row by row, without its head.
pub fn table(head: &str) -> Vec<Vec<String>> {
    let readme = text("README.md");
    let (_, rows) = readme.split_once(head).unwrap_or_else(|| panic!("no table {head:?}"));
    let cells = |row: &str| row.split('|').map(|cell| cell.trim().to_owned()).collect();
    // After the head comes the line of dashes.
    let rows = rows.lines().skip(2).take_while(|row| row.starts_with('|'));
    rows.map(|row| cells(row.trim_matches('|'))).collect()
}

/// What the first column of a table names.
pub fn names(head: &str) -> Names {
    table(head).iter().flat_map(|row| code(&row[0])).collect()
}

/// What stands as code in a cell.
pub fn code(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
