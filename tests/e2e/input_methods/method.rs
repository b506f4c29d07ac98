//! fcitx5, set up as it is when it was just installed, for one input method.

use anyhow::Result;

use crate::desktop::{Desktop, Windows};
use crate::wait::until;

/// An input method of fcitx5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Chinese, by libime.
    Pinyin,
    /// Japanese.
    Mozc,
    /// Korean, by libhangul.
    Hangul,
}

/// What the keys of the keyboard stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// What is printed on an American keyboard.
    Latin,
    /// Those of the method.
    Own,
}

/// What leads a browser's toolkit to it.
const TOOLKITS: [(&str, &str); 3] =
    [("GTK_IM_MODULE", "fcitx"), ("QT_IM_MODULE", "fcitx"), ("XMODIFIERS", "@im=fcitx")];

/// What asks others, tells others, or would offer more than the dictionary does.
const WITHOUT: &str =
    "--disable=cloudpinyin,kimpanel,notificationitem,notifications,wayland,waylandim";

/// On wherever there is a field.
const BEHAVIOR: &str = "[Behavior]
ActiveByDefault=True
ShareInputState=All
PreeditEnabledByDefault=True
ShowInputMethodInformation=False
ShowInputMethodInformationWhenFocusIn=False
";

impl Method {
    /// Its name in fcitx5.
    fn name(self) -> &'static str {
        match self {
            Self::Pinyin => "pinyin",
            Self::Mozc => "mozc",
            Self::Hangul => "hangul",
        }
    }

    /// A desktop on which it is on, with nothing learned.
    ///
    /// # Errors
    ///
    /// When fcitx5 or what a [`Desktop`] needs is not there.
    pub async fn desktop(self) -> Result<Desktop> {
        let desktop = Desktop::start(Windows::FillTheScreen, &TOOLKITS).await?;
        let name = self.name();
        let profile = format!(
            "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM={name}\n\n\
             [Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n\
             [Groups/0/Items/1]\nName={name}\nLayout=\n\n\
             [GroupOrder]\n0=Default\n"
        );
        desktop.write("config/fcitx5/profile", &profile)?;
        desktop.write("config/fcitx5/config", BEHAVIOR)?;
        desktop.write("config/fcitx5/conf/pinyin.conf", "FirstRun=False\n")?;
        desktop.spawn_without_rights("fcitx5", &[WITHOUT])?;
        // Whoever asked fcitx5 itself would have the bus start another one.
        let owned = [
            "--print-reply=literal",
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.NameHasOwner",
            "string:org.fcitx.Fcitx5",
        ];
        let runs = async || {
            let answer = desktop.command("dbus-send").args(owned).output()?.stdout;
            Ok(String::from_utf8_lossy(&answer).contains("true"))
        };
        until("fcitx5", runs, |runs| *runs).await?;
        Ok(desktop)
    }

    /// Waits until it is what the field with the focus gets its letters from.
    ///
    /// # Errors
    ///
    /// When it is not.
    pub async fn wait_until_on(self, desktop: &Desktop) -> Result<()> {
        is_on(desktop, self.name()).await
    }

    /// Switches to Latin letters or back, by the key for that on a Korean keyboard.
    ///
    /// # Errors
    ///
    /// When the key does nothing.
    pub async fn switch(self, desktop: &Desktop, to: Letters) -> Result<()> {
        desktop.keys(&["Hangul"])?;
        let name = match to {
            Letters::Latin => "keyboard-us",
            Letters::Own => self.name(),
        };
        is_on(desktop, name).await
    }
}

async fn is_on(desktop: &Desktop, name: &str) -> Result<()> {
    let current = async || {
        let current = desktop.command("fcitx5-remote").arg("-n").output()?.stdout;
        Ok(String::from_utf8(current)?.trim_end().to_owned())
    };
    until("the input method", current, |current| current == name).await?;
    Ok(())
}
