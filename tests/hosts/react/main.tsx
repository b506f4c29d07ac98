import "campaign-widget";
import type {} from "campaign-widget/react";

import type { Campaign, CampaignLinkDetail } from "campaign-widget";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

function Page({ campaign }: { campaign: Campaign }) {
  const [theme, setTheme] = useState<"light" | "dark">("light");
  const [language, setLanguage] = useState("zh-CN");
  const [isShown, setIsShown] = useState(true);
  const [serverNow, setServerNow] = useState<string>();
  const [heard, setHeard] = useState<string[]>([]);
  const [links, setLinks] = useState<Record<string, CampaignLinkDetail["state"]>>({});
  const [renders, setRenders] = useState(0);
  const hear = (name: string) => setHeard((heard) => [...heard, name]);

  useEffect(() => {
    const timer = setInterval(() => setRenders((renders) => renders + 1), 100);
    return () => clearInterval(timer);
  }, []);

  return (
    <>
      <button id="theme" onClick={() => setTheme(theme === "dark" ? "light" : "dark")}>Theme</button>
      <button id="language" onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}>Language</button>
      <button id="shown" onClick={() => setIsShown(!isShown)}>Card</button>
      <button id="mistake" onClick={() => setServerNow("soon")}>Mistake</button>
      <output id="renders">{renders}</output>
      {isShown && (
        <campaign-widget
          // Another object each time, as components often make them.
          campaign={{ ...campaign }}
          lang={language}
          theme={theme}
          server-now={serverNow}
          oncampaign-ready={() => hear("ready")}
          oncampaign-phase={() => hear("phase")}
          oncampaign-draft={() => hear("draft")}
          oncampaign-copy={() => hear("copy")}
          oncampaign-share={() => hear("share")}
          oncampaign-error={() => hear("error")}
          oncampaign-link={({ detail }) => {
            hear("link");
            setLinks((links) => ({ ...links, [detail.postId]: detail.state }));
          }}
        >
          <p>Rules {renders}</p>
        </campaign-widget>
      )}
      <ol id="heard">{heard.map((name, index) => <li key={index}>{name}</li>)}</ol>
      <ul id="links">
        {Object.entries(links).map(([id, state]) => <li key={id} data-post-id={id} data-state={state} />)}
      </ul>
    </>
  );
}

const answer = await fetch("/campaign.json");
const campaign: Campaign = await answer.json();
createRoot(document.querySelector("#app")!).render(<StrictMode><Page campaign={campaign} /></StrictMode>);
