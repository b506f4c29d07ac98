// The script of a page without a framework; its types are checked all the same.
/** @import {} from "campaign-widget" */

const all = ["ready", "phase", "draft", "copy", "share", "link", "error"];
const place = /** @type {HTMLElement} */ (document.querySelector("#place"));
const heard = /** @type {HTMLElement} */ (document.querySelector("#heard"));
const links = /** @type {HTMLElement} */ (document.querySelector("#links"));
const renders = /** @type {HTMLElement} */ (document.querySelector("#renders"));
const widget = /** @type {HTMLElementTagNameMap["campaign-widget"]} */ (place.querySelector("campaign-widget"));

/** @type {(button: string, pressed: () => void) => void} */
const on = (button, pressed) => document.querySelector(button)?.addEventListener("click", pressed);

on("#theme", () => widget.setAttribute("theme", widget.getAttribute("theme") === "dark" ? "light" : "dark"));
on("#language", () => (widget.lang = widget.lang === "en" ? "zh-CN" : "en"));
on("#shown", () => (widget.isConnected ? widget.remove() : place.append(widget)));
on("#mistake", () => widget.setAttribute("server-now", "soon"));

// They bubble: one listener hears every card of the page.
for (const name of all) {
  addEventListener(`campaign-${name}`, () => heard.append(Object.assign(document.createElement("li"), { textContent: name })));
}

addEventListener("campaign-link", ({ detail }) => {
  let item = [...links.children].find((item) => item.getAttribute("data-post-id") === detail.postId);
  if (!item) {
    item = document.createElement("li");
    item.setAttribute("data-post-id", detail.postId);
    links.append(item);
  }
  item.setAttribute("data-state", detail.state);
});

// Its content is the page's, and may be written anew at any time.
let count = 0;
setInterval(() => {
  renders.textContent = String((count += 1));
  const rules = widget.querySelector("p");
  if (rules) rules.textContent = `Rules ${count}`;
}, 100);
