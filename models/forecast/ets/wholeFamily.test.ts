import { describe, expect, it } from "vitest";
import { testSeries } from "../../series/testSeries.ts";
import { randomSource } from "../../statistics/random/generator.ts";
import { chooseEtsMember } from "./chooseEts.ts";
import { ets } from "./ets.ts";
import { startCoordinates, toGradient, toParameters } from "./etsCoordinates.ts";
import { etsClass, etsMoments, etsPaths, pointForecast } from "./etsForecast.ts";
import { EtsPass } from "./etsPass.ts";
import { type EtsSpec, etsMembers, etsName } from "./etsSpec.ts";
import { etsStart } from "./etsStart.ts";
import { etsAt, fitEts } from "./fitEts.ts";

const M = 4;
const ALL = etsMembers(true, true, { multiplicativeTrend: true, restrict: false });

/** Positive figures with growth and a season that multiplies. */
function made(n: number, seed: number): Float64Array {
  const random = randomSource(seed);
  return Float64Array.from(
    { length: n },
    (_, t) =>
      100 * 1.01 ** t * (1 + 0.15 * Math.sin((2 * Math.PI * t) / M)) * Math.exp(0.03 * random.normal()),
  );
}

/** R's AirPassengers. */
const AIR = Float64Array.from(
  `112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140
   145 150 178 163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194
   196 196 236 235 229 243 264 272 237 211 180 201 204 188 235 227 234 264 302 293 259 229 203 229
   242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 313 318 374 413 405 355 306 271 306
   315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 359 310 337
   360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432`
    .trim()
    .split(/\s+/),
  Number,
);

describe("the whole family", () => {
  it("has thirty members, nineteen of them without infinite variances, fifteen without multiplying trends", () => {
    expect(ALL).toHaveLength(30);
    expect(etsMembers(true, true, { multiplicativeTrend: true })).toHaveLength(19);
    expect(etsMembers(true, true)).toHaveLength(15);
    expect(etsMembers(true, false)).toHaveLength(6);
  });

  it.each(ALL.map((s) => [etsName(s), s] as const))(
    "the adjoint of %s agrees with differences",
    (_, spec) => {
      const y = made(40, 3);
      y[17] = Number.NaN;
      const pass = new EtsPass(y, M);
      const start = etsStart(y, M, spec);
      const u = startCoordinates(spec, M).map((v, i) => v + 0.03 * Math.sin(i + 1));
      const value = (x: Float64Array) => {
        const squares = pass.forward(spec, toParameters(spec, M, start, x));
        return pass.known * Math.log(squares) + 2 * pass.logForecasts;
      };
      expect(Number.isFinite(value(u))).toBe(true);
      const seasonal = new Float64Array(M);
      const gradient = new Float64Array(u.length);
      const d = pass.adjoint(spec, seasonal);
      toGradient(spec, M, start, u, d, seasonal, pass.known / pass.squares, gradient);
      u.forEach((_v, i) => {
        const moved = (by: number) => value(u.map((v, k) => (k === i ? v + by : v)));
        const slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
        expect(Math.abs(gradient[i]! - slope)).toBeLessThan(2e-5 * Math.max(1, Math.abs(slope)));
      });
    },
  );

  it("multiplying members scale with the series: the same parameters, the same shares of error", () => {
    const spec: EtsSpec = { error: "M", trend: "Ad", season: "M" };
    const y = made(60, 4);
    const a = fitEts(y, M, spec);
    const b = fitEts(
      y.map((v) => 1000 * v),
      M,
      spec,
    );
    expect(Math.abs(b.sigma2 / a.sigma2 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b.parameters.alpha - a.parameters.alpha)).toBeLessThan(5e-3);
  });

  it("adding members move with a shift", () => {
    const spec: EtsSpec = { error: "A", trend: "A", season: "A" };
    const y = made(60, 5);
    const a = fitEts(y, M, spec);
    const b = fitEts(
      y.map((v) => v + 1000),
      M,
      spec,
    );
    expect(Math.abs(b.logLikelihood - a.logLikelihood)).toBeLessThan(1e-3);
  });

  it("keeps held parameters where they are and does not count them", () => {
    const spec: EtsSpec = { error: "A", trend: "A", season: "A" };
    const free = fitEts(made(60, 6), M, spec);
    const held = fitEts(made(60, 6), M, spec, { alpha: 0.3, gamma: 0.1 });
    expect(held.parameters.alpha).toBe(0.3);
    expect(held.parameters.gamma).toBe(0.1);
    expect(held.logLikelihood).toBeLessThanOrEqual(free.logLikelihood + 1e-6);
    expect((held.aic + 2 * held.logLikelihood) / 2).toBe((free.aic + 2 * free.logLikelihood) / 2 - 2);
  });

  it("has no likelihood where a forecast that must be positive is not", () => {
    const spec: EtsSpec = { error: "M", trend: "A", season: "N" };
    const falling = {
      alpha: 1e-4,
      beta: 0,
      gamma: 0,
      phi: 1,
      level: 10,
      slope: -5,
      seasonal: new Float64Array(0),
    };
    expect(etsAt(made(20, 1), 1, spec, falling).logLikelihood).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("distributions of forecasts", () => {
  it.each(ALL.filter((s) => etsClass(s) !== "none").map((s) => [etsName(s), s] as const))(
    "of %s: the closed form agrees with simulation",
    (_, spec) => {
      const fit = fitEts(made(60, 8), M, spec);
      const moments = etsMoments(fit, M, 9)!;
      const { mean, quantiles } = etsPaths(fit, M, 9, [0.158655, 0.841345], { paths: 8000, seed: 2 });
      moments.mean.forEach((v, h) => {
        // Four standard errors of a mean of 8,000 paths.
        expect(Math.abs(mean[h]! - v)).toBeLessThan((4 * moments.sd[h]!) / Math.sqrt(8000));
        const half = (quantiles[h]![1]! - quantiles[h]![0]!) / 2;
        expect(Math.abs(half / moments.sd[h]! - 1)).toBeLessThan(0.06);
      });
    },
  );

  it("one step ahead is the recursion's own next forecast, damped slopes included", () => {
    for (const spec of ALL) {
      const y = made(48, 9);
      const fit = fitEts(y.subarray(0, 47), M, spec);
      const pass = new EtsPass(y, M);
      pass.forward(spec, fit.parameters);
      expect(Math.abs(pointForecast(fit, M, 1)[0]! / pass.fitted[47]! - 1)).toBeLessThan(1e-12);
    }
  });

  it("the same seed gives the same paths", () => {
    const fit = fitEts(made(40, 2), M, { error: "A", trend: "N", season: "M" });
    const once = etsPaths(fit, M, 3, [0.1], { paths: 200, seed: 5 });
    expect(etsPaths(fit, M, 3, [0.1], { paths: 200, seed: 5 })).toEqual(once);
    expect(etsPaths(fit, M, 3, [0.1], { paths: 200, seed: 6 })).not.toEqual(once);
  });
});

describe("where the peer stops early", () => {
  it("ETS(M,A,M) on AirPassengers reaches more than R's −682.40, so the choice is another", () => {
    const fit = fitEts(AIR, 12, { error: "M", trend: "A", season: "M" });
    // forecast 8.20 reports log-likelihood −682.4036 for MAM and chooses MAdM with AICc 1400.638.
    expect(fit.logLikelihood).toBeGreaterThan(-682.4036 + 5);
    const chosen = chooseEtsMember(AIR, 12);
    expect(chosen.aicc).toBeLessThan(1400.638 - 5);
    expect(chosen.spec).toEqual({ error: "M", trend: "A", season: "M" });
  });
});

describe("the choice", () => {
  it("leaves multiplications out where a figure is not positive, seasons where none fits, and refuses next to nothing", () => {
    const y = made(40, 7).map((v) => v - 120);
    const { error, season } = chooseEtsMember(y, M).spec;
    expect([error, season]).not.toContain("M");
    expect(chooseEtsMember(made(7, 1), M).spec.season).toBe("N");
    expect(() => chooseEtsMember(Float64Array.of(1, 2, 3), 1)).toThrow(/at least 4/);
  });
});

describe("the forecast model", () => {
  it("takes multiplying members when asked, with bands that grow with the level", () => {
    const target = testSeries("1949-01", [...AIR], { unit: "thousand-persons" });
    const { parameters, predict } = ets.fit(
      { target, drivers: [], seed: 1 },
      { ...ets.defaults, errors: "any" },
    );
    expect(parameters["ETS(M,A,M)"]).toBe(1);
    expect(parameters.log).toBe(0);
    const { mean, intervals } = predict(12, [80]);
    const width = intervals[0]!.upper.map((u, h) => (u - intervals[0]!.lower[h]!) / mean[h]!);
    expect(mean[6]! / mean[10]!).toBeGreaterThan(1.3);
    expect(Math.max(...width)).toBeLessThan(0.3);
  });
});
