import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../../models/series/date.ts";
import type { Observation } from "../../models/series/observation.ts";
import { spanOf } from "../../models/series/period.ts";
import { type SeriesHead, seriesOf } from "../../models/series/series.ts";
import { basisCode, reasonCode, statusCode } from "./encodeObservations.ts";
import { type FigureColumns, rangesOf, seriesFrom } from "./figureColumns.ts";

const monthly: SeriesHead = {
  indicator: "retail",
  region: "CHN",
  frequency: "M",
  basis: "period",
  unit: "percent",
};

function observation(period: string, value: number | null): Observation {
  return {
    indicator: "retail",
    region: "CHN",
    period,
    value,
    status: value === null ? "missing" : "normal",
    reason: value === null ? "withdrawn" : null,
    vintage: "2026-05-09",
    vintageBasis: "document",
  };
}

function columnsOf(observations: readonly Observation[]): FigureColumns {
  return {
    start: observations.map((o) => spanOf(o.period).start),
    end: observations.map((o) => spanOf(o.period).end),
    vintage: observations.map((o) => parseIsoDate(o.vintage)!),
    value: observations.map((o) => o.value ?? 0),
    status: observations.map((o) => statusCode(o.status)),
    reason: observations.map((o) => reasonCode(o.reason)),
    basis: observations.map((o) => basisCode(o.vintageBasis)),
  };
}

describe("rows of the base laid out as a series", () => {
  it.each<[string, SeriesHead, readonly string[]]>([
    ["without gaps", monthly, ["2026-01", "2026-02", "2026-03"]],
    ["January and February combined", monthly, ["2025-11", "2025-12", "2026-01/P2M", "2026-03"]],
    ["months nobody spoke of", monthly, ["2025-11", "2026-02", "2026-06"]],
    ["two periods in one slot", monthly, ["2026-01", "2026-01/P2M", "2026-02", "2026-03"]],
    ["running totals", { ...monthly, basis: "year-to-date" }, ["2026-01/P2M", "2026-01/P3M", "2026-01/P5M"]],
    ["days over a weekend", { ...monthly, frequency: "D" }, ["2026-04-30", "2026-05-01", "2026-05-05"]],
    ["quarters", { ...monthly, frequency: "Q" }, ["2025-Q3", "2025-Q4", "2026-Q2"]],
    ["years before 1970", { ...monthly, frequency: "A" }, ["1952", "1953", "1955"]],
    ["nothing", monthly, []],
  ])("is what seriesOf makes of the same observations: %s", (_, head, periods) => {
    const observations = periods.map((period, i) => observation(period, i === 1 ? null : i));
    expect(seriesFrom(head, columnsOf(observations), 0, periods.length)).toEqual(
      seriesOf(head, observations),
    );
  });

  it("takes only its own rows of an answer about many series", () => {
    const observations = ["2026-01", "2026-02", "2026-01", "2026-02"].map((period, i) =>
      observation(period, i),
    );
    const ranges = rangesOf([4, 4, 9, 9]);
    expect(ranges.get(9)).toEqual([2, 4]);
    const [from, to] = ranges.get(9)!;
    expect(seriesFrom(monthly, columnsOf(observations), from, to).values).toEqual([2, 3]);
  });

  it("never takes the stored zero of a missing figure for a number", () => {
    const columns = { ...columnsOf([observation("2026-01", null)]), value: [17] };
    expect(seriesFrom(monthly, columns, 0, 1)).toMatchObject({ values: [null], reasons: ["withdrawn"] });
  });

  it("refuses a code that this version does not know", () => {
    const columns = { ...columnsOf([observation("2026-01", 1)]), status: [9] };
    expect(() => seriesFrom(monthly, columns, 0, 1)).toThrow("status 9, which this version does not know");
  });
});
