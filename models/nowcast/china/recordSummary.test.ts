import { describe, expect, it } from "vitest";
import { periodOfSlot, slotOf } from "../../series/period.ts";
import type { PastPeriod } from "./nowcastResult.ts";
import { recordSummary } from "./recordSummary.ts";
import { toldDensity } from "./toldDensity.ts";

/** Quarters from 2012-Q1 whose nowcast misses by `own` and whose last figure by `naive`, with alternating signs and sizes. */
function quarters(n: number, own: number, naive: number): PastPeriod[] {
  return Array.from({ length: n }, (_, i) => {
    const sign = (i % 2 === 0 ? 1 : -1) * (1 + (i % 3) / 10);
    const period = periodOfSlot(slotOf("2012-Q1", "Q") + i, "Q");
    return {
      period,
      published: `${2012 + Math.floor((i + 1) / 4)}-04-17`,
      actual: 7,
      stages: [
        {
          daysBefore: 7,
          day: "2012-04-10",
          density: toldDensity(7 + sign * own, 0.5),
          naive: 7 + sign * naive,
          seasonalNaive: 7 + 2 * sign,
          autoregression: 7 + sign * naive,
        },
      ],
      path: [],
    };
  });
}

describe("the record in a table", () => {
  it("counts errors, bands and tests by sample", () => {
    const rows = recordSummary(quarters(48, 0.1, 0.5), "2030-01-01");
    expect(rows.map((r) => [r.sample, r.n])).toEqual([
      ["2010-2019", 32],
      ["all", 48],
      ["without-2020-2021", 40],
    ]);
    const [ten] = rows;
    expect(ten!.nowcast.rmse / ten!.against.naive.rmse).toBeCloseTo(0.2, 12);
    expect(ten!.nowcast.mae).toBeLessThanOrEqual(ten!.nowcast.rmse);
    expect(ten).toMatchObject({ coverage80: 100, standing: "passed", nearer: 32 });
    expect(ten!.against.naive.p).toBeLessThan(0.01);
  });

  it("says where the last figure was better, where periods are too few, and where errors cannot be told apart", () => {
    const lost = recordSummary(quarters(20, 0.6, 0.3), "2030-01-01");
    expect(lost[0]).toMatchObject({ standing: "lost-to-naive", nearer: 0 });
    expect(recordSummary(quarters(20, 0.3, 0.3), "2030-01-01")[0]!.nearer).toBe(0);
    expect(lost[0]!.against.naive.p).toBeGreaterThan(0.9);
    expect(recordSummary(quarters(8, 0.1, 0.5), "2030-01-01")[0]!.standing).toBe("too-few");
    expect(recordSummary(quarters(20, 0.3, 0.3), "2030-01-01")[0]!.against.naive.p).toBeNull();
    const constant = quarters(20, 0.1, 0.5).map((p) => ({
      ...p,
      stages: p.stages.map((s) => ({
        ...s,
        density: toldDensity(7.1, 0.5),
        naive: 7.5,
        autoregression: 6.9,
      })),
    }));
    expect(recordSummary(constant, "2030-01-01")[0]!.against.naive.p).toBeNull();
    expect(recordSummary(constant, "2030-01-01")[0]!.against.autoregression.p).toBeNull();
  });

  it("reads nothing published after the day, and refuses periods told at different stages", () => {
    const past = quarters(40, 0.1, 0.5);
    expect(recordSummary(past, "2015-12-31")[0]!.n).toBe(
      past.filter((p) => p.published <= "2015-12-31").length,
    );
    expect(recordSummary([], "2020-01-01")).toEqual([]);
    const odd = past.map((p, i) =>
      i === 3 ? { ...p, stages: p.stages.map((s) => ({ ...s, daysBefore: 9 })) } : p,
    );
    expect(() => recordSummary(odd, "2030-01-01")).toThrow(/other stages/);
  });
});
