//! Whether one sees where the focus is: WCAG 2.2, success criteria 2.4.7, 2.4.11 and
//! 1.4.11.

use anyhow::Result;
use serde_json::json;

use super::ask;
use crate::harness::Stage;

/// What scripts say of the ring around what has the focus, which is a line of at least two
/// pixels with a contrast of 3 to what is on both its sides; and of whether that is in
/// sight, with nothing in front of it.
pub const RING: &str = r#"
    const focused = () => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at;
    };
    const around = (part) => part.parentElement ?? part.getRootNode().host ?? null;
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const painted = (colours) => {
        pen.clearRect(0, 0, 1, 1);
        for (const colour of colours) {
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
        }
        return [...pen.getImageData(0, 0, 1, 1).data];
    };
    // What one sees behind what is in a part: its own ground on those around it.
    const groundOf = (part) => {
        const grounds = [];
        for (let at = part; at; at = around(at)) {
            const { backgroundColor } = getComputedStyle(at);
            grounds.unshift(backgroundColor);
            if (painted([backgroundColor])[3] === 255) return grounds;
        }
        const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark';
        return [isDark ? '#121212' : '#fff', ...grounds];
    };
    const luminance = (colours) => {
        const [red, green, blue] = painted(colours).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const contrast = (one, other) => {
        const both = [luminance(one), luminance(other)];
        return Math.max(...both) / Math.min(...both);
    };
    // A field has the ring around what is said of it, too.
    const ringed = (part) => {
        for (let at = part; at; at = at.parentElement) {
            const { outlineStyle, outlineWidth } = getComputedStyle(at);
            if (outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2) return at;
        }
        return null;
    };
    const faultsOfRing = (part) => {
        const at = ringed(part);
        if (!at) return ['has no ring'];
        const { outlineColor, outlineWidth, outlineOffset } = getComputedStyle(at);
        const outside = groundOf(around(at));
        const sides = parseFloat(outlineOffset) > 0 ? [outside] : [outside, groundOf(at)];
        const least = Math.min(...sides.map((side) => contrast([...side, outlineColor], side)));
        const faults = least < 3 ? [`has a ring with a contrast of ${least.toFixed(2)}`] : [];
        const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
        const box = at.getBoundingClientRect();
        for (let clip = at.parentElement; clip; clip = clip.parentElement) {
            if (getComputedStyle(clip).overflow === 'visible') continue;
            const { left, right, top, bottom } = clip.getBoundingClientRect();
            const cut = Math.max(left - box.left, box.right - right, top - box.top, box.bottom - bottom) + reach;
            if (cut > 0.5) faults.push(`has a ring of which ${cut.toFixed(1)} px are cut off`);
        }
        return faults;
    };
    const faultsOfView = (part) => {
        const { left, right, top, bottom } = part.getClientRects()[0];
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const points = [[x, y], [x, top + 2], [x, bottom - 2], [left + 2, y], [right - 2, y]]
            .filter(([x, y]) => x >= 0 && x < innerWidth && y >= 0 && y < innerHeight);
        if (points.length === 0) return ['is out of sight'];
        const inFront = points.map(([x, y]) => part.getRootNode().elementFromPoint(x, y))
            .find((at) => at !== part && !part.contains(at));
        return inFront ? [`is behind ${inFront.localName}.${inFront.className}`] : [];
    };"#;

/// Gives each control of each card the focus.
const ALL: &str = "
    for (const card of cards) card.setAttribute('theme', SCHEME);
    return cards.flatMap((card) => controlsOf(card).filter(({ disabled }) => !disabled)
        .flatMap((control) => {
            control.focus({ preventScroll: true, focusVisible: true });
            if (focused() !== control) return [`${nameOf(control)} cannot have the focus`];
            return faultsOfRing(control).map((fault) => `${nameOf(control)} ${fault}`);
        }));";

/// What is wrong with the rings of all cards of the page, in a scheme.
pub async fn faults(stage: &Stage, scheme: &str) -> Result<Vec<String>> {
    let script = ALL.replace("SCHEME", &json!(scheme).to_string());
    ask(stage, &format!("{RING}{script}")).await
}
