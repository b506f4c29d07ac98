// What TypeScript takes and what it refuses; nothing of it runs.
import type {} from "campaign-widget/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Attributes = SvelteHTMLElements["campaign-widget"];

export const taken: Attributes = {
  class: "wide",
  src: "/campaign.json",
  loading: "eager",
  "preview-at": 0,
  "oncampaign-phase": ({ detail }) => detail.phase === "open",
};
// @ts-expect-error: a colour is no theme
export const theme: Attributes = { theme: "blue" };
// @ts-expect-error: an address is no campaign
export const campaign: Attributes = { campaign: "/campaign.json" };
// @ts-expect-error: an event that does not exist
export const event: Attributes = { "oncampaign-typed": () => {} };
// @ts-expect-error: no event carries the draft
export const text: Attributes = { "oncampaign-draft": ({ detail }) => detail.text };
