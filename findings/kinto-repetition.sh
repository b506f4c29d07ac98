#!/usr/bin/env bash
# What does Kinto answer to a POST that is repeated, with the id of the record in it?
#
# Seen with: kinto 26.5.0 (PyPI), in memory, Python 3.11.
#
# 201, and then 200 with the record that is there: a repetition is harmless, as its
# documentation says. But only because whoever stores a record may change it, and
# whoever is not signed in is everybody. Where that is turned off
# (kinto.explicit_permissions = false) the repetition is answered 401, "Please
# authenticate yourself", though the same client was let in a moment ago: it may
# create a record, but not learn that it is there. To a client that repeats what it got
# no answer to, that is a refusal of what is stored.
# It is 200 again if the record says that everybody may read it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check kinto==26.5.0 webtest==3.0.7

cat >ask.py <<'PY'
import base64
from kinto import main
from webtest import TestApp

admin = {"Authorization": "Basic " + base64.b64encode(b"admin:secret").decode()}

def statuses(explicit, body):
    memory = {f"kinto.{what}_backend": f"kinto.core.{what}.memory" for what in ["storage", "permission", "cache"]}
    app = TestApp(main({}, **memory, **{
        "kinto.includes": "kinto.plugins.accounts",
        "multiauth.policies": "account",
        "multiauth.policy.account.use": "kinto.plugins.accounts.AccountsPolicy",
        "kinto.account_create_principals": "system.Everyone",
        "kinto.bucket_create_principals": "account:admin",
        "kinto.explicit_permissions": explicit,
    }))
    app.put_json("/v1/accounts/admin", {"data": {"password": "secret"}})
    app.put_json("/v1/buckets/b", {"permissions": {"write": ["account:admin"]}}, headers=admin)
    app.put_json("/v1/buckets/b/collections/c", {"permissions": {"record:create": ["system.Everyone"]}}, headers=admin)
    records = "/v1/buckets/b/collections/c/records"
    answers = [app.post_json(records, body, status="*") for _ in range(2)]
    return ", ".join(str(answer.status_int) for answer in answers)

record = {"data": {"id": "1", "link": "a"}}
print("by default:", statuses("true", record))
print("explicit_permissions = false:", statuses("false", record))
print("and everybody may read it:", statuses("false", {**record, "permissions": {"read": ["system.Everyone"]}}))
PY

seen=$(venv/bin/python ask.py 2>/dev/null)
expected='by default: 201, 200
explicit_permissions = false: 201, 401
and everybody may read it: 201, 200'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
