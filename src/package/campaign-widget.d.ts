// Types of <campaign-widget>: the element, its attributes and events, and the
// campaign file. Importing the package defines the element; what it exports
// are types alone.

/** The element `<campaign-widget>`. */
export interface CampaignWidget extends HTMLElement {
  /**
   * The content of a campaign file, in place of `src`. Setting it, also to
   * another object, shows that campaign; an object that is changed in place is
   * not noticed.
   */
  campaign: Campaign | null | undefined;
}

/** The attributes of the element. All of them may change at any time. */
export interface CampaignWidgetAttributes {
  /** The address of the campaign file. */
  src?: string;
  /** The language, as BCP 47, such as `zh-CN`. If left out: that of the page, then of the browser. */
  lang?: string;
  /** The colours; `auto`, if left out, follows the system. */
  theme?: "auto" | "light" | "dark";
  /** `eager` starts at once; `lazy`, if left out, when the element comes near the visible part of the page. */
  loading?: "lazy" | "eager";
  /** The server's time when it wrote the page: RFC 3339, or milliseconds since 1970. */
  "server-now"?: string | number;
  /** Where the card's clock starts, for a preview that delivers nothing: RFC 3339, or milliseconds since 1970. */
  "preview-at"?: string | number;
}

/**
 * The events of the element. All of them bubble and cross shadow roots; none
 * carries the text of the draft.
 */
export interface CampaignWidgetEventMap {
  /** The card of a campaign is there. */
  "campaign-ready": CustomEvent<Record<string, never>>;
  /** The phase, at the start and at every boundary. */
  "campaign-phase": CustomEvent<CampaignPhaseDetail>;
  /** The draft has begun, or ceased, to keep every rule. */
  "campaign-draft": CustomEvent<CampaignDraftDetail>;
  /** The draft is on the clipboard. */
  "campaign-copy": CustomEvent<Record<string, never>>;
  /** The draft went elsewhere. */
  "campaign-share": CustomEvent<CampaignShareDetail>;
  /** A link is being sent, its answer is known, or the reader takes it to the form. */
  "campaign-link": CustomEvent<CampaignLinkDetail>;
  /** There is no card. */
  "campaign-error": CustomEvent<CampaignErrorDetail>;
}

/** The `detail` of `campaign-phase`. */
export interface CampaignPhaseDetail {
  /** Where the campaign stands. */
  phase: "before" | "open" | "closed";
}

/** The `detail` of `campaign-draft`. */
export interface CampaignDraftDetail {
  /** Whether the draft keeps every rule. */
  passes: boolean;
}

/** The `detail` of `campaign-share`. */
export interface CampaignShareDetail {
  /** To X, to the campaign's composer, or to what the reader chose on the system's share sheet. */
  to: "x" | "compose" | "sheet";
}

/** The `detail` of `campaign-link`. */
export interface CampaignLinkDetail {
  /** The post's number, which leads to its author: no matter for analytics. */
  postId: string;
  /** Where the link stands; only `delivered` means that the endpoint has it. */
  state: "sending" | "waiting" | "delivered" | "unconfirmed" | "refused" | "manual";
}

/** The `detail` of `campaign-error`. */
export interface CampaignErrorDetail {
  /** What kind of trouble it is. */
  code: CampaignErrorCode;
  /** What is wrong, for the page's author. */
  message: string;
}

/** Why there is no card. */
export type CampaignErrorCode =
  | "no-source"
  | "unreachable"
  | "status"
  | "attribute"
  | "encoding"
  | "not-json"
  | "invalid"
  | "parameter"
  | "unsupported"
  | "load"
  | "panic";

/** A campaign, as its file describes it; see `campaign.schema.json`. */
export interface Campaign {
  /** Where the schema lies; editors help by it. */
  $schema?: string;
  /** A short name of your own: letters, digits, `-`, `_` and `.`, at most 64. Never change it once published. */
  id: string;
  /** When the campaign is open. */
  window: CampaignWindow;
  /** Where readers hand in the link of their post. */
  questionnaire: CampaignQuestionnaire;
  /** The page of the full announcement. */
  details?: string;
  /** The page where the post is written. */
  compose?: string;
  /** What the campaign asks for, by language, such as `zh-CN`. Readers of none of them see the first. */
  languages: Record<string, CampaignWording>;
}

/** When a campaign is open: from `start` on, until just before `end`. */
export interface CampaignWindow {
  /** The first instant that counts: `2025-07-03T16:00:00+08:00`. */
  start: string;
  /** The first instant that no longer counts. `24:00` is the end of a day. */
  end: string;
}

/** Where and how links are handed in. */
export interface CampaignQuestionnaire {
  /** The page of the form that people fill in. */
  page: string;
  /** Where the widget sends links; without it, the widget copies the link and opens the page. */
  endpoint?: string;
  /** How links are sent; `json` if left out. */
  encoding?: "json" | "form";
  /** Other names for what is sent. */
  fields?: CampaignFields;
  /** Whether cookies go to the endpoint; `omit` if left out. */
  credentials?: "omit" | "include";
  /** Where a post may be; X alone if left out. */
  accepts?: ("x" | "gate")[];
  /** Until when links are taken; until the end of the window if left out. */
  until?: string;
}

/** The names under which a link and what belongs to it are sent. */
export interface CampaignFields {
  /** For the campaign's id. */
  campaign?: string;
  /** For the link of the post. */
  link?: string;
  /** For the post's number on its platform. */
  postId?: string;
  /** For the time at which the post was made. */
  postedAt?: string;
  /** For the key by which the endpoint can tell a repetition. */
  key?: string;
}

/** What a campaign says and asks for in one language. */
export interface CampaignWording {
  /** The name of the campaign. */
  title: string;
  /** The hashtag, exactly as announced and with its signs: `#one` or `#two words#`. */
  tag: string;
  /** The least that a person must write. */
  minimum: CampaignMinimum;
  /** The account to follow. */
  follow?: string;
  /** What can be won, one line each. */
  rewards?: string[];
  /** Questions that help to start writing, one line each. */
  prompts?: string[];
}

/** The least that a person must write. */
export interface CampaignMinimum {
  /** How many: a whole number, at least 1. */
  count: number;
  /** What is counted. */
  unit: "characters" | "words";
}

declare global {
  interface HTMLElementTagNameMap {
    "campaign-widget": CampaignWidget;
  }
  // They bubble, so every element around may listen, and so may the window.
  interface GlobalEventHandlersEventMap extends CampaignWidgetEventMap {}
}
