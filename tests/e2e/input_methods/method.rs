//! fcitx5, set up as it is when it was just installed, for one input method.

use anyhow::Result;

use crate::desktop::Desktop;
use crate::wait::until;

/// An input method of fcitx5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Chinese, by libime.
    Pinyin,
}

/// What leads a browser's toolkit to it.
const TOOLKITS: [(&str, &str); 3] =
    [("GTK_IM_MODULE", "fcitx"), ("QT_IM_MODULE", "fcitx"), ("XMODIFIERS", "@im=fcitx")];

/// What asks others, tells others, or would offer more than the dictionary does.
const WITHOUT: &str =
    "--disable=clipboard,cloudpinyin,kimpanel,notificationitem,notifications,wayland,waylandim";

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
        }
    }

    /// A desktop on which it is on, with nothing learned.
    ///
    /// # Errors
    ///
    /// When fcitx5 or what a [`Desktop`] needs is not there.
    pub async fn desktop(self) -> Result<Desktop> {
        let desktop = Desktop::start(&TOOLKITS).await?;
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
        desktop.spawn("fcitx5", &[WITHOUT])?;
        let runs = async || Ok(desktop.command("fcitx5-remote").output()?.status.success());
        until("fcitx5", runs, |runs| *runs).await?;
        Ok(desktop)
    }

    /// Waits until it is what the field with the focus gets its letters from.
    ///
    /// # Errors
    ///
    /// When it is not.
    pub async fn wait_until_on(self, desktop: &Desktop) -> Result<()> {
        let current = async || {
            let current = desktop.command("fcitx5-remote").arg("-n").output()?.stdout;
            Ok(String::from_utf8(current)?.trim_end().to_owned())
        };
        until("the input method", current, |current| current == self.name()).await?;
        Ok(())
    }
}
