// `<campaign-widget>` in the templates of Svelte 5.
//
//     import "campaign-widget";
//     import type {} from "campaign-widget/svelte";

import type { HTMLAttributes } from "svelte/elements";
import type { CampaignWidget, CampaignWidgetAttributes, CampaignWidgetEventMap } from "campaign-widget";

type Properties = Partial<Omit<CampaignWidget, keyof HTMLElement>>;
type Listeners = {
  [Name in keyof CampaignWidgetEventMap as `on${Name}`]?: (event: CampaignWidgetEventMap[Name]) => void;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "campaign-widget": Omit<HTMLAttributes<CampaignWidget>, keyof CampaignWidgetAttributes> &
      CampaignWidgetAttributes &
      Listeners &
      Properties;
  }
}
