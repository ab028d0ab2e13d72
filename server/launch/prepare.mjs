/**
 * What both commands need before anything of the product can be imported: the right Node and the packages
 * of the lock file. Plain JavaScript without dependencies, since it runs before there are any.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** One clear sentence and exit code 1: how every launch problem ends. */
export function stop(sentence) {
  process.stderr.write(`\n✗ ${sentence}\n`);
  process.exit(1);
}

/** The sentence for a Node that is too old; null for one that will do. */
export function tooOldNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Guanlan needs Node 20.19 or newer; this is Node ${version}. 需要 Node 20.19 或更高版本。`;
}

export function checkNode() {
  const sentence = tooOldNode(process.versions.node);
  if (sentence) stop(sentence);
}

/** Installs the locked packages when they are missing or belong to another lock file. */
export function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  const mark = join(ROOT, "node_modules", ".guanlan-lock");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  process.stdout.write("Installing packages (first time only) …\n");
  // Not `npm ci`: it refuses a lock file when the registry lacks the builds of other platforms that optional
  // dependencies name, as intranet mirrors do. This installs the locked versions and leaves the lock file alone.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = spawnSync("npm", args, { cwd: ROOT, stdio: "inherit" });
  if (run.status !== 0) stop("npm could not install the packages; its own words stand above.");
  writeFileSync(mark, lock);
}

/** Runs a command of the project and ends the launch with its words when it fails. */
export function runOrStop(what, command, args) {
  const run = spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    // Whoever asks for the build (a test run has NODE_ENV=test), what is built is what is shipped.
    env: { ...process.env, NODE_ENV: "production", FORCE_COLOR: "0" },
  });
  if (run.error) stop(`${what} could not start: ${run.error.message}`);
  if (run.status !== 0) stop(`${what} failed:\n${run.stdout ?? ""}${run.stderr ?? ""}`);
}

/** The path of a package's command. */
export const bin = (name) => join(ROOT, "node_modules", ".bin", name);
