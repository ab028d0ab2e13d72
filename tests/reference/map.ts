/**
 * `npm run models:map`: writes the measured part of models/README.md from the last `npm run reference` and the last
 * `npm run bench:models`. What was not measured is left open, not filled from memory.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TIMED } from "./timed.ts";

interface MethodRow {
  method: string;
  cases: number;
  passed: number;
  worst: number;
  answeredBy: string | null;
  source: string | null;
  tolerance: string | null;
  reason: string | null;
  tools: string[];
}
interface BenchRow {
  id: string;
  title: string;
  cpu: number;
  limitSeconds: number | null;
  peers: (
    | { peer: string; cpu: number; ratio: number; floor: number; same: boolean }
    | { peer: string; note: string }
  )[];
}

const ROOT = join(import.meta.dirname, "../..");
const README = join(ROOT, "models/README.md");
const BEGIN = "<!-- measured: begin -->";
const END = "<!-- measured: end -->";

const reference = read<{ methods: MethodRow[]; cases: number; passed: number }>("reference-methods.json");
const bench = read<BenchRow[]>("bench-models.json");
if (!reference) {
  process.stderr.write("no record of a run: `npm run reference` first\n");
  process.exit(2);
}

const text = readFileSync(README, "utf8");
const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
if (before < 0 || after < before) throw new Error(`models/README.md has no part between ${BEGIN} and ${END}`);
const written = `${text.slice(0, before + BEGIN.length)}\n\n${methodsTable()}\n${benchTable()}\n${text.slice(after)}`;
writeFileSync(README, written);
process.stdout.write(
  `models/README.md: ${reference.methods.length} methods, ${reference.passed} of ${reference.cases} cases, ${bench?.length ?? 0} timed jobs\n`,
);

function methodsTable(): string {
  const rows = reference!.methods.map((m) => {
    const cells = [
      `\`${m.method}\``,
      filesOf(m.answeredBy),
      m.source ?? "",
      m.tools.join(", "),
      m.passed === m.cases ? `${m.cases}` : `${m.passed} of ${m.cases}`,
      m.worst === 0 ? "0" : m.worst.toExponential(0),
      m.tolerance ?? "",
      speedOf(m.method),
    ];
    return `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    `${reference!.passed} of ${reference!.cases} cases pass. Worst: the largest relative difference among figures compared relatively, in the cases' own digits.`,
    "",
    "| method of the cases | file | source | checked against | cases | worst | tolerance | speed: peer / ours |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/** Files below models/ as links, each once. */
function filesOf(answeredBy: string | null): string {
  if (answeredBy === null) return "none";
  const found = [...answeredBy.matchAll(/[\w/]+\.ts/g)].map((m) => m[0]);
  let folder = "";
  return [...new Set(found)]
    .map((file) => {
      const path = file.includes("/") ? file : `${folder}/${file}`;
      folder = path.slice(0, path.lastIndexOf("/"));
      return `[${path.slice(path.lastIndexOf("/") + 1)}](${path})`;
    })
    .join(", ");
}

/** Ratios to the peers, or the time where a job has none. */
function speedOf(method: string): string {
  const rows = (TIMED[method] ?? []).flatMap((id) => bench?.find((b) => b.id === id) ?? []);
  return rows
    .flatMap((r) => {
      const ratios = r.peers.flatMap((p) => ("ratio" in p ? [`${p.peer} ${ratio(p.ratio)}`] : []));
      return ratios.length > 0 ? ratios : [time(r.cpu)];
    })
    .join(", ");
}

function benchTable(): string {
  if (!bench) return "Speed: not measured on this machine.\n";
  const rows = bench.map((b) => {
    const limit = b.limitSeconds === null ? "" : `≤ ${time(b.limitSeconds)}`;
    const peers = b.peers.map((p) =>
      "ratio" in p
        ? `${p.peer} ${time(p.cpu)}: ${ratio(p.ratio)} (floor ${p.floor} ×)${p.same ? "" : " answers differ"}`
        : `${p.peer}: not measured`,
    );
    return `| ${b.title} | ${time(b.cpu)} | ${limit} | ${peers.join("<br>")} |`;
  });
  return [
    "Speed, CPU time a call, medians of interleaved rounds in one run (`npm run bench:models`):",
    "",
    "| job | ours | limit | peers |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function ratio(r: number): string {
  return `${r >= 10 ? Math.round(r) : r.toFixed(1)} ×`;
}

function time(seconds: number): string {
  if (seconds < 1e-3) return `${(seconds * 1e6).toFixed(0)} µs`;
  return seconds < 1 ? `${(seconds * 1e3).toFixed(1)} ms` : `${seconds.toFixed(1)} s`;
}

function read<T>(file: string): T | null {
  const path = join(ROOT, "tests/.out", file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : null;
}
