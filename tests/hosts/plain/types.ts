// What TypeScript takes and what it refuses; nothing of it runs.
import type { Campaign, CampaignWidgetAttributes } from "campaign-widget";

declare const widget: HTMLElementTagNameMap["campaign-widget"];

const campaign: Campaign = {
  id: "types",
  window: { start: "2025-07-03T16:00:00+08:00", end: "2025-07-09T24:00:00+08:00" },
  questionnaire: { page: "https://forms.example/", endpoint: { address: "https://forms.example/links", preset: "strapi", body: { data: { url: "{link}", n: [1, null] } }, answers: [{ status: 409, means: "already-received" }] }, accepts: ["x", "gate"] },
  languages: { en: { title: "Types", tag: "#types", minimum: { count: 20, unit: "words" } } },
};
widget.campaign = campaign;
widget.campaign = undefined;
// @ts-expect-error: a file without its window
widget.campaign = { id: "types", questionnaire: campaign.questionnaire, languages: campaign.languages };
// @ts-expect-error: a unit that nobody knows
campaign.languages.en!.minimum.unit = "letters";
// @ts-expect-error: a misspelt field
campaign.questionnaire.endPoint = "https://forms.example/";

export const attributes: CampaignWidgetAttributes = { src: "/a.json", theme: "dark", "server-now": Date.now() };
// @ts-expect-error: a colour is no theme
attributes.theme = "blue";

widget.addEventListener("campaign-link", ({ detail }) => detail.postId.length + detail.state.length);
document.addEventListener("campaign-phase", ({ detail }) => detail.phase === "open");
window.addEventListener("campaign-error", ({ detail }) => detail.code === "panic");
// @ts-expect-error: no event carries the draft
widget.addEventListener("campaign-draft", ({ detail }) => detail.text);
// @ts-expect-error: a state that no event tells
widget.addEventListener("campaign-link", ({ detail }) => detail.state === "queued");
// @ts-expect-error: a code that does not exist
widget.addEventListener("campaign-error", ({ detail }) => detail.code === "crash");
