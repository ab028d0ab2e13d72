/**
 * `npm run seed -- baseline`: loads the scenario into the (empty) data folder through the real ingest, refreshes
 * models, and ends. `npm start` does the same and goes on to serve.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { checkNode, installPackages, ROOT, stop } from "./prepare.mjs";

const scenario = process.argv[2] ?? "baseline";
if (scenario !== "baseline") stop(`There is no scenario "${scenario}"; there is: baseline.`);
checkNode();
installPackages();
build();
const env = { ...process.env, UV_THREADPOOL_SIZE: "16", NODE_ENV: "production", PORT: "0" };
const args = ["--enable-source-maps", join(ROOT, "dist/app/seed/start.js"), "--once"];
process.exit(spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit", env }).status ?? 1);
