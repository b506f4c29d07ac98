// Put in front of the scripts that speak more than one language, by `cargo xtask dist`.

/** Codes of languages that are spoken here under another. */
const SPOKEN_AS = { cmn: "zh", hak: "zh", nan: "zh", wuu: "zh", yue: "zh", in: "id" };
/** Subtags that tell the characters of Chinese: scripts, then regions, then a language. */
const CHARACTERS = ["hans", "hant", "cn", "tw", "hk", "mo", "yue"];

/**
 * The first of the `wanted` languages that is `spoken`, else English. Tags are those of
 * BCP 47, or names as systems write them, such as zh_CN.UTF-8. As in CLDR, Chinese is
 * chosen by its characters: Simplified comes before Traditional in `spoken`.
 */
function chooseLanguage(spoken, wanted) {
  for (const tag of wanted) {
    const subtags = tag.trim().toLowerCase().split(/[.@,;]/)[0].split(/[-_#]+/);
    const language = SPOKEN_AS[subtags[0]] ?? subtags[0];
    const found = spoken.filter((one) => one.split("-")[0] === language);
    const characters = CHARACTERS.find((one) => subtags.includes(one));
    const isTraditional = /hant|tw|hk|mo|yue/.test(characters);
    if (found.length) return (isTraditional && found[1]) || found[0];
  }
  return "en";
}

/** The languages of the browser, the best first: in an app perhaps one, or none. */
function browserLanguages() {
  const told = (name) => {
    try {
      return navigator[name];
    } catch {}
  };
  return [told("languages"), told("language")].flat().filter((tag) => tag?.trim?.());
}
