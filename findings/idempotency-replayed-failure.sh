#!/usr/bin/env bash
# Does a repeated POST get through, once a server that answered 503 is well again?
#
# Seen with: @node-idempotency/core 1.0.11 with its memory storage 1.0.2 (npm) and
# asgi-idempotency-header 0.2.0 (PyPI, with starlette 1.10.0), against
# express-idempotency 1.0.6 (npm, with express 4.21.2), Node.js 20, Python 3.11.
#
# Not under the same Idempotency-Key: the first two keep the 503 as the answer to
# that key and give it again, by default for a day, without asking the handler.
# (Stripe documents the same of its 500s.) express-idempotency, which also keeps
# whatever was answered unless the handler reports an error, keeps no 503.
# "Repeat with the same key until it works", the common advice, never works there;
# the header Idempotent-Replayed, which the second sends, is the only sign.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-fund --no-audit express@4.21.2 express-idempotency@1.0.6 \
  @node-idempotency/core@1.0.11 @node-idempotency/storage-adapter-memory@1.0.2
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  asgi-idempotency-header==0.2.0 starlette==1.10.0 fastapi==0.165.0 redis==8.1.0 httpx==0.28.1

cat >core.js <<'JS'
const { Idempotency } = require("@node-idempotency/core");
const { MemoryStorageAdapter } = require("@node-idempotency/storage-adapter-memory");
(async () => {
  const idempotency = new Idempotency(new MemoryStorageAdapter(), {});
  const request = { headers: { "idempotency-key": "one" }, path: "/", method: "POST", body: {} };
  await idempotency.onRequest(request);
  await idempotency.onResponse(request, { statusCode: 503, body: { error: "away" } });
  const again = await idempotency.onRequest(request);
  console.log(`node-idempotency: 503, then without the handler ${again?.statusCode}`);
})();
JS

cat >express.js <<'JS'
const express = require("express");
const { idempotency, getSharedIdempotencyService } = require("express-idempotency");
const app = express();
app.use(express.json(), idempotency());
let calls = 0;
app.post("/", (request, response) => {
  if (getSharedIdempotencyService().isHit(request)) return;
  calls += 1;
  response.status(calls === 1 ? 503 : 201).json({});
});
const server = app.listen(0, "127.0.0.1", async () => {
  const statuses = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const headers = { "content-type": "application/json", "idempotency-key": "one" };
    const url = `http://127.0.0.1:${server.address().port}/`;
    statuses.push((await fetch(url, { method: "POST", headers, body: "{}" })).status);
  }
  console.log(`express-idempotency: ${statuses.join(", ")}; handler called ${calls}`);
  server.close();
});
JS

cat >asgi_app.py <<'PY'
import asyncio
import httpx
from idempotency_header_middleware import IdempotencyHeaderMiddleware
from idempotency_header_middleware.backends.memory import MemoryBackend
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

calls = []

async def take(request):
    calls.append(1)
    return JSONResponse({}, 503 if len(calls) == 1 else 201)

app = Starlette(routes=[Route("/", take, methods=["POST"])])
app.add_middleware(IdempotencyHeaderMiddleware, backend=MemoryBackend())

async def main():
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        answers = [await client.post("/", json={}, headers={"Idempotency-Key": "one"}) for _ in range(3)]
    seen = ", ".join(f"{a.status_code} {a.headers.get('idempotent-replayed', '-')}" for a in answers)
    print(f"asgi-idempotency-header: {seen}; handler called {len(calls)}")

asyncio.run(main())
PY

seen=$(node core.js; node express.js; venv/bin/python asgi_app.py)
expected='node-idempotency: 503, then without the handler 503
express-idempotency: 503, 201, 201; handler called 2
asgi-idempotency-header: 503 -, 503 true, 503 true; handler called 1'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
