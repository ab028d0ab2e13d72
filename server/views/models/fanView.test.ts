import { describe, expect, it } from "vitest";
import type { PointGroup } from "../../../models/forecast/pointGroup.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { seriesOf } from "../../../models/series/series.ts";
import type { Services } from "../../services.ts";
import { fanView } from "./fanView.ts";

describe("a fan looked back to", () => {
  const months = Array.from(
    { length: 30 },
    (_, i) => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );
  const dayOf = (i: number): string => `${months[i + 1] ?? "2020-07"}-10`;
  /** Points of one model that errs by `error` until the origin `turn` and by ten times that afterwards; naive errs by 0.4. */
  const group = (model: string, error: number, asOf: string, turn = 26): PointGroup => {
    const known = months.slice(0, -1).filter((_, i) => dayOf(i) <= asOf);
    const each = (of: (i: number) => number): number[] => known.map((_, i) => of(i));
    const said = (i: number): number => 2 + (i < turn ? error : 10 * error);
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
      actualDays: known.map((_, i) => (dayOf(i + 1) <= asOf ? dayOf(i + 1) : null)),
      plainNaive: each(() => 2.4),
      seasonalNaive: each(() => Number.NaN),
      scale: each(() => 1),
    };
  };
  const servicesOf = (points: (asOf: string) => PointGroup[]): Services =>
    ({
      base: {
        forecasts: {
          forecasts: async () => [],
          points: async ({ asOf }: { asOf: string }) => points(asOf),
        },
      },
      edition: { baseDate: "2025-05-31" },
      models: {
        get: (id: string) => ({ daily: id !== "candidate", model: { title: { zh: id, en: id } } }),
      },
    }) as unknown as Services;
  const services = servicesOf((asOf) => [group("arima", 0.3, asOf), group("ets", 0.1, asOf)]);
  const cpi = indicatorById("cpi.yoy")!;
  const head = {
    indicator: "cpi.yoy",
    region: "CHN",
    frequency: "M",
    basis: "period",
    unit: "percent",
  } as const;
  const look = (asOf: string, s = services) => {
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
    return fanView(s, cpi, series, asOf, "leader");
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

  it("on the base's own day goes by the same records, and says when no forecast stands", async () => {
    const fan = await look("2025-05-31");
    expect(fan.record).toMatchObject({ model: "ets", standing: { state: "good" } });
    expect(fan.why!.en).toMatch(/still stands/);
  });

  it("a model that lost its edge gives way, and what took its place is said beside the forecast", async () => {
    // ets errs more than naive from the 25th origin on; arima holds.
    const slipping = servicesOf((asOf) => [group("arima", 0.39, asOf, 99), group("ets", 0.1, asOf, 24)]);
    const early = await look("2020-03-15", slipping);
    expect([early.forecast!.model, early.notice]).toEqual(["ets", null]);
    const fan = await look("2020-07-15", slipping);
    expect(fan.notice!.en).toMatch(
      /^ets, relied on before, was demoted on 10 \w+ 2020.*arima took its place/,
    );
    expect(fan.notice!.zh).toMatch(/ets于2020年\d+月10日降级.*改用arima/);
    expect(fan.record).toMatchObject({ model: "arima", standing: { state: "good" } });
  });

  it("a candidate is not shown to leaders, however well it does", async () => {
    const s = servicesOf((asOf) => [group("arima", 0.3, asOf), group("candidate", 0.01, asOf)]);
    expect((await look("2020-03-15", s)).forecast).toMatchObject({ model: "arima" });
  });
});
