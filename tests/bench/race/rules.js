// What the peers know of drafts and links, without a framework.

import twitter from "twitter-text";

/** The first instant of X's post ids, in milliseconds from 1970. */
const FIRST_INSTANT = 1288834974657n;

/** Where a draft stands with each rule, and what X makes of its length. */
export function checked(text, { tag, minimum }) {
  const hasTag = text.toLowerCase().includes(tag.toLowerCase());
  const own = text.toLowerCase().replaceAll(tag.toLowerCase(), "");
  const count = [...own.replace(/\s/g, "")].length;
  const { weightedLength, valid } = twitter.parseTweet(text);
  return {
    count,
    left: 280 - weightedLength,
    rules: [
      { name: "tag", passes: hasTag, says: `带上话题 ${tag}` },
      { name: "length", passes: count >= minimum.count, says: `不少于 ${minimum.count} 字` },
      { name: "x-length", passes: valid, says: "X 上放得下" },
    ],
  };
}

/** The post that a link leads to, or nothing. */
export function postOf(link) {
  const found = /^https:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/(\w{1,15})\/status\/(\d{1,19})(?:[/?#].*)?$/.exec(link.trim());
  if (!found) return undefined;
  const [, user, id] = found;
  const postedAt = new Date(Number((BigInt(id) >> 22n) + FIRST_INSTANT));
  return { id, link: `https://x.com/${user}/status/${id}`, postedAt };
}
