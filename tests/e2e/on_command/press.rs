//! Presses keys and times each: from the press until the card is laid out anew.

/// A function for scripts of a page: presses keys from a place in a field on, and
/// gives the milliseconds of each. Cards change in microtasks, which are over when
/// a message arrives. One that has not `reacted` by then is waited for; `before`
/// is called before each key.
pub const PRESS: &str = "
    const press = async (area, card, at, keys, before = () => {}, reacted = () => true) => {
        const { port1, port2 } = new MessageChannel();
        const settled = () => new Promise((resolve) => {
            port1.onmessage = resolve;
            port2.postMessage(null);
        });
        area.focus();
        const times = [];
        for (let key = 0; key < keys; key += 1) {
            area.setSelectionRange(at + key, at + key);
            before();
            await settled();
            const start = performance.now();
            const laidOut = async () => {
                await settled();
                void card.offsetHeight;
                return performance.now() - start;
            };
            document.execCommand('insertText', false, 'a');
            let time = await laidOut();
            while (!reacted()) time = await laidOut();
            times.push(time);
        }
        return times;
    };";
