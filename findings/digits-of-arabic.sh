#!/usr/bin/env bash
# Which digits does `Intl` write for the language `ar`?
#
# Seen with Node.js 22.10.0 (ICU 75, CLDR 45) and 22.12.0 (ICU 76, CLDR 46) from npm.
#
# Arabic-Indic ones in the first, Latin ones in the second: two releases of one
# long-term support line. CLDR 46 changed the default of `ar` (CLDR-17553); those of
# `ar-EG`, `ar-SA` and others stayed Arabic-Indic, and that of `ar-AE` was Latin before.
# Chromium and Firefox, with their own builds of ICU, have written Latin digits for `ar`
# for longer; WebKitGTK takes the system's ICU, in Debian 12 that of CLDR 42, and writes
# Arabic-Indic ones. A page that was tested in one engine has other digits in the next.
# `numberingSystem: "latn"`, or `ar-u-nu-latn`, is the same everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >digits.js <<'JS'
const write = (tag) => `${tag} ${new Intl.NumberFormat(tag).format(24)}`;
console.log(["ar", "ar-EG", "ar-SA", "ar-AE", "ar-u-nu-latn"].map(write).join(", "));
JS
seen() {
  mkdir "$1"
  npm install --silent --no-fund --no-audit --prefix "$1" "node@$1"
  "$1/node_modules/.bin/node" digits.js
}
older=$(seen 22.10.0)
newer=$(seen 22.12.0)

echo "Node.js 22.10.0: $older"
echo "Node.js 22.12.0: $newer"
[ "$older" = "ar ٢٤, ar-EG ٢٤, ar-SA ٢٤, ar-AE 24, ar-u-nu-latn 24" ] &&
  [ "$newer" = "ar 24, ar-EG ٢٤, ar-SA ٢٤, ar-AE 24, ar-u-nu-latn 24" ] || {
  echo "This has changed."
  exit 1
}
