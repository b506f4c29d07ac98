// The three jobs of the card, as a React developer writes them.

import { useState } from "react";
import Countdown from "react-countdown";

import { checked, postOf } from "./rules.js";

export function App({ campaign }) {
  const words = campaign.languages["zh-CN"];
  return (
    <article className="peer" lang="zh-CN">
      <h2>{words.title}</h2>
      <TimeLeft window={campaign.window} />
      <Composer words={words} />
      <LinkForm campaign={campaign} />
    </article>
  );
}

function TimeLeft({ window: { start, end } }) {
  const [now, setNow] = useState(Date.now);
  const next = [start, end].find((at) => Date.parse(at) > now);
  if (!next) return <p>活动已结束</p>;
  return (
    <section>
      <h3>{next === start ? "距开始" : "距结束"}</h3>
      <Countdown
        key={next}
        date={next}
        onComplete={() => setNow(Date.now())}
        renderer={({ formatted: { days, hours, minutes, seconds } }) => (
          <p part="countdown" role="timer">
            <b>{days}</b> 天 <b>{hours}</b> 时 <b>{minutes}</b> 分 <b>{seconds}</b> 秒
          </p>
        )}
      />
      <p>
        <time dateTime={next}>{new Date(next).toLocaleString("zh-CN")}</time>
      </p>
    </section>
  );
}

function Composer({ words }) {
  const [text, setText] = useState("");
  const { count, left, rules } = checked(text, words);
  return (
    <section>
      <h3>写帖子</h3>
      <label>
        草稿
        <textarea part="draft" rows="6" value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <p part="count">
        {count} / {words.minimum.count} 字
      </p>
      <p part="x-count">{left < 0 ? `X 上超出 ${-left}` : `X 上还剩 ${left}`}</p>
      <ul>
        {rules.map(({ name, passes, says }) => (
          <li key={name} part="rule" data-state={passes ? "pass" : "fail"}>
            {passes ? "✓" : "✗"} {says}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is said of a link, by what has become of it. */
const SAYS = {
  "not-a-link": "这不是 X 帖子的链接",
  "outside": "这篇帖子不在活动时间内",
  "sending": "正在提交…",
  "delivered": "已收到",
  "failed": "没有提交成功，请再试一次",
};

function LinkForm({ campaign: { id, window, questionnaire } }) {
  const [link, setLink] = useState("");
  const [state, setState] = useState();
  // A retry has the same key.
  const [key, setKey] = useState(() => crypto.randomUUID());

  const change = ({ target }) => {
    setLink(target.value);
    setState(undefined);
    setKey(crypto.randomUUID());
  };
  const submit = async (event) => {
    event.preventDefault();
    const post = postOf(link);
    if (!post) return setState("not-a-link");
    const { postedAt } = post;
    if (postedAt < new Date(window.start) || postedAt >= new Date(window.end)) return setState("outside");
    setState("sending");
    const body = { campaign: id, link: post.link, postId: post.id, postedAt: postedAt.toISOString(), key };
    try {
      const { ok } = await fetch(questionnaire.endpoint, {
        method: "POST",
        headers: { "Accept": "application/json", "Content-Type": "application/json", "Idempotency-Key": key },
        body: JSON.stringify(body),
      });
      setState(ok ? "delivered" : "failed");
    } catch {
      setState("failed");
    }
  };

  return (
    <form onSubmit={submit}>
      <h3>提交链接</h3>
      <label>
        X 帖子的链接
        <input part="link" inputMode="url" value={link} onChange={change} />
      </label>
      <button part="submit-link" disabled={state === "sending"}>
        提交
      </button>
      <p part="entry" role="status" data-state={state}>
        {SAYS[state]}
      </p>
    </form>
  );
}
