// A page that is all script, made by webpack for a strict policy.
import "campaign-widget";

/** @type {(tag: string, id: string, text?: string) => HTMLElement} */
function make(tag, id, text = "") {
  const element = Object.assign(document.createElement(tag), { id, textContent: text });
  document.body.append(element);
  return element;
}

function makeWidget() {
  const widget = document.createElement("campaign-widget");
  widget.append(Object.assign(document.createElement("p"), { textContent: "Rules" }));
  widget.setAttribute("src", "/campaign.json");
  widget.lang = "zh-CN";
  widget.setAttribute("theme", "light");
  return widget;
}

let widget = makeWidget();
make("button", "theme", "Theme").onclick = () => {
  widget.setAttribute("theme", widget.getAttribute("theme") === "dark" ? "light" : "dark");
};
make("button", "language", "Language").onclick = () => {
  widget.lang = widget.lang === "en" ? "zh-CN" : "en";
};
make("button", "mistake", "Mistake").onclick = () => widget.setAttribute("server-now", "soon");
make("button", "shown", "Card").onclick = () => {
  if (widget.isConnected) return widget.remove();
  widget = makeWidget();
  place.append(widget);
};
const renders = make("output", "renders");
const place = make("div", "place");
const heard = make("ol", "heard");
const links = make("ul", "links");

for (const textContent of ["ready", "phase", "draft", "copy", "share", "link", "error"]) {
  place.addEventListener(`campaign-${textContent}`, () => {
    heard.append(Object.assign(document.createElement("li"), { textContent }));
  });
}

place.addEventListener("campaign-link", ({ detail: { postId, state } }) => {
  /** @type {HTMLElement | null} */
  const known = links.querySelector(`[data-post-id="${postId}"]`);
  const item = known ?? document.createElement("li");
  Object.assign(item.dataset, { postId, state });
  links.append(item);
});

place.append(widget);
let count = 0;
setInterval(() => (renders.textContent = String((count += 1))), 100);
