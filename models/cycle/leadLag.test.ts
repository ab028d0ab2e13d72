import { describe, expect, it } from "vitest";
import { growthCycle } from "./growthCycle.ts";
import { bestLag, kullbackLeibler, timeDifferenceCorrelation } from "./leadLag.ts";
import { level, logs } from "./testComponents.ts";

describe("leads and lags", () => {
  const y = level(300, 21, 0, 0.5);
  const ahead = Float64Array.from({ length: 296 }, (_, t) => y[t + 4]!);
  const reference = y.slice(0, 296);
  it("are found by correlation of the cycles and by information of the shapes", () => {
    const cycle = (x: Float64Array): Float64Array => growthCycle(logs(x)).cycle;
    const r = timeDifferenceCorrelation(cycle(ahead), cycle(reference));
    expect(r).toHaveLength(25);
    expect(bestLag(r)!.lag).toBe(-4);
    const k = kullbackLeibler(ahead, reference, 12, "shared");
    expect(bestLag(k, (v) => -v)).toMatchObject({ lag: -4, value: expect.closeTo(0, 12) });
    expect(k.every((v) => v.value >= -1e-12)).toBe(true);
  });
  it("rest on the pairs that both have", () => {
    const holed = reference.slice().fill(Number.NaN, 0, 290);
    expect(timeDifferenceCorrelation(holed, reference, 1)[1]).toMatchObject({
      lag: 0,
      n: 6,
      value: Number.NaN,
    });
    expect(timeDifferenceCorrelation(reference, reference, 2)[2]!.value).toBeCloseTo(1, 12);
    expect(() => kullbackLeibler([1, 2, -1, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8])).toThrow(
      /-1 at position 3/,
    );
  });
});
