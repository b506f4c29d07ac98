// Reports to the page author which colours of a card are hard to read, in its
// light and in its dark scheme. The loader fetches it only for an element with
// `preview-at`; readers never load it.
//
// `cargo xtask dist` fills in SENTENCES, from src/language/locales.

const PREFIX = "--campaign-widget-";

/**
 * Foreground, background and the contrast that they need: WCAG 2.2, 1.4.3 for
 * text, and 1.4.11 for the border of a field. The accent is on the sunken
 * surface only in the large digits of the clock.
 */
const PAIRS = [
  ["text", "surface", 4.5],
  ["text", "sunken", 4.5],
  ["quiet", "surface", 4.5],
  ["quiet", "sunken", 4.5],
  ["accent", "surface", 4.5],
  ["accent", "sunken", 3],
  ["on-accent", "accent", 4.5],
  ["good", "surface", 4.5],
  ["good", "sunken", 4.5],
  ["bad", "surface", 4.5],
  ["bad", "sunken", 4.5],
  ["warn", "surface", 4.5],
  ["warn", "sunken", 4.5],
  ["field-line", "surface", 3],
];

const COLOURS = [...new Set(PAIRS.flatMap(([front, back]) => [front, back]))];

const WHITE = [1, 1, 1];

const STYLE = `
  .contrast {
    color: #000;
    background: #ffe08a;
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
  }
  .contrast p { font-weight: 600 }
  .contrast li { margin-block-start: 0.375em }
  :host(:not([preview-at])) .contrast { display: none }
`;

/**
 * Checks the colours of an element's card, if it is shown. Reports those that are
 * hard to read on the console and at the top of the card.
 */
export function check(element) {
  const card = element.shadowRoot.querySelector(".card");
  // With forced colours none is the page's.
  const isTheirs = !matchMedia("(forced-colors: active)").matches;
  if (!card || !isTheirs || !element.hasAttribute("preview-at")) return;
  card.querySelector("[part=contrast]")?.remove();
  const sentences = SENTENCES[card.lang];
  const wrong = noColours(element);
  const pairs = illegible(card, element, wrong.map(({ name }) => name));
  const lines = [
    ...wrong.map((values) => fill(sentences.noColour, values)),
    ...pairs.map((pair) => fill(sentences.pair, { ...pair, scheme: sentences[pair.scheme] })),
  ];
  if (lines.length === 0) return;
  console.warn([`<campaign-widget>: ${sentences.heading}`, ...lines].join("\n- "));
  show(card, sentences.heading, lines);
}

/** Fills the placeholders of a sentence. */
const fill = (sentence, values) => sentence.replace(/{(\w+)}/g, (_, name) => values[name]);

/** Colour properties of the page that are not valid colours. */
function noColours(element) {
  const style = getComputedStyle(element);
  return COLOURS.map((colour) => {
    const name = PREFIX + colour;
    return { name, value: style.getPropertyValue(name).trim() };
  }).filter(({ value }) => value && !CSS.supports("color", value));
}

/** Pairs with too little contrast, except those with a colour in `unknown`. */
function illegible(card, element, unknown) {
  const probe = document.createElement("span");
  card.append(probe);
  const found = ["light", "dark"].flatMap((scheme) => {
    probe.style.colorScheme = scheme;
    const over = (below, colour) => paint(probe, below, colour);
    const page = ["Canvas", ...backgrounds(element)].reduce(over, WHITE);
    const surface = over(page, "var(--surface)");
    const backs = {
      surface,
      sunken: over(surface, "var(--sunken)"),
      accent: over(surface, "var(--accent)"),
    };
    return PAIRS.map(([front, back, needed]) => {
      const shade = over(backs[back], `var(--${front})`);
      return {
        scheme,
        front: PREFIX + front,
        frontValue: hex(shade),
        back: PREFIX + back,
        backValue: hex(backs[back]),
        // Never rounded up to what is needed.
        ratio: Math.floor(contrast(shade, backs[back]) * 100) / 100,
        needed,
      };
    });
  });
  probe.remove();
  return found.filter(
    ({ front, back, ratio, needed }) =>
      ratio < needed && !unknown.includes(front) && !unknown.includes(back),
  );
}

/**
 * Composites a colour of any syntax over an opaque one: red, green and blue from
 * 0 to 1. An invalid colour paints nothing.
 */
function paint(probe, below, colour) {
  // Browsers serialize a mixture in the colour space of the mixing.
  probe.style.backgroundColor = `color-mix(in srgb, ${colour}, ${colour})`;
  const [, numbers = "0 0 0 / 0"] = getComputedStyle(probe).backgroundColor.split("srgb");
  const [red, green, blue, alpha = 1] = numbers.match(/none|[-+.\de]+/g).map((n) => Number(n) || 0);
  return [red, green, blue].map((part, index) => {
    const shown = Math.min(Math.max(part, 0), 1);
    return shown * alpha + below[index] * (1 - alpha);
  });
}

/** Background colours behind an element, the farthest first. */
function backgrounds(element) {
  const found = [];
  const around = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
  for (let node = element; node; node = around(node)) {
    found.unshift(getComputedStyle(node).backgroundColor);
  }
  return found;
}

/** WCAG 2.2, relative luminance. */
function luminance(shade) {
  const [red, green, blue] = shade.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function hex(shade) {
  const digits = (part) => Math.round(part * 255).toString(16).padStart(2, "0");
  return `#${shade.map(digits).join("")}`;
}

function show(card, heading, lines) {
  dress(card.getRootNode());
  const box = create("div", "");
  box.className = "contrast";
  box.setAttribute("part", "contrast");
  const list = create("ul", "");
  list.append(...lines.map((line) => create("li", line)));
  box.append(create("p", heading), list);
  card.prepend(box);
}

const dressed = new WeakSet();

/** Adopts the style again when a card moves to another document, which needs its own sheet. */
function dress(root) {
  const last = root.adoptedStyleSheets.at(-1);
  if (dressed.has(last)) return;
  const sheet = new root.ownerDocument.defaultView.CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets.push(sheet);
  dressed.add(sheet);
}

function create(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
