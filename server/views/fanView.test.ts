import { describe, expect, it } from "vitest";
import type { ErrorSummary } from "../../db/stores/contract.ts";
import type { PointGroup } from "../../models/forecast/pointGroup.ts";
import { indicatorById } from "../../models/indicators/registry.ts";
import { seriesOf } from "../../models/series/series.ts";
import type { Services } from "../services.ts";
import { chooseModel, fanView } from "./fanView.ts";

const e = (model: string, horizon: number, relativeToNaive: number, gate: ErrorSummary["gate"]) =>
  ({ model, horizon, relativeToNaive, gate }) as ErrorSummary;

it("chooses the gated model with the lowest mean error over all horizons", () => {
  const errors = [
    e("ets", 1, 0.8, "passed"),
    e("ets", 3, 1.3, "lost-to-naive"),
    e("arima", 1, 0.9, "passed"),
    e("arima", 3, 0.95, "passed"),
    e("drift", 1, 0.5, "too-few-origins"),
  ];
  expect(chooseModel(errors)).toBe("arima");
});

it("chooses none when none has beaten naive at the shortest horizon", () => {
  expect(chooseModel([e("ets", 1, 1.1, "lost-to-naive"), e("ets", 6, 0.7, "passed")])).toBeNull();
  expect(chooseModel([])).toBeNull();
});

describe("a fan looked back to", () => {
  const months = Array.from(
    { length: 30 },
    (_, i) => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );
  const dayOf = (i: number): string => `${months[i + 1] ?? "2020-07"}-10`;
  /** Points of one model that errs by `error` until the 27th origin and by ten times that afterwards; naive errs by 0.4. */
  const group = (model: string, error: number, asOf: string): PointGroup => {
    const known = months.slice(0, -1).filter((_, i) => dayOf(i) <= asOf);
    const each = (of: (i: number) => number): number[] => known.map((_, i) => of(i));
    const said = (i: number): number => 2 + (i < 26 ? error : 10 * error);
    return {
      model,
      modelVersion: "1",
      indicator: "cpi.yoy",
      region: "CHN",
      horizon: 1,
      origins: known,
      originDays: known.map((_, i) => dayOf(i)),
      originBases: known.map(() => "release-record" as const),
      targets: known.map((_, i) => months[i + 1]!),
      predicted: each(said),
      lower80: each((i) => said(i) - 1),
      upper80: each((i) => said(i) + 1),
      lower95: each((i) => said(i) - 2),
      upper95: each((i) => said(i) + 2),
      actual: each((i) => (dayOf(i + 1) <= asOf ? 2 : Number.NaN)),
      plainNaive: each(() => 2.4),
      seasonalNaive: each(() => Number.NaN),
      scale: each(() => 1),
    };
  };
  const stored = [
    { ...e("arima", 1, 0.5, "passed"), region: "CHN" },
    { ...e("ets", 1, 1.4, "lost-to-naive"), region: "CHN" },
  ];
  const services = {
    base: {
      forecasts: {
        errors: async () => stored,
        forecasts: async () => [],
        points: async ({ asOf }: { asOf: string }) => [group("arima", 0.3, asOf), group("ets", 0.1, asOf)],
      },
    },
    edition: { baseDate: "2025-05-31" },
    models: { get: () => undefined },
  } as unknown as Services;
  const cpi = indicatorById("cpi.yoy")!;
  const head = {
    indicator: "cpi.yoy",
    region: "CHN",
    frequency: "M",
    basis: "period",
    unit: "percent",
  } as const;
  const look = (asOf: string) => {
    const known = months.filter((_, i) => dayOf(i) <= asOf);
    const series = seriesOf(
      head,
      known.map((period) => ({
        indicator: "cpi.yoy",
        region: "CHN",
        period,
        value: 2,
        status: "normal" as const,
        reason: null,
        vintage: "2018-01-01",
        vintageBasis: "document" as const,
      })),
    );
    return fanView(services, cpi, series, asOf, "leader");
  };

  it("shows the model that had passed by then, what it said then, and that it is read off the back-test", async () => {
    const fan = await look("2020-03-15");
    expect(fan.forecast).toMatchObject({
      model: "ets",
      origin: "2020-02",
      madeAsOf: "2020-03-10",
      periods: ["2020-03"],
      mean: [2.1],
    });
    expect(fan.forecast!.intervals.map((i) => i.level)).toEqual([80, 95]);
    expect(fan.record).toMatchObject({ model: "ets", origins: 25, gate: "passed", lastOrigin: "2020-01" });
    expect(fan.why!.en).toMatch(/back-test/);
  });

  it("before two years of scored origins says that they are too few, not that naive was not beaten", async () => {
    const fan = await look("2020-01-31");
    expect([fan.forecast, fan.record]).toEqual([null, null]);
    expect(fan.why!.en).toMatch(/Too few origins/);
  });

  it("before the first actual says that nothing could be scored", async () =>
    expect((await look("2018-02-28")).why!.en).toMatch(/no back-test could be scored/));

  it("on the base's own day goes by the stored records, and says when no forecast stands", async () => {
    const fan = await look("2025-05-31");
    expect(fan.record).toMatchObject({ model: "arima" });
    expect(fan.why!.en).toMatch(/still stands/);
  });
});
