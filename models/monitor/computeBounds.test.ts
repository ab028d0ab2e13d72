import { describe, expect, it } from "vitest";
import { testSeries } from "../series/testSeries.ts";
import { computeBounds } from "./computeBounds.ts";
import { lightOf } from "./lights.ts";

const waves = (n: number, slope = 0) =>
  Array.from({ length: n }, (_, i) => 10 + slope * i + 3 * Math.sin((i * 2 * Math.PI) / 37));

describe("bounds from history", () => {
  it("take the 10, 25, 75 and 90 % quantiles", () => {
    const series = testSeries(
      "2000-01",
      Array.from({ length: 101 }, (_, i) => i),
    );
    expect(computeBounds(series, { kind: "distribution" })).toEqual([10, 25, 75, 90]);
  });

  it("keep about half of history green", () => {
    const series = testSeries("2005-01", waves(240));
    const bounds = computeBounds(series, { kind: "distribution" });
    const green = series.values.filter((v) => lightOf(v!, bounds) === 3).length / 240;
    expect(green).toBeGreaterThan(0.4);
    expect(green).toBeLessThan(0.6);
  });

  it("with a moving centre keep telling months apart when trend growth falls; fixed quantiles end all cold", () => {
    const falling = testSeries("2005-01", waves(240, -0.08));
    const lights = (kind: "distribution" | "moving-centre") => {
      const bounds = computeBounds(falling, kind === "distribution" ? { kind } : { kind, years: 10 });
      return new Set(falling.values.slice(-36).map((v) => lightOf(v!, bounds)));
    };
    expect([...lights("distribution")].every((l) => l <= 2)).toBe(true);
    expect(lights("moving-centre").has(3)).toBe(true);
    expect(lights("moving-centre").size).toBeGreaterThan(lights("distribution").size);
  });

  it("always rise, even where history never moved", () => {
    expect(
      computeBounds(
        testSeries(
          "2010-01",
          Array.from({ length: 60 }, () => 4.35),
        ),
        { kind: "distribution" },
        2,
      ),
    ).toEqual([4.34, 4.35, 4.36, 4.37]);
  });

  it("say how many figures they need", () => {
    expect(() => computeBounds(testSeries("2020-01", waves(20)), { kind: "distribution" })).toThrow(
      /need 43 figures; found 20/,
    );
  });

  it("of a policy band stand at fixed distances from the target", () => {
    expect(
      computeBounds(testSeries("2020-01", []), { kind: "policy", target: 3, offsets: [-3, -2, 0, 1.5] }),
    ).toEqual([0, 1, 3, 4.5]);
  });
});
