#!/usr/bin/env bash
# What becomes of JSON that a page sends as text/plain, so that no preflight is needed?
#
# Seen with: json-server 0.17.4 and express 5.3.0 (npm), and fastapi 0.165.0,
# djangorestframework 3.18.3 and kinto 26.5.0 (PyPI), Node.js 20, Python 3.11.
#
# The trick is well known (Google's Apps Script needs it), and with a server that
# does not look for JSON there, one expects a refusal: 400, 415 or 422. So do the
# frameworks of Python. json-server says 201 with CORS headers, and has stored an empty
# record: the values are gone, and nothing that the page can read tells unless it
# looks for them in the answer. In Express 5, request.body is undefined behind
# express.json(), so that a handler fails with 500 as if the server were at fault.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-fund --no-audit json-server@0.17.4 express@5.3.0
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fastapi==0.165.0 httpx==0.28.1 \
  Django==5.2.19 djangorestframework==3.18.3 kinto==26.5.0 webtest==3.0.7

cat >servers.js <<'JS'
const body = JSON.stringify({ link: "a" });
const ask = async (name, app, more) => {
  const server = app.listen(0, "127.0.0.1");
  await new Promise((is) => server.once("listening", is));
  const headers = { "content-type": "text/plain", origin: "https://page.example" };
  const url = `http://127.0.0.1:${server.address().port}/links`;
  const answer = await fetch(url, { method: "POST", headers, body });
  console.log(`${name}: ${answer.status}${more ? more() : ""}`);
  server.close();
};
(async () => {
  const jsonServer = require("json-server");
  const app = jsonServer.create();
  const router = jsonServer.router({ links: [] });
  app.use(jsonServer.defaults({ logger: false }), router);
  const stored = () => {
    const [{ id, ...rest }] = router.db.get("links").value();
    return `, stored ${JSON.stringify(rest)}`;
  };
  await ask("json-server", app, stored);
  const express = require("express");
  const five = express();
  five.use(express.json());
  let seen;
  five.post("/links", (request, response) => {
    seen = request.body;
    response.json(request.body.link);
  });
  five.use((error, request, response, next) => response.status(500).end());
  await ask("express", five, () => `, body ${seen}`);
  process.exit();
})();
JS

cat >servers.py <<'PY'
import asyncio
import json
import logging

logging.disable()
body, headers = json.dumps({"link": "a"}), {"content-type": "text/plain"}

import httpx
from fastapi import FastAPI
from pydantic import BaseModel

class Link(BaseModel):
    link: str

api = FastAPI()

@api.post("/links")
def take(link: Link):
    return link

async def ask():
    transport = httpx.ASGITransport(app=api)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return (await client.post("/links", content=body, headers=headers)).status_code

print(f"fastapi: {asyncio.run(ask())}")

import django
from django.conf import settings

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="none",
                   REST_FRAMEWORK={"UNAUTHENTICATED_USER": None, "DEFAULT_AUTHENTICATION_CLASSES": []})
django.setup()
from django.test import Client
from django.urls import path
from rest_framework.response import Response
from rest_framework.views import APIView

class Links(APIView):
    def post(self, request):
        return Response(request.data)

urlpatterns = [path("links", Links.as_view())]
print(f"djangorestframework: {Client().post('/links', body, content_type='text/plain').status_code}")

from kinto import main
from webtest import TestApp

memory = {f"kinto.{what}_backend": f"kinto.core.{what}.memory" for what in ["storage", "permission", "cache"]}
kinto = TestApp(main({}, **memory, **{"kinto.bucket_create_principals": "system.Everyone",
                                      "kinto.bucket_write_principals": "system.Everyone"}))
kinto.put_json("/v1/buckets/b", {})
kinto.put_json("/v1/buckets/b/collections/links", {})
records = "/v1/buckets/b/collections/links/records"
print(f"kinto: {kinto.post(records, body, headers={'Content-Type': 'text/plain'}, status='*').status_int}")
PY

seen=$(node servers.js; venv/bin/python servers.py 2>/dev/null)
expected='json-server: 201, stored {}
express: 500, body undefined
fastapi: 422
djangorestframework: 415
kinto: 415'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
