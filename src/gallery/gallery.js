// The page: what is chosen for all cards, in its address, too; one state alone; code to
// copy.

/** What may be chosen. Without a choice, the first, and for `lang` the browser's. */
const CHOICES = {
  theme: ["none", "gazette", "confetti", "terminal"],
  scheme: ["auto", "light", "dark"],
  lang: ["zh-CN", "zh-TW", "en", "ja", "ko", "vi", "ru", "es", "pt-BR", "tr", "id", "ar"],
  width: ["360", "280", "768", "1280"],
};
/** The widest card, in CSS pixels, that has room beside its code. */
const WIDEST_BESIDE = 360;
/** Pages on which a card has room beside its code, which then is open. */
const ROOMY = matchMedia("(min-width: 64rem)");
/** What is marked in code: tags, and quoted texts, with a colon behind those that are keys. */
const MARKED = /<\/?[\w-]+|\/?>|\x22[^\x22]*\x22(:)?/g;
/** How long a button says that it has copied, in milliseconds. */
const SAID_MS = 2000;

const root = document.documentElement;
const form = document.querySelector(".controls");
const asked = new URLSearchParams(location.search);
const alone = Object.hasOwn(STATES, asked.get("state")) ? asked.get("state") : undefined;

/** What is chosen. */
const settings = Object.fromEntries(
  Object.entries(CHOICES).map(([name, values]) => {
    const value = asked.get(name);
    if (values.includes(value)) return [name, value];
    return [name, name === "lang" ? chooseLanguage(values, browserLanguages()) : values[0]];
  }),
);

/** The address of this page with what is chosen, and more. */
const address = (more) => `?${new URLSearchParams({ ...settings, ...more })}`;

const frames = () => [...document.querySelectorAll("[data-card]")];

/** Links the chosen theme, and waits for it. */
async function dress() {
  const before = document.querySelector("#theme");
  if (before?.dataset.name === settings.theme) return;
  if (settings.theme !== "none") {
    const link = Object.assign(document.createElement("link"), {
      id: "theme",
      rel: "stylesheet",
      href: `themes/${settings.theme}.css`,
    });
    link.dataset.name = settings.theme;
    await new Promise((done) => {
      link.onload = link.onerror = done;
      document.head.append(link);
    });
  }
  before?.remove();
}

/** Writes code, with its tags and texts marked. */
function paint(code, text) {
  const nodes = [];
  let written = 0;
  for (const { 0: part, 1: isKey, index } of text.matchAll(MARKED)) {
    const mark = document.createElement(part.startsWith('"') && !isKey ? "i" : "b");
    mark.append(part);
    nodes.push(text.slice(written, index), mark);
    written = index + part.length;
  }
  code.replaceChildren(...nodes, text.slice(written));
}

/** Takes over what is chosen wherever that needs no other card. */
function apply() {
  root.lang = settings.lang.startsWith("zh") ? "zh-CN" : "en";
  root.dataset.scheme = settings.scheme;
  root.style.setProperty("--width", `${settings.width}px`);
  root.toggleAttribute("data-wide", settings.width > WIDEST_BESIDE);
  for (const [name, value] of Object.entries(settings)) form.elements[name].value = value;
  for (const frame of frames()) {
    const { card: name } = frame.dataset;
    for (const card of frame.children) {
      if (settings.scheme === "auto") card.removeAttribute("theme");
      else card.setAttribute("theme", settings.scheme);
    }
    const section = frame.closest(".state");
    if (!section) continue;
    paint(section.querySelector("code"), codeOf(name, settings));
    section.querySelector(".alone a").search = address({ state: name });
  }
  for (const option of form.querySelectorAll("[data-zh]")) {
    if (root.lang === "en") option.removeAttribute("label");
    else option.label = option.dataset.zh;
  }
  for (const link of document.querySelectorAll("[data-speak]")) {
    link.search = address({ lang: link.dataset.speak });
  }
}

/** Shows every card anew. */
async function showAll() {
  root.removeAttribute("data-is");
  await Promise.all(frames().map((frame) => show(frame, frame.dataset.card, settings)));
  root.dataset.is = "there";
}

/** Copies what is in front of or behind a button, and says so. */
async function copy(button) {
  const text = button.parentElement.querySelector("code").textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // The text is selected, for the reader to copy.
    getSelection().selectAllChildren(button.parentElement.querySelector("code"));
    return;
  }
  const said = document.querySelector("#said");
  button.dataset.said = "";
  said.textContent = button.querySelector(".done").innerText;
  setTimeout(() => {
    button.removeAttribute("data-said");
    said.textContent = "";
  }, SAID_MS);
}

/** Gives each section its card and its code. */
function fillSections() {
  const beside = document.querySelector("#beside").content;
  for (const section of document.querySelectorAll(".state")) {
    const about = document.createElement("div");
    about.className = "about";
    about.append(...section.children, beside.cloneNode(true));
    about.querySelector("details").open = ROOMY.matches && settings.width <= WIDEST_BESIDE;
    const frame = document.createElement("div");
    Object.assign(frame, { className: "frame", tabIndex: 0, role: "group" });
    const heading = about.querySelector("h3");
    heading.id = `${section.id}-title`;
    for (const named of [section, frame]) named.setAttribute("aria-labelledby", heading.id);
    frame.dataset.card = section.id;
    section.append(about, frame);
  }
}

/** Leaves one card and nothing else, at a moment that stays. */
function leaveAlone(name) {
  standStill();
  const frame = document.createElement("div");
  Object.assign(frame, { className: "frame", id: "alone" });
  frame.dataset.card = name;
  document.body.replaceChildren(form, frame);
  form.hidden = true;
  root.dataset.alone = "";
}

standInForEndpoint();
letGo();
if (alone) leaveAlone(alone);
else fillSections();
for (const code of document.querySelectorAll("[data-html]")) paint(code, code.textContent);

form.addEventListener("change", ({ target: { name, value } }) => {
  settings[name] = value;
  history.replaceState(null, "", address());
  apply();
  dress();
  if (name === "lang") showAll();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (button) copy(button);
});

await dress();
apply();
showAll();
