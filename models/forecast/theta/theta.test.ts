import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { fitTheta, thetaForecast } from "./fitTheta.ts";
import { simpleSmoothing } from "./simpleSmoothing.ts";

function monthly(n: number, seed: number): Float64Array {
  const random = randomSource(seed);
  return Float64Array.from(
    { length: n },
    (_, t) => (100 + 0.8 * t) * (1 + 0.2 * Math.sin((2 * Math.PI * t) / 12)) + random.normal(),
  );
}

describe("simple smoothing", () => {
  it("finds the lowest squares that any α and start give", () => {
    const y = monthly(80, 1);
    const best = simpleSmoothing(y);
    for (let alpha = 0.05; alpha < 1; alpha += 0.05)
      for (const start of [best.start - 5, best.start, best.start + 5]) {
        let level = start;
        let squares = 0;
        for (const v of y) {
          squares += (v - level) ** 2;
          level += alpha * (v - level);
        }
        expect(squares).toBeGreaterThanOrEqual(best.squares - 1e-9 * best.squares);
      }
  });
});

describe("Theta", () => {
  it("goes on along a straight line at half its slope", () => {
    const line = Float64Array.from({ length: 40 }, (_, t) => 10 + 2 * t);
    const fit = fitTheta(line, 1);
    expect(fit.drift).toBeCloseTo(1, 10);
    const { mean } = thetaForecast(fit, 3);
    expect(mean[2]! - mean[1]!).toBeCloseTo(1, 10);
  });

  it("takes a season out and puts it back, and none where there is none", () => {
    expect(fitTheta(monthly(96, 2), 12).factors).not.toBeNull();
    const random = randomSource(3);
    const noise = Float64Array.from({ length: 96 }, () => 50 + random.normal());
    expect(fitTheta(noise, 12).factors).toBeNull();
    const fit = fitTheta(monthly(96, 2), 12);
    const { mean } = thetaForecast(fit, 24);
    const truth = monthly(120, 2).slice(96);
    mean.forEach((v, h) => {
      expect(Math.abs(v / truth[h]! - 1)).toBeLessThan(0.1);
    });
  });

  it("scales with the series", () => {
    const y = monthly(60, 4);
    const a = thetaForecast(fitTheta(y, 12), 6);
    const b = thetaForecast(
      fitTheta(
        y.map((v) => 1000 * v),
        12,
      ),
      6,
    );
    a.mean.forEach((v, h) => {
      expect(Math.abs(b.mean[h]! / (1000 * v) - 1)).toBeLessThan(1e-6);
    });
    expect(() => fitTheta(Float64Array.of(1, 2), 1)).toThrow(/at least 4/);
  });
});
