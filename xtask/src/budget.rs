//! The size budget: what a page loads for the widget, as it travels.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::CompressorWriter;

use crate::names;

/// The most that a page shall load for the widget, in bytes after brotli 11.
pub const LIMIT: usize = 96 * 1024;
/// The most that the loader alone may be, which every page with the widget loads
/// at once.
pub const LOADER_LIMIT: usize = 2 * 1024;
/// The most that it may load until that is reached: lowered with every gain,
/// so that the widget cannot grow unnoticed meanwhile.
pub const CEILING: usize = 157 * 1024;
/// What we aim for: less than an empty React page.
pub const AIM: usize = 59 * 1024;

/// All that a page loads for the widget. Its style is inside the last.
const FILES: [&str; 3] = [names::LOADER, names::CORE_JS, names::CORE_WASM];

/// One file's sizes in bytes.
struct Row {
    name: &'static str,
    raw: usize,
    compressed: usize,
}

/// The sizes of everything that a page loads for the widget.
pub struct Budget {
    rows: Vec<Row>,
}

impl Budget {
    /// Compresses the files in `dist` as a host would.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub fn measure(dist: &Path) -> Result<Self> {
        let rows = FILES
            .into_iter()
            .map(|name| {
                let file = dist.join(name);
                let content =
                    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
                Ok(Row { name, raw: content.len(), compressed: compressed(&content)? })
            })
            .collect::<Result<_>>()?;
        Ok(Self { rows })
    }

    /// Whether a page loads no more than it may today.
    pub fn holds(&self) -> bool {
        let of_loader = |row: &&Row| row.name == names::LOADER;
        let loader = self.rows.iter().find(of_loader).map_or(0, |row| row.compressed);
        self.total() <= CEILING && loader <= LOADER_LIMIT
    }

    fn total(&self) -> usize {
        self.rows.iter().map(|row| row.compressed).sum()
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |name: &str, raw: &str, compressed: &str| {
            writeln!(f, "{name:<32}{raw:>10}{compressed:>12}")
        };
        line("bytes", "raw", "brotli 11")?;
        for row in &self.rows {
            line(row.name, &grouped(row.raw), &grouped(row.compressed))?;
        }
        let raw = self.rows.iter().map(|row| row.raw).sum();
        line("total", &grouped(raw), &grouped(self.total()))?;
        line("limit of the loader (2 KB)", "", &grouped(LOADER_LIMIT))?;
        line("limit (96 KB)", "", &grouped(LIMIT))?;
        line("aim (59 KB)", "", &grouped(AIM))?;
        line("ceiling (157 KB)", "", &grouped(CEILING))?;
        let total = self.total();
        if total <= LIMIT {
            writeln!(f, "{} bytes below the limit", grouped(LIMIT - total))
        } else if total <= CEILING {
            let (over, below) = (grouped(total - LIMIT), grouped(CEILING - total));
            writeln!(f, "{over} bytes OVER the limit, {below} below the ceiling of today")
        } else {
            writeln!(f, "{} bytes OVER the ceiling", grouped(total - CEILING))
        }
    }
}

/// The length after brotli at quality 11.
fn compressed(content: &[u8]) -> Result<usize> {
    Ok(compress(content)?.len())
}

/// Compresses a file as a host would that does it once: brotli at quality 11.
///
/// # Errors
///
/// When there is no memory for it.
pub fn compress(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(content)?;
    Ok(writer.into_inner())
}

/// Digits in groups of three.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Budget, CEILING, LIMIT, LOADER_LIMIT, Row, compressed, grouped, names};

    #[test]
    fn digits_are_in_groups_of_three() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (98_304, "98,304"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn what_is_over_is_said_and_the_ceiling_holds_to_the_byte() {
        let of = |compressed| Budget {
            rows: vec![
                Row { name: names::LOADER, raw: 9, compressed: 4 },
                Row { name: names::CORE_WASM, raw: 9, compressed: compressed - 4 },
            ],
        };
        for (size, holds, says) in [
            (LIMIT, true, "0 bytes below the limit"),
            (LIMIT + 1, true, "1 bytes OVER the limit"),
            (CEILING, true, "0 below the ceiling"),
            (CEILING + 1, false, "1 bytes OVER the ceiling"),
        ] {
            assert_eq!(of(size).holds(), holds, "{size}");
            assert!(of(size).to_string().contains(says), "{size}: {}", of(size));
        }
    }

    #[test]
    fn the_loader_has_a_limit_of_its_own() {
        for (size, holds) in [(LOADER_LIMIT, true), (LOADER_LIMIT + 1, false)] {
            let rows = vec![Row { name: names::LOADER, raw: 9, compressed: size }];
            assert_eq!(Budget { rows }.holds(), holds, "{size}");
        }
    }

    #[test]
    fn compressing_finds_repetition_and_does_not_invent_any() {
        let repeated = "countdown ".repeat(1000);
        assert!(compressed(repeated.as_bytes()).unwrap() < 100);
        // Marsaglia's xorshift, whose bytes have no pattern to find.
        let mut state = 2_463_534_242_u32;
        let noise: Vec<u8> = (0..4000)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                state as u8
            })
            .collect();
        assert!(compressed(&noise).unwrap() >= noise.len());
    }
}
