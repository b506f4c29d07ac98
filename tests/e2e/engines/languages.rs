//! The card's languages: its dates are those of the engine's own `Intl`, and the engine's
//! plural rules those of the tests on the host, which so speak for it.

use anyhow::{Context, Result};
use campaign_widget::language::{FILES, File, Language, Midnight, ThisYear};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use serde::Deserialize;
use serde_json::json;

use crate::harness::on_stage;
use crate::plural_category::category;
use crate::setup::{Setup, campaign};
use crate::wait::until;

/// Shows a card in each language, and gives what `Intl` has for it.
const SHOW_AND_ASK: &str = "
    const [tags, campaign, now, days, numbers] = arguments;
    return tags.map((tag) => {
        const card = document.createElement('campaign-widget');
        Object.assign(card, { lang: tag, campaign }).setAttribute('preview-at', now);
        // What is out of view waits.
        Object.assign(card.style, { position: 'fixed', inset: 0 });
        document.body.append(card);
        const date = { month: 'long', day: 'numeric', timeZone: 'UTC', numberingSystem: 'latn' };
        const dates = (more) => {
            const format = new Intl.DateTimeFormat(tag, { ...date, ...more });
            return days.map((day) => format.format(new Date(day)));
        };
        const rules = new Intl.PluralRules(tag);
        return {
            known: new Intl.Locale(rules.resolvedOptions().locale).language,
            dates: dates({}),
            dates_with_year: dates({ year: 'numeric' }),
            categories: numbers.map((number) => rules.select(number)),
        };
    });";

/// What `Intl` has for a language.
#[derive(Debug, Deserialize)]
struct Intl {
    /// The language whose rules it takes: another one, if it does not know this.
    known: String,
    dates: Vec<String>,
    dates_with_year: Vec<String>,
    categories: Vec<String>,
}

/// The times on each card: of the window's two ends, and of the end in words.
const READ: &str = "
    return [...document.querySelectorAll('campaign-widget')].map(({ shadowRoot }) =>
        [...shadowRoot?.querySelectorAll('time') ?? []].map((time) => time.textContent));";

/// Writes a part of the campaign with `Intl`.
const WRITE: &str = "
    const [start, end] = [3, 10].map((day) => new Date(Date.UTC(2025, 6, day)));
    const write = (tag, options) =>
        new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
    return EXPRESSION;";

/// What `Intl` writes as the engine likes, of the days from 3 July to the end of 9 July:
/// in Chromium 156, in Firefox 153, and in WebKitGTK 2.50 with ICU 72. The card has its own
/// dates because of it.
const AS_THE_ENGINE_LIKES: [(&str, [&str; 3]); 3] = [
    // The digits of Arabic.
    ("write('ar', { day: 'numeric' }).format(end)", ["10", "10", "١٠"]),
    // 24:00, but of the day that begins.
    (
        "write('en', { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h24' }).format(end)",
        ["7/10/25, 24:00", "7/10/25, 24:00", "7/10/25, 24:00"],
    ),
    // The names of the months.
    (
        "write('zh-CN', { month: 'long', day: 'numeric' }).formatRange(start, end)",
        ["7/3 – 7/10", "7月3日至10日", "7/3 – 7/10"],
    ),
];

#[tokio::test]
async fn times_and_plural_forms() -> Result<()> {
    let languages: Vec<Language> = FILES.iter().map(read).collect();
    let tags: Vec<_> = languages.iter().map(Language::tag).collect();
    let (days, numbers) = (days(), numbers());
    let dates: Vec<_> = days.iter().map(NaiveDate::to_string).collect();
    on_stage(Setup::new().page("/page.html", ""), async |stage| {
        stage.open("/page.html").await?;
        let west: i32 = stage.script("return new Date(2025, 6, 10).getTimezoneOffset();").await?;
        let offset = FixedOffset::west_opt(west * 60).context("an offset")?;
        // The end of 9 July where this machine is.
        let [start, end] = [moment(2024, 12 * 60 + 34, offset)?, moment(2025, 0, offset)?];
        let now = end - TimeDelta::hours(3);
        let mut shown = campaign(start.to_utc(), end.to_utc());
        shown["window"] = json!({ "start": start.to_rfc3339(), "end": end.to_rfc3339() });

        let given = [json!(tags), shown, json!(now.to_rfc3339()), json!(dates), json!(numbers)];
        let asked = stage.browser.execute(SHOW_AND_ASK, given.to_vec()).await?;
        let asked: Vec<Intl> = asked.convert()?;
        assert_eq!(asked.len(), languages.len());
        for (language, intl) in languages.iter().zip(&asked) {
            let tag = language.tag();
            assert_eq!(tag.split('-').next(), Some(&*intl.known));
            assert_eq!(different_dates(language, &days, intl), [""; 0], "{tag}");
            let categories: Vec<_> = numbers.iter().map(|&number| category(tag, number)).collect();
            assert_eq!(intl.categories, categories, "{tag}");
        }

        let look = async || stage.script::<Vec<Vec<String>>>(READ).await;
        let are_there = |read: &Vec<Vec<String>>| read.iter().all(|times| times.len() == 3);
        let read = until("the times of every card", look, are_there).await?;
        for (language, times) in languages.iter().zip(read) {
            let starts = language.moment_of(start, Midnight::StartsDay, ThisYear(2025));
            let ends = language.moment_of(end, Midnight::EndsDay, ThisYear(2025));
            let in_words = language.end_in_words(end, now).context("less than a day")?;
            assert!(ends.contains('9') && ends.contains("24:00"), "{ends}");
            assert!(in_words.contains("24:00"), "{in_words}");
            let is_latin = |c: char| c.is_ascii() || !c.is_numeric();
            assert!(times.iter().all(|text| text.chars().all(is_latin)), "{times:?}");
            assert_eq!(times, [starts, ends, in_words]);
        }

        for (expression, written) in AS_THE_ENGINE_LIKES {
            let seen: String = stage.script(&WRITE.replace("EXPRESSION", expression)).await?;
            assert_eq!(seen, written[stage.engine as usize], "{expression}");
        }
        Ok(())
    })
    .await
}

fn read(file: &File) -> Language {
    let language = Language::read(file.early, category);
    language.add(file.forms);
    language
}

/// So many minutes after 10 July of a year begins.
fn moment(year: i32, minutes: i64, offset: FixedOffset) -> Result<DateTime<FixedOffset>> {
    let day = offset.with_ymd_and_hms(year, 7, 10, 0, 0, 0).single().context("a day")?;
    Ok(day + TimeDelta::minutes(minutes))
}

/// What a language writes otherwise than `Intl` on purpose: its tag, its own, and that of
/// `Intl`.
const OTHERWISE: [(&str, &str, &str); 1] = [
    // The abbreviated word for year does not begin a line.
    ("ru", "\u{a0}г.", " г."),
];

/// The days of which dates are compared: of one digit and of two, in every month.
fn days() -> Vec<NaiveDate> {
    let day = |month| [1, 9, 31].map(|day| NaiveDate::from_ymd_opt(2025, month, day));
    (1..=12).flat_map(day).flatten().collect()
}

/// The numbers of which plural forms are compared.
fn numbers() -> Vec<usize> {
    let larger = [199, 200, 201, 202, 211, 221, 999, 1_000, 1_001, 1_002, 25_000, 100_000];
    let largest = [999_999, 1_000_000, 1_000_001, 2_000_000, 1_000_000_000, 4_294_967_295];
    (0..=120).chain(larger).chain(largest).collect()
}

/// What the card writes otherwise than `Intl`, but for [`OTHERWISE`] and the marks that isolate values in
/// a language from right to left, which nobody sees.
fn different_dates(language: &Language, days: &[NaiveDate], intl: &Intl) -> Vec<String> {
    assert_eq!([intl.dates.len(), intl.dates_with_year.len()], [days.len(); 2]);
    let seen = |text: String| text.replace(|c| matches!(c, '\u{2066}'..='\u{2069}'), "");
    let theirs = intl.dates.iter().zip(&intl.dates_with_year);
    let compared = days.iter().zip(theirs).flat_map(|(day, (date, with_year))| {
        [(day, ThisYear(day.year()), date), (day, ThisYear(0), with_year)]
    });
    compared
        .filter_map(|(day, this_year, theirs)| {
            let noon = day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12);
            let ours = language.moment_of(noon.fixed_offset(), Midnight::StartsDay, this_year);
            let known = OTHERWISE.iter().find(|(tag, ..)| *tag == language.tag());
            let theirs = known.map_or(theirs.clone(), |(_, own, its)| theirs.replace(its, own));
            let [ours, theirs] = [ours, language.moment(&theirs, "12:00")].map(seen);
            (ours != theirs).then(|| format!("{ours} instead of {theirs}"))
        })
        .collect()
}
