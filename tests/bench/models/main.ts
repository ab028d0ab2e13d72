/**
 * `npm run bench:models -- [file …]`: every job beside whichever peers are installed, interleaved in three rounds. Prints
 * medians of CPU time and the ratio peer / ours; writes tests/.out/bench-models.json. A missing peer is a note, not a
 * failure; a floor missed or an answer that differs ends with code 1.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { benchData, DATA_FILE, type ModelBench, type PeerJob } from "./job.ts";

const HERE = import.meta.dirname;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
if (!benchData()) {
  process.stderr.write(`the inputs of the jobs are not there: ${DATA_FILE}\n`);
  process.exit(2);
}
interface Measure {
  cpu: number;
  wall: number;
  value: number;
}

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  py: ["/usr/bin/python3"],
  R: ["Rscript", "--vanilla"],
  inp: ["gretlcli", "-q", "-b"],
  mjs: [process.execPath],
};
const single = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

const named = process.argv.slice(2);
const files = readdirSync(join(HERE, "jobs"))
  .filter((f) => f.endsWith(".ts") && (named.length === 0 || named.includes(f.replace(".ts", ""))))
  .sort();
if (loadavg()[0]! > cpus().length)
  process.stdout.write(`other work is on this machine (load ${loadavg()[0]!.toFixed(1)})\n`);

const rows = [];
let missed = 0;
for (const file of files) {
  const path = join(HERE, "jobs", file);
  const { jobs } = (await import(pathToFileURL(path).href)) as { jobs: readonly ModelBench[] };
  const own = new Map<string, Measure[]>();
  const theirs = new Map<PeerJob, Measure[] | string>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const line of ours(path)) own.set(line.id, [...(own.get(line.id) ?? []), line]);
    for (const peer of jobs.flatMap((j) => j.peers)) {
      const so = theirs.get(peer);
      if (typeof so === "string") continue;
      const got = peerRun(peer);
      theirs.set(peer, typeof got === "string" ? got : [...(so ?? []), got]);
    }
  }
  for (const job of jobs) {
    const mine = own.get(job.id) ?? [];
    const cpu = median(mine.map((m) => m.cpu));
    const late = job.limitSeconds !== undefined && cpu > job.limitSeconds;
    if (late) missed++;
    process.stdout.write(
      `\n${job.title}: ${time(cpu)}${job.limitSeconds === undefined ? "" : ` (limit ${time(job.limitSeconds)}${late ? ", MISSED" : ""})`}\n`,
    );
    const peers = job.peers.map((peer) => {
      const got = theirs.get(peer);
      if (typeof got === "string" || !got) {
        process.stdout.write(`  ${peer.peer}: not measured, ${got ?? "no answer"}\n`);
        return { peer: peer.peer, note: got ?? "no answer" };
      }
      const their = median(got.map((m) => m.cpu));
      const ratio = their / cpu;
      const same = peer.same(mine[0]!.value, got[0]!.value);
      if (!same || ratio < peer.floor) missed++;
      process.stdout.write(
        `  ${peer.peer}: ${time(their)}, ${ratio.toFixed(1)} × (floor ${peer.floor}, ambition ${peer.ambition})${ratio < peer.floor ? " MISSED" : ""}${same ? "" : ` ANSWERS DIFFER: ours ${mine[0]!.value}, theirs ${got[0]!.value}`}\n`,
      );
      return { peer: peer.peer, cpu: their, ratio, floor: peer.floor, ambition: peer.ambition, same };
    });
    rows.push({ id: job.id, title: job.title, cpu, limitSeconds: job.limitSeconds ?? null, peers });
  }
}
const out = join(HERE, "../../.out");
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "bench-models.json"), JSON.stringify(rows, null, 1));
process.exit(missed === 0 ? 0 : 1);

function ours(path: string): (Measure & { id: string })[] {
  const run = spawnSync(process.execPath, ["--import", "tsx", join(HERE, "ours.ts"), path], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error(`${path} ended with code ${run.status}`);
  return run.stdout
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l) as Measure & { id: string });
}

/** The last line of a peer's output is its measure as JSON; a text says why there is none. */
function peerRun(peer: PeerJob): Measure | string {
  const command = COMMANDS[peer.script.replace(/^.*\./, "")]!;
  const run = spawnSync(
    command[0]!,
    [...command.slice(1), join(HERE, "peers", peer.script), ...(peer.args ?? [])],
    { encoding: "utf8", env: { ...process.env, ...single, BENCH_DATA: DATA_FILE } },
  );
  if (run.error) return `${command[0]} is not installed`;
  const last = run.stdout.trim().split("\n").at(-1) ?? "";
  if (run.status !== 0 || !last.startsWith("{"))
    return (run.stderr || run.stdout).trim().split("\n").at(-1) ?? "no answer";
  return JSON.parse(last) as Measure;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function time(seconds: number): string {
  if (seconds < 1e-3) return `${(seconds * 1e6).toFixed(1)} µs`;
  return seconds < 1 ? `${(seconds * 1e3).toFixed(2)} ms` : `${seconds.toFixed(2)} s`;
}
