import { expect, it } from "vitest";
import { seriesOf } from "../../../models/series/series.ts";
import { correlationOf } from "./related.ts";

const monthly = (from: number, values: readonly (number | null)[]) =>
  seriesOf(
    { indicator: "x", region: "CHN", frequency: "M", basis: "period", unit: "percent" },
    values.map((value, i) => ({
      indicator: "x",
      region: "CHN",
      period: `20${String(10 + Math.floor((from + i) / 12))}-${String(((from + i) % 12) + 1).padStart(2, "0")}`,
      value,
      status: value === null ? "missing" : "normal",
      reason: value === null ? "unknown" : null,
      vintage: "2024-01-01",
      vintageBasis: "document",
    })),
  );

it("correlates on the months both have, whatever month each starts in", () => {
  const a = monthly(0, [9, 9, ...Array.from({ length: 14 }, (_, i) => i)]);
  const b = monthly(
    2,
    Array.from({ length: 14 }, (_, i) => (i === 5 ? null : -2 * i)),
  );
  expect(correlationOf(a, b)).toBeCloseTo(-1, 12);
});

it("says nothing with fewer than twelve months in common or without variation", () => {
  expect(correlationOf(monthly(0, [1, 2, 3]), monthly(0, [1, 2, 3]))).toBeNull();
  expect(
    correlationOf(
      monthly(0, Array(15).fill(1)),
      monthly(
        0,
        Array.from({ length: 15 }, (_, i) => i),
      ),
    ),
  ).toBeNull();
});
