//! The commands that need a server, a database or the widget's own types.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};
use xtask::budget::Budget;
use xtask::glue::{self, Names};
use xtask::integrity;
use xtask::notices::notices;
use xtask::sentences;
use xtask::site::listen_from;
use xtask::site::pages::{Options, Site};
use xtask::site::questionnaire::{Database, Questionnaire};
use xtask::surface;

const USAGE: &str = "\
usage: site serve --dist <directory> --database <file> [--port <8080>] [--questionnaire-port <8081>]
       site schema
       site notices <graph of units> <toolchain> <its version>
       site glue <glue> <guard> <names that wasm-opt changed>
       site docs <checkout>
       site sentences <script>
       site names <script>
       site frame <template>
       site hash <file>
       site integrity <directory>
       site budget <directory>";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("serve") => serve(arguments),
        Some("schema") => {
            print!("{}", campaign_widget::campaign::schema_json());
            Ok(())
        }
        Some("notices") => {
            let mut next = || arguments.next().context(USAGE);
            let (units, toolchain, version) = (next()?, PathBuf::from(next()?), next()?);
            let units = std::fs::read_to_string(&units).context(units)?;
            print!("{}", notices(&units, &toolchain, &version)?);
            Ok(())
        }
        Some("glue") => {
            let mut next = || {
                let file = arguments.next().context(USAGE)?;
                std::fs::read_to_string(&file).context(file)
            };
            let (script, guard, names) = (next()?, next()?, next()?);
            print!("{}", glue::published(&script, &guard, &Names::from_json(&names)?)?);
            Ok(())
        }
        Some("docs") => {
            let root = PathBuf::from(arguments.next().context("of which checkout?")?);
            for path in surface::write(&root)? {
                println!("Wrote {path}");
            }
            Ok(())
        }
        Some("sentences") => {
            println!("{}", sentences::of_script(&arguments.next().context("of which script?")?)?);
            Ok(())
        }
        Some("names") => {
            let script = arguments.next().context("of which script?")?;
            println!("{}", surface::Element::read()?.names(&script)?);
            Ok(())
        }
        Some("frame") => {
            let template = arguments.next().context("which template?")?;
            let template = std::fs::read_to_string(&template).context(template)?;
            print!("{}", sentences::page(&template)?);
            Ok(())
        }
        Some("hash") => {
            let file = PathBuf::from(arguments.next().context("which file?")?);
            println!("{}", integrity::of_file(&file)?);
            Ok(())
        }
        Some("integrity") => {
            let dist = PathBuf::from(arguments.next().context("which directory?")?);
            println!("{:#}", integrity::of_folder(&dist)?);
            Ok(())
        }
        Some("budget") => {
            let dist = PathBuf::from(arguments.next().context("which directory?")?);
            let budget = Budget::measure(&dist)?;
            println!("{budget}");
            ensure!(budget.holds(), "the widget is larger than its budget");
            Ok(())
        }
        Some(other) => bail!("there is no command {other:?}\n{USAGE}"),
        None => bail!("{USAGE}"),
    }
}

/// Serves the announcement page and the questionnaire until Ctrl-C.
fn serve(mut arguments: impl Iterator<Item = String>) -> anyhow::Result<()> {
    let (mut dist, mut database) = (None, None);
    let (mut port, mut questionnaire_port) = (8080, 8081);
    while let Some(name) = arguments.next() {
        let mut value =
            || arguments.next().with_context(|| format!("{name} needs a value\n{USAGE}"));
        match name.as_str() {
            "--dist" => dist = Some(PathBuf::from(value()?)),
            "--database" => database = Some(PathBuf::from(value()?)),
            "--port" => port = value()?.parse().context("--port is no port")?,
            "--questionnaire-port" => {
                questionnaire_port = value()?.parse().context("--questionnaire-port is no port")?;
            }
            other => bail!("there is no option {other:?}\n{USAGE}"),
        }
    }
    let dist = dist.context("--dist is missing")?;
    let database = Database::File(database.context("--database is missing")?);

    // The page first: its port is the one that people remember.
    let page_listener = listen_from(port)?;
    let questionnaire = Questionnaire::start(listen_from(questionnaire_port)?, &database)?;
    let site = Site::start(
        page_listener,
        Options { dist, questionnaire: questionnaire.origin(), ..Options::default() },
    )?;
    println!("Announcement page: {}/", site.origin());
    println!("Questionnaire: {}", questionnaire.url("6854"));
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(tokio::signal::ctrl_c())?;
    Ok(())
}
