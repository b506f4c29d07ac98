//! The pictures of the gallery: which there are, and how each is taken.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use thirtyfour::By;

use crate::harness::Stage;
use crate::setup::Setup;
use crate::wait::until;

/// The states, as `src/gallery/states.js` names them.
pub const STATES: [&str; 13] = [
    "before", "empty", "typing", "passing", "shared", "waiting", "received", "refused", "offline",
    "closed", "trouble", "compact", "bar",
];

/// What is told on the console of the state `trouble`, in Chinese.
pub const TROUBLE: &str = "活动文件有 5 处错误";

/// Beside the pictures: with which fonts they were taken.
pub const FONTS: &str = "fonts.txt";

/// Tall enough for any card, in CSS pixels.
const HEIGHT: u32 = 3000;

/// What is around a card on its picture, in CSS pixels.
const AROUND: u32 = 8;

/// How wide some texts are, by the fonts of the card and of the themes. As letters of
/// each script of a picture, as digits, as signs, and in the weights of the card.
const MEASURE: &str = "
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    const families = ['system-ui', 'sans-serif', 'Georgia, serif', 'ui-monospace, monospace'];
    const texts = ['Hamburgefonstiv 0123456789', '参与方式：还剩，字。', 'Осталось', 'المتبقي', '✓✕★'];
    return families.flatMap((family) => [400, 600, 700].map((weight) => {
        pen.font = `${weight} 100px ${family}`;
        const widths = texts.map((text) => pen.measureText(text).width.toFixed(1));
        return `${weight} ${family}: ${widths.join(' ')}`;
    })).join('\\n') + '\\n';";

/// One picture: a state of the card, and how it is dressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// The state.
    pub state: &'static str,
    /// The width of the card in CSS pixels.
    pub width: u32,
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// The language of the card.
    pub language: &'static str,
    /// The theme, or `none`.
    pub theme: &'static str,
}

impl Picture {
    const fn new(
        state: &'static str,
        width: u32,
        scheme: &'static str,
        language: &'static str,
    ) -> Self {
        Self { state, width, scheme, language, theme: "none" }
    }

    /// The name of its file.
    pub fn file(&self) -> String {
        let Self { state, width, scheme, language, theme } = self;
        match *theme {
            "none" => format!("{state}-{width}-{scheme}-{language}.png"),
            theme => format!("{state}-{width}-{scheme}-{language}-{theme}.png"),
        }
    }

    /// The page that shows it.
    fn address(&self) -> String {
        let Self { state, width, scheme, language, theme } = self;
        format!(
            "/gallery.html?state={state}&width={width}&scheme={scheme}&lang={language}&theme={theme}"
        )
    }
}

/// All pictures: every state on a phone; those with most on them also in the dark, from
/// right to left, and in long words on a small phone; some wide; and each theme.
pub fn album() -> Vec<Picture> {
    let on_phone = STATES.iter().map(|state| Picture::new(state, 360, "light", "zh-CN"));
    let dressed = ["typing", "passing", "received", "closed"].into_iter().flat_map(|state| {
        [(360, "dark", "zh-CN"), (360, "light", "ar"), (280, "light", "ru")]
            .map(|(width, scheme, language)| Picture::new(state, width, scheme, language))
    });
    let wide = ["empty", "typing", "closed"].map(|state| Picture::new(state, 1280, "light", "en"));
    let themes = ["gazette", "confetti", "terminal"].into_iter().flat_map(|theme| {
        ["light", "dark"]
            .map(|scheme| Picture { theme, ..Picture::new("typing", 360, scheme, "zh-CN") })
    });
    on_phone.chain(dressed).chain(wide).chain(themes).collect()
}

/// Where the pictures are kept.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/e2e/pictures")
}

/// The stage on which pictures are taken.
pub fn setup() -> Setup {
    Setup::new().expect(TROUBLE)
}

/// Makes the stage ready: where the reader is, and that nothing moves.
pub async fn prepare(stage: &Stage) -> Result<()> {
    stage.move_to("Asia/Shanghai").await?;
    stage.prefer(&[("prefers-reduced-motion", "reduce")]).await
}

/// With which fonts the browser shows the card: some measures of them.
pub async fn fonts(stage: &Stage) -> Result<String> {
    stage.open("/gallery.html?state=bar").await?;
    stage.script(MEASURE).await
}

/// Shows what is on a picture, and waits until the card is in its state.
pub async fn show(stage: &Stage, picture: &Picture) -> Result<()> {
    stage.resize(picture.width + 2 * AROUND, HEIGHT).await?;
    stage.open(&picture.address()).await?;
    let look = async || {
        let is = "return document.documentElement.dataset.is ?? '';";
        stage.script::<String>(is).await
    };
    until(picture.state, look, |is| is == "there").await?;
    Ok(())
}

/// Takes a picture of what is shown, as PNG.
pub async fn take(stage: &Stage) -> Result<Vec<u8>> {
    let card = stage.browser.find(By::Id("alone")).await?;
    let height = card.rect().await?.height;
    ensure!(height <= f64::from(HEIGHT), "the card is {height} px tall");
    Ok(card.screenshot_as_png().await?)
}

/// The names of the pictures that are kept, in order.
pub fn kept() -> Result<Vec<String>> {
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder()).into_iter().flatten() {
        let name = entry?.file_name().into_string().ok().context("a name")?;
        kept.extend(name.ends_with(".png").then_some(name));
    }
    kept.sort();
    Ok(kept)
}
