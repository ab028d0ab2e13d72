/**
 * `npm run bench`: every tests/bench/*.bench.ts in turn, or those named (`npm run bench -- reads ingest`), each in
 * a process of its own. Prints one table and writes it to tests/.out/bench.json. Ends with code 1 when a floor
 * is missed or a bench fails.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "../.out");
const ROWS = join(OUT, "bench-rows.jsonl");
const named = process.argv.slice(2);
const known = readdirSync(HERE)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length))
  .sort();
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no bench named ${unknown.join(", ")}; there are ${known.join(", ")}\n`);
  process.exit(2);
}

mkdirSync(OUT, { recursive: true });
rmSync(ROWS, { force: true });
const machine = { cpus: cpus().length, memoryGb: Math.round(totalmem() / 1e9), loadBefore: loadavg()[0] };
if (machine.loadBefore > machine.cpus)
  process.stdout.write(
    `other work is on this machine (load ${machine.loadBefore.toFixed(1)}): times will be long\n`,
  );

const failed = [];
for (const name of named.length > 0 ? named : known) {
  process.stdout.write(`${name} …\n`);
  const run = spawnSync(
    process.execPath,
    ["--import", "tsx", "--expose-gc", join(HERE, `${name}.bench.ts`)],
    {
      stdio: "inherit",
      env: { ...process.env, UV_THREADPOOL_SIZE: "16", BENCH_ROWS: ROWS },
    },
  );
  if (run.status !== 0) failed.push(name);
}

const rows = existsSync(ROWS)
  ? readFileSync(ROWS, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line))
  : [];
rmSync(ROWS, { force: true });
register();
const { benchTable } = await import("./table.ts");
process.stdout.write(`\n${benchTable(rows)}\n`);
writeFileSync(join(OUT, "bench.json"), `${JSON.stringify({ machine, rows, failed }, null, 2)}\n`);
if (failed.length > 0) process.stderr.write(`failed: ${failed.join(", ")}\n`);
process.exit(failed.length > 0 || rows.some((row) => !row.ok) ? 1 : 0);
