// On a page that embeds frame.html: sets the height of every
// <iframe class="campaign-widget"> to its card's, and fires the card's events on it.

const FRAMES = "iframe.campaign-widget[src]";
/** The maximum height of a frame, in CSS pixels. */
const TALLEST = 100_000;

/** The id of each frame that was greeted, which its messages must contain. */
const names = new WeakMap();

const frames = () => [...document.querySelectorAll(FRAMES)].filter(({ src }) => /^https?:/.test(src));
const originOf = (frame) => new URL(frame.src).origin;

function greet(frame) {
  const hello = { type: "campaign-widget:hello", id: names.get(frame), viewport: innerHeight };
  frame.contentWindow.postMessage(hello, originOf(frame));
}

/** Gives each page that is loaded into a frame an id of its own. */
function meet(frame) {
  names.set(frame, crypto.getRandomValues(new Uint32Array(4)).join("-"));
  const theme = new URL(frame.src).searchParams.get("theme");
  // Otherwise browsers paint an opaque canvas behind the card.
  frame.style.colorScheme = ["light", "dark"].includes(theme) ? theme : "light dark";
  greet(frame);
}

function resize(frame, height) {
  if (!Number.isInteger(height) || height <= 0 || height > TALLEST) return;
  const { boxSizing } = getComputedStyle(frame);
  const border = boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${height + border}px`;
}

function fire(frame, name, detail) {
  if (!/^campaign-[a-z]+$/.test(name)) return;
  frame.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

addEventListener("message", ({ source, origin, data }) => {
  if (!/^campaign-widget:/.test(data?.type)) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || originOf(frame) !== origin) return;
  if (data.type === "campaign-widget:here") return meet(frame);
  if (!names.has(frame) || names.get(frame) !== data.id) return;
  if (data.type === "campaign-widget:height") resize(frame, data.height);
  if (data.type === "campaign-widget:event") fire(frame, data.name, data.detail);
});

addEventListener("resize", () => frames().filter((frame) => names.has(frame)).forEach(greet));

// Frames that loaded before this script. One that has loaded nothing yet shows
// about:blank, which would not receive the message; it announces itself later.
frames()
  .filter(({ contentDocument }) => contentDocument?.URL !== "about:blank")
  .forEach(meet);
