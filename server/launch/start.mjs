/** `npm start`: install what is missing, build what has changed, run the server; Ctrl-C ends it cleanly. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { checkNode, installPackages, ROOT } from "./prepare.mjs";

checkNode();
installPackages();
build();

// The engine runs queries on libuv's pool, whose size is fixed when a process starts: hence a child.
const env = {
  ...process.env,
  UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? "16",
  NODE_ENV: "production",
};
const child = spawn(process.execPath, ["--enable-source-maps", join(ROOT, "dist/app/seed/start.js")], {
  cwd: ROOT,
  stdio: "inherit",
  env,
});
// A terminal sends Ctrl-C to both; the child closes its databases, this process only waits for it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
