//! The size budget: what a page loads for the widget, as it travels.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::CompressorWriter;

use crate::names::{self, Hashed};

/// What a page loads for the widget after the loader, one stage after the other.
const STAGES: [Stage; 3] = [
    Stage {
        name: "until the countdown lives",
        files: &[names::CORE_JS, names::CORE_WASM],
        limit: 60 * 1024,
        ceiling: 69 * 1024,
    },
    Stage {
        name: "until a draft is checked",
        files: &[names::SHARED_WASM, names::COMPOSER_WASM],
        limit: 96 * 1024,
        ceiling: 144 * 1024,
    },
    Stage {
        name: "everything",
        files: &[names::LINKS_WASM],
        limit: 120 * 1024,
        ceiling: 190 * 1024,
    },
];

/// The most that the loader alone may be, which every page with the widget loads
/// at once.
pub const LOADER_LIMIT: usize = 4_096;

/// The files that come with a stage, and the most that they, the loader and those before
/// them may be in all, in bytes after brotli 11.
struct Stage {
    name: &'static str,
    files: &'static [Hashed],
    /// What we aim for.
    limit: usize,
    /// What holds until that is reached: lowered with every gain, so that the widget
    /// cannot grow unnoticed meanwhile.
    ceiling: usize,
}

/// One file's sizes in bytes.
struct Row {
    name: String,
    raw: usize,
    compressed: usize,
}

/// The sizes of everything that a page loads for the widget.
pub struct Budget {
    loader: Row,
    /// The rest, by stages.
    rows: Vec<Vec<Row>>,
}

impl Budget {
    /// Compresses the files in `dist` as a host would.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub fn measure(dist: &Path) -> Result<Self> {
        let row = |name: String| {
            let file = dist.join(&name);
            let content =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            Ok(Row { name, raw: content.len(), compressed: compressed(&content)? })
        };
        let rows = |stage: Stage| -> Result<Vec<Row>> {
            stage.files.iter().map(|file| row(file.find(dist)?)).collect()
        };
        let loader = row(names::LOADER.to_owned())?;
        let mut rows = STAGES.into_iter().map(rows).collect::<Result<Vec<_>>>()?;
        // A card speaks one language: its first file comes with the first stage, its
        // second with the second.
        let files = [
            names::LANGUAGES.map(|language| language.early),
            names::LANGUAGES.map(|language| language.forms),
        ];
        for (rows, files) in rows.iter_mut().zip(files) {
            let all = files.iter().map(|file| row(file.find(dist)?));
            let all = all.collect::<Result<Vec<_>>>()?;
            rows.extend(all.into_iter().max_by_key(|language| language.compressed));
        }
        Ok(Self { loader, rows })
    }

    /// Whether a page loads no more than it may today.
    pub fn holds(&self) -> bool {
        let is_within = |(total, stage): (usize, &Stage)| total <= stage.ceiling;
        self.totals().into_iter().zip(&STAGES).all(is_within)
            && self.loader.compressed <= LOADER_LIMIT
    }

    /// What a page has loaded when a draft can be checked, in whole kilobytes.
    pub fn until_checked(&self) -> usize {
        let [_, until_checked, ..] = self.totals()[..] else { return 0 };
        until_checked.div_ceil(1000)
    }

    /// What has been loaded after each stage.
    fn totals(&self) -> Vec<usize> {
        let mut total = self.loader.compressed;
        let mut add = |rows: &Vec<Row>| {
            total += rows.iter().map(|row| row.compressed).sum::<usize>();
            total
        };
        self.rows.iter().map(&mut add).collect()
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<40}{:>10}{:>12}{:>12}{:>12}",
            "bytes", "raw", "brotli 11", "aim", "ceiling"
        )?;
        let write_row = |f: &mut fmt::Formatter<'_>, row: &Row| {
            let (raw, compressed) = (grouped(row.raw), grouped(row.compressed));
            writeln!(f, "{:<40}{raw:>10}{compressed:>12}", row.name)
        };
        write_row(f, &self.loader)?;
        for ((rows, stage), total) in self.rows.iter().zip(&STAGES).zip(self.totals()) {
            for row in rows {
                write_row(f, row)?;
            }
            let [aim, ceiling] = [stage.limit, stage.ceiling].map(grouped);
            let said = match total {
                total if total <= stage.limit => "reached",
                total if total <= stage.ceiling => "",
                _ => "OVER",
            };
            let total = grouped(total);
            writeln!(f, "= {:<38}{total:>22}{aim:>12}{ceiling:>12} {said}", stage.name)?;
        }
        writeln!(f, "the loader may have {} bytes", grouped(LOADER_LIMIT))
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
    use super::{Budget, LOADER_LIMIT, Row, STAGES, compressed, grouped};

    #[test]
    fn digits_are_in_groups_of_three() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (98_304, "98,304"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), expected);
        }
    }

    fn row(compressed: usize) -> Row {
        Row { name: "a.wasm".into(), raw: 9, compressed }
    }

    /// One file a stage, of these sizes.
    fn of(sizes: [usize; 3]) -> Budget {
        Budget { loader: row(0), rows: sizes.map(|size| vec![row(size)]).into() }
    }

    #[test]
    fn each_stage_holds_to_the_byte_with_those_before_it() {
        let [first, second, third] = STAGES.map(|stage| stage.ceiling);
        let at_most = [first, second - first, third - second];
        assert!(of(at_most).holds());
        for stage in 0..3 {
            let mut sizes = at_most;
            sizes[stage] += 1;
            let budget = of(sizes);
            assert!(!budget.holds(), "{stage}");
            assert!(budget.to_string().contains("OVER"), "{budget}");
        }
        assert_eq!(of([1, 1, 1]).to_string().matches("reached").count(), 3);
    }

    #[test]
    fn the_loader_has_a_limit_of_its_own() {
        for (size, holds) in [(LOADER_LIMIT, true), (LOADER_LIMIT + 1, false)] {
            let budget = Budget { loader: row(size), ..of([0; 3]) };
            assert_eq!(budget.holds(), holds, "{size}");
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
