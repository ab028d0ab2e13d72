import { setMaxListeners } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBase } from "../../db/open.ts";
import type { Base, Run, SeriesKey } from "../../db/stores/contract.ts";
import type { Analysis } from "../../models/analyses/contract.ts";
import { event } from "../../models/analyses/event.ts";
import { risk } from "../../models/analyses/risk.ts";
import { seasonalAdjustment } from "../../models/analyses/seasonalAdjustment.ts";
import type { AppError } from "../../models/errors.ts";
import { AGENCIES, heads, INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import { readingsOf } from "../../models/readings/readings.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import { type Analyses, createAnalyses, type MakeOptions } from "../../server/analyses/analyses.ts";
import { analysesTouched, refreshAnalyses } from "../../server/analyses/refreshAnalyses.ts";
import { createModelPool, type ModelPool } from "../../server/workers/modelPool.ts";
import { seedHistories } from "../contracts/seedKnowledge.ts";

const SUBJECT = "exports.usd";
const OTHER = "imports.usd";
const DAY = "2025-05-31";

describe("standing analyses, kept by what was read", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "guanlan-analyses-"));
  const seed = seedHistories();
  /** The figures of the base; a test may publish more. */
  const figures = new Map<string, readonly StoredObservation[]>();
  let dataVersion = 1;
  let base: Base;
  let pool: ModelPool;
  let analyses: Analyses;

  const observations = {
    history: (keys: readonly SeriesKey[]) =>
      Promise.resolve(keys.map((k) => [...(figures.get(inputKey(k.indicator, k.region)) ?? [])])),
  };
  const publish = (indicator: string, change: (h: readonly StoredObservation[]) => StoredObservation[]) => {
    const key = inputKey(indicator, "CHN");
    figures.set(key, change(figures.get(key)!));
    dataVersion++;
  };
  /** A process of its own memory on the same base. */
  const open = (over: ModelPool = pool): Analyses =>
    createAnalyses({
      base: { analyses: base.analyses, observations },
      pool: over,
      desk: (asOf) => ({
        runs: base.runs,
        now: () => new Date(),
        codeVersion: "test",
        dataVersion: String(dataVersion),
        asOf,
      }),
    });
  const get = (subject = SUBJECT, asOf = DAY, options: MakeOptions = {}) =>
    analyses.get(seasonalAdjustment, subject, asOf, options);
  const runs = (subject = SUBJECT): Promise<Run[]> =>
    base.runs
      .list({ model: seasonalAdjustment.id, limit: 100 })
      .then((all) => all.filter((r) => r.indicator === subject));

  beforeAll(async () => {
    ({ base } = await openBase({
      dataDir,
      heads,
      catalogue: { indicators: INDICATORS, regions: REGIONS, agencies: AGENCIES },
      now: () => new Date(),
    }));
    pool = createModelPool({ modelsDir: "/nonexistent", threads: 1 });
  });
  beforeEach(() => {
    for (const [key, { history }] of seed) figures.set(key, history);
    dataVersion++;
    analyses = open();
  });
  afterAll(async () => {
    await pool?.close();
    await base?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("is made once and found again: by the same process, by another, and on a later day that knew no more", async () => {
    const made = await get();
    expect(made.result.adjusted.length).toBeGreaterThan(60);
    expect(await get()).toEqual(made);
    const later = await open().get(seasonalAdjustment, SUBJECT, "2025-06-02");
    expect(later).toEqual(made);
    expect(await analyses.kept(seasonalAdjustment, SUBJECT, DAY)).toMatchObject({ run: made.run });
    expect(await runs()).toHaveLength(1);
  });

  it("keeps in its run what it read by vintage, under which version and settings, and how it ended", async () => {
    const made = await get();
    const run = await base.runs.get(made.run);
    expect(run).toMatchObject({
      kind: "analysis",
      version: seasonalAdjustment.version,
      state: "done",
      seed: made.seed,
      inputs: [{ indicator: SUBJECT, vintage: made.day, observations: made.vintages[0]!.observations }],
      parameters: JSON.parse(JSON.stringify(seasonalAdjustment.parameters(SUBJECT))),
    });
    expect(run!.message).toContain(`newest vintage ${made.day}`);
    expect(made.day <= DAY).toBe(true);
  });

  it("a figure published anew is another result; the day before it still finds the former", async () => {
    const before = await get();
    const vintage = "2025-06-09";
    publish(SUBJECT, (h) => [
      ...h,
      { ...h.findLast((o) => o.period === "2025-04")!, value: 250, vintage, status: "revised" },
    ]);
    const after = await get(SUBJECT, "2025-06-10");
    expect(after.day).toBe(vintage);
    expect(after.inputs).not.toBe(before.inputs);
    expect(after.result.adjusted).not.toEqual(before.result.adjusted);
    expect((await get()).run).toBe(before.run);
  });

  it("as of a past day it is what is computed where nothing later was ever published", async () => {
    const past = "2019-12-31";
    const all = await get(SUBJECT, past);
    publish(SUBJECT, (h) => h.filter((o) => o.vintage <= past));
    const alone = await get(SUBJECT, DAY);
    expect(alone.inputs).toBe(all.inputs);
    const known = figures.get(inputKey(SUBJECT, "CHN"))!;
    const again = await pool.run({
      kind: "analysis",
      analysis: seasonalAdjustment.id,
      subject: SUBJECT,
      read: [{ head: { ...heads(SUBJECT), region: "CHN" }, history: known }],
      until: DAY,
      seed: all.seed,
    });
    expect(again).toMatchObject({ ok: true });
    expect(JSON.parse((again as { result: string }).result)).toEqual(all.result);
  });

  it("a day that knew too little is told the analysis' own sentence, and runs once", async () => {
    const refused = get(OTHER, "1998-12-31").catch((error: unknown) => error);
    expect(await refused).toMatchObject({
      code: "not-enough-data",
      message: expect.stringMatching(/imports\.usd/),
    });
    expect(await get(OTHER, "1998-12-31").catch((error: unknown) => error)).toEqual(await refused);
    expect(await analyses.kept(seasonalAdjustment, OTHER, "1998-12-31")).toBeNull();
    const { words } = (await refused) as AppError;
    expect(words!.zh).toMatch(/\p{Script=Han}/u);
    expect(await runs(OTHER)).toMatchObject([{ state: "refused", message: `${words!.zh}\n${words!.en}` }]);
    expect((await base.runs.unsettled()).map((r) => [r.state, r.indicator])).toEqual([["refused", OTHER]]);
  });

  it("one that fails stays under its name until it succeeds, and the rest goes on", async () => {
    const stranger: Analysis = { ...(seasonalAdjustment as Analysis), id: "nobody-answers" };
    const work = [
      { analysis: stranger, subject: SUBJECT },
      { analysis: seasonalAdjustment as Analysis, subject: OTHER },
    ];
    const told: string[] = [];
    const { made, failures } = await refreshAnalyses(analyses, work, DAY, {
      signal: new AbortController().signal,
      rank: "refresh",
      onProgress: (done, total) => told.push(`${done}/${total}`),
    });
    expect(made).toBe(1);
    expect(failures).toMatchObject([{ part: `nobody-answers of ${SUBJECT}` }]);
    expect(failures[0]!.message).toContain("nobody-answers");
    expect(told).toEqual(["0/2", "1/2", "2/2"]);
    const failing = (await base.runs.unsettled()).map((r) => `${r.model} ${r.indicator}`);
    expect(failing).toContain(`nobody-answers ${SUBJECT}`);
    expect(failing).not.toContain(`${seasonalAdjustment.id} ${OTHER}`);
  });

  it("two who ask share one computation; it goes on while one of them waits and ends with the last", async () => {
    publish(SUBJECT, (h) => h.filter((o) => o.vintage <= "2020-03-31"));
    const before = (await runs()).length;
    const [first, second] = [new AbortController(), new AbortController()];
    const left = get(SUBJECT, DAY, { signal: first.signal, rank: "refresh" });
    const stays = get(SUBJECT, DAY, { signal: second.signal });
    await new Promise((done) => setTimeout(done, 20));
    first.abort();
    await expect(left).rejects.toMatchObject({ code: "cancelled" });
    const made = await stays;
    expect(await runs()).toHaveLength(before + 1);
    expect((await base.runs.get(made.run))!.state).toBe("done");
  });

  it("cancelling ends the run as cancelled, its thread with it, and asking again makes it", async () => {
    publish(SUBJECT, (h) => h.filter((o) => o.vintage <= "2021-03-31"));
    const stop = new AbortController();
    const asked = get(SUBJECT, DAY, { signal: stop.signal });
    while ((await runs())[0]?.state !== "running") await new Promise((done) => setTimeout(done, 5));
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: "cancelled" });
    while ((await runs())[0]?.state === "running") await new Promise((done) => setTimeout(done, 5));
    expect((await runs())[0]).toMatchObject({ state: "cancelled" });
    expect((await get()).result.adjusted.length).toBeGreaterThan(60);
  });

  it("a page's result does not wait behind hundreds of tasks of the background", async () => {
    const read = [
      { head: { ...heads(OTHER), region: "CHN" }, history: figures.get(inputKey(OTHER, "CHN"))! },
    ];
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    let finished = 0;
    const crowd = Array.from({ length: 300 }, (_, i) =>
      pool
        .run(
          { kind: "analysis", analysis: seasonalAdjustment.id, subject: OTHER, read, until: DAY, seed: i },
          { rank: i % 2 === 0 ? "refresh" : "records", signal: stop.signal },
        )
        .then(() => finished++)
        .catch((error: unknown) => error),
    );
    publish(SUBJECT, (h) => h.filter((o) => o.vintage <= "2022-03-31"));
    await get();
    const ahead = finished;
    stop.abort();
    await Promise.all(crowd);
    expect(ahead).toBeLessThan(30);
  });

  it("events and their composite are one task of a thread, each with a run and a result of its own", async () => {
    let tasks = 0;
    const run: ModelPool["run"] = (...asked) => {
      tasks++;
      return pool.run(...asked);
    };
    const day = "2014-06-30";
    const over = open({ ...pool, run });
    const [composite, ...events] = await Promise.all([
      over.get(risk, "composite", day),
      ...event.subjects.map((subject) => over.get(event, subject, day)),
    ]);
    expect(tasks).toBe(1);
    const all = [composite, ...events];
    expect(new Set(all.map((made) => made.run)).size).toBe(all.length);
    for (const made of all)
      expect(await base.runs.get(made.run)).toMatchObject({
        state: "done",
        model: made.analysis,
        indicator: made.subject,
      });
    const read = [...seed.values()].filter((s) => s.head.region === "CHN");
    const readings = readingsOf(
      event.reads("overheating").map((id) => read.find((s) => s.head.indicator === id)!),
      day,
    );
    for (const made of events) expect(made.result).toEqual(event.compute(made.subject, readings, made.seed));
    expect(composite.result).toEqual(risk.compute("composite", readings, composite.seed));
    expect((await open().kept(risk, "composite", day))?.run).toBe(composite.run);
  });

  it("a release moves what reads it and nothing else", () => {
    const moved = analysesTouched("light", new Set([SUBJECT]));
    const named = moved.map((m) => `${m.analysis.id} ${m.subject}`);
    expect(named).toContain(`${seasonalAdjustment.id} ${SUBJECT}`);
    expect(named).not.toContain(`${seasonalAdjustment.id} ${OTHER}`);
    expect(analysesTouched("heavy", new Set(["no.such"]))).toEqual([]);
    expect(analysesTouched("heavy", null).map((m) => m.analysis.id)).toContain("nowcast");
  });
});
