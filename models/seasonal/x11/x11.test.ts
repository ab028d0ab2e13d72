import { describe, expect, it } from "vitest";
import { AppError } from "../../errors.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { x11 } from "./x11.ts";
import type { X11Options } from "./x11Options.ts";

/** A trend that wanders, a season that moves slowly, noise; around 100. */
function simulated(n: number, m: number, seed: number): Float64Array {
  const random = randomSource(seed);
  const season = Float64Array.from({ length: m }, () => 0.08 * random.normal());
  const mean = season.reduce((a, b) => a + b, 0) / m;
  let level = Math.log(100);
  return Float64Array.from({ length: n }, (_, t) => {
    level += 0.003 + 0.004 * random.normal();
    season[t % m]! += 0.004 * random.normal();
    return Math.exp(level + season[t % m]! - mean + 0.01 * random.normal());
  });
}
const months = simulated(180, 12, 3);
const monthly: X11Options = { period: 12, firstPeriod: 1 };
const apart = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let t = 0; t < a.length; t++) most = Math.max(most, Math.abs(a[t]! - b[t]!));
  return most;
};
const modes = ["mult", "add", "logadd", "pseudoadd"] as const;

describe("X-11", () => {
  it.each(modes)("in the mode %s takes the series apart and can put it together", (mode) => {
    const { d10, d11, d12, d13, e18 } = x11(months, { ...monthly, mode }).tables;
    const join = (s: number, trend: number, a: number) =>
      mode === "add" ? a + s : mode === "pseudoadd" ? a + trend * (s - 1) : a * s;
    expect(
      apart(
        months,
        d10.map((s, t) => join(s, d12[t]!, d11[t]!)),
      ),
    ).toBeLessThan(1e-10);
    expect(
      apart(
        d11,
        d12.map((c, t) => (mode === "add" ? c + d13[t]! : c * d13[t]!)),
      ),
    ).toBeLessThan(1e-10);
    expect(
      apart(
        e18,
        months.map((v, t) => v / d11[t]!),
      ),
    ).toBeLessThan(1e-12);
  });

  it.each(["mult", "logadd", "pseudoadd"] as const)("in the mode %s does not mind the unit", (mode) => {
    const one = x11(months, { ...monthly, mode }).tables;
    const other = x11(
      months.map((v) => 1000 * v),
      { ...monthly, mode },
    ).tables;
    expect(apart(one.d10, other.d10)).toBeLessThan(1e-11);
    expect(apart(one.d13, other.d13)).toBeLessThan(1e-11);
    expect(
      apart(
        one.d12,
        other.d12.map((v) => v / 1000),
      ),
    ).toBeLessThan(1e-9);
  });

  it("additive does not mind the level, and scales", () => {
    const one = x11(months, { ...monthly, mode: "add" }).tables;
    const other = x11(
      months.map((v) => 5 * v - 400),
      { ...monthly, mode: "add" },
    ).tables;
    expect(
      apart(
        one.d10,
        other.d10.map((v) => v / 5),
      ),
    ).toBeLessThan(1e-10);
    expect(
      apart(
        one.d12,
        other.d12.map((v) => (v + 400) / 5),
      ),
    ).toBeLessThan(1e-10);
  });

  it("log-additive is additive on logs, but for the trend's bias", () => {
    const logs = x11(months.map(Math.log), {
      ...monthly,
      mode: "add",
      seasonalMa: "s3x5",
      trendMa: 13,
    }).tables;
    const { d10, d11, d12, c17 } = x11(months, {
      ...monthly,
      mode: "logadd",
      seasonalMa: "s3x5",
      trendMa: 13,
    }).tables;
    expect(apart(d10, logs.d10.map(Math.exp))).toBeLessThan(1e-12);
    expect(apart(d11, logs.d11.map(Math.exp))).toBeLessThan(1e-9);
    expect(apart(c17, logs.c17)).toBeLessThan(1e-9);
    const bias = d12.map((v, t) => v / Math.exp(logs.d12[t]!));
    // exp(σ²/2) for the season's 8 % and the noise is half a percent.
    const mean = bias.reduce((a, b) => a + b, 0) / bias.length;
    expect(mean).toBeGreaterThan(1.001);
    expect(mean).toBeLessThan(1.01);
  });

  it("finds a fixed season on a fixed level exactly, whatever the filters", () => {
    const season = [5, -3, 2, 0, 4, -8, 1, 6, -7, 3, -2, -1];
    const y = Float64Array.from({ length: 300 }, (_, t) => 200 + season[t % 12]!);
    for (const seasonalMa of [
      "msr",
      "s3x1",
      "s3x3",
      "s3x5",
      "s3x9",
      "s3x15",
      "stable",
      "x11default",
    ] as const)
      for (const trendMa of ["auto", 7, 9, 23] as const) {
        const { d10, d12, d13 } = x11(y, { ...monthly, mode: "add", seasonalMa, trendMa }).tables;
        expect(
          apart(
            d10,
            y.map((_, t) => season[t % 12]!),
          ),
        ).toBeLessThan(1e-9);
        expect(
          apart(
            d12,
            y.map(() => 200),
          ),
        ).toBeLessThan(1e-9);
        expect(Math.max(...d13.map(Math.abs))).toBeLessThan(1e-9);
      }
  });

  it("finds hardly a season left in what it has adjusted", () => {
    const { d11 } = x11(months, { ...monthly, seasonalMa: "s3x5", trendMa: 13 }).tables;
    const again = x11(d11, { ...monthly, seasonalMa: "s3x5", trendMa: 13 }).tables.d10;
    const spread = (x: Float64Array) => Math.sqrt(x.reduce((s, v) => s + (v - 1) ** 2, 0) / x.length);
    const first = x11(months, { ...monthly, seasonalMa: "s3x5", trendMa: 13 }).tables.d10;
    expect(spread(again)).toBeLessThan(0.1 * spread(first));
  });

  it("reads the same backwards while nothing is extreme", () => {
    const options: X11Options = { ...monthly, seasonalMa: "s3x5", trendMa: 13, sigmaLimits: [8, 9] };
    const forth = x11(months, options).tables;
    const back = x11(months.slice().reverse(), options).tables;
    for (const name of ["d10", "d12", "d13"] as const)
      expect(apart(forth[name], back[name].slice().reverse())).toBeLessThan(1e-11);
  });

  it("gives one wild figure no weight, and keeps it out of season and trend", () => {
    const wild = months.slice();
    wild[90]! *= 1.05;
    const clean = x11(months, { ...monthly, seasonalMa: "s3x5", trendMa: 13 }).tables;
    const t = x11(wild, { ...monthly, seasonalMa: "s3x5", trendMa: 13 }).tables;
    expect(t.c17[90]).toBe(0);
    expect(t.d13[90]).toBeGreaterThan(1.03);
    expect(t.e3[90]).toBe(1);
    expect(t.e2[90]).toBe(t.d12[90]);
    expect(Math.abs(t.d10[90]! / clean.d10[90]! - 1)).toBeLessThan(0.015);
    expect(Math.abs(t.d12[90]! / clean.d12[90]! - 1)).toBeLessThan(0.015);
    // D9 tells where D8 was replaced.
    expect(t.d9[90]).not.toBeNaN();
  });

  it("chooses 3×3 for a season that runs, 3×9 for one that stands in noise", () => {
    const random = randomSource(5);
    const of = (drift: number, noise: number) => {
      const s = new Float64Array(12);
      return Float64Array.from({ length: 240 }, (_, t) => {
        s[t % 12]! += drift * random.normal();
        return 100 + 10 * Math.sin((2 * Math.PI * t) / 12) + s[t % 12]! + noise * random.normal();
      });
    };
    expect(x11(of(3, 0.5), { ...monthly, mode: "add" }).seasonalMa.chosen).toBe("s3x3");
    expect(x11(of(0, 3), { ...monthly, mode: "add" }).seasonalMa.chosen).toBe("s3x9");
  });

  it("lets a month have a filter of its own", () => {
    const filters = Array.from({ length: 12 }, (_, j) => (j === 0 ? ("stable" as const) : ("s3x3" as const)));
    const { d10 } = x11(months, { ...monthly, mode: "add", seasonalMa: filters, firstPeriod: 7 }).tables;
    const spread = (j: number) => {
      const of = Array.from(d10).filter((_, t) => t % 12 === j);
      return Math.max(...of) - Math.min(...of);
    };
    // January is the seventh figure of a series that begins in July.
    expect(spread(6)).toBeLessThan(0.3 * Math.min(...[0, 1, 2, 3, 4, 5].map(spread)));
  });

  it("stands on an extension without showing it", () => {
    const whole = x11(months, monthly);
    const inner = x11(months, { ...monthly, firstPeriod: 1, backcasts: 12, forecasts: 24 });
    expect(inner.tables.d11).toHaveLength(144);
    expect(inner.extended.d11).toHaveLength(180);
    expect(inner.tables.d11[0]).toBe(inner.extended.d11[12]);
    expect(inner.tables.b2[0]).not.toBeNaN();
    expect(whole.tables.b2[0]).toBeNaN();
    const excluded = x11(months, { ...monthly, backcasts: 12, forecasts: 24, excludeForecasts: true });
    expect(excluded.tables.d11.every(Number.isFinite)).toBe(true);
    const s = whole.tables.d10;
    const ahead = s[168]! + 0.5 * (s[168]! - s[156]!);
    expect(whole.seasonalAhead[0]).toBeCloseTo(ahead, 12);
  });

  it.each(["all", "signif"] as const)(
    "with the deviations of months told apart (%s) stays whole",
    (calendarSigma) => {
      const { tables } = x11(months, { ...monthly, calendarSigma });
      expect(
        apart(
          months,
          tables.d10.map((s, t) => s * tables.d11[t]!),
        ),
      ).toBeLessThan(1e-10);
    },
  );

  it("adjusts quarters and short series", () => {
    const { d10, d11 } = x11(simulated(40, 4, 8), { period: 4, firstPeriod: 2 }).tables;
    expect(d10.every(Number.isFinite) && d11.every(Number.isFinite)).toBe(true);
    expect(x11(simulated(36, 12, 9), monthly).tables.d12.every(Number.isFinite)).toBe(true);
    expect(x11(simulated(12, 4, 9), { period: 4, firstPeriod: 3 }).tables.d12.every(Number.isFinite)).toBe(
      true,
    );
  });

  it("leaves a constant series as it is", () => {
    const { tables } = x11(new Float64Array(96).fill(42), monthly);
    expect(apart(tables.d11, new Float64Array(96).fill(42))).toBeLessThan(1e-10);
    expect(apart(tables.d10, new Float64Array(96).fill(1))).toBeLessThan(1e-12);
  });

  it("says what is wrong with its input", () => {
    const codeOf = (y: Float64Array, options: X11Options): string => {
      try {
        x11(y, options);
        return "accepted";
      } catch (error) {
        return error instanceof AppError ? error.code : String(error);
      }
    };
    const refuse = (y: Float64Array, options: X11Options, code: string) =>
      expect(codeOf(y, options)).toBe(code);
    refuse(months.slice(0, 35), monthly, "not-enough-data");
    refuse(months.slice(0, 40), { ...monthly, forecasts: 12 }, "not-enough-data");
    refuse(
      months.map((v, t) => (t === 9 ? Number.NaN : v)),
      monthly,
      "invalid-input",
    );
    refuse(
      months.map((v, t) => (t === 9 ? 0 : v)),
      monthly,
      "invalid-input",
    );
    refuse(months, { ...monthly, firstPeriod: 13 }, "invalid-input");
    refuse(months, { ...monthly, trendMa: 12 }, "invalid-input");
    refuse(months.slice(0, 36), { ...monthly, trendMa: 51 }, "not-enough-data");
    refuse(months, { ...monthly, sigmaLimits: [2.5, 1.5] }, "invalid-input");
    refuse(months, { ...monthly, seasonalMa: ["s3x3", "s3x5"] }, "invalid-input");
    refuse(months, { ...monthly, forecasts: -1 }, "invalid-input");
    refuse(months, { ...monthly, calendarSigma: [true] }, "invalid-input");
  });
});
