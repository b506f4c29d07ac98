//! What links the widget: rust-lld, without some of the exports that rustc asks for;
//! and what splits it into the module that shows the countdown and the chunks that come
//! after it.
//!
//! An export that goes only later leaves behind whatever of it stands in the table
//! of functions, of which no tool can tell what calls it. The linker knows.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Result, anyhow, bail};

/// Parts of the names of exports that nothing asks for: of the classes for streams
/// that server functions of Leptos would need; and of a mark for a tool that is not
/// used here, whose name is a hash of the path of Cargo's registry, so that no two
/// machines would build the same.
const UNUSED: [&str; 2] = ["intounderlying", "_WASM_SPLIT_MARKER_"];

/// What the stack takes of a page's memory, in bytes: three quarters of what rustc
/// reserves. With much less the splitter (0.2.4) refuses what the compiler makes of a
/// difference of two addresses, since it would be below zero.
const STACK: &str = "stack-size=786432";

/// The variable that names the folder for the chunks; without it, the module stays in
/// one piece.
const CHUNKS: &str = "CAMPAIGN_WIDGET_CHUNKS";

/// What the splitter calls the table of functions, and another name as long, since
/// wasm-bindgen drops what linkers export on their own; `guard.js` knows it.
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
    linker.args(["-z", STACK]);
    let is_widget = output.to_string_lossy().contains("campaign_widget_core");
    let chunks = env::var_os(CHUNKS).filter(|_| is_widget);
    if chunks.is_some() {
        // The splitter reads there what of the code refers to what.
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
    match chunks.map(|chunks| split(Path::new(&output), Path::new(&chunks))) {
        Some(Err(error)) => {
            eprintln!("the module cannot be split: {error:#}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Splits a linked module, which becomes what is left of it.
fn split(module: &Path, chunks: &Path) -> Result<()> {
    if chunks.exists() {
        fs::remove_dir_all(chunks)?;
    }
    let linked = fs::read(module)?;
    let mut options = wasm_split_cli_support::Options::new(&linked);
    options.output_dir = chunks;
    options.main_out_path = module;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:#}"))?;
    for chunk in split.split_modules {
        let name = chunk.file_name().unwrap_or_default().to_string_lossy();
        // What several chunks need has a number of its own.
        let name = name.strip_prefix("split_").unwrap_or("shared.wasm");
        let renamed = chunks.join(name);
        if renamed.exists() {
            bail!("there is more than one chunk that others share");
        }
        fs::rename(&chunk, renamed)?;
    }
    let mut rest = fs::read(module)?;
    rename(&mut rest, TABLE);
    Ok(fs::write(module, rest)?)
}

fn rename(module: &mut [u8], (from, to): (&[u8], &[u8])) {
    let mut rest = module;
    while let Some(at) = rest.windows(from.len()).position(|name| name == from) {
        let (name, after) = rest.split_at_mut(at).1.split_at_mut(from.len());
        name.copy_from_slice(to);
        rest = after;
    }
}
