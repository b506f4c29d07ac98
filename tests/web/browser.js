// What the component tests do to the browser. One file for all of them: the server of
// wasm-bindgen-test-runner 0.2.130 now and then hangs where a browser asks for more
// modules at once than it has connections.

// A card on a page of its own.

/** Everything is there, and nobody looks at it. */
export const loader = () => ({ loadChunks() {}, dress() {}, prefer() {} });

const PARTS = (name) => `[part~="${name}"]`;
export function make(file, language) {
    const element = document.createElement('section');
    element.lang = language;
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = file;
    element.append(script);
    element.attachShadow({ mode: 'open' });
    element.heard = [];
    element.dispatchEvent = (event) => {
        element.heard.push(`${event.type} ${JSON.stringify(event.detail)}`);
        return EventTarget.prototype.dispatchEvent.call(element, event);
    };
    document.body.append(element);
    return element;
}
const all = (element, name) => [...element.shadowRoot.querySelectorAll(PARTS(name))];
export const count = (element, name) => all(element, name).length;
export const text = (element, name) => all(element, name)[0]?.textContent;
export const data = (element, name, key) => all(element, name)[0]?.dataset[key];
export const rule = (element, rule) =>
    all(element, 'rule').find((part) => part.dataset.rule === rule)?.dataset.state;
export const inside = (element) => element.shadowRoot.textContent;
export const heard = (element) => element.heard.join('\n');
export const press = (element, name, index) => all(element, name)[index].click();
export function type(element, name, text) {
    const [field] = all(element, name);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
export function write(element, name, text) {
    all(element, name)[0].value = text;
}
export const attribute = (element, name, key) => all(element, name)[0]?.getAttribute(key);
export const value = (element, name) => all(element, name)[0]?.value;
export const remove = (element) => element.remove();

/** What a card in the language that nobody speaks says outside of its sentences, which are in brackets, and outside of what the campaign and the person wrote. */
export function untranslated(element) {
    const card = element.shadowRoot.querySelector('article');
    const texts = [];
    const look = (part) => {
        if (part !== card && part.hasAttribute('lang')) return;
        for (const name of ['aria-label', 'title', 'placeholder']) {
            texts.push(part.getAttribute(name) ?? '');
        }
        for (const node of part.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
        }
        [...part.children].forEach(look);
    };
    look(card);
    const bare = (text) => {
        const outside = text.replace(/⟦[^⟦⟧]*⟧/g, '');
        return outside === text ? text : bare(outside);
    };
    const own = (text) => bare(text).replace(/UTC[+-]|https?:\S+|[#＃].*/g, '');
    return texts.filter((text) => /\p{L}/u.test(own(text))).join('\n');
}

// The storage that a browser refuses, or that is full.

const real = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
export function refuse_storage() {
    Object.defineProperty(globalThis, 'localStorage', {
        configurable: true,
        get() { throw new DOMException('denied', 'SecurityError'); },
    });
}
export function allow_storage() {
    Object.defineProperty(globalThis, 'localStorage', real);
}
const set = Storage.prototype.setItem;
export function fill_storage() {
    Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };
}
export function empty_storage() {
    Storage.prototype.setItem = set;
}

// What a browser lacks.

// Has a value of the browser be another one; gives what undoes that.
export function replace(owner, name, value) {
    const object = owner === 'window' ? window : navigator;
    const own = Object.getOwnPropertyDescriptor(object, name);
    Object.defineProperty(object, name, { configurable: true, get: value });
    return () => own ? Object.defineProperty(object, name, own) : delete object[name];
}
export const function_of = (script) => new Function(`return ${script}`);

// What happens to the page, and to its clocks.

const TARGETS = { pageshow: window, pagehide: window, online: window, visibilitychange: document };
export const happens = (name) => TARGETS[name].dispatchEvent(new Event(name));
export function hide(hidden) {
    if (hidden) Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    else delete document.hidden;
}

const counts = {};
for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const inner = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (type, ...rest) {
        if (TARGETS[type] === this) counts[type] = (counts[type] ?? 0) + step;
        return inner.call(this, type, ...rest);
    };
}
export const listeners = () => Object.keys(TARGETS).map((name) => counts[name] ?? 0).join();

const { now } = Date;
const { now: tick } = Performance.prototype;
export function jump(wall, monotonic) {
    Date.now = () => now.call(Date) + wall;
    Performance.prototype.now = function () { return tick.call(this) + monotonic; };
}

// What stands on the card before any other task of the browser, or any frame.
export async function seen_in_the_same_task(element) {
    let is_same = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { is_same = false; port1.close(); };
    port2.postMessage(null);
    for (let step = 0; step < 20; step += 1) await null;
    const countdown = element.shadowRoot.querySelector('[part=countdown]');
    const digits = [...countdown.querySelectorAll('.digits')].map((unit) => unit.textContent);
    return is_same && [countdown.dataset.seconds, ...digits].join();
}

// An input method.

export function tell(element, type, text, isComposing, keyCode) {
    const field = element.shadowRoot.querySelector('[part~=draft]');
    if (text !== undefined) field.value = text;
    const kinds = { i: InputEvent, k: KeyboardEvent, c: CompositionEvent };
    const kind = type === 'change' ? Event : kinds[type[0]] ?? Event;
    field.dispatchEvent(new kind(type, { bubbles: true, isComposing, keyCode }));
}

// Presses, and what moves under them.

const partOf = (element, part) => element.shadowRoot.querySelector(`[part~='${part}']`);
export function point(element, type, part) {
    const options = { bubbles: true, cancelable: true, composed: true };
    partOf(element, part).dispatchEvent(new PointerEvent(type, options));
}
export function click(element, part, detail) {
    const options = { bubbles: true, cancelable: true, composed: true, detail };
    partOf(element, part).dispatchEvent(new MouseEvent('click', options));
}
export function compose(element, type) {
    const options = { bubbles: true, composed: true };
    partOf(element, 'draft').dispatchEvent(new CompositionEvent(type, options));
}
export function shift(element, by) {
    element.style.position = 'relative';
    element.style.top = `${by}px`;
}
