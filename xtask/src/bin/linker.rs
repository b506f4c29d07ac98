//! What links the widget: rust-lld, without some of the exports that rustc asks for;
//! and what splits it into the module that shows the countdown and the chunks that come
//! after it.
//!
//! An export that goes only later leaves behind whatever of it stands in the table
//! of functions, of which no tool can tell what calls it. The linker knows.

use std::collections::HashSet;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, anyhow, bail};
use wasmparser::{Parser, Payload};

/// Parts of the names of exports that nothing asks for: of the classes for streams
/// that server functions of Leptos would need; and of a mark for a tool that is not
/// used here, whose name is a hash of the path of Cargo's registry, so that no two
/// machines would build the same.
const UNUSED: [&str; 2] = ["intounderlying", "_WASM_SPLIT_MARKER_"];

/// Begins the name of the function that tells wasm-bindgen of an import. What describes
/// an import that nothing uses is not needed, nor are the closures for which it stands in
/// the table of functions.
const DESCRIPTION: &str = "__wbindgen_describe_";

/// Begins the name of what the glue gives, in difference to what it takes.
const IMPORT: &str = "__wbg_";

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
    match run() {
        Ok(status) => status,
        Err(error) => {
            eprintln!("the module cannot be linked: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let Orders { arguments, mut exports, output } = Orders::read(env::args_os().skip(1));
    let module = Path::new(&output);
    let is_widget = output.to_string_lossy().contains("campaign_widget_core");
    let chunks = env::var_os(CHUNKS).filter(|_| is_widget);
    let link = |exports: &[OsString]| {
        // rustc puts the folder of this one into PATH.
        let mut linker = Command::new("rust-lld");
        linker.args(&arguments).arg("-o").arg(&output).args(["-z", STACK]);
        if chunks.is_some() {
            // The splitter reads there what of the code refers to what.
            linker.arg("--emit-relocs");
        }
        linker.args(exports.iter().flat_map(|name| [OsStr::new("--export"), name]));
        linker.status().context("rust-lld does not start")
    };
    if !link(&exports)?.success() {
        return Ok(ExitCode::FAILURE);
    }
    let Some(chunks) = &chunks else { return Ok(ExitCode::SUCCESS) };
    let used = imports(&fs::read(module)?)?;
    exports.retain(|name| {
        let name = name.to_string_lossy();
        let import = name.strip_prefix(DESCRIPTION).filter(|what| what.starts_with(IMPORT));
        import.is_none_or(|import| used.contains(import))
    });
    if !link(&exports)?.success() {
        return Ok(ExitCode::FAILURE);
    }
    split(module, Path::new(chunks))?;
    Ok(ExitCode::SUCCESS)
}

/// What rustc asks of a linker.
#[derive(Default)]
struct Orders {
    /// All but the following.
    arguments: Vec<OsString>,
    exports: Vec<OsString>,
    output: OsString,
}

impl Orders {
    fn read(mut arguments: impl Iterator<Item = OsString>) -> Orders {
        let mut orders = Orders::default();
        while let Some(argument) = arguments.next() {
            if argument == "-o" {
                orders.output = arguments.next().unwrap_or_default();
            } else if argument == "--export" {
                let name = arguments.next().unwrap_or_default();
                let is_unused = UNUSED.iter().any(|part| name.to_string_lossy().contains(part));
                orders.exports.extend((!is_unused).then_some(name));
            } else {
                orders.arguments.push(argument);
            }
        }
        orders
    }
}

/// The names of what a module imports.
fn imports(module: &[u8]) -> Result<HashSet<String>> {
    let mut names = HashSet::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                names.insert(import?.name.to_owned());
            }
        }
    }
    Ok(names)
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
