import { expect, it } from "vitest";
import type { ErrorSummary, ForecastStore } from "../../db/stores/contract.ts";
import type { PointGroup } from "../../models/forecast/pointGroup.ts";
import { recordsAsOf } from "./recordsAsOf.ts";

const n = 24;
const months = Array.from(
  { length: n },
  (_, i) => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const group: PointGroup = {
  model: "ets",
  modelVersion: "1",
  indicator: "cpi.yoy",
  region: "CHN",
  horizon: 1,
  origins: months,
  originDays: months.map((m) => `${m}-28`),
  originBases: months.map(() => "release-record"),
  targets: months,
  predicted: months.map(() => 2.1),
  lower80: months.map(() => 1),
  upper80: months.map(() => 3),
  lower95: months.map(() => 0),
  upper95: months.map(() => 4),
  actual: months.map(() => 2),
  plainNaive: months.map(() => 2.2),
  seasonalNaive: months.map(() => Number.NaN),
  scale: months.map(() => 0.5),
};
const stored = { model: "ets", relativeToNaive: 0.9 } as ErrorSummary;

/** The base of 2025-06-30, whose store answers with the group, or with it as known before its last actual. */
function base(asked: unknown[]) {
  const forecasts: Partial<ForecastStore> = {
    errors: async (filter) => {
      asked.push(["stored", filter]);
      return [stored];
    },
    points: async (filter) => {
      asked.push(["points", filter]);
      const actual = filter.asOf < "2020-01-09" ? [...group.actual.slice(0, -1), Number.NaN] : group.actual;
      return [
        { ...group, actual },
        { ...group, indicator: "no.such.indicator" },
      ];
    },
  };
  return { base: { forecasts }, edition: { baseDate: "2025-06-30" } } as unknown as Parameters<
    typeof recordsAsOf
  >[0];
}

it("takes the records kept ready on the base's own day", async () => {
  const asked: unknown[] = [];
  const now = await recordsAsOf(base(asked), { asOf: "2025-06-30", horizon: 1 });
  expect(now).toEqual({ records: [stored], groups: null });
  expect(asked).toEqual([["stored", { horizon: 1 }]]);
});

it("makes those of an earlier day of what was known then, so that a model has passed only from its day on", async () => {
  const asked: unknown[] = [];
  const on = async (asOf: string) => (await recordsAsOf(base(asked), { asOf, horizon: 1 })).records;
  expect(await on("2020-01-08")).toMatchObject([{ model: "ets", origins: 23, gate: "too-few-origins" }]);
  const [record, ...others] = await on("2020-01-09");
  expect(others).toEqual([]);
  expect(record).toMatchObject({ origins: 24, gate: "passed", coverage80: 100 });
  expect(record!.relativeToNaive).toBeCloseTo(0.5, 10);
  expect(record!.mase).toBeCloseTo(0.2, 10);
  expect(asked).toEqual([
    ["points", { asOf: "2020-01-08", horizon: 1 }],
    ["points", { asOf: "2020-01-09", horizon: 1 }],
  ]);
});
