/** `npm run seed -- baseline`: loads a scenario of seed/ into the data folder through the real ingest, then refreshes models. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { checkNode, installPackages, ROOT } from "./prepare.mjs";

checkNode();
installPackages();
build();
const env = { ...process.env, UV_THREADPOOL_SIZE: "16", NODE_ENV: "production" };
const args = [
  "--enable-source-maps",
  join(ROOT, "dist/app/server/main.js"),
  "--seed-only",
  process.argv[2] ?? "baseline",
];
process.exit(spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit", env }).status ?? 1);
