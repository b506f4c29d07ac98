// Defines <campaign-widget>. Readers see the page's own content inside the
// element until the card is shown, and whenever it cannot be.
//
// `cargo xtask dist` makes one script of this, of those in src/loader and of
// src/choose.js. It fills in ATTRIBUTES, from src/package/custom-elements.json, and the
// names and hashes of the other files; for bundlers without those of scripts.

const GLUE = new URL(GLUE_NAME, import.meta.url).href;
const WASM = new URL(WASM_NAME, import.meta.url).href;
const CONTRAST = new URL(CONTRAST_NAME, import.meta.url).href;
/** Features that the card needs, and that some browsers lack. */
const NEEDED = {
  WebAssembly: () => WebAssembly,
  AbortController: () => AbortController,
  "light-dark() in CSS": () => CSS.supports("color", "light-dark(red, red)"),
  modulepreload: () => document.createElement("link").relList.supports("modulepreload"),
};

/** Elements on the page whose card is shown or loading. */
const started = new Set();
/** Messages that the console has already shown. */
const told = new Set();
/** The module, once for all elements. */
let core;
/** How often the module was restarted. */
let restarts = 0;
/** Number of cards mounted so far. */
let cards = 0;

const failure = (code, message) => Object.assign(new Error(message), { code });

/** Tells the page's author on the console. */
const tellOnce = (level, message) => {
  if (!told.has(message)) console[level](`<campaign-widget>: ${message}`);
  told.add(message);
};

/** What has been brought from an address, or is on its way; brought again where that fails. */
const once = (brought, url, bring) =>
  (brought[url] ??= bring().catch((error) => {
    brought[url] = undefined;
    throw error;
  }));

const load = () =>
  (core ??= begin().catch((error) => {
    // The next element, or this one put back, tries again.
    core = undefined;
    throw error;
  }));

/** What has the time since the page began, or since 1970. */
const clock = () => globalThis.performance ?? Date;

/**
 * Fetches a campaign file while the module is on its way; the card does so again
 * where this fails.
 */
const fetchEarly = (src) => {
  const controller = new AbortController();
  const asked = clock().now();
  const { signal } = controller;
  const response = fetch(src, { cache: "no-cache", signal }).catch(() => {});
  return { src, asked, controller, response };
};

/** The first needed feature that the browser lacks. */
const lacking = () =>
  Object.keys(NEEDED).find((feature) => {
    try {
      return !NEEDED[feature]();
    } catch {
      return true;
    }
  });

/** Fetches the glue and the wasm in parallel, of the same build as this script. */
async function begin() {
  const feature = lacking();
  if (feature) throw failure("unsupported", `this browser does not support ${feature}`);
  let forbidden;
  const note = (violation) => {
    const isOurs = [GLUE, WASM, "wasm-eval"].includes(violation.blockedURI);
    if (isOurs && violation.disposition === "enforce") forbidden = violation;
  };
  document.addEventListener("securitypolicyviolation", note);
  try {
    // With another fragment it is another module, with its own memory.
    const url = restarts ? `${GLUE}#${restarts}` : GLUE;
    // The larger one first.
    const [response, module] = await Promise.all([
      fetch(WASM, { integrity: WASM_HASH }).catch(() => {
        throw missing(WASM);
      }),
      importChecked(url, GLUE_HASH),
    ]);
    await module.default({ module_or_path: response });
    const chunks = new Chunks(module.add);
    // While the first card is mounted.
    chunks.bring(0).catch(() => {});
    return { ...module, chunks };
  } catch (error) {
    // A violation is reported after the failure that it causes.
    await new Promise((next) => setTimeout(next));
    throw forbidden ? notAllowed(forbidden) : error;
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}

/** Imports a module with an integrity check, which only a link can do. */
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
    `could not load ${url}. Publish all files of one build, unchanged, in one folder; on another origin, with Access-Control-Allow-Origin`,
  );

function notAllowed({ blockedURI, effectiveDirective }) {
  const [directive, source] =
    blockedURI === "wasm-eval"
      ? ["script-src", "'wasm-unsafe-eval'"]
      : [effectiveDirective, new URL(blockedURI).origin];
  return failure("load", `the page's Content-Security-Policy blocks it: add ${source} to ${directive}`);
}

/** Keeps `hidden` in force on a page that resets all styles. */
const STYLE = ":host { display: block } :host([hidden]) { display: none !important }";

/** Constructed style sheets by document and text: documents cannot share them. */
const sheets = new WeakMap();

/** How far from the view a card begins to load, in CSS pixels. */
const NEAR = 300;

const isNear = (element) => {
  if (!element.checkVisibility?.()) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight + NEAR && bottom > -NEAR;
};

/** Adopts style sheets, for which a CSP needs no exception. */
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
    // A browser without them cannot show a card either.
  }
}

const define = () => {
  class CampaignWidget extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #card;
    #number;
    #chunks;
    /** Whether the campaign is shown, and is or was near the view. */
    #isNear;
    #campaign;
    /** The language that the reader has chosen on the card. */
    #preferred;
    /** Waits until the element is near the view, then calls the next. */
    #observer;
    #goOn;
    /** Gives the monotonic time at which `server-now` was true. */
    #serverNowAt = () => 0;

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
      this.addEventListener("campaign-ready", ({ target }) => {
        // Not that of a card inside, which may wait as well.
        if (target !== this) return;
        this.#whenNear(() => {
          this.#isNear = true;
          this.#card?.nearView();
          this.#checkContrast();
        });
      });
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
      // A document without a window is not shown.
      if (!this.ownerDocument.defaultView) return;
      dress(this, STYLE);
      // A value set before the element was defined hides the accessor.
      if (Object.hasOwn(this, "campaign")) {
        const value = this.campaign;
        delete this.campaign;
        this.campaign = value;
      }
      // An observer answers after the page's first paint: too late for a card at the top.
      if (!started.size && isNear(this)) return this.#start();
      this.#whenNear(() => this.#start());
    }

    /** Goes on once the element is in or near the view, unless it is to load at once. */
    #whenNear(goOn) {
      this.#stopWatching();
      const isEager = this.getAttribute("loading") === "eager" || !globalThis.IntersectionObserver;
      if (isEager) return goOn();
      this.#goOn = () => {
        this.#stopWatching();
        goOn();
      };
      this.#observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#goOn(),
        { rootMargin: `${NEAR}px` },
      );
      this.#observer.observe(this);
    }

    #stopWatching() {
      this.#observer?.disconnect();
      this.#goOn = undefined;
    }

    /** Keeps the card of an element that is moved; its language may change. */
    connectedMoveCallback() {
      this.#speak().catch(() => {});
    }

    disconnectedCallback() {
      this.#takeDown();
    }

    attributeChangedCallback(name) {
      if (name === "lang") return void this.#speak().catch(() => {});
      if (name === "server-now") this.#noteServerNow();
      if (name === "loading" && this.getAttribute(name) === "eager") this.#goOn?.();
      this.#card?.attributeChanged(name, this.#serverNowAt());
      if (name === "preview-at") this.#checkContrast();
    }

    async #start() {
      if (!this.isConnected || started.has(this)) return;
      started.add(this);
      const loading = load();
      const isAble = !lacking();
      // On its way with the module.
      if (isAble) speech(this.#wanted()).catch(() => {});
      const src = this.getAttribute("src");
      const campaign = src && !this.campaign && isAble ? fetchEarly(src) : undefined;
      try {
        const { chunks, mount, onTrap, styleSheet } = await loading;
        // They may have changed meanwhile.
        const wanted = this.#wanted();
        const [early] = await speech(wanted);
        // It may have been removed, put back or restarted meanwhile.
        if (!started.has(this) || this.#card || core !== loading) return;
        onTrap(CampaignWidget.#restart);
        const sheets = new Set([STYLE, styleSheet()]);
        dress(this, ...sheets);
        this.shadowRoot.replaceChildren();
        this.#number = cards += 1;
        const loader = {
          loadChunks: () => this.#bringRest(),
          prefer: (language) => {
            this.#preferred = language;
            this.#speak().catch(() => {});
          },
          dress: (sheet) => dress(this, ...sheets.add(sheet)),
        };
        this.#card = mount(this, this.#serverNowAt(), this.#number, campaign, loader, wanted.join(" "), early);
        this.#chunks = chunks;
        this.#bringRest();
      } catch ({ code = "load", message }) {
        if (started.has(this)) this.#fail(code, `the card cannot be shown: ${message}`);
      }
    }

    /** The languages that the page and the reader want, the best first. */
    #wanted() {
      return [this.#preferred, ...wantedBy(this)].filter(Boolean);
    }

    /** Has the card speak the language that is wanted now, once that has come. */
    async #speak() {
      const card = this.#card;
      // Before, a lazy element loads nothing, and what is wanted then is asked again.
      if (!card) return;
      let wanted, said;
      do {
        wanted = this.#wanted();
        said = await speech(wanted, true);
        // Others may be wanted meanwhile.
      } while (wanted.join() !== this.#wanted().join());
      if (this.#card === card) card.speak(wanted.join(" "), ...said);
    }

    /** Brings what comes after the countdown, one stage after the other. */
    async #bringRest() {
      const [card, chunks] = [this.#card, this.#chunks];
      // A chunk is of no use without its sentences.
      const speaking = this.#speak();
      try {
        do {
          const isAwaited = chunks.loaded < CHUNKS.length;
          await Promise.all([speaking, isAwaited && chunks.bring(chunks.loaded)]);
          if (this.#card !== card) return;
          card.chunksLoaded(chunks.loaded);
        } while (chunks.loaded < CHUNKS.length);
      } catch ({ message }) {
        if (this.#card !== card) return;
        card.chunkMissing();
        return this.#report("load", `a part of the card is missing: ${message}`);
      }
      this.#checkContrast();
    }

    /** In a preview, reports colours that are hard to read. */
    async #checkContrast() {
      const isWhole = this.#isNear && this.#chunks.loaded >= CHUNKS.length;
      if (!isWhole || !this.hasAttribute("preview-at")) return;
      try {
        const { check } = await importChecked(CONTRAST, CONTRAST_HASH);
        check(this);
      } catch ({ message }) {
        console.warn(`<campaign-widget>: could not check the colours: ${message}`);
      }
    }

    /** Removes the card and shows the page's own content again. */
    #takeDown() {
      this.#stopWatching();
      started.delete(this);
      this.#card?.free();
      this.#card = this.#isNear = undefined;
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    }

    #fail(code, message) {
      this.#takeDown();
      this.#report(code, message);
    }

    #report(code, message) {
      tellOnce("error", message);
      const detail = { code, message };
      this.dispatchEvent(new CustomEvent("campaign-error", { bubbles: true, composed: true, detail }));
    }

    /**
     * Restarts after a trap, which leaves the module unusable: removes the card
     * that caused it, and mounts the others again in a new module.
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
     * Notes when `server-now` was true: in the page's own HTML, when the server
     * answered; set by a script, now.
     */
    #noteServerNow() {
      const [navigation] = clock().getEntriesByType?.("navigation") ?? [];
      const parsing = document.readyState !== "complete";
      const at = parsing && navigation ? navigation.responseStart : clock().now();
      // While a device sleeps, its monotonic clock may stand still.
      const apart = () => Date.now() - clock().now();
      const before = apart();
      this.#serverNowAt = () => {
        const slept = apart() - before;
        return slept > 2000 ? at - slept : at;
      };
    }
  }

  customElements.define("campaign-widget", CampaignWidget);
};

// On a server there are no elements. Loaded twice, even in two versions, the
// first definition stays.
if (globalThis.customElements && !customElements.get("campaign-widget")) define();
