import { describe, expect, it } from "vitest";
import { randomSource } from "../../statistics/random/generator.ts";
import { movingSeasonality } from "./movingSeasonality.ts";
import { operationsOf } from "./operations.ts";
import { chooseSeasonalMa } from "./seasonalMaChoice.ts";
import { planX11 } from "./x11Options.ts";

const random = randomSource(41);
const noise = (n: number): Float64Array => Float64Array.from({ length: n }, () => random.normal());
const additive = (si: Float64Array, m = 12) =>
  movingSeasonality(si, 0, si.length, m, (t) => t % m, false, false);

describe("the moving seasonality ratio", () => {
  it("of noise is √50, whatever the length of the series", () => {
    // A change of noise less its seven-term average has variance 2 + 2/49, one of that average 2/49.
    for (const years of [8, 20, 40]) {
      let [i, s] = [0, 0];
      for (let run = 0; run < 40; run++) {
        const { irregular, seasonal } = additive(noise(12 * years));
        for (let j = 0; j < 12; j++) {
          i += irregular[j]!;
          s += seasonal[j]!;
        }
      }
      expect(Math.abs(i / s - Math.sqrt(50))).toBeLessThan(0.35);
    }
  });

  it("does not mind the unit, nor the season itself in differences", () => {
    const si = noise(180);
    const { ratio } = additive(si);
    expect(additive(si.map((v) => 40 * v)).ratio).toBeCloseTo(ratio, 9);
    expect(additive(si.map((v, t) => v + 100 * (t % 12))).ratio).toBeCloseTo(ratio, 9);
  });

  it("falls as the season moves", () => {
    const si = noise(240);
    const moving = si.map((v, t) => v + Math.floor(t / 12) * 2 * Math.sin(t));
    expect(additive(moving).ratio).toBeLessThan(0.7 * additive(si).ratio);
  });

  it("is out of reach where the season stands still", () => {
    const still = Float64Array.from({ length: 120 }, (_, t) => t % 12);
    expect(additive(still).ratio).toBeGreaterThan(999);
  });

  it("puts each month in its place", () => {
    const si = Float64Array.from({ length: 120 }, (_, t) => (t % 12 === 2 ? 10 : 1) * random.normal());
    const { irregular } = movingSeasonality(si, 0, 120, 12, (t) => (t + 6) % 12, false, false);
    expect(irregular.indexOf(Math.max(...irregular))).toBe(8);
  });
});

describe("the choice of the seasonal filter", () => {
  const plan = (n: number) =>
    planX11(new Float64Array(n).fill(1), { period: 12, firstPeriod: 1, mode: "add" });

  it("drops years while the ratio is between two filters, and takes 3×5 when they run out", () => {
    const op = operationsOf("add");
    const chosen = new Set<string>();
    for (let run = 0; run < 300; run++) {
      const drift = 0.3 * random.uniform();
      const si = noise(96).map((v, t) => v + drift * Math.floor(t / 12) * Math.cos(t));
      const { passes, chosen: filter } = chooseSeasonalMa(plan(96), op, si);
      const last = passes.at(-1)!;
      for (const r of passes.slice(0, -1)) expect((r > 2.5 && r < 3.5) || (r > 5.5 && r < 6.5)).toBe(true);
      const told = last <= 2.5 ? "s3x3" : last >= 6.5 ? "s3x9" : "s3x5";
      expect(filter).toBe(told);
      expect(passes.length).toBeLessThanOrEqual(4);
      chosen.add(told);
    }
    expect(chosen.size).toBeGreaterThan(1);
    expect(chooseSeasonalMa(plan(48), op, noise(48))).toMatchObject({ chosen: "s3x5", passes: [] });
  });
});
