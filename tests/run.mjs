/**
 * `npm test`: everything, from nothing. `npm run check` (--quick): types, lint, unit and contracts in seconds.
 * The last line sums all suites: `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bin, checkNode, installPackages, ROOT, stop } from "../server/launch/prepare.mjs";

const quick = process.argv.includes("--quick");
const only = process.argv
  .find((a) => a.startsWith("--only="))
  ?.slice(7)
  .split(",");
const OUT = join(ROOT, "tests/.out");

checkNode();
installPackages();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

const env = { ...process.env, UV_THREADPOOL_SIZE: "16", TZ: "Asia/Shanghai" };
delete env.NO_COLOR;

/** A command that passes or fails as one. */
function single(name, command, args) {
  const run = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env });
  return { name, passed: run.status === 0 ? 1 : 0, failed: run.status === 0 ? 0 : 1, skipped: 0 };
}

/** One Vitest project; its counts come from the reporter's file, and a crash without one is a failure. */
function vitest(project) {
  const file = join(OUT, `${project}.json`);
  const run = spawnSync(
    bin("vitest"),
    ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { cwd: ROOT, stdio: "inherit", env },
  );
  try {
    const r = JSON.parse(readFileSync(file, "utf8"));
    const brokenFiles = r.testResults.filter(
      (f) => f.status === "failed" && f.assertionResults.every((a) => a.status !== "failed"),
    ).length;
    const failed = r.numFailedTests + brokenFiles;
    return {
      name: project,
      passed: r.numPassedTests,
      failed: failed || (run.status === 0 ? 0 : 1),
      skipped: r.numPendingTests + r.numTodoTests,
    };
  } catch (error) {
    process.stderr.write(`${project}: no result file (${error.message})\n`);
    return { name: project, passed: 0, failed: 1, skipped: 0 };
  }
}

async function browserSuite() {
  const { prepareSystem } = await import("./support/system.mjs");
  try {
    prepareSystem();
  } catch (error) {
    stop(error.message);
  }
  const { build } = await import("../server/launch/build.mjs");
  build();
  return vitest("e2e");
}

const SUITES = [
  ["types", () => single("types", bin("tsc"), ["--noEmit", "-p", "tsconfig.json"])],
  ["format", () => single("format", bin("biome"), ["check", ".", "--diagnostic-level=error"])],
  ["lint", () => single("lint", bin("oxlint"), ["--deny-warnings"])],
  ["unit", () => vitest("unit")],
  ["contracts", () => vitest("contracts")],
  ["reference", () => vitest("reference"), "full"],
  ["integration", () => vitest("integration"), "full"],
  ["golden", () => vitest("golden"), "full"],
  ["e2e", browserSuite, "full"],
];

const results = [];
for (const [name, run, when] of SUITES) {
  if (only ? !only.includes(name) : quick && when === "full") continue;
  process.stdout.write(`\n── ${name} ──\n`);
  const began = Date.now();
  results.push({ ...(await run()), seconds: (Date.now() - began) / 1000 });
}

process.stdout.write("\nsuite          passed  failed  skipped  seconds\n");
for (const r of results) {
  process.stdout.write(
    `${r.name.padEnd(13)} ${String(r.passed).padStart(7)} ${String(r.failed).padStart(7)} ${String(r.skipped).padStart(8)} ${r.seconds.toFixed(1).padStart(8)}\n`,
  );
}
const sum = (key) => results.reduce((total, r) => total + r[key], 0);
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exit(sum("failed") === 0 ? 0 : 1);
