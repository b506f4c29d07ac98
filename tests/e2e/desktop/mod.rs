//! A desktop that nobody sees: a screen, a window manager and a session bus of its
//! own, on which a browser has a real window and gets real keys and presses. It neither
//! reads nor changes the settings of whoever runs the tests.

mod browser;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, PipeReader, pipe};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::card::Card;
use crate::wait::until;

/// Ends every program of the desktop once its input ends, which it does when the tests
/// end in whatever way. Xvfb takes its lock away when it is asked to end.
const KEEPER: &str = "trap '' TERM; read _; kill -TERM 0; sleep 0.3; kill -KILL 0";

/// A new window has the focus; no frames, and no keys of the window manager's own.
const WINDOWS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications>
    <application class="*" type="normal">
      <decor>no</decor><focus>yes</focus><maximized>FILL</maximized>
    </application>
  </applications>
</openbox_config>"#;

/// GTK's settings: colours and places are what they become, at once. WebKitGTK takes that
/// for the wish for less motion.
const STILL: &str = "[Settings]\ngtk-enable-animations=0\n";

/// A session bus as it is anywhere, for USERS too.
const BUS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <standard_session_servicedirs/>
  <policy context="default">
    USERS
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>"#;

/// As root, programs without rights are on the bus, too.
const ROOT_AND_NOBODY: &str = r#"<allow user="root"/><allow user="nobody"/>"#;

/// The user `nobody`.
const NOBODY: u32 = 65_534;

/// Where the pointer is in the page, which only the page knows.
const FOLLOW_POINTER: &str = "
    window.pointer = null;
    window.onmousemove = (event) => { window.pointer = [event.clientX, event.clientY]; };";

/// The middle of the screen, where the page is.
const MIDDLE: (f64, f64) = (640.0, 512.0);

/// How large the windows of a desktop are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Windows {
    /// Each fills the screen, so that a place in the page is known on the screen.
    FillTheScreen,
    /// As large as programs ask for, on a screen that has room for them.
    AsTheyOpen,
}

/// A screen, a session bus, a window manager, and the programs on it. All of them end
/// when it is dropped.
pub struct Desktop {
    programs: Mutex<Vec<Child>>,
    keeper: Option<Child>,
    variables: Vec<(String, String)>,
    folder: TempDir,
}

impl Desktop {
    /// An empty desktop, whose programs have these environment variables.
    ///
    /// # Errors
    ///
    /// When Xvfb, openbox or dbus-daemon is not there, or does not start.
    pub async fn start(windows: Windows, variables: &[(&str, &str)]) -> Result<Desktop> {
        let folder = tempfile::tempdir()?;
        let keeper = Command::new("sh")
            .args(["-c", KEEPER])
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("cannot start sh")?;
        let mut desktop = Desktop {
            programs: Mutex::default(),
            keeper: Some(keeper),
            variables: Vec::new(),
            folder,
        };
        desktop.furnish(windows)?;
        desktop
            .variables
            .extend(variables.iter().map(|(name, value)| (name.to_string(), value.to_string())));
        desktop.connect(windows)?;
        desktop.spawn("openbox", &[])?;
        let managed = async || {
            let windows = desktop.command("xdotool").args(["get_desktop"]).output()?;
            Ok(windows.status.success())
        };
        until("the window manager", managed, |managed| *managed).await?;
        Ok(desktop)
    }

    /// A folder of its user: `config`, `data`, `cache`, `run`, or what is inside.
    pub fn folder(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Writes a file of its user, as `config/openbox/rc.xml`.
    ///
    /// # Errors
    ///
    /// When the disk says so.
    pub fn write(&self, file: &str, text: &str) -> Result<()> {
        let path = self.folder(file);
        fs::create_dir_all(path.parent().context("a file in a folder")?)?;
        Ok(fs::write(&path, text)?)
    }

    /// A command for a program on this desktop.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        // What would lead to the desktop of whoever runs the tests.
        for name in ["WAYLAND_DISPLAY", "XAUTHORITY", "LC_ALL", "LC_CTYPE", "LANGUAGE"] {
            command.env_remove(name);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null());
        if let Some(keeper) = &self.keeper {
            command.process_group(keeper.id().cast_signed());
        }
        command
    }

    /// Starts a program, which ends with the desktop. What it writes is in
    /// the folder, as `<program>.log`.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn spawn(&self, program: impl AsRef<OsStr>, arguments: &[&str]) -> Result<()> {
        let mut command = self.logged(program.as_ref(), arguments)?;
        self.keep(&mut command)
    }

    fn logged(&self, program: &OsStr, arguments: &[&str]) -> Result<Command> {
        let name = Path::new(program).file_name().unwrap_or(program).to_string_lossy();
        let log = File::create(self.folder(&format!("{name}.log")))?;
        let mut command = self.command(program);
        command.args(arguments).stdout(log.try_clone()?).stderr(log);
        Ok(command)
    }

    fn is_roots(&self) -> Result<bool> {
        Ok(fs::metadata(self.folder.path())?.uid() == 0)
    }

    /// As [`spawn`](Self::spawn), for a program that refuses to run as root: as root,
    /// nobody runs it.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn spawn_without_rights(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let mut command = self.logged(program.as_ref(), arguments)?;
        if self.is_roots()? {
            command.uid(NOBODY).gid(NOBODY).env("XDG_RUNTIME_DIR", self.folder("run-of-nobody"));
        }
        self.keep(&mut command)
    }

    /// Presses keys, one after the other: the names of X, as `space` or `ctrl+z`.
    ///
    /// # Errors
    ///
    /// When there is no such key.
    pub fn keys(&self, keys: &[&str]) -> Result<()> {
        self.xdotool(&[&["key", "--delay", BETWEEN_KEYS], keys].concat())
    }

    /// Types what is on an American keyboard.
    ///
    /// # Errors
    ///
    /// When the screen has no keyboard.
    pub fn type_keys(&self, text: &str) -> Result<()> {
        self.xdotool(&["type", "--delay", BETWEEN_KEYS, "--", text])
    }

    /// Moves the pointer to the middle of a part of the card and presses it.
    ///
    /// # Errors
    ///
    /// When the part is not in sight, or something lies above it.
    pub async fn press(&self, card: &Card, part: &str) -> Result<()> {
        self.point_at(card, part).await?;
        self.xdotool(&["click", "1"])
    }

    /// Moves the pointer to the middle of a part of the card.
    ///
    /// # Errors
    ///
    /// When the part is not in sight, or something lies above it.
    pub async fn point_at(&self, card: &Card, part: &str) -> Result<()> {
        card.script::<()>(FOLLOW_POINTER).await?;
        let place = async || {
            // A pointer that stays where it is tells nobody. And again at each look: a
            // window that is only just there may miss it.
            self.move_pointer((MIDDLE.0 + 1.0, MIDDLE.1))?;
            self.move_pointer(MIDDLE)?;
            card.script::<Option<(f64, f64)>>("return window.pointer;").await
        };
        let place = until("the pointer in the page", place, Option::is_some).await?;
        let (x, y) = place.context("a place")?;
        let middle = format!(
            "const part = element.shadowRoot.querySelector('[part~=\"{part}\"]');
            const box = part.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];"
        );
        let aim: (f64, f64) = card.script(&middle).await?;
        self.move_pointer((MIDDLE.0 - x + aim.0, MIDDLE.1 - y + aim.1))?;
        let there = format!(
            "return window.pointer && element.shadowRoot.elementFromPoint(...window.pointer)
                ?.closest('[part~=\"{part}\"]') != null;"
        );
        let look = async || card.script::<Option<bool>>(&there).await;
        until(&format!("the pointer on {part}"), look, |there| *there == Some(true)).await?;
        Ok(())
    }

    /// The folders of its user, and what leads programs to them.
    fn furnish(&mut self, windows: Windows) -> Result<()> {
        let folders = [
            ("HOME", "home"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
        ];
        for (name, inside) in folders {
            let folder = self.folder(inside);
            fs::create_dir(&folder)?;
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
            let folder = folder.to_str().context("the temporary folder is not UTF-8")?;
            self.variables.push((name.into(), folder.into()));
        }
        if self.is_roots()? {
            fs::set_permissions(self.folder.path(), fs::Permissions::from_mode(0o711))?;
            fs::create_dir(self.folder("run-of-nobody"))?;
            // But not `home` and `run`: where these are another's, Firefox does not run.
            for inside in ["config", "data", "cache", "state", "run-of-nobody"] {
                chown(self.folder(inside), Some(NOBODY), Some(NOBODY))?;
            }
        }
        for (name, value) in [
            ("LANG", "C.UTF-8"),
            ("XDG_SESSION_TYPE", "x11"),
            ("GDK_BACKEND", "x11"),
            ("MOZ_ENABLE_WAYLAND", "0"),
        ] {
            self.variables.push((name.into(), value.into()));
        }
        self.write("config/gtk-3.0/settings.ini", STILL)?;
        let fill = if windows == Windows::FillTheScreen { "yes" } else { "no" };
        self.write("config/openbox/rc.xml", &WINDOWS.replace("FILL", fill))
    }

    /// The screen and the session bus, each of which says where it is.
    fn connect(&mut self, windows: Windows) -> Result<()> {
        // No key repeats itself: on a busy machine one is down for long. And the screen does
        // not start anew when its only program ends: another one may just be starting.
        let size = match windows {
            Windows::FillTheScreen => "1280x1024x24",
            Windows::AsTheyOpen => "2000x2000x24",
        };
        let rest = ["-nolisten", "tcp", "-r", "-noreset"];
        let screen = [&["-displayfd", "1", "-screen", "0", size][..], &rest].concat();
        let number = self.first_line("Xvfb", &screen)?;
        self.variables.push(("DISPLAY".into(), format!(":{number}")));
        let socket = self.folder("bus");
        let users = if self.is_roots()? { ROOT_AND_NOBODY } else { "" };
        let bus = BUS.replace("SOCKET", &socket.to_string_lossy()).replace("USERS", users);
        self.write("bus.conf", &bus)?;
        let file = format!("--config-file={}", self.folder("bus.conf").display());
        let bus = ["--nofork", "--nopidfile", "--print-address=1", &file];
        let address = self.first_line("dbus-daemon", &bus)?;
        self.variables.push(("DBUS_SESSION_BUS_ADDRESS".into(), address));
        Ok(())
    }

    /// Starts a program that says one line once it is ready.
    fn first_line(&self, program: &str, arguments: &[&str]) -> Result<String> {
        let (output, input): (PipeReader, _) = pipe()?;
        let mut command = self.command(program);
        command.args(arguments).stdout(input).stderr(Stdio::null());
        self.keep(&mut command)?;
        // Else it would hold the pipe open.
        drop(command);
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        ensure!(line.ends_with('\n'), "{program} does not start");
        Ok(line.trim_end().to_owned())
    }

    fn keep(&self, command: &mut Command) -> Result<()> {
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().with_context(|| format!("cannot start {program}"))?;
        self.programs.lock().unwrap_or_else(PoisonError::into_inner).push(child);
        Ok(())
    }

    fn move_pointer(&self, (x, y): (f64, f64)) -> Result<()> {
        let [x, y] = [x, y].map(|length| format!("{length:.0}"));
        self.xdotool(&["mousemove", "--sync", &x, &y])
    }

    fn xdotool(&self, arguments: &[&str]) -> Result<()> {
        let status: ExitStatus =
            self.command("xdotool").args(arguments).status().context("cannot start xdotool")?;
        if !status.success() {
            bail!("xdotool {}: {status}", arguments.join(" "));
        }
        Ok(())
    }
}

/// In milliseconds: as fast as anybody types.
const BETWEEN_KEYS: &str = "30";

impl Drop for Desktop {
    fn drop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            drop(keeper.stdin.take());
            keeper.wait().ok();
        }
        for program in self.programs.get_mut().unwrap_or_else(PoisonError::into_inner) {
            program.wait().ok();
        }
    }
}
