//! The commands that need a server, a database or the widget's own types.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use xtask::budget::Budget;
use xtask::glue::{self, Names};
use xtask::integrity;
use xtask::notices::notices;
use xtask::ports::Ports;
use xtask::sentences;
use xtask::site::listen_from;
use xtask::site::pages::{Options, Site};
use xtask::site::questionnaire::{Database, Questionnaire};
use xtask::surface;

/// The servers, and what `cargo xtask dist` asks of the widget's own types. All
/// but the servers print their result.
#[derive(Debug, Parser)]
#[command(name = "site", arg_required_else_help = true)]
enum Command {
    /// Serve the announcement page and the questionnaire until Ctrl-C.
    Serve {
        /// Folder of the built widget.
        #[arg(long)]
        dist: PathBuf,
        /// SQLite file of the questionnaire.
        #[arg(long)]
        database: PathBuf,
        /// Reloads the page whenever the folder is replaced.
        #[arg(long = "reload")]
        reloads: bool,
        #[command(flatten)]
        ports: Ports,
    },
    /// The JSON Schema of the campaign file.
    Schema,
    /// The licences of all code that is compiled into the widget.
    Notices {
        /// What `cargo build --unit-graph` printed.
        units: PathBuf,
        /// Folder of the toolchain.
        toolchain: PathBuf,
        /// Version of the toolchain.
        version: String,
    },
    /// The glue of wasm-bindgen, as it is published.
    Glue {
        /// What wasm-bindgen wrote.
        glue: PathBuf,
        /// The script that is put in front of the module.
        guard: PathBuf,
        /// What wasm-opt printed of the names that it changed, if it did.
        names: Option<PathBuf>,
    },
    /// Write the types and tables of custom-elements.json into a checkout.
    Docs {
        /// Its top folder.
        root: PathBuf,
    },
    /// The sentences of a script in every language, as JSON.
    Sentences {
        /// The script, by the name with which its sentences begin.
        script: String,
    },
    /// Write the files of the card's languages, and print how they begin.
    Languages {
        /// The folder for them.
        folder: PathBuf,
    },
    /// The attributes and events that a script knows, as definitions.
    Names {
        /// The script, by its name without the extension.
        script: String,
    },
    /// The page of a frame, with its sentences.
    Frame {
        /// The page without them.
        template: PathBuf,
    },
    /// The product's page, with the size of the widget.
    Gallery {
        /// The page without it.
        template: PathBuf,
        /// Folder of the built widget. Without it, the page leaves the size open.
        dist: Option<PathBuf>,
    },
    /// The hash of a file, as the attribute `integrity` has it.
    Hash {
        /// The file.
        file: PathBuf,
        /// The shorter one.
        #[arg(long)]
        short: bool,
    },
    /// The hashes of all files of a folder.
    Integrity {
        /// The folder.
        dist: PathBuf,
    },
    /// The size of the widget. Fails when it is over budget.
    Budget {
        /// Folder of the built widget.
        dist: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Command::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { dist, database, reloads, ports } => serve(dist, database, reloads, ports)?,
        Command::Schema => print!("{}", campaign_widget::campaign::schema_json()),
        Command::Notices { units, toolchain, version } => {
            print!("{}", notices(&read(&units)?, &toolchain, &version)?);
        }
        Command::Glue { glue, guard, names } => {
            let names = names.map(|names| Names::from_json(&read(&names)?)).transpose()?;
            print!("{}", glue::published(&read(&glue)?, &read(&guard)?, names.as_ref())?);
        }
        Command::Docs { root } => {
            for path in surface::write(&root)? {
                println!("Wrote {path}");
            }
        }
        Command::Sentences { script } => println!("{}", sentences::of_script(&script)?),
        Command::Languages { folder } => {
            sentences::write_languages(&folder)?;
            println!("{}", campaign_widget::language::FORMAT);
        }
        Command::Names { script } => println!("{}", surface::Element::read()?.names(&script)?),
        Command::Frame { template } => print!("{}", sentences::page(&read(&template)?)?),
        Command::Gallery { template, dist } => {
            let budget = dist.map(|dist| Budget::measure(&dist)).transpose()?;
            let size = budget.map_or("…".to_owned(), |budget| budget.until_checked().to_string());
            print!("{}", read(&template)?.replace("{size}", &size));
        }
        Command::Hash { file, short } => {
            let of = if short { integrity::short_of } else { integrity::of };
            println!("{}", integrity::of_file(&file, of)?);
        }
        Command::Integrity { dist } => println!("{:#}", integrity::of_folder(&dist)?),
        Command::Budget { dist } => {
            let budget = Budget::measure(&dist)?;
            println!("{budget}");
            ensure!(budget.holds(), "the widget is larger than its budget");
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

fn serve(dist: PathBuf, database: PathBuf, reloads: bool, ports: Ports) -> Result<()> {
    // The page first: its port is the one that people remember.
    let page_listener = listen_from(ports.port)?;
    let questionnaire_listener = listen_from(ports.questionnaire_port)?;
    let questionnaire = Questionnaire::start(questionnaire_listener, &Database::File(database))?;
    let site = Site::start(
        page_listener,
        Options { dist, questionnaire: questionnaire.origin(), reloads, ..Options::default() },
    )?;
    println!("Announcement page: {}/", site.origin());
    println!("Gallery: {}/gallery.html", site.origin());
    println!("Questionnaire: {}", questionnaire.url("6854"));
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(tokio::signal::ctrl_c())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_well_formed() {
        super::Command::command().debug_assert();
    }
}
