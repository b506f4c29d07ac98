// Inside frame.html: gives the parameters of its address to the card, and tells
// the page around, if campaign-widget-frame.js runs there, how tall the card is
// and what happens on it.
//
// `cargo xtask dist` fills in SENTENCES, from src/language/scripts.json, and
// PARAMETERS and EVENTS, from src/package/custom-elements.json.

/** Addresses as a campaign file may have them. */
const ALLOWED = /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/;
/** How long a page may take to make room, in milliseconds. */
const PATIENCE = 1000;

const LANGUAGES = SENTENCES;

const root = document.documentElement;
const element = document.querySelector("campaign-widget");

/** What this page says, in the language of the card. */
let sentences;
/** The page around, once it has said hello: its origin, and its name for this frame. */
let host;
/** The height of all that is shown, in CSS pixels, once that is worth telling. */
let height;
/** What happened before the hello: the last event of each name. */
const untold = new Map();
let patience;

function post(type, content) {
  parent.postMessage({ type: `campaign-widget:${type}`, id: host.id, ...content }, host.origin);
}

/** Whether the page has made room. (Zoomed, a pixel may be lost by rounding.) */
const hasRoom = () => innerHeight + 1 >= height;

function tellHeight() {
  post("height", { height });
  clearTimeout(patience);
  // On a page that holds the frame lower, the rest must be within reach.
  patience = setTimeout(() => root.classList.toggle("sized", hasRoom()), PATIENCE);
}

function tellEvent(name, detail) {
  if (host) return post("event", { name, detail });
  untold.delete(name);
  untold.set(name, detail);
}

function measure() {
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now === height) return;
  height = now;
  if (host) tellHeight();
}

const observer = new ResizeObserver(measure);

/** Until there is a card, or there will be none, the room stays as the page has it. */
function show() {
  observer.observe(document.body);
  // Browsers tell a frame that is out of view nothing about sizes.
  measure();
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || data?.type !== "campaign-widget:hello") return;
  // A page without an origin, such as one from a file, cannot be written to alone.
  if (origin === "null" || (host && origin !== host.origin)) return;
  host = { origin, id: data.id };
  root.classList.add("sized");
  // A frame that grows with its content is no measure for fields that fill the view.
  if (data.viewport > 0) {
    root.style.setProperty("--campaign-widget-view-height", `${Math.round(data.viewport)}px`);
  }
  if (height) tellHeight();
  for (const [name, detail] of untold) tellEvent(name, detail);
  untold.clear();
});

// Later than expected, as in a tab that was out of view.
addEventListener("resize", () => {
  if (host && hasRoom()) root.classList.add("sized");
});

for (const event of EVENTS) {
  // The page around shall not learn who posted what.
  element.addEventListener(event, ({ type, detail: { postId, ...detail } }) =>
    tellEvent(type, detail),
  );
}
element.addEventListener("campaign-ready", show);
element.addEventListener("campaign-error", () => {
  show();
  offerLinks().then(measure, () => {});
});

/** What the campaign file leads to is of use without the card, too. */
async function offerLinks() {
  const src = element.getAttribute("src");
  if (!src) return;
  const { questionnaire, details } = await (await fetch(src)).json();
  for (const [id, address] of Object.entries({ questionnaire: questionnaire?.page, details })) {
    if (!ALLOWED.test(address)) continue;
    Object.assign(document.getElementById(id), { hidden: false, href: address });
  }
}

/** Says why there is no card: in place, on the console, by event. */
function fail(code, message) {
  console.error(`<campaign-widget> frame: ${message}`);
  const line = document.createElement("p");
  line.textContent = message;
  element.before(line);
  element.dispatchEvent(new CustomEvent("campaign-error", { bubbles: true, detail: { code, message } }));
}

/** A sentence with its values in the places that it has for them. */
const fill = (sentence, values) => sentence.replace(/{(\w+)}/g, (_, name) => values[name]);

const primary = (tag) => tag.split(/[-_]/)[0].toLowerCase();

/** Speaks as the parameter `lang` asks, or else the browser; and in English where neither is known. */
function chooseLanguage() {
  // Browsers inside apps may know no list, or nothing.
  const own = navigator.language ?? "en";
  const wanted = element.lang ? [element.lang] : (navigator.languages ?? [own]);
  const known = (tag) => Object.keys(LANGUAGES).find((language) => primary(language) === primary(tag));
  const language = wanted.map(known).find(Boolean) ?? "en";
  sentences = LANGUAGES[language];
  document.title = sentences.title;
  for (const part of element.querySelectorAll("[lang]")) part.hidden = part.lang !== language;
  // As without a parameter, but for whoever reads the page aloud, and so in the
  // form of BCP 47: zh-CN, where the card also takes zh_CN.UTF-8.
  root.lang = (element.lang || own).split(/[.@]/)[0].replaceAll("_", "-");
}

function takeParameters() {
  const parameters = [...new URLSearchParams(location.search)];
  const isTaken = ([name, given]) => PARAMETERS.includes(name) && given.trim();
  for (const [name, given] of parameters.filter(isTaken)) {
    // A plus in an address is a space, and was meant as the sign of the offset.
    element.setAttribute(name, name === "preview-at" ? given.replace(/ (\d\d:\d\d)$/, "+$1") : given);
  }
  chooseLanguage();
  for (const [name] of parameters.filter((parameter) => !isTaken(parameter))) {
    const flaw = PARAMETERS.includes(name) ? sentences.emptyParameter : sentences.unknownParameter;
    console.warn(`<campaign-widget> frame: ${fill(flaw, { name, known: PARAMETERS.join(", ") })}`);
  }
}

/** Why the campaign file will not be read, if so. */
function flawOfSource() {
  const src = element.getAttribute("src");
  if (!src) return sentences.noSource;
  const here = location.origin;
  // Or anybody could show anything under the name of this site.
  if (URL.canParse(src, location) && new URL(src, location).origin === here) return;
  element.removeAttribute("src");
  return fill(sentences.otherOrigin, { here, src });
}

takeParameters();
if (parent !== window) parent.postMessage({ type: "campaign-widget:here" }, "*");
const flaw = flawOfSource();
if (flaw) fail("parameter", flaw);
else {
  import("./campaign-widget.js").catch(({ message }) =>
    fail("load", fill(sentences.notLoaded, { why: message })),
  );
}
