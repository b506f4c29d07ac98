// `<campaign-widget>` in the templates of Vue 3.
//
//     import "campaign-widget";
//     import type {} from "campaign-widget/vue";

import type { HTMLAttributes, PublicProps } from "vue";
import type { CampaignWidget, CampaignWidgetAttributes, CampaignWidgetEventMap } from "campaign-widget";

// Vue writes the names of a template in its own way: `server-now` is `serverNow`
// here, and `@campaign-ready` is `onCampaignReady`.
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;
type Attributes = {
  [Name in keyof CampaignWidgetAttributes as Camel<Name>]: CampaignWidgetAttributes[Name];
};
type Properties = Partial<Omit<CampaignWidget, keyof HTMLElement>>;
type Listeners = {
  [Name in keyof CampaignWidgetEventMap as Camel<`on-${Name}`>]?: (event: CampaignWidgetEventMap[Name]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "campaign-widget": new () => CampaignWidget & {
      /** What a template may set. Vue's own name for it; no property of the element. */
      $props: PublicProps &
        Omit<HTMLAttributes, keyof CampaignWidgetAttributes> &
        Attributes &
        Listeners &
        Properties;
    };
  }
}
