//! What is not tested in every engine, by the table of `tests/e2e/engines.md`.

use anyhow::{Context, Result, bail, ensure};

use crate::setup::engine::Engine;

/// The table, which people read, too.
const TABLE: &str = include_str!("../../../../tests/e2e/engines.md");

/// Some tests that do not run in some engines.
struct Exception {
    /// What their names begin with.
    tests: String,
    engines: Vec<Engine>,
}

/// The names of the tests that run in this engine.
///
/// # Errors
///
/// When the table is broken, or names a test that does not exist.
pub fn of_engine(all: &[String], engine: Engine) -> Result<Vec<String>> {
    without_exceptions(TABLE, all, engine)
}

fn without_exceptions(table: &str, all: &[String], engine: Engine) -> Result<Vec<String>> {
    let exceptions = read(table)?;
    for Exception { tests, .. } in &exceptions {
        let is_there = all.iter().any(|name| name.starts_with(tests));
        ensure!(is_there, "tests/e2e/engines.md: no test's name begins with `{tests}`");
    }
    let runs = |name: &&String| {
        !exceptions.iter().any(|exception| {
            exception.engines.contains(&engine) && name.starts_with(&exception.tests)
        })
    };
    Ok(all.iter().filter(runs).cloned().collect())
}

/// Each row names tests, engines and the reason.
fn read(table: &str) -> Result<Vec<Exception>> {
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let exceptions = rows.map(|row| {
        exception(row).with_context(|| format!("tests/e2e/engines.md: the row of `{row}"))
    });
    exceptions.collect()
}

fn exception(row: &str) -> Result<Exception> {
    let [tests, engines, reason, ""] = row.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
        bail!("it has not three columns");
    };
    ensure!(!reason.is_empty(), "it has no reason");
    let tests = tests.strip_suffix('`').context("its tests have no second backtick")?;
    let engine = |name: &str| {
        let known = Engine::ALL.into_iter().find(|engine| engine.name() == name);
        known.with_context(|| format!("{name} is no engine"))
    };
    let engines = engines.split(", ").map(engine).collect::<Result<_>>()?;
    Ok(Exception { tests: tests.to_owned(), engines })
}

#[cfg(test)]
mod tests {
    use super::{TABLE, read, without_exceptions};
    use crate::setup::engine::Engine;

    #[test]
    fn the_table_is_read() {
        assert!(read(TABLE).unwrap().len() > 1);
    }

    #[test]
    fn an_exception_holds_for_its_engines_alone() {
        let all = ["links::a", "links::b", "draft::a"].map(str::to_owned);
        let table =
            "| tests | not in | why |\n| --- | --- | --- |\n| `links::` | WebKitGTK | so |\n";
        let run = |engine| without_exceptions(table, &all, engine).unwrap();
        assert_eq!(run(Engine::Webkit), ["draft::a"]);
        assert_eq!(run(Engine::Firefox), all);
    }

    #[test]
    fn a_broken_table_is_named() {
        for (row, named) in [
            ("| `links::` | WebKitGTK |", "three columns"),
            ("| `links::` | WebKitGTK | |", "no reason"),
            ("| `links:: | WebKitGTK | so |", "backtick"),
            ("| `links::` | Webkit | so |", "Webkit is no engine"),
            ("| `lonks::` | WebKitGTK | so |", "`lonks::`"),
        ] {
            let all = ["links::a".to_owned()];
            let error = without_exceptions(row, &all, Engine::Webkit).unwrap_err();
            assert!(format!("{error:#}").contains(named), "{error:#}");
        }
    }
}
