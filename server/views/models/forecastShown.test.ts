import { describe, expect, it } from "vitest";
import type { StoredForecast } from "../../../db/stores/contract.ts";
import type { PathSaid } from "../../../models/forecast/pathSaid.ts";
import { seriesOf } from "../../../models/series/series.ts";
import { forecastShown } from "./forecastShown.ts";

/** Industrial value added: January and February come out together. */
const iva = (periods: readonly string[]) =>
  seriesOf(
    { indicator: "iva.yoy", region: "CHN", frequency: "M", basis: "period", unit: "percent" },
    periods.map((period) => ({
      indicator: "iva.yoy",
      region: "CHN",
      period,
      value: 6,
      status: "normal" as const,
      reason: null,
      vintage: "2025-01-17",
      vintageBasis: "document" as const,
    })),
  );
const known = iva(["2023-12", "2024-01/P2M", "2024-03", "2024-04", "2024-11", "2024-12"]);

const kept = (asOf: string, origin: string, periods: readonly string[]): StoredForecast => ({
  model: "ets",
  modelVersion: "1",
  indicator: "iva.yoy",
  region: "CHN",
  asOf,
  origin,
  periods,
  mean: periods.map((_, h) => h + 1),
  sd: periods.map(() => 1),
  intervals: [{ level: 80, lower: periods.map((_, h) => h), upper: periods.map((_, h) => h + 2) }],
  members: [],
  run: 1,
});
const said = (madeAsOf: string, periods: string[]): PathSaid => ({
  origin: "2024-12",
  madeAsOf,
  periods,
  mean: periods.map(() => 5),
  intervals: [{ level: 80, lower: periods.map(() => 4), upper: periods.map(() => 6) }],
});

describe("the forecast a page shows", () => {
  it("promises no January that is published with February only", () => {
    const shown = forecastShown(
      kept("2025-01-17", "2024-12", ["2025-01", "2025-02", "2025-03"]),
      null,
      known,
    );
    expect(shown).toMatchObject({ from: "kept", periods: ["2025-02", "2025-03"], mean: [2, 3] });
    expect(shown!.intervals).toEqual([{ level: 80, lower: [1, 2], upper: [3, 4] }]);
  });

  it("is what the back-test made of that day where none was kept", () =>
    expect(forecastShown(undefined, said("2025-01-17", ["2025-02", "2025-03"]), known)).toMatchObject({
      from: "backtest",
      origin: "2024-12",
      periods: ["2025-02", "2025-03"],
    }));

  it("is the newer of the two; of one day the one kept, which has every period", () => {
    const path = said("2025-01-17", ["2025-03"]);
    const day = (asOf: string) =>
      forecastShown(kept(asOf, "2024-12", ["2025-02", "2025-03"]), path, known)!.from;
    expect(["2025-01-16", "2025-01-17", "2025-01-18"].map(day)).toEqual(["backtest", "kept", "kept"]);
  });

  it("leaves out what has come out since, and is none when all has", () => {
    expect(
      forecastShown(kept("2024-12-15", "2024-11", ["2024-12", "2025-02"]), null, known)!.periods,
    ).toEqual(["2025-02"]);
    expect(forecastShown(kept("2024-05-01", "2024-03", ["2024-04"]), null, known)).toBeNull();
    expect(forecastShown(undefined, null, known)).toBeNull();
  });
});
