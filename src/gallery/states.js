// The states of a card: what its page says, what its reader has done, and how one sees
// that it is there.

/** Moments of the campaign, whose window is from the 3rd to the 9th of July. */
const EARLY = "2025-07-02T21:30:00+08:00";
const OPEN = "2025-07-06T12:00:00+08:00";
const OVER = "2025-07-10T09:00:00+08:00";

/** What the campaign says, by language. */
const WORDINGS = {
  "zh-CN": {
    title: "Gate xStocks 交易体验",
    tag: "#Gate xStocks 交易体验#",
    minimum: { count: 20, unit: "characters" },
    follow: "@Gate广场_Official",
    rewards: ["优质创作者 5 名，每人 $100 合约体验券", "同步分享到 X，浏览量前十的帖子再得 $50"],
    prompts: ["你第一次交易的是哪只 xStocks？为什么选它？", "如果能改一个地方，你会改什么？"],
  },
  en: {
    title: "Gate xStocks Trading Share",
    tag: "#Gate xStocks Trading Share#",
    minimum: { count: 20, unit: "words" },
    follow: "@Gate广场_Official",
    rewards: [
      "Five creators receive a $100 futures voucher each",
      "Share it to X too: the ten most viewed posts receive $50",
    ],
    prompts: [
      "Which xStock did you trade first, and why that one?",
      "If you could change one thing, what would it be?",
    ],
  },
};

/** What readers write: half of a post, with a near miss of the tag, and a whole one. */
const TEXTS = {
  "zh-CN": {
    half: "夜里下单苹果股票，秒成交 #GatexStocks交易体验#",
    whole:
      "夜里下单苹果股票，两秒就成交了。手续费比我想的低，唯一的缺点是止损单藏得太深，找了半天。 #Gate xStocks 交易体验#",
  },
  en: {
    half: "Bought Apple on a Sunday night and it filled within two seconds #Gate xStocks trading share#",
    whole:
      "Bought Apple on a Sunday night and it filled within two seconds. Fees were lower than I expected; the stop order was the only thing I had to hunt for. #Gate xStocks Trading Share#",
  },
};

/** The link of a post: its number tells when it was made. */
function link(name, at, rest) {
  const time = BigInt(Date.parse(at)) - 1288834974657n;
  return `https://x.com/${name}/status/${(time << 22n) | BigInt(rest)}`;
}

const LINK = link("mia_trades", "2025-07-05T21:14:09+08:00", 1357913);
const LINKS = `${link("mia_trades", "2025-07-04T08:41:52+08:00", 2468137)}\n${LINK}`;

/** What a reader has done who has shared a post. */
const SHARED = [["write", "whole"], ["follow"], ["share"]];

const entry = (state) => `[part~=entry][data-state=${state}]`;
const rule = (name, state) => `[part~=rule][data-rule=${name}][data-state=${state}]`;
const phase = (name) => `[part~=countdown][data-phase=${name}]`;

/**
 * Each state by its name: the attributes of the element, how its endpoint answers, what
 * its reader does (an act of `Reader` and what it takes), what is to be seen then, and
 * whether the card has all its parts.
 */
const STATES = {
  hero: { does: [["write", "half"]], shows: [rule("tag", "fail")] },
  before: { at: EARLY, shows: [phase("before")] },
  empty: { shows: [phase("open")] },
  typing: { does: [["write", "half"]], shows: [rule("tag", "fail")] },
  passing: { does: [["write", "whole"], ["follow"]], shows: [rule("length", "pass")] },
  shared: { does: SHARED, shows: [rule("length", "pass")] },
  waiting: {
    answers: "busy",
    does: [...SHARED, ["handIn", LINK]],
    shows: [entry("waiting")],
  },
  received: {
    does: [...SHARED, ["handIn", LINKS]],
    shows: [`${entry("delivered")} ~ ${entry("delivered")}`],
  },
  refused: {
    answers: "refusing",
    does: [...SHARED, ["handIn", LINK]],
    shows: [entry("refused")],
  },
  offline: {
    answers: "gone",
    does: [...SHARED, ["handIn", LINKS]],
    shows: [`${entry("waiting")} ~ ${entry("waiting")}`],
  },
  closed: {
    does: [...SHARED, ["handIn", LINKS], ["comeBack", OVER]],
    shows: [phase("closed"), entry("delivered")],
  },
  trouble: { spoils: true, isWhole: false, shows: ["[part~=problem]"] },
  compact: { attributes: { layout: "compact" }, isWhole: false, shows: [phase("open")] },
  bar: { attributes: { layout: "bar" }, isWhole: false, shows: [phase("open")] },
};

/** The language in which the campaign speaks to a card of this one. */
const wordingOf = (language) => (language.startsWith("zh") ? "zh-CN" : "en");

/** The campaign file of a state: in the reader's language, or in English. */
function campaign(name, language) {
  const { answers = "received", spoils } = STATES[name];
  const wording = wordingOf(language);
  const file = {
    id: `${ID}${name}`,
    window: { start: "2025-07-03T16:00:00+08:00", end: "2025-07-09T24:00:00+08:00" },
    questionnaire: {
      page: "https://www.gate.com/questionnaire/6854",
      endpoint: { address: `${ENDPOINT}${answers}` },
    },
    details: "https://www.gate.com/announcements/article/45926",
    compose: "https://www.gate.com/post",
    languages: { [wording]: WORDINGS[wording] },
  };
  if (!spoils) return file;
  const { tag, ...rest } = file.languages[wording];
  return {
    ...file,
    window: { start: file.window.end, end: "9 July" },
    languages: { [wording]: { ...rest, tags: [tag], minimum: { count: 0, unit: "letters" } } },
  };
}
