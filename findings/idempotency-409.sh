#!/usr/bin/env bash
# What does 409 mean to a client that repeats a POST under one Idempotency-Key?
#
# Seen with: express-idempotency 1.0.6 (npm, with express 4.21.2), and
# asgi-idempotency-header 0.2.0 and django-idempotency-key 1.3.0 (PyPI, with
# starlette 1.10.0 and Django 5.2), Node.js 20, Python 3.11.
#
# Three things, all by default, and the status alone does not tell which:
#   express-idempotency     the first request is still being worked on
#   django-idempotency-key  the first request was stored; the body is its answer
#   asgi-idempotency-header the first request failed with an exception; nothing
#                           is stored, and nothing will be under this key for a day
# The IETF draft (draft-ietf-httpapi-idempotency-key-header) knows the first only.
# A client that takes 409 for "it is there" is wrong with the first and the third;
# one that takes it for "try again" never ends with the second and the third.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-fund --no-audit express@4.21.2 express-idempotency@1.0.6
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  asgi-idempotency-header==0.2.0 starlette==1.10.0 fastapi==0.165.0 redis==8.1.0 httpx==0.28.1 \
  django-idempotency-key==1.3.0 Django==5.2.19

cat >express.js <<'JS'
const express = require("express");
const { idempotency, getSharedIdempotencyService } = require("express-idempotency");
const app = express();
app.use(express.json(), idempotency());
app.use((request, response, next) => {
  if (!getSharedIdempotencyService().isHit(request)) next();
});
let arrived;
const hasArrived = new Promise((resolve) => (arrived = resolve));
let finish;
app.post("/", (request, response) => {
  finish = () => response.status(201).json({ stored: true });
  arrived();
});
app.use((error, request, response, next) => response.status(response.statusCode).json({}));
const server = app.listen(0, "127.0.0.1", async () => {
  const post = async () => {
    const headers = { "content-type": "application/json", "idempotency-key": "one" };
    const url = `http://127.0.0.1:${server.address().port}/`;
    return (await fetch(url, { method: "POST", headers, body: "{}" })).status;
  };
  const first = post();
  await hasArrived;
  const meanwhile = await post();
  finish();
  console.log(`express: meanwhile ${meanwhile}, first ${await first}, afterwards ${await post()}`);
  server.close();
});
JS

cat >django_app.py <<'PY'
import django
from django.conf import settings

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    SECRET_KEY="none",
    MIDDLEWARE=["idempotency_key.middleware.IdempotencyKeyMiddleware"],
)
django.setup()
from django.http import JsonResponse
from django.test import Client
from django.urls import path

stored = []

def take(request):
    stored.append(1)
    return JsonResponse({"number": len(stored)}, status=201)

urlpatterns = [path("", take)]
client = Client()

def post():
    answer = client.post("/", "{}", content_type="application/json", headers={"Idempotency-Key": "one"})
    return f"{answer.status_code} {answer.content.decode()}"

print(f"django: first {post()}, again {post()}, stored {len(stored)}")
PY

cat >asgi_app.py <<'PY'
import asyncio
import httpx
from idempotency_header_middleware import IdempotencyHeaderMiddleware
from idempotency_header_middleware.backends.memory import MemoryBackend
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

calls, stored = [], []

async def take(request):
    calls.append(1)
    if len(calls) == 1:
        raise RuntimeError("the database is away for a moment")
    stored.append(1)
    return JSONResponse({"stored": True}, 201)

app = Starlette(routes=[Route("/", take, methods=["POST"])])
app.add_middleware(IdempotencyHeaderMiddleware, backend=MemoryBackend())

async def main():
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        post = lambda: client.post("/", json={}, headers={"Idempotency-Key": "one"})
        statuses = [(await post()).status_code for _ in range(3)]
    print(f"asgi: {statuses}, handler called {len(calls)}, stored {len(stored)}")

asyncio.run(main())
PY

seen=$(node express.js 2>/dev/null; venv/bin/python django_app.py 2>/dev/null; venv/bin/python asgi_app.py 2>/dev/null)
expected='express: meanwhile 409, first 201, afterwards 201
django: first 201 {"number": 1}, again 409 {"number": 1}, stored 1
asgi: [500, 409, 409], handler called 1, stored 0'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
