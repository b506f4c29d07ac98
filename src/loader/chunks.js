// What comes after the countdown.

/** The chunks of the module that come after the countdown, with hashes, by stages. */
const CHUNKS = IS_SPLIT
  ? [
      [
        [new URL(SHARED_NAME, import.meta.url).href, SHARED_HASH],
        [new URL(COMPOSER_NAME, import.meta.url).href, COMPOSER_HASH],
      ],
      [[new URL(LINKS_NAME, import.meta.url).href, LINKS_HASH]],
    ]
  : [[], []];

/** Brings the chunks of a module, each once, unless it fails. */
class Chunks {
  #add;
  #brought = {};
  /** How many stages have come. */
  loaded = 0;

  constructor(add) {
    this.#add = add;
  }

  /** Brings a stage, after those before it. */
  async bring(stage) {
    const bring = ([url, integrity]) => once(this.#brought, url, () => this.#fetch(url, integrity));
    await Promise.all(CHUNKS[stage].map(bring));
    this.loaded = Math.max(this.loaded, stage + 1);
  }

  async #fetch(url, integrity) {
    const response = await fetch(url, { integrity }).catch(() => {
      throw missing(url);
    });
    await this.#add(response);
  }
}
