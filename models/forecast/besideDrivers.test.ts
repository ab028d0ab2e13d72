import { describe, expect, it } from "vitest";
import { seriesFrom } from "../../tests/contracts/warningInputs.ts";
import { arimax } from "./arima/arimax.ts";
import { backtest } from "./backtest.ts";
import { besideDrivers } from "./besideDrivers.ts";
import { bridge } from "./bridge/bridge.ts";
import { driversAsOf } from "./driversAsOf.ts";
import { vectorAutoregression } from "./var/var.ts";

/** A wave with noise of its own. */
const wave = (n: number, step: number): number[] =>
  Array.from({ length: n }, (_, t) => {
    const noise = Math.sin(12.9898 * t + 78.233 * step) * 43758.5453;
    return 5 + Math.sin(t * step) + noise - Math.floor(noise);
  });

describe("drivers as a model wants them", () => {
  const target = seriesFrom("cpi.yoy", "2010-01", wave(120, 0.4));

  it("cuts target and drivers to the stretch since the last gap, and no further", () => {
    const gapped: (number | null)[] = wave(120, 0.3);
    gapped[10] = null;
    const read = besideDrivers(
      vectorAutoregression,
      target,
      [seriesFrom("ppi.yoy", "2010-01", gapped), seriesFrom("m2.yoy", "2010-03", wave(119, 0.2))],
      6,
      1,
    );
    expect(read.target.periods[0]).toBe("2010-12");
    expect(read.target.values.at(-1)).toBe(target.values.at(-1));
    expect(read.drivers.map((d) => [d.periods[0], d.periods.at(-1)])).toEqual([
      ["2010-12", "2019-12"],
      ["2010-03", "2020-01"],
    ]);
  });

  it("carries a driver on over the horizon for a model that must know it, past what is known and not over it", () => {
    const driver = seriesFrom("ppi.yoy", "2010-01", wave(118, 0.3));
    const read = besideDrivers(arimax, target, [driver], 12, 1).drivers[0]!;
    expect(read.periods.at(-1)).toBe("2020-12");
    expect(read.values.slice(0, 118)).toEqual(driver.values);
    expect(read.values.every((v) => v !== null && Number.isFinite(v))).toBe(true);
  });

  it("gives January and February the figure of both to models that mix frequencies, and leaves the target whole", () => {
    const months: (number | null)[] = wave(118, 0.3);
    const reasons = months.map((_, i) => (i % 12 === 0 ? ("combined-with-next" as const) : null));
    const driver = {
      ...seriesFrom(
        "iva.yoy",
        "2010-01",
        months.map((v, i) => (i % 12 === 0 ? null : v)),
      ),
      reasons,
    };
    const quarters = seriesFrom("gdp.yoy", "2008-Q1", wave(47, 0.8), { frequency: "Q" });
    const read = besideDrivers(bridge, quarters, [driver], 4, 1);
    expect(read.target).toBe(quarters);
    expect(read.drivers[0]!.values[12]).toBe(months[13]);
    const fitted = bridge.fit({ ...read, seed: 1 }, bridge.defaults);
    expect(fitted.predict(4, [80]).mean.every(Number.isFinite)).toBe(true);
  });

  it("says which driver has no figure yet", () =>
    expect(() =>
      besideDrivers(arimax, target, [seriesFrom("ppi.yoy", "2010-01", [null, null])], 3, 1),
    ).toThrow(/figures of its driver “PPI, y\/y”/));
});

describe("a back-test with drivers", () => {
  const head = (indicator: string) =>
    ({ indicator, region: "CHN", frequency: "M", basis: "period", unit: "percent" }) as const;
  /** Published `lag` months after its own, each figure revised by a hundredth a year later. */
  const history = (indicator: string, values: readonly number[], lag: number) =>
    values.flatMap((value, t) => {
      const of = (more: number, delay: number) => {
        const at = 12 * 2012 + t + lag + delay;
        return {
          indicator,
          region: "CHN",
          period: `${2012 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}`,
          value: value + more,
          status: "normal" as const,
          reason: null,
          vintage: `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-09`,
          vintageBasis: "release-record" as const,
          load: 1,
          loadedAt: "2026-01-01T00:00:00.000Z",
        };
      };
      return [of(0, 0), of(0.01, 12)];
    });
  const target = history("cpi.yoy", wave(96, 0.4), 1);
  const drivers = ["ppi.yoy", "m2.yoy"].map((id, i) => ({
    head: head(id),
    history: history(id, wave(97, 0.3 + 0.25 * i), i),
  }));
  const tried = (until: string) =>
    backtest({
      head: head("cpi.yoy"),
      history: target.filter((o) => o.vintage <= until),
      models: [vectorAutoregression],
      drivers: drivers.map((d) => ({ ...d, history: d.history.filter((o) => o.vintage <= until) })),
      horizons: [1, 3],
      firstOrigin: "2016-01",
      seed: 1,
      actualsAsOf: until,
    });

  it("sees no driver later than its origin's day: with all later figures deleted it says the same", () => {
    const day = "2018-06-30";
    const said = (points: ReturnType<typeof tried>["points"]) =>
      points
        .filter((p) => p.actuals[0]!.day <= day)
        .map((p) => [p.origin, p.horizon, p.predicted, p.lower80]);
    const then = said(tried(day).points);
    expect(then.length).toBeGreaterThan(40);
    expect(said(tried("2021-01-01").points)).toEqual(then);
  });

  it("refuses to go on without a driver that the model reads", () =>
    expect(() => driversAsOf(vectorAutoregression, "cpi.yoy", [drivers[0]!], "2018-01-01")).toThrow(
      /reads m2.yoy/,
    ));
});
