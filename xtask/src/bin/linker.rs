//! What links the widget: rust-lld, without some of the exports that rustc asks for.
//!
//! An export that goes only later leaves behind whatever of it stands in the table
//! of functions, of which no tool can tell what calls it. The linker knows.

use std::env;
use std::process::{Command, ExitCode};

/// Parts of the names of exports that nothing asks for: of the classes for streams
/// that server functions of Leptos would need; and of a mark for a tool that is not
/// used here, whose name is a hash of the path of Cargo's registry, so that no two
/// machines would build the same.
const UNUSED: [&str; 2] = ["intounderlying", "_WASM_SPLIT_MARKER_"];

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    // rustc puts the folder of this one into PATH.
    let mut linker = Command::new("rust-lld");
    while let Some(argument) = arguments.next() {
        if argument != "--export" {
            linker.arg(argument);
            continue;
        }
        let name = arguments.next().unwrap_or_default();
        let is_unused = UNUSED.iter().any(|part| name.to_string_lossy().contains(part));
        if !is_unused {
            linker.arg(argument).arg(name);
        }
    }
    match linker.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("rust-lld does not start: {error}");
            ExitCode::FAILURE
        }
    }
}
