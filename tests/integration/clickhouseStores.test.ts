import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOfRows } from "../../db/clickhouse/blocksOfRows.ts";
import {
  encodeObservations,
  LOAD_COLUMNS,
  observationColumns,
} from "../../db/clickhouse/encodeObservations.ts";
import { migrateClickhouse } from "../../db/clickhouse/migrateClickhouse.ts";
import { type Clickhouse, openClickhouse } from "../../db/clickhouse/openClickhouse.ts";
import { createStage } from "../../db/clickhouse/staging.ts";
import { analysisStore } from "../../db/stores/analyses.ts";
import type { AppendRow } from "../../db/stores/contract.ts";
import { forecastStore } from "../../db/stores/forecasts.ts";
import { type ClickhouseObservationStore, observationStore } from "../../db/stores/observations.ts";
import { signalStore } from "../../db/stores/signals.ts";
import { epochDay } from "../../models/series/date.ts";
import type { Basis } from "../../models/series/period.ts";
import { startClickhouseServer } from "../support/clickhouseChild.ts";

const CPI = { indicator: "cpi.yoy", region: "CHN" };
const RETAIL = { indicator: "retail.ytd", region: "CHN" };
const OUTPUT = { indicator: "output.yoy", region: "CHN" };
const STRANGER = { indicator: "cpi.yoy", region: "999999" };
const IDS = new Map([CPI, RETAIL, OUTPUT].map((key, i) => [`${key.indicator} ${key.region}`, i + 1]));

/** A row of one of the three series above. */
function row(
  key: typeof CPI,
  period: string,
  value: number | null,
  vintage: string,
  reason: AppendRow["reason"] = null,
): AppendRow {
  return {
    seriesId: IDS.get(`${key.indicator} ${key.region}`)!,
    ...key,
    period,
    value,
    status: value === null ? "missing" : "normal",
    reason: value === null ? (reason ?? "withdrawn") : null,
    vintage,
    vintageBasis: "release-record",
  };
}

describe.each(["embedded", "server"] as const)("the figures of the base, %s", (transport) => {
  let folder: string;
  let clickhouse: Clickhouse;
  let store: ClickhouseObservationStore;
  let stop: () => Promise<void> = () => Promise.resolve();
  let load = 0;
  const append = (rows: Parameters<typeof store.append>[1], at = "2026-04-09T01:30:00.000Z") =>
    store.append(++load, rows, at);
  const tables = async () =>
    (await clickhouse.read("SELECT name FROM system.tables WHERE database = currentDatabase()")).texts(
      "name",
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guanlan-figures-"));
    if (transport === "embedded") clickhouse = await openClickhouse({ dataDir: join(folder, "figures") });
    else {
      const server = await startClickhouseServer(join(folder, "figures"));
      stop = server.stop;
      clickhouse = await openClickhouse({ url: server.url, username: "default", password: server.password });
    }
    await migrateClickhouse(clickhouse);
    const basis = (indicator: string): Basis => (indicator === "retail.ytd" ? "year-to-date" : "period");
    store = observationStore(
      clickhouse,
      {
        id: (key) => {
          const generated = /^generated\.(\d+)$/.exec(key.indicator)?.[1];
          return generated ? Number(generated) : (IDS.get(`${key.indicator} ${key.region}`) ?? null);
        },
        key: (id) => [CPI, RETAIL, OUTPUT][id - 1] ?? null,
      },
      (indicator) =>
        indicator === "unheard.of" ? null : { frequency: "M", basis: basis(indicator), unit: "percent" },
    );
  });
  afterAll(async () => {
    await store?.tidied();
    await clickhouse?.close();
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("starts empty, without a day to call today", async () => {
    expect(await store.counts()).toEqual({ observations: 0, series: 0, vintages: 0 });
    expect(await store.baseDate()).toBeNull();
    expect(await store.latest([CPI])).toEqual([null]);
    expect((await store.series([CPI]))[0]!.values).toEqual([]);
  });

  it("reads each month as it was known on a day; a revision of January leaves the March vintage as it was", async () => {
    await append([
      row(CPI, "2026-01", 0.2, "2026-02-11"),
      row(CPI, "2026-02", 1.3, "2026-03-09"),
      row(CPI, "2026-03", 1.0, "2026-04-10"),
      row(RETAIL, "2026-01/P2M", 2.8, "2026-03-16"),
      row(RETAIL, "2026-01/P3M", 2.4, "2026-04-16"),
    ]);
    await append([row(CPI, "2026-01", 0.3, "2026-05-11")], "2026-05-11T01:30:00.000Z");
    const values = async (asOf?: string) => (await store.series([CPI], asOf ? { asOf } : {}))[0]!.values;
    expect(await values()).toEqual([0.3, 1.3, 1.0]);
    expect(await values("2026-05-10")).toEqual([0.2, 1.3, 1.0]);
    expect(await values("2026-03-09")).toEqual([0.2, 1.3]);
    expect(await values("2026-03-08")).toEqual([0.2]);
    expect(await values("2026-02-10")).toEqual([]);
  });

  it("keeps combined and cumulative periods, and answers in the order asked, also for a series without figures", async () => {
    const [retail, stranger, cpi] = await store.series([RETAIL, STRANGER, CPI]);
    expect(retail!.periods).toEqual(["2026-01/P2M", "2026-01/P3M"]);
    expect(stranger).toMatchObject({ region: "999999", values: [], periods: [] });
    expect(cpi!.vintages).toEqual(["2026-05-11", "2026-03-09", "2026-04-10"]);
    await expect(store.series([{ indicator: "unheard.of", region: "CHN" }])).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(store.series([CPI], { asOf: "2026-02-30" })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });

  it("keeps a withdrawn figure withdrawn, and shows it again before that day", async () => {
    await append([row(CPI, "2026-03", null, "2026-06-01", "withdrawn")], "2026-06-01T02:00:00.000Z");
    const [now] = await store.series([CPI]);
    expect([now!.values, now!.reasons.at(-1), now!.status.at(-1)]).toEqual([
      [0.3, 1.3, null],
      "withdrawn",
      "missing",
    ]);
    expect((await store.series([CPI], { asOf: "2026-05-31" }))[0]!.values).toEqual([0.3, 1.3, 1.0]);
    expect((await store.latest([CPI]))[0]).toMatchObject({
      period: "2026-03",
      value: null,
      status: "missing",
      reason: "withdrawn",
      previous: 1.3,
    });
  });

  it("takes the later of two loads within one vintage, even within one millisecond", async () => {
    await append([row(CPI, "2026-04", 0.7, "2026-06-10")], "2026-06-10T02:00:00.000Z");
    await append([row(CPI, "2026-04", 0.9, "2026-06-10")], "2026-06-10T02:00:00.000Z");
    expect((await store.series([CPI]))[0]!.values.at(-1)).toBe(0.9);
    await append([row(CPI, "2026-04", 0.8, "2026-06-10")], "2026-06-10T03:00:00.000Z");
    expect((await store.series([CPI]))[0]!.values.at(-1)).toBe(0.8);
    expect((await store.latest([CPI]))[0]).toMatchObject({ value: 0.8, previous: null });
  });

  it("tells the whole history of a series, by period and vintage, with the load of each figure", async () => {
    const [history, none] = await store.history([CPI, STRANGER]);
    expect(history!.map((o) => [o.period, o.vintage, o.value, o.load])).toEqual([
      ["2026-01", "2026-02-11", 0.2, 1],
      ["2026-01", "2026-05-11", 0.3, 2],
      ["2026-02", "2026-03-09", 1.3, 1],
      ["2026-03", "2026-04-10", 1.0, 1],
      ["2026-03", "2026-06-01", null, 3],
      ["2026-04", "2026-06-10", 0.7, 4],
      ["2026-04", "2026-06-10", 0.9, 5],
      ["2026-04", "2026-06-10", 0.8, 6],
    ]);
    expect(history![1]).toMatchObject({
      loadedAt: "2026-05-11T01:30:00.000Z",
      vintageBasis: "release-record",
    });
    expect(none).toEqual([]);
    expect((await store.history([CPI], { asOf: "2026-03-09" }))[0]).toHaveLength(2);
  });

  it("gives the newest figure and sparklines from the cache as from the observations themselves", async () => {
    const keys = [CPI, STRANGER, RETAIL];
    expect(await store.latest(keys)).toEqual(await store.latest(keys, { asOf: "2030-01-01" }));
    expect(await store.tails(keys, 3)).toEqual(await store.tails(keys, 3, { asOf: "2030-01-01" }));
    expect((await store.tails([CPI], 3))[0]).toEqual({
      periods: ["2026-02", "2026-03", "2026-04"],
      values: [1.3, null, 0.8],
    });
    expect((await store.latest([CPI], { asOf: "2026-03-31" }))[0]).toMatchObject({
      value: 1.3,
      previous: 0.2,
    });
    expect((await store.tails([CPI], 100))[0]!.values).toEqual([0.3, 1.3, null, 0.8]);
  });

  it("knows no number before the first", async () => {
    await append([row(OUTPUT, "1900-02", 7, "1900-03-01")]);
    expect((await store.latest([OUTPUT]))[0]).toMatchObject({ period: "1900-02", value: 7, previous: null });
    expect(await store.discard(load)).toBe(1);
  });

  it("names the series that a load touched", async () => {
    expect(await store.touched(1)).toEqual([CPI, RETAIL]);
    expect(await store.touched(999)).toEqual([]);
  });

  it("counts what it holds and knows the newest vintage", async () => {
    expect(await store.counts()).toEqual({ observations: 10, series: 2, vintages: 8 });
    expect(await store.baseDate()).toBe("2026-06-10");
  });

  it("refuses a row that is no observation, and leaves nothing of its load behind", async () => {
    const before = await store.counts();
    const bad = [
      { ...row(CPI, "2026-05", 1, "2026-06-11"), status: "missing" as const },
      { ...row(CPI, "2026-05", Number.NaN, "2026-06-11") },
      row(CPI, "2026-13", 1, "2026-06-11"),
      row(CPI, "2026-05", 1, "11.6.2026"),
      { ...row(CPI, "2026-05", null, "2026-06-11"), reason: null },
    ];
    for (const each of bad)
      await expect(append([row(CPI, "2026-05", 1, "2026-06-11"), each])).rejects.toMatchObject({
        code: "invalid-input",
      });
    expect(await store.counts()).toEqual(before);
    expect((await tables()).filter((name) => name.includes("_stage_"))).toEqual([]);
  });

  it("discards a load and everything it changed", async () => {
    const before = [await store.latest([CPI, OUTPUT]), await store.counts(), await store.series([CPI])];
    await append([row(CPI, "2026-05", 5, "2026-06-20"), row(OUTPUT, "2026-05", 6, "2026-06-20")]);
    expect((await store.latest([CPI, OUTPUT])).map((figure) => figure?.value)).toEqual([5, 6]);
    expect(await store.discard(load)).toBe(2);
    expect([await store.latest([CPI, OUTPUT]), await store.counts(), await store.series([CPI])]).toEqual(
      before,
    );
    expect(await store.discard(load)).toBe(0);
  });

  it("clears up after a load that was killed at any moment", async () => {
    const before = [await store.latest([CPI]), await store.counts()];
    const rows = [row(CPI, "2026-05", 5, "2026-06-20")];
    const columns = LOAD_COLUMNS.map(([name]) => name);
    const killed = ++load;
    const stage = await createStage(clickhouse, "observations", killed, { load_id: String(killed) });
    for (const bytes of blocksOfRows(rows)) await clickhouse.insert(stage.name, columns, { bytes });
    expect([await store.latest([CPI]), await store.counts()]).toEqual(before); // before the hand-over
    await stage.move(); // and after it, before `latest` followed
    expect(await store.discard(killed)).toBe(1);
    expect([await store.latest([CPI]), await store.counts()]).toEqual(before);
    expect((await tables()).filter((name) => name.includes("_stage_"))).toEqual([]);
  });

  it("rebuilds the cache from the observations, whatever stood in it", async () => {
    const before = [await store.latest([CPI, RETAIL]), await store.tails([CPI, RETAIL], 12)];
    await clickhouse.run("TRUNCATE TABLE latest");
    expect(await store.latest([CPI])).toEqual([null]);
    await store.rebuildLatest();
    expect([await store.latest([CPI, RETAIL]), await store.tails([CPI, RETAIL], 12)]).toEqual(before);
  });

  it("shows a reader all of a load or nothing, however often he looks", async () => {
    const series = 300;
    const months = 120;
    const files = await loadFiles(folder, series, months, 4);
    const rows = series * months * 4;
    const seen = new Set<string>();
    let looking = true;
    const reader = async () => {
      while (looking) {
        const whole = await clickhouse.read(
          "SELECT load_id, count() AS n FROM observations WHERE load_id >= {from:UInt32} GROUP BY load_id",
          { params: { from: load } },
        );
        for (let i = 0; i < whole.rows; i++) seen.add(`figures ${whole.numbers("n")[i]}`);
        const latest = await clickhouse.read(
          "SELECT load_id, count() AS n FROM latest FINAL WHERE load_id >= {from:UInt32} GROUP BY load_id",
          { params: { from: load } },
        );
        for (let i = 0; i < latest.rows; i++) seen.add(`latest ${latest.numbers("n")[i]}`);
      }
    };
    const first = load + 1;
    load = first - 1;
    const readers = [reader(), reader()];
    for (let i = 0; i < 4; i++) expect(await append({ files })).toBe(rows);
    looking = false;
    await Promise.all(readers);
    // A later load of the same series takes its rows of `latest` over, all at once.
    expect([...seen].sort()).toEqual([`figures ${rows}`, `latest ${series}`]);
    const keys = [{ indicator: "generated.1005", region: "CHN" }];
    expect((await store.series(keys))[0]!.values).toHaveLength(months);
    expect((await store.history(keys))[0]).toHaveLength(months * 4 * 4);
  });

  it("keeps forecasts by day of knowledge; the newest run of a day replaces the earlier", async () => {
    const forecasts = forecastStore(clickhouse, () => Date.parse("2026-06-11T00:00:00Z"));
    const forecast = (model: string, asOf: string, run: number, mean: number) => ({
      model,
      modelVersion: "1",
      ...CPI,
      asOf,
      origin: "2026-04",
      periods: ["2026-05", "2026-06"],
      mean: [mean, mean + 1],
      sd: [0.5, 0.7],
      intervals: [
        { level: 80, lower: [0, 1], upper: [2, 3] },
        { level: 95, lower: [-1, 0], upper: [3, 4] },
      ],
      members: [],
      run,
    });
    await forecasts.saveForecasts([
      forecast("ets", "2026-05-11", 1, 1),
      forecast("drift", "2026-06-11", 1, 3),
    ]);
    await forecasts.saveForecasts([forecast("ets", "2026-05-11", 2, 2), forecast("ets", "2026-06-11", 2, 4)]);
    expect(await forecasts.forecasts(CPI)).toEqual([
      forecast("drift", "2026-06-11", 1, 3),
      forecast("ets", "2026-06-11", 2, 4),
    ]);
    expect(await forecasts.forecasts(CPI, { asOf: "2026-06-10" })).toEqual([
      forecast("ets", "2026-05-11", 2, 2),
    ]);
    expect(await forecasts.forecasts(STRANGER)).toEqual([]);
  });

  it("keeps what a combination is made of; a forecast kept before that reads as made of nothing known", async () => {
    const forecasts = forecastStore(clickhouse, () => Date.parse("2026-06-11T00:00:00Z"));
    const key = { indicator: "ppi.yoy", region: "CHN" };
    const columns =
      "indicator, region, model, model_version, as_of, run, origin, periods, mean, sd, levels, lower, upper";
    await clickhouse.run(`INSERT INTO forecasts (${columns})
SELECT 'ppi.yoy', 'CHN', 'combination', '2', '2026-05-11', 1, '2026-04', ['2026-05'], [1.5], [0.5], [80], [[1]], [[2]]`);
    const [old] = await forecasts.forecasts(key);
    expect(old).toMatchObject({ asOf: "2026-05-11", run: 1, mean: [1.5], members: [] });
    const members = [
      { model: "ets", version: "1", weight: 0.625, rmse: 0.4, errors: 150 },
      { model: "arima", version: "2", weight: 0.375, rmse: null, errors: 0 },
    ];
    await forecasts.saveForecasts([{ ...old!, asOf: "2026-06-11", run: 2, members }]);
    expect((await forecasts.forecasts(key))[0]).toEqual({ ...old!, asOf: "2026-06-11", run: 2, members });
    expect(await forecasts.forecasts(key, { asOf: "2026-06-01" })).toEqual([old]);
  });

  it("keeps results of analyses by what was read; what was read otherwise is another result", async () => {
    let clock = Date.parse("2026-06-11T00:00:00Z");
    const analyses = analysisStore(clickhouse, () => clock);
    const key = { analysis: "nowcast", subject: "gdp.yoy", version: "2", inputs: "ab12" };
    const row = {
      ...key,
      day: "2026-06-10",
      vintages: [
        { indicator: "cpi.yoy", vintage: "2026-06-10", observations: 8 },
        { indicator: "retail.ytd", vintage: null, observations: 0 },
      ],
      parameters: { factors: 1, 说明: "“引号”与\n换行" },
      seed: 20_250_101,
      run: 7,
      codeVersion: "abc",
      durationMs: 1234,
      result: JSON.stringify({ 增长: 5.1, path: Array.from({ length: 5_000 }, (_, i) => i / 7) }),
    };
    expect(await analyses.find(key)).toBeNull();
    await analyses.save(row);
    expect(await analyses.find(key)).toEqual({ ...row, savedAt: "2026-06-11T00:00:00.000Z" });
    for (const other of [{ inputs: "cd34" }, { version: "3" }, { subject: "cpi.yoy" }, { analysis: "cycle" }])
      expect(await analyses.find({ ...key, ...other })).toBeNull();
    clock += 1000;
    await analyses.save({ ...row, run: 8 });
    await analyses.save({ ...row, inputs: "cd34", day: "2026-05-11", run: 9 });
    expect(await analyses.find(key)).toMatchObject({ run: 8, savedAt: "2026-06-11T00:00:01.000Z" });
    expect(await analyses.days(key)).toEqual(["2026-05-11", "2026-06-10"]);
  });

  it("keeps error records and back-test points, also where a ratio has no number", async () => {
    let clock = Date.parse("2026-06-11T00:00:00Z");
    const forecasts = forecastStore(clickhouse, () => clock);
    const summary = {
      model: "ets",
      modelVersion: "1",
      ...CPI,
      horizon: 3,
      origins: 24,
      firstOrigin: "2024-04",
      lastOrigin: "2026-03",
      dataBasis: "vintages" as const,
      mae: 0.2,
      rmse: 0.3,
      mase: 0.8,
      coverage80: 79.2,
      coverage95: 95.8,
      relativeToNaive: Number.NaN,
      gate: "passed" as const,
      run: 1,
    };
    const point = (origin: string, predicted: number) => ({
      model: "ets",
      modelVersion: "1",
      ...CPI,
      horizon: 3,
      origin,
      originAsOf: origin === "2025-11" ? "2025-12-09" : "2026-01-09",
      originBasis: "release-record" as const,
      target: origin === "2025-11" ? "2026-02" : "2026-03",
      predicted,
      lower80: 0,
      upper80: 2,
      lower95: -1,
      upper95: 3,
      actual: 1,
      actuals:
        origin === "2025-11"
          ? [
              { day: "2026-03-09", value: 0.9 },
              { day: "2026-05-01", value: null },
              { day: "2026-06-01", value: 1 },
            ]
          : [{ day: "2026-04-10", value: 1 }],
      scale: origin === "2025-11" ? 0.4 : null,
      plainNaive: 0.5,
      seasonalNaive: origin === "2025-11" ? null : 0.7,
      naive: 0.5,
    });
    await forecasts.saveBacktest([point("2025-11", 1), point("2025-12", 2)], [summary]);
    clock += 1000;
    await forecasts.saveBacktest([point("2025-12", 3)], [{ ...summary, run: 2, gate: "lost-to-naive" }]);
    expect(await forecasts.backtest(CPI)).toEqual([point("2025-11", 1), point("2025-12", 3)]);
    expect(await forecasts.backtest({ ...CPI, region: "110000" })).toEqual([]);
    const known = async (asOf: string) => {
      const groups = await forecasts.points({ asOf, model: "ets", indicator: "cpi.yoy", horizon: 3 });
      return groups.map((g) => [g.origins, g.predicted, g.actual]);
    };
    // As of a day only what it knew: origins, the first word on an actual, one taken back, one said anew.
    expect(await known("2025-12-08")).toEqual([]);
    expect(await known("2026-03-08")).toEqual([
      [
        ["2025-11", "2025-12"],
        [1, 3],
        [Number.NaN, Number.NaN],
      ],
    ]);
    expect(await known("2026-04-10")).toEqual([
      [
        ["2025-11", "2025-12"],
        [1, 3],
        [0.9, 1],
      ],
    ]);
    expect(await known("2026-05-31")).toEqual([
      [
        ["2025-11", "2025-12"],
        [1, 3],
        [Number.NaN, 1],
      ],
    ]);
    expect(await known("2026-06-11")).toEqual([
      [
        ["2025-11", "2025-12"],
        [1, 3],
        [1, 1],
      ],
    ]);
    expect((await forecasts.points({ asOf: "2026-06-11" }))[0]).toMatchObject({
      model: "ets",
      modelVersion: "1",
      ...CPI,
      horizon: 3,
      originDays: ["2025-12-09", "2026-01-09"],
      originBases: ["release-record", "release-record"],
      targets: ["2026-02", "2026-03"],
      actualDays: ["2026-03-09", "2026-04-10"],
      scale: [0.4, Number.NaN],
      plainNaive: [0.5, 0.5],
      seasonalNaive: [Number.NaN, 0.7],
    });
    expect(await forecasts.points({ asOf: "2026-06-11", horizon: 1 })).toEqual([]);
    expect(await forecasts.errors()).toEqual([{ ...summary, run: 2, gate: "lost-to-naive" }]);
    expect(await forecasts.errors({ model: "ets", indicator: "cpi.yoy", horizon: 3 })).toHaveLength(1);
    expect(await forecasts.errors({ horizon: 1 })).toEqual([]);
  });

  it("keeps what each rule said on each day, and only its last word", async () => {
    const signals = signalStore(clickhouse, () => Date.now());
    expect(await signals.lastDay("2026-12-31")).toBeNull();
    const signal = (asOf: string, severity: "none" | "watch", value: number | null) => ({
      rule: "deflation",
      ruleVersion: "1",
      asOf,
      subject: CPI,
      severity,
      direction: "cold" as const,
      period: "2026-04",
      value,
      threshold: null,
      detail: JSON.stringify({ 说明: "连续三个月低于零", quote: `'"\\` }),
    });
    await signals.save([signal("2026-05-11", "none", 0.3), signal("2026-06-11", "none", 0.1)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await signals.save([signal("2026-06-11", "watch", null)]);
    expect(await signals.list({ rule: "deflation" })).toEqual([
      signal("2026-05-11", "none", 0.3),
      signal("2026-06-11", "watch", null),
    ]);
    expect(await signals.list({ subject: CPI, from: "2026-06-01", to: "2026-06-30" })).toHaveLength(1);
    expect(await signals.list({ subject: STRANGER })).toEqual([]);
    const days = ["2026-05-10", "2026-06-10", "2046-12-31"].map((to) => signals.lastDay(to));
    expect(await Promise.all(days)).toEqual([null, "2026-05-11", "2026-06-11"]);
  });
});

/** Load files of generated monthly figures, `vintages` of each, spread over several files and blocks. */
async function loadFiles(
  folder: string,
  series: number,
  months: number,
  vintages: number,
): Promise<string[]> {
  const files: string[] = [];
  for (let part = 0; part < 3; part++) {
    const blocks: Uint8Array[] = [];
    for (let id = part; id < series; id += 3) {
      const columns = observationColumns(months * vintages);
      for (let i = 0; i < months * vintages; i++) {
        const month = Math.floor(i / vintages);
        columns.seriesId[i] = 1000 + id;
        columns.start[i] = epochDay(2016, 1 + month, 1);
        columns.end[i] = epochDay(2016, 2 + month, 0);
        columns.vintage[i] = columns.end[i]! + 10 + (i % vintages) * 30;
        columns.value[i] = i;
        columns.reason[i] = 255;
      }
      blocks.push(encodeObservations(columns, months * vintages));
    }
    const file = join(folder, `load-${(await readdir(folder)).length}`);
    await writeFile(file, Buffer.concat(blocks));
    files.push(file);
  }
  return files;
}
