//! Whether a card's text has room, as a browser lays it out.

use anyhow::Result;

use crate::card::Card;

/// Names what hangs over the card or the page, text that reaches over its box or is cut
/// off, words that are broken in the middle, and what should say something and does not.
///
/// Left out are what only screen readers get; the text behind the field, which the field
/// covers; and addresses and hashtags of the reader's, which are cut off on purpose.
const LOOK: &str = r#"
    const box = element.shadowRoot.querySelector('.card, .trouble');
    const frame = box.getBoundingClientRect();
    const page = document.documentElement;
    const found = [];
    const name = (part) => {
        const named = part.getAttribute('part') ?? part.className;
        return `${part.localName}${named && `.${named}`}`;
    };
    const brief = (part) => `${name(part)} "${part.textContent.trim().slice(0, 60)}"`;
    const isSeen = (part) => part.getClientRects().length > 0 && !part.closest('.unseen, .behind');
    const cutOnPurpose = '.address, .chip button';
    // What the reader or the author has written, which may be broken anywhere.
    const theirs = '.shared, .verdict .quiet, .drafts .entry, code, .address, .chip';

    if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} px wide`);
    for (const part of box.querySelectorAll('*')) {
        if (!isSeen(part)) continue;
        const { left, right } = part.getBoundingClientRect();
        const over = Math.max(frame.left - left, right - frame.right);
        if (over > 0.5) found.push(`${brief(part)} hangs over by ${over} px`);
        const { display, overflowX, overflowY } = getComputedStyle(part);
        if (display !== 'inline' && !part.matches(cutOnPurpose)) {
            // A plain button's text stands where its row begins or ends, and its edge beyond.
            const most = overflowX === 'visible' ? 4 : 1;
            const wide = part.scrollWidth - part.clientWidth;
            if (wide > most) found.push(`${brief(part)} is ${wide} px too wide`);
            const tall = part.scrollHeight - part.clientHeight;
            const clips = overflowY === 'hidden' || overflowY === 'clip';
            if (tall > 1 && clips) found.push(`${brief(part)} is cut off by ${tall} px`);
        }
        const says = 'button, a, h2, h3, summary, label, li, .times > div > span, time, .name, .notice:not(.said)';
        if (part.matches(says) && !part.textContent.trim()) found.push(`${name(part)} is empty`);
    }
    const letter = '(?:(?![\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー])[\\p{L}\\p{M}\\p{N}])';
    const word = new RegExp(`(?<!${letter})${letter}{2,20}(?!${letter})`, 'gu');
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { currentNode: text, currentNode: { data, parentElement: parent } } = texts;
        if (!data.trim() || !isSeen(parent) || parent.matches('textarea')) continue;
        let around = parent;
        while (getComputedStyle(around).display === 'inline') around = around.parentElement;
        const room = around.getBoundingClientRect();
        const range = document.createRange();
        // Signs of direction have no width.
        const reach = () => Math.max(0, ...[...range.getClientRects()]
            .filter(({ width }) => width > 0)
            .map(({ left, right }) => Math.max(room.left - left, right - room.right)));
        range.selectNodeContents(text);
        let most = reach();
        if (most > 1) {
            // Or only a space does, at the end of a line.
            most = Math.max(...[...data.matchAll(/\S+/g)].map(({ 0: { length }, index }) => {
                range.setStart(text, index);
                range.setEnd(text, index + length);
                return reach();
            }));
        }
        if (most > 1 && !around.matches(cutOnPurpose)) {
            found.push(`"${data.slice(0, 60)}" reaches ${most} px over ${name(around)}`);
        }
        if (parent.closest(theirs)) continue;
        for (const { 0: { length }, index } of data.matchAll(word)) {
            range.setStart(text, index);
            range.setEnd(text, index + length);
            const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0)
                .map(({ top }) => Math.round(top)));
            if (lines.size > 1) found.push(`"${range}" is broken in ${brief(around)}`);
        }
    }
    return found;"#;

/// What is the matter with how a card is laid out.
pub async fn faults(card: &Card) -> Result<Vec<String>> {
    card.script(LOOK).await
}
