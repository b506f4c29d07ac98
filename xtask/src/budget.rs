//! The size budget: what a page loads for the widget, as it travels.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::CompressorWriter;

/// The most that a page may load for the widget, in bytes after brotli 11.
pub const LIMIT: usize = 96 * 1024;
/// What we aim for: less than an empty React page.
pub const AIM: usize = 59 * 1024;

/// All that a page loads for the widget. Its style is inside the last.
const FILES: [&str; 3] =
    ["campaign-widget.js", "campaign-widget-core.js", "campaign-widget-core.wasm"];

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

    /// Whether a page loads no more than it may.
    pub fn holds(&self) -> bool {
        self.total() <= LIMIT
    }

    fn total(&self) -> usize {
        self.rows.iter().map(|row| row.compressed).sum()
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |name: &str, raw: &str, compressed: &str| {
            writeln!(f, "{name:<26}{raw:>10}{compressed:>12}")
        };
        line("bytes", "raw", "brotli 11")?;
        for row in &self.rows {
            line(row.name, &grouped(row.raw), &grouped(row.compressed))?;
        }
        let raw = self.rows.iter().map(|row| row.raw).sum();
        line("total", &grouped(raw), &grouped(self.total()))?;
        line("limit (96 KB)", "", &grouped(LIMIT))?;
        line("aim (59 KB)", "", &grouped(AIM))?;
        if self.holds() {
            writeln!(f, "{} bytes below the limit", grouped(LIMIT - self.total()))
        } else {
            writeln!(f, "{} bytes OVER the limit", grouped(self.total() - LIMIT))
        }
    }
}

/// The length after brotli at quality 11.
fn compressed(content: &[u8]) -> Result<usize> {
    let mut writer = CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(content)?;
    Ok(writer.into_inner().len())
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
    use super::{Budget, LIMIT, Row, compressed, grouped};

    #[test]
    fn digits_are_in_groups_of_three() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (98_304, "98,304"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn the_limit_itself_is_within_the_budget_and_one_byte_more_is_not() {
        let of = |compressed| Budget {
            rows: vec![
                Row { name: "campaign-widget.js", raw: 9, compressed: 4 },
                Row { name: "campaign-widget-core.wasm", raw: 9, compressed: compressed - 4 },
            ],
        };
        assert!(of(LIMIT).holds());
        assert!(of(LIMIT).to_string().contains("0 bytes below the limit"));
        assert!(!of(LIMIT + 1).holds());
        assert!(of(LIMIT + 1).to_string().contains("1 bytes OVER the limit"));
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
