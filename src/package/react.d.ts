// `<campaign-widget>` in JSX, for React 19 or later.
//
//     import "campaign-widget";
//     import type {} from "campaign-widget/react";

import type { ClassAttributes, HTMLAttributes } from "react";
import type { CampaignWidget, CampaignWidgetAttributes, CampaignWidgetEventMap } from "campaign-widget";

type Properties = Partial<Omit<CampaignWidget, keyof HTMLElement>>;
type Listeners = {
  [Name in keyof CampaignWidgetEventMap as `on${Name}`]?: (event: CampaignWidgetEventMap[Name]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "campaign-widget": ClassAttributes<CampaignWidget> &
        Omit<HTMLAttributes<CampaignWidget>, keyof CampaignWidgetAttributes> &
        CampaignWidgetAttributes &
        Listeners &
        Properties;
    }
  }
}
