import { describe, expect, it } from "vitest";
import { randomSource } from "../statistics/random/generator.ts";
import { clockPositions, quadrantOf } from "./clockPosition.ts";
import { chainedAverage, componentAverage } from "./componentAverage.ts";
import { conferenceBoardIndex } from "./conferenceBoardIndex.ts";
import { cumulatedDiffusion, diffusionIndex, historicalDiffusionIndex } from "./diffusionIndex.ts";
import { fillByAutoregression } from "./fillByAutoregression.ts";
import { growthCycle } from "./growthCycle.ts";
import { bestLag, kullbackLeibler, timeDifferenceCorrelation } from "./leadLag.ts";
import { cycleMoments, normaliseCycle } from "./normaliseCycle.ts";
import { oecdIndicator } from "./oecdIndicator.ts";
import { afterChange, symmetricChange } from "./symmetricChange.ts";
import { textbookComposite } from "./textbookComposite.ts";

/** A level that grows with a cycle `lead` months ahead of the others. */
function level(n: number, seed: number, lead = 0, noise = 0.3): Float64Array {
  const random = randomSource(seed);
  return Float64Array.from({ length: n }, (_, t) =>
    Math.exp((0.3 * t + 6 * Math.sin((2 * Math.PI * (t + lead)) / 60) + noise * random.normal()) / 100 + 4),
  );
}
const logs = (x: Float64Array): Float64Array => x.map((v) => 100 * Math.log(v));
const mean = (x: ArrayLike<number>): number => Array.from(x).reduce((a, b) => a + b, 0) / x.length;
const meanAbsolute = (x: ArrayLike<number>): number => mean(Array.from(x, Math.abs));
const worst = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (v, t) => (Number.isNaN(v) && Number.isNaN(b[t]!) ? 0 : Math.abs(v - b[t]!))));
const sumOf = (rows: readonly Float64Array[]): Float64Array =>
  rows[0]!.map((_, t) => rows.reduce((s, row) => s + row[t]!, 0));

const N = 240;
const three = [level(N, 1), level(N, 2, 3), level(N, 3, -3)];

describe("The Conference Board's index", () => {
  const index = conferenceBoardIndex(three, { base: [100, 101, 102] });
  it("adds up: contributions to the change, changes to the index", () => {
    expect(worst(sumOf(index.contributions), index.sum)).toBeLessThan(1e-12);
    expect(index.factors.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    index.sum.forEach((r, t) => {
      expect(symmetricChange(index.index[t]!, index.index[t + 1]!)).toBeCloseTo(r, 9);
    });
    expect(mean(index.rebased.slice(100, 103))).toBeCloseTo(100, 10);
  });
  it("gives each component the same influence and does not know their units", () => {
    const shares = index.contributions.map((m) => {
      const centre = mean(m);
      return Math.sqrt(mean(m.map((v) => (v - centre) ** 2)));
    });
    expect(Math.max(...shares) / Math.min(...shares)).toBeCloseTo(1, 10);
    const other = conferenceBoardIndex(three.map((x, i) => x.map((v) => v * 10 ** i)));
    expect(worst(other.index, index.index)).toBeLessThan(1e-9);
  });
  it("grows like its target once that is given", () => {
    expect(mean(conferenceBoardIndex(three, { trendTarget: 0.25 }).adjusted)).toBeCloseTo(0.25, 12);
  });
  it("lets a late component in without a jump and marks a forecast one", () => {
    const late = three[2]!.slice().fill(Number.NaN, 0, 60);
    const open = three[1]!.slice().fill(Number.NaN, N - 2);
    const found = conferenceBoardIndex([three[0]!, open, late]);
    expect(found.estimated[1]!.slice(-3)).toEqual(Uint8Array.of(0, 1, 1));
    expect(found.estimated[2]!.every((v) => v === 0)).toBe(true);
    expect(found.contributions[2]!.slice(0, 60).every((v) => v === 0)).toBe(true);
    expect(found.index.every(Number.isFinite)).toBe(true);
    expect(worst(sumOf(found.contributions), found.sum)).toBeLessThan(1e-12);
  });
  it("refuses a component that never moves and one of another length", () => {
    expect(() => conferenceBoardIndex([three[0]!, new Float64Array(N).fill(5)])).toThrow(/component 2/);
    expect(() => conferenceBoardIndex([three[0]!, three[1]!.slice(1)])).toThrow(/240, 239/);
  });
  it("refuses a percent change of what is not positive, and a base outside the sample", () => {
    expect(() => conferenceBoardIndex([three[0]!, three[1]!.map((v) => v - 60)])).toThrow(/positive figures/);
    expect(() => conferenceBoardIndex(three, { base: [240] })).toThrow(/240 periods; found 240/);
    expect(() => conferenceBoardIndex(three, { base: [] })).toThrow(/found none/);
  });
  it("takes rates by their difference and spreads by their level", () => {
    expect(symmetricChange(4, 5)).toBeCloseTo(200 / 9, 12);
    expect(symmetricChange(4, 5, "difference")).toBe(1);
    expect(symmetricChange(4, 5, "level")).toBe(5);
    for (const kind of ["percent", "difference", "level"] as const)
      expect(afterChange(40, symmetricChange(40, 43, kind), kind)).toBeCloseTo(43, 12);
    // A rise and a fall of the same ratio cancel out.
    expect(symmetricChange(4, 5) + symmetricChange(5, 4)).toBe(0);
  });
});

describe("a missing component", () => {
  it("is forecast by its own changes: those of an exact AR(2) go on exactly", () => {
    const x = new Float64Array(60);
    let [r1, r2] = [3, -2];
    for (let t = 1; t < 60; t++) {
      const r = 0.4 + 1.2 * r1 - 0.5 * r2;
      x[t] = x[t - 1]! + r;
      [r2, r1] = [r1, r];
    }
    const open = x.slice().fill(Number.NaN, 30, 32).fill(Number.NaN, 59);
    const { values, estimated } = fillByAutoregression(open, "difference");
    expect(worst(values, x)).toBeLessThan(1e-6);
    expect([...estimated.keys()].filter((t) => estimated[t] === 1)).toEqual([30, 31, 59]);
  });
  it("needs a past", () => {
    expect(() => fillByAutoregression([1, 2, 3, Number.NaN], "difference")).toThrow(/at least 12 changes/);
  });
});

describe("the OECD's indicator", () => {
  const reference = logs(level(N, 9, 0, 0.1));
  const parts = three.map(logs);
  const found = oecdIndicator(parts, reference);
  it("has the amplitude of its reference around 100", () => {
    const kind = "mean-absolute-deviation";
    expect(cycleMoments(found.amplitudeAdjusted, kind).mean).toBeCloseTo(100, 10);
    expect(cycleMoments(found.amplitudeAdjusted, kind).scale).toBeCloseTo(
      cycleMoments(found.reference.cycle, kind).scale,
      10,
    );
    expect(cycleMoments(found.trendRestored.map(Math.log), "standard-deviation").scale).toBeGreaterThan(0.1);
    expect(found.twelveMonthRate[N - 1]).toBeCloseTo(
      100 * (found.trendRestored[N - 1]! / found.trendRestored[N - 13]! - 1),
      10,
    );
  });
  it("does not know the unit of a component, and turns an inverted one over", () => {
    const other = oecdIndicator([parts[0]!.map((v) => 7 - 3 * v), parts[1]!, parts[2]!], reference, {
      inverted: [true, false, false],
    });
    expect(worst(other.amplitudeAdjusted, found.amplitudeAdjusted)).toBeLessThan(1e-8);
  });
  it("says nothing where 60 % of the weights or less are known", () => {
    const late = [
      parts[0]!,
      parts[1]!.slice().fill(Number.NaN, 0, 50),
      parts[2]!.slice().fill(Number.NaN, 0, 30),
    ];
    const open = oecdIndicator(late, reference);
    expect(open.average.findIndex((v) => !Number.isNaN(v))).toBe(30);
    expect(
      oecdIndicator(late, reference, { aggregate: "chained" }).average.findIndex((v) => !Number.isNaN(v)),
    ).toBe(30);
    expect(oecdIndicator(late, reference, { minShare: 0.7 }).average.findIndex((v) => !Number.isNaN(v))).toBe(
      50,
    );
  });
  it("runs its trend through a gap and not past the figures", () => {
    const holed = parts[0]!.slice().fill(Number.NaN, 0, 5).fill(Number.NaN, 100, 102);
    const { trend, cycle } = growthCycle(holed);
    expect(cycle.slice(0, 5).every(Number.isNaN)).toBe(true);
    expect(Math.abs(trend[100]! - growthCycle(parts[0]!).trend[100]!)).toBeLessThan(0.5);
    expect(() => growthCycle([Number.NaN, 1, 2])).toThrow(/found 2 in 3/);
  });
  it("normalises by the scale that is asked for, never by none", () => {
    expect(meanAbsolute(normaliseCycle(reference, { centre: 0 }))).toBeCloseTo(1, 10);
    const moments = cycleMoments(
      normaliseCycle(reference, { scale: "standard-deviation" }),
      "standard-deviation",
    );
    expect([moments.mean, moments.scale]).toEqual([expect.closeTo(100, 9), expect.closeTo(1, 10)]);
    expect(() => normaliseCycle([4, 4, 4])).toThrow(/spread 0/);
  });
});

describe("averages over a changing composition", () => {
  const a = Float64Array.from([100, 101, 102, 103]);
  const b = Float64Array.from([Number.NaN, Number.NaN, 110, 112]);
  it("jump with the plain mean and do not with the chained one", () => {
    expect([...componentAverage([a, b], { minShare: 0.4 })]).toEqual([100, 101, 106, 107.5]);
    const chained = chainedAverage([a, b], { minShare: 0.4 });
    expect(chained[2]).toBeCloseTo(102, 12);
    expect(chained[3]).toBeCloseTo((102 * 215) / 212, 12);
  });
  it("refuse weights that are none", () => {
    expect(() => componentAverage([a], { weights: [0] })).toThrow(/above 0/);
    expect(() => componentAverage([a], { minShare: 1 })).toThrow(/below 1/);
    expect(() => chainedAverage([b, b], { base: 0 })).toThrow(/position 1/);
  });
});

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

describe("the diffusion index", () => {
  const up = [1, 2, 3, 4];
  const flat = [5, 5, 5, 5];
  const down = [4, 3, 2, 1];
  it("counts a tie half, over any span", () => {
    expect([...diffusionIndex([up, flat, down])]).toEqual([Number.NaN, 50, 50, 50]);
    expect(diffusionIndex([up, flat, down], { weights: [3, 1, 1] })[3]).toBeCloseTo(70, 12);
    expect([...diffusionIndex([up, up], { span: 3 })]).toEqual([Number.NaN, Number.NaN, Number.NaN, 100]);
  });
  it("asks only those that are known", () => {
    expect([...diffusionIndex([up, [1, Number.NaN, 2, 1]])]).toEqual([Number.NaN, 100, 100, 50]);
    expect(() => diffusionIndex([])).toThrow(/none/);
  });
  it("of dated phases is the share in expansion; its running sum turns where it crosses 50", () => {
    expect([...historicalDiffusionIndex([Int8Array.of(1, 1, -1), Int8Array.of(1, -1, -1)])]).toEqual([
      100, 50, 0,
    ]);
    expect([...cumulatedDiffusion([100, 50, 0])]).toEqual([50, 50, 0]);
  });
});

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

describe("the clock", () => {
  it("names the quadrants", () => {
    expect([quadrantOf(101, 1), quadrantOf(101, -1), quadrantOf(99, -1), quadrantOf(99, 1)]).toEqual([
      "expansion",
      "downturn",
      "slowdown",
      "recovery",
    ]);
    expect(quadrantOf(Number.NaN, 1)).toBeNull();
  });
  it("goes round once a cycle, anticlockwise: level upwards, change to the right", () => {
    const y = Float64Array.from({ length: 120 }, (_, t) => 100 + Math.sin((2 * Math.PI * t) / 40));
    const path = clockPositions(y, { smooth: 1 });
    const quadrants = path.slice(1, 41).map((p) => p.quadrant);
    expect([...new Set(quadrants)]).toEqual(["expansion", "downturn", "slowdown", "recovery"]);
    expect(path[0]!.quadrant).toBeNull();
    // From one position to the next the turn is to the left: x dy − y dx > 0.
    const turns = path.slice(1).flatMap((p, i) => {
      const before = path[i]!;
      return i === 0
        ? []
        : [before.change * (p.level - before.level) - before.level * (p.change - before.change)];
    });
    expect(turns.every((turn) => turn > 0)).toBe(true);
    expect(Math.max(...path.map((p) => p.level))).toBeCloseTo(Math.SQRT2, 1);
    expect(() => clockPositions(new Float64Array(20).fill(100))).toThrow(/never leave the centre/);
  });
});
