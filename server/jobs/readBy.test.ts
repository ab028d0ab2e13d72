import { expect, it } from "vitest";
import { heads } from "../../models/indicators/registry.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import { readBy } from "./readBy.ts";

const figure = (vintage: string) => ({ vintage }) as StoredObservation;
const read = (indicator: string, region: string, vintages: string[]) => ({
  head: { ...heads(indicator), region },
  history: vintages.map(figure),
});

it("sums regions of an indicator, with the newest vintage of them all, as far as the day knew", () => {
  const series = [
    read("cpi.yoy", "110000", ["2024-03-01", "2025-03-01"]),
    read("cpi.yoy", "310000", ["2025-04-01"]),
    read("ppi.yoy", "CHN", []),
  ];
  expect(readBy(series, "2025-12-31")).toEqual([
    { indicator: "cpi.yoy", vintage: "2025-04-01", observations: 3 },
    { indicator: "ppi.yoy", vintage: null, observations: 0 },
  ]);
  expect(readBy(series, "2024-12-31")[0]).toEqual({
    indicator: "cpi.yoy",
    vintage: "2024-03-01",
    observations: 1,
  });
});
