// Defines <campaign-widget>. Until the card is there, and whenever it cannot
// be, the page's own content inside the element is what readers see.
//
// `cargo xtask dist` fills in ATTRIBUTES, from src/package/custom-elements.json,
// and the names and hashes of the other files; for bundlers without those of
// scripts.

const GLUE = new URL(GLUE_NAME, import.meta.url).href;
const WASM = new URL(WASM_NAME, import.meta.url).href;
const CONTRAST = new URL(CONTRAST_NAME, import.meta.url).href;

/** What the card cannot do without, and some browsers in use do not have. */
const NEEDED = {
  WebAssembly: () => WebAssembly,
  AbortController: () => AbortController,
  "light-dark() in CSS": () => CSS.supports("color", "light-dark(red, red)"),
  modulepreload: () => document.createElement("link").relList.supports("modulepreload"),
};

/** Elements on the page whose card is there or on its way. */
const started = new Set();
/** What the console has been told already. */
const told = new Set();
/** The module, once for all elements. */
let core;
/** How often it had to be started anew. */
let restarts = 0;
/** How many cards there have been. */
let cards = 0;

const failure = (code, message) => Object.assign(new Error(message), { code });

const load = () =>
  (core ??= begin().catch((error) => {
    // The next element, or this one put back, may have better luck.
    core = undefined;
    throw error;
  }));

/** Fetches the glue and the wasm side by side, and nothing but what was built with this script. */
async function begin() {
  for (const [feature, get] of Object.entries(NEEDED)) {
    let isThere = false;
    try {
      isThere = get();
    } catch {}
    if (!isThere) throw failure("unsupported", `this browser has no ${feature}, which the card needs`);
  }
  let forbidden;
  const note = (violation) => {
    const isOurs = [GLUE, WASM, "wasm-eval"].includes(violation.blockedURI);
    if (isOurs && violation.disposition === "enforce") forbidden = violation;
  };
  document.addEventListener("securitypolicyviolation", note);
  try {
    // After a fragment it is another module, with another memory.
    const url = restarts ? `${GLUE}#${restarts}` : GLUE;
    const [module, response] = await Promise.all([
      importChecked(url, GLUE_HASH),
      fetch(WASM, { integrity: WASM_HASH }).catch(() => {
        throw missing(WASM);
      }),
    ]);
    await module.default({ module_or_path: response });
    return module;
  } catch (error) {
    // The report of a violation comes after what it causes.
    await new Promise((next) => setTimeout(next));
    throw forbidden ? notAllowed(forbidden) : error;
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}

/** Imports a module whose integrity is checked, for which there is no other way than a link. */
async function importChecked(url, integrity) {
  const link = document.createElement("link");
  const { nonce } = document.querySelector("script[nonce]") ?? link;
  Object.assign(link, { rel: "modulepreload", href: url, integrity, nonce });
  await new Promise((done, fail) => {
    link.onload = done;
    link.onerror = () => fail(missing(url));
    (document.head ?? document.documentElement).append(link);
  }).finally(() => link.remove());
  return import(/* webpackIgnore: true */ /* @vite-ignore */ url);
}

const missing = (url) =>
  failure(
    "load",
    `${url} cannot be loaded. Publish all files of one build, unchanged, in one folder; on another origin, with Access-Control-Allow-Origin`,
  );

function notAllowed({ blockedURI, effectiveDirective }) {
  const [directive, source] =
    blockedURI === "wasm-eval"
      ? ["script-src", "'wasm-unsafe-eval'"]
      : [effectiveDirective, new URL(blockedURI).origin];
  return failure("load", `the page's Content-Security-Policy stops it: let ${directive} allow ${source}`);
}

/** Not even a page that unsets everything shows what is hidden. */
const STYLE = ":host { display: block } :host([hidden]) { display: none !important }";

/** The constructed style sheets of each document, by their text: no two documents can share one. */
const sheets = new WeakMap();

/** Style that needs no leave of a page's policy. */
function dress({ shadowRoot, ownerDocument }, ...texts) {
  if (!sheets.has(ownerDocument)) sheets.set(ownerDocument, {});
  const known = sheets.get(ownerDocument);
  try {
    shadowRoot.adoptedStyleSheets = texts.map((text) => {
      if (!known[text]) {
        known[text] = new ownerDocument.defaultView.CSSStyleSheet();
        known[text].replaceSync(text);
      }
      return known[text];
    });
  } catch {
    // A browser that cannot do this cannot show a card either.
  }
}

const define = () => {
  class CampaignWidget extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #card;
    #number;
    #campaign;
    #near;
    /** Gives the monotonic time at which `server-now` was true. */
    #serverNowAt = () => 0;

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
      this.addEventListener("campaign-ready", () => this.#checkContrast());
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
      // Nobody sees a document without a window.
      if (!this.ownerDocument.defaultView) return;
      dress(this, STYLE);
      // A value set before the element was defined hides the accessor.
      if (Object.hasOwn(this, "campaign")) {
        const value = this.campaign;
        delete this.campaign;
        this.campaign = value;
      }
      if (this.getAttribute("loading") === "eager" || !globalThis.IntersectionObserver) return this.#start();
      this.#near = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
        { rootMargin: "300px" },
      );
      this.#near.observe(this);
    }

    /** Moved without being removed: the card stays, and may speak another language. */
    connectedMoveCallback() {
      this.attributeChangedCallback("lang");
    }

    disconnectedCallback() {
      this.#near?.disconnect();
      this.#takeDown();
    }

    attributeChangedCallback(name) {
      if (name === "server-now") this.#noteServerNow();
      if (name === "loading" && this.isConnected && this.getAttribute(name) === "eager") this.#start();
      this.#card?.attributeChanged(name, this.#serverNowAt());
      if (name === "preview-at") this.#checkContrast();
    }

    async #start() {
      this.#near?.disconnect();
      if (!this.isConnected || started.has(this)) return;
      started.add(this);
      const loading = load();
      try {
        const { mount, onTrap, styleSheet } = await loading;
        // It may have been removed, put back or started anew meanwhile.
        if (!started.has(this) || this.#card || core !== loading) return;
        onTrap(CampaignWidget.#restart);
        dress(this, STYLE, styleSheet());
        this.shadowRoot.replaceChildren();
        this.#number = cards += 1;
        this.#card = mount(this, this.#serverNowAt(), this.#number);
      } catch ({ code = "load", message }) {
        if (started.has(this)) this.#fail(code, `the card cannot be shown: ${message}`);
      }
    }

    /** Tells the page's author, who looks at a preview, which colours are hard to read. */
    async #checkContrast() {
      if (!this.#card || !this.hasAttribute("preview-at")) return;
      try {
        const { check } = await importChecked(CONTRAST, CONTRAST_HASH);
        check(this);
      } catch ({ message }) {
        console.warn(`<campaign-widget>: the colours are not checked: ${message}`);
      }
    }

    /** Takes the card off and gives the place back to the page's own content. */
    #takeDown() {
      started.delete(this);
      this.#card?.free();
      this.#card = undefined;
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    }

    #fail(code, message) {
      this.#takeDown();
      if (!told.has(message)) console.error(`<campaign-widget>: ${message}`);
      told.add(message);
      const detail = { code, message };
      this.dispatchEvent(new CustomEvent("campaign-error", { bubbles: true, composed: true, detail }));
    }

    /**
     * A trap leaves nothing in the module that can be trusted. The card that it
     * came from goes, and the others go on in a module of their own.
     */
    static #restart({ message }, activeCard) {
      core = undefined;
      restarts += 1;
      for (const card of [...started]) {
        if (card.#number === activeCard) {
          card.#fail("panic", `the card stopped working: ${message}`);
        } else {
          card.#takeDown();
          card.#start();
        }
      }
    }

    /**
     * A time in the page's own HTML was true when the server answered; one that
     * a script sets later is true when it is set.
     */
    #noteServerNow() {
      // The card's clock does without it, too.
      const clock = globalThis.performance ?? Date;
      const [navigation] = clock.getEntriesByType?.("navigation") ?? [];
      const parsing = document.readyState !== "complete";
      const at = parsing && navigation ? navigation.responseStart : clock.now();
      // While a device sleeps, its monotonic clock may stand still.
      const apart = () => Date.now() - clock.now();
      const before = apart();
      this.#serverNowAt = () => {
        const slept = apart() - before;
        return slept > 2000 ? at - slept : at;
      };
    }
  }

  customElements.define("campaign-widget", CampaignWidget);
};

// On a server there are no elements. Loaded twice, also in two versions, the
// first one stays.
if (globalThis.customElements && !customElements.get("campaign-widget")) define();
