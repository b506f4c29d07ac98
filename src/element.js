// Defines <campaign-widget>. Until the card is there, and whenever it cannot
// be, the page's own content inside the element is what readers see.

const CORE = new URL("./campaign-widget-core.js", import.meta.url);
const WASM = new URL("./campaign-widget-core.wasm", import.meta.url);
/** What a place inside the module is called in a stack. */
const INSIDE = [CORE.href, WASM.href, "wasm:", "[wasm code]"];
const ATTRIBUTES = ["src", "lang", "theme", "loading", "server-now", "preview-at"];

const sheet = new CSSStyleSheet();
sheet.replaceSync(":host { display: block } :host([hidden]) { display: none }");

/** Elements on the page whose card is there or on its way. */
const started = new Set();
let core;

/** Fetches the glue and the wasm side by side, once for all elements. */
const load = () =>
  (core ??= Promise.all([import(CORE), fetch(WASM)])
    .then(begin)
    .catch((error) => {
      // The next element, or this one put back, may have better luck.
      core = undefined;
      throw error;
    }));

async function begin([module, response]) {
  if (!response.ok) throw new Error(`${WASM} answered ${response.status}`);
  await module.default({ module_or_path: response });
  addEventListener("error", ({ error }) => stop(error));
  addEventListener("unhandledrejection", ({ reason }) => stop(reason));
  return module;
}

/**
 * What came out of the middle of the module, such as a trap, leaves nothing in
 * it that can be trusted. An error of a page that listens to the widget has the
 * module in its stack too, but further down.
 */
function stop(error) {
  const stack = String(error?.stack).replace(String(error), "").trim();
  const [place] = stack.split("\n");
  if (!stack.includes(CORE.href) || !INSIDE.some((inside) => place.includes(inside))) return;
  const message = `the widget stopped working: ${error.message}`;
  core = Promise.reject(new Error(message));
  core.catch(() => {});
  for (const element of [...started]) element.fail("panic", message);
}

class CampaignWidget extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #card;
  #campaign;
  #near;
  /** The monotonic time at which `server-now` was true. */
  #serverNowAt = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement("slot"));
  }

  /** The campaign file's content, for pages that have it as an object. */
  get campaign() {
    return this.#campaign;
  }

  set campaign(value) {
    this.#campaign = value;
    this.#card?.campaignChanged();
  }

  connectedCallback() {
    // A value set before the element was defined hides the accessor.
    if (Object.hasOwn(this, "campaign")) {
      const value = this.campaign;
      delete this.campaign;
      this.campaign = value;
    }
    if (this.getAttribute("loading") === "eager") return this.#start();
    this.#near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: "300px" },
    );
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near?.disconnect();
    started.delete(this);
    this.#card?.free();
    this.#card = undefined;
    this.#showFallback();
  }

  attributeChangedCallback(name) {
    if (name === "server-now") this.#noteServerNow();
    if (name === "loading" && this.isConnected && this.getAttribute(name) === "eager") this.#start();
    this.#card?.attributeChanged(name, this.#serverNowAt);
  }

  /** Gives the place back to the page's own content and says why. */
  fail(code, message) {
    started.delete(this);
    this.#card = undefined;
    this.#showFallback();
    console.error(`<campaign-widget>: ${message}`);
    const detail = { code, message };
    this.dispatchEvent(new CustomEvent("campaign-error", { bubbles: true, composed: true, detail }));
  }

  async #start() {
    this.#near?.disconnect();
    if (started.has(this)) return;
    started.add(this);
    try {
      const { mount } = await load();
      if (!started.has(this) || this.#card) return;
      this.shadowRoot.replaceChildren();
      this.#card = mount(this, this.#serverNowAt);
    } catch (error) {
      if (started.has(this)) this.fail("load", `the card could not be loaded: ${error.message}`);
    }
  }

  #showFallback() {
    this.shadowRoot.replaceChildren(document.createElement("slot"));
  }

  /**
   * A time in the page's own HTML was true when the server answered; one that
   * a script sets later is true when it is set.
   */
  #noteServerNow() {
    const [navigation] = performance.getEntriesByType("navigation");
    const parsing = document.readyState !== "complete";
    this.#serverNowAt = parsing && navigation ? navigation.responseStart : performance.now();
  }
}

// Loaded twice, also in two versions, the first one stays.
customElements.get("campaign-widget") ?? customElements.define("campaign-widget", CampaignWidget);
