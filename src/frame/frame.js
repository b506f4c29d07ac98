// Inside frame.html: passes the parameters of its address to the card. Reports the
// card's height and events to the embedding page, if campaign-widget-frame.js runs
// there.
//
// `cargo xtask dist` puts src/choose.js in front, and fills in SENTENCES, from
// src/language/locales, and PARAMETERS and EVENTS, from src/package/custom-elements.json.

/** Addresses as a campaign file may have them. */
const ALLOWED = /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/;
/** How long the embedding page may take to resize the frame, in milliseconds. */
const TIMEOUT_MS = 1000;

const LANGUAGES = SENTENCES;

const root = document.documentElement;
const element = document.querySelector("campaign-widget");

/** The sentences of this page, in the language of the card. */
let sentences;
/** The embedding page, once it has said hello: its origin, and its id for this frame. */
let host;
/** The height of the content in CSS pixels, once it is known. */
let height;
/** Events before the hello: the last of each name. */
const untold = new Map();
let timeout;

function post(type, content) {
  parent.postMessage({ type: `campaign-widget:${type}`, id: host.id, ...content }, host.origin);
}

/** Whether the frame is tall enough. (Zoomed, a pixel may be lost by rounding.) */
const hasRoom = () => innerHeight + 1 >= height;

function tellHeight() {
  post("height", { height });
  clearTimeout(timeout);
  // Where the page keeps the frame shorter, the content must scroll.
  timeout = setTimeout(() => root.classList.toggle("sized", hasRoom()), TIMEOUT_MS);
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
const additions = new MutationObserver(measure);

/** Starts reporting the height, once the card is shown or has failed. */
function show() {
  observer.observe(document.body);
  // In a frame out of view, browsers do not run resize observers.
  const { shadowRoot } = element;
  if (shadowRoot) additions.observe(shadowRoot, { childList: true, subtree: true });
  measure();
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || data?.type !== "campaign-widget:hello") return;
  // A page without an origin, such as one from a file, cannot be addressed.
  if (origin === "null" || (host && origin !== host.origin)) return;
  host = { origin, id: data.id };
  root.classList.add("sized");
  // A frame that grows with its content cannot size fields by its own view.
  if (data.viewport > 0) {
    root.style.setProperty("--campaign-widget-view-height", `${Math.round(data.viewport)}px`);
  }
  if (height) tellHeight();
  for (const [name, detail] of untold) tellEvent(name, detail);
  untold.clear();
});

// After the timeout, as in a tab that was out of view.
addEventListener("resize", () => {
  if (host && hasRoom()) root.classList.add("sized");
});

for (const event of EVENTS) {
  // The embedding page must not learn who posted what.
  element.addEventListener(event, ({ type, detail: { postId, ...detail } }) =>
    tellEvent(type, detail),
  );
}
element.addEventListener("campaign-ready", show);
element.addEventListener("campaign-error", () => {
  show();
  offerLinks().then(measure, () => {});
});

/** Shows the links of the campaign file, which are useful without the card. */
async function offerLinks() {
  const src = element.getAttribute("src");
  if (!src) return;
  const { questionnaire, details } = await (await fetch(src)).json();
  for (const [id, address] of Object.entries({ questionnaire: questionnaire?.page, details })) {
    if (!ALLOWED.test(address)) continue;
    Object.assign(document.getElementById(id), { hidden: false, href: address });
  }
}

/** Reports why there is no card: in place, on the console, by event. */
function fail(code, message) {
  console.error(`<campaign-widget> frame: ${message}`);
  const line = document.createElement("p");
  line.dir = "auto";
  line.textContent = message;
  element.before(line);
  element.dispatchEvent(new CustomEvent("campaign-error", { bubbles: true, detail: { code, message } }));
}

/** Fills the placeholders of a sentence. */
const fill = (sentence, values) => sentence.replace(/{(\w+)}/g, (_, name) => values[name]);

/** Speaks the language of the parameter `lang`, else of the browser, else English. */
function speak() {
  const wanted = element.lang ? [element.lang] : browserLanguages();
  const language = chooseLanguage(Object.keys(LANGUAGES), wanted);
  sentences = LANGUAGES[language];
  document.title = sentences.title;
  for (const part of element.querySelectorAll("[lang]")) part.hidden = part.lang !== language;
  // For screen readers, as BCP 47: zh-CN, where the card also takes zh_CN.UTF-8. A system
  // without a language calls it C.
  const [tag] = (wanted[0] ?? "").split(/[.@]/);
  root.lang = tag.length > 1 ? tag.replaceAll("_", "-") : language;
}

function takeParameters() {
  const parameters = [...new URLSearchParams(location.search)];
  const isTaken = ([name, given]) => PARAMETERS.includes(name) && given.trim();
  for (const [name, given] of parameters.filter(isTaken)) {
    // A plus in an address decodes to a space; here it is the sign of the offset.
    element.setAttribute(name, name === "preview-at" ? given.replace(/ (\d\d:\d\d)$/, "+$1") : given);
  }
  speak();
  for (const [name] of parameters.filter((parameter) => !isTaken(parameter))) {
    const flaw = PARAMETERS.includes(name) ? sentences.emptyParameter : sentences.unknownParameter;
    console.warn(`<campaign-widget> frame: ${fill(flaw, { name, known: PARAMETERS.join(", ") })}`);
  }
}

/** Why the campaign file cannot be read, if it cannot. */
function flawOfSource() {
  const src = element.getAttribute("src");
  if (!src) return sentences.noSource;
  const here = location.origin;
  // Otherwise anybody could show any content under the name of this site.
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
