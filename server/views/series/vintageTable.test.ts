import { expect, it } from "vitest";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import type { StoredObservation } from "../../../models/series/observation.ts";
import { vintageTable } from "./vintageTable.ts";

const indicator = { id: "gdp.yoy", unit: "percent", decimals: 1 } as Indicator;
const row = (period: string, vintage: string, value: number | null): StoredObservation => ({
  indicator: "gdp.yoy",
  region: "CHN",
  period,
  value,
  status: value === null ? "missing" : "normal",
  reason: value === null ? "withdrawn" : null,
  vintage,
  vintageBasis: "release-record",
  load: 1,
  loadedAt: "2026-01-01T00:00:00.000Z",
});
const history = [
  row("2020-Q1", "2020-04-17", -6.8),
  row("2020-Q1", "2021-12-17", -6.9),
  row("2020-Q2", "2020-07-16", 3.2),
];
const passport = { asOf: "2025-01-01", baseDate: "2025-01-01", lookingBack: false, dataVersion: "1" };

it("shows each publication day's figure and the total revision", () => {
  const t = vintageTable(passport, indicator, "CHN", history, 12);
  expect(t.periods).toEqual(["2020-Q2", "2020-Q1"]);
  expect(t.vintages).toEqual(["2020-04-17", "2020-07-16", "2021-12-17"]);
  expect(t.cells[1]!.map((c) => c?.value)).toEqual([-6.8, -6.8, -6.9]);
  expect(t.cells[0]![0]).toBeNull();
  expect(t.revision[1]).toBeCloseTo(-0.1, 12);
  expect(t.title.text.zh).toBe("近 2 期中 1 期下修");
});

it("knows nothing of a revision before its day", () => {
  const t = vintageTable({ ...passport, asOf: "2020-12-31" }, indicator, "CHN", history, 12);
  expect(t.revision).toEqual([null, null]);
  expect(t.title.claims).toEqual([{ kind: "revised-periods", value: 0 }]);
});
