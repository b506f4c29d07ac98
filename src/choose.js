// Put in front of the scripts that speak more than one language, by `cargo xtask dist`.

/** Codes of languages that are spoken here under another. */
const SPOKEN_AS = { cmn: "zh", yue: "zh", in: "id" };

/**
 * The first of the `wanted` languages that is `spoken`, else English. Tags are those of
 * BCP 47, or names as systems write them, such as zh_CN.UTF-8. As in CLDR, Chinese is
 * chosen by its characters: Simplified comes before Traditional in `spoken`.
 */
function chooseLanguage(spoken, wanted) {
  for (const tag of wanted) {
    const [code, ...rest] = tag.trim().toLowerCase().split(/[-_.@]/);
    const language = SPOKEN_AS[code] ?? code;
    const found = spoken.filter((one) => one.split("-")[0] === language);
    const isTraditional =
      !rest.includes("hans") && (code === "yue" || /\b(hant|tw|hk|mo)\b/.test(rest.join(" ")));
    if (found.length) return (isTraditional && found[1]) || found[0];
  }
  return "en";
}

/** The languages of the browser, the best first: in an app perhaps one, or none. */
function browserLanguages() {
  try {
    const { languages, language } = navigator;
    return [languages, language].flat().filter((tag) => tag?.trim);
  } catch {
    return [];
  }
}
