import { describe, expect, it } from "vitest";
import { chanceText } from "./chanceText.ts";
import { newsColumns } from "./newsColumns.ts";
import { newsRows } from "./newsRows.ts";
import { pastColumns } from "./pastColumns.ts";
import { forecastSearch } from "./search.ts";
import { stagesOf } from "./stagesOf.ts";
import { stepAt } from "./stepAt.ts";

const density = (mean: number) => ({ mean, sd: 1, intervals: [] });
const item = (impact: number, indicator = "iva.yoy") => ({
  indicator,
  group: "production" as const,
  period: "2025-04",
  actual: 6,
  expected: 5,
  surprise: 1,
  weight: impact,
  impact,
});
const stepOf = (day: string, impacts: readonly number[], revisions = 0) => ({
  day,
  change: impacts.reduce((a, v) => a + v, revisions),
  items: impacts.map((v) => item(v)),
  revisions,
  parameters: 0,
  title: { text: { zh: "", en: "" }, claims: [] },
  parts: [
    { part: "production" as const, impact: impacts.reduce((a, v) => a + v, 0) },
    ...(revisions === 0 ? [] : [{ part: "revisions" as const, impact: revisions }]),
  ],
});

describe("news of a path as columns", () => {
  const path = ["2025-04-16", "2025-05-09", "2025-05-19"].map((day, i) => ({
    day,
    density: density(5 + i / 10),
  }));
  const steps = [stepOf("2025-05-09", [0.1, 0.05], -0.05), stepOf("2025-05-19", [0.1])];
  const columns = newsColumns({ path, steps }, ["production", "trade", "revisions", "parameters"], (p) => p);

  it("have a cell for each day, none on the first, and only parts that moved", () => {
    expect(columns.map((c) => c.part)).toEqual(["production", "revisions"]);
    expect(columns[0]!.values[0]).toBeNull();
    expect(columns[1]!.values).toEqual([null, -0.05, null]);
  });
  it("add up to each day's change", () => {
    for (const [i, step] of steps.entries()) {
      const sum = columns.reduce((a, c) => a + (c.values[i + 1] ?? 0), 0);
      expect(Math.abs(sum - step.change)).toBeLessThan(1e-9);
    }
  });
});

describe("the rows of a day", () => {
  it("come largest first; those too small to tell are counted", () => {
    const { told, small } = newsRows(stepOf("2025-05-19", [0.01, -0.2, 0.001]));
    expect(told.map((i) => i.impact)).toEqual([-0.2, 0.01]);
    expect(small).toHaveLength(1);
  });
  it("a day of small figures only is told whole", () => {
    expect(newsRows(stepOf("2025-05-19", [0.001, -0.002])).told).toHaveLength(2);
  });
  it("a day that is not in the path gives the newest", () => {
    const steps = [stepOf("2025-05-09", [0.1]), stepOf("2025-05-19", [0.1])];
    expect(stepAt(steps, "2025-05-09")?.day).toBe("2025-05-09");
    expect(stepAt(steps, "2025-05-10")?.day).toBe("2025-05-19");
    expect(stepAt([], undefined)).toBeNull();
  });
});

describe("the past at one distance", () => {
  const stage = (daysBefore: number, mean: number) => ({
    daysBefore,
    day: "2020-03-01",
    mean,
    lower80: mean - 1,
    upper80: mean + 1,
    naive: 6,
    autoregression: 6,
  });
  const periods = [
    {
      period: "2019-Q4",
      published: "2020-01-17",
      actual: 6,
      path: [],
      stages: [stage(28, 6.1), stage(7, 6)],
    },
    { period: "2020-Q1", published: "2020-04-17", actual: -6.8, path: [], stages: [stage(7, -5)] },
  ];
  it("leaves out periods not told so early", () => {
    expect(stagesOf({ periods })).toEqual([28, 7]);
    expect(pastColumns(periods, 28, "all")).toMatchObject({ periods: ["2019-Q4"], told: [6.1], actual: [6] });
    expect(pastColumns(periods, 7, "all")).toMatchObject({ told: [6, -5], lower: [5, -6], naive: [6, 6] });
  });
  it("ends with its sample, and keeps a gap where years are left out", () => {
    expect(pastColumns(periods, 7, "2010-2019").periods).toEqual(["2019-Q4"]);
    expect(pastColumns(periods, 7, "without-2020-2021")).toMatchObject({
      periods: ["2019-Q4", "2020-Q1"],
      actual: [6, null],
      told: [6, null],
    });
  });
});

it.each([
  [0.4, "不到"],
  [0.99999, "不到"],
  [1, "1%"],
  [50.4, "50%"],
  [99, "99%"],
  [99.2, "超过"],
])("a chance of %d percent is never none and never sure", (p, text) => {
  expect(chanceText(p, { least: "不到", most: "超过" })).toBe(text);
});

it("the address keeps what is offered and drops the rest", () => {
  expect(
    forecastSearch({ target: "cpi.yoy", day: "2025-05-19", before: "28", period: "2020-Q1", ahead: "3" }),
  ).toEqual({
    target: "cpi.yoy",
    day: "2025-05-19",
    before: 28,
    period: "2020-Q1",
    ahead: 3,
  });
  expect(
    forecastSearch({ target: "gdp.yoy", day: "soon", before: "-1", sample: "1999", period: "x" }),
  ).toEqual({});
});
