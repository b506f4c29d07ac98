// The languages of the card, of which only those in use are loaded: the sentences of the
// countdown with the module, all others with what comes after it.

/**
 * Their files, with the hashes of the first. Its first line names the other one, with its
 * hash; a bundler has to find both names here.
 */
const LANGUAGES = {
  "zh-CN": [
    new URL(ZH_CN_NAME, import.meta.url).href,
    ZH_CN_HASH,
    IS_BUNDLED && new URL(ZH_CN_FORMS_NAME, import.meta.url).href,
  ],
  "zh-TW": [
    new URL(ZH_TW_NAME, import.meta.url).href,
    ZH_TW_HASH,
    IS_BUNDLED && new URL(ZH_TW_FORMS_NAME, import.meta.url).href,
  ],
  en: [
    new URL(EN_NAME, import.meta.url).href,
    EN_HASH,
    IS_BUNDLED && new URL(EN_FORMS_NAME, import.meta.url).href,
  ],
  ja: [
    new URL(JA_NAME, import.meta.url).href,
    JA_HASH,
    IS_BUNDLED && new URL(JA_FORMS_NAME, import.meta.url).href,
  ],
  ko: [
    new URL(KO_NAME, import.meta.url).href,
    KO_HASH,
    IS_BUNDLED && new URL(KO_FORMS_NAME, import.meta.url).href,
  ],
  vi: [
    new URL(VI_NAME, import.meta.url).href,
    VI_HASH,
    IS_BUNDLED && new URL(VI_FORMS_NAME, import.meta.url).href,
  ],
  ru: [
    new URL(RU_NAME, import.meta.url).href,
    RU_HASH,
    IS_BUNDLED && new URL(RU_FORMS_NAME, import.meta.url).href,
  ],
  es: [
    new URL(ES_NAME, import.meta.url).href,
    ES_HASH,
    IS_BUNDLED && new URL(ES_FORMS_NAME, import.meta.url).href,
  ],
  "pt-BR": [
    new URL(PT_BR_NAME, import.meta.url).href,
    PT_BR_HASH,
    IS_BUNDLED && new URL(PT_BR_FORMS_NAME, import.meta.url).href,
  ],
  tr: [
    new URL(TR_NAME, import.meta.url).href,
    TR_HASH,
    IS_BUNDLED && new URL(TR_FORMS_NAME, import.meta.url).href,
  ],
  id: [
    new URL(ID_NAME, import.meta.url).href,
    ID_HASH,
    IS_BUNDLED && new URL(ID_FORMS_NAME, import.meta.url).href,
  ],
  ar: [
    new URL(AR_NAME, import.meta.url).href,
    AR_HASH,
    IS_BUNDLED && new URL(AR_FORMS_NAME, import.meta.url).href,
  ],
};

/** The texts that have come, or are on their way, by their addresses. */
const texts = {};

const text = (url, integrity) => once(texts, url, () => fetchText(url, integrity));

/** A text that a bundler has put into the address itself, which a page's policy may not fetch. */
function inlined(url) {
  const [head, content] = url.split(",");
  if (!head.endsWith(";base64")) return decodeURIComponent(content);
  return new TextDecoder().decode(Uint8Array.from(atob(content), (c) => c.charCodeAt(0)));
}

async function fetchText(url, integrity) {
  if (IS_BUNDLED && url.startsWith("data:")) return inlined(url);
  const response = await fetch(url, { integrity }).catch(() => {});
  const text = await response?.text();
  // Not that of another build, or what a host has instead of a file that it lacks.
  if (text?.startsWith(LANGUAGE_FORMAT)) return text;
  throw missing(url);
}

/** The sentences of a language: those of the countdown and, if asked, all others. */
async function sentences(tag, isWhole) {
  const [url, hash, formsUrl] = LANGUAGES[tag];
  const early = await text(url, hash);
  if (!isWhole) return [early];
  const [, , , name, formsHash] = early.split("\n", 1)[0].split(" ");
  return [early, await text(formsUrl || new URL(name, url).href, formsHash)];
}

/** The languages that the page around an element and its reader want, the best first. */
function wantedBy(element) {
  const wanted = browserLanguages();
  for (let inside = element; inside; inside = inside.getRootNode().host) {
    const speaking = inside.closest("[lang]");
    if (speaking) return [speaking.lang, ...wanted];
  }
  return wanted;
}

/** The sentences of the best of the `wanted` languages, or of English where they do not come. */
async function speech(wanted, isWhole) {
  const language = chooseLanguage(Object.keys(LANGUAGES), wanted);
  return sentences(language, isWhole).catch(({ message }) => {
    if (language === "en") throw failure("load", message);
    tellOnce("warn", `${message}. The card speaks English instead.`);
    return sentences("en", isWhole);
  });
}
