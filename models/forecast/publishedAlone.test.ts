import { expect, it } from "vitest";
import type { Observation } from "../series/observation.ts";
import { seriesOf } from "../series/series.ts";
import { publishedAlone } from "./publishedAlone.ts";

const month = (period: string): Observation => ({
  indicator: "iva.yoy",
  region: "CHN",
  period,
  value: 6,
  status: "normal",
  reason: null,
  vintage: "2025-01-01",
  vintageBasis: "document",
});
const head = {
  indicator: "iva.yoy",
  region: "CHN",
  frequency: "M",
  basis: "period",
  unit: "percent",
} as const;
const known = seriesOf(head, ["2023-12", "2024-01/P2M", "2024-03", "2024-04"].map(month));

it.each([
  ["2025-01", false],
  ["2025-02", true],
  ["2026-01", false],
  ["2025-03", true],
])("%s will be published on its own: %s", (period, alone) =>
  expect(publishedAlone(known, period)).toBe(alone),
);
it("knows nothing against a month that never came round", () =>
  expect(publishedAlone(known, "2024-06")).toBe(true));
