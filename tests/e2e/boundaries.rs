//! That the browser parts text as Unicode's own test files do: the widget
//! leaves that to it.

use anyhow::Result;
use serde_json::json;

use crate::draft::open;
use crate::harness::on_stage;
use crate::packages;

/// What the browser makes of the segments of each line, where it is not them.
const DIFFERENT: &str = "const [lines, granularity] = arguments;
    const segmenter = new Intl.Segmenter('en', { granularity });
    return lines
        .map((line) => [line, [...segmenter.segment(line.join(''))].map(({ segment }) => segment)])
        .filter(([line, seen]) => JSON.stringify(line) !== JSON.stringify(seen));";

/// The segments of each line of a test file. Browsers differ about the colon, on
/// which the widget does not ask them.
fn lines(file: &str) -> Vec<Vec<String>> {
    let is_asked = |line: &Vec<String>| !line.iter().any(|segment| segment.contains(':'));
    packages::break_test(file).into_iter().filter(is_asked).collect()
}

#[tokio::test]
async fn the_browser_parts_text_as_unicode_does() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.open_card().await?;
        for (file, granularity) in
            [("GraphemeBreakTest_17.txt", "grapheme"), ("WordBreakTest_17.txt", "word")]
        {
            let lines = lines(file);
            assert!(lines.len() > 700, "{file}");
            let given = vec![json!(lines), json!(granularity)];
            let different: Vec<(Vec<String>, Vec<String>)> =
                stage.browser.execute(DIFFERENT, given).await?.convert()?;
            assert_eq!(different, [], "{file}");
        }
        Ok(())
    })
    .await
}
