#!/usr/bin/env bash
# Does a page learn that its own service worker, and not the server, has answered a
# cross-origin POST? And does `keepalive` change who answers?
#
# Seen with Debian's chromium 156.0.8078.108 and firefox-esr 153.8.0 (Python 3.11
# serves the page and the endpoint):
#   - `type` of an answer that the worker makes up with `new Response` is "basic" in
#     both, as of a same-origin answer, though the request went to another origin
#     and `url` is the endpoint's. "default", which the same object has inside of
#     the worker, never comes out. From the network it is "cors".
#   - Firefox does not ask the worker at all about a fetch with `keepalive: true`:
#     the server answers. Chromium asks it.
# A page that tests an offline mode with `keepalive` in one browser only sees the
# half of it.
set -euo pipefail
command -v chromium firefox-esr python3 >/dev/null || {
  echo "This needs Debian's packages: apt-get install chromium firefox-esr python3"
  exit 1
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat >"$folder/look.py" <<'PY'
import http.server, json, os, shutil, signal, subprocess, sys, tempfile, threading

WORKER = """
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.url.endsWith("/endpoint")) event.respondWith(new Response("worker"));
});
"""
PAGE = """<!doctype html><title>page</title><script type="module">
const { serviceWorker } = navigator;
await serviceWorker.register("/worker.js");
await serviceWorker.ready;
if (!serviceWorker.controller) {
  await new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve));
}
const seen = [];
for (const keepalive of [false, true]) {
  const answer = await fetch("ENDPOINT", { method: "POST", body: "a", keepalive });
  seen.push(`keepalive ${keepalive}: ${await answer.text()}, type ${answer.type}`);
}
await fetch("/seen", { method: "POST", body: JSON.stringify(seen) });
</script>"""
seen, done = [], threading.Event()

class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, kind, body):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(body.encode())

    def do_GET(self):
        if self.path == "/worker.js":
            self.answer("text/javascript", WORKER)
        else:
            self.answer("text/html", PAGE.replace("ENDPOINT", endpoint))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/seen":
            seen.extend(json.loads(body))
            done.set()
        self.answer("text/plain", "server")

servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
for server in servers:
    threading.Thread(target=server.serve_forever, daemon=True).start()
page, endpoint = (f"http://127.0.0.1:{server.server_port}" for server in servers)
endpoint += "/endpoint"
profile = tempfile.mkdtemp()
command = {
    "chromium": ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
                 "--disable-background-networking", f"--user-data-dir={profile}", page],
    "firefox": ["firefox-esr", "--headless", "--no-remote", "--profile", profile, page],
}[sys.argv[1]]
browser = subprocess.Popen(command, env={**os.environ, "HOME": profile}, start_new_session=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
done.wait(120)
os.killpg(browser.pid, signal.SIGTERM)
browser.wait()
shutil.rmtree(profile, ignore_errors=True)
for line in seen:
    print(f"{sys.argv[1]}, {line}")
PY

chromium --version
firefox-esr --version
seen=$(for browser in chromium firefox; do python3 "$folder/look.py" "$browser"; done)
expected='chromium, keepalive false: worker, type basic
chromium, keepalive true: worker, type basic
firefox, keepalive false: worker, type basic
firefox, keepalive true: server, type cors'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
