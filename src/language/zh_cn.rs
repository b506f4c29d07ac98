//! 简体中文。

use chrono::{DateTime, Datelike, FixedOffset, Utc};

use super::{
    AuthorPhrases, ComposerPhrases, Feedback, LinkPhrases, Local, Midnight, Phrases, ThisYear,
    distinct, time,
};
use crate::campaign::{Flaw, Milestone, Minimum, Phase, Trouble, Unit};
use crate::draft::{self, Doubt, Finding, Slip, Verdict};
use crate::json::Kind;
use crate::link::{Post, Refusal};
use crate::notebook::ShareTarget;
use crate::outbox::{Cause, Entry, State};
use crate::time::MomentError;

pub(super) const PHRASES: Phrases = Phrases {
    units: ["天", "时", "分", "秒"],
    phase: |phase| match phase {
        Phase::Before => "距活动开始",
        Phase::Open => "距活动截止",
        Phase::Closed => "活动已结束",
    },
    milestone: |milestone| match milestone {
        Milestone::Before => "活动尚未开始",
        Milestone::Open => "活动已开始",
        Milestone::Day => "距活动截止不到一天",
        Milestone::Hour => "距活动截止不到一小时",
        Milestone::TenMinutes => "距活动截止不到十分钟",
        Milestone::Minute => "距活动截止不到一分钟",
        Milestone::Closed => "活动已结束",
    },
    window: "活动时间",
    your_time: "你的时间",
    also_your_time: "，与你的时间一致",
    zone: time::zone,
    moment,
    preview: "预览：时间由页面设定，不会真正提交。",
    languages: "活动语言",
    follow: |account| format!("请先关注 {account}。"),
    undo: "撤销",
    open_questionnaire: "打开问卷",
    not_loaded: "卡片没有加载完整。草稿和链接都还在。请检查网络后重试。",
    load_again: "重试",
    details: "活动详情",
    not_closed: "元素里有页面的其他内容，会照常显示。请用 </campaign-widget> 结束元素：HTML 不支持 <campaign-widget … />。",
};

/// The sentences for the page's author.
pub(super) const AUTHOR: AuthorPhrases = AuthorPhrases { trouble, flaw };

/// The sentences of the composer.
pub(super) const COMPOSER: ComposerPhrases = ComposerPhrases {
    not_lasting: "浏览器无法在此保存数据，关闭页面后，草稿和未送达的链接会丢失。",
    write: "写帖子",
    placeholder: "写下你自己的体验……",
    what_counts: |unit| match unit {
        Unit::Characters => "标签、@用户、链接和空格不计入字数。",
        Unit::Words => "标签、@用户和链接不计入词数。",
    },
    count: |count, minimum| {
        let unit = measure(minimum.unit);
        match (minimum.count as usize).saturating_sub(count) {
            0 => format!("已写 {count} {unit}"),
            missing => format!("已写 {count} {unit}，还差 {missing} {unit}"),
        }
    },
    x_count: |weight| format!("X {weight}/280"),
    x_links: |linked| match linked {
        [] => "X 显示效果".into(),
        [first, rest @ ..] => match rest.len() {
            0 => format!("X 显示效果：#{first} 可点击"),
            more => format!("X 显示效果：#{first} 等 {} 个标签可点击", more + 1),
        },
    },
    x_links_hint: "X 的标签遇空格就断开，不影响参加活动。",
    rule,
    fix: "修正",
    locate: "在文中选中",
    more: |count| format!("等，另有 {count} 个"),
    remove: |tag| format!("去掉 {tag}"),
    replace: "换成活动标签",
    prompts: "不知道写什么？选个问题开始：",
    insert_tag: |tag| format!("插入 {tag}"),
    copy: "复制全文",
    open_compose: "复制并打开 Gate 广场",
    share_x: "分享到 X",
    share: "分享…",
    shared: |way| match way {
        ShareTarget::Copy => "已复制，去发帖吧。",
        ShareTarget::Compose => "已复制，请在打开的页面粘贴发布。",
        ShareTarget::X => "在 X 发布后，记得回来提交链接。X 没打开？请再点一次。",
        ShareTarget::Sheet => "已分享。发布后，记得回来提交链接。",
    },
    between_sentences: "",
    also_copied: "全文也已复制，如 X 里没有文字，粘贴即可。",
    too_long_for_x: "文字太长，无法自动填入 X。全文已复制，请粘贴到帖子里。",
    shared_failing: |failures| format!("已完成，但这样发不算数：{}。", failures.join("；")),
    fails_before_sharing: |failures| {
        format!("这样发不算数：{}。仍要继续，请再点一次。", failures.join("；"))
    },
    not_copied: "浏览器不允许复制，全文已选中，请手动复制。",
    next_step: "已发布？提交链接",
    new_draft: "再写一篇",
    clear: "清空",
    deleted: "已删除。",
    conflict: "另一个页面也改了这份草稿，两份都已保留。",
    drafts: |count| format!("其他草稿和帖子（{count}）"),
    draft_state: |way| match way {
        None => "草稿",
        Some(ShareTarget::Copy) => "已复制",
        Some(ShareTarget::Compose) => "已分享到 Gate 广场",
        Some(ShareTarget::X) => "已分享到 X",
        Some(ShareTarget::Sheet) => "已分享",
    },
    open_draft: "打开",
    delete_draft: "删除",
};

/// The sentences of the link helper.
pub(super) const LINKS: LinkPhrases = LinkPhrases {
    link_heading: "提交链接",
    link_hint: "发到 X 后，把帖子链接粘贴到这里，可一次粘贴多条。",
    verdict,
    doubtful: "这是你的帖子吗？编号可能被表格软件取整，链接会指向别处。请打开核对。",
    open_post: "打开帖子",
    confirm: "是我的帖子",
    submit: "提交",
    copy_and_open: "复制链接并打开问卷",
    feedback: |said| match said {
        Feedback::NothingThere => "请先粘贴帖子链接。".into(),
        Feedback::NoneAccepted => "没有可提交的链接，原因见上方。".into(),
        Feedback::TooSoon => "活动尚未开始，开始后才能提交。".into(),
        Feedback::TooLate => "提交已截止。".into(),
        Feedback::Preview => "这是预览，不会真正提交。".into(),
        Feedback::Added(1) => "正在提交，进度见下方。".into(),
        Feedback::Added(count) => format!("正在提交 {count} 条链接，进度见下方。"),
        Feedback::AlreadyThere => "之前已提交，进度见下方。".into(),
        Feedback::Copied => "链接已复制，请粘贴到问卷提交。问卷没打开？请点“打开问卷”。".into(),
        Feedback::LinkCopied => "链接已复制。".into(),
        Feedback::NotCopied => "浏览器不允许复制，请手动复制链接。".into(),
    },
    entry,
    not_delivered: "未能送达，已停止重试。请打开问卷手动提交。",
    delivered: |count| format!("已收到 {count} 条帖子"),
    progress: |done, all| format!("已处理 {done}/{all}"),
    retry: "立即重试",
    copy_link: "复制链接",
    remove_link: "移除",
    link_removed: "已移除。",
    export: "导出 CSV",
    columns: |zone| {
        let timed = |name| format!("{name}（{zone}）");
        [
            "链接".into(),
            timed("发帖时间"),
            timed("提交时间"),
            "状态".into(),
            timed("状态时间"),
            "问卷答复".into(),
            "幂等键".into(),
        ]
    },
    state: |state| match state {
        State::Queued => "排队中",
        State::Sending => "提交中",
        State::Waiting => "等待重试",
        State::Delivered => "已收到",
        State::Unconfirmed => "未确认",
        State::Refused => "未被接受",
        State::Manual => "已手动提交",
    },
};

fn measure(unit: Unit) -> &'static str {
    match unit {
        Unit::Characters => "字",
        Unit::Words => "词",
    }
}

fn moment(moment: DateTime<FixedOffset>, midnight: Midnight, this_year: ThisYear) -> String {
    let (year, month, day, clock) = time::parts(moment, midnight);
    let date = format!("{month}月{day}日 {clock}");
    if year == this_year.0 { date } else { format!("{year}年{date}") }
}

fn both_times(instant: DateTime<Utc>, campaign_offset: FixedOffset, local: Local<'_>) -> String {
    let (theirs, yours) = (instant.with_timezone(&campaign_offset), local(instant));
    let precisely = |at: DateTime<FixedOffset>| {
        let (year, month, day) = (at.year(), at.month(), at.day());
        let zone = time::zone(*at.offset());
        format!("{year}年{month}月{day}日 {}（{zone}）", time::clock(at))
    };
    match theirs.offset() == yours.offset() {
        true => precisely(theirs),
        false => format!("{}，你的时间 {}", precisely(theirs), precisely(yours)),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoSource => "缺少活动文件：请给 <campaign-widget> 加上 src 属性，或在其中放入 <script type=\"application/json\">。".into(),
        Trouble::Unreachable { src } => format!("无法获取活动文件 {src}。请检查地址、网络、CORS 和页面的 CSP（connect-src）。"),
        Trouble::Status { src, code } => format!("无法获取活动文件 {src}：服务器返回 {code}，请检查地址。"),
        Trouble::Undecodable { src } => {
            format!("活动文件 {src} 不是 UTF-8 编码，请另存为 UTF-8。")
        }
        Trouble::NotAMoment { attribute } => {
            format!("属性 {attribute} 应为时间，如 2025-07-09T23:59:00+08:00。")
        }
        Trouble::NotJson { words } => format!("活动文件不是有效的 JSON：{words}"),
        Trouble::Invalid(problems) => format!("活动文件有 {} 处错误：", problems.len()),
    }
}

fn flaw(flaw: &Flaw) -> String {
    let meant = |nearest: &Option<&str>| match nearest {
        Some(nearest) => format!("，是不是想写 {nearest}？"),
        None => "。".to_owned(),
    };
    match flaw {
        Flaw::Missing => "缺少这一项。".into(),
        Flaw::WrongKind { expected, found } => {
            format!("应为{}，现在是{}。", kind(*expected), kind(*found))
        }
        Flaw::Unknown { nearest } => format!("没有这个字段{}", meant(nearest)),
        Flaw::NotOneOf { allowed, nearest } => {
            format!("只能是 {}{}", allowed.join(" / "), meant(nearest))
        }
        Flaw::Empty => "不能为空。".into(),
        Flaw::NotACount => "应为 1 以上的整数。".into(),
        Flaw::NotAnAddress => "应为 https:// 开头的完整网址（http:// 仅限本机）。".into(),
        Flaw::NotAMoment(MomentError::Shape) => "应为时间，如 2025-07-09T24:00:00+08:00。".into(),
        Flaw::NotAMoment(MomentError::NoOffset) => "缺少时区，请在末尾加上，如 +08:00。".into(),
        Flaw::NotAMoment(MomentError::NoSuchTime) => "没有这个日期或时间。".into(),
        Flaw::EndsBeforeItStarts => "结束时间必须晚于开始时间。".into(),
        Flaw::UntilBeforeEnd => "不能早于活动结束时间。".into(),
        Flaw::NotAnId => "只能包含字母、数字和 . _ -，最多 64 个字符。".into(),
        Flaw::NotATag => "应为标签，如 #话题 或 #两个 词#，中间不能有 #。".into(),
        Flaw::NotALanguage => "应为语言代码，如 zh-CN、en。".into(),
        Flaw::SameName => "与另一个字段重名。".into(),
        Flaw::Repeated => "出现了两次，请保留一个。".into(),
        Flaw::Garbled => "编码错误，文字已损坏（�），请用 UTF-8 重新填写。".into(),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "空值 null",
        Kind::Bool => "布尔值",
        Kind::Number => "数字",
        Kind::Text => "文字（加引号）",
        Kind::List => "列表 […]",
        Kind::Object => "对象 {…}",
    }
}

fn verdict(verdict: &Result<Post, Refusal>, offset: FixedOffset, local: Local<'_>) -> String {
    let refusal = match verdict {
        Ok(post) => {
            return match post.posted_at() {
                Some(at) => format!("可以提交，发布于 {}", both_times(at, offset, local)),
                None => "可以提交".into(),
            };
        }
        Err(refusal) => refusal,
    };
    match refusal {
        Refusal::NotALink => "未找到链接。请在 X 上点帖子的“分享”，再点“复制链接”。",
        Refusal::OtherSite => "这不是 X 的链接。请粘贴 x.com 上的帖子链接。",
        Refusal::LookAlike => "这个网址像 X，但不是 X。请到 X 重新复制链接。",
        Refusal::Profile => "这是个人主页，不是帖子。请打开帖子，再复制链接。",
        Refusal::List => "这是列表，不是帖子。请打开帖子，再复制链接。",
        Refusal::Space => "这是 Space，不是帖子。请打开帖子，再复制链接。",
        Refusal::Community => "这是社群，不是帖子。请打开帖子，再复制链接。",
        Refusal::ShortLink => "t.co 短链接看不出是哪条帖子。请打开它，再复制帖子链接。",
        Refusal::Picture => "这是图片或视频的链接。请复制帖子本身的链接。",
        Refusal::Intent => "这是发帖窗口的链接。请先发出帖子，再复制它的链接。",
        Refusal::Search => "这是搜索页，不是帖子。请打开帖子，再复制链接。",
        Refusal::OtherPage => "这个页面不是帖子。请打开帖子，再复制链接。",
        Refusal::BadId => "链接里的帖子编号不完整或有误。请重新复制链接。",
        Refusal::BadHandle => "链接里的用户名有误。请重新复制链接。",
        Refusal::NotAccepted(_) => "本活动不接受这个平台的链接。请粘贴 X 上的帖子链接。",
        Refusal::TooOldToTell => "这条帖子发布太早，不在活动时间内。",
        Refusal::TooEarly { posted_at } => {
            return format!(
                "发布于活动开始前：{}。请重新发帖。",
                both_times(*posted_at, offset, local)
            );
        }
        Refusal::TooLate { posted_at } => {
            return format!("发布于活动截止后：{}。", both_times(*posted_at, offset, local));
        }
    }
    .into()
}

fn entry(entry: &Entry, now: DateTime<Utc>, local: Local<'_>) -> String {
    let settled = entry.settled_at.map(|at| when(local(at), local(now))).unwrap_or_default();
    match entry.state {
        State::Queued => "排队中".into(),
        State::Sending => "正在提交……".into(),
        State::Delivered => format!("已收到 {settled}"),
        State::Waiting => {
            let why = match entry.cause {
                Some(Cause::Offline) => "无法连接问卷",
                Some(Cause::Timeout) => "问卷没有响应",
                Some(Cause::Interrupted) => "上次没有收到响应",
                Some(Cause::Worker) => "本站的离线功能代替问卷作了响应",
                _ if entry.status == Some(409) => "问卷仍在处理之前的提交",
                _ => "问卷暂时不可用",
            };
            match time::until(entry.next_attempt_at, now) {
                (0, 0) => format!("{why}，正在重试……"),
                (0, seconds) => format!("{why}，{seconds} 秒后自动重试。"),
                (minutes, _) => format!("{why}，{minutes} 分钟后自动重试。"),
            }
        }
        State::Unconfirmed => {
            format!("已发出，但未获确认{}。请打开问卷核对，必要时手动提交。", words(entry))
        }
        State::Refused => {
            let words = match (&entry.message, entry.status) {
                (None, Some(status @ 300..)) => format!("（{status}）"),
                _ => words(entry),
            };
            format!("问卷未接受{words}。请打开问卷手动提交。")
        }
        State::Manual => format!("{settled} 已打开问卷手动提交，是否收到以问卷为准。"),
    }
}

/// Quotes the form's message, isolated because its script may run the other way.
fn words(entry: &Entry) -> String {
    let quoted = |words| format!("：“\u{2068}{words}\u{2069}”");
    entry.message.as_ref().map(quoted).unwrap_or_default()
}

/// Writes a past time, without the day if it is today.
fn when(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    match at.date_naive() == now.date_naive() {
        true => time::parts(at, Midnight::StartsDay).3,
        false => moment(at, Midnight::StartsDay, ThisYear(now.year())),
    }
}

fn rule(verdict: &Verdict, minimum: Minimum, tag: &str) -> String {
    let unit = measure(minimum.unit);
    match &verdict.finding {
        Finding::TagPresent => format!("已带上 {tag}"),
        Finding::TagMissing => format!("带上活动标签 {tag}"),
        Finding::NearMisses(misses) => {
            let slips = misses.iter().flat_map(|miss| &miss.slips).map(|&slip| self::slip(slip));
            format!("标签有误：{}。应为 {tag}", distinct(slips).join("，"))
        }
        Finding::Length { missing: 0, .. } => format!("已写满 {} {unit}", minimum.count),
        Finding::Length { missing, .. } => {
            format!("至少写 {} {unit}，还差 {missing} {unit}", minimum.count)
        }
        Finding::OtherTags(others) if others.is_empty() => "不带其他标签".into(),
        Finding::OtherTags(others) if others.iter().all(|other| other.close) => {
            "很像活动标签，请核对".into()
        }
        Finding::OtherTags(_) => match verdict.state {
            draft::State::Advice => "可能被当成其他标签",
            _ => "只能带活动标签，请去掉",
        }
        .into(),
        Finding::XLength { over: 0, .. } => "X 放得下".into(),
        Finding::XLength { limit, over, .. } => {
            format!("X 普通账号最多 {limit}（一个汉字算 2），超出 {over}")
        }
        Finding::Original => String::new(),
        Finding::Doubtful(doubt) => match doubt {
            Doubt::Filler => "重复内容太多，可能不算原创",
            Doubt::HardlyText => "几乎全是标点和表情，可能不算数",
            Doubt::Announcement => "大多是公告原文，请写自己的体验",
            Doubt::EarlierPost => "与你之前的帖子太像，可能只算一篇",
        }
        .into(),
    }
}

fn slip(slip: Slip) -> &'static str {
    match slip {
        Slip::Sign => "# 要用半角",
        Slip::WhiteSpace => "空格不对",
        Slip::LetterCase => "大小写不对",
        Slip::Width => "全角、半角或字体不对",
        Slip::Punctuation => "标点不对",
        Slip::ClosingSign => "少了结尾的 #",
        Slip::ZeroWidth => "不可见字符不对",
        Slip::ForeignText => "夹有其他文字",
    }
}
