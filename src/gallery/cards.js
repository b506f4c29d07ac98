// The cards of the gallery, each brought to its state by what any page and any reader
// can do: attributes, and the parts of the shadow root.

/** How often a card is looked at until it has come to its state, and how long between. */
const LOOKS = 600;
const BETWEEN_LOOKS_MS = 50;

/** What a reader does with a card. */
class Reader {
  #card;
  #texts;

  constructor(card, language) {
    this.#card = card;
    this.#texts = TEXTS[wordingOf(language)];
  }

  /** What a selector finds on the card, once it is there. */
  async see(selector) {
    // Counted, since the clock may stand still.
    for (let look = 0; look < LOOKS; look += 1) {
      const found = this.#card.shadowRoot?.querySelector(selector);
      if (found) return found;
      await new Promise((next) => setTimeout(next, BETWEEN_LOOKS_MS));
    }
    throw new Error(`${this.#card.id} does not show ${selector}`);
  }

  async #fill(part, text) {
    const field = await this.see(`[part~=${part}]`);
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }

  /** Writes one of the texts. */
  write = (which) => this.#fill("draft", this.#texts[which]);

  /** Ticks that the account is followed. */
  async follow() {
    (await this.see("[part~=followed]")).click();
  }

  /** Shares a draft that passes, and comes back from there. */
  async share() {
    await this.see(rule("length", "pass"));
    const button = await this.see("[part~=share-x]");
    pretending(() => button.click());
    dispatchEvent(new Event("pageshow"));
  }

  /** Hands links in, and waits for the endpoint's answer to each. */
  async handIn(links) {
    await this.#fill("link", links);
    await this.see("[part~=link-verdict][data-state=accepted]");
    (await this.see("[part~=submit-link]")).click();
    for (const id of links.match(/\d+$/gm)) {
      await this.see(`[part~=entry][data-post-id="${id}"]:not([data-state=queued], [data-state=sending])`);
    }
  }

  /** Leaves, and comes back at another moment. */
  async comeBack(moment) {
    const frame = this.#card.parentNode;
    this.#card.remove();
    this.#card.setAttribute("server-now", moment);
    frame.append(this.#card);
  }
}

/** The attributes of a card, apart from its id. */
function attributesOf(name, { lang, scheme }) {
  const { at = OPEN, attributes } = STATES[name];
  const theme = scheme === "auto" ? {} : { theme: scheme };
  return { lang, ...theme, "server-now": at, ...attributes };
}

/** The campaign file as people write it: what is short stays on one line. */
function fileOf(name, lang) {
  const text = JSON.stringify(campaign(name, lang), null, 2);
  return text.replace(/[{[]\n\s+([^{}[\]]*?)\n\s+[}\]]/g, (whole, inside) => {
    const line = [whole[0], inside.replace(/\n\s+/g, " "), whole.at(-1)];
    const short = line.join(whole[0] === "{" ? " " : "");
    return short.length <= 60 ? short : whole;
  });
}

/** What a page's author writes for a card. */
function codeOf(name, settings) {
  const attributes = Object.entries(attributesOf(name, settings));
  const tag = attributes.map(([key, value]) => ` ${key}="${value}"`).join("");
  const file = fileOf(name, settings.lang).replace(/^/gm, "    ");
  return `<campaign-widget${tag}>\n  <script type="application/json">\n${file}\n  </script>\n</campaign-widget>`;
}

/** A card that is not on the page yet. */
function newCard(name, settings) {
  const card = document.createElement("campaign-widget");
  card.id = `card-${name}`;
  card.setAttribute("loading", "eager");
  for (const [key, value] of Object.entries(attributesOf(name, settings))) card.setAttribute(key, value);
  // A script element that is written by a script would need a Trusted Type.
  card.campaign = campaign(name, settings.lang);
  return card;
}

/** Puts a new card into a frame, and brings it to its state. */
async function show(frame, name, settings) {
  frame.removeAttribute("data-is");
  forget(`${ID}${name}`);
  const card = newCard(name, settings);
  frame.replaceChildren(card);
  const reader = new Reader(card, settings.lang);
  const { does = [], shows } = STATES[name];
  try {
    for (const [act, what] of does) await reader[act](what);
    for (const selector of shows) await reader.see(selector);
    if (STATES[name].isWhole !== false) await reader.see("[part~=link]");
    // What it has become is painted.
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    card.shadowRoot.activeElement?.blur();
    frame.dataset.is = name;
  } catch (error) {
    // Another one may have taken its place meanwhile.
    if (card.isConnected) console.error(error);
  }
}
