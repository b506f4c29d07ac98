// Types of <campaign-widget>: the element, its attributes and events, and the
// campaign file. Importing the package defines the element; what it exports
// are types alone.
//
// Written by `cargo xtask docs`, from custom-elements.json and the schema of the
// campaign file.

/** The element `<campaign-widget>`. */
export interface CampaignWidget extends HTMLElement {
  /** The content of a campaign file, as an object, in place of `src`. Setting it, also to another object, shows that campaign; an object that is changed in place is not noticed. */
  campaign: Campaign | null | undefined;
}

/** The attributes of the element. All of them may change at any time. */
export interface CampaignWidgetAttributes {
  /** The address of the campaign file. */
  src?: string;
  /** The language, as BCP 47, such as `zh-CN`, or as systems name it (`zh_CN.UTF-8`). Without it: the `lang` of the nearest element around, then the languages of the browser. */
  lang?: string;
  /** The colours. Anything but `light` and `dark` follows the system, as `auto` does. */
  theme?: "auto" | "light" | "dark";
  /** How much of the card is shown: `compact`, the countdown and one button that shows the rest in its place; `bar`, the same in one line. */
  layout?: "full" | "compact" | "bar";
  /** `eager` starts at once; `lazy`, when the element comes near the visible part of the page. */
  loading?: "lazy" | "eager";
  /** The server's time when it wrote the page: RFC 3339, or milliseconds since 1970. Leave it out on pages that are cached. */
  "server-now"?: string | number;
  /** Starts the card's clock at this moment (RFC 3339, or milliseconds since 1970), marks the card as a preview, and delivers nothing. */
  "preview-at"?: string | number;
}

/** The events of the element. All of them bubble and cross shadow roots; none carries the text of the draft. */
export interface CampaignWidgetEventMap {
  /** A campaign's card is there; again when the element is put back, or shows another campaign. On a slow connection its composer and link helper follow. */
  "campaign-ready": CustomEvent<Record<string, never>>;
  /** The campaign's phase: at the start, and at every boundary. */
  "campaign-phase": CustomEvent<CampaignPhaseDetail>;
  /** The draft begins, or ceases, to keep every rule. */
  "campaign-draft": CustomEvent<CampaignDraftDetail>;
  /** The draft is on the clipboard. */
  "campaign-copy": CustomEvent<Record<string, never>>;
  /** The draft went elsewhere. */
  "campaign-share": CustomEvent<CampaignShareDetail>;
  /** A link is being sent, each time its answer is known, and when the reader takes it to the form. */
  "campaign-link": CustomEvent<CampaignLinkDetail>;
  /** There is no card, or a part of it is missing. */
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
  /** The post's number, which leads to its author: do not send it to analytics. */
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

/** What kind of trouble it is. */
export type CampaignErrorCode =
  /** No `src`, no property `campaign`, and no file inside the element. */
  | "no-source"
  /** No answer for the file. Check the address, CORS and `connect-src`. */
  | "unreachable"
  /** The server answered with an error. */
  | "status"
  /** `server-now` or `preview-at` is no time. */
  | "attribute"
  /** The file is not UTF-8, and the server names no other encoding that fits. */
  | "encoding"
  /** The file is not JSON. */
  | "not-json"
  /** The file is JSON, but not a campaign. */
  | "invalid"
  /** Only in a frame: no `src`, or one on another origin. */
  | "parameter"
  /** The browser lacks something that the card needs; the message says what. Only the content of the element is shown. */
  | "unsupported"
  /** The widget's own files could not be loaded: a policy stops them, or they are missing, changed or of another build. The message says what to change. Only the content of the element is shown. */
  | "load"
  /** The card stopped working. Only the content of the element is shown. Other cards of the page start anew and go on. */
  | "panic";

/** A campaign, as its file describes it. */
export interface Campaign {
  /** A short id of your own for the campaign: letters, digits, `-`, `_` and `.`, at most 64. Readers' drafts and links are stored under it, so give every campaign its own and never change it once published. */
  id: string;
  /** When the campaign is open. */
  window: CampaignWindow;
  /** Where readers submit the link to their post. */
  questionnaire: CampaignQuestionnaire;
  /** The page of the full announcement. Starts with `https://`. */
  details?: string;
  /** The page where the post is written, for example Gate Square's composer. Starts with `https://`. */
  compose?: string;
  /** The texts and rules of the campaign, by language, such as `zh-CN` or `en`. Readers of no listed language see the first. */
  languages: Record<string, CampaignWording>;
  /** Where this schema lies; editors help by it. */
  $schema?: string;
}

/** The time during which the campaign is open: from `start` until just before `end`. Both are shown in the offset of the file. */
export interface CampaignWindow {
  /** The first instant that counts, with its offset from UTC: `+08:00`. */
  start: string;
  /** The first instant that no longer counts, with its offset from UTC. `24:00` is the end of a day. */
  end: string;
}

/** Where and how links are submitted. */
export interface CampaignQuestionnaire {
  /** The page of the form that people fill in. Starts with `https://`. */
  page: string;
  /** Where and how the widget submits links. Without it, the widget copies the link and opens the page instead. */
  endpoint?: CampaignEndpoint;
  /** The platforms whose posts are accepted; only X if left out. */
  accepts?: ("x" | "gate")[];
  /** Until when links are accepted, not before the end of the window; if left out, until the window ends. With an offset: `2025-07-10T24:00:00+08:00`. */
  until?: string;
}

/** The address to which the widget submits links, and how. `{campaign}`, `{link}`, `{postId}`, `{postedAt}` and `{key}` stand for the values of a submission: in the address, in headers and in the body. */
export interface CampaignEndpoint {
  /** The address. Starts with `https://`. Values in it are percent-encoded. */
  address: string;
  /** The name of a server whose options fill in what is left out here. */
  preset?: "datasette" | "directus" | "django-rest-framework" | "formspree" | "json-server" | "kinto" | "strapi";
  /** The method of the request; `POST` if left out. A `PUT` needs `{key}` or `{postId}` in the address. */
  method?: "POST" | "PUT" | "PATCH";
  /** How the body is written; `json` if left out. */
  encoding?: "json" | "form" | "text";
  /** More headers of the request. Not for secrets: everybody can read a campaign file. */
  headers?: Record<string, string>;
  /** The body, an object; all five values under their names if left out. A field that is just `{postedAt}` is left out where that is not known. */
  body?: Record<string, unknown>;
  /** Whether cookies are sent to the endpoint too; `omit` if left out. */
  credentials?: "omit" | "include";
  /** What its answers mean, where that differs from the usual. The first that fits counts. */
  answers?: CampaignAnswerRule[];
}

/** An answer, and what it means. It is an answer that has all that is named here. */
export interface CampaignAnswerRule {
  /** Its HTTP status. */
  status?: number;
  /** Where in its JSON to look: names, and numbers of list items from 0, with points between, such as `errors.0.code`. Without `says`, there must be something. */
  at?: string;
  /** A part of the text there, or of the whole answer without `at`. The case of A to Z does not count. */
  says?: string;
  /** What it means. */
  means: "received" | "already-received" | "refused" | "try-again";
}

/** The texts and rules of the campaign in one language. */
export interface CampaignWording {
  /** The name of the campaign, as readers see it. */
  title: string;
  /** The hashtag that a post must include, exactly as announced and with its signs: `#one` or `#two words#`. */
  tag: string;
  /** The minimum length of a post. The hashtag, links, mentions and spaces do not count. */
  minimum: CampaignMinimum;
  /** The account to follow, such as `@Gate广场_Official`. */
  follow?: string;
  /** The page of that account, on which readers follow it. Without it, a name that X would take leads to X. Starts with `https://`. */
  followPage?: string;
  /** The rewards, one line each. */
  rewards?: string[];
  /** Questions that help readers to start writing, one line each. They are shown and never inserted into the post. */
  prompts?: string[];
}

/** The minimum length of a post. */
export interface CampaignMinimum {
  /** The number: a whole number, at least 1. */
  count: number;
  /** The unit: `characters` for 字, or `words`. */
  unit: "characters" | "words";
}

declare global {
  interface HTMLElementTagNameMap {
    "campaign-widget": CampaignWidget;
  }
  // They bubble, so every element around may listen, and so may the window.
  interface GlobalEventHandlersEventMap extends CampaignWidgetEventMap {}
}
