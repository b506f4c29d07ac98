#!/usr/bin/env bash
# Does `formatRange` of `Intl.DateTimeFormat` write its dates as `format` does?
#
# Seen with Node.js 24.21.0 (ICU 78, CLDR 48) from npm.
#
# In most languages; not in Chinese, Japanese and Czech. There `month: "long"` is obeyed
# by `format` and dropped by `formatRange`: 7月3日 becomes 7/3 or 07/03, and 3. července
# becomes 3. 7. Korean has its names in both. Chromium
# 156 and WebKitGTK 2.50 write as Node.js does; Firefox 153 writes 7月3日至10日.
# Two dates with a dash of one's own are the same everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-fund --no-audit --prefix "$folder" node@24.21.0
cat >range.js <<'JS'
const [start, end] = ["2025-07-03", "2025-07-10"].map((day) => new Date(day));
for (const tag of ["zh-CN", "zh-TW", "ja", "cs", "ko", "en"]) {
  const dates = new Intl.DateTimeFormat(tag, { month: "long", day: "numeric", timeZone: "UTC" });
  // Its spaces are of many kinds.
  const range = dates.formatRange(start, end).replace(/\s/g, " ");
  console.log(`${tag}: ${dates.format(start)}; ${range}`);
}
JS
seen=$(node_modules/.bin/node range.js)

echo "$seen"
[ "$seen" = "zh-CN: 7月3日; 7/3 – 7/10
zh-TW: 7月3日; 7/3至7/10
ja: 7月3日; 07/03～07/10
cs: 3. července; 3.–10. 7.
ko: 7월 3일; 7월 3일~10일
en: July 3; July 3 – 10" ] || {
  echo "This has changed."
  exit 1
}
