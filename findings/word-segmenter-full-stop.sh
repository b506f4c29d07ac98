#!/usr/bin/env bash
# Are the words of `Intl.Segmenter` the same in Node.js and in Chromium, which share
# V8 and its ICU?
#
# Seen with Node.js 20.20.2 (ICU 78.2) and chromium 156.0.8078.108 of Debian: no. A full stop
# between two letters (MidNumLet, UAX #29 rule WB6) does not part a word in Node.js,
# as Unicode has it: "U.S" is one. Chromium parts it, also the full-width one. So
# "closed in the U.S. at 9 a.m." has 7 words in one and 9 in the other, and a minimum
# of words that was tested in Node.js is another one for readers.
# An apostrophe and a full stop between digits are read alike.
set -euo pipefail
command -v chromium node >/dev/null || {
  echo "This needs Node.js, and Debian's package: apt-get install chromium"
  exit 1
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat >"$folder/count.js" <<'JS'
const texts = ["closed in the U.S. at 9 a.m.", "e\uFF0Eg", "can't", "3.5"];
const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const words = (text) => [...segmenter.segment(text)].filter((part) => part.isWordLike).length;
const seen = texts.map((text) => `${text}: ${words(text)}`).join("; ");
JS
node=$(node -e "$(cat "$folder/count.js"); console.log(seen)")
printf '<!doctype html><meta charset="utf-8"><p></p><script>%s
document.querySelector("p").textContent = `seen ${seen} end`;</script>' "$(cat "$folder/count.js")" >"$folder/page.html"
chromium=$(HOME="$folder" chromium --headless=new --no-sandbox --disable-gpu --dump-dom \
  --user-data-dir="$folder/profile" "file://$folder/page.html" 2>/dev/null |
  sed -n 's/.*<p>seen \(.*\) end<\/p>.*/\1/p')

node -p '`Node.js ${process.version}, ICU ${process.versions.icu}`'
chromium --version
echo "Node.js:  $node"
echo "Chromium: $chromium"
[ "$node" = "closed in the U.S. at 9 a.m.: 7; e．g: 1; can't: 1; 3.5: 1" ] &&
  [ "$chromium" = "closed in the U.S. at 9 a.m.: 9; e．g: 2; can't: 1; 3.5: 1" ] || {
  echo "This has changed."
  exit 1
}
