// Builds the peers of the card for production, each from the same sources:
//
//     node tests/bench/race/build.mjs <node_modules> <into>
//
// Each ends in a folder of its own in <into>: app.js and app.css.

import { execFileSync } from "node:child_process";
import { cpSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const [packages, into] = process.argv.slice(2).map((path) => resolve(path));
const work = join(into, "work");

rmSync(into, { recursive: true, force: true });
cpSync(import.meta.dirname, work, { recursive: true, filter: (path) => !path.endsWith("node_modules") });
symlinkSync(packages, join(work, "node_modules"), "junction");
for (const framework of ["react", "preact"]) {
  const order = ["build", "--logLevel", "warn", "--mode", framework, "--emptyOutDir", "--outDir", join(into, framework)];
  execFileSync(process.execPath, [join(work, "node_modules/vite/bin/vite.js"), ...order], {
    cwd: work,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: "inherit",
  });
}
