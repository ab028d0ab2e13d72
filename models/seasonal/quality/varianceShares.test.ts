import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { varianceShares } from "./varianceShares.ts";

describe("shares of variance", () => {
  const n = 240;
  const random = randomSource(7);
  const c = Float64Array.from({ length: n }, (_, t) => 100 + 0.4 * t + 6 * Math.sin((2 * Math.PI * t) / 60));
  const s = Float64Array.from({ length: n }, (_, t) => 4 * Math.cos((2 * Math.PI * t) / 12));
  const i = Float64Array.from({ length: n }, () => random.normal());
  const y = c.map((v, t) => v + s[t]! + i[t]!);

  it("add up to nearly all where the components do not go together", () => {
    const { irregular, trend, seasonal, total } = varianceShares(y, c, s, i, false);
    expect(total).toBeCloseTo(irregular + trend + seasonal, 10);
    expect(Math.abs(total - 100)).toBeLessThan(8);
    // 6²/2, 4²/2 and 1, less what the line takes of the wave.
    expect(seasonal / irregular).toBeGreaterThan(6);
    expect(seasonal / irregular).toBeLessThan(10);
    expect(trend).toBeGreaterThan(seasonal);
  });

  it("do not see a straight line, nor the unit of logs", () => {
    const plain = varianceShares(y, c, s, i, false);
    const tilted = varianceShares(
      y.map((v, t) => v + 3 * t),
      c.map((v, t) => v + 3 * t),
      s,
      i,
      false,
    );
    expect(tilted.trend).toBeCloseTo(plain.trend, 8);
    const grown = (x: Float64Array) => x.map((v) => Math.exp(v / 50));
    const ratio = varianceShares(grown(y), grown(c), grown(s), grown(i), true);
    expect(ratio.trend).toBeCloseTo(plain.trend, 8);
    expect(ratio.irregular).toBeCloseTo(plain.irregular, 8);
  });

  it("leave out what has no logarithm", () => {
    const e3 = Float64Array.from({ length: n }, (_, t) => (t === 5 ? -0.2 : 1.01));
    const shares = varianceShares(c, c, new Float64Array(n).fill(1), e3, true);
    expect(Object.values(shares).every(Number.isFinite)).toBe(true);
  });
});
