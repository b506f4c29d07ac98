// `<campaign-widget>` in the templates of Vue 3.
//
//     import "campaign-widget";
//     import type {} from "campaign-widget/vue";

import type { HTMLAttributes, PublicProps } from "vue";
import type { CampaignWidget, CampaignWidgetAttributes, CampaignWidgetEventMap } from "campaign-widget";

type Capitals<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Capitals<Rest>}`
  : Capitalize<Text>;

// `@campaign-ready` in a template is `onCampaignReady` here.
type Listeners = {
  [Name in keyof CampaignWidgetEventMap as `on${Capitals<Name>}`]?: (event: CampaignWidgetEventMap[Name]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "campaign-widget": new () => CampaignWidget & {
      /** What a template may set. Vue's own name for it; no property of the element. */
      $props: PublicProps &
        Omit<HTMLAttributes, keyof CampaignWidgetAttributes> &
        CampaignWidgetAttributes &
        Listeners & {
          /** The content of a campaign file, in place of `src`. */
          campaign?: CampaignWidget["campaign"];
        };
    };
  }
}
