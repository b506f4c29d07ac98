//! What of the page is in view, which a keyboard on the screen makes smaller.

use web_sys::VisualViewport;

use super::listener::{Listener, listen};

/// Less than this is no keyboard, in CSS pixels.
const KEYBOARD: f64 = 120.0;

fn viewport() -> Option<VisualViewport> {
    web_sys::window()?.visual_viewport()
}

/// Runs `run` whenever what is in view becomes larger or smaller.
pub fn on_resize(run: impl Fn() + 'static) -> Option<Listener> {
    Some(listen(&viewport()?.into(), "resize", move |_| run()))
}

/// The height that a keyboard leaves, in CSS pixels; `None` where there is none. A page
/// that is magnified shows less of itself for another reason.
pub fn height_beside_keyboard() -> Option<f64> {
    let viewport = viewport()?;
    let height = viewport.height();
    let whole = web_sys::window()?.inner_height().ok()?.as_f64()?;
    (viewport.scale() < 1.05 && height < whole - KEYBOARD).then_some(height)
}
