/**
 * Loading 10 million observations (6,000 monthly series, release after release with two revisions each) through the
 * ingest: reading, gate, append, latest figures; on the embedded engine. Beside it, in the same run, PostgreSQL's COPY
 * of the same file into a table with the same key. BENCH_LOAD_ROWS sets another number of rows.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, readFileSync, statSync, truncateSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { LoadReceipt } from "../../db/stores/contract.ts";
import { openTestBase, type TestBase, tidyTestConnector } from "../support/generateBase.ts";
import { generatedCatalogue } from "../support/generateDocument.ts";
import { inDatabase, startPostgres } from "../support/postgres.ts";
import { shipped } from "../support/shipped.ts";
import { report } from "./table.ts";

const { ingest } = await shipped<typeof import("../../server/ingest/ingest.ts")>("server/ingest/ingest.js");
const { stopThreads } = await shipped<typeof import("../../server/ingest/threads/threadPool.ts")>(
  "server/ingest/threads/threadPool.js",
);

const ROWS = Number(process.env.BENCH_LOAD_ROWS ?? 10_000_000);
const SHAPE = { indicators: 200, regions: 30 };
const SEED = 7;
/** What PostgreSQL may sort the check of its rows in; no matter for COPY. */
const CHECK_MEMORY = "1GB";
const catalogue = generatedCatalogue(SHAPE);

const folder = await mkdtemp(join(tmpdir(), "guanlan-load-bench-"));
chmodSync(folder, 0o755);
try {
  const path = join(folder, "observations.csv");
  writeDocument(path);
  const ours = await measureIngest(path);
  // As Debian installs it, the server waits for the disk; the embedded engine does not. Both ways are measured.
  const theirs = await measureCopy(path, "as installed", {});
  const unsafe = await measureCopy(path, "durability off", { fsync: "off", synchronous_commit: "off" });
  if (theirs.news !== ours.accepted)
    throw new Error(
      `PostgreSQL finds ${theirs.news} figures that say something new; ingest took ${ours.accepted}`,
    );
  const ratio = theirs.seconds / ours.seconds;
  report({
    job: "load",
    figure: `ingest of ${ROWS / 1e6} M observations, against PostgreSQL COPY as installed`,
    measured: ROWS / ours.seconds,
    unit: "rows/s",
    floor: "≥ 1,000,000 rows/s, ≥ 10 × COPY",
    ratio,
    ok: ROWS / ours.seconds >= 1e6 && ratio >= 10,
  });
  report({
    job: "load",
    figure: "the same against COPY that does not wait for the disk",
    measured: ROWS / unsafe.seconds,
    unit: "rows/s (COPY)",
    floor: "none stated",
    ratio: unsafe.seconds / ours.seconds,
    ok: true,
  });
  const row = (figure: string, measured: number, unit: string, most: number): void =>
    report({
      job: "load",
      figure,
      measured,
      unit,
      floor: `< ${most} ${unit}`,
      ratio: null,
      ok: measured < most,
    });
  row("memory of the process, peak", ours.peakMb, "MB", 2000);
  row("event-loop lag while loading, p99", ours.lagMs, "ms", 100);
} finally {
  await stopThreads();
  await rm(folder, { recursive: true, force: true });
}
process.exit(process.exitCode ?? 0);

/** Written by a process of its own, so that its memory is not counted. */
function writeDocument(path: string): void {
  const program = join(import.meta.dirname, "../support/generateDocument.ts");
  const numbers = [SHAPE.indicators, SHAPE.regions, ROWS, SEED].map(String);
  const made = spawnSync(process.execPath, ["--import", "tsx", program, path, ...numbers], {
    stdio: "inherit",
  });
  if (made.status !== 0) throw new Error("the document was not written");
  process.stdout.write(`${(statSync(path).size / 1e6).toFixed(0)} MB of tidy CSV\n`);
}

interface IngestFigures {
  seconds: number;
  accepted: number;
  peakMb: number;
  lagMs: number;
}

async function measureIngest(path: string): Promise<IngestFigures> {
  const opened = await openTestBase(catalogue);
  try {
    const lag = monitorEventLoopDelay({ resolution: 10 });
    lag.enable();
    const started = performance.now();
    let phase = "";
    const receipt = await load(opened, path, (now) => {
      if (now !== phase)
        process.stdout.write(`  ${((performance.now() - started) / 1000).toFixed(1)} s ${now}\n`);
      phase = now;
    });
    const seconds = (performance.now() - started) / 1000;
    lag.disable();
    requireAll(receipt, (await opened.base.observations.counts()).observations);
    const peakMb = peakMemory();
    process.stdout.write(
      `  ${seconds.toFixed(1)} s in all; lag max ${(lag.max / 1e6).toFixed(0)} ms; ${receipt.accepted} accepted, ${receipt.unchanged} unchanged\n`,
    );
    await measureAgain(opened, path);
    return { seconds, accepted: receipt.accepted, peakMb, lagMs: lag.percentile(99) / 1e6 };
  } finally {
    await opened.close();
  }
}

/** The same figures in other bytes: compared with the whole base, nothing is new. */
async function measureAgain(opened: TestBase, path: string): Promise<void> {
  const { size } = statSync(path);
  appendFileSync(path, "\n");
  const started = performance.now();
  const receipt = await load(opened, path, () => undefined);
  const seconds = (performance.now() - started) / 1000;
  truncateSync(path, size);
  if (receipt.state !== "committed" || receipt.accepted !== 0 || receipt.unchanged !== ROWS)
    throw new Error(`the same figures again: ${JSON.stringify(receipt)}`);
  process.stdout.write(`  the same figures in other bytes: ${seconds.toFixed(1)} s, all unchanged\n`);
}

function load(opened: TestBase, path: string, onPhase: (phase: string) => void): Promise<LoadReceipt> {
  return ingest({
    base: opened.base,
    catalogue,
    connector: tidyTestConnector(catalogue),
    source: { file: { name: "observations.csv", path, size: statSync(path).size, vintage: null } },
    actor: "bench",
    now: () => new Date("2026-06-30T08:00:00Z"),
    onProgress: ({ phase }) => onPhase(phase),
    scratch: folder,
  });
}

function requireAll(receipt: LoadReceipt, inBase: number): void {
  const whole = receipt.read === ROWS && receipt.accepted + receipt.unchanged === ROWS;
  if (receipt.state !== "committed" || !whole || inBase !== receipt.accepted)
    throw new Error(`${inBase} rows in the base after ${JSON.stringify(receipt)}`);
}

/** Most memory the process ever held, in MB, as the system counts it. */
function peakMemory(): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
  if (!peak) throw new Error("the system does not say how much memory the process held");
  return Number(peak[1]) / 1000;
}

/**
 * COPY into a table that is there before, as ours is, with Debian's settings and those given. Then, apart from the time, how many of the rows say something new: the same question that ingest answers.
 */
async function measureCopy(
  path: string,
  name: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ seconds: number; news: number }> {
  const postgres = await startPostgres({ settings });
  try {
    return await inDatabase(postgres.url, async (client) => {
      await client.query(`create table observations (indicator text, region text, period text, value double precision,
        status text, reason text, vintage date, vintage_basis text, primary key (indicator, region, period, vintage))`);
      const started = performance.now();
      await client.query(`copy observations from '${path}' with (format csv, header, null '')`);
      const seconds = (performance.now() - started) / 1000;
      process.stdout.write(`  PostgreSQL COPY, ${name}: ${seconds.toFixed(1)} s\n`);
      await client.query(`set work_mem = '${CHECK_MEMORY}'`);
      const { rows } = await client.query<{ news: string }>(`select count(*) as news from (
        select value, status, lag(value) over p as v, lag(status) over p as s from observations
        window p as (partition by indicator, region, period order by vintage)) as t
        where v is distinct from value or s is distinct from status`);
      return { seconds, news: Number(rows[0]!.news) };
    });
  } finally {
    await postgres.stop();
  }
}
