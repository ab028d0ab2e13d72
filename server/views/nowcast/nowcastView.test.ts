import { describe, expect, it } from "vitest";
import type { Role, User } from "../../../db/stores/contract.ts";
import type { Analysis } from "../../../models/analyses/contract.ts";
import { AppError } from "../../../models/errors.ts";
import type { Grade } from "../../../models/indicators/indicator.ts";
import type { NowcastResult, PastPeriod } from "../../../models/nowcast/china/nowcastResult.ts";
import { seriesOf } from "../../../models/series/series.ts";
import type { Services } from "../../services.ts";
import { createViewCache } from "../viewCache.ts";
import { nowcastRecordView } from "./nowcastRecordView.ts";
import { nowcastView } from "./nowcastView.ts";

const DAY = "2025-05-31";
const density = (mean: number) => ({
  mean,
  sd: 0.5,
  intervals: [{ level: 80, lower: mean - 0.6, upper: mean + 0.6 }],
});
const told: NowcastResult = {
  target: "gdp.yoy",
  period: "2025-Q2",
  specification: "gdp-growth",
  hash: "0",
  method: "factor-model",
  density: density(5.2),
  next: null,
  path: [
    { day: "2025-04-16", density: density(5.1) },
    { day: "2025-05-19", density: density(5.2) },
  ],
  steps: [
    {
      day: "2025-05-19",
      change: 0.1,
      items: [
        {
          indicator: "iva.yoy",
          group: "production",
          period: "2025-04",
          actual: 6.1,
          expected: 5.6,
          surprise: 0.5,
          weight: 0.2,
          impact: 0.1,
        },
      ],
      revisions: 0,
      parameters: 0,
    },
  ],
  members: [],
  before: { period: "2025-Q1", value: 5.4, day: "2025-04-16" },
  due: "2025-07-15",
};

/** A year of quarters told 84 days before with `early` as error and 7 days before with `late`; the last figure errs by 0.5. */
function yearOf(year: number, early: number, late: number): PastPeriod[] {
  return [1, 2, 3, 4].map((q) => {
    const stage = (daysBefore: number, error: number) => ({
      daysBefore,
      day: `${year}-01-01`,
      density: density(6 + error * (1 + q / 20)),
      naive: 6.5 + 0.01 * (year % 3),
      seasonalNaive: 6.9 + q / 100,
      autoregression: 6.4,
    });
    return {
      period: `${year}-Q${q}`,
      published: `${year}-12-2${q}`,
      actual: 6,
      stages: [stage(84, early), stage(7, late)],
      path: [{ day: `${year}-11-01`, mean: 6 }],
    };
  });
}

function servicesOf(
  record: (year: number) => PastPeriod[] | null,
  result: NowcastResult | null = told,
): Services {
  const row = { version: "1", inputs: "", day: DAY, vintages: [], run: 7, savedAt: `${DAY}T00:00:00Z` };
  const services = {
    edition: { baseDate: DAY, dataVersion: "1", key: "1.1" },
    cache: createViewCache(),
    analyses: {
      get: async (analysis: Analysis, subject: string) => {
        if (analysis.id === "nowcast" && result) return { ...row, analysis: "nowcast", subject, result };
        throw new AppError("not-enough-data", `nothing of ${subject}`);
      },
      kept: async (_: Analysis, subject: string) => {
        const periods = record(Number(subject.split("/")[1]));
        return (
          periods && { ...row, analysis: "nowcast-record", subject, result: { periods, basis: "mixed" } }
        );
      },
    },
    base: {
      observations: {
        series: async (keys: { indicator: string; region: string }[]) =>
          keys.map((k) => seriesOf({ ...k, frequency: "Q", basis: "period", unit: "percent" }, [])),
      },
    },
  };
  return services as unknown as Services;
}
const user = (role: Role, grades: Grade[] = ["public"]): User =>
  ({ name: role, displayName: role, role, grades }) as unknown as User;
const good = servicesOf((year) => yearOf(year, 0.2, 0.1));
const late = servicesOf((year) => yearOf(year, 0.9, 0.1));

describe("a nowcast for a leader", () => {
  it("is shown with the record of a day at least as far from publication, where that beat the last figure", async () => {
    const view = await nowcastView(good, user("leader"), "gdp.yoy", undefined);
    expect(view.record).toMatchObject({ daysBefore: 84, standing: "passed" });
    expect(view.shown).toMatchObject({ period: "2025-Q2", provenance: { run: 7 } });
    expect([view.why, view.progress]).toEqual([null, { kept: 16, of: 16 }]);
  });
  it("is withheld with a sentence and without any of its numbers where the record did not", async () => {
    const view = await nowcastView(late, user("leader"), "gdp.yoy", undefined);
    expect([view.shown, view.record, view.quietRecord]).toEqual([null, null, null]);
    expect(view.why!.zh).toContain("不展示");
    expect(view.headline.claims).toEqual([]);
    expect(JSON.stringify(view)).not.toContain("5.2");
  });
  it("is withheld while its record is being worked out, and that is the reason, not how few periods there are", async () => {
    const some = servicesOf((year) => (year < 2012 ? yearOf(year, 0.2, 0.1) : null));
    const { get } = some.analyses;
    some.analyses.get = ((analysis, ...rest) =>
      analysis.id === "nowcast" ? get(analysis, ...rest) : new Promise(() => {})) as typeof get;
    const view = await nowcastView(some, user("leader"), "gdp.yoy", undefined);
    expect([view.shown, view.progress]).toEqual([null, { kept: 2, of: 16 }]);
    expect(view.why!.zh).toContain("补算（已完成 2/16 年）");
    expect(view.why!.zh).not.toContain("期数不足");
  });
  it("is withheld where the day knew nothing to score, and nobody waits for a record", async () => {
    const view = await nowcastView(
      servicesOf(() => null),
      user("leader"),
      "gdp.yoy",
      "2012-03-31",
    );
    expect([view.shown, view.progress]).toEqual([null, { kept: 0, of: 0 }]);
    expect(view.why!.zh).toContain("没有可评分的过往期数");
  });
  it("has the period after only where a record at that distance passed", async () => {
    const next = { period: "2025-Q3" as const, density: density(5) };
    const near = { ...told, next, due: "2025-06-05" };
    // Q3 comes out in October, farther than the 84 days that the record reaches.
    const far = servicesOf((year) => yearOf(year, 0.2, 0.1), near);
    expect((await nowcastView(far, user("leader"), "gdp.yoy", undefined)).shown!.next).toBeNull();
    expect((await nowcastView(far, user("analyst"), "gdp.yoy", undefined)).shown!.next).toMatchObject({
      period: "2025-Q3",
      record: null,
    });
  });
  it("whose record is read is that of the distances that passed", async () => {
    const view = await nowcastRecordView(late, user("leader"), "gdp.yoy", undefined);
    expect(view.samples.flatMap((s) => s.stages.map((x) => x.daysBefore))).toEqual([7, 7, 7]);
    expect(new Set(view.periods.flatMap((p) => p.stages.map((s) => s.daysBefore)))).toEqual(new Set([7]));
    expect(view.withheld).toBe(1);
  });
});

describe("a nowcast for an analyst", () => {
  it("is shown and said to be for research where its record did not pass", async () => {
    const view = await nowcastView(late, user("analyst"), "gdp.yoy", undefined);
    expect(view.shown).not.toBeNull();
    expect(view.why!.zh).toMatch(/^研究用/);
    expect(view.record).toMatchObject({ standing: "lost-to-naive" });
  });
  it("is none with a reason where the day knew too little", async () => {
    const view = await nowcastView(
      servicesOf(() => null, null),
      user("analyst"),
      "gdp.yoy",
      undefined,
    );
    expect([view.shown, view.indicators]).toEqual([null, {}]);
    expect(view.why!.zh).toContain("数据不足");
  });
  it("years of which the day knew nothing are none to wait for", async () => {
    const some = servicesOf((year) => (year < 2025 ? yearOf(year, 0.2, 0.1) : null));
    const view = await nowcastRecordView(some, user("analyst"), "gdp.yoy", undefined);
    expect(view.progress).toEqual({ kept: 15, of: 15 });
    expect(view.withheld).toBe(0);
  });
});

it("a record that grows is read anew until it is whole, and then held", async () => {
  let asked = 0;
  let made = 2020;
  const s = servicesOf((year) => {
    asked += 1;
    return year < made ? yearOf(year, 0.2, 0.1) : null;
  });
  const progress = async () => (await nowcastView(s, user("analyst"), "gdp.yoy", undefined)).progress;
  expect(await progress()).toEqual({ kept: 10, of: 16 });
  made = 2026;
  expect(await progress()).toEqual({ kept: 16, of: 16 });
  asked = 0;
  expect(await progress()).toEqual({ kept: 16, of: 16 });
  expect(asked).toBe(0);
});

it("years of a record are asked for behind everything else, the nowcast of the page before it", async () => {
  const ranks = new Set<string>();
  const some = servicesOf((year) => (year < 2020 ? yearOf(year, 0.9, 0.9) : null));
  const { get } = some.analyses;
  some.analyses.get = ((analysis, subject, asOf, options) => {
    ranks.add(`${analysis.id}: ${options?.rank ?? "page"}`);
    return get(analysis, subject, asOf, options);
  }) as typeof get;
  await nowcastView(some, user("analyst"), "gdp.yoy", undefined);
  await nowcastRecordView(some, user("analyst"), "gdp.yoy", undefined);
  expect([...ranks].sort()).toEqual(["nowcast-record: records", "nowcast: page"]);
});

it("a year that fails is told by its name, and the others stay", async () => {
  const some = servicesOf((year) => (year < 2025 ? yearOf(year, 0.2, 0.1) : null));
  some.analyses.get = async () => {
    throw new AppError("invalid-input", "no such row");
  };
  const view = await nowcastRecordView(some, user("analyst"), "gdp.yoy", undefined);
  expect(view.failure).toEqual({ subject: "gdp.yoy/2025", message: "no such row" });
  expect(view.periods).toHaveLength(60);
});

it("a nowcast made of figures above one's grade is refused as they are", async () => {
  await expect(nowcastView(good, user("analyst", []), "gdp.yoy", undefined)).rejects.toThrow(/no indicator/);
  await expect(nowcastRecordView(good, user("analyst", []), "gdp.yoy", undefined)).rejects.toThrow(
    /no indicator/,
  );
});
