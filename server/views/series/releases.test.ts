import { expect, it } from "vitest";
import type { LatestFigure } from "../../../db/stores/contract.ts";
import type { Indicator } from "../../../models/indicators/indicator.ts";
import { groupReleases } from "./releases.ts";

const indicator = (id: string, table: string, day: number) =>
  ({
    id,
    agency: "NBS",
    sourceTable: { zh: table, en: table },
    frequency: "M",
    basis: "period",
    unit: "percent",
    decimals: 1,
    update: { lagMonths: 1, day, time: "09:30", text: { zh: "", en: "" } },
  }) as unknown as Indicator;
const latest = (indicator: string, period: string, value: number): LatestFigure => ({
  indicator,
  region: "CHN",
  period,
  value,
  status: "normal",
  reason: null,
  vintage: "2025-05-09",
  previous: null,
});

const list = [
  indicator("cpi.mom", "CPI", 9),
  indicator("cpi.yoy", "CPI", 9),
  indicator("ppi.yoy", "PPI", 9),
  indicator("old.yoy", "Old", 9),
];
const figures = [
  latest("cpi.mom", "2025-04", 0.1),
  latest("cpi.yoy", "2025-04", -0.1),
  latest("ppi.yoy", "2025-03", -2.5),
  latest("old.yoy", "2019-01", 1),
];

it("makes one entry of a table's figures, led by the one leaders know; what has stopped long ago is no release", () => {
  const groups = groupReleases(list, figures, "2025-05-20");
  expect(groups.map((g) => [g.date, g.state, g.indicators])).toEqual([
    ["2025-05-09", "late", ["ppi.yoy"]],
    ["2025-06-09", "due", ["cpi.yoy", "cpi.mom"]],
  ]);
  expect(groups[1]!.previous?.value).toBe(-0.1);
});
