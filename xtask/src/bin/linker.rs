//! What links the widget: rust-lld, without some of the exports that rustc asks for.
//!
//! An export that goes only later leaves behind whatever of it stands in the table
//! of functions, of which no tool can tell what calls it. The linker knows.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

/// Parts of the names of exports that nothing asks for: of the classes for streams
/// that server functions of Leptos would need; and of a mark for a tool that is not
/// used here, whose name is a hash of the path of Cargo's registry, so that no two
/// machines would build the same.
const UNUSED: [&str; 2] = ["intounderlying", "_WASM_SPLIT_MARKER_"];

/// Names the folder for the parts into which the module is split; without it, it
/// stays in one piece.
const PARTS: &str = "CAMPAIGN_WIDGET_PARTS";

/// What the table of functions is called at the splitter's, and what it is called so
/// that wasm-bindgen, which drops what linkers export on their own, leaves it in.
const TABLE: (&[u8], &[u8]) = (b"__indirect_function_table", b"__shared___function_table");

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    // rustc puts the folder of this one into PATH.
    let mut linker = Command::new("rust-lld");
    let mut output = OsString::new();
    while let Some(argument) = arguments.next() {
        if argument == "-o" {
            output = arguments.next().unwrap_or_default();
            linker.arg(argument).arg(&output);
            continue;
        }
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
    let is_widget = output.to_string_lossy().contains("campaign_widget_core");
    let parts = env::var_os(PARTS).filter(|_| is_widget);
    if parts.is_some() {
        // What of the code refers to what.
        linker.arg("--emit-relocs");
    }
    match linker.status() {
        Ok(status) if status.success() => {}
        Ok(_) => return ExitCode::FAILURE,
        Err(error) => {
            eprintln!("rust-lld does not start: {error}");
            return ExitCode::FAILURE;
        }
    }
    match parts.map(|parts| split(Path::new(&output), Path::new(&parts))) {
        Some(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Splits a linked module, which becomes the first part of it.
fn split(module: &Path, parts: &Path) -> Result<(), Box<dyn std::error::Error>> {
    if parts.exists() {
        fs::remove_dir_all(parts)?;
    }
    let linked = fs::read(module)?;
    let mut options = wasm_split_cli_support::Options::new(&linked);
    options.output_dir = parts;
    options.main_out_path = module;
    wasm_split_cli_support::transform(options)?;
    let mut first = fs::read(module)?;
    rename(&mut first, TABLE);
    Ok(fs::write(module, first)?)
}

fn rename(module: &mut [u8], (from, to): (&[u8], &[u8])) {
    let mut rest = module;
    while let Some(at) = rest.windows(from.len()).position(|name| name == from) {
        let (name, after) = rest.split_at_mut(at).1.split_at_mut(from.len());
        name.copy_from_slice(to);
        rest = after;
    }
}
