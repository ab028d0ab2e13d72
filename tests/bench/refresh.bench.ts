/**
 * A release of 60 figures lands on the seeded base: how long until everything that depends on them stands, with the heavy
 * parts (back-tests, nowcast, risk) and without, and how the pages answer meanwhile. The server is the shipped one, on its
 * own; figures are the newest ones said again a period later.
 */
import { Agent, get } from "node:http";
import { nextPeriod } from "../../models/series/period.ts";
import type { JobsNow, RunView } from "../../server/routers/views.ts";
import { seedHistories } from "../contracts/seedKnowledge.ts";
import { baselineCopy, dropFolder, firstAccounts } from "../support/baseline.ts";
import { startServer } from "../support/serverProcess.ts";
import { signIn } from "../support/signIn.ts";
import { report } from "./table.ts";

const FIGURES = 60;
const SPARE = 30;
const LIGHT_S = 10;
const ALL_S = 60;
const COCKPIT_MS = 300;
const LAG_MS = 100;
/** A reader every so often while the refresh goes on. */
const READ_EVERY_MS = 200;
const HEAVY = new Set(["nowcast", "event", "risk"]);

const dataDir = await baselineCopy();
const server = await startServer({ dataDir });
const agent = new Agent({ keepAlive: true });
try {
  const accounts = firstAccounts(dataDir);
  const cookie = await signIn(server.url, accounts.administrator!);
  await settled(cookie);
  await timed(cookie, "cockpit.summary", { preset: "nbs-10" });
  const { since } = (await health()).eventLoop;
  while ((await health()).eventLoop.since === since) await pause(500);

  const loaded = await fetch(`${server.url}/api/ingest/release.csv`, {
    method: "POST",
    headers: { cookie, "content-type": "application/octet-stream", origin: server.url },
    body: release(),
  });
  const receipt = (await loaded.json()) as { accepted: number };
  if (receipt.accepted < FIGURES)
    throw new Error(`${JSON.stringify(receipt)}: fewer than ${FIGURES} were accepted`);

  const times: number[] = [];
  const run = await untilRun(cookie);
  while (await underWay(cookie, run)) {
    times.push(await timed(cookie, "cockpit.summary", { preset: "nbs-10" }));
    await pause(READ_EVERY_MS);
  }
  const lag = (await health()).eventLoop;
  const view = await ask<RunView>(cookie, "jobs.get", { run });
  const all = view.run.seconds!;
  const heavy = spanOf(view.parts.filter((p) => p.kind === "backtest" || HEAVY.has(p.model ?? "")));
  for (const kind of new Set(
    view.parts.map((p) => (p.kind === "analysis" ? `analysis ${p.model}` : p.kind)),
  )) {
    const own = view.parts.filter((p) => (p.kind === "analysis" ? `analysis ${p.model}` : p.kind) === kind);
    process.stdout.write(`  ${kind}: ${own.length} in ${spanOf(own).toFixed(1)} s\n`);
  }
  const failed = view.parts.filter((p) => p.state === "failed");
  for (const f of failed) process.stdout.write(`  ! ${f.kind} ${f.model} ${f.indicator}: ${f.message}\n`);
  const p95 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  row("a release of 60 figures, without back-tests, nowcast and risk", all - heavy, "s", LIGHT_S);
  row("the same with all of them", all, "s", ALL_S);
  row("cockpit meanwhile, p95", p95, "ms", COCKPIT_MS);
  row("event-loop lag meanwhile, p99", lag.p99, "ms", LAG_MS);
} finally {
  agent.destroy();
  await server.stop();
  dropFolder(dataDir);
}

function row(figure: string, measured: number, unit: string, most: number): void {
  report({
    job: "refresh",
    figure,
    measured,
    unit,
    floor: `< ${most} ${unit}`,
    ratio: null,
    ok: measured < most,
  });
}

/** From the first beginning to the last end, in seconds; parts that run beside each other count once. */
function spanOf(parts: readonly { startedAt: string; seconds: number | null }[]): number {
  const spans = parts
    .map((p) => ({
      from: Date.parse(p.startedAt) / 1000,
      to: Date.parse(p.startedAt) / 1000 + (p.seconds ?? 0),
    }))
    .sort((a, b) => a.from - b.from);
  let sum = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/** The newest monthly figures, the nation's first, said of the two months after; a few more than 60, since the gate holds some back. */
function release(): string {
  const lines = ["indicator,region,period,value,status,reason,vintage,vintage_basis"];
  const all = [...seedHistories().values()];
  for (const { head, history } of [...all.filter(nation), ...all.filter((s) => !nation(s))]) {
    if (lines.length > FIGURES + SPARE) break;
    const months = history.filter((o) => o.value !== null && /^\d{4}-\d{2}$/.test(o.period));
    const last = months.toSorted((a, b) => a.period.localeCompare(b.period)).at(-1);
    if (head.frequency !== "M" || !last || last.period < "2025-03") continue;
    for (const steps of [1, 2])
      lines.push(
        `${head.indicator},${head.region},${nextPeriod(last.period, "M", steps)},${last.value},normal,,2025-07-20,document`,
      );
  }
  return `${lines.join("\n")}\n`;
}

function nation({ head }: { head: { region: string } }): boolean {
  return head.region === "CHN";
}

async function health(): Promise<{ eventLoop: { p99: number; since: number } }> {
  return (await fetch(`${server.url}/api/health`)).json() as Promise<{
    eventLoop: { p99: number; since: number };
  }>;
}

/** Records of the past that the start left are ended: the release is measured, not them. */
async function settled(cookie: string): Promise<void> {
  for (;;) {
    const { running } = await ask<JobsNow>(cookie, "jobs.now", undefined);
    if (running.length === 0) return;
    for (const { run } of running) {
      const ended = await fetch(`${server.url}/api/trpc/jobs.cancel`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json", origin: server.url },
        body: JSON.stringify({ run }),
      });
      if (!ended.ok && ended.status !== 409) throw new Error(`ending run ${run} answered ${ended.status}`);
    }
    await pause(500);
  }
}

async function untilRun(cookie: string): Promise<number> {
  for (;;) {
    const { running } = await ask<JobsNow>(cookie, "jobs.now", undefined);
    const found = running.find((r) => r.kind === "refresh");
    if (found) return found.run;
    await pause(20);
  }
}

async function underWay(cookie: string, run: number): Promise<boolean> {
  const { running } = await ask<JobsNow>(cookie, "jobs.now", undefined);
  return running.some((r) => r.run === run);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

async function timed(cookie: string, path: string, input: unknown): Promise<number> {
  const began = performance.now();
  await ask(cookie, path, input);
  return performance.now() - began;
}

function ask<T>(cookie: string, path: string, input: unknown): Promise<T> {
  const { hostname, port } = new URL(server.url);
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return new Promise((resolve, reject) => {
    get({ hostname, port, path: `/api/trpc/${path}${query}`, agent, headers: { cookie } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => (text += chunk));
      answer.on("end", () =>
        answer.statusCode === 200
          ? resolve((JSON.parse(text) as { result: { data: T } }).result.data)
          : reject(new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`)),
      );
    }).on("error", reject);
  });
}
