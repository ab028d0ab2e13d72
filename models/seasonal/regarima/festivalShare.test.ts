import { describe, expect, it } from "vitest";
import { festivalMeans, festivalShare } from "./festivalShare.ts";

const BLOCKS = [
  ["before", -15, -1],
  ["during", 0, 6],
  ["after", 7, 21],
] as const;
const window = (from: number, to: number) => ({
  name: "w",
  festival: "spring-festival" as const,
  from,
  to,
  centred: null,
});
const january = (year: number) => ({ first: year * 12, count: 3, period: 12 });

describe("shares of the Spring Festival's windows in January, February and March", () => {
  it.each([
    [2023, [1, 0, 0], [1, 0, 0], [0.2, 0.8, 0]],
    [2024, [0.4, 0.6, 0], [0, 1, 0], [0, 0.867, 0.133]],
    [2025, [1, 0, 0], [0.429, 0.571, 0], [0, 1, 0]],
    [2026, [0, 1, 0], [0, 1, 0], [0, 0.333, 0.667]],
    [2027, [0.667, 0.333, 0], [0, 1, 0], [0, 1, 0]],
  ])("%i: before %j, during %j, after %j", (year, ...shares) => {
    BLOCKS.forEach(([, from, to], b) => {
      const ours = festivalShare(january(year), window(from, to));
      expect([...ours].map((v) => Number(v.toFixed(3)))).toEqual(shares[b]);
    });
  });

  it.each([
    ["before", [0.6253, 0.3747, 0]],
    ["during", [0.2514, 0.7486, 0]],
    ["after", [0.0173, 0.8107, 0.172]],
  ] as const)("mean of 1951 to 2050, %s: %j", (name, means) => {
    const [, from, to] = BLOCKS.find(([n]) => n === name)!;
    const ours = festivalMeans(12, window(from, to));
    expect([...ours].slice(0, 3).map((v) => Number(v.toFixed(4)))).toEqual([...means]);
  });
});

describe("a share", () => {
  it("sums to one a year before centring, quarters too, and to less only at the calendar's edge", () => {
    for (const period of [12, 4]) {
      const all = festivalShare({ first: 2000 * period, count: 10 * period, period }, window(-20, 20));
      for (let y = 0; y < 10; y++)
        expect(all.slice(y * period, (y + 1) * period).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    }
  });
  it("of a stock is the part of the window gone by at the month's end, 2025: 3 of 7 days", () => {
    const stock = festivalShare(january(2025), { ...window(0, 6), measure: "stock" });
    expect([...stock].map((v) => Number(v.toFixed(4)))).toEqual([0.4286, 1, 0]);
  });
  it("is not made for a year without a lunar date", () => {
    expect(() => festivalShare(january(2105), window(0, 6))).toThrow(/1951 to 2100/);
  });
});
