// Shows the app in its place on the page.

import { createRoot } from "react-dom/client";

import { App } from "./app.jsx";
import "./style.css";

/** Shows one more card, as `<campaign-widget>` does. */
globalThis.mount = (place, campaign) => createRoot(place).render(<App campaign={campaign} />);

const place = document.querySelector("[data-campaign]");
try {
  const answer = await fetch(place.dataset.campaign);
  mount(place, await answer.json());
} catch {
  place.textContent = "卡片没有加载成功";
}
