// Builds the host pages as their own tools build them, with the widget
// installed as an npm package:
//
//     node tests/hosts/build.mjs <dist> <node_modules> <into>
//
// Each page ends in a folder of its own in <into>, ready to be served. Says
// nothing when everything is well.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const [dist, packages, into] = process.argv.slice(2).map((path) => resolve(path));
const work = join(into, "work");
const installed = join(work, "node_modules/campaign-widget");
const run = promisify(execFile);

const VITE = ["vite/bin/vite.js", "build", "--logLevel", "warn", "--emptyOutDir", "--outDir"];
const BUNDLERS = {
  policy: ["webpack-cli/bin/cli.js", "--output-path"],
  react: VITE,
  vue: VITE,
  svelte: VITE,
};
/** Pages that are as they stand, and where they have the files of the widget. */
const AS_THEY_STAND = {
  "dark-reader": "campaign-widget",
  htmx: "campaign-widget",
  plain: "campaign-widget",
  turbo: "campaign-widget",
  wordpress: "wp-content/uploads/campaign-widget",
};
/** The scripts of others on such pages. */
const SCRIPTS = {
  "dark-reader/darkreader.js": "darkreader/darkreader.js",
  "htmx/htmx.js": "htmx.org/dist/htmx.js",
  "turbo/turbo.js": "@hotwired/turbo/dist/turbo.es2017-esm.js",
};
const TYPE_CHECKS = {
  plain: ["typescript/bin/tsc", "--project"],
  policy: ["typescript/bin/tsc", "--project"],
  react: ["typescript/bin/tsc", "--project"],
  vue: ["vue-tsc/bin/vue-tsc.js", "--project"],
  svelte: ["svelte-check/bin/svelte-check", "--fail-on-warnings", "--output", "human", "--workspace"],
};

rmSync(into, { recursive: true, force: true });
cpSync(import.meta.dirname, work, { recursive: true, filter: (path) => !path.endsWith("node_modules") });
// What is shared by all clones of the repository, and what is this one's own.
mkdirSync(join(work, "node_modules"));
for (const name of readdirSync(packages)) {
  symlinkSync(join(packages, name), join(work, "node_modules", name), "junction");
}
install();
await theServerMayImportIt();
await Promise.all([
  ...Object.entries(BUNDLERS).map(([host, bundler]) => tool(host, ...bundler, join(into, host))),
  ...Object.entries(TYPE_CHECKS).map(([host, check]) => tool(host, ...check, ".")),
]);
cpSync(join(work, "policy/index.html"), join(into, "policy/index.html"));
for (const [host, folder] of Object.entries(AS_THEY_STAND)) {
  cpSync(join(work, host), join(into, host), { recursive: true });
  cpSync(installed, join(into, host, folder), { recursive: true });
}
for (const [script, source] of Object.entries(SCRIPTS)) {
  cpSync(join(work, "node_modules", source), join(into, script));
}

/** Copies what npm would publish, and looks for what it promises. */
function install() {
  const options = { cwd: dist, encoding: "utf8", shell: process.platform === "win32" };
  const [{ files }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], options));
  for (const { path } of files) {
    mkdirSync(dirname(join(installed, path)), { recursive: true });
    cpSync(join(dist, path), join(installed, path));
  }
  const { exports, types, customElements } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const targets = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(targets));
  for (const target of [...targets(exports), types, customElements]) {
    const [before, after] = target.slice("./".length).split("*");
    const found = files.some(({ path }) => (after === undefined ? path === before : path.startsWith(before)));
    assert(found, `package.json promises ${target}, which npm would not publish`);
  }
}

/** Frameworks that render on a server import there what the page imports. */
async function theServerMayImportIt() {
  await run(process.execPath, ["--input-type=module", "--eval", "import 'campaign-widget'"], { cwd: work });
}

async function tool(host, program, ...words) {
  const file = join(work, "node_modules", program);
  assert(existsSync(file), `there is no ${program}`);
  try {
    const { stdout, stderr } = await run(process.execPath, [file, ...words], { cwd: join(work, host) });
    // What a bundler warns of in the package, it says to all who use it.
    assert.doesNotMatch(stdout + stderr, /warning[^]*campaign-widget/i, "the bundler warns");
  } catch (error) {
    console.error(`${host}: ${program}\n${error.stdout ?? ""}${error.stderr ?? ""}${error.message}`);
    process.exitCode = 1;
  }
}
