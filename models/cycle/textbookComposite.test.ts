import { describe, expect, it } from "vitest";
import { level, mean, meanAbsolute, N, sumOf, three, worst } from "./testComponents.ts";
import { textbookComposite } from "./textbookComposite.ts";

describe("the textbook composite", () => {
  const found = textbookComposite(
    {
      leading: [{ values: level(N, 4, 6) }, { values: level(N, 5, 7), weight: 2 }],
      coincident: three.map((values) => ({ values })),
      lagging: [{ values: level(N, 6, -6, 0.6).map((v) => v ** 2) }],
    },
    { cycles: { first: [0, 59], last: [180, 239] } },
  );
  it("gives three groups one amplitude", () => {
    expect(found.coincident.factor).toBe(1);
    const size = meanAbsolute(found.coincident.changes);
    expect(meanAbsolute(found.leading!.changes)).toBeCloseTo(size, 12);
    expect(meanAbsolute(found.lagging!.changes)).toBeCloseTo(size, 12);
  });
  it("adds up and gives them one trend", () => {
    for (const group of [found.leading!, found.coincident, found.lagging!]) {
      expect(worst(sumOf(group.contributions), group.changes)).toBeLessThan(1e-12);
      const growth = mean(group.index.slice(180)) / mean(group.index.slice(0, 60));
      expect(100 * (growth ** (1 / 180) - 1)).toBeCloseTo(found.targetTrend!, 2);
    }
    expect(found.targetTrend).toBeCloseTo(100 * (Math.exp(0.003) - 1), 2);
  });
  it("refuses cycles that are not in the sample", () => {
    const coincident = three.map((values) => ({ values }));
    expect(() => textbookComposite({ coincident }, { cycles: { first: [0, 59], last: [200, 240] } })).toThrow(
      /200–240/,
    );
  });
});
