import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seededRandom } from "../support/generateDocument.ts";
import { killDocument, OWN_ROWS, sharedValue } from "../support/killDocuments.ts";
import type { BaseReport, KilledLoadWord } from "../support/killedLoad.ts";

/** When a process is killed: some milliseconds after a word of its, or after its start. */
interface Moment {
  after: "start" | "opened" | "appending" | "appended" | "committed";
  ms: number;
}

const SEED = 20_260;
const PROGRAM = join(import.meta.dirname, "../support/killedLoad.ts");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guanlan-kill-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Twenty moments: anywhere in the load, while rows go in, between rows and receipt, right after; two while a start puts things right. */
function moments(): Moment[] {
  const random = seededRandom(SEED);
  const some = (n: number, after: Moment["after"], most: number): Moment[] =>
    Array.from({ length: n }, () => ({ after, ms: Math.floor(random() * most) }));
  return [
    ...some(5, "opened", 1500),
    ...some(6, "appending", 300),
    ...some(5, "appended", 150),
    ...some(2, "committed", 20),
    ...some(2, "start", 4000),
  ]
    .map((moment) => ({ moment, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ moment }) => moment);
}

interface Run {
  words: KilledLoadWord[];
  stderr: string;
  killed: boolean;
}

/** Runs the program until it ends or is killed with SIGKILL at the moment. */
function run(document: string, series: number, moment: Moment | null): Promise<Run> {
  const atEnd = moment ? "20000" : "0";
  const child = spawn(
    process.execPath,
    ["--import", "tsx", PROGRAM, folder, document, String(series), "400", atEnd],
    {
      env: { ...process.env, UV_THREADPOOL_SIZE: "16" },
    },
  );
  const words: KilledLoadWord[] = [];
  let stderr = "";
  let killed = false;
  const killIn = (ms: number): void => {
    setTimeout(() => {
      killed = child.exitCode === null && child.kill("SIGKILL");
    }, ms);
  };
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line.startsWith("{")) return;
    const word = JSON.parse(line) as KilledLoadWord;
    words.push(word);
    const name = word.said === "phase" ? word.phase : word.said;
    if (moment?.after === name) killIn(moment.ms);
  });
  if (moment?.after === "start") killIn(moment.ms);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve({ words, stderr, killed }));
  });
}

const reportOf = ({ words }: Run): BaseReport | null => {
  const opened = words.find((w) => w.said === "opened");
  return opened ? opened.report : null;
};

/** Everything that must hold of a base whatever happened to it. */
function expectWhole(report: BaseReport): void {
  const committed = report.loads.filter((l) => l.state === "committed");
  const numbers = committed.map((l) => Number(/document-(\d+)/.exec(l.document)![1]));
  expect(report.loads.filter((l) => l.state === "loading")).toEqual([]);
  expect(committed.map((l) => l.accepted)).toEqual(committed.map(() => OWN_ROWS + 1));
  expect(report.observations).toBe(committed.length * (OWN_ROWS + 1));
  expect(report.own).toEqual(report.own.map((_, i) => (numbers.includes(i + 1) ? OWN_ROWS : 0)));
  const newest = numbers.length === 0 ? null : sharedValue(Math.max(...numbers));
  expect(report.shared).toEqual({ history: newest, latest: newest });
}

/** A run that was not killed has loaded its document. */
function requireDone({ words, stderr }: Run): void {
  const last = words.at(-1);
  if (last?.said !== "done" || last.state !== "committed")
    throw new Error(`the load did not end: ${JSON.stringify(last)}\n${stderr}`);
}

/** What became of a killed load, by what the next start found. */
function fateOf(
  report: BaseReport,
  document: string,
  notices: readonly string[],
): "untouched" | "complete" | "undone" {
  const load = report.loads.find((l) => l.document === document);
  if (!load) return "untouched";
  if (load.state === "committed") return "complete";
  expect(load.state).toBe("rolled-back");
  expect(load.message).toContain(document);
  expect(notices.join("\n")).toContain(document);
  return "undone";
}

it("a load killed at twenty random moments is there whole or not at all, and the next start says which", async () => {
  const plan = moments();
  const tally = { killed: 0, undone: 0, complete: 0, untouched: 0 };
  // The last run is not killed: it finds what the kills left, and loads.
  const runs: (Moment | null)[] = [...plan, null];
  let waiting: string[] = [];
  let notices: string[] = [];
  for (const [i, moment] of runs.entries()) {
    const document = join(folder, `document-${i + 1}.csv`);
    writeFileSync(document, killDocument(i + 1));
    const now = await run(document, runs.length, moment);
    const opened = now.words.find((w) => w.said === "opened");
    // A start that is killed while it puts things right has said nothing yet: the one after it does.
    if (opened) {
      notices = [...notices, ...opened.notices];
      expectWhole(opened.report);
      for (const before of waiting) tally[fateOf(opened.report, before, notices)]++;
      waiting = [];
    }
    waiting.push(document);
    if (now.killed) tally.killed++;
    else requireDone(now);
  }
  console.log("killed loads:", JSON.stringify(tally));
  expect(tally.killed).toBe(plan.length);
  expect(tally.undone).toBeGreaterThanOrEqual(8);
  expect(tally.complete).toBeGreaterThanOrEqual(1);

  // Whatever was undone can be loaded again, and what is there is not doubled by loading it again.
  const again = await run(join(folder, "document-1.csv"), runs.length, null);
  expect(again.words.at(-1)).toMatchObject({ said: "done", state: "committed", accepted: OWN_ROWS + 1 });
  expectWhole(reportOf(await run("", runs.length, null))!);
}, 900_000);
