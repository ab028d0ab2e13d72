import { expect, it } from "vitest";
import type { ForecastStore } from "../../../db/stores/contract.ts";
import type { PointGroup } from "../../../models/forecast/pointGroup.ts";
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
  actualDays: months.map((_, i) => (i === n - 1 ? "2020-01-09" : `${months[i + 1]}-09`)),
  plainNaive: months.map(() => 2.2),
  seasonalNaive: months.map(() => Number.NaN),
  scale: months.map(() => 0.5),
};
/** A store that answers with the group, or with it as known before its last actual. */
function base(asked: unknown[]) {
  const forecasts: Partial<ForecastStore> = {
    points: async (filter) => {
      asked.push(filter);
      const early = filter.asOf < "2020-01-09";
      const actual = early ? [...group.actual.slice(0, -1), Number.NaN] : group.actual;
      const actualDays = early ? [...group.actualDays.slice(0, -1), null] : group.actualDays;
      return [
        { ...group, actual, actualDays },
        { ...group, indicator: "no.such.indicator" },
      ];
    },
  };
  return { base: { forecasts } } as unknown as Parameters<typeof recordsAsOf>[0];
}

it("makes records of what was known on the day, so that a model has passed only from its day on", async () => {
  const asked: unknown[] = [];
  const on = async (asOf: string) => (await recordsAsOf(base(asked), { asOf, horizon: 1 })).records;
  expect(await on("2020-01-08")).toMatchObject([{ model: "ets", origins: 23, gate: "too-few-origins" }]);
  const [record, ...others] = await on("2020-01-09");
  expect(others).toEqual([]);
  expect(record).toMatchObject({ origins: 24, gate: "passed", coverage80: 100 });
  expect(record!.standing).toMatchObject({ state: "good", since: "2020-01-09", origins: 24 });
  expect(record!.relativeToNaive).toBeCloseTo(0.5, 10);
  expect(record!.mase).toBeCloseTo(0.2, 10);
  expect(asked).toEqual([
    { asOf: "2020-01-08", horizon: 1 },
    { asOf: "2020-01-09", horizon: 1 },
  ]);
});
