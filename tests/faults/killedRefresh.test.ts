import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBase } from "../../db/open.ts";
import type { Base } from "../../db/stores/contract.ts";
import { AGENCIES, heads, INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import { openEdition } from "../../server/edition.ts";
import { createEventBus } from "../../server/events.ts";
import { createJobs } from "../../server/jobs/createJobs.ts";
import type { Jobs } from "../../server/jobs/jobs.ts";
import { loadModelRegistry } from "../../server/jobs/loadModelRegistry.ts";
import { publishLines } from "../support/publishLines.ts";

const PMI = "pmi.manufacturing";
const SUBJECT = { indicator: PMI, region: "CHN" };
const NO_MODELS = "/nonexistent";
const KILLED = new Error("the process is gone");
const now = () => new Date("2026-06-30T08:00:00Z");

/** Four years above 50, and a figure of the day on which the base stands already: nothing but the load says that it is new. */
const CALM = Array.from({ length: 48 }, (_, i) => {
  const period = `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
  return `${PMI},CHN,${period},${50.3 + ((i * 7) % 5) / 10},normal,,${period}-28,document`;
});
const REVISED = [`${PMI},CHN,2024-12,48.2,revised,,2024-12-28,document`];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Process {
  base: Base;
  jobs: Jobs;
  publish(lines: readonly string[], name: string): Promise<void>;
}

/** A process on a folder: opened for one piece of work, its notices read, and closed after it. */
async function inProcess<T>(
  folder: string,
  over: (base: Base) => Base,
  work: (p: Process) => Promise<T>,
): Promise<T> {
  const opened = await openBase({
    dataDir: folder,
    heads,
    catalogue: { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES },
    now,
  });
  const base = over(opened.base);
  const edition = await openEdition(base.observations, base.loads);
  const models = await loadModelRegistry(NO_MODELS);
  const jobs = createJobs({
    base,
    events: createEventBus(),
    models: { ...models, models: models.models.filter((m) => ["naive", "drift"].includes(m.model.id)) },
    edition,
    log: pino({ level: "silent" }),
    now,
    codeVersion: "test",
    modelsDir: NO_MODELS,
    threads: 1,
  });
  try {
    return await work({
      base,
      jobs,
      async publish(lines, name) {
        const of = { agency: "NBS", provides: [PMI] };
        const receipt = await publishLines({ base, now, of }, lines, name);
        if (receipt.state !== "committed" || receipt.accepted !== lines.length)
          throw new Error(`${name}: ${receipt.state}, ${receipt.accepted} of ${lines.length} rows`);
        await edition.refresh();
      },
    });
  } finally {
    await jobs.close();
    await opened.base.close();
  }
}

const whole = (base: Base): Base => base;

/** A base of which nothing can be written any more once `moment` comes: a process that is gone, or a disk that is full. */
function goneAt(moment: "saveForecasts" | "signals"): (base: Base) => Base {
  return (base) => {
    let gone = false;
    const dies =
      <A extends unknown[], R>(write: (...args: A) => Promise<R>, here: boolean) =>
      (...args: A): Promise<R> => {
        gone ||= here;
        return gone ? Promise.reject(KILLED) : write(...args);
      };
    const { forecasts, signals, analyses, alerts, runs, settings } = base;
    return {
      ...base,
      forecasts: {
        ...forecasts,
        saveBacktest: dies(forecasts.saveBacktest, false),
        saveForecasts: dies(forecasts.saveForecasts, moment === "saveForecasts"),
      },
      signals: { ...signals, save: dies(signals.save, moment === "signals") },
      analyses: { ...analyses, save: dies(analyses.save, false) },
      alerts: { ...alerts, apply: dies(alerts.apply, false) },
      runs: { ...runs, begin: dies(runs.begin, false), end: dies(runs.end, false) },
      settings: { ...settings, set: dies(settings.set, false) },
    };
  };
}

/** What a release leaves for pages: without run numbers. */
async function left({ base }: Process): Promise<unknown> {
  const [history = []] = await base.observations.history([SUBJECT]);
  const points = await base.forecasts.backtest(SUBJECT);
  const forecasts = await base.forecasts.forecasts(SUBJECT);
  const { items } = await base.alerts.list({ limit: 100, offset: 0 });
  const runs = await base.runs.list({ limit: 5_000 });
  return {
    history: history.map((o) => `${o.period} ${o.vintage} ${o.value}`),
    points: points.map((p) => `${p.model} ${p.horizon} ${p.origin} ${p.predicted} ${p.actual}`).sort(),
    forecasts: forecasts.map((f) => `${f.model} ${f.asOf} ${f.origin} ${f.mean.join(" ")}`).sort(),
    alerts: items
      .map((a) => `${a.rule} ${a.subject.indicator} ${a.state} ${a.severity} ${a.period} ${a.value}`)
      .sort(),
    running: runs.filter((r) => r.state === "running").length,
  };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guanlan-refresh-"));
  folders.push(folder);
  return folder;
}

describe("a refresh that is killed in the middle", () => {
  const calm = newFolder();
  let undisturbed: unknown;

  /** A copy of the base before the release, started and at rest. */
  const copy = (): string => {
    const folder = newFolder();
    cpSync(calm, folder, { recursive: true });
    return folder;
  };

  beforeAll(async () => {
    await inProcess(calm, whole, async ({ jobs, publish }) => {
      await publish(CALM, "calm.csv");
      await jobs.firstRefresh();
      await jobs.idle();
    });
    undisturbed = await inProcess(copy(), whole, async (p) => {
      await p.publish(REVISED, "revised.csv");
      await p.jobs.refreshAfterLoad({ indicators: [PMI] });
      await p.jobs.idle();
      return left(p);
    });
  });

  it.each(["saveForecasts", "signals"] as const)(
    "at %s: the next start leaves what an undisturbed one leaves, and nothing is still running",
    async (moment) => {
      const folder = copy();
      await inProcess(folder, goneAt(moment), async ({ jobs, publish }) => {
        await publish(REVISED, "revised.csv");
        await expect(jobs.refreshAfterLoad({ indicators: [PMI] })).rejects.toBe(KILLED);
      });
      const found = await inProcess(folder, whole, async (p) => {
        await p.jobs.firstRefresh();
        await p.jobs.idle();
        return left(p);
      });
      expect(found).toEqual(undisturbed);
    },
  );
});
