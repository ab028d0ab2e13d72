import { describe, expect, it } from "vitest";
import { type Readings, readingsOf } from "../../models/analyses/readings.ts";
import { growthNowcast } from "../../models/nowcast/china/growthNowcast.ts";
import { indicatorsOf } from "../../models/nowcast/china/growthPanel.ts";
import { GROWTH_SPECIFICATION } from "../../models/nowcast/china/growthSpecification.ts";
import { seedHistories } from "./seedKnowledge.ts";

const histories = seedHistories();
const read = indicatorsOf(GROWTH_SPECIFICATION).map((id) => histories.get(id)!);
const on = (day: string): Readings => readingsOf(read, day);

describe("the nowcast of growth on shipped figures", () => {
  const told = growthNowcast(on("2011-06-30"), GROWTH_SPECIFICATION);

  it("tells the first quarter without a figure, and the one after it", () => {
    expect(told).toMatchObject({
      period: "2011-Q2",
      next: { period: "2011-Q3" },
      before: { period: "2011-Q1", day: "2011-04-17" },
      due: "2011-07-17",
    });
    expect(Math.abs(told.density.mean - 9.9)).toBeLessThan(0.5);
    expect(told.next!.density.sd).toBeGreaterThan(told.density.sd);
  });

  it("moves from each day of release to the next by news that add up", () => {
    expect(told.steps).toHaveLength(told.path.length - 1);
    told.steps.forEach((step, i) => {
      const moved = told.path[i + 1]!.density.mean - told.path[i]!.density.mean;
      const impacts = step.items.reduce((sum, n) => sum + n.impact, 0);
      expect(Math.abs(step.change - moved)).toBeLessThan(1e-12);
      expect(Math.abs(impacts + step.revisions + step.parameters - moved)).toBeLessThan(1e-9);
      for (const n of step.items) expect(Math.abs(n.weight * n.surprise - n.impact)).toBeLessThan(1e-9);
    });
  });

  it("nests its intervals, and knows no figure that comes out with the quarter's own", () => {
    const [fifty, eighty, ninetyFive] = told.density.intervals;
    expect(eighty!.lower).toBeLessThan(fifty!.lower);
    expect(ninetyFive!.upper).toBeGreaterThan(eighty!.upper);
    const eve = growthNowcast(on("2011-07-16"), GROWTH_SPECIFICATION);
    expect(eve.members.find((m) => m.indicator === "iva.yoy")!.last).toBe("2011-05");
  });

  it("refuses days before it can read anything, and figures that were not handed in", () => {
    expect(() => growthNowcast(on("2008-06-30"), GROWTH_SPECIFICATION)).toThrow(/begins with the figures/);
    expect(() => growthNowcast(readingsOf(read.slice(0, 3), "2011-06-30"), GROWTH_SPECIFICATION)).toThrow(
      /not among what is read/,
    );
  });
});
