import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBase } from "../../db/open.ts";
import type { AlertRecord, Base } from "../../db/stores/contract.ts";
import { backtest } from "../../models/forecast/backtest.ts";
import type { BacktestPoint } from "../../models/forecast/backtestContract.ts";
import { modelById } from "../../models/forecast/registry.ts";
import { forecastTargets, STEP } from "../../models/forecast/targets.ts";
import { AGENCIES, heads, INDICATORS, REGIONS } from "../../models/indicators/registry.ts";
import { type Edition, openEdition } from "../../server/edition.ts";
import { createEventBus, type EventBus } from "../../server/events.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import { createJobs } from "../../server/jobs/createJobs.ts";
import { derivedConnector } from "../../server/jobs/derivedConnector.ts";
import type { Jobs } from "../../server/jobs/jobs.ts";
import { loadModelRegistry } from "../../server/jobs/loadModelRegistry.ts";
import { SEED } from "../../server/jobs/recordRun.ts";
import type { LiveEvent } from "../../server/routers/views.ts";

const PMI = "pmi.manufacturing";
const SUBJECT = { indicator: PMI, region: "CHN" };
const HEADER = "indicator,region,period,value,status,reason,vintage,vintage_basis";
const CATALOGUE = { indicators: INDICATORS, regions: REGIONS };
/** A connector for whatever a test says the bureau published. */
const BUREAU = { ...derivedConnector, id: "test-bureau", agency: "NBS", provides: [PMI] };

/** A modeler's file: next month looks like the mean of the last three. */
const MODEL = `
export default {
  id: "mean-of-three",
  title: { zh: "三期均值", en: "Mean of three" },
  summary: { zh: "取最近三期的均值。", en: "The mean of the last three figures." },
  reference: { text: "A modeler's own note" },
  version: "1",
  frequencies: ["M"],
  supports: { gaps: true, drivers: false },
  defaults: {},
  minObservations: () => 3,
  fit({ target }) {
    const known = target.values.filter((v) => v !== null);
    if (known.length < 3) throw Object.assign(new Error("mean-of-three needs 3 monthly observations; " + target.indicator + " has " + known.length), { name: "AppError", code: "not-enough-data" });
    const last = target.values.findLastIndex((v) => v !== null);
    const mean = known.slice(-3).reduce((a, b) => a + b, 0) / 3;
    const slot = target.firstSlot + last + 1;
    const start = String(Math.floor(slot / 12)).padStart(4, "0") + "-" + String((slot % 12) + 1).padStart(2, "0");
    const spread = known.slice(1).reduce((a, b, i) => a + Math.abs(b - known[i]), 0) / (known.length - 1) + 0.01;
    return {
      parameters: { mean },
      fitted: target.values.map(() => null),
      predict: (horizon, levels) => ({
        start,
        mean: Array.from({ length: horizon }, () => mean),
        intervals: levels.map((level) => {
          const half = (h) => spread * (level / 40) * Math.sqrt(h + 1);
          return {
            level,
            lower: Array.from({ length: horizon }, (_, h) => mean - half(h)),
            upper: Array.from({ length: horizon }, (_, h) => mean + half(h)),
          };
        }),
      }),
    };
  },
};
`;

describe("what happens when a release lands", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "guanlan-jobs-"));
  const modelsDir = mkdtempSync(join(tmpdir(), "guanlan-models-"));
  const log = pino({ level: "silent" });
  let base: Base;
  let edition: Edition;
  let events: EventBus;
  let jobs: Jobs;
  const heard: LiveEvent[] = [];
  /** What pages were told of alerts of the PMI's level rule, since the last time asked. */
  const news = async (): Promise<string[]> => {
    const mine = new Set((await alertsOf("pmi-below-50")).map((a) => a.id));
    return heard
      .splice(0)
      .flatMap((e) => (e.kind === "alert" && mine.has(e.alert) ? [`${e.event} ${e.severity}`] : []));
  };

  /** The bureau publishes: period, value, day. Loaded through the real ingest, then refreshed. */
  async function published(...rows: [period: string, value: number, vintage: string][]): Promise<string[]> {
    heard.length = 0;
    const lines = rows.map(
      ([period, value, vintage]) => `${PMI},CHN,${period},${value},normal,,${vintage},document`,
    );
    const name = `pmi ${rows.at(-1)!.join(" ")}.csv`;
    const receipt = await ingest({
      base,
      catalogue: CATALOGUE,
      connector: BUREAU,
      source: {
        document: {
          request: { connector: BUREAU.id, path: name, vintage: null },
          name,
          mediaType: "text/csv",
          bytes: new TextEncoder().encode(`${[HEADER, ...lines].join("\n")}\n`),
          fetchedAt: new Date().toISOString(),
        },
      },
      actor: "steward",
      now: () => new Date(),
    });
    expect(receipt).toMatchObject({ state: "committed", rejected: 0, quarantined: 0 });
    const { failures } = await jobs.refreshAfterLoad({ indicators: [PMI] });
    expect(failures).toEqual([]);
    return news();
  }

  async function alertsOf(rule: string): Promise<AlertRecord[]> {
    const { items } = await base.alerts.list({ rules: [rule], limit: 100, offset: 0 });
    return items.filter((a) => a.openedAsOf >= "2025-03").toSorted((a, b) => a.id - b.id);
  }

  beforeAll(async () => {
    writeFileSync(join(modelsDir, "meanOfThree.mjs"), MODEL);
    writeFileSync(join(modelsDir, "broken.mjs"), "export default { id: 'No Model' };");
    ({ base } = await openBase({
      dataDir,
      heads,
      catalogue: { ...CATALOGUE, agencies: AGENCIES },
      now: () => new Date(),
    }));
    edition = await openEdition(base.observations, base.loads);
    events = createEventBus();
    events.subscribe(({ event }) => heard.push(event));
    const models = await loadModelRegistry(modelsDir);
    jobs = createJobs({
      base,
      events,
      models,
      edition,
      log,
      now: () => new Date(),
      codeVersion: "test",
      modelsDir,
    });
    // Four years of calm above 50, each month published on its last day.
    const calm = Array.from({ length: 50 }, (_, i) => {
      const period = `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
      return [period, 50.3 + ((i * 7) % 5) / 10, `${period}-28`] as [string, number, string];
    });
    const rows = calm.map(([p, v, d]) => `${PMI},CHN,${p},${v},normal,,${d},document`);
    await ingest({
      base,
      catalogue: CATALOGUE,
      connector: BUREAU,
      source: {
        document: {
          request: { connector: BUREAU.id, path: "history.csv", vintage: null },
          name: "history.csv",
          mediaType: "text/csv",
          bytes: new TextEncoder().encode(`${[HEADER, ...rows].join("\n")}\n`),
          fetchedAt: new Date().toISOString(),
        },
      },
      actor: "steward",
      now: () => new Date(),
    });
    await edition.refresh();
  });

  afterAll(async () => {
    await jobs?.close();
    await base?.close();
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(modelsDir, { recursive: true, force: true });
  });

  it("the first refresh tries every model on the one series there is, and says of the others why not", async () => {
    const progress: string[] = [];
    const outcome = await jobs.firstRefresh({
      onProgress: (p) => progress.push(`${p.title.en} ${p.done}/${p.total}`),
    });
    expect(outcome).toMatchObject({ asOf: "2025-02-28" });
    // A base without figures is no fault: each says in its run what it found and what it needs, in both languages.
    expect(outcome.failures).toEqual([]);
    const unsettled = await base.runs.unsettled();
    const refused = unsettled.filter((r) => r.state === "refused");
    expect(unsettled).toEqual(refused);
    const ets = refused.find((r) => r.kind === "forecast" && r.model === "ets" && r.indicator === "cpi.yoy");
    expect(ets!.message).toMatch(/居民消费价格同比”还没有数据.*\n.*“CPI, y\/y” has no figure/);
    for (const run of refused) expect(run.message).toMatch(/^.*\p{Script=Han}.*\n.+$/u);
    const first = (await base.runs.list({ kind: "first", limit: 1 }))[0]!;
    expect(first).toMatchObject({ state: "done" });
    // The indexes are made without the survey; rules read it.
    for (const kind of ["bounds", "derive", "replay"]) {
      const [part] = await base.runs.list({ kind, parent: first.id, limit: 5 });
      const { inputs, parameters, seed, codeVersion, finishedAt } = (await base.runs.get(part!.id))!;
      expect(inputs!.length).toBeGreaterThan(5);
      expect(inputs!.some((i) => i.indicator === PMI && i.vintage !== null)).toBe(kind === "replay");
      expect(Object.keys(parameters!)).not.toEqual([]);
      expect([seed, codeVersion, finishedAt]).not.toContain(null);
    }
    const told = [...new Set(progress.map((p) => p.replace(/ \d+\/\d+$/, "")))];
    expect(told.filter((t) => t.startsWith("Updating"))).toEqual([
      "Updating adjusted series, cycle and heat",
      "Updating nowcasts and risk probabilities",
    ]);
    expect(progress.at(-1)).toMatch(/^Replaying past warnings (\d+)\/\1$/);
    const errors = await base.forecasts.errors({ indicator: PMI, horizon: 1 });
    expect(errors.map((e) => e.model)).toEqual(expect.arrayContaining(["naive", "ets", "mean-of-three"]));
    expect((await base.forecasts.forecasts(SUBJECT)).map((f) => f.model)).toContain("mean-of-three");
  });

  it("a second one finds nothing left to do", async () => {
    const runs = await base.runs.list({ limit: 1_000 });
    const outcome = await jobs.firstRefresh();
    expect(outcome).toMatchObject({ bounds: 0, forecasts: 0, signals: 0, opened: 0, failures: [] });
    const models = (await base.runs.list({ limit: 1_000 })).filter((r) => r.model !== null);
    expect(models).toHaveLength(runs.filter((r) => r.model !== null).length);
  });

  it("a month below 50 opens an alert and tells the pages", async () => {
    expect(await published(["2025-03", 49.6, "2025-03-31"])).toEqual(["opened watch"]);
    expect(await alertsOf("pmi-below-50")).toMatchObject([
      {
        state: "open",
        severity: "watch",
        period: "2025-03",
        value: 49.6,
        replayed: false,
        openedAsOf: "2025-03-31",
      },
    ]);
  });

  it("refreshing again tells nobody again", async () => {
    heard.length = 0;
    await jobs.refreshAfterLoad({ indicators: [PMI] });
    expect(await news()).toEqual([]);
    expect(await alertsOf("pmi-below-50")).toHaveLength(1);
  });

  it("a revision that removes the cause un-fires the alert, with notice", async () => {
    expect(await published(["2025-03", 50.2, "2025-04-10"])).toEqual(["un-fired watch"]);
    const [alert] = await alertsOf("pmi-below-50");
    expect(alert).toMatchObject({ state: "closed", closedBecause: "revised", closedAsOf: "2025-04-10" });
    const found = await base.alerts.get(alert!.id);
    expect(found?.events.map((e) => e.kind)).toEqual(["opened", "un-fired"]);
    expect(found?.events.at(-1)?.text).toContain("revision");
  });

  it("the next bad month is another alert; a good one clears it", async () => {
    expect(await published(["2025-04", 48.8, "2025-04-30"])).toEqual(["opened warning"]);
    expect(await published(["2025-05", 49.4, "2025-05-31"])).toEqual(["eased watch"]);
    expect(await published(["2025-06", 50.4, "2025-06-30"])).toEqual(["closed watch"]);
    expect((await alertsOf("pmi-below-50")).at(-1)).toMatchObject({ closedBecause: "cleared" });
  });

  it("an alert that a person closed stays closed while the cause goes on, and opens anew when it gets worse", async () => {
    await published(["2025-07", 49.6, "2025-07-31"]);
    const open = (await alertsOf("pmi-below-50")).at(-1)!;
    const at = new Date().toISOString();
    await base.alerts.apply([
      {
        kind: "update",
        id: open.id,
        event: "closed",
        asOf: "2025-07-31",
        at,
        actor: "leader",
        text: "季节性",
        set: { state: "closed", closedAsOf: "2025-07-31", closedBecause: "person" },
      },
    ]);
    expect(await published(["2025-08", 49.5, "2025-08-31"])).not.toContain("opened watch");
    expect((await alertsOf("pmi-below-50")).at(-1)?.id).toBe(open.id);
    expect(await published(["2025-09", 48.5, "2025-09-30"])).toContain("opened warning");
  });

  it("a model file that keeps no promise is left out with the reason; the others run", async () => {
    const registry = await loadModelRegistry(modelsDir);
    expect(registry.get("mean-of-three")).toMatchObject({ source: "added", file: "meanOfThree.mjs" });
    expect(registry.failures).toMatchObject([{ file: "broken.mjs" }]);
    expect(registry.failures[0]!.reason).toContain("id must be kebab-case");
  });

  it("a modeler's run is answered at once, followed live, and recorded", async () => {
    heard.length = 0;
    const run = await jobs.runModels({ model: "mean-of-three", indicator: PMI, actor: "modeler" });
    await jobs.idle();
    const states = heard.flatMap((e) => (e.kind === "run" && e.run === run ? [e.state] : []));
    expect(states[0]).toBe("running");
    expect(states.at(-1)).toBe("done");
    expect(await base.runs.get(run)).toMatchObject({
      state: "done",
      kind: "models",
      model: "mean-of-three",
    });
    await expect(jobs.runModels({ model: "no-such", indicator: null, actor: "m" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(jobs.runModels({ model: null, indicator: "rrr", actor: "m" })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });

  it("a refresh keeps its parts under its number, each with what it read and its settings", async () => {
    await jobs.refreshAfterLoad({ indicators: [PMI] });
    await jobs.idle();
    const [refresh] = await base.runs.list({ kind: "refresh", limit: 1 });
    const parts = await base.runs.list({ parent: refresh!.id, limit: 500 });
    expect(parts.map((p) => p.kind)).toEqual(expect.arrayContaining(["backtest", "forecast", "warnings"]));
    const made = parts.find((p) => p.kind === "forecast" && p.model === "ets")!;
    expect(await base.runs.get(made.id)).toMatchObject({
      version: expect.any(String),
      inputs: [{ indicator: PMI, vintage: edition.baseDate, observations: expect.any(Number) }],
      parameters: { horizon: 12, levels: [50, 80, 95] },
    });
    const of = (kind: string): number => parts.find((p) => p.kind === kind && p.model === null)!.id;
    expect([of("backtest"), of("forecast"), of("warnings")].sort((a, b) => a - b)).toEqual([
      of("backtest"),
      of("forecast"),
      of("warnings"),
    ]);
  });

  it("after releases one by one, the back-test stands as if it were made at once on everything", async () => {
    const [history = []] = await base.observations.history([SUBJECT]);
    const { horizons, firstOrigin, head } = forecastTargets([PMI])[0]!;
    const whole = backtest({
      head,
      history,
      models: [modelById("ets"), modelById("drift")],
      horizons,
      firstOrigin,
      step: STEP,
      seed: SEED,
      actualsAsOf: edition.baseDate!,
    });
    const kept = await base.forecasts.backtest(SUBJECT);
    const of = (points: readonly BacktestPoint[], model: string) =>
      points
        .filter((p) => p.model === model)
        .map((p) => ({ ...p }))
        .sort((a, b) => a.horizon - b.horizon || a.origin.localeCompare(b.origin));
    expect(of(whole.points, "ets").length).toBeGreaterThan(20);
    for (const model of ["ets", "drift"]) expect(of(kept, model)).toEqual(of(whole.points, model));
  });

  it("a run is ended by who may, at once while it waits and with its threads while it works; the next goes on", async () => {
    const [working, waiting, next] = [
      await jobs.runModels({ model: "arima", indicator: PMI, actor: "modeler" }),
      await jobs.runModels({ model: "ets", indicator: PMI, actor: "modeler" }),
      await jobs.runModels({ model: "mean-of-three", indicator: PMI, actor: "modeler" }),
    ];
    expect(jobs.underWay().map((j) => j.run)).toEqual([working, waiting, next]);
    while (jobs.underWay()[0]?.title.en === "Running forecast models")
      await new Promise((done) => setTimeout(done, 5));
    await jobs.cancel({ run: waiting, actor: "王莉" });
    expect(await base.runs.get(waiting)).toMatchObject({
      state: "cancelled",
      message: "由王莉终止\nEnded by 王莉",
    });
    await jobs.cancel({ run: working, actor: "王莉" });
    await jobs.idle();
    expect((await base.runs.get(working))!.state).toBe("cancelled");
    expect((await base.runs.get(next))!.state).toBe("done");
    const parts = await base.runs.list({ parent: working, limit: 50 });
    expect(parts.map((p) => p.state)).not.toContain("running");
    expect(heard.filter((e) => e.kind === "run" && e.run === working).at(-1)).toMatchObject({
      state: "cancelled",
    });
    await expect(jobs.cancel({ run: working, actor: "王莉" })).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    ["first", () => jobs.firstRefresh()],
    ["refresh", () => jobs.refreshAfterLoad({ indicators: [PMI] })],
    ["daily", () => jobs.daily("2025-02-28")],
    ["records", () => jobs.catchUp()],
  ] as const)(
    "a run of kind %s is followed while it works and can be ended; nothing of it goes on",
    async (kind, begin) => {
      const outcome = begin().catch((error: unknown) => error);
      const mine = () => jobs.underWay().find((j) => j.kind === kind);
      while (!mine()) await new Promise((done) => setTimeout(done, 1));
      const { run } = mine()!;
      await jobs.cancel({ run, actor: "王莉" });
      expect(await outcome).toMatchObject({ code: "cancelled" });
      expect(await base.runs.get(run)).toMatchObject({
        kind,
        state: "cancelled",
        message: "由王莉终止\nEnded by 王莉",
      });
      await jobs.idle();
      const parts = await base.runs.list({ parent: run, limit: 50 });
      expect(parts.map((p) => p.state)).not.toContain("running");
      expect(mine()).toBeUndefined();
    },
  );

  it("what a cancelled refresh left undone the next one takes on", async () => {
    heard.length = 0;
    const stop = new AbortController();
    const first = jobs.refreshAfterLoad({ indicators: [PMI], signal: stop.signal });
    while (
      !heard.some(
        (e) => e.kind === "run" && e.title.en === "Back-testing forecast models" && e.state === "running",
      )
    )
      await new Promise((done) => setTimeout(done, 5));
    stop.abort();
    await expect(first).rejects.toMatchObject({ code: "cancelled" });
    const outcome = await jobs.refreshAfterLoad({ indicators: ["no.such"] });
    expect(outcome.forecasts).toBeGreaterThan(0);
  });

  it("closing in the middle of a run cancels it, and the record says so", async () => {
    const run = await jobs.runModels({ model: null, indicator: null, actor: "modeler" });
    await jobs.close();
    const found = (await base.runs.list({ limit: 500 })).filter((r) => r.state === "running");
    expect(found).toEqual([]);
    expect((await base.runs.list({ limit: 500 })).find((r) => r.id === run)?.state).toBe("cancelled");
  });
});
