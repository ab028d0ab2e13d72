/** `npm run dev`: the server restarts and the client reloads on every change of a source file. */
import { spawn } from "node:child_process";
import { bin, checkNode, installPackages, ROOT } from "./prepare.mjs";

checkNode();
installPackages();

const env = { ...process.env, UV_THREADPOOL_SIZE: "16", NODE_ENV: "development" };
const children = [
  spawn(bin("tsx"), ["watch", "--clear-screen=false", "seed/start.ts"], {
    cwd: ROOT,
    stdio: "inherit",
    env,
  }),
  spawn(bin("vite"), [], { cwd: ROOT, stdio: "inherit", env }),
];
function end() {
  for (const child of children) child.kill("SIGTERM");
}
process.on("SIGINT", end);
process.on("SIGTERM", end);
for (const child of children) {
  child.on("exit", (code) => {
    end();
    process.exitCode ??= code ?? 0;
  });
}
