#!/usr/bin/env bash
# Does Datasette's `"ignore": true` do what its name says of repeated rows, and no more?
#
# Seen with: datasette 1.0a28 (PyPI), Python 3.11.
#
# No. The option of the insert API becomes SQLite's INSERT OR IGNORE, which passes over
# any constraint, not only a primary key that is there already: a row without a value
# that must not be null is answered 201 with `"ok": true`, and is not stored. Only the
# empty list of rows tells. Without the option the same row is answered 400, and so is a
# repetition, with words that tell one from the other.
# A client that sets it to make a repetition harmless, and takes 201 for "it is there",
# loses rows without knowing.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check datasette==1.0a28
venv/bin/python - <<'PY'
import sqlite3
sqlite3.connect("d.db").execute("create table t (id text primary key, link text not null)")
PY
token=$(venv/bin/datasette create-token root --secret s)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
echo '{"permissions": {"insert-row": true}}' >datasette.json
venv/bin/datasette d.db --config datasette.json --secret s --port "$port" >log 2>&1 &
for _ in $(seq 100); do
  curl -s -o /dev/null "http://127.0.0.1:$port/" && break
  sleep 0.1
done

insert() {
  curl -s -w ' %{http_code}\n' "http://127.0.0.1:$port/d/t/-/insert" \
    -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d "$1"
}
seen=$(
  insert '{"row": {"id": "1", "link": "a"}, "ignore": true}'
  insert '{"row": {"id": "1", "link": "b"}, "ignore": true}'
  insert '{"row": {"id": "2", "link": null}, "ignore": true}'
  insert '{"row": {"id": "2", "link": null}}'
  insert '{"row": {"id": "1", "link": "a"}}'
  echo "stored: $(venv/bin/python -c 'import sqlite3; print(sqlite3.connect("d.db").execute("select * from t").fetchall())')"
)
expected='{"ok": true, "rows": [{"id": "1", "link": "a"}]} 201
{"ok": true, "rows": [{"id": "1", "link": "a"}]} 201
{"ok": true, "rows": []} 201
{"ok": false, "errors": ["NOT NULL constraint failed: t.link"]} 400
{"ok": false, "errors": ["UNIQUE constraint failed: t.id"]} 400
stored: [('\''1'\'', '\''a'\'')]'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
