// What TypeScript takes and what it refuses; nothing of it runs.
import type {} from "campaign-widget/react";
import { createRef } from "react";
import type { CampaignWidget } from "campaign-widget";

export const taken = (
  <campaign-widget
    ref={createRef<CampaignWidget>()}
    key="a"
    className="wide"
    src="/campaign.json"
    loading="eager"
    preview-at={0}
    oncampaign-phase={({ detail }) => detail.phase === "open"}
  />
);
// @ts-expect-error: a colour is no theme
export const theme = <campaign-widget theme="blue" />;
// @ts-expect-error: an address is no campaign
export const campaign = <campaign-widget campaign="/campaign.json" />;
// @ts-expect-error: no event carries the draft
export const text = <campaign-widget oncampaign-draft={({ detail }) => detail.text} />;
